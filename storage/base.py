"""The two ways into the database: read, and change. Each is one transaction."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Engine, bindparam, func, insert, select, update

from storage.journal import Journal, chunks_of
from storage.models import Change, Contact
from storage.rewording import keep_words
from storage.shapes import Step
from storage.tables import CHANGES, CONTACT_TAGS, CONTACTS, TAGS, TOUCHES, USERS, make_row, read_row

#: What a change wrote, in JSON; None when it met nothing to write to.
Work = Callable[[Journal], dict[str, Any] | None]


class Base:
    """What the parts of the Store share. Database errors pass through as SQLAlchemy raises them (storage.faults)."""

    def __init__(self, engine: Engine, most_contacts: int = 50_000) -> None:
        """Nobody may have more contacts than that; a write that would add more raises storage.FullError."""
        self.engine = engine
        self.most_contacts = most_contacts
        self._shared = threading.local()

    @contextmanager
    def together(self) -> Iterator[None]:
        """What this thread reads inside is read in one transaction. Reads that follow from each other stand in it; writes
        don't, for each of them is a transaction of its own."""
        with self.reading() as connection:
            around, self._shared.connection = getattr(self._shared, "connection", None), connection
            try:
                yield
            finally:
                self._shared.connection = around

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction to read in: that of `together`, where the thread is in it."""
        shared: Connection | None = getattr(self._shared, "connection", None)
        if shared is not None:
            yield shared
            return
        with self.engine.begin() as connection:
            yield connection

    def _write(
        self,
        user_id: int,
        update_id: int,
        kind: str,
        work: Work,
        *,
        now: datetime,
        then: Step | None = None,
        keeps_step: bool = False,
    ) -> Change | None:
        """Do the work once for this update: a second run changes nothing and gives the first one's Change.

        `keeps_step`: it is done in the background, and has nothing to do with what is being talked about.

        None, and nothing written, when the work meets nothing or there is no such user.
        """
        with self.engine.connect() as connection:
            locked = connection.execute(_LOCK_USER, {"user": user_id}).one_or_none()
            if locked is None:
                return None
            if (written := find_change(connection, user_id, update_id)) is not None:
                return written
            journal = Journal(connection, user_id, now, locked)
            result = work(journal)
            if result is None:
                return None
            keep_words(connection, user_id, journal.images)
            change = _keep_change(journal, update_id, kind, result)
            if not keeps_step and (then is not None or locked.step is not None):
                set_step(connection, user_id, then)
            connection.commit()
            return change


def lock_user(connection: Connection, user_id: int) -> bool:
    """Whether there is such a user; from here their writes queue up, so what is read stays true till the commit."""
    return connection.execute(_LOCK_USER, {"user": user_id}).one_or_none() is not None


def find_change(connection: Connection, user_id: int, update_id: int) -> Change | None:
    row = connection.execute(_CHANGE_OF, {"user": user_id, "update": update_id}).one_or_none()
    return None if row is None else read_row(Change, row)


def _keep_change(journal: Journal, update_id: int, kind: str, result: dict[str, Any]) -> Change:
    values: dict[str, Any] = {
        "user_id": journal.user_id,
        "update_id": update_id,
        "kind": kind,
        "result": result,
        "before": journal.images,
        "created_at": journal.now,
        "undone_at": None,
    }
    written = journal.connection.execute(_KEEP_CHANGE, values)
    return make_row(Change, {"id": written.scalar_one(), **values})


def set_step(connection: Connection, user_id: int, step: Step | None) -> None:
    values: dict[str, Any] = {"step": None, "step_data": {}, "step_expires_at": None}
    if step is not None:
        values = {"step": step.name, "step_data": step.data, "step_expires_at": step.expires_at}
    connection.execute(_SET_STEP, {"user": user_id, **values})


def refresh_due(connection: Connection, user_id: int, contact_id: int) -> None:
    """Keep a contact's last touch, the rhythm of its tags and its next due day, which follow from other rows."""
    refresh_many_due(connection, user_id, [contact_id])


def refresh_many_due(connection: Connection, user_id: int, ids: Iterable[int]) -> None:
    """The same for many contacts, with two statements for 10,000."""
    kept = ("last_touch_on", "tag_cadence_days", "next_due_on")
    for chunk in chunks_of(ids):
        found = connection.execute(_DUE_FACTS, {"user": user_id, "ids": chunk}).all()
        differing = []
        for row in found:
            facts = {"last_touch_on": row.newest_touch_on, "tag_cadence_days": row.shortest_of_tags}
            due_on = _due_on(row.cadence_days, row.shortest_of_tags, row.newest_touch_on, row.added_on)
            values = {**facts, "next_due_on": due_on}
            if any(row._mapping[name] != values[name] for name in kept):
                differing.append({"contact": row.id, **values})
        if differing:
            connection.execute(_SET_DUE, [{"user": user_id, **each} for each in differing])


@lru_cache(maxsize=4096)
def _due_on(cadence: int | None, of_tags: int | None, last_touch_on: date | None, added_on: date) -> date | None:
    """Kept, for many contacts are alike and to make one of SQLModel's takes as long as to write its row."""
    facts: dict[str, Any] = {"cadence_days": cadence, "tag_cadence_days": of_tags, "added_on": added_on}
    return Contact(**facts, last_touch_on=last_touch_on).due_on()


# Statements that are run at each update are made once: to build one costs twice as much as to run it.

_LOCK_USER = select(USERS).where(USERS.c.id == bindparam("user")).with_for_update(key_share=True)
_CHANGE_OF = select(CHANGES).where(CHANGES.c.user_id == bindparam("user"), CHANGES.c.update_id == bindparam("update"))
_KEEP_CHANGE = insert(CHANGES).returning(CHANGES.c.id)
_SET_STEP = update(USERS).where(USERS.c.id == bindparam("user"))
_NEWEST_TOUCH_ON = select(func.max(TOUCHES.c.touched_on)).where(TOUCHES.c.contact_id == CONTACTS.c.id)
_SHORTEST_OF_TAGS = (
    select(func.min(TAGS.c.cadence_days))
    .join(CONTACT_TAGS, CONTACT_TAGS.c.tag_id == TAGS.c.id)
    .where(CONTACT_TAGS.c.contact_id == CONTACTS.c.id)
)
_DUE_FACTS = select(
    *CONTACTS.c["id", "cadence_days", "added_on", "last_touch_on", "tag_cadence_days", "next_due_on"],
    _NEWEST_TOUCH_ON.scalar_subquery().label("newest_touch_on"),
    _SHORTEST_OF_TAGS.scalar_subquery().label("shortest_of_tags"),
).where(CONTACTS.c.id.in_(bindparam("ids", expanding=True)), CONTACTS.c.user_id == bindparam("user"))
_SET_DUE = update(CONTACTS).where(CONTACTS.c.id == bindparam("contact"), CONTACTS.c.user_id == bindparam("user"))
