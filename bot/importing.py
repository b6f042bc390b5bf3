"""Imports in the background: what is due is claimed and worked on, a few at a time, whoever began it.

The row is the work: `imports.work_at` says when it may be taken up. So it goes on after a kill, and in another process.
"""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from weakref import WeakValueDictionary

from bot.context import Services
from bot.import_cards import Message, import_message
from bot.import_work import BATCH, ImportWork, LostError, StoppingError
from bot.logs import whereabouts
from bot.progress import Progress
from bot.showing import Show
from bot.texts import Texts
from bot.troubles import find_trouble
from storage.models import Import, User
from storage.models.imports import AT_REST, AT_WORK, STATES

log = logging.getLogger(__name__)

#: How many imports this process works on at once; each holds a whole file in memory.
AT_ONCE = 2
#: How many one tick takes up.
MOST_DUE = 20
#: How often one import is begun before it counts as failed: its file may be what kills the process.
TRIES = 5
#: How long a claim holds, as the Store has it.
CLAIMED_FOR = timedelta(minutes=2)


class Importing:
    """The imports of one process over one Store."""

    def __init__(self, services: Services, show: Show) -> None:
        self._services, self._store, self._show = services, services.store, show
        self._slots = asyncio.Semaphore(AT_ONCE)
        self.fetching = asyncio.Semaphore(AT_ONCE)
        #: One file is read at a time, for one made to harm takes all the memory that reading may; nor would two be
        #: quicker, as Python runs one thread at a time.
        self.reading = asyncio.Lock()
        self._tasks: dict[int, asyncio.Task[None]] = {}
        #: One import of a user's at a time; a lock is there as long as anybody holds it or waits for it.
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._stopping = False
        # On SQLite no other process works: what is claimed at the start was claimed by one that is gone.
        self._alone = services.store.engine.dialect.name == "sqlite"

    async def take_up(self, now: datetime) -> None:
        """Begin what is due at `now`; the work itself goes on in the background."""
        until, self._alone = (now + CLAIMED_FOR if self._alone else now), False
        for import_id, user_id, seen in await self._services.db(self._store.due_imports, until, MOST_DUE):
            self._begin(import_id, user_id, seen)

    async def begin(self, row: Import) -> None:
        """Go on with an import that has work to do, at once."""
        if row.id is not None and row.work_at is not None:
            self._begin(row.id, row.user_id, row.work_at)

    def _begin(self, import_id: int, user_id: int, seen: datetime) -> None:
        if self._stopping or import_id in self._tasks:
            return
        task = asyncio.create_task(self._guard(import_id, user_id, seen))
        self._tasks[import_id] = task
        task.add_done_callback(lambda _: self._tasks.pop(import_id, None))

    async def settle(self) -> None:
        """Wait until nothing is under way."""
        while self._tasks:
            await asyncio.wait(list(self._tasks.values()))

    async def stop(self) -> None:
        """Let what is in hand end, and leave the rest to the next start."""
        self._stopping = True
        try:
            await self.settle()
        finally:
            for task in self._tasks.values():
                task.cancel()

    async def _guard(self, import_id: int, user_id: int, seen: datetime) -> None:
        """One import's fault stops no other, and an import that fails by a fault of ours is told to have."""
        turn = self._turns.setdefault(user_id, asyncio.Lock())
        try:
            async with turn, self._slots:
                await self._work(import_id, user_id, seen)
        except Exception as error:
            trouble = find_trouble(error)
            if trouble is not None:  # taken up again once its claim runs out
                self._services.troubles.tell_operator(trouble)
                return
            log.error("import %s of user %s failed: %s", import_id, user_id, whereabouts(error))
            await self._give_up(import_id, user_id)

    async def _work(self, import_id: int, user_id: int, seen: datetime) -> None:
        if self._stopping:
            return
        now = self._services.clock()
        row = await self._services.db(self._store.claim_import, user_id, import_id, seen=seen, now=now)
        user = await self._services.db(self._store.user, user_id) if row is not None else None
        if row is None or user is None:
            return
        tries = row.counts.get("tries", 0) + 1
        if tries > TRIES:
            await self._give_up(import_id, user.id)
            return
        await self._change(row, counts={**row.counts, "tries": tries})
        work = ImportWork(self._services, row, user, self._progress(row, user), lambda: self._stopping)
        try:
            await work.go_on()
        except StoppingError:
            await self._change(row, claim=work.claim, counts=row.counts, work_at=self._services.clock())
        except LostError:
            log.info("import %s of user %s went to another process, or was cancelled", row.id, user.id)

    async def _change(self, row: Import, **values: Any) -> None:
        change = partial(self._store.change_import, row.user_id, row.id or 0, states=(row.state,))
        await self._services.db(change, **values)

    def _progress(self, row: Import, user: User) -> Progress:
        texts = Texts(user.language)
        message_ids = {"now": row.message_id}

        async def show(message: Message) -> None:
            message_ids["now"] = await self._put(row, user, message_ids["now"], message)

        return Progress(user.id, show, lambda done, total: (texts.import_running(done, total), None))

    async def _put(self, row: Import, user: User, message_id: int | None, message: Message) -> int:
        """Show it in the import's message; where that is another by now, it is kept."""
        shown = await self._show(user.id, message_id, *message)
        if shown != message_id:
            keep: Callable[..., object] = self._store.change_import
            await self._services.db(keep, user.id, row.id, states=STATES, message_id=shown)
        return shown

    async def _give_up(self, import_id: int, user_id: int) -> None:
        """Say that it didn't work, and leave nothing of it."""
        while await self._services.db(self._store.unstage, user_id, import_id, BATCH):
            pass
        fail = partial(self._store.change_import, user_id, import_id, states=AT_WORK)
        row = await self._services.db(fail, state="failed", work_at=None, counts={"problem": "fault"})
        if row is None:  # it had ended, and that couldn't be said
            await self._services.db(
                partial(self._store.change_import, user_id, import_id, states=AT_REST, work_at=None)
            )
        user = await self._services.db(self._store.user, user_id)
        if row is not None and user is not None:
            await self._progress(row, user).end(import_message(row, Texts(user.language)))
