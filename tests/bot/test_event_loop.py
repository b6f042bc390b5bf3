"""Nothing that a person does keeps the event loop from everybody else."""

import asyncio
import csv
import io
import time
from collections.abc import Callable
from contextvars import Context
from datetime import timedelta
from typing import Any, TypeVarTuple

import pytest
from telegram import Update

from bot.practice.bot_api import PracticeBotApi
from bot.practice.request import PracticeRequest
from bot.practice.users import PracticeUser
from bot.practising import PracticeBot
from storage import Store
from tests.chat import MONDAY

Ts = TypeVarTuple("Ts")
#: Seconds of the loop's own processor time that one callback may take. Not of the clock's: on a busy machine anything
#: may take long. What people wait for is a hundred times as long as a usual callback takes.
LONGEST = 0.1
PEOPLE = 300


class WatchedLoop(asyncio.SelectorEventLoop):
    """Knows how long each callback ran, by the processor time of the loop's thread."""

    def __init__(self) -> None:
        super().__init__()
        self.slowest: list[tuple[float, str]] = []

    def call_soon(
        self, callback: Callable[[*Ts], object], *args: *Ts, context: Context | None = None
    ) -> asyncio.Handle:
        return super().call_soon(self._watched(callback), *args, context=context)

    def call_soon_threadsafe(
        self, callback: Callable[[*Ts], object], *args: *Ts, context: Context | None = None
    ) -> asyncio.Handle:
        return super().call_soon_threadsafe(self._watched(callback), *args, context=context)

    def call_at(
        self, when: float, callback: Callable[[*Ts], object], *args: *Ts, context: Context | None = None
    ) -> asyncio.TimerHandle:
        return super().call_at(when, self._watched(callback), *args, context=context)

    def _watched(self, callback: Callable[[*Ts], object]) -> Callable[[*Ts], object]:
        def run(*args: *Ts) -> None:
            started = time.thread_time()
            try:
                callback(*args)
            finally:
                if (taken := time.thread_time() - started) > LONGEST:
                    self.slowest.append((taken, repr(callback)))

        return run


def watch(work: Callable[[], Any]) -> list[tuple[float, str]]:
    """The callbacks that took too long while it ran."""
    loops: list[WatchedLoop] = []

    def make() -> WatchedLoop:
        loops.append(WatchedLoop())
        return loops[0]

    with asyncio.Runner(loop_factory=make) as runner:
        runner.run(work())
    return loops[0].slowest


@pytest.mark.parametrize("where", ["a callback", "a task", "a timer"])
def test_a_callback_that_blocks_is_caught(where: str) -> None:
    def block() -> None:
        until = time.thread_time() + LONGEST * 1.5
        while time.thread_time() < until:
            pass

    async def work() -> None:
        loop = asyncio.get_running_loop()
        if where == "a callback":
            loop.call_soon(block)
        elif where == "a timer":
            loop.call_later(0, block)
        else:
            block()
        await asyncio.sleep(0.001)

    assert len(watch(work)) == 1


def connections() -> bytes:
    """An export as LinkedIn makes them."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"])
    rows.writerows(
        [f"Ana{each}", f"Ruiz{each}", "", f"ana{each}@example.org", "Example", "Designer", "12 Mar 2024"]
        for each in range(PEOPLE)
    )
    return out.getvalue().encode()


def actions(user: PracticeUser) -> list[Callable[[], dict[str, Any]]]:
    """What a person does in their first days, one after the other."""
    typed = (
        "Ana Ruiz, met at PyCon, designer at Example, monthly, birthday 12 May",
        "Ben Okafor: nurse in Porto, every 2 weeks, likes tea and long walks",
        "add Grace Lim, Joe Park and Zed Quill",
        "had coffee with Ana and Ben yesterday about the trial, promised to send the photos by Friday",
        "talked to Grace last Tuesday", "who do I know at Example", "ana", "Ana needs a flat in Porto", "#pycon Ana",
        "introduce Ana to Ben", "/people", "/settings", "nudge me on Thursdays at 8", "I live in Lisbon", "/next", "done",
        "remind me to write to Joe in two weeks", "/sort", "/stats", "/tags", "/promise", "/export", "/undo", "/help",
        "what can you do for me " * 150,
    )  # fmt: skip
    texts = [lambda text=text: user.text(text) for text in typed]
    return [
        *texts,
        lambda: user.document("Connections.csv", connections()),
        lambda: user.press("Import"),
        lambda: user.text("/export"),
    ]


async def live(store: Store) -> None:
    """Two people do it all, one after the other, and are sent a nudge at the end."""
    now = [MONDAY]
    api = PracticeBotApi(now=lambda: now[0])
    bot = PracticeBot(store, PracticeRequest(api), lambda: now[0])
    await bot.application.initialize()
    for user_id in (7, 8):
        user = api.user(user_id, first_name="Sam")
        user.start_chat()
        for act in actions(user):
            await bot.handle(Update.de_json(act(), bot.application.bot))
    now[0] += timedelta(days=8)
    await bot.tick(now[0])
    await bot.application.shutdown()
    bot.application.bot_data.threads.shutdown()


def test_no_callback_blocks_the_loop(sqlite_store: Store) -> None:
    assert watch(lambda: live(sqlite_store)) == []
    for user_id in (7, 8):
        assert sqlite_store.inbox_count(user_id) == PEOPLE
        assert sqlite_store.people(user_id, offset=0, limit=1)[1] >= 2, "the people they named are there, too"
