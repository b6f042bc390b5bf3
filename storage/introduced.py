"""Introductions as they are read, and the proposals that come by themselves.

proposed → asked (each is being asked) → agreed (both said yes) → made → closed (what came of it is known); or declined.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, or_, select

from storage.base import Base, lock_user
from storage.follow_ups import WAITING, follow_up
from storage.journal import Journal
from storage.models import Introduction
from storage.searching import present
from storage.shapes import Introducible
from storage.tables import CONTACT_TAGS, CONTACTS, INTRODUCTIONS, NUDGES, TAGS, read_rows

Pair = tuple[int, int]
#: The user is asking the two of them.
UNDER_WAY = ("asked", "agreed")
OPEN = ("proposed", *UNDER_WAY)
#: They were introduced.
MADE = ("made", "closed")
#: At most one proposal in this time.
PROPOSED_EVERY = timedelta(days=7)
#: What nobody answered for so long no longer keeps other proposals back.
UNANSWERED, ABANDONED = timedelta(days=28), timedelta(days=60)


class IntroductionReads(Base):
    def introduction(self, user_id: int, introduction_id: int) -> Introduction | None:
        """None also where one of the two is gone."""
        return next(iter(self._introductions(user_id, INTRODUCTIONS.c.id == introduction_id)), None)

    def introductions(self, user_id: int, statuses: Sequence[str]) -> list[Introduction]:
        """Those of the user's in one of the states, the newest first; not those of somebody deleted or archived."""
        return self._introductions(user_id, INTRODUCTIONS.c.status.in_(list(statuses)), *_present(active=True))

    def introductions_of(self, user_id: int, contact_id: int) -> list[Introduction]:
        """Those a contact is part of, the newest first."""
        return self._introductions(user_id, _of(contact_id))

    def introduction_between(self, user_id: int, first_id: int, second_id: int) -> Introduction | None:
        """The newest of these two, in either order."""
        return next(iter(self._introductions(user_id, _of(first_id), _of(second_id))), None)

    def _introductions(self, user_id: int, *chosen: ColumnElement[bool]) -> list[Introduction]:
        query = select(INTRODUCTIONS).where(INTRODUCTIONS.c.user_id == user_id, *_present(), *chosen)
        with self.reading() as connection:
            return read_rows(Introduction, connection.execute(query.order_by(INTRODUCTIONS.c.id.desc())))

    def introduced_to(self, user_id: int, contact_id: int) -> list[tuple[str, date]]:
        """To whom the user introduced a contact, and when, the newest first."""
        sides = [
            self._others(user_id, INTRODUCTIONS.c[one] == contact_id, INTRODUCTIONS.c[other]) for one, other in _SIDES
        ]
        return sorted((each for side in sides for each in side), key=lambda each: each[1], reverse=True)

    def _others(self, user_id: int, mine: ColumnElement[bool], other: ColumnElement[int]) -> list[tuple[str, date]]:
        joined = INTRODUCTIONS.join(CONTACTS, CONTACTS.c.id == other)
        query = select(CONTACTS.c.name, INTRODUCTIONS.c.made_on).select_from(joined)
        query = query.where(INTRODUCTIONS.c.user_id == user_id, mine, CONTACTS.c.deleted_at.is_(None))
        query = query.where(INTRODUCTIONS.c.made_on.is_not(None)).order_by(INTRODUCTIONS.c.id.desc())
        with self.reading() as connection:
            return [(row[0], row[1]) for row in connection.execute(query)]

    # Whom to propose

    def may_propose(self, user_id: int, now: datetime) -> bool:
        """Whether a proposal may come by itself: something is known of what anybody needs, none came within a week, none
        waits for an answer, and none is under way."""
        with self.reading() as connection:
            return _may_propose(connection, user_id, now)

    def needs_known(self, user_ids: Sequence[int]) -> set[int]:
        """Those of the users who noted of anybody active what they need: of the others nothing is proposed."""
        with self.reading() as connection:
            return set(connection.execute(_NEEDY, {"ids": user_ids}).scalars())

    def introducible(self, user_id: int) -> tuple[list[Introducible], dict[int, list[str]]]:
        """The active contacts of whom it is known what they need, offer or do, and the tags of each by id."""
        known = or_(*(CONTACTS.c[name].is_not(None) for name in ("needs", "offers", "role")))
        query = select(*(CONTACTS.c[name] for name in Introducible._fields))
        query = query.where(*present(user_id), CONTACTS.c.status == "active", known)
        joined = CONTACT_TAGS.join(TAGS, TAGS.c.id == CONTACT_TAGS.c.tag_id)
        named = select(CONTACT_TAGS.c.contact_id, TAGS.c.name).select_from(joined)
        tags: dict[int, list[str]] = {}
        with self.reading() as connection:
            contacts = [Introducible(*row) for row in connection.execute(query.order_by(CONTACTS.c.id)).all()]
            for contact_id, name in connection.execute(named.where(CONTACT_TAGS.c.user_id == user_id)).all():
                tags.setdefault(contact_id, []).append(name)
        return contacts, tags

    def introduced_pairs(self, user_id: int) -> set[Pair]:
        """All that were introduced or proposed before, whatever came of it; the lesser id first."""
        query = select(INTRODUCTIONS.c.first_id, INTRODUCTIONS.c.second_id).where(INTRODUCTIONS.c.user_id == user_id)
        with self.reading() as connection:
            return {(min(pair), max(pair)) for pair in (tuple(row) for row in connection.execute(query))}

    def propose_introduction(
        self, user_id: int, first_id: int, second_id: int, why: str, *, push_at: datetime, now: datetime
    ) -> int | None:
        """The id of a proposal that will be sent at `push_at` (UTC). No change: it isn't the user's doing.

        None, and nothing written, where none may come (`may_propose`), the two were proposed before, or one is gone; so
        it does no harm when two processes do it at once.
        """
        with self.engine.connect() as connection:
            if not lock_user(connection, user_id) or not _may_propose(connection, user_id, now):
                return None
            journal = Journal(connection, user_id, now)
            if not are_there(journal, first_id, second_id) or between(journal, first_id, second_id) is not None:
                return None
            proposed = insert(journal, first_id, second_id, why, "proposed")
            follow_up(journal, "intro", proposed, first_id, push_at)
            connection.commit()
            return proposed


