"""The sending loop with many users due: in order, at the fleet's pace, and no more than Telegram takes."""

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import update
from telegram import InlineKeyboardMarkup
from telegram.error import Forbidden, NetworkError, RetryAfter, TelegramError

from bot.context import Services
from bot.faults import NeverSentError
from bot.nudging import AWAY_AFTER, BATCH, Nudging
from bot.pacing import FleetPace
from bot.texts import Html
from bot.troubles import Troubles
from storage import NewContact, Store
from storage.models import Contact
from storage.tables import USERS

DUE = datetime(2026, 11, 30, 9, tzinfo=UTC)
WEEK, DAY, MINUTE, SECOND = timedelta(days=7), timedelta(days=1), timedelta(minutes=1), timedelta(seconds=1)


class Telegram:
    """Takes what is sent, unless `fault` says otherwise."""

    def __init__(self) -> None:
        self.got: list[int] = []
        self.tried = 0
        self.fault: Callable[[int], TelegramError | None] = lambda chat_id: None

    async def send(self, chat_id: int, text: Html, markup: InlineKeyboardMarkup | None) -> int:
        self.tried += 1
        await asyncio.sleep(0)
        if (error := self.fault(chat_id)) is not None:
            raise error
        self.got.append(chat_id)
        return len(self.got)


class Fleet:
    """One process's loop over a store with many users, in a time of the test's own."""

    def __init__(self, store: Store, services: Services, runner: asyncio.Runner) -> None:
        self.store, self.services, self.run, self.now = store, services, runner.run, DUE
        services.clock = lambda: self.now
        self.telegram = Telegram()
        self.nudging = Nudging(services, self.telegram.send)

    def tick(self, now: datetime | None = None) -> list[int]:
        """Who gets a message at that instant."""
        self.now, before = now or self.now, len(self.telegram.got)
        self.run(self.nudging.tick(self.now))
        return self.telegram.got[before:]


@pytest.fixture
def fleet(sqlite_store: Store) -> Iterator[Fleet]:
    services = Services()
    services.store = sqlite_store
    services.troubles = Troubles("here")
    with ThreadPoolExecutor(1) as services.threads, asyncio.Runner() as runner:
        yield Fleet(sqlite_store, services, runner)


def meet(fleet: Fleet, users: int, *, apart: timedelta = SECOND) -> list[int]:
    """So many users with one contact, due one after the other up to DUE."""
    ids = list(range(1, users + 1))
    for user_id in ids:
        due = DUE - apart * (users - user_id)
        fleet.store.open_user(user_id, language="en", timezone="UTC", next_nudge_at=due, now=DUE - WEEK)
        facts: dict[str, Any] = {"name_key": "", "added_on": (DUE - 9 * WEEK).date(), "created_at": DUE - WEEK}
        contact = Contact(user_id=user_id, name="Ana Ruiz", cadence_days=30, **facts)
        fleet.store.add_contacts(user_id, -1, [NewContact(contact)], now=DUE - WEEK)
    return ids


def unreachable(_: int) -> TelegramError:
    error = NetworkError("no connection")
    error.__cause__ = NeverSentError()
    return error


def test_a_backlog_goes_out_in_one_tick_the_longest_due_first(fleet: Fleet) -> None:
    ids = meet(fleet, BATCH + 20)
    assert fleet.tick() == ids
    assert fleet.tick() == []
    assert fleet.store.due_users(DUE, 5) == []


def test_after_an_hour_without_telegram_everything_late_goes_out_once(fleet: Fleet) -> None:
    ids = meet(fleet, BATCH + 20)
    fleet.telegram.fault = unreachable
    for minutes in range(60):
        assert fleet.tick(DUE + minutes * MINUTE) == []
    assert fleet.telegram.tried < 2 * BATCH + 120
    fleet.telegram.fault = lambda _: None
    back = DUE + 60 * MINUTE
    came = [chat_id for minutes in range(12) for chat_id in fleet.tick(back + minutes * MINUTE)]
    assert came == ids  # in the order of their slots, whichever of them had been tried in vain


