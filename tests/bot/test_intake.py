"""The intake over the real Application, with handlers of the tests' own."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator

import psycopg
import pytest
from sqlalchemy.exc import OperationalError
from telegram import Update
from telegram.error import Conflict, InvalidToken, TimedOut
from telegram.ext import TypeHandler

from bot.app import build_application
from bot.config import Config
from bot.context import Context
from bot.faults import Fault
from bot.intake import CONFLICTS, Intake, poll
from bot.practice.bot_api import PracticeBotApi
from bot.practice.request import PracticeRequest
from bot.stopping import Stop
from bot.troubles import TRIES
from bot.window import Window
from storage import Store
from tests.figures import figure, moves

pytestmark = pytest.mark.usefixtures("no_waiting")

Handle = Callable[[str], Awaitable[None]]
NO_DATABASE = OperationalError("SELECT 1", {}, psycopg.OperationalError("connection is lost"))
CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


@pytest.fixture
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.intake.WAITS", (0.0,))
    monkeypatch.setattr("bot.intake.POLL_WAITS", (0.0,))


class Bench:
    """An application whose one handler is `handle`, given what was typed; `began` and `ended` say in what order."""

    def __init__(self, store: Store) -> None:
        self.api = PracticeBotApi()
        self.stop = Stop()
        self.began: list[str] = []
        self.ended: list[str] = []
        self.faults: list[Fault] = []
        self._ended = asyncio.Event()
        config = Config(token=self.api.server.token)
        self.application = build_application(config, store, request=PracticeRequest(self.api), ticking=False)
        self.application.handlers.clear()
        self.application.add_handler(TypeHandler(Update, self._receive))
        self.handle: Handle = self._nothing

    async def _nothing(self, _text: str) -> None:
        """Handled at once."""

    async def _receive(self, update: Update, _context: Context) -> None:
        text = update.effective_message.text or "" if update.effective_message else ""
        self.began.append(text)
        await self.handle(text)
        self.ended.append(text)
        self._ended.set()

    async def until(self, text: str) -> None:
        """Until this has been handled."""
        while text not in self.ended:
            await self._ended.wait()
            self._ended.clear()

    def write(self, *texts: str, user_id: int = 7) -> list[Update]:
        made = [self.api.user(user_id).text(text) for text in texts]
        return [Update.de_json(update, self.application.bot) for update in made]

    def fail(self, error: Exception, *, times: int = 10**9, on: str = "") -> None:
        """The next `times` tries fail."""
        left = iter(range(times))

        async def handle(text: str) -> None:
            if text.startswith(on) and next(left, None) is not None:
                raise error

        self.handle = handle

    def stop_after(self, text: str) -> None:
        """Told to stop when this has been handled."""
        handle = self.handle

        async def handle_and_stop(given: str) -> None:
            await handle(given)
            if given == text:
                self.stop.tell()

        self.handle = handle_and_stop

    def run(self, work: Callable[[], Awaitable[None]]) -> None:
        async def use() -> None:
            async with self.application:
                await asyncio.wait_for(work(), 20)

        asyncio.run(use())

    def run_poll(self) -> None:
        """Poll until told to stop."""
        self.run(lambda: poll(self.application.bot, Intake(self.application, self.stop), self.stop, self.faults.append))

    def said(self, user_id: int = 7) -> list[str]:
        return [message.text for message in self.api.chat(user_id).sent()]


async def handle_all(intake: Intake, updates: list[Update]) -> int:
    """Handle a batch as polling does; the first update id that is yet to be handled."""
    window = Window(intake.accept)
    window.take(updates, updates[-1].update_id)
    await window.settle()
    return window.offset


@pytest.fixture
def bench(sqlite_store: Store) -> Iterator[Bench]:
    bench = Bench(sqlite_store)
    yield bench
    bench.application.bot_data.threads.shutdown()


def test_what_comes_while_the_application_is_loaded_waits_for_it_in_order(bench: Bench) -> None:
    async def work() -> None:
        intake = Intake(None, bench.stop)
        handling = asyncio.create_task(handle_all(intake, bench.write("one", "two")))
        await asyncio.wait([handling], timeout=0.05)
        assert bench.began == []
        intake.begin(bench.application)
        await handling

    bench.run(work)
    assert bench.ended == ["one", "two"]


def test_users_are_served_at_once_and_each_in_order(bench: Bench) -> None:
    async def work() -> None:
        gate = asyncio.Event()

        async def handle(text: str) -> None:
            if text == "Ana 1":
                await gate.wait()

        bench.handle = handle
        intake = Intake(bench.application, bench.stop)
        ana, ben = bench.write("Ana 1", "Ana 2"), bench.write("Ben 1", "Ben 2", user_id=8)
        behind = asyncio.create_task(handle_all(intake, [ana[0], ben[0], ana[1], ben[1]]))
        await bench.until("Ben 2")
        assert (bench.began, bench.ended) == (["Ana 1", "Ben 1", "Ben 2"], ["Ben 1", "Ben 2"])
        assert not behind.done()
        gate.set()
        assert await behind == ben[1].update_id + 1
        assert bench.ended == ["Ben 1", "Ben 2", "Ana 1", "Ana 2"]

    bench.run(work)


def test_a_lasting_trouble_is_waited_for_in_order_and_told_once(bench: Bench) -> None:
    async def work() -> None:
        bench.fail(NO_DATABASE, times=5)
        updates = bench.write("one", "two")
        assert await handle_all(Intake(bench.application, bench.stop), updates) == updates[1].update_id + 1

    bench.run(work)
    assert bench.ended == ["one", "two"]
    assert bench.began == ["one"] * 6 + ["two"]
    assert [("isn't lost" in text) for text in bench.said()] == [True]


def test_an_answer_that_may_have_arrived_is_tried_a_few_times(bench: Bench) -> None:
    async def work() -> None:
        bench.fail(TimedOut())
        updates = bench.write("one")
        assert await handle_all(Intake(bench.application, bench.stop), updates) == updates[0].update_id + 1

    bench.run(work)
    assert bench.began == ["one"] * TRIES
    assert bench.said() == []


def test_a_fault_of_ours_is_tried_once_and_stops_nobody_else(bench: Bench) -> None:
    async def work() -> None:
        bench.fail(LookupError("Ana Ruiz"), on="one")
        updates = bench.write("one", "two")
        assert await handle_all(Intake(bench.application, bench.stop), updates) == updates[1].update_id + 1

    bench.run(work)
    assert (bench.began, bench.ended) == (["one", "two"], ["two"])
    assert ["my fault" in text for text in bench.said()] == [True]


def test_told_to_stop_in_a_trouble_it_leaves_the_update_and_those_behind_it_for_the_next_start(bench: Bench) -> None:
    async def work() -> None:
        bench.fail(NO_DATABASE, on="Ana")
        ana, ben = bench.write("Ana 1", "Ana 2"), bench.write("Ben 1", user_id=8)
        handling = asyncio.create_task(handle_all(Intake(bench.application, bench.stop), [*ana, *ben]))
        await bench.until("Ben 1")
        bench.stop.tell()
        assert await handling == ana[0].update_id

    bench.run(work)
    assert bench.ended == ["Ben 1"]
    assert "Ana 2" not in bench.began


def test_where_telegram_tries_again_a_lasting_trouble_is_given_up(bench: Bench) -> None:
    async def work() -> None:
        bench.fail(NO_DATABASE, times=1)
        intake = Intake(bench.application, bench.stop, patient=False)
        tasks = [intake.accept(update) for update in bench.write("one", "two")]
        assert [await task for task in tasks] == [False, False]
        assert await intake.accept(bench.write("one")[0])

    bench.run(work)
    assert bench.began == ["one", "one"]


def test_polling_asks_for_the_next_only_when_all_is_handled_and_confirms_the_last_at_the_stop(bench: Bench) -> None:
    last = bench.write("one", "two")[-1]
    bench.stop_after("two")
    bench.run_poll()
    offsets = [call.values.get("offset", 0) for call in bench.api.calls if call.method == "getUpdates"]
    assert [int(offset) for offset in offsets] == [0, last.update_id + 1]
    assert bench.ended == ["one", "two"]
    assert not bench.api.server.updates.waiting


def test_polling_outlives_an_outage_and_tells_of_it(bench: Bench) -> None:
    bench.api.drop_next("getUpdates")
    bench.api.fail_next("getUpdates", 502, "Bad Gateway")
    bench.api.fail_next("getUpdates", 429, "Too Many Requests", retry_after=1)
    bench.write("one")
    bench.stop_after("one")
    began = time.monotonic()
    bench.run_poll()
    assert bench.faults == [Fault.NOT_DELIVERED, Fault.MAYBE_DELIVERED, Fault.SLOW_DOWN]
    assert bench.ended == ["one"]
    assert time.monotonic() - began >= 1, "the seconds of a 429 are waited out"


def test_a_second_poller_is_forgiven_a_few_times(bench: Bench) -> None:
    for _ in range(CONFLICTS):
        bench.api.fail_next("getUpdates", 409, CONFLICT)
    bench.write("one")
    bench.stop_after("one")
    bench.run_poll()
    assert bench.ended == ["one"]


def test_a_second_poller_that_stays_ends_it(bench: Bench) -> None:
    for _ in range(CONFLICTS + 1):
        bench.api.fail_next("getUpdates", 409, CONFLICT)
    with pytest.raises(Conflict):
        bench.run_poll()


def test_a_refused_token_ends_it(bench: Bench) -> None:
    bench.api.fail_next("getUpdates", 401, "Unauthorized")
    with pytest.raises(InvalidToken):
        bench.run_poll()


def test_not_being_able_to_confirm_is_no_reason_to_fail_at_the_stop(bench: Bench) -> None:
    bench.write("one")

    async def handle(_text: str) -> None:
        bench.api.drop_next("getUpdates")

    bench.handle = handle
    bench.stop_after("one")
    bench.run_poll()
    assert bench.ended == ["one"]
    assert len(bench.api.server.updates.waiting) == 1


def poisoned(bench: Bench) -> int:
    """An update waits that the library can't read; its id."""
    update_id: int = bench.api.user(9).text("Quetzal Novak")["update_id"]
    del bench.api.server.updates.waiting[update_id]["message"]["from"]["first_name"]
    return update_id


