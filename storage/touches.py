"""Being in touch: a nudge that is done, and touches at any time."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import bindparam, select

from storage.adding import add_note
from storage.base import Base, refresh_due
from storage.editing import tag_along
from storage.follow_ups import follow_up
from storage.journal import Journal
from storage.models import Change, Contact, Nudge, Touch
from storage.replies import ask_need
from storage.shapes import Step, Told
from storage.tables import CONTACTS, NUDGES, TOUCHES, USERS, read_parts, read_row, read_rows

_BY_IDS = select(TOUCHES).where(
    TOUCHES.c.user_id == bindparam("user"), TOUCHES.c.id.in_(bindparam("ids", expanding=True))
)
_DONE = (
    select(*CONTACTS.c, *NUDGES.c, *TOUCHES.c)
    .select_from(
        NUDGES.join(CONTACTS, CONTACTS.c.id == NUDGES.c.contact_id).join(TOUCHES, TOUCHES.c.nudge_id == NUDGES.c.id)
    )
    .where(NUDGES.c.id == bindparam("nudge"), NUDGES.c.user_id == bindparam("user"), CONTACTS.c.deleted_at.is_(None))
    .where(TOUCHES.c.id == bindparam("touch"))
)
#: How long before a nudge a touch may have been and still answers it: the nudge came a few days too late.
ANSWERS_AFTER = timedelta(days=8)


class Touches(Base):
    def mark_done(
        self,
        user_id: int,
        update_id: int,
        nudge_id: int,
        *,
        on: date,
        channel: str | None = None,
        note: str | None = None,
        tags: Iterable[str] = (),
        told: Told | None = None,
        now: datetime,
        then: Step | None = None,
    ) -> Change | None:
        """Kind "done", result {"nudge_id", "contact_id", "touch_id", "note_id": None without a note}, and "tags" where the
        contact was given some with it.

        None when the nudge is done already, names nobody, or its contact is gone. `on` is a day in the user's zone.
        What is `told` besides is written with it; "need": True where a need is asked about.
        `then` is given the note's id.
        """

        def work(journal: Journal) -> dict[str, Any] | None:
            nudge = journal.row(NUDGES, nudge_id)
            if nudge is None or nudge.status == "done" or nudge.contact_id is None:
                return None
            if journal.row(CONTACTS, nudge.contact_id) is None:
                return None
            touched = _touch(journal, nudge.contact_id, on, channel, note, told or Told(), nudge_id)
            tagged = tag_along(journal, nudge.contact_id, tags)
            asked = ask_need(journal, told.need_asked_on if told else None)
            if then is not None and touched["note_id"] is not None:
                then.data["note_id"] = touched["note_id"]
            return {"nudge_id": nudge_id, "contact_id": nudge.contact_id, **touched, **tagged, **asked}

        return self._write(user_id, update_id, "done", work, now=now, then=then)

    def log_touches(
        self,
        user_id: int,
        update_id: int,
        contact_ids: Sequence[int],
        *,
        on: date,
        channel: str | None = None,
        note: str | None = None,
        tags: Iterable[str] = (),
        told: Told | None = None,
        now: datetime,
        nudge_id: int | None = None,
        then: Step | None = None,
    ) -> Change | None:
        """Kind "touched", result {"contact_ids", "touch_ids", "note_ids", "nudge_ids": those it answered}, and "tags"
        where they were given some with it.

        A nudge that waits for one of the contacts (or `nudge_id`, in any state but done) becomes done with it. Ids
        that aren't the user's are left out; None when none is left.
        """
        given = list(tags)

        def work(journal: Journal) -> dict[str, Any] | None:
            mine = [each for each in dict.fromkeys(contact_ids) if journal.row(CONTACTS, each) is not None]
            if not mine:
                return None
            answered = {each: _waiting(journal, each, on, nudge_id) for each in mine}
            written = [_touch(journal, each, on, channel, note, told or Told(), *answered[each]) for each in mine]
            asked = ask_need(journal, told.need_asked_on if told else None)
            for each in mine:
                asked |= tag_along(journal, each, given)
            return asked | _logged(mine, written, answered)

        return self._write(user_id, update_id, "touched", work, now=now, then=then)

    def done(self, user_id: int, nudge_id: int, touch_id: int) -> tuple[Contact, Nudge, Touch] | None:
        """A nudge that is done, whom it named, and the touch it is done with; None where any of them is gone."""
        with self.reading() as connection:
            row = connection.execute(_DONE, {"user": user_id, "nudge": nudge_id, "touch": touch_id}).one_or_none()
        if row is None:
            return None
        contact, nudge, touch = read_parts((Contact, Nudge, Touch), row)
        return contact, nudge, touch

    def touches_by_ids(self, user_id: int, ids: Sequence[int]) -> list[Touch]:
        """Those of the ids that are the user's, in the order of `ids`."""
        given = {"user": user_id, "ids": list(ids)}
        with self.reading() as connection:
            found = {touch.id: touch for touch in read_rows(Touch, connection.execute(_BY_IDS, given))}
        return [found[touch_id] for touch_id in dict.fromkeys(ids) if touch_id in found]

    def touch_of_nudge(self, user_id: int, nudge_id: int) -> Touch | None:
        """The newest touch that answered a nudge."""
        query = select(TOUCHES).where(TOUCHES.c.user_id == user_id, TOUCHES.c.nudge_id == nudge_id)
        with self.reading() as connection:
            row = connection.execute(query.order_by(TOUCHES.c.id.desc()).limit(1)).one_or_none()
            return None if row is None else read_row(Touch, row)


