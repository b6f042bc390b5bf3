"""Nudges as the user meets them: which one is open, and what they answer."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select

from storage.base import Base
from storage.journal import Journal, insert_row, values_of
from storage.models import Change, Nudge
from storage.shapes import Step
from storage.tables import CONTACTS, NUDGE_MESSAGES, NUDGES, USERS, read_row

#: What can still be answered with "skipped" or "later".
ANSWERABLE = ("planned", "sent", "later", "expired")
#: Sent, or claimed: Telegram's answer may have been lost, and the user reads it all the same.
ON_ITS_WAY = ("sent", "planned")
#: After this a nudge that was claimed and never sent is claimed again.
CLAIM = timedelta(minutes=10)

_ONE = select(NUDGES).where(NUDGES.c.id == bindparam("nudge"), NUDGES.c.user_id == bindparam("user"))
_NEWEST_OPEN = (
    select(NUDGES)
    .select_from(NUDGES.join(CONTACTS, CONTACTS.c.id == NUDGES.c.contact_id))
    .where(NUDGES.c.user_id == bindparam("user"), NUDGES.c.kind == "contact", NUDGES.c.status.in_(ON_ITS_WAY))
    .where(CONTACTS.c.deleted_at.is_(None))
    .order_by(func.coalesce(NUDGES.c.message_id, 0).desc(), NUDGES.c.id.desc())
    .limit(1)
)
_CARRIERS = (
    select(NUDGE_MESSAGES.c.message_id)
    .where(NUDGE_MESSAGES.c.user_id == bindparam("user"), NUDGE_MESSAGES.c.nudge_id == bindparam("nudge"))
    .order_by(NUDGE_MESSAGES.c.message_id.desc())
    .limit(bindparam("most"))
)


class Nudges(Base):
    def nudge(self, user_id: int, nudge_id: int) -> Nudge | None:
        return self._one_nudge(_ONE, user=user_id, nudge=nudge_id)

    def nudge_by_message(self, user_id: int, message_id: int) -> Nudge | None:
        """The nudge that a message in the user's chat carries or once carried."""
        joined = NUDGES.join(NUDGE_MESSAGES, NUDGE_MESSAGES.c.nudge_id == NUDGES.c.id)
        mine = (NUDGE_MESSAGES.c.user_id == user_id, NUDGE_MESSAGES.c.message_id == message_id)
        return self._one_nudge(select(NUDGES).select_from(joined).where(*mine))

    def open_nudge(self, user_id: int) -> Nudge | None:
        """The nudge not answered that was sent, shown or reminded of last, which a bare "done" means; or else one that is
        on its way, for it may be in the chat."""
        return self._one_nudge(_NEWEST_OPEN, user=user_id)

    def nudge_messages(self, user_id: int, nudge_id: int, *, limit: int) -> list[int]:
        """The messages that carry a nudge or a reminder of it, the newest first."""
        of = {"user": user_id, "nudge": nudge_id, "most": limit}
        with self.reading() as connection:
            return list(connection.execute(_CARRIERS, of).scalars())

    def _one_nudge(self, query: Select[Any], **given: Any) -> Nudge | None:
        with self.reading() as connection:
            row = connection.execute(query, given).one_or_none()
            return None if row is None else read_row(Nudge, row)

    def answer_nudge(
        self,
        user_id: int,
        update_id: int,
        nudge_id: int,
        *,
        status: str,
        push_at: datetime | None = None,
        snoozed_until: date | None = None,
        now: datetime,
        then: Step | None = None,
    ) -> Change | None:
        """Kind `status`, "skipped" or "later", result {"nudge_id", "contact_id"}; None when it was answered before.

        `push_at`: when a postponed nudge comes back (UTC). `snoozed_until`: the contact isn't named before that day.
        """

        def work(journal: Journal) -> dict[str, Any] | None:
            return close_nudge(journal, nudge_id, status, push_at=push_at, snoozed_until=snoozed_until)

        return self._write(user_id, update_id, status, work, now=now, then=then)

    def show_opener(
        self,
        user_id: int,
        update_id: int,
        nudge_id: int,
        *,
        opener: str,
        key: str,
        now: datetime,
        then: Step | None = None,
    ) -> Change | None:
        """Kind "opener", result {"nudge_id", "opener", "key"}."""

        def work(journal: Journal) -> dict[str, Any] | None:
            written = _write_opener(journal, nudge_id, opener, key)
            return None if written is None else {"nudge_id": nudge_id, "opener": opener, "key": key}

        return self._write(user_id, update_id, "opener", work, now=now, then=then)

    def word_nudge(
        self, user_id: int, update_id: int, nudge_id: int, *, opener: str, key: str, now: datetime
    ) -> Change | None:
        """Kind "worded", result {"nudge_id", "contact_id"}: the user's own words are its opener from now on."""

        def work(journal: Journal) -> dict[str, Any] | None:
            return _write_opener(journal, nudge_id, opener, key)

        return self._write(user_id, update_id, "worded", work, now=now)

    def plan_nudge(
        self, user_id: int, update_id: int, nudge: Nudge, *, now: datetime, then: Step | None = None
    ) -> Change | None:
        """Kind "asked", result {"nudge_id"}: one more nudge, to be sent now; those that are open stay."""

        def work(journal: Journal) -> dict[str, Any] | None:
            nudge_id = _plan(journal, nudge)
            return None if nudge_id is None else {"nudge_id": nudge_id}

        return self._write(user_id, update_id, "asked", work, now=now, then=then)

    def skip_and_plan(
        self,
        user_id: int,
        update_id: int,
        old_id: int,
        new: Nudge | None,
        *,
        now: datetime,
        snoozed_until: date | None = None,
        then: Step | None = None,
    ) -> Change | None:
        """Kind "swapped", result {"nudge_id": of the new one or None, "old_id", "contact_id": who was skipped}."""

        def work(journal: Journal) -> dict[str, Any] | None:
            closed = close_nudge(journal, old_id, "skipped", snoozed_until=snoozed_until)
            if closed is None:
                return None
            nudge_id = None if new is None else _plan(journal, new)
            return {"nudge_id": nudge_id, "old_id": old_id, "contact_id": closed["contact_id"]}

        return self._write(user_id, update_id, "swapped", work, now=now, then=then)


