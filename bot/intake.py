"""Updates in: at once across users, in order for each user, acknowledged to Telegram only when handled.

The library's own Updater confirms updates while they still wait in memory, so a killed process loses them. Here the
next offset is asked for when the whole batch is handled; what a kill interrupts comes again and is recognised by its
update id. What a database or a Telegram that can't be reached interrupts is tried again (bot.troubles).
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from itertools import chain, count, repeat
from typing import TYPE_CHECKING

from telegram import Bot, Update
from telegram.error import RetryAfter, TelegramError

from bot.faults import Fault, classify, retry_after
from bot.logs import concern
from bot.metrics import Outcome, count_update, counted, kind_of, note, noting, watch_queue
from bot.stopping import Stop
from bot.troubles import TRIES, WAITS, Trouble
from bot.updates import get_one_by_one, is_sound
from bot.window import Window

if TYPE_CHECKING:
    from bot.app import DottyApplication

log = logging.getLogger(__name__)

#: How many users' updates are handled at the same time: more than one getUpdates brings, or a webhook delivers at once.
AT_ONCE = 128
#: Seconds Telegram keeps a getUpdates open when nothing is there, and seconds more until it is given up for lost.
POLL_SECONDS, POLL_GRACE = 30, 10
#: Seconds between two getUpdates while somebody's updates are still in hand; longer when nothing new came.
MOMENTS = (0.1, 0.1, 0.2, 0.5)
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

    def __init__(self, application: "DottyApplication | None", stop: Stop, *, patient: bool = True) -> None:
        """`application`: None while it is still being loaded. What comes before that is done waits for `begin`."""
        self._application = application
        self._begun = asyncio.Event()
        if application is not None:
            self._begun.set()
        self._stop = stop
        self._patient = patient
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._last: dict[int, asyncio.Task[bool]] = {}
        self._in_hand = self._behind = self._for_a_slot = 0
        watch_queue("updates", lambda: self._in_hand)
        watch_queue("user", lambda: self._behind)
        watch_queue("slot", lambda: self._for_a_slot)

    def begin(self, application: "DottyApplication") -> None:
        self._application = application
        self._begun.set()

    def accept(self, update: Update) -> asyncio.Task[bool]:
        """Start on an update, behind the same user's earlier ones; the task tells whether it has been handled."""
        user_id = update.effective_user.id if update.effective_user else 0
        task = asyncio.create_task(self._account(update, user_id, after=self._last.get(user_id)))
        self._last[user_id] = task
        task.add_done_callback(lambda done: self._forget(user_id, done))
        return task

    async def _account(self, update: Update, user_id: int, after: asyncio.Task[bool] | None) -> bool:
        """Take it, with its ids in whatever is logged, and count what became of it."""
        concern(update_id=update.update_id, user_id=user_id)
        clock = asyncio.get_running_loop().time
        came_at = clock()
        outcome: Outcome = "put_off"
        self._in_hand += 1
        try:
            with noting() as noted:
                handled = await self._take(update, user_id, after)
            if handled:
                outcome = noted[0] if noted else "handled"
            return handled
        finally:
            self._in_hand -= 1
            count_update(kind_of(update), outcome, clock() - came_at)

    async def _take(self, update: Update, user_id: int, after: asyncio.Task[bool] | None) -> bool:
        if after is not None and not await self._went_well(after):
            return False  # behind one that comes again, this one has to come again too
        waits = chain(WAITS, repeat(WAITS[-1]))
        for tries in count(1):
            trouble = await self._handle(update, user_id)
            if trouble is None:
                return True
            if tries >= TRIES and not trouble.lasting:
                note("error")
                return True
            if trouble.lasting and not self._patient:
                return False
            await self._stop.unless(asyncio.sleep(next(waits)))
            if self._stop.told:
                break
        return False

    async def _went_well(self, earlier: asyncio.Task[bool]) -> bool:
        self._behind += 1
        try:
            await asyncio.wait([earlier])
        finally:
            self._behind -= 1
        return not earlier.cancelled() and earlier.result()

    async def _wait_for_a_slot(self) -> None:
        self._for_a_slot += 1
        try:
            await self._slots.acquire()
        finally:
            self._for_a_slot -= 1

    async def _handle(self, update: Update, user_id: int) -> Trouble | None:
        """One try; what kept the update from being handled, if anything did."""
        application = self._application or await self._loaded()
        troubles = application.bot_data.troubles
        await self._wait_for_a_slot()
        try:
            await application.process_update(update)
        finally:
            self._slots.release()
        trouble = troubles.take(update.update_id)
        if trouble is None:
            troubles.end(user_id)
        log.debug("update %s of user %s: %s", update.update_id, user_id, "in trouble" if trouble else "handled")
        return trouble

    async def _loaded(self) -> "DottyApplication":
        while self._application is None:
            await self._begun.wait()
        return self._application

    def _forget(self, user_id: int, task: asyncio.Task[bool]) -> None:
        if self._last.get(user_id) is task:
            del self._last[user_id]


