"""What the databases say, for the counting: read by the harness beside the bot, in plain statements."""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, func, select, update
from sqlalchemy.exc import SQLAlchemyError

from storage import open_engine
from storage.tables import CONTACTS, NOTES, NUDGES, TOUCHES, USERS

WEEKLY = ("contact", "names", "pace")
#: Seconds that a restarted server is waited for.
PATIENCE = 30.0


@dataclass(frozen=True, slots=True)
class Slot:
    user_id: int
    due: datetime


class Book:
    """One database."""

    def __init__(self, url: str) -> None:
        self.engine: Engine = open_engine(url)

    def close(self) -> None:
        self.engine.dispose()

    def rows(self, query: Any) -> Sequence[Any]:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                with self.engine.begin() as connection:
                    return connection.execute(query).all()
            except SQLAlchemyError:
                if time.monotonic() > deadline:
                    raise
            time.sleep(0.3)

    def slots(self) -> dict[int, datetime]:
        """When each user is due next; nobody who is paused or out of reach."""
        due = select(USERS.c.id, USERS.c.next_nudge_at).where(USERS.c.next_nudge_at.is_not(None))
        return {row.id: row.next_nudge_at for row in self.rows(due)}

    def unreachable(self) -> set[int]:
        return {row.id for row in self.rows(select(USERS.c.id).where(USERS.c.unreachable_at.is_not(None)))}

    def newest_nudge(self) -> int:
        return int(self.rows(select(func.coalesce(func.max(NUDGES.c.id), 0)))[0][0])

    def weekly_nudges(self, after: int) -> list[Any]:
        """Of the nudges that came for a slot: (id, user_id, status, push_at, created_at, deleted_at of whom they name)."""
        columns = (NUDGES.c.id, NUDGES.c.user_id, NUDGES.c.status, NUDGES.c.push_at, NUDGES.c.created_at)
        named = NUDGES.outerjoin(CONTACTS, CONTACTS.c.id == NUDGES.c.contact_id)
        query = select(*columns, CONTACTS.c.deleted_at).select_from(named)
        return list(self.rows(query.where(NUDGES.c.id > after, NUDGES.c.kind.in_(WEEKLY))))

    def unsent(self) -> int:
        """Nudges that were claimed and have not gone out."""
        planned = select(func.count()).select_from(NUDGES.join(USERS, USERS.c.id == NUDGES.c.user_id))
        waits = (NUDGES.c.status == "planned", NUDGES.c.push_at.is_not(None), USERS.c.unreachable_at.is_(None))
        return int(self.rows(planned.where(*waits))[0][0])

    def tell(self, user_id: int) -> str:
        """What there is to say of a user who was passed over, without words of theirs."""
        user = self.rows(select(USERS).where(USERS.c.id == user_id))
        nudges = self.rows(select(NUDGES).where(NUDGES.c.user_id == user_id).order_by(NUDGES.c.id.desc()).limit(5))
        columns = (CONTACTS.c.id, CONTACTS.c.status, CONTACTS.c.deleted_at, CONTACTS.c.next_due_on, CONTACTS.c.added_on,
                   CONTACTS.c.last_touch_on, CONTACTS.c.snoozed_until)  # fmt: skip
        contacts = self.rows(select(*columns).where(CONTACTS.c.user_id == user_id).limit(40))
        told = [(each.id, each.kind, each.status, str(each.created_at), str(each.push_at)) for each in nudges]
        next_at = [(str(each.next_nudge_at), each.unanswered, str(each.unreachable_at)) for each in user]
        return f"next {next_at}, nudges {told}, contacts {[tuple(map(str, each)) for each in contacts]}"

    def set_slots(self, slots: Sequence[Slot]) -> None:
        with self.engine.begin() as connection:
            for slot in slots:
                mine = USERS.c.id == slot.user_id
                connection.execute(update(USERS).where(mine).values(next_nudge_at=slot.due, nudge_time=slot.due.time()))

    def touches(self) -> list[Any]:
        """(id, user_id, note, nudge_id)"""
        columns = (TOUCHES.c.id, TOUCHES.c.user_id, TOUCHES.c.note, TOUCHES.c.nudge_id)
        return list(self.rows(select(*columns).order_by(TOUCHES.c.id)))

    def notes(self) -> list[Any]:
        columns = (NOTES.c.id, NOTES.c.user_id, NOTES.c.text)
        return list(self.rows(select(*columns).order_by(NOTES.c.id)))

    def contacts(self) -> Counter[tuple[int, str]]:
        there = select(CONTACTS.c.user_id, CONTACTS.c.name).where(CONTACTS.c.deleted_at.is_(None))
        return Counter((row.user_id, row.name) for row in self.rows(there))
