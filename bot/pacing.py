"""How fast Dotty sends: one shared deadline after a 429, and a token bucket that only nudges go through."""

import asyncio
import math
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from aiolimiter import AsyncLimiter
from telegram._utils.types import JSONDict
from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.faults import retry_after

#: The mark of a send that is a nudge.
NUDGE = "nudge"
#: Telegram allows about 30 messages a second over all chats; the nudges of one process take two thirds and leave the
#: rest to replies. Several processes are held back by Telegram's 429 alone.
NUDGES_A_SECOND = 20
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
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        clock: Callable[[], float] | None = None,
    ) -> None:
        self._sleep = sleep
        self._clock = clock
        self._deadline = 0.0
        # A small bucket, often refilled: a full second's worth at once would be a burst.
        self._nudges = AsyncLimiter(NUDGES_A_SECOND / 10, 0.1)

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
        del endpoint, data  # what is sent makes no difference, but for its being a nudge
        patience = math.inf
        if rate_limit_args == NUDGE:
            await self._nudges.acquire()
            patience = NUDGES_WAIT
        tries = 0
        while True:
            await self._wait(patience)
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as error:
                tries += 1
                self._deadline = max(self._deadline, self._now() + retry_after(error))
                if tries == TRIES:
                    raise

    async def _wait(self, patience: float) -> None:
        while (left := self._deadline - self._now()) > 0:
            if left > patience:
                raise RetryAfter(math.ceil(left))
            await self._sleep(left)

    def _now(self) -> float:
        return (self._clock or asyncio.get_running_loop().time)()
