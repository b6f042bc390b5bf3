"""The sending loop: claim, send, settle. A nudge is never lost, and never doubled while a process lives.

`send` is an argument, and so is the clock: what is left is the order of things. Whatever goes wrong for one user is
told apart in `bot.faults`, or puts that user off by an hour; it never stops the others.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any, ParamSpec, TypeVar

from telegram import InlineKeyboardMarkup
from telegram.error import RetryAfter, TelegramError

from bot.context import Services
from bot.faults import Fault, classify, retry_after
from bot.follow_ups import BUILDERS
from bot.logs import whereabouts
from bot.matching import propose
from bot.model_words import KEY, model_opener
from bot.nudge_cards import REMIND_AFTER, Message, nudge_message, remind_day, reminder_message
from bot.planning import plan
from bot.rules.schedule import at_users_hour, awake_from, local_day, next_slot
from bot.texts import Html
from bot.troubles import find_trouble
from bot.wording import reword
from storage.models import Nudge, User

log = logging.getLogger(__name__)

P = ParamSpec("P")
T = TypeVar("T")
#: Sends a message to a chat and gives its message id; raises what the library raises.
Send = Callable[[int, Html, InlineKeyboardMarkup | None], Awaitable[int]]

#: How many users one tick claims for; the next tick takes the rest.
BATCH = 200
#: How many of them it works on at once.
AT_ONCE = 4
#: Seconds between the tries to write down that a nudge was sent.
SETTLE_WAITS = (0.1, 0.5, 2.0, 5.0)
PUT_OFF = timedelta(hours=1)
TRY_AGAIN = timedelta(minutes=1)
#: A postponed nudge that is to come back within this time of the next slot takes the slot.
SAME_SLOT = timedelta(hours=12)


class Nudging:
    """One tick's work over one Store."""

    def __init__(self, services: Services, send: Send) -> None:
        self._services = services
        self._store = services.store
        self._send = send
        self._slots = asyncio.Semaphore(AT_ONCE)

    async def tick(self, now: datetime) -> None:
        """Claim and send what is due at `now`: first new nudges, then unsent, postponed and unanswered ones."""
        due = await self._db(self._store.due_users, now, BATCH)
        await self._each([self._guard(user_id, seen, now) for user_id, seen in due])
        pushes = await self._db(self._store.due_pushes, now, BATCH)
        await self._each([self._guard_push(nudge_id, user_id, seen, now) for nudge_id, user_id, seen in pushes])

    async def _each(self, work: Sequence[Coroutine[Any, Any, None]]) -> None:
        """A few at a time, so that what people ask of the store in between doesn't wait for all of them."""

        async def one(each: Coroutine[Any, Any, None]) -> None:
            async with self._slots:
                await each

        await asyncio.gather(*[one(each) for each in work])

    async def _db(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        return await self._services.db(partial(call, *args, **kwargs))

    async def _guard(self, user_id: int, seen: datetime, now: datetime) -> None:
        try:
            await self._nudge(user_id, seen, now)
        except Exception as error:  # one user's fault must not stop the others
            if not self._passes(error):
                log.error("user %s put off: %s", user_id, whereabouts(error))
                await self._settled(partial(self._store.put_off_user, user_id, seen=seen, until=now + PUT_OFF))

    def _passes(self, error: Exception) -> bool:
        """Whether it is nobody's fault but the database's: then everything stays due, and the operator is told."""
        trouble = find_trouble(error)
        if trouble is not None:
            self._services.troubles.tell_operator(trouble)
        return trouble is not None

    async def _guard_push(self, nudge_id: int, user_id: int, seen: datetime, now: datetime) -> None:
        nudge: Nudge | None = None
        try:
            nudge = await self._db(self._store.claim_push, nudge_id, seen=seen, now=now)
            if nudge is not None:
                await self._push(nudge, user_id, seen, now)
        except Exception as error:  # as above
            if self._passes(error) or nudge is None:
                return
            log.error("nudge %s of user %s put off: %s", nudge_id, user_id, whereabouts(error))
            put_off = partial(self._store.release_push, nudge_id, seen=nudge.push_at, until=now + PUT_OFF)
            await self._settled(put_off)

    async def _settled(self, write: Callable[[], T]) -> T | None:
        """Write down what has happened, and try hard: where that fails, the nudge goes out a second time. None where
        the database stays away."""
        for wait in SETTLE_WAITS:
            try:
                return await self._db(write)
            except Exception as error:
                if not self._passes(error):
                    raise
            await asyncio.sleep(wait)
        return None

    async def _nudge(self, user_id: int, seen: datetime, now: datetime) -> None:
        user = await self._db(self._store.user, user_id)
        if user is None:
            return
        nudge = await self._db(self._claim, user, seen, now)
        if nudge is not None:
            nudge = await self._by_model_beside(nudge, user, now)
        if nudge is not None:
            await self.deliver(nudge, user, now)
        await self._db(propose, self._store, user, now)  # behind the nudge, which is never late for it

    async def _by_model_beside(self, nudge: Nudge, user: User, now: datetime) -> Nudge | None:
        """As below; while the model is waited for, other users' nudges go out."""
        self._slots.release()
        try:
            return await self.by_model(nudge, user, now)
        finally:
            await self._slots.acquire()

    async def by_model(self, nudge: Nudge, user: User, now: datetime) -> Nudge | None:
        """The nudge with the model's opener, where the user wants that and it comes in time; else as it is.

        None where it was answered, or its contact gone, while the model was waited for.
        """
        if self._services.model is None or nudge.push_at is None:
            return nudge
        opener = await model_opener(self._services, user, nudge, now)
        still = await self._db(self._store.claim_push, _id(nudge), seen=nudge.push_at, now=now)
        if opener is None or still is None or still.opener != nudge.opener:
            return still
        keys = [*still.opener_keys, KEY]
        reworded = Nudge(**{**still.model_dump(), "opener": opener, "opener_keys": keys})
        await self._db(self._store.reword_nudge, reworded)
        return reworded

    def _claim(self, user: User, seen: datetime, now: datetime) -> Nudge | None:
        next_at = next_slot(user, max(now, seen))
        postponed = self._store.postponed_nudge(user.id, until=now + SAME_SLOT)
        if postponed is not None and postponed.id is not None:
            return self._store.retake_later(user.id, seen=seen, next_at=next_at, nudge_id=postponed.id, now=now)
        planned = plan(self._store, user, now)
        return self._store.claim_nudge(user.id, seen=seen, next_at=next_at, nudge=planned, now=now)

    async def _push(self, nudge: Nudge, user_id: int, seen: datetime, now: datetime) -> None:
        user = await self._db(self._store.user, user_id)
        if user is None:
            return
        own_hour = awake_from(user, now) if nudge.status != "planned" or nudge.kind in BUILDERS else None
        if own_hour is not None:
            await self._settled(partial(self._store.release_push, _id(nudge), seen=nudge.push_at, until=own_hour))
        elif nudge.status == "sent":
            await self._remind(nudge, user, seen, now)
        else:
            await self.deliver(nudge, user, now)

    async def deliver(self, nudge: Nudge, user: User, now: datetime) -> bool:
        """Send a claimed nudge and settle it; True when Telegram took it."""
        message = await self._db(self._word, nudge, user, now)
        message_id = await self._try(nudge, user, message, now) if message else None
        if message is None and nudge.kind in BUILDERS:
            await self._settled(partial(self._store.let_go, _id(nudge), seen=nudge.push_at))
        if message_id is None:
            return False
        await self._settled(partial(self._settle, nudge, user, message_id, now))
        return True

    async def show(self, nudge: Nudge, user: User, now: datetime) -> None:
        """Send a nudge that is open once more; whatever can't be sent is raised, for somebody is waiting for it."""
        message = await self._db(self._word, nudge, user, now)
        if message is not None:
            message_id = await self._send(user.id, *message)
            await self._db(self._store.carry_nudge, user.id, _id(nudge), message_id)

    def _word(self, nudge: Nudge, user: User, now: datetime) -> Message | None:
        """The nudge's message, in today's words."""
        today = local_day(now, user.timezone)
        reworded = reword(self._store, user, nudge, today) if nudge.kind == "contact" else None
        if reworded is not None:
            self._store.reword_nudge(reworded)
        return nudge_message(self._store, user, reworded or nudge, today)

    def _settle(self, nudge: Nudge, user: User, message_id: int, now: datetime) -> None:
        remind = user.reminder_on and nudge.kind == "contact" and nudge.reminded_at is None
        day = remind_day(self._store, user, nudge, local_day(now, user.timezone)) if remind else None
        remind_at = at_users_hour(user, day) if day else None
        self._store.settle_sent(_id(nudge), message_id=message_id, remind_at=remind_at, now=now)

    async def _remind(self, nudge: Nudge, user: User, due: datetime, now: datetime) -> None:
        """Once, unless it was switched off since, or its time went by in a pause."""
        wanted = user.reminder_on and now - due < REMIND_AFTER
        today = local_day(now, user.timezone)
        message = await self._db(reminder_message, self._store, user, nudge, today) if wanted else None
        message_id = await self._try(nudge, user, message, now) if message else None
        if message_id is not None or message is None:
            await self._settled(partial(self._store.settle_reminder, _id(nudge), now=now, message_id=message_id))

    async def _try(self, nudge: Nudge, user: User, message: Message, now: datetime) -> int | None:
        """Send; None where it didn't, or may not have, arrived, with what follows from that done."""
        try:
            return await self._send(user.id, *message)
        except TelegramError as error:
            await self._after(error, nudge, user, now)
            return None

    async def _after(self, error: TelegramError, nudge: Nudge, user: User, now: datetime) -> None:
        fault = classify(error)
        log.warning("nudge %s of user %s not sent: %s", nudge.id, user.id, fault.name)
        if fault is Fault.GONE:
            await self._db(self._store.set_unreachable, user.id, now)
        elif fault is not Fault.MAYBE_DELIVERED:  # what may have arrived is claimed again in time
            until = now + _wait(fault, error)
            await self._db(self._store.release_push, _id(nudge), seen=nudge.push_at, until=until)


def _wait(fault: Fault, error: TelegramError) -> timedelta:
    """How long a nudge that surely did not arrive rests; one that was refused waits for us to mend it."""
    if isinstance(error, RetryAfter):
        return max(TRY_AGAIN, timedelta(seconds=retry_after(error)))
    return TRY_AGAIN if fault is Fault.NOT_DELIVERED else PUT_OFF


def _id(nudge: Nudge) -> int:
    if nudge.id is None:
        raise ValueError("a claimed nudge has an id")
    return nudge.id
