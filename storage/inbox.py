"""The inbox and the network as ranking needs them: slim rows, a few statements for 30,000 people."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, func, select

from storage.base import Base
from storage.keys import fold
from storage.tables import CONTACT_TAGS, CONTACTS, POINTS, TAGS


class InboxRow(NamedTuple):
    """Somebody who waits to be sorted. `points` is how many ways to reach them are known, `tags` are names."""

    id: int
    name: str
    company: str | None
    role: str | None
    city: str | None
    met_on: date | None
    added_on: date
    birthday: str | None
    put_off_on: date | None
    points: int
    tags: tuple[str, ...]


class Network(NamedTuple):
    """What the active contacts have in common: by what is said of them, folded, how many of them it is said of."""

    companies: dict[str, int]
    roles: dict[str, int]
    cities: dict[str, int]
    tags: dict[str, int]


_FACTS = ("id", "name", "company", "role", "city", "met_on", "added_on", "birthday", "put_off_on")


class Inbox(Base):
    def inbox(self, user_id: int) -> list[InboxRow]:
        """Everybody who waits to be sorted, as they were added."""
        mine = _those(user_id, "inbox")
        query = select(*(CONTACTS.c[name] for name in _FACTS)).where(*mine).order_by(CONTACTS.c.id)
        with self.reading() as connection:
            points = _points(connection, user_id)
            tags = _tags(connection, user_id)
            rows = connection.execute(query)
            return [InboxRow._make((*row, points[row[0]], tags.get(row[0], ()))) for row in rows]

    def network(self, user_id: int) -> Network:
        """Of the active contacts."""
        mine = _those(user_id, "active")
        with self.reading() as connection:
            facts = (_said(connection, mine, name) for name in ("company", "role", "city"))
            borne = select(TAGS.c.key, func.count()).select_from(_bearing()).where(*mine).group_by(TAGS.c.key)
            return Network._make((*facts, _counted(connection, borne)))


def _those(user_id: int, status: str) -> tuple[ColumnElement[bool], ...]:
    return CONTACTS.c.user_id == user_id, CONTACTS.c.status == status, CONTACTS.c.deleted_at.is_(None)


def _bearing() -> Any:
    """Joined by the owner too, so that nobody else's links are read."""
    theirs = (CONTACTS.c.id == CONTACT_TAGS.c.contact_id) & (CONTACTS.c.user_id == CONTACT_TAGS.c.user_id)
    joined = CONTACT_TAGS.join(CONTACTS, theirs)
    return joined.join(TAGS, TAGS.c.id == CONTACT_TAGS.c.tag_id)


def _points(connection: Connection, user_id: int) -> Counter[int]:
    """Of all contacts: to look each up, whether it waits, takes longer; as to count in SQLite does."""
    return Counter(connection.execute(select(POINTS.c.contact_id).where(POINTS.c.user_id == user_id)).scalars())


def _tags(connection: Connection, user_id: int) -> dict[int, tuple[str, ...]]:
    """Of all contacts, likewise."""
    joined = CONTACT_TAGS.join(TAGS, TAGS.c.id == CONTACT_TAGS.c.tag_id)
    query = select(CONTACT_TAGS.c.contact_id, TAGS.c.name).select_from(joined)
    found: dict[int, tuple[str, ...]] = {}
    for contact_id, name in connection.execute(
        query.where(CONTACT_TAGS.c.user_id == user_id).order_by(CONTACT_TAGS.c.id)
    ):
        found[contact_id] = (*found.get(contact_id, ()), name)
    return found


def _said(connection: Connection, mine: Iterable[ColumnElement[bool]], name: str) -> dict[str, int]:
    column = CONTACTS.c[name]
    return _counted(connection, select(column, func.count()).where(*mine, column.is_not(None)).group_by(column))


def _counted(connection: Connection, query: Select[Any]) -> dict[str, int]:
    """Two spellings of one word count together."""
    found: Counter[str] = Counter()
    for said, count in connection.execute(query):
        found[fold(said)] += count
    return dict(found)
