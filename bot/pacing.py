"""How fast Dotty sends: one shared deadline after a 429, and a token bucket that only nudges go through."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from aiolimiter import AsyncLimiter
from telegram._utils.types import JSONDict
from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.faults import retry_after

#: The mark of a send that is a nudge.
NUDGE = "nudge"
#: Telegram allows about 30 messages a second over all chats; nudges take two thirds and leave the rest to replies.
NUDGES_A_SECOND = 20
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
        """Send when the deadline has passed; after a 429 everybody waits for the later deadline, then tries again."""
        if rate_limit_args == NUDGE:
            await self._nudges.acquire()
        for _ in range(TRIES - 1):
            await self._wait()
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as error:
                self._deadline = max(self._deadline, self._now() + retry_after(error))
        await self._wait()
        return await callback(*args, **kwargs)

    async def _wait(self) -> None:
        while (left := self._deadline - self._now()) > 0:
            await self._sleep(left)

    def _now(self) -> float:
        return (self._clock or asyncio.get_running_loop().time)()
