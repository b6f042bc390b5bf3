"""A public bot's operator spreads those who chose the same hour over its first minutes, and the chat stays the same."""

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.config import Config
from storage.tables import NUDGES
from tests.chat import MONDAY, Chat

HOUR = MONDAY.replace(minute=0)
WEEK, MINUTE = timedelta(weeks=1), timedelta(minutes=1)
PEOPLE = (
    "Ana Ruiz, monthly, offers pricing advice, @anaruiz\nBen Okafor, monthly, needs help with prices, +34 600 123 456\n"
    "Grace Lim, monthly"
)
Open = Callable[[int, int], Chat]


@pytest.fixture
def open_chat(migrated_file: Path, tmp_path: Path) -> Iterator[Open]:
    """A user's chat with a bot that spreads its users over so many minutes."""
    opened: list[Chat] = []

    def open_one(user_id: int, minutes: int) -> Chat:
        folder = tmp_path / str(user_id)
        folder.mkdir()
        shutil.copy(migrated_file, folder / "dotty.db")
        opened.append(Chat(folder, user_id=user_id, operator=Config(spread_minutes=minutes)))
        return opened[-1]

    yield open_one
    for chat in opened:
        chat.close()


def nudged_at(chat: Chat) -> datetime:
    assert "You could write" in chat.week()
    at = chat.now
    chat.say("done")
    return at


def test_those_who_chose_the_same_hour_are_nudged_in_its_first_minutes_each_at_their_own(open_chat: Open) -> None:
    moments = []
    for user_id in (7, 8, 9):
        chat = open_chat(user_id, 20)
        chat.say(PEOPLE)
        said = chat.say("/settings")
        assert "When: Monday 09:00, or up to 20 minutes after\n" in said
        assert "Next nudge: Monday 30 November at 09:00" in said
        first, second = nudged_at(chat), nudged_at(chat)
        assert HOUR + WEEK <= first < HOUR + WEEK + 20 * MINUTE
        assert second == first + WEEK
        moments.append(first)
    assert len(set(moments)) == 3


def test_whatever_else_comes_by_itself_keeps_to_the_same_moment(open_chat: Open) -> None:
    chat = open_chat(7, 60)
    chat.say(PEOPLE)
    chat.week()
    moment = chat.now.time()
    assert moment > HOUR.time()
    chat.press("Later")
    chat.press("Tomorrow")
    chat.say("I promised Ben to send the report on Friday")
    assert "You could write" in chat.days(1.5)
    chat.say("done")
    chat.days(12)
    with chat.store.engine.begin() as connection:
        rows = connection.execute(select(NUDGES.c.kind, NUDGES.c.sent_at, NUDGES.c.push_at)).all()
    assert {"contact", "promise", "heard", "intro"} <= {row.kind for row in rows}
    pushes = [at for row in rows for at in (row.sent_at, row.push_at) if at is not None]
    assert {at.replace(microsecond=0).time() for at in pushes} == {moment}


def test_in_the_minutes_before_it_comes_the_moment_itself_is_told_and_a_change_of_settings_loses_no_nudge(
    open_chat: Open,
) -> None:
    chat = open_chat(7, 60)
    chat.say(PEOPLE)
    moment = chat.export()["user"]["next_nudge_at"]
    chat.now = HOUR + WEEK + MINUTE
    assert f"Next nudge: today at {moment[11:16]}" in chat.say("/settings")
    chat.press("People per week")
    assert f"today at {moment[11:16]}" in chat.press("2")
    assert "You could write" in chat.week()
    assert chat.now == datetime.fromisoformat(moment)


def test_another_setting_counts_from_each_users_next_slot_and_loses_and_doubles_none(open_chat: Open) -> None:
    chat = open_chat(7, 0)
    chat.say(PEOPLE)
    seen = [nudged_at(chat)]
    for minutes in (60, 10, 0):
        chat.operator = Config(spread_minutes=minutes)
        chat.restart()
        seen.append(nudged_at(chat))
    hours = [HOUR + WEEK * number for number in range(1, 5)]
    waits = [at - hour for at, hour in zip(seen, hours, strict=True)]
    assert waits[:2] == [timedelta(), timedelta()]  # planned before the setting
    assert timedelta() < waits[3] < waits[2] < 60 * MINUTE


def test_after_a_pause_and_its_undo_and_a_new_day_the_moment_is_the_same(open_chat: Open) -> None:
    chat = open_chat(7, 60)
    chat.say(PEOPLE)
    moment = _next(chat)[11:]
    assert moment != "09:00:00Z"
    assert "comes 7 December at 09:00" in chat.say("/pause until 1 December")
    assert _next(chat) == f"2026-12-07T{moment}"
    chat.press("Undo")
    assert _next(chat) == f"2026-11-30T{moment}"
    chat.say("/pause until 1 December")
    chat.say("/resume")
    assert _next(chat) == f"2026-11-30T{moment}"
    chat.say("Wednesdays at 9")
    assert _next(chat) == f"2026-11-25T{moment}"


def _next(chat: Chat) -> str:
    return str(chat.export()["user"]["next_nudge_at"])
