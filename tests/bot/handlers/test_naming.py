"""Whom a typed name means: the one it fits, a question where it fits several or almost, an offer where it fits none."""

import pytest

from tests.chat import Chat

PEOPLE = ("Ana Ruiz", "Ben Okafor", "Åse Ødegård", "李小龙", "María José O'Neil-Brown")


@pytest.fixture
def known(chat: Chat) -> Chat:
    for name in PEOPLE:
        chat.say(f"add {name}, monthly")
    assert len(chat.names()) == 5
    return chat


@pytest.mark.parametrize(("typed", "name"), [
    ("Ana", "Ana Ruiz"), ("ana", "Ana Ruiz"), ("ANA RUIZ", "Ana Ruiz"), ("Ruiz", "Ana Ruiz"), ("Okafor", "Ben Okafor"),
    ("Åse", "Åse Ødegård"), ("Ase", "Åse Ødegård"), ("李小龙", "李小龙"), ("María José", "María José O'Neil-Brown"),
    ("Maria", "María José O'Neil-Brown"),
])  # fmt: skip
def test_a_name_in_full_or_in_part_in_any_case_and_without_accents(known: Chat, typed: str, name: str) -> None:
    assert f"In touch with {name} yesterday ✓" in known.say(f"called {typed} yesterday")
    assert [touch["on"] for touch in known.person(name)["touches"]] == ["2026-11-22"]


@pytest.mark.parametrize(("typed", "name"), [
    ("Anna Ruiz", "Ana Ruiz"), ("Okaffor", "Ben Okafor"), ("Odegard", "Åse Ødegård"),
])  # fmt: skip
def test_a_typing_mistake_is_never_taken_for_granted(known: Chat, typed: str, name: str) -> None:
    said = known.say(f"called {typed} yesterday")
    if f"In touch with {name}" not in said:
        assert f"[{name}]" in said
        assert known.person(name)["touches"] == []
        known.press(name)
    assert [touch["on"] for touch in known.person(name)["touches"]] == ["2026-11-22"]


def test_a_name_of_nobody_known_is_offered_to_be_added(known: Chat) -> None:
    said = known.say("called Zoe Kim yesterday")
    assert "[Add Zoe Kim]" in said
    assert len(known.names()) == 5
    known.press("No")
    assert len(known.names()) == 5


def test_two_of_one_name_said_twice_are_one_touch_each(known: Chat) -> None:
    known.say("had coffee with Ana and Ana Ruiz yesterday")
    assert len(known.person("Ana Ruiz")["touches"]) <= 1


def test_of_several_names_the_unknown_ones_are_asked_about_and_the_others_recorded(known: Chat) -> None:
    said = known.say("had lunch with Ana, Ben and Zoe Kim on Friday")
    assert "In touch with Ana Ruiz and Ben Okafor on Friday 20 November ✓" in said
    assert "[Add Zoe Kim]" in said
    known.press("Add Zoe Kim")
    assert [touch["on"] for touch in known.person("Zoe Kim")["touches"]] == ["2026-11-20"]


def test_an_archived_contact_is_still_known_by_name(known: Chat) -> None:
    known.say("archive Ben")
    assert "In touch with Ben Okafor" in known.say("called Ben")


def test_a_full_name_is_sure_even_where_its_first_name_is_somebody_elses_too(known: Chat) -> None:
    known.say("add Ana, monthly")
    assert "In touch with Ana Ruiz" in known.say("called Ana Ruiz")
