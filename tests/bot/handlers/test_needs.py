"""The one light question of what somebody could use."""

import pytest

from tests.chat import Chat

QUESTION = "Is there something you could help Ana with?"


@pytest.fixture
def asked(nudged: Chat) -> Chat:
    nudged.say("done: about her trial")
    assert QUESTION in nudged.last.text
    return nudged


def test_it_comes_with_the_note_and_not_with_another_question(nudged: Chat) -> None:
    said = nudged.say("done")
    assert "Anything worth remembering?" in said
    assert QUESTION not in said
    assert QUESTION in nudged.say("likes tea")


def test_the_words_that_come_are_what_they_need(asked: Chat) -> None:
    assert "Ana Ruiz could use: a designer." in asked.say("she needs a designer")
    assert asked.person("Ana Ruiz")["needs"] == "a designer"
    assert "Taken back: what Ana Ruiz could use" in asked.press("Undo")
    assert asked.person("Ana Ruiz")["needs"] is None


@pytest.mark.parametrize(
    "text", ["help with taxes", "a flat in Berlin", "someone who knows pricing", "introductions to investors"]
)
def test_any_words_will_do(asked: Chat, text: str) -> None:
    assert f"could use: {text}." in asked.say(text)
    assert asked.person("Ana Ruiz")["needs"] == text


@pytest.mark.parametrize("text", ["no", "not that I know", "nothing", "Not really.", "no idea", "nope"])
def test_a_no_leaves_it(asked: Chat, text: str) -> None:
    assert "All right" in asked.say(text)
    assert asked.person("Ana Ruiz")["needs"] is None


def test_it_is_skipped_with_one_tap_even_twice(asked: Chat) -> None:
    assert "All right" in asked.press("Skip")
    assert "All right" in asked.give(asked.user.tap("need:1:no"))
    asked.say("a designer")
    assert asked.person("Ana Ruiz")["needs"] is None


def test_something_else_typed_is_acted_on(asked: Chat) -> None:
    assert "In touch with Ben Okafor" in asked.say("called Ben")
    assert "Ben Okafor" in asked.say("Ben")
    assert asked.person("Ana Ruiz")["needs"] is None


def test_once_a_week_at_most(asked: Chat) -> None:
    asked.press("Skip")
    assert "could help" not in asked.say("called Ben about the trial")
    asked.days(7.1)
    assert "Is there something you could help Ben with?" in asked.say("called Ben about the fair")


def test_not_where_it_is_known_already(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly, needs a designer")
    assert QUESTION not in chat.say("called Ana about the trial")


def test_not_beside_the_offer_of_a_promise(nudged: Chat) -> None:
    said = nudged.say("done: I'll send her the report by Friday")
    assert "Shall I remind you" in said
    assert QUESTION not in said


def test_an_undo_of_the_touch_does_not_bring_it_again(asked: Chat) -> None:
    asked.press("Undo")
    assert QUESTION not in asked.say("done: about her trial")


def test_delivered_twice_and_restarted_it_still_waits(asked: Chat) -> None:
    assert QUESTION in asked.again()
    asked.restart()
    asked.say("a designer")
    asked.again()
    assert asked.person("Ana Ruiz")["needs"] == "a designer"


def test_a_name_typed_meanwhile_is_no_need(asked: Chat) -> None:
    assert "I don't know Joe Park yet" in asked.say("Joe Park")
    assert asked.person("Ana Ruiz")["needs"] is None
