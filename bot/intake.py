"""Updates in: at once across users, in order for each user, acknowledged to Telegram only when handled.

The library's own Updater confirms updates while they still wait in memory, so a killed process loses them. Here the
next offset is asked for when the whole batch is handled; what a kill interrupts comes again and is recognised by its
update id. What a database or a Telegram that can't be reached interrupts is tried again (bot.troubles).
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from itertools import chain, count, repeat

from telegram import Bot, Update
from telegram.error import TelegramError

from bot.app import DottyApplication
from bot.faults import Fault, classify
from bot.stopping import Stop
from bot.troubles import TRIES, WAITS, Trouble

log = logging.getLogger(__name__)

#: How many users' updates are handled at the same time.
AT_ONCE = 64
#: Seconds Telegram keeps a getUpdates open when nothing is there, and seconds more until it is given up for lost.
POLL_SECONDS, POLL_GRACE = 30, 10
#: Seconds to wait after a getUpdates that failed; the last one holds from then on.
POLL_WAITS = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
#: How many 409s in a row are forgiven: a process that is being replaced lingers for a moment.
CONFLICTS = 2
#: What Dotty reacts to. `message_reaction` has to be asked for.
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member", "message_reaction")


class Intake:
    """Hands updates to the application.

    `patient`: wait in the face of a lasting trouble. Where somebody else tries again, as Telegram does with webhooks,
    the update is given up as not handled instead.
    """

    def __init__(self, application: DottyApplication, stop: Stop, *, patient: bool = True) -> None:
        self._application = application
        self._stop = stop
        self._patient = patient
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._last: dict[int, asyncio.Task[bool]] = {}

    def accept(self, update: Update) -> asyncio.Task[bool]:
        """Start on an update, behind the same user's earlier ones; the task tells whether it has been handled."""
        user_id = update.effective_user.id if update.effective_user else 0
        task = asyncio.create_task(self._take(update, user_id, after=self._last.get(user_id)))
        self._last[user_id] = task
        task.add_done_callback(lambda done: self._forget(user_id, done))
        return task

    async def handle_all(self, updates: Sequence[Update]) -> int:
        """Handle a batch; the first update id that is yet to be handled, which lies behind the batch as a rule."""
        handled = await asyncio.gather(*[self.accept(update) for update in updates])
        left = [update.update_id for update, done in zip(updates, handled, strict=True) if not done]
        return min(left, default=updates[-1].update_id + 1)

    async def _take(self, update: Update, user_id: int, after: asyncio.Task[bool] | None) -> bool:
        if after is not None:
            await asyncio.wait([after])
            if after.cancelled() or not after.result():
                return False  # behind one that comes again, this one has to come again too
        waits = chain(WAITS, repeat(WAITS[-1]))
        for tries in count(1):
            trouble = await self._handle(update, user_id)
            if trouble is None or (tries >= TRIES and not trouble.lasting):
                return True
            if trouble.lasting and not self._patient:
                return False
            await self._stop.unless(asyncio.sleep(next(waits)))
            if self._stop.told:
                break
        return False

    async def _handle(self, update: Update, user_id: int) -> Trouble | None:
        """One try; what kept the update from being handled, if anything did."""
        troubles = self._application.bot_data.troubles
        async with self._slots:
            await self._application.process_update(update)
        trouble = troubles.take(update.update_id)
        if trouble is None:
            troubles.end(user_id)
        log.debug("update %s of user %s: %s", update.update_id, user_id, "in trouble" if trouble else "handled")
        return trouble

    def _forget(self, user_id: int, task: asyncio.Task[bool]) -> None:
        if self._last.get(user_id) is task:
            del self._last[user_id]


async def poll(bot: Bot, intake: Intake, stop: Stop, on_trouble: Callable[[Fault], None]) -> None:
    """Poll until told to stop, and then confirm what has been handled. Waits longer after each failure.

    Raises Telegram's error for what waiting can't heal: a refused token, and a second poller that stays.
    """
    offset, conflicts, waits = 0, 0, chain(POLL_WAITS, repeat(POLL_WAITS[-1]))
    while not stop.told:
        try:
            updates = await stop.unless(_get_updates(bot, offset))
        except TelegramError as error:
            fault = classify(error)
            conflicts = conflicts + 1 if fault is Fault.CONFLICT else 0
            if fault is Fault.BAD_TOKEN or conflicts > CONFLICTS:
                raise
            on_trouble(fault)
            await stop.unless(asyncio.sleep(POLL_WAITS[0] if conflicts else next(waits)))
            continue
        conflicts, waits = 0, chain(POLL_WAITS, repeat(POLL_WAITS[-1]))
        if updates:
            offset = await intake.handle_all(updates)
    if offset:
        await _confirm(bot, offset)


async def _get_updates(bot: Bot, offset: int) -> tuple[Update, ...]:
    """The library adds `timeout` to `read_timeout`."""
    return await bot.get_updates(
        offset=offset, timeout=POLL_SECONDS, allowed_updates=ALLOWED_UPDATES, read_timeout=POLL_GRACE
    )


async def _confirm(bot: Bot, offset: int) -> None:
    """Spare people a second answer after the next start. Their data needs no confirming, so one try is enough."""
    try:
        await bot.get_updates(offset=offset, limit=1, timeout=0)
    except TelegramError as error:
        log.info("the last updates will come once more: %s", classify(error).name)
