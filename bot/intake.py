"""Updates in: at once across users, in order for each user, acknowledged to Telegram only when handled.

The library's own Updater confirms updates while they still wait in memory, so a killed process loses them. Here the
next offset is asked for when the whole batch is handled; what a kill interrupts comes again and is recognised by its
update id.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable
from typing import Any

from telegram import Bot, Update
from telegram.error import TelegramError
from telegram.ext import Application

from bot.faults import Fault, classify

log = logging.getLogger(__name__)

#: How many users' updates are handled at the same time.
AT_ONCE = 64
#: Seconds Telegram keeps a getUpdates open when nothing is there.
POLL_SECONDS = 30
#: How many 409s in a row are forgiven: a process that is being replaced lingers for a moment.
CONFLICTS = 2
#: What Dotty reacts to. `message_reaction` has to be asked for.
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member", "message_reaction")

AnyApplication = Application[Any, Any, Any, Any, Any, Any]


class Intake:
    """Hands updates to the application."""

    def __init__(self, application: AnyApplication) -> None:
        self._application = application
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._last: dict[int, asyncio.Task[None]] = {}

    def accept(self, update: Update) -> asyncio.Task[None]:
        """Start on an update, behind the same user's earlier ones; the task ends when it has been handled."""
        key = update.effective_user.id if update.effective_user else 0
        task = asyncio.create_task(self._handle(update, after=self._last.get(key)))
        self._last[key] = task
        task.add_done_callback(lambda done: self._forget(key, done))
        return task

    async def handle_all(self, updates: Iterable[Update]) -> None:
        """Handle a batch to its end."""
        await asyncio.gather(*[self.accept(update) for update in updates])

    async def drain(self, seconds: float) -> None:
        """Wait for what is in hand, but no longer than that; the rest comes again at the next start."""
        if self._last:
            await asyncio.wait(list(self._last.values()), timeout=seconds)

    async def _handle(self, update: Update, after: asyncio.Task[None] | None) -> None:
        if after is not None:
            await asyncio.wait([after])
        async with self._slots:
            await self._application.process_update(update)

    def _forget(self, key: int, task: asyncio.Task[None]) -> None:
        if self._last.get(key) is task:
            del self._last[key]


async def poll(bot: Bot, intake: Intake, on_trouble: Callable[[Fault], None]) -> None:
    """Poll until cancelled. Waits longer after each failure, up to half a minute.

    Raises Telegram's error for what waiting can't heal: a refused token, and a second poller that stays.
    """
    offset, wait, conflicts = 0, 1.0, 0
    while True:
        try:
            updates = await bot.get_updates(
                offset=offset, timeout=POLL_SECONDS, allowed_updates=ALLOWED_UPDATES, read_timeout=POLL_SECONDS + 10
            )
        except TelegramError as error:
            fault = classify(error)
            conflicts = conflicts + 1 if fault is Fault.CONFLICT else 0
            if fault is Fault.BAD_TOKEN or conflicts > CONFLICTS:
                raise
            on_trouble(fault)
            await asyncio.sleep(wait)
            wait = min(wait * 2, 30.0)
            continue
        wait, conflicts = 1.0, 0
        await intake.handle_all(updates)
        offset = updates[-1].update_id + 1 if updates else offset
