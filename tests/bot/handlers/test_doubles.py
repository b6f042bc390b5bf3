"""Contacts that may be one person, looked at pair by pair."""

import pytest

from tests.chat import Chat


@pytest.fixture
def twins(chat: Chat) -> Chat:
    """Two Bens, of whom one has a note and a touch."""
    chat.say("Ben Okafor at Roche, monthly, #pycon, ben@example.org")
    chat.say("note on Ben: plays chess")
    chat.say("had coffee with Ben yesterday")
    chat.say("Ben Okafor, Lead at Novartis, lives in Basel, needs a designer")
    chat.press("Somebody else")
    assert chat.names() == ["Ben Okafor", "Ben Okafor"]
    return chat


def test_nobody_alike_says_so(chat: Chat) -> None:
    chat.say("Ana Ruiz")
    chat.say("Ben Okafor")
    assert "no two people" in chat.say("/merge")


def test_a_pair_is_shown_with_both_cards_and_why(twins: Chat) -> None:
    said = twins.say("/merge")
    assert "Is this one person?" in said
    assert "Roche" in said
    assert "Novartis" in said
    assert "The same name" in said
    for label in ("Same person", "Different people", "Later"):
        assert f"[{label}]" in said


def test_the_same_person_keeps_everything_of_both(twins: Chat) -> None:
    twins.say("/merge")
    said = twins.press("Same person")
    assert "are one contact now" in said
    ben = twins.person("Ben Okafor")
    assert twins.names() == ["Ben Okafor"]
    assert (ben["company"], ben["city"], ben["needs"]) == ("Roche", "Basel", "a designer")
    assert ben["tags"] == ["pycon"]
    assert ben["emails"] == ["ben@example.org"]
    assert len(ben["touches"]) == 1
    texts = [note["text"] for note in ben["notes"]]
    assert "plays chess" in texts
    assert any("Novartis" in text for text in texts)


def test_making_one_of_two_can_be_undone(twins: Chat) -> None:
    before = twins.kept()
    twins.say("/merge")
    twins.press("Same person")
    twins.press("Undo")
    assert twins.kept() == before


def test_different_people_are_never_asked_about_again(twins: Chat) -> None:
    twins.say("/merge")
    assert "won't ask" in twins.press("Different people")
    assert "no two people" in twins.say("/merge")
    assert len(twins.names()) == 2


def test_different_can_be_undone(twins: Chat) -> None:
    twins.say("/merge")
    twins.press("Different people")
    twins.press("Undo")
    assert "Is this one person?" in twins.say("/merge")


def test_later_asks_another_time(twins: Chat) -> None:
    twins.say("/merge")
    assert "another time" in twins.press("Later")
    assert "Is this one person?" in twins.say("/merge")


def test_after_one_pair_the_next_takes_its_place(twins: Chat) -> None:
    twins.say("Ana Ruiz, works at Nordlicht")
    twins.say("Ana Ruiz, lives in Berlin")
    twins.press("Somebody else")
    assert "2 pairs" in twins.say("/merge")
    said = twins.press("Same person")
    assert "Is this one person?" in said
    assert "the last pair" in said
    twins.press("Same person")
    assert twins.names() == ["Ana Ruiz", "Ben Okafor"]


def test_a_press_delivered_twice_merges_once(twins: Chat) -> None:
    twins.say("/merge")
    twins.press("Same person")
    after = twins.kept()
    twins.say("/merge")
    twins.again()
    assert twins.kept() == after


def test_pressing_twice_in_haste_says_that_it_is_settled(twins: Chat) -> None:
    twins.say("/merge")
    pressed = twins.last
    data = next(each.data for each in pressed.buttons if each.text == "Same person") or ""
    twins.give(twins.user.tap(data, pressed))
    assert "settled" in twins.give(twins.user.tap(data, pressed))


def test_it_goes_on_after_a_restart(twins: Chat) -> None:
    twins.say("/merge")
    twins.restart()
    twins.press("Same person")
    assert twins.names() == ["Ben Okafor"]


def test_plain_words_do_the_same(twins: Chat) -> None:
    assert "Is this one person?" in twins.say("merge duplicates")


def test_an_undone_merge_is_named_for_what_it_was(chat: Chat) -> None:
    chat.drop("people.csv", "Name,Email,Company\nKate Stone,kate@example.org,Roche\nKate Stone,k2@example.org,Roche\n")
    chat.press("Import")
    chat.say("/merge")
    chat.press("Same")
    assert chat.say("/undo").startswith("Taken back: merging a double into Kate Stone.")
    assert len(chat.names()) == 2