_NEEDY = (
    select(CONTACTS.c.user_id)
    .where(CONTACTS.c.user_id.in_(bindparam("ids", expanding=True)), CONTACTS.c.deleted_at.is_(None))
    .where(CONTACTS.c.status == "active", CONTACTS.c.needs.is_not(None))
    .distinct()
)
_SIDES = (("first_id", "second_id"), ("second_id", "first_id"))


def insert(journal: Journal, first_id: int, second_id: int, why: str, status: str) -> int:
    row = Introduction(user_id=journal.user_id, first_id=first_id, second_id=second_id, why=why, status=status,
                       created_at=journal.now)  # fmt: skip
    return journal.insert(row)


def _present(*, active: bool = False) -> list[ColumnElement[bool]]:
    """Both are there; `active`: neither is archived."""
    there = CONTACTS.c.deleted_at.is_(None) & (
        (CONTACTS.c.status != "archived") if active else CONTACTS.c.id.is_not(None)
    )
    sides = (INTRODUCTIONS.c.first_id, INTRODUCTIONS.c.second_id)
    return [select(CONTACTS.c.id).where(CONTACTS.c.id == side, there).exists() for side in sides]


def _of(contact_id: int) -> ColumnElement[bool]:
    return or_(INTRODUCTIONS.c.first_id == contact_id, INTRODUCTIONS.c.second_id == contact_id)


def are_there(journal: Journal, *contact_ids: int) -> bool:
    return all(journal.row(CONTACTS, each) is not None for each in contact_ids)


def between(journal: Journal, first_id: int, second_id: int) -> Row[Any] | None:
    query = select(INTRODUCTIONS).where(INTRODUCTIONS.c.user_id == journal.user_id, _of(first_id), _of(second_id))
    return journal.connection.execute(query.order_by(INTRODUCTIONS.c.id.desc()).limit(1)).one_or_none()


def _may_propose(connection: Connection, user_id: int, now: datetime) -> bool:
    rows = connection.execute(_recent(user_id, now - ABANDONED)).all()
    for row in rows:
        if row.status in UNDER_WAY or row.created_at > now - PROPOSED_EVERY:
            return False
        if row.status == "proposed" and row.created_at > now - UNANSWERED and waits(connection, user_id, row.id):
            return False
    known = CONTACTS.c.needs.is_not(None)
    needy = select(CONTACTS.c.id).where(*present(user_id), CONTACTS.c.status == "active", known).limit(1)
    return connection.execute(needy).first() is not None


def _recent(user_id: int, since: datetime) -> Select[Any]:
    columns = INTRODUCTIONS.c["id", "status", "created_at"]
    return select(*columns).where(INTRODUCTIONS.c.user_id == user_id, INTRODUCTIONS.c.created_at > since)


def waits(connection: Connection, user_id: int, introduction_id: int) -> bool:
    """Whether a proposal is still to be sent, or answered."""
    mine = (NUDGES.c.user_id == user_id, NUDGES.c.kind == "intro", NUDGES.c.about_id == introduction_id)
    query = select(NUDGES.c.id).where(*mine, NUDGES.c.status.in_(WAITING)).limit(1)
    return connection.execute(query).first() is not None
