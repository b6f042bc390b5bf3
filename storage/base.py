"""The two ways into the database: read, and change. Each is one transaction."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, func, insert, select, update

from storage.journal import Journal
from storage.models import Change, Contact
from storage.shapes import Step
from storage.tables import CHANGES, CONTACTS, TOUCHES, USERS, read_row

#: What a change wrote, in JSON; None when it met nothing to write to.
Work = Callable[[Journal], dict[str, Any] | None]


class Base:
    """What the parts of the Store share. Database errors pass through as SQLAlchemy raises them (storage.faults)."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def _write(
        self, user_id: int, update_id: int, kind: str, work: Work, *, now: datetime, then: Step | None = None
    ) -> Change | None:
        """Do the work once for this update: a second run changes nothing and gives the first one's Change.

        None, and nothing written, when the work meets nothing or there is no such user.
        """
        with self.engine.connect() as connection:
            if not lock_user(connection, user_id):
                return None
            if (written := find_change(connection, user_id, update_id)) is not None:
                return written
            journal = Journal(connection, user_id, now)
            result = work(journal)
            if result is None:
                return None
            change = _keep_change(journal, update_id, kind, result)
            set_step(connection, user_id, then)
            connection.commit()
            return change


def lock_user(connection: Connection, user_id: int) -> bool:
    """Whether there is such a user; from here their writes queue up, so what is read stays true till the commit."""
    query = select(USERS.c.id).where(USERS.c.id == user_id).with_for_update(key_share=True)
    return connection.execute(query).one_or_none() is not None


def find_change(connection: Connection, user_id: int, update_id: int) -> Change | None:
    mine = (CHANGES.c.user_id == user_id, CHANGES.c.update_id == update_id)
    row = connection.execute(select(CHANGES).where(*mine)).one_or_none()
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
    written = journal.connection.execute(insert(CHANGES).values(**values).returning(CHANGES.c.id))
    return Change(id=written.scalar_one(), **values)


def set_step(connection: Connection, user_id: int, step: Step | None) -> None:
    values: dict[str, Any] = {"step": None, "step_data": {}, "step_expires_at": None}
    if step is not None:
        values = {"step": step.name, "step_data": step.data, "step_expires_at": step.expires_at}
    connection.execute(update(USERS).where(USERS.c.id == user_id).values(**values))


def refresh_due(connection: Connection, user_id: int, contact_id: int) -> None:
    """Keep a contact's last touch and next due day, which follow from its touches and its cadence."""
    last = select(func.max(TOUCHES.c.touched_on)).where(TOUCHES.c.contact_id == contact_id).scalar_subquery()
    mine = (CONTACTS.c.id == contact_id, CONTACTS.c.user_id == user_id)
    row = connection.execute(select(CONTACTS, last.label("newest_touch_on")).where(*mine)).one_or_none()
    if row is None:
        return
    values = dict(row._mapping)
    values["last_touch_on"] = values.pop("newest_touch_on")
    due_on = Contact(**values).due_on()
    if (row.last_touch_on, row.next_due_on) != (values["last_touch_on"], due_on):
        kept = {"last_touch_on": values["last_touch_on"], "next_due_on": due_on}
        connection.execute(update(CONTACTS).where(*mine).values(**kept))