def _write_opener(journal: Journal, nudge_id: int, opener: str, key: str) -> dict[str, Any] | None:
    row = journal.row(NUDGES, nudge_id)
    if row is None or _is_gone(journal, row.contact_id):
        return None
    journal.update(NUDGES, nudge_id, opener=opener, opener_keys=[*row.opener_keys, key])
    return {"nudge_id": nudge_id, "contact_id": row.contact_id}


def close_nudge(
    journal: Journal,
    nudge_id: int,
    status: str,
    *,
    push_at: datetime | None = None,
    snoozed_until: date | None = None,
) -> dict[str, Any] | None:
    """Write an answer to a nudge that can still take it; any answer breaks the row of unanswered ones."""
    row = journal.row(NUDGES, nudge_id)
    if row is None or row.status not in ANSWERABLE or _is_gone(journal, row.contact_id):
        return None
    journal.update(NUDGES, nudge_id, status=status, push_at=push_at, answered_at=journal.now)
    if row.contact_id is not None and snoozed_until is not None:
        journal.update(CONTACTS, row.contact_id, snoozed_until=snoozed_until)
    journal.update(USERS, journal.user_id, unanswered=0)
    return {"nudge_id": nudge_id, "contact_id": row.contact_id}


def _is_gone(journal: Journal, contact_id: int | None) -> bool:
    return contact_id is not None and journal.row(CONTACTS, contact_id) is None


def _plan(journal: Journal, nudge: Nudge) -> int | None:
    planned = new_nudge(journal.connection, journal.user_id, nudge, journal.now)
    if planned is None or planned.id is None:
        return None
    journal.images.append({"table": "nudges", "id": planned.id, "columns": None})
    return planned.id


def new_nudge(connection: Connection, user_id: int, nudge: Nudge, now: datetime) -> Nudge | None:
    """Insert a nudge that is to go out now; None when its contact is no longer an active one of the user's."""
    if nudge.contact_id is not None:
        mine = (CONTACTS.c.id == nudge.contact_id, CONTACTS.c.user_id == user_id)
        there = select(CONTACTS.c.id).where(*mine, CONTACTS.c.status == "active", CONTACTS.c.deleted_at.is_(None))
        if connection.execute(there).one_or_none() is None:
            return None
    values = values_of(nudge)
    values |= {"user_id": user_id, "status": "planned", "created_at": now, "push_at": now + CLAIM}
    nudge_id = insert_row(connection, NUDGES, values)
    return Nudge(id=nudge_id, **values)
