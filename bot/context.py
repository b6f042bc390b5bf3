"""What every handler is given: who writes, what Dotty remembers and says, and what time it is."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor
from contextvars import copy_context
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from telegram import Update
from telegram.ext import CallbackContext, ExtBot

from bot.keyboards import Pressed, decode
from bot.limits import Limits
from bot.rules.schedule import TOGETHER, at_users_hour, local_day
from bot.rules.zones import region_of
from bot.texts import Texts
from storage import Store
from storage.models import Change, Nudge, User

if TYPE_CHECKING:
    from bot.importing import Importing
    from bot.nudging import Nudging
    from bot.opener_model import OpenerModel
    from bot.troubles import Troubles

P = ParamSpec("P")
T = TypeVar("T")


#: Seconds after somebody's call of the Store in which their next one is waited for, and how often, half of it each time.
JUST_NOW, MOST_WAITS = 0.02, 30
#: How many strangers a private bot remembers having turned away.
MOST_STRANGERS = 10_000


class Services:
    """What the whole application shares; filled once, when it is built."""

    store: Store
    clock: Callable[[], datetime]
    #: Where the Store's calls run: one thread on SQLite, a few on PostgreSQL.
    threads: Executor
    allowed_user_ids: frozenset[int] = frozenset()
    nudging: "Nudging"
    importing: "Importing"
    troubles: "Troubles"
    #: How much each user may ask; without any rates until the application is built.
    limits: Limits = Limits({})
    #: What may write openers, where the operator set one.
    model: "OpenerModel | None" = None
    #: Over how long those are spread who chose the same hour.
    spread: timedelta = TOGETHER

    def __init__(self) -> None:
        #: Calls of the Store that run or wait for a thread.
        self.in_store = 0
        self._turned_away: set[int] = set()
        self._calls = 0
        self._called_at = float("-inf")

    def turn_away(self, user_id: int) -> bool:
        """Whether a stranger to a private bot is still to be told so: once while the process lives, for nothing of
        theirs is stored. After very many strangers it begins anew; a crowd of them is told at a pace that leaves
        Telegram's limits to those it serves."""
        if user_id in self._turned_away or not self.limits.take("strangers", 0):
            return False
        if len(self._turned_away) >= MOST_STRANGERS:
            self._turned_away.clear()
        self._turned_away.add(user_id)
        return True

    async def db(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run one call of the Store off the event loop."""
        self._calls += 1
        try:
            return await self._run(partial(call, *args, **kwargs))
        finally:
            self._calls -= 1
            self._called_at = asyncio.get_running_loop().time()

    async def db_after_others(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """One call of long work, behind those of whoever waits for an answer: SQLite's one thread takes a call at a
        time, and an answer takes several of them, so theirs would each wait behind one of these."""
        loop = asyncio.get_running_loop()
        for _ in range(MOST_WAITS):
            if not self._calls and loop.time() - self._called_at >= JUST_NOW:
                break
            await asyncio.sleep(JUST_NOW / 2)
        return await self._run(partial(call, *args, **kwargs))

    async def _run(self, call: Callable[[], T]) -> T:
        """What is logged there carries the ids of whoever called: a thread knows nothing of them by itself."""
        self.in_store += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self.threads, copy_context().run, call)
        finally:
            self.in_store -= 1


class Context(CallbackContext[ExtBot[str], dict[Any, Any], dict[Any, Any], Services]):
    """One update's context. `begin` is called by the gate before any other handler runs."""

    _user: User
    _now: datetime
    update_id: int
    #: The button that was pressed; None where it was no button of ours, or none at all.
    _pressed: Pressed | None = None
    #: The nudge that a bare "done" means, where that was typed.
    heard_done: Nudge | None = None
    #: Whether this update may have led to a question that is still to be put.
    leads_on = False
    #: The message it belongs to.
    pressed_in: int | None = None

    def begin(self, update: Update, user: User, now: datetime) -> None:
        self._user, self._now, self.update_id = user, now, update.update_id
        query = update.callback_query
        self._pressed = decode(query.data) if query else None
        self.pressed_in = query.message.message_id if query and query.message else None

    @property
    def pressed(self) -> Pressed:
        """The button that was pressed; an empty one where no version of Dotty made it."""
        return self._pressed or Pressed("")

    @property
    def store(self) -> Store:
        return self.bot_data.store

    async def db(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run one call of the Store off the event loop; a change that it made counts among the user's writes."""
        result = await self.bot_data.db(call, *args, **kwargs)
        if isinstance(result, Change):
            self.bot_data.limits.charge("writes", result.user_id)
        return result

    @property
    def user(self) -> User:
        """The row of who writes, as it was when the update came in."""
        return self._user

    @property
    def texts(self) -> Texts:
        """Dotty's words, in the user's language."""
        return Texts(self._user.language)

    def now(self) -> datetime:
        """The instant of this update, read once, UTC."""
        return self._now

    @property
    def today(self) -> date:
        """The user's calendar day."""
        return local_day(self._now, self._user.timezone)

    def at_hour(self, day: date) -> datetime:
        """When something comes to the user by itself on that day."""
        return at_users_hour(self._user, day, self.bot_data.spread)

    @property
    def region(self) -> str | None:
        """The country (ISO 3166) in which a phone number without a prefix is read; None while the zone is a guess."""
        return region_of(self._user.timezone) if self._user.timezone_known else None
