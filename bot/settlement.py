"""Writing down what was sent, for many nudges at once, and trying hard: where that fails, they go out a second time."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TypeVar

from bot.context import Services
from bot.logs import whereabouts
from bot.troubles import find_trouble
from storage.claiming import Delivered

log = logging.getLogger(__name__)

T = TypeVar("T")

#: Seconds between the tries to write down what has happened.
SETTLE_WAITS = (0.1, 0.5, 2.0, 5.0)
#: So many are written down at once. None waits for others to come, for a process that dies between Telegram's answer and
#: the commit sends it again: but those that come while others are being written down go together.
MOST = 100


class Settlement:
    """The one place where this process writes down what Telegram took."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._waiting: list[tuple[Delivered, datetime, asyncio.Future[None]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def settle(self, delivered: Delivered, now: datetime) -> None:
        """Come back when it is written down, or can't be. Whoever waits may be cancelled: it is written even so."""
        done = asyncio.get_running_loop().create_future()
        self._waiting.append((delivered, now, done))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write())
        await done

    async def _write(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
            try:
                await self._settle_all([delivered for delivered, _, _ in batch], max(now for _, now, _ in batch))
            finally:
                for _, _, done in batch:
                    if not done.done():
                        done.set_result(None)

    async def _settle_all(self, batch: list[Delivered], now: datetime) -> None:
        """All at once; one by one where a row of one of them keeps the others from being written."""
        try:
            await self.surely(partial(self._services.store.settle_all, batch, now))
        except Exception as error:
            if len(batch) == 1:
                log.error("nudge %s was sent and not settled: %s", batch[0].nudge_id, whereabouts(error))
                return
            log.error("%s sent nudges are settled one by one: %s", len(batch), whereabouts(error))
            for each in batch:
                await self._settle_all([each], now)

    async def surely(self, write: Callable[[], T]) -> T | None:
        """None where the database stays away."""
        for wait in SETTLE_WAITS:
            try:
                return await self._services.db(write)
            except Exception as error:
                if not passes(self._services, error):
                    raise
            await asyncio.sleep(wait)
        return None


def passes(services: Services, error: Exception) -> bool:
    """Whether it is nobody's fault but the database's: then everything stays due, and the operator is told."""
    trouble = find_trouble(error)
    if trouble is not None:
        services.troubles.tell_operator(trouble)
    return trouble is not None
