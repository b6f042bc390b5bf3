import asyncio
import os
import signal

import pytest

from bot.stopping import LIMIT, Stop, listen


async def forever() -> str:
    await asyncio.Event().wait()
    return "never"


async def at_once() -> str:
    return "done"


def test_work_that_ends_first_gives_its_result_and_its_error() -> None:
    async def fail() -> None:
        raise LookupError

    async def use() -> None:
        stop = Stop()
        assert await stop.unless(at_once()) == "done"
        with pytest.raises(LookupError):
            await stop.unless(fail())

    asyncio.run(use())


def test_told_to_stop_it_cuts_the_work_short() -> None:
    async def use() -> None:
        stop = Stop()
        working = asyncio.create_task(stop.unless(forever()))
        await asyncio.sleep(0)
        stop.tell()
        assert await working is None
        assert stop.told
        assert await stop.unless(forever()) is None

    asyncio.run(use())


def test_cancelled_it_takes_the_work_along() -> None:
    async def use() -> None:
        ended = asyncio.Event()

        async def work() -> None:
            try:
                await forever()
            finally:
                ended.set()

        working = asyncio.create_task(Stop().unless(work()))
        await asyncio.sleep(0.001)
        working.cancel()
        with pytest.raises(asyncio.CancelledError):
            await working
        assert ended.is_set()

    asyncio.run(use())


def test_the_time_runs_from_the_first_telling() -> None:
    async def use() -> None:
        stop = Stop()
        assert stop.seconds_left == 0
        stop.tell()
        first = stop.seconds_left
        assert LIMIT - 1 < first <= LIMIT
        stop.tell()
        assert stop.seconds_left <= first

    asyncio.run(use())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signals_tell_it(number: signal.Signals) -> None:
    async def use() -> None:
        stop = Stop()
        listen(stop)
        os.kill(os.getpid(), number)
        await asyncio.wait_for(stop.wait(), 10)

    before = {each: signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        asyncio.run(use())
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
