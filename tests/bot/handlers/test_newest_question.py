"""A bare word answers what came last, also without Telegram's reply gesture."""

import pytest

from tests.chat import Chat


@pytest.fixture
def reminded(chat: Chat) -> Chat:
    """Ana's nudge is open, and the reminder of the promise to Joe came after it."""
    chat.say("Joe Park, yearly")
    chat.say("talked to Joe yesterday")
    chat.say("no")
    chat.say("Ana Ruiz, monthly")
    chat.week()
    chat.say("I promised Joe to send the book tomorrow")
    assert "Today's the day" in chat.days(1)
    return chat


def promise(chat: Chat) -> dict[str, object]:
    kept: dict[str, object] = chat.person("Joe Park")["promises"][0]
    return kept


def test_done_keeps_the_promise_that_was_reminded_of_and_not_an_older_nudge(reminded: Chat) -> None:
    reminded.say("done")
    assert promise(reminded)["kept_on"] == "2026-12-01"
    assert reminded.export()["nudges"][-1]["status"] == "sent"


def test_tomorrow_moves_the_promise(reminded: Chat) -> None:
    reminded.say("tomorrow")
    assert promise(reminded)["due_on"] == "2026-12-02"


def test_with_a_name_it_is_about_that_person(reminded: Chat) -> None:
    reminded.say("done, wrote to Ana")
    assert promise(reminded)["kept_on"] is None


def test_the_newest_is_what_is_answered(reminded: Chat) -> None:
    reminded.say("/next")
    reminded.say("done")
    assert promise(reminded)["kept_on"] is None
    assert reminded.export()["nudges"][-1]["status"] == "done"


@pytest.fixture
def asked(chat: Chat) -> Chat:
    """Whether Ana answered is asked."""
    chat.say("Ana Ruiz, monthly")
    chat.week()
    chat.say("done")
    chat.say("no")
    assert "Did you hear back" in chat.days(4.1)
    return chat


@pytest.mark.parametrize(
    ("typed", "reply"), [("yes", "yes"), ("no answer", "no"), ("not yet", None), ("she replied", "yes")]
)
def test_whether_they_answered_is_told_in_words(asked: Chat, typed: str, reply: str | None) -> None:
    asked.say(typed)
    assert [touch["reply"] for touch in asked.person("Ana Ruiz")["touches"]] == [reply]


@pytest.mark.parametrize("typed", ["sent her a card", "left him a message"])
def test_what_was_done_is_a_note_where_one_is_asked_for(chat: Chat, typed: str) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.week()
    chat.say("done")
    chat.say(typed)
    assert [note["text"] for note in chat.person("Ana Ruiz")["notes"]] == [typed]
    assert len(chat.person("Ana Ruiz")["touches"]) == 1


def test_a_birthday_told_of_ahead_is_reminded_of_on_the_day(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly, birthday 3 December")
    assert "birthday" in chat.week()
    assert chat.days(2.5) == ""
    assert "Today is Ana Ruiz's birthday" in chat.days(1)


def test_whoever_blocked_the_bot_is_reminded_of_a_promise_once_they_are_back(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("talked to Ana yesterday")
    chat.say("no")
    chat.say("I promised Ana to send the book tomorrow")
    chat.user.block()
    assert "Today's the day" not in chat.days(3)
    chat.user.unblock()
    chat.say("hi")
    assert "send the book" in chat.tick()
