"""What is known of contacts as a file is compared with it: slim rows, seven statements for thousands of people."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Select, select

from storage.adding import FACTS
from storage.base import Base
from storage.searching import present
from storage.tables import CONTACT_TAGS, CONTACTS, NOTES, POINTS, PROMISES, TAGS, TOUCHES, YEARLY_DATES

#: A contact's own rows of one table.
Rows = Sequence[Row[Any]]


class Compared(NamedTuple):
    """Of a Card what a file may add to. The rows have the columns of the same names, those that are compared:
    `contact` id, name, source, imported, added_on and the facts, points kind and value, notes text, touches touched_on,
    channel and note, promises text and due_on, dates name."""

    contact: Row[Any]
    points: Rows = ()
    tags: Sequence[str] = ()
    notes: Rows = ()
    touches: Rows = ()
    promises: Rows = ()
    dates: Rows = ()


_CONTACTS = select(*(CONTACTS.c[name] for name in ("id", "name", "source", "imported", "added_on", *FACTS)))
_TAGS = select(CONTACT_TAGS.c.contact_id, TAGS.c.name).join(TAGS, TAGS.c.id == CONTACT_TAGS.c.tag_id)
#: Each with the contact's id in front, in the order of Compared.
_DETAILS = (
    (POINTS, select(*POINTS.c["contact_id", "kind", "value"])),
    (CONTACT_TAGS, _TAGS.order_by(CONTACT_TAGS.c.id)),
    (NOTES, select(*NOTES.c["contact_id", "text"])),
    (TOUCHES, select(*TOUCHES.c["contact_id", "touched_on", "channel", "note"])),
    (PROMISES, select(*PROMISES.c["contact_id", "text", "due_on"])),
    (YEARLY_DATES, select(*YEARLY_DATES.c["contact_id", "name"])),
)


class Comparing(Base):
    def compared(self, user_id: int, ids: Sequence[int]) -> dict[int, Compared]:
        """Those of the ids that are the user's; at most 10,000 ids."""
        with self.reading() as connection:
            people = connection.execute(_CONTACTS.where(*present(user_id), CONTACTS.c.id.in_(ids))).all()
            details = [
                _by_contact(connection, query.where(table.c.user_id == user_id, table.c.contact_id.in_(ids)))
                for table, query in _DETAILS
            ]
        points, tags, notes, touches, promises, dates = details
        return {
            row.id: Compared(
                row,
                points.get(row.id, ()),
                tuple(each.name for each in tags[row.id]) if row.id in tags else (),
                notes.get(row.id, ()),
                touches.get(row.id, ()),
                promises.get(row.id, ()),
                dates.get(row.id, ()),
            )
            for row in people
        }


def _by_contact(connection: Connection, query: Select[Any]) -> dict[int, list[Row[Any]]]:
    found: dict[int, list[Row[Any]]] = {}
    for row in connection.execute(query).all():
        found.setdefault(row[0], []).append(row)
    return found
