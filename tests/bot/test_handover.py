"""A process that stops while nudges are on their way, and while they wait to be."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from bot.handover import put_on_wire
from bot.nudging import Nudging
from bot.pacing import FleetPace
from storage.models import Nudge
from tests.chat import Chat
from tests.figures import moves

DUE = datetime(2026, 11, 30, 9, tzinfo=UTC)
USERS = (7, 8, 9)


class Sending:
    """Stands in for the way to Telegram: each message waits for its turn, is on the wire, and is taken when let."""

    def __init__(self) -> None:
        self.waiting: list[int] = []
        self.on_wire: list[int] = []
        self.changed = asyncio.Event()
        self.turns = {user_id: asyncio.Event() for user_id in USERS}
        self.answers = {user_id: asyncio.Event() for user_id in USERS}

    async def send(self, chat_id: int, *_: object) -> int:
        self.waiting.append(chat_id)
        self.changed.set()
        await self.turns[chat_id].wait()
        put_on_wire()
        self.on_wire.append(chat_id)
        self.changed.set()
        await self.answers[chat_id].wait()
        return 100 + chat_id

    async def until(self, happened: Callable[[], bool]) -> None:
        while not happened():
            self.changed.clear()
            await asyncio.wait_for(self.changed.wait(), 20)


@pytest.fixture
def crowd(three: Chat) -> Chat:
    """Three users with a nudge due on Monday at 09:00."""
    for user_id in USERS[1:]:
        user = three.api.user(user_id, first_name="Kim")
        user.start_chat()
        three.give(user.text("Joe Park, monthly"))
    three.now = DUE
    return three


def nudge_of(chat: Chat, user_id: int) -> Nudge:
    kept = chat.store.export(user_id)
    assert kept is not None
    return kept.nudges[0]


def test_what_waits_is_given_back_and_what_is_on_its_way_is_settled(crowd: Chat) -> None:
    async def work() -> None:
        sending = Sending()
        nudging = Nudging(crowd.bot.application.bot_data, sending.send)
        ticking = asyncio.create_task(nudging.tick(DUE))
        await sending.until(lambda: len(sending.waiting) == len(USERS))
        sending.turns[7].set()
        await sending.until(lambda: sending.on_wire == [7])
        nudging.stop()
        for _ in range(20):
            await asyncio.sleep(0)
        assert not ticking.done()
        assert [nudge_of(crowd, user_id).push_at for user_id in (8, 9)] == [DUE, DUE]
        assert nudge_of(crowd, 7).push_at != DUE, "it may have arrived"
        sending.answers[7].set()
        await asyncio.wait_for(ticking, 20)

    with moves("dotty_nudges_total", outcome="sent"):
        crowd.run(work())
    assert [nudge_of(crowd, user_id).status for user_id in USERS] == ["sent", "planned", "planned"]
    with moves("dotty_nudges_total", outcome="sent", by=2):
        assert crowd.tick() == "", "theirs is sent, and this one has theirs"
    assert [nudge_of(crowd, user_id).status for user_id in USERS] == ["sent", "sent", "sent"]


def test_what_telegram_sent_back_waits_again_and_is_given_back_too(crowd: Chat) -> None:
    async def work() -> None:
        held = asyncio.Event()

        async def send_back(*_: object) -> int:
            put_on_wire()
            put_on_wire(on=False)
            held.set()
            await asyncio.Event().wait()
            return 0

        nudging = Nudging(crowd.bot.application.bot_data, send_back)
        ticking = asyncio.create_task(nudging.tick(DUE))
        await asyncio.wait_for(held.wait(), 20)
        nudging.stop()
        await asyncio.wait_for(ticking, 20)

    crowd.run(work())
    assert [nudge_of(crowd, user_id).push_at for user_id in USERS] == [DUE] * 3


def test_told_to_stop_it_claims_nothing_more(crowd: Chat) -> None:
    async def work() -> None:
        nudging = Nudging(crowd.bot.application.bot_data, Sending().send)
        nudging.stop()
        await nudging.tick(DUE)

    crowd.run(work())
    assert crowd.store.next_nudge() == DUE


@pytest.mark.parametrize(("late", "outcome"), [(30, "sent"), (3600, "late")])
def test_how_late_a_nudge_was_is_shown(crowd: Chat, late: int, outcome: str) -> None:
    crowd.now = datetime.fromtimestamp(DUE.timestamp() + late, UTC)
    bucket = "30.0" if late == 30 else "3600.0"
    with (
        moves("dotty_nudges_total", outcome=outcome, by=3),
        moves("dotty_nudge_lateness_seconds_bucket", le=bucket, by=3),
        moves("dotty_nudge_lateness_seconds_sum", by=3.0 * late),
    ):
        crowd.tick()


def test_nudges_not_sent_are_counted_by_why(crowd: Chat) -> None:
    crowd.api.fail_next("sendMessage", 403, "Forbidden: bot was blocked by the user")
    crowd.api.fail_next("sendMessage", 500, "Internal Server Error")
    with (
        moves("dotty_nudges_total", outcome="gone"),
        moves("dotty_nudges_total", outcome="failed"),
        moves("dotty_nudges_total", outcome="sent"),
    ):
        crowd.tick()


def test_what_waits_for_the_fleets_turn_is_given_back_at_once(crowd: Chat) -> None:
    async def work() -> None:
        waiting = asyncio.Event()

        async def sleep(_: float) -> None:
            waiting.set()
            await asyncio.Event().wait()

        services = crowd.bot.application.bot_data
        pace = FleetPace(services, 20, sleep=sleep, clock=lambda: DUE)
        await pace.hold(30)
        nudging = Nudging(services, Sending().send, pace)
        ticking = asyncio.create_task(nudging.tick(DUE))
        await asyncio.wait_for(waiting.wait(), 20)
        nudging.stop()
        await asyncio.wait_for(ticking, 20)

    crowd.run(work())
    assert [nudge_of(crowd, user_id).push_at for user_id in USERS] == [DUE] * 3
