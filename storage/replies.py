"""What came of a touch: whether they answered, what passed between them, and what they could use."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, or_, select, update

from storage.adding import add_note
from storage.base import Base
from storage.editing import tag_along
from storage.follow_ups import close_follow_ups
from storage.journal import Journal
from storage.models import Change, Touch
from storage.promises import waiting_follow_ups
from storage.shapes import Ledger, Step, Told
from storage.tables import CONTACTS, INTRODUCTIONS, PROMISES, TOUCHES, USERS, read_row
from storage.turns import Turn, give_turn

#: An introduction in one of these states was made: both of them gained by it.
MADE = ("made", "closed")
#: So many touches are looked at for a row without an answer.
_MOST_IN_A_ROW = 50


class Replies(Base):
    def touch(self, user_id: int, touch_id: int) -> Touch | None:
        """One of the user's touches; None too where whom it was with is gone."""
        joined = TOUCHES.join(CONTACTS, CONTACTS.c.id == TOUCHES.c.contact_id)
        mine = (TOUCHES.c.user_id == user_id, TOUCHES.c.id == touch_id, CONTACTS.c.deleted_at.is_(None))
        with self.reading() as connection:
            row = connection.execute(select(TOUCHES).select_from(joined).where(*mine)).one_or_none()
            return None if row is None else read_row(Touch, row)

    def touched_since(self, user_id: int, touch: Touch) -> bool:
        """Whether they were in touch again after it, or it was written down later."""
        theirs = (TOUCHES.c.user_id == user_id, TOUCHES.c.contact_id == touch.contact_id)
        same_day = (TOUCHES.c.touched_on == touch.touched_on) & (TOUCHES.c.id > (touch.id or 0))
        later = select(TOUCHES.c.id).where(*theirs, (TOUCHES.c.touched_on > touch.touched_on) | same_day)
        with self.reading() as connection:
            return connection.execute(later.limit(1)).first() is not None

    def without_answer(self, user_id: int, contact_id: int) -> int:
        """How many of the newest touches in a row went without an answer."""
        theirs = (TOUCHES.c.user_id == user_id, TOUCHES.c.contact_id == contact_id)
        newest = select(TOUCHES.c.reply).where(*theirs).order_by(TOUCHES.c.touched_on.desc(), TOUCHES.c.id.desc())
        count = 0
        with self.reading() as connection:
            for reply in connection.execute(newest.limit(_MOST_IN_A_ROW)).scalars():
                if reply != "no":
                    break
                count += 1
        return count

    def note_touch(
        self,
        user_id: int,
        update_id: int,
        touch_id: int,
        text: str,
        now: datetime,
        then: Step | None = None,
        *,
        tags: Iterable[str] = (),
        told: Told | None = None,
    ) -> Change | None:
        """Kind "noted", result {"contact_id", "touch_id", "note_id"}, "tags" where the contact was given some with it,
        "turn_on" or "not_before" where they say the next time, "need": True where a need is asked about.

        The words are the touch's, behind those it has, and a note of that day. `then` is given the note's id. That a
        need was asked about stays through an Undo.
        """

        def work(journal: Journal) -> dict[str, Any] | None:
            touch = journal.row(TOUCHES, touch_id)
            if touch is None or journal.row(CONTACTS, touch.contact_id) is None:
                return None
            journal.update(TOUCHES, touch_id, note=f"{touch.note}\n{text}" if touch.note else text)
            note_id = add_note(journal, touch.contact_id, text, touch.touched_on)
            if then is not None:
                then.data["note_id"] = note_id
            written = {"contact_id": touch.contact_id, "touch_id": touch_id, "note_id": note_id}
            return written | _tell(journal, touch, told or Told()) | tag_along(journal, touch.contact_id, tags)

        return self._write(user_id, update_id, "noted", work, now=now, then=then)

    def set_reply(
        self,
        user_id: int,
        update_id: int,
        touch_id: int,
        reply: str | None,
        *,
        now: datetime,
        then: Step | None = None,
    ) -> Change | None:
        """Kind "replied", result {"touch_id", "contact_id", "reply", "nudge_ids": the questions it answered}.

        `reply` is yes | no | None: not yet. None when it was answered the same before, or is gone.
        """

        def work(journal: Journal) -> dict[str, Any] | None:
            touch = journal.row(TOUCHES, touch_id)
            if touch is None or journal.row(CONTACTS, touch.contact_id) is None:
                return None
            asked = waiting_follow_ups(journal, "heard", [touch_id])
            if not asked and (reply is None or touch.reply == reply):
                return None
            if reply is not None:
                journal.update(TOUCHES, touch_id, reply=reply)
            close_follow_ups(journal, "heard", touch_id)
            return {"touch_id": touch_id, "contact_id": touch.contact_id, "reply": reply, "nudge_ids": asked}

        return self._write(user_id, update_id, "replied", work, now=now, then=then)

    def leave_contact(
        self, user_id: int, update_id: int, contact_id: int, *, until: date, now: datetime, then: Step | None = None
    ) -> Change | None:
        """Kind "left", result {"contact_id"}: they aren't named before that day. None when that is so already."""

        def work(journal: Journal) -> dict[str, Any] | None:
            return {"contact_id": contact_id} if journal.update(CONTACTS, contact_id, snoozed_until=until) else None

        return self._write(user_id, update_id, "left", work, now=now, then=then)

    def set_needs(
        self, user_id: int, update_id: int, contact_id: int, needs: str, *, now: datetime, then: Step | None = None
    ) -> Change | None:
        """Kind "needed", result {"contact_id"}: what they could use. None when they are gone."""

        def work(journal: Journal) -> dict[str, Any] | None:
            written = journal.update(CONTACTS, contact_id, needs=needs)
            return None if written is None else {"contact_id": contact_id}

        return self._write(user_id, update_id, "needed", work, now=now, then=then)

    def ledger(self, user_id: int, contact_id: int) -> Ledger:
        """What the user gave and asked: favours of touches, promises kept, introductions made. Nothing of somebody who
        is not theirs, or gone."""
        with self.reading() as connection:
            return _ledger(connection, user_id, contact_id)


