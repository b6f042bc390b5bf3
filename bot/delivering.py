"""One nudge on its way: worded, sent, settled, and what follows where Telegram does not take it."""

import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial
from typing import ParamSpec, TypeVar

from telegram import InlineKeyboardMarkup
from telegram.error import RetryAfter, TelegramError

from bot import metrics
from bot.claims import Ready, ready_to_send
from bot.context import Services
from bot.faults import Fault, classify, retry_after
from bot.follow_ups import BUILDERS
from bot.model_words import KEY, model_opener
from bot.nudge_cards import REMIND_AFTER, Message, reminder_message
from bot.planning import PUT_OFF
from bot.rules.schedule import local_day
from bot.settlement import Settlement
from bot.texts import Html
from storage.claiming import Delivered
from storage.models import Nudge, User

log = logging.getLogger(__name__)

P = ParamSpec("P")
T = TypeVar("T")
#: Sends a message to a chat and gives its message id; raises what the library raises.
Send = Callable[[int, Html, InlineKeyboardMarkup | None], Awaitable[int]]

TRY_AGAIN = timedelta(minutes=1)


class Delivery:
    """Sends single nudges, for the loop and for whoever asks for one."""

    def __init__(self, services: Services, send: Send) -> None:
        self._services, self._store, self._send = services, services.store, send
        self._settlement = Settlement(services)
        #: Sends that failed for want of a Telegram, since the last one that didn't.
        self._failed_in_a_row = 0

    async def by_model(self, nudge: Nudge, user: User, now: datetime) -> Nudge | None:
        """The nudge with the model's opener, where the user wants that and it comes in time; else as it is.

        None where it was answered, or its contact gone, while the model was waited for.
        """
        if self._services.model is None or nudge.push_at is None:
            return nudge
        opener = await model_opener(self._services, user, nudge, now)
        still = await self._db(self._store.claim_push, id_of(nudge), seen=nudge.push_at, now=now)
        if opener is None or still is None or still.opener != nudge.opener:
            return still
        keys = [*still.opener_keys, KEY]
        reworded = Nudge(**{**still.model_dump(), "opener": opener, "opener_keys": keys})
        await self._db(self._store.reword_nudge, reworded)
        return reworded

    async def deliver(self, nudge: Nudge, user: User, now: datetime) -> bool:
        """Send a claimed nudge and settle it; True when Telegram took it."""
        return await self._deliver(await self._db(ready_to_send, self._services, user, nudge, now, now), now)

    async def _deliver(self, ready: Ready, now: datetime) -> bool:
        user, nudge, message = ready.user, ready.nudge, ready.message
        message_id = await self._try(nudge, user, message, now) if message else None
        if message is None and nudge.kind in BUILDERS:
            await self._settlement.surely(partial(self._store.let_go, id_of(nudge), seen=nudge.push_at))
        if message_id is None:
            return False
        metrics.count_sent_nudge((self._services.clock() - ready.due).total_seconds())
        await self._settlement.settle(Delivered(id_of(nudge), message_id, ready.remind_at), now)
        return True

    async def show(self, nudge: Nudge, user: User, now: datetime) -> None:
        """Send a nudge that is open once more, or one that was still to come; whatever can't be sent is raised, for somebody
        is waiting for it."""
        ready = await self._db(ready_to_send, self._services, user, nudge, now, now)
        if ready.message is not None:
            message_id = await self._send(user.id, *ready.message)
            await self._settlement.settle(Delivered(id_of(nudge), message_id, ready.remind_at), now)

    async def _remind(self, nudge: Nudge, user: User, due: datetime, now: datetime) -> None:
        """Once, unless it was switched off since, or its time went by in a pause."""
        wanted = user.reminder_on and now - due < REMIND_AFTER
        today = local_day(now, user.timezone)
        message = await self._db(reminder_message, self._store, user, nudge, today) if wanted else None
        message_id = await self._try(nudge, user, message, now) if message else None
        if message_id is not None:
            await self._settlement.settle(Delivered(id_of(nudge), message_id, is_reminder=True), now)
        elif message is None:
            await self._settlement.surely(partial(self._store.drop_reminder, id_of(nudge), now=now))

    async def _try(self, nudge: Nudge, user: User, message: Message, now: datetime) -> int | None:
        """Send; None where it didn't, or may not have, arrived, with what follows from that done."""
        try:
            message_id = await self._send(user.id, *message)
        except TelegramError as error:
            await self._after(error, nudge, user, now)
            return None
        self._failed_in_a_row = 0
        return message_id

    async def _after(self, error: TelegramError, nudge: Nudge, user: User, now: datetime) -> None:
        fault = classify(error)
        log.warning("nudge %s of user %s not sent: %s", nudge.id, user.id, fault.name)
        metrics.count_unsent_nudge("gone" if fault is Fault.GONE else "failed")
        is_away = fault in (Fault.NOT_DELIVERED, Fault.MAYBE_DELIVERED)
        self._failed_in_a_row = self._failed_in_a_row + 1 if is_away else 0
        if fault is Fault.GONE:
            await self._db(self._store.set_unreachable, user.id, now)
        elif fault is not Fault.MAYBE_DELIVERED:  # what may have arrived is claimed again in time
            until = now + _wait(fault, error)
            await self._db(self._store.release_push, id_of(nudge), seen=nudge.push_at, until=until)

    async def _db(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        return await self._services.db(partial(call, *args, **kwargs))


def _wait(fault: Fault, error: TelegramError) -> timedelta:
    """How long a nudge that surely did not arrive rests; one that was refused waits for us to mend it."""
    if isinstance(error, RetryAfter):
        return max(TRY_AGAIN, timedelta(seconds=retry_after(error)))
    return TRY_AGAIN if fault is Fault.NOT_DELIVERED else PUT_OFF


def id_of(nudge: Nudge) -> int:
    if nudge.id is None:
        raise ValueError("a claimed nudge has an id")
    return nudge.id
