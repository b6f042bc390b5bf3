"""Pieces that name people."""

from datetime import date

import pytest

from bot.rules.drafts import Draft
from bot.rules.heads import is_joined, is_kin, read_names, tidy_name

TODAY = date(2026, 11, 23)


def names(text: str, *, named: bool = False) -> list[str]:
    return [person.name for person in read_names(text, TODAY, named=named)]


@pytest.mark.parametrize(
    ("text", "people"),
    [("Ana", ["Ana"]), ("Ana and Ben", ["Ana", "Ben"]), ("Ana & Ben", ["Ana", "Ben"]),
     ("Ana + Ben and Grace", ["Ana", "Ben", "Grace"]),
     ("and Grace", ["Grace"]), ('"Ana Ruiz"', ["Ana Ruiz"]), ("Ana!", ["Ana"]), ("Anderson", ["Anderson"]),
     ("Ana Ruiz phone:", ["Ana Ruiz"])],
)  # fmt: skip
def test_names_stand_alone_or_joined(text: str, people: list[str]) -> None:
    assert names(text) == people


@pytest.mark.parametrize(
    ("text", "name", "fact"),
    [
        ("Ana Ruiz from Nordlicht", "Ana Ruiz", Draft(name="", company="Nordlicht")),
        ("Ana works at Stripe", "Ana", Draft(name="", company="Stripe")),
        ("Ana's birthday is 12 May", "Ana", Draft(name="", birthday="--05-12")),
        ("Ana Ruiz Head of Data at Nordlicht", "Ana Ruiz", Draft(name="", role="Head of Data", company="Nordlicht")),
        ("Ana Ruiz is a designer", "Ana Ruiz", Draft(name="", role="designer")),
        ("Ana Ruiz monthly", "Ana Ruiz", Draft(name="", cadence_days=30)),
        ("my friend Ana", "Ana", Draft(name="", notes=("my friend",))),
        ("Sarah from the gym", "Sarah", Draft(name="", notes=("from the gym",))),
        ("met Joe in Oslo", "Joe", Draft(name="", met="in Oslo")),
        ("met a designer named Joe in Oslo", "Joe", Draft(name="", met="in Oslo", notes=("a designer",))),
        ("met Joe in Oslo who needs a job", "Joe", Draft(name="", met="in Oslo", needs="a job")),
    ],
)
def test_a_fact_may_stand_right_behind_the_name(text: str, name: str, fact: Draft) -> None:
    [person] = read_names(text, TODAY)
    assert (person.name, person.fact) == (name, fact)


def test_just_met_is_today_and_whoever_was_met_together_was_met_then() -> None:
    people = read_names("just met Joe Park and Grace Lim at a bar", TODAY)
    assert [(person.name, person.fact.met, person.fact.met_on) for person in people] == [
        ("Joe Park", "at a bar", TODAY), ("Grace Lim", "at a bar", TODAY)
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ana is great",
        "met her yesterday",
        "met at PyCon",
        "how are you",
        "I met someone interesting",
        "the plumber",
    ],
)
def test_other_sentences_name_nobody(text: str) -> None:
    assert names(text) == []


def test_whoever_is_called_a_name_may_have_an_article() -> None:
    assert names("the plumber", named=True) == ["plumber"]


def test_a_tidy_name_has_no_quotes_and_no_full_stop() -> None:
    assert tidy_name('"Grace."') == "Grace"
    assert tidy_name("Martin King Jr.") == "Martin King Jr."
    assert tidy_name("...") is None


def test_names_are_joined_by_and_and_its_like() -> None:
    assert is_joined("Ana & Ben")
    assert not is_joined("Sandra")


@pytest.mark.parametrize(
    ("text", "name", "note"),
    [
        ("My best friend is Grace", "Grace", "My best friend"), ("Ana is my cousin", "Ana", "my cousin"),
        ("Ana Ruiz is a friend from school", "Ana Ruiz", "a friend from school"),
        ("Ana and her husband Ben", "Ana", "her husband Ben"), ("Ana Ruiz aka Annie", "Ana Ruiz", "aka Annie"),
        ("my dad Ben", "Ben", "my dad"),
    ],
)  # fmt: skip
def test_what_they_are_to_one_is_a_note(text: str, name: str, note: str) -> None:
    [person] = read_names(text, TODAY)
    assert (person.name, person.fact.notes) == (name, (note,))


def test_my_dad_is_a_name_and_my_friend_is_great_is_none() -> None:
    assert names("my dad") == ["dad"]
    assert is_kin("my dad")
    assert not is_kin("my dad Ben")
    assert names("my friend is great") == []
