"""The updates that polling has fetched and not yet acknowledged.

Telegram is told of one that all before it are handled, too (https://core.telegram.org/bots/api#getupdates). So that nobody
waits for another's long row of messages, what comes meanwhile is asked for again and again from the first unhandled one on;
Telegram gives a hundred from there, and so no more than that are in hand.
"""

import asyncio
from collections.abc import Callable, Sequence

from telegram import Update


class Window:
    """`offset` is what to ask from. `accept` starts on an update; its task tells whether it has been handled."""

    def __init__(self, accept: Callable[[Update], asyncio.Task[bool]]) -> None:
        self._accept = accept
        self._tasks: dict[int, asyncio.Task[bool]] = {}
        self._newest = 0
        self.offset = 0

    @property
    def is_empty(self) -> bool:
        return not self._tasks

    def take(self, updates: Sequence[Update], newest: int) -> bool:
        """Start on those that are not in hand; whether there were any. `newest`: the last id that came, be it of one that
        can't be read, or 0 where nothing waits."""
        new = [update for update in updates if update.update_id not in self._tasks]
        for update in new:
            self._tasks[update.update_id] = self._accept(update)
        self._newest = newest or self._newest
        return bool(new)

    async def settle(self, seconds: float | None = None) -> None:
        """Until all are handled, or so much time has passed."""
        waiting = [task for task in self._tasks.values() if not task.done()]
        if waiting:
            await asyncio.wait(waiting, timeout=seconds)
        for update_id, task in sorted(self._tasks.items()):
            if not task.done() or not task.result():
                self.offset = update_id
                return
            del self._tasks[update_id]
        if self._newest:
            self.offset = self._newest + 1

    async def close(self) -> None:
        """Leave what is still in hand to the next start."""
        for task in self._tasks.values():
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks.values())
