"""One message that shows how far long work is, edited now and then; whatever happens to it, the work goes on."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from telegram.error import TelegramError

from bot.faults import Fault, classify
from bot.import_cards import Message

log = logging.getLogger(__name__)

#: Seconds of the event loop's clock between two edits: Telegram wants no more than one a second in a chat.
PACE = 2.0
#: Seconds between the tries to say how it ended.
WAITS = (0.5, 2.0, 5.0)


class Progress:
    """`show` puts a message up; `words` makes one of how many are done, of how many."""

    def __init__(
        self, user_id: int, show: Callable[[Message], Awaitable[None]], words: Callable[[int, int], Message]
    ) -> None:
        self._user_id, self._show, self._words = user_id, show, words
        self._shown_at = asyncio.get_running_loop().time()
        self._showing: asyncio.Task[bool] | None = None

    async def show(self, done: int, total: int) -> None:
        """How far it is, unless that was shown a moment ago or is being shown: nothing here is waited for."""
        now = asyncio.get_running_loop().time()
        if now - self._shown_at >= PACE and (self._showing is None or self._showing.done()):
            self._shown_at = now
            self._showing = asyncio.create_task(self._try(self._words(done, total)))

    async def end(self, message: Message) -> bool:
        """Say how it ended; tried some times, for no later edit makes up for this one. False when it can't be said now."""
        if self._showing is not None:
            await asyncio.wait([self._showing])
        for wait in WAITS:
            if await self._try(message):
                return True
            await asyncio.sleep(wait)
        return await self._try(message)

    async def _try(self, message: Message) -> bool:
        """Whether it is said, or never can be."""
        try:
            await self._show(message)
        except TelegramError as error:
            fault = classify(error)
            log.warning("user %s was not shown how far an import is: %s", self._user_id, fault.name)
            return fault in (Fault.GONE, Fault.REFUSED, Fault.MAYBE_DELIVERED)
        return True