def _logged(
    ids: list[int], written: Sequence[dict[str, Any]], answered: Mapping[int, list[int]]
) -> dict[str, list[int]]:
    return {
        "contact_ids": ids,
        "touch_ids": [touched["touch_id"] for touched in written],
        "note_ids": [touched["note_id"] for touched in written if touched["note_id"] is not None],
        "nudge_ids": [each for found in answered.values() for each in found],
    }


def _touch(
    journal: Journal, contact_id: int, on: date, channel: str | None, note: str | None, told: Told, *nudge_ids: int
) -> dict[str, Any]:
    """Write the touch, its words as a note too, and what it answers: the contact need not be snoozed any longer."""
    touch = Touch(
        user_id=journal.user_id, contact_id=contact_id, touched_on=on, channel=channel, note=note, reply=told.reply,
        favour=told.favour, nudge_id=next(iter(nudge_ids), None), created_at=journal.now,
    )  # fmt: skip
    touch_id = journal.insert(touch)
    if nudge_ids and told.heard_at is not None:
        follow_up(journal, "heard", touch_id, contact_id, told.heard_at)
    note_id = add_note(journal, contact_id, note, on) if note else None
    for nudge_id in nudge_ids:
        journal.update(NUDGES, nudge_id, status="done", push_at=None, answered_at=journal.now)
    if nudge_ids:
        journal.update(CONTACTS, contact_id, snoozed_until=None)
        journal.update(USERS, journal.user_id, unanswered=0)
    refresh_due(journal.connection, journal.user_id, contact_id)
    return {"touch_id": touch_id, "note_id": note_id}


def _waiting(journal: Journal, contact_id: int, on: date, nudge_id: int | None) -> list[int]:
    """The contact's nudges that a touch on that day answers, the one that is meant first, then the newest.

    A touch long before the nudge doesn't answer it: it is still waiting.
    """
    mine = (NUDGES.c.user_id == journal.user_id, NUDGES.c.contact_id == contact_id, NUDGES.c.status != "done")
    meant = NUDGES.c.id == nudge_id
    latest = datetime.combine(on, time(), UTC) + ANSWERS_AFTER
    waits = (
        NUDGES.c.status.in_(("planned", "sent", "later"))
        & (NUDGES.c.created_at < latest)
        & (NUDGES.c.kind == "contact")
    )
    query = select(NUDGES.c.id).where(*mine, waits | meant)
    return list(journal.connection.execute(query.order_by(meant.desc(), NUDGES.c.id.desc())).scalars())
