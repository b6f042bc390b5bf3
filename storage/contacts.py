"""Reading contacts: lists, searches and cards. Contacts that were deleted are never seen."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, bindparam, func, select

from storage.journal import chunks_of
from storage.models import Contact, ContactPoint, Note, Promise, Touch, YearlyDate
from storage.searching import Searching, present, read_contacts, read_page
from storage.shapes import Card
from storage.tables import (
    CONTACT_TAGS,
    CONTACTS,
    NOTES,
    NUDGES,
    POINTS,
    PROMISES,
    TAGS,
    TOUCHES,
    YEARLY_DATES,
    read_row,
    read_rows,
)

#: Soonest due first, no due day last, then by name; the id makes pages stable.
_BY_DUE = (CONTACTS.c.next_due_on.asc().nulls_last(), CONTACTS.c.name_key, CONTACTS.c.id)
_CONTACT = select(CONTACTS).where(
    CONTACTS.c.id == bindparam("contact"), CONTACTS.c.user_id == bindparam("user"), CONTACTS.c.deleted_at.is_(None)
)
#: Databases bound the parameters of a statement: PostgreSQL 65,535, SQLite 32,766.
_MOST_IDS = 10_000


class ContactReads(Searching):
    def contact(self, user_id: int, contact_id: int) -> Contact | None:
        with self.reading() as connection:
            row = connection.execute(_CONTACT, {"user": user_id, "contact": contact_id}).one_or_none()
            return None if row is None else read_row(Contact, row)

    def contacts_by_ids(self, user_id: int, ids: Sequence[int]) -> list[Contact]:
        """Those of the ids that are the user's, in the order of `ids`."""
        with self.reading() as connection:
            rows = connection.execute(_mine(user_id).where(CONTACTS.c.id.in_(list(ids)[:_MOST_IDS])))
            found = {contact.id: contact for contact in read_rows(Contact, rows)}
        return [found[contact_id] for contact_id in dict.fromkeys(ids) if contact_id in found]

    def card(self, user_id: int, contact_id: int) -> Card | None:
        found = self.cards(user_id, [contact_id])
        return found[0] if found else None

    def cards(self, user_id: int, ids: Sequence[int]) -> list[Card]:
        """Those of the ids that are the user's, in the order of `ids`, with a few statements for all."""
        contacts = self.contacts_by_ids(user_id, ids)
        with self.reading() as connection:
            return read_cards(connection, user_id, contacts) if contacts else []

    def people(self, user_id: int, *, offset: int, limit: int, status: str = "active") -> tuple[list[Contact], int]:
        """One page of those of a status, soonest due first, and how many there are in all."""
        query = select(CONTACTS.c.id).where(*present(user_id), CONTACTS.c.status == status)
        with self.reading() as connection:
            ids, total = read_page(connection, query, _BY_DUE, offset, limit, indexed=True)
            return read_contacts(connection, ids), total

    def count(self, user_id: int) -> int:
        """How many contacts the user has, whatever their status, without those deleted or hidden."""
        return self._count(user_id)

    def inbox_count(self, user_id: int) -> int:
        return self._count(user_id, CONTACTS.c.status == "inbox")

    def _count(self, user_id: int, *chosen: ColumnElement[bool]) -> int:
        query = select(func.count()).select_from(CONTACTS).where(*present(user_id), *chosen)
        with self.reading() as connection:
            return connection.execute(query).scalar_one()

    def nudged_on(self, user_id: int) -> dict[int, datetime]:
        """When each contact was last named in a nudge: sent, or else planned (UTC)."""
        newest = func.max(func.coalesce(NUDGES.c.sent_at, NUDGES.c.created_at))
        named = (NUDGES.c.user_id == user_id, NUDGES.c.kind == "contact", NUDGES.c.contact_id.is_not(None))
        query = select(NUDGES.c.contact_id, newest).where(*named).group_by(NUDGES.c.contact_id)
        with self.reading() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}


