"""What the sending loop reads and claims. The database is the schedule; every claim is one conditional UPDATE.

These methods write no change: they are not a user's doing, and can't be undone.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, func, select, update

from storage.base import Base
from storage.follow_ups import WEEKLY
from storage.models import Nudge
from storage.nudges import CLAIM
from storage.tables import CONTACTS, NUDGES, USERS, read_row
from storage.users import FOREVER

#: The states in which a nudge may still go out: not sent yet, to be reminded of, put off.
OPEN = ("planned", "sent", "later")


class Sending(Base):
    def due_users(self, now: datetime, limit: int) -> list[tuple[int, datetime]]:
        """(user id, next_nudge_at) of those whose nudge is due, the longest due first."""
        due = select(USERS.c.id, USERS.c.next_nudge_at).where(USERS.c.next_nudge_at <= now)
        with self.engine.begin() as connection:
            rows = connection.execute(due.order_by(USERS.c.next_nudge_at).limit(limit))
            return [(row.id, row.next_nudge_at) for row in rows]

    def next_nudge(self) -> datetime | None:
        """When the next user is due (UTC)."""
        return self._first(select(func.min(USERS.c.next_nudge_at)))

    def next_push(self) -> datetime | None:
        """When anything wants to go out next: a new nudge, an unsent or postponed one, a reminder (UTC)."""
        slot, push = self.next_nudge(), self._first(pushes(func.min(_goes_out_at())))
        return min((each for each in (slot, push) if each is not None), default=None)

    def _first(self, query: Select[Any]) -> datetime | None:
        with self.engine.begin() as connection:
            found: datetime | None = connection.execute(query).scalar_one()
            return found

    def claim_push(self, nudge_id: int, *, seen: datetime, now: datetime) -> Nudge | None:
        """Take a nudge whose time to go out has come; None when another process has it or it was answered."""
        open_ = NUDGES.c.status.in_(OPEN)
        claim = update(NUDGES).where(NUDGES.c.id == nudge_id, NUDGES.c.push_at == seen, open_, names_somebody())
        with self.engine.begin() as connection:
            row = connection.execute(claim.values(push_at=now + CLAIM).returning(*NUDGES.c)).one_or_none()
            return None if row is None else read_row(Nudge, row)

    def release_push(self, nudge_id: int, *, seen: datetime | None, until: datetime) -> bool:
        """Give a nudge claimed till `seen` back, to go out at `until`; False when somebody else has it by now."""
        return seen is not None and self._update_nudge(nudge_id, NUDGES.c.push_at == seen, push_at=until)

    def put_off_user(self, user_id: int, *, seen: datetime, until: datetime) -> bool:
        """Put a user's slot off, so that a fault of theirs stops nobody else; False when it has moved."""
        with self.engine.begin() as connection:
            return _move_slot(connection, user_id, seen, until)

    def set_unreachable(self, user_id: int, now: datetime) -> bool:
        """Send a user nothing until they write again; False when that is so already. What they promised is reminded of
        then (`open_user`), late as it is."""
        endless = case((USERS.c.next_nudge_at.is_(None), FOREVER), else_=USERS.c.paused_until)
        values = {"unreachable_at": now, "next_nudge_at": None, "paused_until": endless}
        mine = (USERS.c.id == user_id, USERS.c.unreachable_at.is_(None))
        with self.engine.begin() as connection:
            gone = connection.execute(update(USERS).where(*mine).values(**values)).rowcount == 1
            waiting = (NUDGES.c.user_id == user_id, NUDGES.c.push_at.is_not(None))
            connection.execute(update(NUDGES).where(*waiting).values(push_at=None))
            return gone

    def _update_nudge(self, nudge_id: int, only: ColumnElement[bool], **values: Any) -> bool:
        with self.engine.begin() as connection:
            change = update(NUDGES).where(NUDGES.c.id == nudge_id, only).values(**values)
            return connection.execute(change).rowcount == 1


def unsent_due(now: datetime, limit: int) -> Select[Any]:
    """As below, of the week's nudges that were tried in vain, in the order of their slots."""
    due = pushes(NUDGES.c.id, NUDGES.c.user_id, NUDGES.c.push_at).where(NUDGES.c.push_at <= now)
    due = due.where(NUDGES.c.status == "planned", NUDGES.c.kind.in_(WEEKLY), _leaves_room_for_slot(now))
    due = due.order_by(NUDGES.c.created_at, NUDGES.c.id).limit(limit)
    return due.with_for_update(of=NUDGES, key_share=True, skip_locked=True)


def pushes_due(now: datetime, limit: int, since: datetime | None = None) -> Select[Any]:
    """(id, user_id, push_at) of the nudges that want to go out, the longest due first, held against other processes.

    Left out: those that another holds, users who can't be reached, contacts archived or deleted, and in a pause all but what
    was asked for.
    """
    due = pushes(NUDGES.c.id, NUDGES.c.user_id, NUDGES.c.push_at).where(_goes_out_at() <= now)
    due = due.where(NUDGES.c.push_at <= now, _leaves_room_for_slot(now))  # the first follows from it, and has an index
    if since is not None:
        due = due.where(NUDGES.c.push_at > since)
    due = due.order_by(NUDGES.c.push_at, NUDGES.c.id).limit(limit)
    return due.with_for_update(of=NUDGES, key_share=True, skip_locked=True)


def pushes(*columns: ColumnElement[Any]) -> Select[Any]:
    """Of the nudges that want to go out, whenever that is, and whose user can be reached."""
    awake = NUDGES.c.status.in_(OPEN) & ((NUDGES.c.status == "planned") | USERS.c.next_nudge_at.is_not(None))
    joined = NUDGES.join(USERS, USERS.c.id == NUDGES.c.user_id)
    waits = (NUDGES.c.push_at.is_not(None), USERS.c.unreachable_at.is_(None), awake, names_somebody())
    return select(*columns).select_from(joined).where(*waits)


def _goes_out_at() -> ColumnElement[Any]:
    """A pause holds back all but what was asked for."""
    held = (NUDGES.c.status != "planned") & (USERS.c.paused_until > NUDGES.c.push_at)
    return case((held, USERS.c.paused_until), else_=NUDGES.c.push_at)


def _leaves_room_for_slot(now: datetime) -> ColumnElement[bool]:
    """Not one of the week's whose user's next slot comes while this claim would last: one nudge goes out for both. The slot
    may take this very nudge, and another process, which takes the slot, can't tell that it is on its way."""
    far = USERS.c.next_nudge_at.is_(None) | (USERS.c.next_nudge_at > now + CLAIM)
    return far | NUDGES.c.kind.not_in(WEEKLY)


def names_somebody() -> ColumnElement[bool]:
    """A question that names nobody, or a contact that is still an active one. A promise may be made to one of the
    inbox, too."""
    promised = (CONTACTS.c.status == "inbox") & (NUDGES.c.kind == "promise")
    active = ((CONTACTS.c.status == "active") | promised) & CONTACTS.c.deleted_at.is_(None)
    there = select(CONTACTS.c.id).where(CONTACTS.c.id == NUDGES.c.contact_id, active).exists()
    return NUDGES.c.contact_id.is_(None) | there


def _move_slot(connection: Connection, user_id: int, seen: datetime, to: datetime | None) -> bool:
    mine = (USERS.c.id == user_id, USERS.c.next_nudge_at == seen)
    return connection.execute(update(USERS).where(*mine).values(next_nudge_at=to)).rowcount == 1
