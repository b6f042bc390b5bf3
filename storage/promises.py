"""Promises: what the user said they would do, and when it is due.

Each change of one closes the reminders that wait, and plans the next; an Undo of it takes those along.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, bindparam, select

from storage.base import Base
from storage.follow_ups import WAITING, close_follow_ups, follow_up
from storage.journal import Journal
from storage.models import Change, Note, Promise
from storage.shapes import Step
from storage.tables import CONTACTS, NOTES, NUDGES, PROMISES, read_row, read_rows

_OPEN = (PROMISES.c.kept_on.is_(None), PROMISES.c.dropped_on.is_(None))
#: Soonest due first, so the overdue before all; those without a day last.
_BY_DAY = (PROMISES.c.due_on.asc().nulls_last(), PROMISES.c.id)

_MINE = (
    select(PROMISES)
    .select_from(PROMISES.join(CONTACTS, CONTACTS.c.id == PROMISES.c.contact_id))
    .where(PROMISES.c.user_id == bindparam("user"), CONTACTS.c.deleted_at.is_(None))
)
_ONE = _MINE.where(PROMISES.c.id == bindparam("promise"))
_OPEN_TO_ALL = _MINE.where(*_OPEN).order_by(*_BY_DAY)
_OPEN_TO_ONE = _MINE.where(*_OPEN, PROMISES.c.contact_id == bindparam("contact")).order_by(*_BY_DAY)


class Promises(Base):
    def promise(self, user_id: int, promise_id: int) -> Promise | None:
        """One of the user's promises; None too where whom it was made to is gone."""
        with self.reading() as connection:
            found = connection.execute(_ONE, {"user": user_id, "promise": promise_id}).one_or_none()
            return None if found is None else read_row(Promise, found)

    def open_promises(self, user_id: int, contact_id: int | None = None) -> list[Promise]:
        """What is neither kept nor dropped, overdue first, without a day last; of one contact, or of all."""
        of = {} if contact_id is None else {"contact": contact_id}
        query = _OPEN_TO_ONE if of else _OPEN_TO_ALL
        with self.reading() as connection:
            return read_rows(Promise, connection.execute(query, {"user": user_id, **of}))

    def note(self, user_id: int, note_id: int) -> Note | None:
        """One of the user's notes; None too where whom it is about is gone."""
        joined = NOTES.join(CONTACTS, CONTACTS.c.id == NOTES.c.contact_id)
        mine = (NOTES.c.user_id == user_id, NOTES.c.id == note_id, CONTACTS.c.deleted_at.is_(None))
        with self.reading() as connection:
            row = connection.execute(select(NOTES).select_from(joined).where(*mine)).one_or_none()
            return None if row is None else read_row(Note, row)

    def waiting_reminder(self, user_id: int) -> Promise | None:
        """The promise whose reminder was sent last and isn't answered."""
        waits = (NUDGES.c.user_id == user_id, NUDGES.c.kind == "promise", NUDGES.c.status == "sent")
        joined = PROMISES.join(CONTACTS, CONTACTS.c.id == PROMISES.c.contact_id)
        joined = joined.join(NUDGES, NUDGES.c.about_id == PROMISES.c.id)
        query = select(PROMISES).select_from(joined).where(*waits, *_OPEN, CONTACTS.c.deleted_at.is_(None))
        with self.reading() as connection:
            row = connection.execute(query.order_by(NUDGES.c.id.desc()).limit(1)).one_or_none()
            return None if row is None else read_row(Promise, row)

    def make_promise(
        self,
        user_id: int,
        update_id: int,
        contact_id: int,
        text: str,
        *,
        due_on: date | None,
        remind_at: datetime | None,
        now: datetime,
        then: Step | None = None,
    ) -> Change | None:
        """Kind "promised", result {"promise_id", "contact_id"}. `remind_at` (UTC): None for no reminder.
        `then` is given the promise's id.

        None when the contact is gone, or the same is promised to them already and still open.
        """

        def work(journal: Journal) -> dict[str, Any] | None:
            same = select(PROMISES.c.id).where(
                PROMISES.c.user_id == user_id, PROMISES.c.contact_id == contact_id, PROMISES.c.text == text, *_OPEN
            )
            if journal.row(CONTACTS, contact_id) is None or journal.connection.execute(same.limit(1)).first():
                return None
            row = Promise(user_id=user_id, contact_id=contact_id, text=text, due_on=due_on, created_at=journal.now)
            promise_id = journal.insert(row)
            _remind(journal, promise_id, contact_id, remind_at)
            if then is not None:
                then.data["promise_id"] = promise_id
            return {"promise_id": promise_id, "contact_id": contact_id}

        return self._write(user_id, update_id, "promised", work, now=now, then=then)

    def move_promise(
        self,
        user_id: int,
        update_id: int,
        promise_id: int,
        due_on: date | None,
        *,
        remind_at: datetime | None,
        now: datetime,
        then: Step | None = None,
    ) -> Change | None:
        """Kind "promise_moved", result {"promise_id", "contact_id", "due_on", "nudge_ids": reminders it answered}.

        None when it is settled, gone, or for that day already.
        """

        def work(journal: Journal) -> dict[str, Any] | None:
            promise = _open_row(journal, promise_id)
            if promise is None or promise.due_on == due_on:
                return None
            journal.update(PROMISES, promise_id, due_on=due_on)
            told = _settle(journal, promise)
            _remind(journal, promise_id, promise.contact_id, remind_at)
            return {**told, "due_on": due_on.isoformat() if due_on else None}

        return self._write(user_id, update_id, "promise_moved", work, now=now, then=then)

    def keep_promise(
        self, user_id: int, update_id: int, promise_id: int, *, on: date, now: datetime, then: Step | None = None
    ) -> Change | None:
        """Kind "promise_kept", result {"promise_id", "contact_id", "nudge_ids"}; None when it is settled or gone."""
        return self._settle(user_id, update_id, "promise_kept", promise_id, {"kept_on": on}, now, then)

    def drop_promise(
        self, user_id: int, update_id: int, promise_id: int, *, on: date, now: datetime, then: Step | None = None
    ) -> Change | None:
        """Kind "promise_dropped", result as above; None when it is settled or gone."""
        return self._settle(user_id, update_id, "promise_dropped", promise_id, {"dropped_on": on}, now, then)

    def _settle(
        self,
        user_id: int,
        update_id: int,
        kind: str,
        promise_id: int,
        values: dict[str, date],
        now: datetime,
        then: Step | None,
    ) -> Change | None:
        def work(journal: Journal) -> dict[str, Any] | None:
            promise = _open_row(journal, promise_id)
            if promise is None:
                return None
            journal.update(PROMISES, promise_id, **values)
            return _settle(journal, promise)

        return self._write(user_id, update_id, kind, work, now=now, then=then)


