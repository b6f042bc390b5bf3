"""Introductions: two people who should know each other, each asked first. What the user does with them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import Row

from storage.follow_ups import close_follow_ups, follow_up
from storage.introduced import MADE, OPEN, UNDER_WAY, IntroductionReads, Pair, are_there, between, insert, waits
from storage.journal import Journal
from storage.models import Change
from storage.shapes import Step
from storage.tables import INTRODUCTIONS


class Introductions(IntroductionReads):
    def ask_introduction(
        self, user_id: int, update_id: int, pair: Pair, why: str, *, now: datetime, then: Step | None = None
    ) -> Change | None:
        """Kind "intro_asked", result {"introduction_id", "contact_ids": both}: each of the two is being asked from now on.

        One that was proposed goes on, with its own why where none is given; None where they are being asked already, or
        one is gone.
        """

        def work(journal: Journal) -> dict[str, Any] | None:
            first_id, second_id = pair
            if first_id == second_id or not are_there(journal, first_id, second_id):
                return None
            known = between(journal, first_id, second_id)
            if known is not None and known.status in UNDER_WAY:
                return None
            if known is None or known.status != "proposed":
                return _told(insert(journal, first_id, second_id, why, "asked"), pair)
            journal.update(INTRODUCTIONS, known.id, status="asked", why=why or known.why)
            close_follow_ups(journal, "intro", known.id)
            return _told(known.id, (known.first_id, known.second_id))

        return self._write(user_id, update_id, "intro_asked", work, now=now, then=then)

    def refuse_pair(
        self, user_id: int, update_id: int, pair: Pair, *, now: datetime, then: Step | None = None
    ) -> Change | None:
        """Kind "intro_declined", result as above: not these two, now or later. None where that is so already."""

        def work(journal: Journal) -> dict[str, Any] | None:
            first_id, second_id = pair
            if first_id == second_id or not are_there(journal, first_id, second_id):
                return None
            known = between(journal, first_id, second_id)
            if known is None:
                return _told(insert(journal, first_id, second_id, "", "declined"), pair)
            if known.status not in OPEN:
                return None
            journal.update(INTRODUCTIONS, known.id, status="declined")
            close_follow_ups(journal, "intro", known.id, "skipped")
            return _told(known.id, (known.first_id, known.second_id))

        return self._write(user_id, update_id, "intro_declined", work, now=now, then=then)

    def put_off_introduction(
        self, user_id: int, update_id: int, introduction_id: int, *, now: datetime, then: Step | None = None
    ) -> Change | None:
        """Kind "intro_later", result as above: a proposal is kept, and never pushed again. None where none waits."""

        def work(journal: Journal) -> dict[str, Any] | None:
            row = _held(journal, introduction_id, ("proposed",))
            if row is None or not waits(journal.connection, user_id, introduction_id):
                return None
            close_follow_ups(journal, "intro", introduction_id, "skipped")
            return _told(introduction_id, (row.first_id, row.second_id))

        return self._write(user_id, update_id, "intro_later", work, now=now, then=then)

    def reply_to_introduction(
        self,
        user_id: int,
        update_id: int,
        introduction_id: int,
        contact_id: int,
        reply: Literal["yes", "no"],
        *,
        now: datetime,
        then: Step | None = None,
    ) -> Change | None:
        """Kind "intro_reply", result as above and {"contact_id", "reply"}: what one of the two said.

        Both yes: agreed; a no: declined. None where it is no news, or they aren't being asked any more.
        """

        def work(journal: Journal) -> dict[str, Any] | None:
            row = _held(journal, introduction_id, UNDER_WAY)
            if row is None or contact_id not in (row.first_id, row.second_id):
                return None
            mine, other = ("first", "second") if contact_id == row.first_id else ("second", "first")
            both = reply == "yes" and row._mapping[f"{other}_reply"] == "yes"
            status = "declined" if reply == "no" else "agreed" if both else "asked"
            if not journal.update(INTRODUCTIONS, row.id, **{f"{mine}_reply": reply, "status": status}):
                return None
            return {**_told(row.id, (row.first_id, row.second_id)), "contact_id": contact_id, "reply": reply}

        return self._write(user_id, update_id, "intro_reply", work, now=now, then=then)

    def make_introduction(
        self,
        user_id: int,
        update_id: int,
        introduction_id: int,
        *,
        on: date,
        ask_at: datetime,
        now: datetime,
        then: Step | None = None,
    ) -> Change | None:
        """Kind "intro_made", result as above: they know each other from day `on` on, and at `ask_at` (UTC) it is asked
        what came of it. None where they aren't being asked any more."""

        def work(journal: Journal) -> dict[str, Any] | None:
            row = _held(journal, introduction_id, UNDER_WAY)
            if row is None:
                return None
            journal.update(INTRODUCTIONS, row.id, status="made", made_on=on)
            follow_up(journal, "outcome", row.id, row.first_id, ask_at)
            return _told(row.id, (row.first_id, row.second_id))

        return self._write(user_id, update_id, "intro_made", work, now=now, then=then)

    def close_introduction(
        self,
        user_id: int,
        update_id: int,
        introduction_id: int,
        outcome: str,
        *,
        now: datetime,
        then: Step | None = None,
    ) -> Change | None:
        """Kind "intro_outcome", result as above: what came of one that was made, in the user's words, or "yes" or
        "nothing". None where that is what is known, or it was never made."""

        def work(journal: Journal) -> dict[str, Any] | None:
            row = _held(journal, introduction_id, MADE)
            if row is None or not journal.update(INTRODUCTIONS, row.id, status="closed", outcome=outcome):
                return None
            close_follow_ups(journal, "outcome", row.id)
            return _told(row.id, (row.first_id, row.second_id))

        return self._write(user_id, update_id, "intro_outcome", work, now=now, then=then)


def _told(introduction_id: int, pair: Pair) -> dict[str, Any]:
    return {"introduction_id": introduction_id, "contact_ids": list(pair)}


def _held(journal: Journal, introduction_id: int, statuses: Sequence[str]) -> Row[Any] | None:
    """The user's introduction in one of these states, of two who are both there."""
    row = journal.row(INTRODUCTIONS, introduction_id)
    if row is None or row.status not in statuses or not are_there(journal, row.first_id, row.second_id):
        return None
    return row