def test_an_update_that_cannot_be_read_holds_up_no_other_and_is_told_by_its_id(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    bench.write("one")
    unreadable = poisoned(bench)
    bench.write("two")
    bench.stop_after("two")
    bench.run_poll()
    assert bench.ended == ["one", "two"]
    assert not bench.api.server.updates.waiting
    ours = [record.getMessage() for record in caplog.records if record.name.startswith("bot")]
    assert [f"update {unreadable} can't be read: TypeError" in line for line in ours if "can't" in line] == [True]
    assert not any("Quetzal" in line for line in ours)


def test_an_unreadable_update_at_the_end_is_confirmed_too(bench: Bench) -> None:
    bench.write("one")
    poisoned(bench)
    bench.stop_after("two")

    async def work() -> None:
        polling = asyncio.create_task(
            poll(bench.application.bot, Intake(bench.application, bench.stop), bench.stop, bench.faults.append)
        )
        await bench.until("one")
        bench.write("two")
        await polling

    bench.run(work)
    assert bench.ended == ["one", "two"]
    assert not bench.api.server.updates.waiting


def test_the_queues_show_what_waits_and_for_what(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.intake.AT_ONCE", 1)

    async def work() -> None:
        begun, gate = asyncio.Event(), asyncio.Event()

        async def handle(_text: str) -> None:
            begun.set()
            await gate.wait()

        bench.handle = handle
        updates = [*bench.write("Ana 1", "Ana 2"), *bench.write("Ben 1", user_id=8)]
        behind = asyncio.create_task(handle_all(Intake(bench.application, bench.stop), updates))
        await begun.wait()
        assert [figure("dotty_queue_depth", queue=queue) for queue in ("updates", "user", "slot")] == [3, 1, 1]
        gate.set()
        await behind
        assert [figure("dotty_queue_depth", queue=queue) for queue in ("updates", "user", "slot")] == [0, 0, 0]

    bench.run(work)


def test_what_is_given_up_after_some_tries_counts_as_an_error(bench: Bench) -> None:
    async def work() -> None:
        bench.fail(TimedOut())
        with moves("dotty_updates_total", kind="text", outcome="error"):
            assert await Intake(bench.application, bench.stop).accept(bench.write("one")[0])

    bench.run(work)


def test_polling_counts_its_calls(bench: Bench) -> None:
    bench.api.fail_next("getUpdates", 502, "Bad Gateway")
    bench.write("one")
    bench.stop_after("one")
    with moves("dotty_sends_total", method="getUpdates", answer="5xx"):
        bench.run_poll()


def test_whoever_writes_while_another_keeps_dotty_busy_is_answered_before_and_nothing_is_confirmed_too_early(
    bench: Bench,
) -> None:
    async def work() -> None:
        begun, gate = asyncio.Event(), asyncio.Event()

        async def handle(text: str) -> None:
            if text == "Ana 1":
                begun.set()
                await gate.wait()

        bench.handle = handle
        ana = bench.write("Ana 1", "Ana 2")
        polling = asyncio.create_task(
            poll(bench.application.bot, Intake(bench.application, bench.stop), bench.stop, bench.faults.append)
        )
        await begun.wait()
        bench.write("Ben 1", user_id=8)
        await bench.until("Ben 1")
        assert bench.ended == ["Ben 1"]
        assert ana[0].update_id in bench.api.server.updates.waiting
        gate.set()
        await bench.until("Ana 2")
        bench.stop.tell()
        await polling

    bench.run(work)
    assert sorted(bench.began) == ["Ana 1", "Ana 2", "Ben 1"]
    assert bench.faults == []
    assert not bench.api.server.updates.waiting


def test_cut_short_it_leaves_what_is_in_hand_for_the_next_start(bench: Bench) -> None:
    async def work() -> None:
        begun = asyncio.Event()

        async def handle(_text: str) -> None:
            begun.set()
            await asyncio.Event().wait()

        bench.handle = handle
        bench.write("one")
        polling = asyncio.create_task(
            poll(bench.application.bot, Intake(bench.application, bench.stop), bench.stop, bench.faults.append)
        )
        await begun.wait()
        polling.cancel()
        await asyncio.wait([polling])
        assert polling.cancelled()

    bench.run(work)
    assert bench.ended == []
    assert len(bench.api.server.updates.waiting) == 1
