"""Being told to stop: whoever waits gives up waiting, and what is in hand has a few seconds left."""

import asyncio
import signal
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")

#: Seconds that what is in hand may take to end. Docker kills after 10, Heroku and Kubernetes after 30.
LIMIT = 8.0


class Stop:
    """Told once, and for good."""

    def __init__(self) -> None:
        self._event = asyncio.Event()
        self._deadline = 0.0

    @property
    def told(self) -> bool:
        return self._event.is_set()

    @property
    def seconds_left(self) -> float:
        """Of the limit; to be asked once told."""
        return max(0.0, self._deadline - asyncio.get_running_loop().time())

    def tell(self) -> None:
        if not self.told:
            self._deadline = asyncio.get_running_loop().time() + LIMIT
            self._event.set()

    async def wait(self) -> None:
        await self._event.wait()

    async def unless(self, work: Coroutine[Any, Any, T]) -> T | None:
        """The work's result; None, and the work cut short, when told to stop before it ends."""
        doing, telling = asyncio.create_task(work), asyncio.create_task(self._event.wait())
        try:
            await asyncio.wait([doing, telling], return_when=asyncio.FIRST_COMPLETED)
            return doing.result() if doing.done() else None
        finally:
            telling.cancel()
            doing.cancel()
            await asyncio.wait([doing, telling])


def listen(stop: Stop) -> None:
    """Ctrl-C and SIGTERM tell it, and a second one ends the program at once. Not by the event loop's own handlers, for
    Windows has none."""
    loop = asyncio.get_running_loop()

    def tell(number: int, _frame: object) -> None:
        signal.signal(number, signal.SIG_DFL)
        loop.call_soon_threadsafe(stop.tell)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, tell)