def test_while_telegram_is_away_one_nudge_a_tick_asks_for_it(fleet: Fleet) -> None:
    meet(fleet, 20)
    fleet.telegram.fault = unreachable
    fleet.tick()
    tried = fleet.telegram.tried
    assert tried >= AWAY_AFTER
    for seconds in range(5, 50, 5):
        fleet.tick(DUE + seconds * SECOND)
    assert fleet.telegram.tried <= tried + 9


def test_one_who_blocked_the_bot_and_one_whose_data_are_at_fault_stop_nobody(fleet: Fleet) -> None:
    ids = meet(fleet, 6)
    with fleet.store.engine.begin() as connection:
        connection.execute(update(USERS).where(USERS.c.id == 3).values(timezone="Mars/Olympus"))
    fleet.telegram.fault = lambda chat_id: Forbidden("blocked") if chat_id == 4 else None
    assert fleet.tick() == [each for each in ids if each not in (3, 4)]
    put_off, gone = fleet.store.user(3), fleet.store.user(4)
    assert put_off is not None
    assert gone is not None
    assert put_off.next_nudge_at == DUE + 60 * MINUTE
    assert gone.unreachable_at == DUE


def test_a_user_whose_rows_keep_a_batch_from_being_written_is_put_off_alone(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = meet(fleet, 4)
    claim = fleet.store.claim_due

    def falter(now: datetime, limit: int, decide: Any, *, only: int | None = None, **more: Any) -> Any:
        if only in (None, 2):
            raise ValueError("a row that can't be written")
        return claim(now, limit, decide, only=only, **more)

    monkeypatch.setattr(fleet.store, "claim_due", falter)
    assert fleet.tick() == [each for each in ids if each != 2]
    assert fleet.store.due_users(DUE + 59 * MINUTE, 5) == []
    assert fleet.store.due_users(DUE + 60 * MINUTE, 5) == [(2, DUE + 60 * MINUTE)]


def test_a_row_that_cannot_be_settled_keeps_no_other_from_it(fleet: Fleet, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = meet(fleet, 5)
    settle = fleet.store.settle_all

    def falter(delivered: Any, now: datetime) -> None:
        if any(each.message_id == 2 for each in delivered):
            raise ValueError("a row that can't be written")
        settle(delivered, now)

    monkeypatch.setattr(fleet.store, "settle_all", falter)
    fleet.tick()
    monkeypatch.undo()
    assert fleet.tick(DUE + 9 * MINUTE) == []
    again = fleet.tick(DUE + 10 * MINUTE)
    assert len(again) == 1
    assert again[0] in ids


def test_a_send_that_hangs_holds_back_no_later_batch(fleet: Fleet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.nudging.BATCH", 2)
    ids = meet(fleet, 5)
    got: list[int] = []

    async def tick() -> None:
        last_came = asyncio.Event()

        async def send(chat_id: int, text: Html, markup: InlineKeyboardMarkup | None) -> int:
            if chat_id == ids[0]:
                await last_came.wait()
            if chat_id == ids[-1]:
                last_came.set()
            got.append(chat_id)
            return chat_id

        async with asyncio.timeout(5):
            await Nudging(fleet.services, send).tick(DUE)

    fleet.run(tick())
    assert got == [*ids[1:], ids[0]]


def test_a_tick_whose_time_is_up_says_that_more_is_due(fleet: Fleet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.nudging.BATCH", 2)
    monkeypatch.setattr("bot.nudging.TICK_SECONDS", 0.0)
    ids = meet(fleet, 3)
    assert [fleet.run(fleet.nudging.tick(DUE)) for _ in range(2)] == [True, False]
    assert fleet.telegram.got == ids


def test_a_backlog_of_reminders_goes_out_in_one_tick_however_long_they_are_due(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.nudging.BATCH", 4)
    ids = meet(fleet, 15)
    assert fleet.tick() == ids
    assert sorted(fleet.tick(DUE + 3 * DAY + 60 * MINUTE)) == ids


def test_told_to_stop_it_claims_nothing_more(fleet: Fleet) -> None:
    meet(fleet, 3)

    async def stop() -> None:
        fleet.nudging.stop()

    fleet.run(stop())
    assert fleet.tick() == []
    assert len(fleet.store.due_users(DUE, 5)) == 3


def test_what_one_process_is_told_to_wait_holds_all_back(fleet: Fleet) -> None:
    meet(fleet, 3)
    clock, slept = [DUE], list[float]()

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        clock[0] += timedelta(seconds=seconds)

    mine, other = (FleetPace(fleet.services, 20, sleep=sleep, clock=lambda: clock[0]) for _ in range(2))
    fleet.run(other.hold(30))
    fleet.nudging = Nudging(fleet.services, fleet.telegram.send, mine)
    assert len(fleet.tick()) == 3
    assert 29 < sum(slept) <= 30


def test_nudges_claimed_before_a_long_ban_was_known_are_given_back_and_go_out_after_it(fleet: Fleet) -> None:
    ids = meet(fleet, 3)
    clock = [DUE]

    async def sleep(seconds: float) -> None:
        raise AssertionError(f"slept {seconds} s")

    pace = FleetPace(fleet.services, 20, sleep=sleep, clock=lambda: clock[0])
    fleet.run(FleetPace(fleet.services, 20, clock=lambda: clock[0]).hold(900))
    fleet.nudging = Nudging(fleet.services, fleet.telegram.send, pace)
    for minutes in (0, 1, 14):
        clock[0] = DUE + minutes * MINUTE
        assert fleet.tick(clock[0]) == []
    clock[0] = DUE + 16 * MINUTE
    assert sorted(fleet.tick(clock[0])) == ids


def test_a_429_that_outlasts_its_tries_brings_the_nudge_back_in_time(fleet: Fleet) -> None:
    meet(fleet, 1)
    fleet.telegram.fault = lambda _: RetryAfter(90)
    assert fleet.tick() == []
    fleet.telegram.fault = lambda _: None
    assert fleet.tick(DUE + 89 * SECOND) == []
    assert fleet.tick(DUE + 90 * SECOND) == [1]


def test_what_a_pause_held_back_comes_within_a_minute_of_its_end(fleet: Fleet) -> None:
    meet(fleet, 1)
    fleet.tick()
    with fleet.store.engine.begin() as connection:
        connection.execute(update(USERS).values(paused_until=DUE + 3 * DAY + 60 * MINUTE, next_nudge_at=DUE + 4 * WEEK))
    assert fleet.tick(DUE + 3 * DAY + 59 * MINUTE) == []
    came = [fleet.tick(DUE + 3 * DAY + 60 * MINUTE + seconds * SECOND) for seconds in range(0, 65, 5)]
    assert [chat_id for tick in came for chat_id in tick] == [1]


def test_whoever_is_erased_or_archived_while_nudges_wait_for_their_turn_is_sent_nothing(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.nudging.STALE_SECONDS", 0.0)
    meet(fleet, 3)
    fleet.store.reserve("nudges", 200, 20, now=DUE)

    async def sleep(_: float) -> None:
        fleet.store.erase(2)
        fleet.store.archive(3, 8, fleet.store.candidates(3)[0].id, now=DUE)

    pace = FleetPace(fleet.services, 20, sleep=sleep, clock=lambda: DUE)
    fleet.nudging = Nudging(fleet.services, fleet.telegram.send, pace)
    assert fleet.tick() == [1]


@pytest.mark.parametrize(("per_second", "most"), [(20, 8), (1000, 128)])
def test_what_somebody_asks_for_waits_behind_few_nudges_where_few_are_sent(
    fleet: Fleet, per_second: float, most: int
) -> None:
    meet(fleet, 140)
    waiting, ahead = [0], [0]

    async def sleep(_: float) -> None:
        return None

    async def send(chat_id: int, text: Html, markup: InlineKeyboardMarkup | None) -> int:
        waiting[0] += 1
        ahead[0] = max(ahead[0], waiting[0])
        for _ in range(20):
            await asyncio.sleep(0)
        waiting[0] -= 1
        return chat_id

    fleet.nudging = Nudging(fleet.services, send, FleetPace(fleet.services, per_second, sleep=sleep))
    fleet.tick()
    assert ahead[0] <= most
    assert fleet.store.due_users(DUE, 5) == []
