"""Putting back what a change wrote, as far as nothing was written over it since."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, select, update

from storage.amending import amended, mingled
from storage.base import Base
from storage.journal import Journal
from storage.models import Change, User
from storage.reversal import Reversal
from storage.shapes import LastChange
from storage.tables import CHANGES, CONTACTS, USERS, read_row

#: How long a change can be undone, and a deleted contact comes back.
KEPT_FOR = timedelta(days=30)
#: So many are named in the answer.
_NAMED = 5
NextSlot = Callable[[User, datetime], datetime]
#: Changes that only showed something: "undo" means what was said before them.
ASKED_FOR = ("asked", "opener")


class Undoing(Base):
    def last_change(self, user_id: int, *, now: datetime) -> LastChange | None:
        """What an undo that names nothing would take back; None when there is nothing."""
        with self.engine.begin() as connection:
            journal = Journal(connection, user_id, now)
            row = _find(journal, None)
            if row is None:
                return None
            newer = select(CHANGES.c.id).where(CHANGES.c.user_id == user_id, CHANGES.c.id > row.id)
            shown_since = connection.execute(newer.where(CHANGES.c.kind.in_(ASKED_FOR)).limit(1)).first() is not None
            return LastChange(read_row(Change, row), tuple(_names(journal, row._mapping["result"])), shown_since)

    def amended(self, user_id: int, change_id: int) -> list[str]:
        """The names of those an import brought about whom the user has said something since; [] for other changes."""
        with self.engine.begin() as connection:
            mine = (CHANGES.c.user_id == user_id, CHANGES.c.id == change_id)
            change = connection.execute(select(CHANGES).where(*mine)).one_or_none()
            return [] if change is None else list(amended(connection, user_id, change).values())

    def undo(
        self,
        user_id: int,
        update_id: int,
        change_id: int | None = None,
        *,
        now: datetime,
        next_slot: NextSlot | None = None,
        spare: bool = True,
    ) -> Change | None:
        """Kind "undone", result {"undone": kind, "of": its result, "kept": rows and columns left as they are now,
        "names": of the contacts it was about, who may be gone with it, "spared": of an import, how many stayed,
        "parted": how many merges were undone with it}.

        Whoever was made one with somebody an import brought is two again, with all that was theirs; and those whom the
        user has said something about since (`amended`) stay, but with `spare` False.

        Undoes that change, or the newest that is not undone; an undo itself is never undone, and a nudge or other
        words asked for only by their own button. What was written over since is left and counted in "kept". None when
        there is nothing to undo: undone already, or 30 days old. `next_slot` gives the user's next one after an
        instant: settings put back may name a slot that has gone by, which would bring the nudge at any hour.
        """

        def work(journal: Journal) -> dict[str, Any] | None:
            change = _find(journal, change_id)
            if change is None:
                return None
            names = _names(journal, change.result)
            was_due = _user(journal).next_nudge_at
            done = _put_back(journal, change, spare=spare)
            if next_slot is not None:
                _move_past_slot(journal, next_slot, was_due)
            return {"undone": change.kind, "of": change.result, "names": names, **done}

        return self._write(user_id, update_id, "undone", work, now=now)


def _find(journal: Journal, change_id: int | None) -> Row[Any] | None:
    mine = (CHANGES.c.user_id == journal.user_id, CHANGES.c.undone_at.is_(None), CHANGES.c.kind != "undone")
    query = select(CHANGES).where(*mine, CHANGES.c.created_at > journal.now - KEPT_FOR)
    which = CHANGES.c.kind.not_in(ASKED_FOR) if change_id is None else CHANGES.c.id == change_id
    query = query.where(which)
    return journal.connection.execute(query.order_by(CHANGES.c.id.desc()).limit(1)).one_or_none()


def _put_back(journal: Journal, change: Row[Any], *, spare: bool) -> dict[str, int]:
    """The change, and before it the merges that have to be undone with it; how much was kept, spared and parted."""
    spared = list(amended(journal.connection, journal.user_id, change)) if spare else []
    parted = [each.change_id for each in mingled(journal.connection, journal.user_id, change)]
    reversal = Reversal(journal, spare=spared)
    for change_id in (*parted, change.id):
        mine = (CHANGES.c.id == change_id, CHANGES.c.user_id == journal.user_id)
        undone = update(CHANGES).where(*mine).values(undone_at=journal.now).returning(CHANGES.c.before)
        reversal.put_back(journal.connection.execute(undone).scalar_one())
    return {"kept": reversal.kept, "spared": len(spared), "parted": len(parted)}


def _move_past_slot(journal: Journal, next_slot: NextSlot, was_due: datetime | None) -> None:
    """But not one that stood before the undo: that nudge is just about to go out."""
    user = _user(journal)
    if user.next_nudge_at is not None and was_due != user.next_nudge_at <= journal.now:
        slot = next_slot(user, journal.now)
        journal.connection.execute(update(USERS).where(USERS.c.id == user.id).values(next_nudge_at=slot))


def _user(journal: Journal) -> User:
    return read_row(User, journal.connection.execute(select(USERS).where(USERS.c.id == journal.user_id)).one())


def _names(journal: Journal, result: dict[str, Any]) -> list[str]:
    ids = result.get("contact_ids") or [result[key] for key in ("contact_id",) if key in result]
    found = [journal.row(CONTACTS, each) for each in ids[:_NAMED]]
    return [row.name for row in found if row is not None]
