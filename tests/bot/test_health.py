"""Whether the process lives and can work: asked often, asking seldom."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bot.health import DATABASE_EVERY, LATELY, STUCK, TELEGRAM_EVERY, Health
from bot.metrics import Pulse
from bot.stopping import Stop


class Process:
    """A process that is well: migrated, welcomed by Telegram, both of which can be taken away."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.stop = Stop()
        self.pulse = Pulse(self.clock)
        self.health = Health(self.stop, self.pulse, self.clock)
        self.away: set[str] = set()
        self.silent: set[str] = set()
        self.asked: list[str] = []

    def clock(self) -> float:
        return self.now

    def begin(self) -> None:
        self.health.migrated(lambda: self.ask("database"), lambda: self.ask("due"))
        self.health.welcomed(lambda: self.ask("telegram"))
        self.pulse.hear("ok")

    async def ask(self, whom: str) -> None:
        self.asked.append(whom)
        if whom in self.silent:
            await asyncio.Event().wait()
        if whom in self.away:
            raise LookupError("Ana Ruiz")


@pytest.fixture
def process() -> Process:
    return Process()


def failing(process: Process) -> list[str]:
    return list(asyncio.run(process.health.failing()))


def running(process: Process, work: Callable[[], Awaitable[None]]) -> None:
    async def use() -> None:
        process.begin()
        await work()

    asyncio.run(use())


def test_it_is_ready_step_by_step(process: Process) -> None:
    assert failing(process) == ["migrations"]
    process.health.migrated(lambda: process.ask("database"), lambda: process.ask("due"))
    assert failing(process) == ["telegram"]
    process.begin()
    assert failing(process) == []


def test_told_to_stop_it_is_not_ready_from_that_moment_but_alive(process: Process) -> None:
    async def use() -> None:
        process.begin()
        process.stop.tell()
        assert await process.health.failing() == ["stopping"]
        assert process.health.is_alive()

    asyncio.run(use())


def test_the_database_is_asked_seldom_however_often_anybody_asks(process: Process) -> None:
    async def work() -> None:
        for _ in range(5):
            await asyncio.gather(*[process.health.failing() for _ in range(20)])
        assert process.asked == ["database"]
        process.now += DATABASE_EVERY
        assert await process.health.failing() == []
        assert process.asked == ["database"] * 2

    running(process, work)


def test_a_database_that_fails_is_named_and_its_coming_back_seen(
    process: Process, caplog: pytest.LogCaptureFixture
) -> None:
    async def work() -> None:
        process.away.add("database")
        assert await process.health.failing() == ["database"]
        process.away.clear()
        process.now += DATABASE_EVERY
        assert await process.health.failing() == []

    with caplog.at_level("INFO", "bot"):
        running(process, work)
    assert "database: away" in caplog.text
    assert "database: back" in caplog.text
    assert "Ana" not in caplog.text


def test_a_database_that_hangs_fails_and_is_asked_no_second_time(
    process: Process, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.health.DATABASE_LIMIT", 0.01)

    async def work() -> None:
        process.silent.add("database")
        for _ in range(3):
            assert await process.health.failing() == ["database"]
            process.now += DATABASE_EVERY
        assert process.asked == ["database"]

    running(process, work)


def test_telegram_is_not_asked_while_it_answers(process: Process) -> None:
    async def work() -> None:
        for _ in range(10):
            process.now += LATELY - 1
            process.pulse.hear("403")
            assert await process.health.failing() == []
        assert "telegram" not in process.asked

    running(process, work)


def test_after_a_silence_telegram_is_asked_now_and_then(process: Process) -> None:
    async def work() -> None:
        process.now += LATELY
        assert await process.health.failing() == []
        assert await process.health.failing() == []
        assert process.asked.count("telegram") == 1
        process.away.add("telegram")
        process.now += TELEGRAM_EVERY
        assert await process.health.failing() == ["telegram"]
        process.pulse.hear("ok")
        assert await process.health.failing() == []

    running(process, work)


def test_a_call_in_vain_makes_it_ask_at_once(process: Process) -> None:
    async def work() -> None:
        process.now += 1
        process.pulse.hear("timeout")
        process.away |= {"telegram", "database"}
        assert await process.health.failing() == ["telegram", "database"]

    running(process, work)


def test_a_token_that_was_revoked_keeps_it_from_its_work_however_fast_telegram_says_so(process: Process) -> None:
    async def work() -> None:
        process.away.add("telegram")
        for _ in range(3):
            process.now += 1
            process.pulse.hear("401")
            assert await process.health.failing() == ["telegram"]

    running(process, work)


def test_it_is_alive_till_a_tick_is_stuck(process: Process) -> None:
    process.now += 10 * STUCK
    assert process.health.is_alive()  # it waits for Telegram, and nothing ticks yet
    process.pulse.tick()
    process.now += STUCK - 1
    assert process.health.is_alive()
    process.now += 1
    assert not process.health.is_alive()
    process.pulse.tick()
    assert process.health.is_alive()
