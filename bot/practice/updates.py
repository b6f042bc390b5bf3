"""The updates that wait for the bot, with getUpdates' own rules."""

import asyncio
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.practice.refusals import Json, RefusedError

#: Sent only to bots that ask for them by name (https://core.telegram.org/bots/api#getupdates).
_ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
#: Updates a getUpdates gives at most, and waits at most, in seconds.
BATCH_LIMIT, WAIT_LIMIT = 100, 50
_CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


@dataclass(slots=True)
class Updates:
    """A queue by update_id, for any number of threads that put and one loop that gets."""

    changed: threading.Condition
    #: Held for each look and each change; told when a poll begins to wait.
    waiting: dict[int, Json] = field(default_factory=dict)
    allowed: frozenset[str] = frozenset()
    #: Kinds the bot asked for; empty for Telegram's default.
    _poll: tuple[asyncio.AbstractEventLoop, asyncio.Future[bool]] | None = None

    @property
    def polling(self) -> bool:
        """Whether a getUpdates waits."""
        return self._poll is not None

    def put(self, update: Json) -> None:
        """Queue it, if it is of a kind that the bot asked for."""
        kind = next(name for name in update if name != "update_id")
        if kind in self.allowed or (not self.allowed and kind not in _ON_REQUEST):
            with self.changed:
                self.waiting[update["update_id"]] = update
            self._wake(arrived=True)

    def confirm(self, offset: int) -> None:
        """Drop what lies below `offset`, for good."""
        with self.changed:
            self.waiting = {one: update for one, update in self.waiting.items() if one >= offset}

    def allow(self, kinds: Iterable[str]) -> None:
        """Only these kinds from now on; an empty list is the default set again."""
        self.allowed = frozenset(kinds)

    async def get(self, offset: int, limit: int, seconds: float) -> list[Json]:
        """Up to `limit` updates from `offset` on, waiting up to `seconds` for the first.

        `offset` confirms everything below it; a negative one counts from the newest. A second call while one waits
        ends the first with 409, as Telegram does.
        """
        self._wake(arrived=False)
        self.confirm(max(self.waiting, default=0) + offset + 1 if offset < 0 else offset)
        if not self.waiting and seconds > 0:
            await self._wait(min(seconds, WAIT_LIMIT))
        with self.changed:
            return [self.waiting[one] for one in sorted(self.waiting)][: min(max(limit, 1), BATCH_LIMIT)]

    async def _wait(self, seconds: float) -> None:
        loop = asyncio.get_running_loop()
        arrived: asyncio.Future[bool] = loop.create_future()
        mine = self._poll = (loop, arrived)
        with self.changed:
            self.changed.notify_all()
        try:
            async with asyncio.timeout(seconds):
                if not self.waiting and not await arrived:
                    raise RefusedError(409, _CONFLICT)
        except TimeoutError:
            return
        finally:
            if self._poll is mine:
                self._poll = None

    def _wake(self, *, arrived: bool) -> None:
        if (poll := self._poll) is not None:
            self._poll = None
            poll[0].call_soon_threadsafe(_settle, poll[1], arrived)


def _settle(poll: asyncio.Future[bool], arrived: bool) -> None:
    if not poll.done():
        poll.set_result(arrived)
