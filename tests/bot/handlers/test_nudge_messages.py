"""A nudge asked for, shown again, answered late, or answered by a button that nobody should have."""

from datetime import datetime

import pytest

from tests.chat import Chat


def statuses(chat: Chat) -> list[tuple[str, str]]:
    return [(nudge["contact"], nudge["status"]) for nudge in chat.export()["nudges"]]


def next_nudge_at(chat: Chat) -> datetime | None:
    user = chat.store.user(chat.user.id)
    assert user is not None
    return user.next_nudge_at


# A nudge now


def test_next_gives_a_nudge_now_and_leaves_the_rhythm_as_it_is(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly\nBen Okafor, monthly")
    due = next_nudge_at(chat)
    assert "Ana Ruiz" in chat.say("/next")
    assert next_nudge_at(chat) == due
    chat.say("done")
    assert "Ben Okafor" in chat.say("who should I write to next?")


def test_next_shows_the_one_that_is_open_again(nudged: Chat) -> None:
    first = nudged.nudge()
    assert "Ana Ruiz" in nudged.say("/next")
    assert statuses(nudged) == [("Ana Ruiz", "sent")]
    nudged.say("done", reply_to=first)
    assert first.buttons == nudged.nudge_of("Ana Ruiz").buttons == []


def test_a_retried_next_gives_one(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly\nBen Okafor, monthly")
    chat.say("/next")
    chat.restart()
    chat.again()
    assert statuses(chat) == [("Ana Ruiz", "sent")]


def test_next_works_in_a_pause(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("pause for two weeks")
    assert "Ana Ruiz" in chat.say("/next")


def test_next_with_nobody_there_asks_for_a_name(chat: Chat) -> None:
    assert "Type a name" in chat.say("/next")


# Old buttons


def test_an_expired_nudge_can_still_be_done(nudged: Chat) -> None:
    old = nudged.nudge()
    nudged.week()
    assert "Ana Ruiz ✓" in nudged.press("✓ Done", old)
    assert nudged.person("Ana Ruiz")["last_touch_on"] == "2026-12-07"
    assert statuses(nudged) == [("Ana Ruiz", "done"), ("Ben Okafor", "sent")]


@pytest.mark.parametrize("verb", ["done", "another", "else", "later", "postpone", "notnow", "back"])
def test_a_button_of_an_answered_nudge_says_so(nudged: Chat, verb: str) -> None:
    nudged.press("✓ Done")
    said = nudged.give(nudged.user.tap(f"{verb}:1:3"))
    assert "already" in said
    assert statuses(nudged) == [("Ana Ruiz", "done")]


@pytest.mark.parametrize("verb", ["done", "another", "else", "later", "postpone", "notnow", "back"])
def test_a_button_about_somebody_deleted_since_says_so(chat: Chat, verb: str) -> None:
    chat.say("add Ana Ruiz")
    adding = chat.last
    chat.say("/next")
    chat.press("Undo", adding)
    said = chat.give(chat.user.tap(f"{verb}:1:3"))
    assert "isn't in your list any more" in said
    assert chat.export()["nudges"] == []


@pytest.mark.parametrize("verb", ["done", "another", "else", "later", "postpone", "notnow", "back", "pace"])
def test_another_users_nudge_is_not_to_be_had(nudged: Chat, verb: str) -> None:
    stranger = nudged.api.user(8, first_name="Kim")
    stranger.start_chat()
    hello = stranger.text("hi")
    nudged.give(hello)
    before = statuses(nudged)
    tap = stranger.tap(f"{verb}:1:3")
    nudged.give(tap)
    assert [call.values.get("text", "") for call in nudged.api.calls if call.method == "answerCallbackQuery"][-1]
    assert "Ana" not in stranger.chat.last().text
    assert statuses(nudged) == before


@pytest.mark.parametrize("data", [
    "done", "done:", "done:x", "done:1x", "done:-1", "done:99999999999999999999999", "later:0", "frobnicate:1",
    "v2|done|1", "postpone:1:²", "postpone:1:1000000", "pace:1:never", "done:1:🎉", "::::", "{}",
])  # fmt: skip
def test_made_up_buttons_are_answered_kindly(nudged: Chat, data: str) -> None:
    said = nudged.give(nudged.user.tap(data))
    assert said
    assert "my fault" not in said
    assert nudged.person("Ana Ruiz")["touches"] == [] or data == "done:1:🎉"


def test_the_button_of_a_message_too_old_for_telegram_to_show_works(nudged: Chat) -> None:
    for label in ("✓ Done", "Later"):
        tap = nudged.user.press(label, nudged.nudge())
        message = tap["callback_query"]["message"]
        tap["callback_query"]["message"] = {"chat": message["chat"], "message_id": message["message_id"], "date": 0}
        if label == "✓ Done":
            assert "✓" in nudged.give(tap)
            nudged.press("Undo")
        else:
            nudged.give(tap)
            assert nudged.nudge().labels[0] == "Tomorrow"


def test_a_deleted_nudge_message_is_no_obstacle(nudged: Chat) -> None:
    nudged.nudge().deleted = True
    assert "Ana Ruiz ✓" in nudged.say("done")
