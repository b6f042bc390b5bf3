"""Questions and reminders that come by themselves besides the nudge: rows of `nudges` that wait for their time.

They are written with the change they follow from, so an Undo of it takes them along.
"""

from datetime import datetime
from typing import Literal

from sqlalchemy import func, select, update

from storage.base import Base
from storage.journal import Journal
from storage.models import Nudge
from storage.tables import NUDGES, read_row

FollowUp = Literal["promise", "heard", "intro", "outcome"]
#: What one week's slot brings; the next slot lets go of it, and never of a follow-up.
WEEKLY = ("contact", "names", "pace")
#: The states in which a follow-up may still be answered.
WAITING = ("planned", "sent", "later")


def follow_up(
    journal: Journal, kind: FollowUp, about_id: int, contact_id: int, push_at: datetime, *, in_a_pause: bool = False
) -> int:
    """The id of one more follow-up, to be sent at `push_at` (UTC); a pause holds it back unless `in_a_pause`."""
    status = "planned" if in_a_pause else "later"
    row = Nudge(
        user_id=journal.user_id, contact_id=contact_id, kind=kind, about_id=about_id, status=status, push_at=push_at,
        created_at=journal.now,
    )  # fmt: skip
    return journal.insert(row)


def close_follow_ups(journal: Journal, kind: FollowUp, about_id: int, status: str = "done") -> None:
    """Whatever still waits about that row is answered, or let go of."""
    mine = (NUDGES.c.user_id == journal.user_id, NUDGES.c.kind == kind, NUDGES.c.about_id == about_id)
    waiting = select(NUDGES.c.id).where(*mine, NUDGES.c.status.in_(WAITING))
    for nudge_id in journal.connection.execute(waiting).scalars().all():
        journal.update(NUDGES, nudge_id, status=status, push_at=None, answered_at=journal.now)


class FollowUps(Base):
    def newest_question(self, user_id: int) -> Nudge | None:
        """What was sent last of all that waits for an answer, if that is a follow-up: a bare word answers it."""
        mine = (NUDGES.c.user_id == user_id, NUDGES.c.status == "sent")
        query = select(NUDGES).where(*mine).order_by(func.coalesce(NUDGES.c.message_id, 0).desc(), NUDGES.c.id.desc())
        with self.engine.begin() as connection:
            row = connection.execute(query.limit(1)).one_or_none()
        newest = None if row is None else read_row(Nudge, row)
        return None if newest is None or newest.kind in WEEKLY else newest

    def let_go(self, nudge_id: int, *, seen: datetime | None) -> bool:
        """A follow-up claimed till `seen` has nothing to say any more; False when somebody else has it by now."""
        mine = (NUDGES.c.id == nudge_id, NUDGES.c.push_at == seen, NUDGES.c.kind.not_in(WEEKLY))
        with self.engine.begin() as connection:
            gone = update(NUDGES).where(*mine).values(status="expired", push_at=None)
            return connection.execute(gone).rowcount == 1