def _mine(user_id: int) -> Select[Any]:
    return select(CONTACTS).where(*present(user_id))


def _tags_of(connection: Connection, user_id: int, ids: Sequence[int] | None, column: str) -> dict[int, list[str]]:
    """What a column of the tags says of each contact, in the order they were given."""
    joined = CONTACT_TAGS.join(TAGS, TAGS.c.id == CONTACT_TAGS.c.tag_id)
    query = select(CONTACT_TAGS.c.contact_id, TAGS.c[column]).select_from(joined)
    query = query.where(_theirs(CONTACT_TAGS, user_id, ids)).order_by(CONTACT_TAGS.c.id)
    found: dict[int, list[str]] = {}
    for contact_id, tag in connection.execute(query):
        found.setdefault(contact_id, []).append(tag)
    return found


def read_cards(connection: Connection, user_id: int, contacts: Sequence[Contact]) -> list[Card]:
    """The cards of these contacts of the user's, in their order, with a few statements for all of them."""
    ids = [contact.id for contact in contacts if contact.id is not None] if len(contacts) < _MOST_IDS else None
    points = _rows_of(connection, POINTS, user_id, ids)
    notes = _rows_of(connection, NOTES, user_id, ids, "noted_on")
    touches = _rows_of(connection, TOUCHES, user_id, ids, "touched_on")
    promises = _rows_of(connection, PROMISES, user_id, ids)
    dates = _rows_of(connection, YEARLY_DATES, user_id, ids)
    tags = _tags_of(connection, user_id, ids, "name")
    pacing = _pacing_tags(connection, contacts)
    return [
        Card(
            contact=contact,
            points=read_rows(ContactPoint, points.get(contact.id, [])),
            tags=tags.get(contact.id or 0, []),
            notes=read_rows(Note, notes.get(contact.id, [])),
            touches=read_rows(Touch, touches.get(contact.id, [])),
            promises=read_rows(Promise, promises.get(contact.id, [])),
            dates=read_rows(YearlyDate, dates.get(contact.id, [])),
            paced_by=pacing.get(contact.id or 0),
        )
        for contact in contacts
    ]


def _pacing_tags(connection: Connection, contacts: Iterable[Contact]) -> dict[int, str]:
    """The tag with the shortest rhythm of each contact that follows one, the first such that it was given."""
    pacing: dict[int, str] = {}
    joined = CONTACT_TAGS.join(TAGS, TAGS.c.id == CONTACT_TAGS.c.tag_id)
    query = select(CONTACT_TAGS.c.contact_id, TAGS.c.name).select_from(joined).where(TAGS.c.cadence_days.is_not(None))
    query = query.order_by(TAGS.c.cadence_days, CONTACT_TAGS.c.id)
    following = (each.id for each in contacts if each.cadence_days is None and each.tag_cadence_days is not None)
    for chunk in chunks_of(each for each in following if each is not None):
        for contact_id, name in connection.execute(query.where(CONTACT_TAGS.c.contact_id.in_(chunk))):
            pacing.setdefault(contact_id, name)
    return pacing


def _rows_of(
    connection: Connection, table: Table, user_id: int, ids: Sequence[int] | None, day: str | None = None
) -> dict[int | None, list[Row[Any]]]:
    """A table's rows by contact: as they came, or the newest day first."""
    query = select(table).where(_theirs(table, user_id, ids))
    query = query.order_by(table.c.id) if day is None else query.order_by(table.c[day].desc(), table.c.id.desc())
    found: dict[int | None, list[Row[Any]]] = {}
    for row in connection.execute(query):
        found.setdefault(row.contact_id, []).append(row)
    return found


def _theirs(table: Table, user_id: int, ids: Sequence[int] | None) -> ColumnElement[bool]:
    """Of contacts that were read as the user's. Asked for the owner again, SQLite reads all that the user has."""
    return table.c.user_id == user_id if ids is None else table.c.contact_id.in_(ids)
