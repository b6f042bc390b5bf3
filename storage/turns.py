"""Turns and rests that the user gives to contacts: when somebody is named next, and when not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from storage.adding import leave_inbox
from storage.base import Base, refresh_due
from storage.journal import Journal
from storage.models import Change
from storage.nudges import close_nudge
from storage.shapes import Step
from storage.tables import CONTACTS, NUDGES


@dataclass(frozen=True, slots=True)
class Turn:
    """From day `turn_on` it is this contact's turn before all others; before day `not_before` they are not named.
    None: no such day. Days are in the user's zone."""

    contact_id: int
    turn_on: date | None = None
    not_before: date | None = None


class Turns(Base):
    def set_next_time(
        self,
        user_id: int,
        update_id: int,
        contact_id: int,
        *,
        on: date | None = None,
        not_before: date | None = None,
        now: datetime,
        then: Step | None = None,
    ) -> Change | None:
        """Kind "next_time", result {"contact_id", "nudge_ids": those it answered, "on", "not_before": ISO 8601 or None}.

        `on`: it is their turn from that day, and not sooner; `not_before`: only the latter. A nudge about them that
        waits for an answer becomes skipped. None when there is no such contact.
        """

        def work(journal: Journal) -> dict[str, Any] | None:
            if journal.row(CONTACTS, contact_id) is None:
                return None
            closed = close_waiting(journal, contact_id)
            give_turn(journal, Turn(contact_id, on, on or not_before))
            days = {"on": on and on.isoformat(), "not_before": not_before and not_before.isoformat()}
            return {"contact_id": contact_id, "nudge_ids": closed, **days}

        return self._write(user_id, update_id, "next_time", work, now=now, then=then)

    def set_turns(
        self, user_id: int, update_id: int, turns: Sequence[Turn], *, now: datetime, then: Step | None = None
    ) -> Change | None:
        """Kind "turns", result {"contact_ids"}: who is named in which week is settled by hand. None when none is there."""

        def work(journal: Journal) -> dict[str, Any] | None:
            mine = [turn for turn in turns if journal.row(CONTACTS, turn.contact_id) is not None]
            for turn in mine:
                give_turn(journal, turn)
            return {"contact_ids": [turn.contact_id for turn in mine]} if mine else None

        return self._write(user_id, update_id, "turns", work, now=now, then=then)

    def refuse(
        self,
        user_id: int,
        update_id: int,
        contact_id: int,
        because: str,
        *,
        not_before: date,
        cadence_days: int | None = None,
        nudge_id: int | None = None,
        now: datetime,
        then: Step | None = None,
    ) -> Change | None:
        """Kind "refused", result {"contact_id", "because", "not_before": ISO 8601, "days": the new rhythm or None,
        "nudge_ids": those it answered}.

        They are not named before that day; with `cadence_days` they have that rhythm from now on. The nudge, and any
        other about them that waits, becomes skipped. None when there is no such contact.
        """

        def work(journal: Journal) -> dict[str, Any] | None:
            if journal.row(CONTACTS, contact_id) is None:
                return None
            closed = close_waiting(journal, contact_id, nudge_id)
            give_turn(journal, Turn(contact_id, None, not_before))
            if cadence_days is not None:
                journal.update(CONTACTS, contact_id, cadence_days=cadence_days)
                leave_inbox(journal, contact_id)
                refresh_due(journal.connection, user_id, contact_id)
            told = {"because": because, "not_before": not_before.isoformat(), "days": cadence_days}
            return {"contact_id": contact_id, **told, "nudge_ids": closed}

        return self._write(user_id, update_id, "refused", work, now=now, then=then)


def give_turn(journal: Journal, turn: Turn) -> None:
    """Whatever was settled of their turn before is over."""
    journal.update(CONTACTS, turn.contact_id, turn_on=turn.turn_on, snoozed_until=turn.not_before)


def close_waiting(journal: Journal, contact_id: int, nudge_id: int | None = None) -> list[int]:
    """Skip the contact's nudges that wait for an answer, and the one that is meant; the ids of those skipped."""
    waits = (NUDGES.c.status.in_(("sent", "later"))) | (NUDGES.c.id == nudge_id)
    mine = (NUDGES.c.user_id == journal.user_id, NUDGES.c.contact_id == contact_id, NUDGES.c.kind == "contact", waits)
    found = journal.connection.execute(select(NUDGES.c.id).where(*mine).order_by(NUDGES.c.id)).scalars().all()
    return [each for each in found if close_nudge(journal, each, "skipped") is not None]
