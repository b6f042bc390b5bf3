"""The sending loop when Telegram says no or nothing, or a process dies, or there are two: sent once, never lost."""

import asyncio
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from bot.planning import Planner
from bot.practice.request import PracticeRequest
from bot.practice.users import PracticeUser
from bot.practising import PracticeBot
from storage import Store, open_engine
from storage.models import User
from tests.chat import Chat

DUE = datetime(2026, 11, 30, 9, tzinfo=UTC)
WEEK, DAY, MINUTE = timedelta(days=7), timedelta(days=1), timedelta(minutes=1)


def user_of(chat: Chat, user_id: int = 7) -> User:
    user = chat.store.user(user_id)
    assert user is not None
    return user


def statuses(chat: Chat) -> list[tuple[str, str]]:
    return [(nudge["contact"], nudge["status"]) for nudge in chat.export()["nudges"]]


def nudges_in(user: PracticeUser) -> int:
    return sum("You could write" in message.text for message in user.chat.sent())


def meet(chat: Chat, user_id: int, name: str = "Kim") -> PracticeUser:
    """Another user, with one contact."""
    user = chat.api.user(user_id, first_name=name)
    user.start_chat()
    chat.give(user.text("Joe Park, monthly"))
    return user


def at(chat: Chat, instant: datetime) -> str:
    """Let the loop run at that instant, and nothing before."""
    chat.now = instant
    return chat.tick()


# Telegram says no, or nothing


@pytest.mark.parametrize(
    ("code", "description"),
    [
        (403, "Forbidden: bot was blocked by the user"),
        (403, "Forbidden: user is deactivated"),
        (400, "Bad Request: chat not found"),
    ],
)
def test_whoever_cannot_be_reached_is_left_alone_until_they_write(three: Chat, code: int, description: str) -> None:
    three.api.fail_next("sendMessage", code, description)
    assert at(three, DUE) == ""
    assert user_of(three).next_nudge_at is None
    for weeks in range(1, 5):
        assert at(three, DUE + weeks * WEEK) == ""
    three.say("hi")
    assert "You could write" in three.week()
    assert three.now == DUE + 5 * WEEK


def test_blocking_the_bot_stops_the_nudges_at_once(three: Chat) -> None:
    three.give(three.user.block())
    assert at(three, DUE) == ""
    three.give(three.user.unblock())
    three.say("/start")
    assert "You could write" in three.week()


def test_a_blocked_user_does_not_stop_the_others(three: Chat) -> None:
    kim = meet(three, 8)
    three.user.chat.blocked = True
    at(three, DUE)
    assert nudges_in(kim) == 1


def test_a_long_429_is_obeyed(three: Chat) -> None:
    three.api.fail_next("sendMessage", 429, "Too Many Requests: retry after 90", retry_after=90)
    assert at(three, DUE) == ""
    assert three.store.next_push() == DUE + timedelta(seconds=90)
    three.restart()
    assert at(three, DUE + timedelta(seconds=89)) == ""
    assert at(three, DUE + timedelta(seconds=90)).count("You could write") == 1


def test_without_a_connection_the_nudge_goes_out_a_minute_later(three: Chat) -> None:
    three.api.drop_next("sendMessage")
    assert at(three, DUE) == ""
    assert at(three, DUE + MINUTE).count("You could write") == 1
    assert at(three, DUE + 20 * MINUTE) == ""


def test_a_request_that_never_arrived_in_time_goes_out_a_minute_later(three: Chat) -> None:
    three.api.time_out_next("sendMessage", delivered=False)
    assert at(three, DUE) == ""
    assert at(three, DUE + MINUTE).count("You could write") == 1
    assert at(three, DUE + 20 * MINUTE) == ""


def test_a_server_error_delays_the_nudge_and_loses_nothing(three: Chat) -> None:
    three.api.fail_next("sendMessage", 500, "Internal Server Error")
    assert at(three, DUE) == ""
    assert at(three, DUE + 9 * MINUTE) == ""
    assert at(three, DUE + 10 * MINUTE).count("You could write") == 1
    assert nudges_in(three.user) == 1


def test_a_lost_answer_gives_at_most_one_duplicate(three: Chat) -> None:
    three.api.time_out_next("sendMessage", delivered=True)
    at(three, DUE)
    assert nudges_in(three.user) == 1
    for minutes in range(1, 60):
        at(three, DUE + minutes * MINUTE)
    assert nudges_in(three.user) == 2
    assert statuses(three) == [("Ana Ruiz", "sent")]


@pytest.mark.parametrize("answer", ["✓ Done", "Not this week"])
def test_a_nudge_answered_though_telegrams_own_answer_was_lost_does_not_come_again(three: Chat, answer: str) -> None:
    three.api.time_out_next("sendMessage", delivered=True)
    at(three, DUE)
    nudge = three.nudge()
    three.press(answer, nudge)
    assert nudge.buttons == []
    assert at(three, DUE + 11 * MINUTE) == ""
    assert nudges_in(three.user) == 0


def test_done_is_understood_though_telegrams_own_answer_was_lost(three: Chat) -> None:
    three.api.time_out_next("sendMessage", delivered=True)
    at(three, DUE)
    assert "Ana Ruiz ✓" in three.say("done, she has a new job")
    assert at(three, DUE + 11 * MINUTE) == ""
    assert statuses(three) == [("Ana Ruiz", "done")]


