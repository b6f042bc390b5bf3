"""Days and hours are named as the user reads them, in their zone."""

from datetime import UTC, datetime

import pytest

from tests.chat import Chat


def slot(chat: Chat, text: str) -> str:
    chat.say("/settings")
    chat.press("Day and hour")
    return chat.say(text)


@pytest.mark.parametrize(("text", "spoken"), [
    ("18:00", "today at 18:00"), ("Tuesday", "tomorrow at 09:00"), ("Friday 8:30", "Friday 27 November at 08:30"),
    ("Monday 9:00", "Monday 30 November at 09:00"),
])  # fmt: skip
def test_the_next_nudge_is_named_as_people_say_it(chat: Chat, text: str, spoken: str) -> None:
    assert f"The next one: {spoken}." in slot(chat, text)


def test_today_is_the_users_own(chat: Chat) -> None:
    chat.say("/settings")
    chat.press("Time zone")
    chat.say("Auckland")
    chat.now = datetime(2026, 11, 23, 12, tzinfo=UTC)  # one in the morning of the 24th there
    assert "The next one: today at 18:00." in slot(chat, "Tuesday 18:00")
    chat.say("Ana Ruiz, monthly")
    assert "In touch with Ana Ruiz today" in chat.say("called Ana today")
    assert chat.person("Ana Ruiz")["touches"][0]["on"] == "2026-11-24"


def test_a_pause_over_the_new_year_is_named_without_a_doubt(chat: Chat) -> None:
    assert "Paused until 7 January. The next nudge then comes 11 January at 09:00." in chat.say("pause until 7 January")
    assert "Paused until 7 March 2027." in chat.say("pause until 7 March 2027")


@pytest.mark.parametrize(("press", "line"), [
    ("People per week", "All right, 3 people a week. The next one: today at"), ("Time zone", "Got it: it's 18:30"),
])  # fmt: skip
def test_each_change_of_settings_is_answered_by_what_it_changed(chat: Chat, press: str, line: str) -> None:
    chat.say("/settings")
    chat.press(press)
    said = chat.say("Tokyo") if press == "Time zone" else chat.press("3")
    assert line.split(".")[0] in said
    assert "The next one: " in said
