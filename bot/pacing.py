"""How fast Dotty sends: one shared deadline after a 429, and a token bucket that only nudges go through.

The nudges' pace is the whole fleet's: each process takes its turn in the database for as many as it is about to send, and
a 429 that one of them is told holds all of them back.
"""

import asyncio
import logging
import math
from collections.abc import Awaitable, Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from aiolimiter import AsyncLimiter
from telegram._utils.types import JSONDict
from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.faults import retry_after
from bot.handover import put_on_wire
from bot.metrics import counted
from bot.troubles import find_trouble

if TYPE_CHECKING:
    from bot.context import Services

log = logging.getLogger(__name__)

#: The mark of a send that is a nudge.
NUDGE = "nudge"
#: Telegram allows about 30 messages a second over all chats; nudges take two thirds and leave the rest to replies.
NUDGES_A_SECOND = 20
#: Telegram wants no more than about one message a second in one chat.
CHAT_GAP = 1.0
#: So many chats are remembered for that at most.
_MOST_CHATS = 4096
#: The nudges' name among what the fleet paces; how many seconds' worth a process takes at once; and how far ahead of its
#: turn it may be, so that a few are sent at once.
_NAME, _TAKEN, _EARLY = "nudges", 2.0, 0.25
#: How many are on their way at least, and how many seconds' worth.
_FEWEST, _ON_THE_WAY = 8, 0.2
#: Seconds a nudge waits for a deadline, far below the time after which it counts as unsent; then the sending loop
#: takes it back and sends it when the deadline has passed.
NUDGES_WAIT = 60.0
#: How often one request is tried when Telegram keeps answering 429.
TRIES = 4


class Pacer(BaseRateLimiter[str]):
    """Sits between the bot's methods and the network.

    `sleep` and `clock` (seconds, monotonic) are arguments so that a test can let time pass.
    """

    def __init__(
        self,
        nudges_per_second: float = NUDGES_A_SECOND,
        *,
        chat_gap: float = CHAT_GAP,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        clock: Callable[[], float] | None = None,
    ) -> None:
        self._sleep = sleep
        self._clock = clock
        self._deadline = 0.0
        # A small bucket, often refilled: a full second's worth at once would be a burst.
        bucket = max(1.0, nudges_per_second / 10)
        self._nudges = AsyncLimiter(bucket, bucket / nudges_per_second)
        self._chat_gap = chat_gap
        #: When each chat had its newest nudge, the longest ago first.
        self._nudged_at: dict[Any, float] = {}
        #: Told of every 429, with its seconds.
        self.on_halt: Callable[[float], Awaitable[None]] | None = None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, bool | JSONDict | list[JSONDict]]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: str | None,
    ) -> bool | JSONDict | list[JSONDict]:
        """Send when the deadline has passed; after a 429 everybody waits for the later deadline, then tries again.

        Raises RetryAfter when that was in vain, and for a nudge that would have to wait long.
        """
        patience = math.inf
        if rate_limit_args == NUDGE:
            await self._leave_gap(data.get("chat_id"))
            patience = NUDGES_WAIT
        tries = 0
        while True:
            await self._wait(patience)
            if rate_limit_args == NUDGE:
                await self._take_turn(patience)
            try:
                put_on_wire()
                return await counted(endpoint, callback(*args, **kwargs))
            except RetryAfter as error:
                put_on_wire(False)
                tries += 1
                self._deadline = max(self._deadline, self._now() + retry_after(error))
                if self.on_halt is not None:
                    await self.on_halt(retry_after(error))
                if tries == TRIES:
                    raise

    async def _take_turn(self, patience: float) -> None:
        """A turn counts only where nothing holds it back: what a 429 has kept waiting would go out all at once."""
        await self._nudges.acquire()
        while self._deadline > self._now():
            await self._wait(patience)
            await self._nudges.acquire()

    async def _leave_gap(self, chat: object) -> None:
        """Wait till the chat's last nudge is a second old."""
        due = self._nudged_at.pop(chat, -math.inf) + self._chat_gap
        self._nudged_at[chat] = max(due, self._now())
        if len(self._nudged_at) > _MOST_CHATS:
            del self._nudged_at[next(iter(self._nudged_at))]
        if (left := due - self._now()) > 0:
            await self._sleep(left)

    async def _wait(self, patience: float) -> None:
        while (left := self._deadline - self._now()) > 0:
            if left > patience:
                raise RetryAfter(math.ceil(left))
            await self._sleep(left)

    def _now(self) -> float:
        return (self._clock or asyncio.get_running_loop().time)()


class FleetPace:
    """The pace of the nudges of all processes together. Telegram's clock is everybody's, so it goes by the real time,
    whatever the time is that nudges are due by."""

    def __init__(
        self,
        services: "Services",
        per_second: float,
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._services, self._per_second, self._sleep, self._clock = services, per_second, sleep, clock
        self._held_until = datetime.min.replace(tzinfo=UTC)

    @property
    def at_once(self) -> int:
        """How many nudges may be claimed now: as many as are sent in two seconds, and none while Telegram forbids it
        for longer than a nudge may wait."""
        return 0 if self._held_until > self._clock() else max(1, int(self._per_second * _TAKEN))

    @property
    def in_flight(self) -> int:
        """How many may be on their way: few where few are sent, for a nudge that somebody asked for waits behind them."""
        return max(_FEWEST, int(self._per_second * _ON_THE_WAY))

    async def wait_for(self, count: int) -> bool:
        """Take the fleet's next `count` sends and wait for them; False, at once, where that would be too long."""
        now, store = self._clock(), self._services.store
        free_at = await self._services.db(store.reserve, _NAME, count, self._per_second, now=now)
        wait = (free_at - now).total_seconds() - _EARLY
        if wait > NUDGES_WAIT:
            self._held_until = free_at
            return False
        if wait > 0:
            await self._sleep(wait)
        return True

    async def hold(self, seconds: float) -> None:
        """Telegram told this process to wait so long: so do all, unless the database is away, which tells them."""
        until = self._clock() + timedelta(seconds=seconds)
        try:
            await self._services.db(self._services.store.hold, _NAME, until)
        except Exception as error:
            if find_trouble(error) is None:
                raise
            log.warning("other processes are not told of a 429 of %s s", seconds)