def test_next_shows_a_nudge_whose_answer_was_lost_and_it_does_not_come_again(three: Chat) -> None:
    three.api.time_out_next("sendMessage", delivered=True)
    at(three, DUE)
    assert "Ana Ruiz" in three.say("/next")
    assert at(three, DUE + 11 * MINUTE) == ""
    assert statuses(three) == [("Ana Ruiz", "sent")]


def test_a_touch_told_though_telegrams_own_answer_was_lost_keeps_it_from_coming_again(three: Chat) -> None:
    three.api.time_out_next("sendMessage", delivered=True)
    at(three, DUE)
    three.say("called Ana")
    assert at(three, DUE + 11 * MINUTE) == ""


def test_a_message_that_is_refused_is_tried_again_in_an_hour(three: Chat) -> None:
    three.api.fail_next("sendMessage", 400, "Bad Request: can't parse entities")
    assert at(three, DUE) == ""
    assert at(three, DUE + 59 * MINUTE) == ""
    assert at(three, DUE + 60 * MINUTE).count("You could write") == 1


@pytest.mark.parametrize("lost", [True, False])
def test_a_reminder_that_fails_comes_later_and_once(three: Chat, lost: bool) -> None:
    at(three, DUE)
    if lost:
        three.api.time_out_next("sendMessage", delivered=False)
    else:
        three.api.fail_next("sendMessage", 500, "Internal Server Error")
    due = DUE + 3 * DAY
    said = [at(three, due + minutes * MINUTE) for minutes in (0, 1, 10, 20, 60)]
    assert sum("Still up for" in each for each in said) == 1


# Claims


def claim(chat: Chat, now: datetime) -> None:
    """A process claims what is due, and dies before it is sent."""
    (claimed,) = chat.store.claim_due(now, 1, Planner(now).decide, postponed_until=now, only=7)[1]
    assert claimed[1].status == "planned"


def test_a_nudge_claimed_and_never_sent_goes_out_after_ten_minutes(three: Chat) -> None:
    claim(three, DUE)
    three.restart()
    assert at(three, DUE + 9 * MINUTE) == ""
    assert at(three, DUE + 10 * MINUTE).count("You could write") == 1
    assert at(three, DUE + 30 * MINUTE) == ""


def test_down_for_a_month_with_one_unanswered_and_one_never_sent_there_is_one_on_return(three: Chat) -> None:
    at(three, DUE)
    claim(three, DUE + WEEK)
    three.restart()
    assert at(three, DUE + 5 * WEEK).count("[✓ Done]") == 1
    assert at(three, DUE + 5 * WEEK + DAY) == ""


def test_a_nudge_whose_contact_is_archived_before_it_was_sent_does_not_go_out(three: Chat) -> None:
    claim(three, DUE)
    three.now = DUE + MINUTE
    three.say("archive Ana")
    assert at(three, DUE + 20 * MINUTE) == ""


def test_one_users_unexpected_error_does_not_stop_the_others(three: Chat) -> None:
    kim, joe = meet(three, 8), meet(three, 9, "Jo")
    for user_id in (7, 8):
        three.store.change_settings(user_id, -1, values={"timezone": "Mars/Olympus"}, now=three.now)
    at(three, DUE)
    assert (nudges_in(three.user), nudges_in(kim), nudges_in(joe)) == (0, 0, 1)
    assert user_of(three).next_nudge_at == DUE + 60 * MINUTE
    three.store.change_settings(7, -2, values={"timezone": "UTC"}, now=three.now)
    at(three, DUE + 60 * MINUTE)
    assert (nudges_in(three.user), nudges_in(kim)) == (1, 0)


@pytest.fixture
def second(three: Chat) -> Iterator[PracticeBot]:
    """Another process of the same bot, on the same database."""
    engine = open_engine(f"sqlite:///{three.folder / 'dotty.db'}")
    bot = PracticeBot(Store(engine), PracticeRequest(three.api), lambda: three.now)
    three.run(bot.application.initialize())
    yield bot
    three.run(bot.application.shutdown())
    bot.application.bot_data.threads.shutdown()
    engine.dispose()


def test_two_processes_that_tick_at_once_send_once(three: Chat, second: PracticeBot) -> None:
    others = [meet(three, user_id) for user_id in range(8, 14)]

    async def tick_both() -> None:
        await asyncio.gather(three.bot.tick(three.now), second.tick(three.now))

    for instant in (DUE, DUE + 3 * DAY, DUE + WEEK):
        three.now = instant
        three.run(tick_both())
    assert [nudges_in(user) for user in (three.user, *others)] == [2] * 7
    reminders = [sum("Still up for" in each.text for each in user.chat.sent()) for user in (three.user, *others)]
    assert reminders == [1] * 7


def test_a_nudge_that_was_sent_is_written_down_though_the_database_falters(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A busy database for a moment must not bring the same nudge twice."""
    monkeypatch.setattr("bot.settlement.SETTLE_WAITS", (0, 0, 0))
    chat.say("Ana Ruiz, monthly")
    settle, faults = chat.store.settle_all, [sqlite_busy(), sqlite_busy()]

    def falter(*delivered: Any) -> None:
        if faults:
            raise faults.pop()
        settle(*delivered)

    monkeypatch.setattr(chat.store, "settle_all", falter)
    assert "Ana Ruiz" in chat.week()
    assert faults == []
    assert "Ana Ruiz" not in chat.days(1)


def sqlite_busy() -> OperationalError:
    busy = sqlite3.OperationalError("database is locked")
    busy.sqlite_errorcode = sqlite3.SQLITE_BUSY
    return OperationalError("UPDATE", {}, busy)
