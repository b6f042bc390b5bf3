"""What files say of contacts beside their columns, written for many contacts at once."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Table, select

from storage.adding import tag_key
from storage.journal import Journal, chunks_of, length_of
from storage.keys import storable
from storage.shapes import Incoming
from storage.tables import CONTACT_TAGS, NOTES, POINTS, PROMISES, TAGS, TOUCHES, YEARLY_DATES

#: A contact's id, and what is to be added to it.
Addition = tuple[int, Incoming]

#: The columns that the tuples of an Incoming are, in their order; a tuple may be shorter.
_DATED: dict[Table, tuple[str, ...]] = {
    NOTES: ("noted_on", "text"),
    TOUCHES: ("touched_on", "channel", "note", "started_by", "reply", "favour"),
    PROMISES: ("text", "due_on", "kept_on", "dropped_on"),
}


class Details:
    """Rows that wait to be written, all in one insert a table. Nothing is written that a contact has already."""

    def __init__(
        self, journal: Journal, additions: Iterable[Addition], *, fresh: bool, tags: "TagBook | None" = None
    ) -> None:
        """`fresh`: the contacts are new and have nothing yet."""
        self.journal = journal
        self.additions = list(additions)
        self.fresh = fresh
        self.tags = tags or TagBook(journal)

    def write(self) -> set[int]:
        """The ids of the contacts that have more than before."""
        rows = {POINTS: self._points(), CONTACT_TAGS: self._links(), YEARLY_DATES: self._dates()}
        rows |= {table: self._dated(table) for table in _DATED}
        for table, each in rows.items():
            self.journal.insert_many(table, each)
        return {row["contact_id"] for each in rows.values() for row in each}

    def _dated(self, table: Table) -> list[dict[str, Any]]:
        names = ("contact_id", *_DATED[table])
        absent, written = dict.fromkeys(names), {"created_at": self.journal.now}
        return [{**absent, **dict(zip(names, each, strict=False)), **written} for each in self._each(table.name)]

    def _dates(self) -> list[dict[str, Any]]:
        names = ("contact_id", "name", "day")
        missing = self._missing(YEARLY_DATES, names, self._each("dates"))
        return [dict(zip(names, each, strict=True)) for each in missing]

    def _each(self, name: str) -> list[tuple[Any, ...]]:
        return [(contact_id, *each) for contact_id, incoming in self.additions for each in getattr(incoming, name)]

    def _points(self) -> list[dict[str, Any]]:
        length = length_of(POINTS.c.value)
        found = [
            (contact_id, kind, kept)
            for contact_id, kind, value in self._each("points")
            if (kept := storable(value, length))
        ]
        names = ("contact_id", "kind", "value")
        return [dict(zip(names, each, strict=True)) for each in self._missing(POINTS, names, found)]

    def _links(self) -> list[dict[str, Any]]:
        self.tags.add(name for _, incoming in self.additions for name in incoming.tags)
        found = [
            (contact_id, tag_id)
            for contact_id, incoming in self.additions
            for tag_id in self.tags.ids_of(incoming.tags)
        ]
        names = ("contact_id", "tag_id")
        return [dict(zip(names, each, strict=True)) for each in self._missing(CONTACT_TAGS, names, found)]

    def _missing(self, table: Table, names: tuple[str, ...], found: list[tuple[Any, ...]]) -> Iterable[tuple[Any, ...]]:
        """Those that the table does not hold, each once, in order."""
        wanted = dict.fromkeys(found)
        if self.fresh or not wanted:
            return wanted
        columns = [table.c[name] for name in names]
        for chunk in chunks_of({each[0] for each in wanted}):
            for row in self.journal.connection.execute(select(*columns).where(table.c.contact_id.in_(chunk))):
                wanted.pop(tuple(row), None)
        return wanted


class TagBook:
    """The user's tags by key, read when first asked for."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self.ids: dict[str, int] = {}
        self.keys: dict[str, str] = {}
        self.cadences: dict[int, int | None] = {}

    def add(self, names: Iterable[str]) -> None:
        """Make the tags that there are none of yet."""
        wanted: dict[str, str] = {}
        for name in names:
            wanted.setdefault(self._key(name), name)
        wanted.pop("", None)
        if not wanted:
            return
        self._read()
        new = [key for key in wanted if key not in self.ids]
        rows = [{"name": wanted[key], "key": key} for key in new]
        self.ids.update(zip(new, self.journal.insert_many(TAGS, rows), strict=True))

    def ids_of(self, names: Iterable[str]) -> list[int]:
        return list(dict.fromkeys(self.ids[key] for name in names if (key := self._key(name)) in self.ids))

    def shortest_cadence(self, names: Iterable[str]) -> int | None:
        """The least of the cadences, in days, that these tags had when they were read."""
        cadences = (self.cadences.get(tag_id) for tag_id in self.ids_of(names))
        return min((each for each in cadences if each is not None), default=None)

    def _key(self, name: str) -> str:
        """Folding takes a while, and thousands of people bear the same few tags."""
        if name not in self.keys:
            self.keys[name] = tag_key(name)
        return self.keys[name]

    def _read(self) -> None:
        if not self.ids:
            query = select(TAGS.c.id, TAGS.c.key, TAGS.c.cadence_days).where(TAGS.c.user_id == self.journal.user_id)
            for tag_id, key, cadence_days in self.journal.connection.execute(query):
                self.ids[key] = tag_id
                self.cadences[tag_id] = cadence_days