def _open_row(journal: Journal, promise_id: int) -> Row[Any] | None:
    row = journal.row(PROMISES, promise_id)
    settled = row is None or row.kept_on is not None or row.dropped_on is not None
    return None if settled or row is None or journal.row(CONTACTS, row.contact_id) is None else row


def _settle(journal: Journal, promise: Row[Any]) -> dict[str, Any]:
    """Close the reminders that wait; what the change is about, and those of them that were in the chat."""
    sent = waiting_follow_ups(journal, "promise", [promise.id], ("sent",))
    close_follow_ups(journal, "promise", promise.id)
    return {"promise_id": promise.id, "contact_id": promise.contact_id, "nudge_ids": sent}


def waiting_follow_ups(
    journal: Journal, kind: str, about_ids: Sequence[int], statuses: Sequence[str] = WAITING
) -> list[int]:
    """The ids of the follow-ups about those rows that may still be answered."""
    mine = (NUDGES.c.user_id == journal.user_id, NUDGES.c.kind == kind, NUDGES.c.about_id.in_(about_ids))
    query = select(NUDGES.c.id).where(*mine, NUDGES.c.status.in_(statuses))
    return list(journal.connection.execute(query.order_by(NUDGES.c.id)).scalars())


def _remind(journal: Journal, promise_id: int, contact_id: int, remind_at: datetime | None) -> None:
    if remind_at is not None:
        follow_up(journal, "promise", promise_id, contact_id, remind_at, in_a_pause=True)