async def poll(bot: Bot, intake: Intake, stop: Stop, on_trouble: Callable[[Fault], None]) -> None:
    """Poll until told to stop, and then confirm what has been handled. Waits longer after each failure.

    Raises Telegram's error for what waiting can't heal: a refused token, and a second poller that stays.
    """
    window = Window(intake.accept)
    try:
        await _fill(window, bot, stop, on_trouble)
        await window.settle()
    finally:
        await window.close()
    if window.offset:
        await _confirm(bot, window.offset)


async def _fill(window: Window, bot: Bot, stop: Stop, on_trouble: Callable[[Fault], None]) -> None:
    """Fetch until told to stop: at once again when all is handled, or in a moment while somebody's is still in hand."""
    conflicts, waits, moments = 0, chain(POLL_WAITS, repeat(POLL_WAITS[-1])), iter(MOMENTS)
    while not stop.told:
        try:
            batch = await stop.unless(_get_updates(bot, window.offset, POLL_SECONDS if window.is_empty else 0))
        except TelegramError as error:
            fault = classify(error)
            conflicts = conflicts + 1 if fault is Fault.CONFLICT else 0
            if fault is Fault.BAD_TOKEN or conflicts > CONFLICTS:
                raise
            on_trouble(fault)
            wait = POLL_WAITS[0] if conflicts else next(waits)
            await stop.unless(asyncio.sleep(max(wait, retry_after(error) if isinstance(error, RetryAfter) else 0.0)))
            continue
        conflicts, waits = 0, chain(POLL_WAITS, repeat(POLL_WAITS[-1]))
        if batch is not None and window.take(*batch):
            moments = iter(MOMENTS)
        await window.settle(next(moments, MOMENTS[-1]))


async def _get_updates(bot: Bot, offset: int, seconds: int) -> tuple[Sequence[Update], int]:
    """The updates that wait, and the newest id of them; 0 where nothing waits. One that can't be read holds up no other.

    The library adds `timeout` to `read_timeout`.
    """
    try:
        asked = bot.get_updates(
            offset=offset, timeout=seconds, allowed_updates=ALLOWED_UPDATES, read_timeout=POLL_GRACE
        )
        updates = await counted("getUpdates", asked)
    except TelegramError:
        raise
    except Exception:  # of any kind, and of what Telegram sent, not of how it was fetched
        return await get_one_by_one(bot, offset)
    if not all(map(is_sound, updates)):
        return await get_one_by_one(bot, offset)
    return updates, updates[-1].update_id if updates else 0


async def _confirm(bot: Bot, offset: int) -> None:
    """Spare people a second answer after the next start. Their data needs no confirming, so one try is enough."""
    try:
        await bot.get_updates(offset=offset, limit=1, timeout=0)
    except TelegramError as error:
        log.info("the last updates will come once more: %s", classify(error).name)
