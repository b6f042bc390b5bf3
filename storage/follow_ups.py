"""Questions and reminders that come by themselves besides the nudge: rows of `nudges` that wait for their time.

They are written with the change they follow from, so an Undo of it takes them along.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import bindparam, func, select, update

from storage.base import Base
from storage.journal import Journal
from storage.models import Nudge
from storage.tables import CONTACTS, NUDGES, make_row

FollowUp = Literal["promise", "heard", "intro", "outcome"]
#: What one week's slot brings; the next slot lets go of it, and never of a follow-up.
WEEKLY = ("contact", "names", "pace")
#: The states in which a follow-up may still be answered.
WAITING = ("planned", "sent", "later")

#: The newest message first. `names_somebody`: its contact is there.
_OPEN = (
    select(*NUDGES.c, CONTACTS.c.id.is_not(None).label("names_somebody"))
    .select_from(NUDGES.outerjoin(CONTACTS, (CONTACTS.c.id == NUDGES.c.contact_id) & CONTACTS.c.deleted_at.is_(None)))
    .where(NUDGES.c.user_id == bindparam("user"))
    .where((NUDGES.c.status == "sent") | ((NUDGES.c.status == "planned") & (NUDGES.c.kind == "contact")))
    .order_by(func.coalesce(NUDGES.c.message_id, 0).desc(), NUDGES.c.id.desc())
)


def follow_up(
    journal: Journal, kind: FollowUp, about_id: int, contact_id: int, push_at: datetime, *, in_a_pause: bool = False
) -> int:
    """The id of one more follow-up, to be sent at `push_at` (UTC); a pause holds it back unless `in_a_pause`."""
    status = "planned" if in_a_pause else "later"
    row = Nudge(
        user_id=journal.user_id, contact_id=contact_id, kind=kind, about_id=about_id, status=status, push_at=push_at,
        opener_keys=[], created_at=journal.now,
    )  # fmt: skip
    return journal.insert(row)


def close_follow_ups(journal: Journal, kind: FollowUp, about_id: int, status: str = "done") -> None:
    """Whatever still waits about that row is answered, or let go of."""
    mine = (NUDGES.c.user_id == journal.user_id, NUDGES.c.kind == kind, NUDGES.c.about_id == about_id)
    waiting = select(NUDGES.c.id).where(*mine, NUDGES.c.status.in_(WAITING))
    for nudge_id in journal.connection.execute(waiting).scalars().all():
        journal.update(NUDGES, nudge_id, status=status, push_at=None, answered_at=journal.now)


@dataclass(frozen=True, slots=True)
class Waiting:
    """`question`: what was sent last of all, if that is a follow-up. `nudge`: as Store.open_nudge."""

    question: Nudge | None
    nudge: Nudge | None


class FollowUps(Base):
    def waiting(self, user_id: int) -> Waiting:
        """What is not answered, as far as a bare word may be an answer to it."""
        with self.reading() as connection:
            open_ = connection.execute(_OPEN, {"user": user_id}).all()
        about = next((row for row in open_ if row.kind == "contact" and row.names_somebody), None)
        is_question = bool(open_) and open_[0].kind not in WEEKLY
        return Waiting(_nudge(open_[0]) if is_question else None, None if about is None else _nudge(about))

    def let_go(self, nudge_id: int, *, seen: datetime | None) -> bool:
        """A follow-up claimed till `seen` has nothing to say any more; False when somebody else has it by now."""
        mine = (NUDGES.c.id == nudge_id, NUDGES.c.push_at == seen, NUDGES.c.kind.not_in(WEEKLY))
        with self.engine.begin() as connection:
            gone = update(NUDGES).where(*mine).values(status="expired", push_at=None)
            return connection.execute(gone).rowcount == 1


def _nudge(row: Any) -> Nudge:
    return make_row(Nudge, {column.name: row._mapping[column.name] for column in NUDGES.c})