def _tell(journal: Journal, touch: Row[Any], told: Told) -> dict[str, Any]:
    """Write what the words on a touch tell besides; the next time and the question that followed from them."""
    said = {"reply": told.reply, "favour": told.favour}
    journal.update(TOUCHES, touch.id, **{name: each for name, each in said.items() if each})
    if told.turn_on or told.not_before:
        give_turn(journal, Turn(touch.contact_id, told.turn_on, told.turn_on or told.not_before))
    days = {"turn_on": told.turn_on, "not_before": told.not_before}
    return {name: day.isoformat() for name, day in days.items() if day} | ask_need(journal, told.need_asked_on)


def ask_need(journal: Journal, on: date | None) -> dict[str, Any]:
    """Remember that a need is asked about on that day, past any Undo; {"need": True} with a day."""
    if on is None:
        return {}
    asked = update(USERS).where(USERS.c.id == journal.user_id).values(need_asked_on=on)
    journal.connection.execute(asked)
    return {"need": True}


def _ledger(connection: Connection, user_id: int, contact_id: int) -> Ledger:
    favours = select(TOUCHES.c.favour, func.count().label("times")).where(
        TOUCHES.c.user_id == user_id, TOUCHES.c.contact_id == contact_id, TOUCHES.c.favour.is_not(None)
    )
    kept = select(func.count()).where(
        PROMISES.c.user_id == user_id, PROMISES.c.contact_id == contact_id, PROMISES.c.kept_on.is_not(None)
    )
    part = or_(INTRODUCTIONS.c.first_id == contact_id, INTRODUCTIONS.c.second_id == contact_id)
    made = select(func.count()).where(INTRODUCTIONS.c.user_id == user_id, part, INTRODUCTIONS.c.status.in_(MADE))
    theirs = (CONTACTS.c.id == contact_id, CONTACTS.c.user_id == user_id, CONTACTS.c.deleted_at.is_(None))
    if connection.execute(select(CONTACTS.c.id).where(*theirs)).one_or_none() is None:
        return Ledger()
    counted = connection.execute(favours.group_by(TOUCHES.c.favour)).all()
    passed = {str(row.favour): int(row.times) for row in counted}
    gave = passed.get("gave", 0) + connection.execute(kept).scalar_one() + connection.execute(made).scalar_one()
    return Ledger(gave=gave, asked=passed.get("asked", 0))
