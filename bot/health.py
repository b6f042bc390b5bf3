"""Whether this process lives, and whether it can do its work: what a load balancer or an operator asks it.

Alive: the event loop turns, which an answer shows by itself, and the tick isn't stuck. Ready: the migrations are done,
Telegram knows the token and answered lately, the database answers, and nobody told the process to stop. However often
it is asked, the database and Telegram are asked seldom, and each by one question at a time.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Final, Literal

from bot.logs import whereabouts
from bot.metrics import PULSE, Pulse
from bot.stopping import Stop

log = logging.getLogger(__name__)

Failing = Literal["stopping", "migrations", "telegram", "database"]
#: Anything that raises where it can't be had.
Ask = Callable[[], Awaitable[object]]

#: Seconds without a sign of life from the tick, which comes every few seconds and gives one with each nudge it sends.
STUCK: Final = 300.0
#: Seconds that an answer of Telegram's counts; a polling bot hears from it every 30.
LATELY: Final = 60.0
#: Seconds between two questions to the database, of what is due and to Telegram, and how long each may take to answer.
DATABASE_EVERY, DATABASE_LIMIT = 2.0, 2.0
DUE_EVERY, DUE_LIMIT = 5.0, 2.0
TELEGRAM_EVERY, TELEGRAM_LIMIT = 30.0, 5.0


class Check:
    """A question that is asked every so often at most; in between, its last answer holds. One that has not come within
    `limit` seconds fails, and no second question is asked while it is waited for."""

    def __init__(self, name: str, ask: Ask, *, every: float, limit: float, clock: Callable[[], float]) -> None:
        self._name, self._ask, self._every, self._limit, self._clock = name, ask, every, limit, clock
        self._asking: asyncio.Task[bool] | None = None
        self._asked_at = 0.0
        self._passed = True

    async def passes(self) -> bool:
        now = self._clock()
        if self._asking is None or (self._asking.done() and now - self._asked_at >= self._every):
            self._asking, self._asked_at = asyncio.create_task(self._try()), now
        await asyncio.wait([self._asking], timeout=self._limit)
        passed = self._asking.done() and self._asking.result()
        if passed != self._passed:
            log.log(logging.INFO if passed else logging.WARNING, "%s: %s", self._name, "back" if passed else "away")
        self._passed = passed
        return passed

    async def _try(self) -> bool:
        try:
            await self._ask()
        except Exception as error:
            log.info("%s does not answer: %s", self._name, whereabouts(error))
            return False
        return True


class Health:
    """`clock` gives monotonic seconds, the same as the pulse's."""

    def __init__(self, stop: Stop, pulse: Pulse = PULSE, clock: Callable[[], float] = time.monotonic) -> None:
        self._stop, self._pulse, self._clock = stop, pulse, clock
        self._database: Check | None = None
        self._telegram: Check | None = None
        self._due: Check | None = None

    def migrated(self, ask_database: Ask, ask_due: Ask) -> None:
        """`ask_due` looks up what is due, for the figures."""
        self._due = Check("due", ask_due, every=DUE_EVERY, limit=DUE_LIMIT, clock=self._clock)
        self._database = Check("database", ask_database, every=DATABASE_EVERY, limit=DATABASE_LIMIT, clock=self._clock)

    def welcomed(self, ask_telegram: Ask) -> None:
        """Telegram knows the token."""
        self._telegram = Check("telegram", ask_telegram, every=TELEGRAM_EVERY, limit=TELEGRAM_LIMIT, clock=self._clock)

    def is_alive(self) -> bool:
        """Before its first tick a process waits for the database or for Telegram, however long that takes."""
        ticked_at = self._pulse.ticked_at
        return ticked_at is None or self._stop.told or self._clock() - ticked_at < STUCK

    async def failing(self) -> list[Failing]:
        """What keeps it from its work; nothing when it is ready."""
        if self._stop.told:
            return ["stopping"]
        if self._database is None:
            return ["migrations"]
        if self._telegram is None:
            return ["telegram"]
        checks: list[Failing] = ["telegram", "database"]
        passed = await asyncio.gather(self._hears(self._telegram), self._database.passes())
        return [name for name, passes in zip(checks, passed, strict=True) if not passes]

    async def look_at_due(self) -> None:
        """Have the figures of what is due be of now, or of some seconds ago."""
        if self._due is not None:
            await self._due.passes()

    async def _hears(self, telegram: Check) -> bool:
        """Whether Telegram answers: by its last calls, and where those were long ago or in vain by asking it."""
        answered, unanswered = self._pulse.answered_at, self._pulse.unanswered_at
        if answered is not None and self._clock() - answered < LATELY and answered >= (unanswered or answered):
            return True
        return await telegram.passes()
