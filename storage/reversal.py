"""One undo under way: images put back, many rows with a statement, what was written over since left as it is."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import Row, Table, delete, exists, insert, select, update
from sqlmodel import SQLModel

from storage.adding import name_key
from storage.base import refresh_many_due
from storage.bulk import update_all
from storage.clashes import clashing, identity, tags_again
from storage.journal import Image, Journal, chunks_of, decode, encode, ids_of, owner_of
from storage.rewording import concern, refresh_concerned
from storage.tables import CONTACT_TAGS, CONTACTS, NUDGES, TAGS

#: The columns of a contact that its next due day is worked out from.
_DAYS = frozenset({"cadence_days", "added_on", "last_touch_on", "tag_cadence_days", "next_due_on"})


class Reversal:
    """It is no change to be undone itself, so it writes past the journal. `kept`: the rows and columns left."""

    def __init__(self, journal: Journal, *, spare: Collection[int] = ()) -> None:
        """`spare`: contacts that an import brought and that stay."""
        self._spare = spare
        self.connection = journal.connection
        self.user_id = journal.user_id
        self.now = journal.now
        self.kept = 0
        self.contacts: set[int] = set()
        #: The tags that were given anew since they were deleted, by the ids they had.
        self.tags: dict[int, int] = {}

    def put_back(self, images: Sequence[Image]) -> None:
        reworded = concern(self.connection, self.user_id, images)  # before the rows that tell are gone
        for batch in _batches(reversed(images)):
            table = SQLModel.metadata.tables[batch[0]["table"]]
            doing = _doing(batch[0])
            if doing == "deleted":
                self._bring_back(table, list(chain.from_iterable(_rows_of(image) for image in batch)))
            elif doing == "imported":
                self._hide(batch[0]["import_id"])
            elif doing == "inserted":
                self._take_away(table, list(chain.from_iterable(ids_of(image) for image in batch)))
            else:
                self._restore(table, batch)
        self._refresh()
        refresh_concerned(self.connection, self.user_id, reworded)

    def _refresh(self) -> None:
        refresh_many_due(self.connection, self.user_id, sorted(self.contacts))

    def _held(self, table: Table, ids: list[int], names: Collection[str] = ()) -> dict[int, Row[Any]]:
        """This user's rows of those ids, deleted contacts too; what isn't there any more counts as kept."""
        columns = {"id", *names, *(name for name in ("contact_id",) if name in table.c)}
        query = select(*(column for column in table.c if column.name in columns))
        rows = {}
        for chunk in chunks_of(ids):
            mine = query.where(table.c.id.in_(chunk), owner_of(table) == self.user_id)
            held = mine.with_for_update(of=table, key_share=True)
            rows.update({row.id: row for row in self.connection.execute(held).all()})
        self.kept += len(ids) - len(rows)
        self._concern(table, rows.values(), names)
        return rows

    def _concern(self, table: Table, rows: Iterable[Row[Any]], names: Collection[str]) -> None:
        """Remember whose days follow from these columns of the rows; none: from the rows being there."""
        if table is CONTACTS:
            if not names or not _DAYS.isdisjoint(names):
                self.contacts.update(row.id for row in rows)
        elif table is TAGS:
            for chunk in chunks_of(row.id for row in rows):
                bearers = select(CONTACT_TAGS.c.contact_id).where(CONTACT_TAGS.c.tag_id.in_(chunk))
                self.contacts.update(self.connection.execute(bearers).scalars())
        elif "contact_id" in table.c:
            self.contacts.update(row.contact_id for row in rows if row.contact_id is not None)

    def _restore(self, table: Table, images: Sequence[Image]) -> None:
        ids = list(chain.from_iterable(ids_of(image) for image in images))
        rows = self._held(table, ids, set(chain.from_iterable(image["columns"] for image in images)))
        single: dict[tuple[str, ...], list[dict[str, Any]]] = {}
        for image in images:
            before = self._anew({name: decode(table.c[name], pair[0]) for name, pair in image["columns"].items()})
            if before.get("contact_id") is not None:  # whose row it is again
                self.contacts.add(before["contact_id"])
            for names, unchanged in self._unchanged(table, image, rows).items():
                values = {name: before[name] for name in names}
                if table is CONTACTS and "name" in values:
                    values["name_key"] = name_key(values["name"])
                taken = clashing(self.connection, self.user_id, table, unchanged, values)
                same = [each for each in unchanged if each not in taken]
                self.kept += len(names) * len(taken)
                if len(same) == 1:
                    single.setdefault(names, []).append({"id": same[0], **values})
                    continue
                for chunk in chunks_of(same):
                    self.connection.execute(update(table).where(table.c.id.in_(chunk)).values(**values))
        for rows_alike in single.values():
            update_all(self.connection, table, rows_alike)

    def _anew(self, row: dict[str, Any]) -> dict[str, Any]:
        """The row with the tag as it is known today."""
        return row | {"tag_id": self.tags.get(row["tag_id"], row["tag_id"])} if "tag_id" in row else row

    def _unchanged(self, table: Table, image: Image, rows: dict[int, Row[Any]]) -> dict[tuple[str, ...], list[int]]:
        """The rows of an image by the columns that still hold what was written."""
        found: dict[tuple[str, ...], list[int]] = {}
        columns = image["columns"].items()
        if table is CONTACTS and "name" in image["columns"]:  # its key follows it, and was another before a migration
            columns = {name: pair for name, pair in columns if name != "name_key"}.items()
        for row_id in ids_of(image):
            if row_id not in rows:
                continue
            held = rows[row_id]._mapping
            names = tuple(name for name, (_before, after) in columns if encode(held[name]) == after)
            if table is NUDGES and len(names) < len(columns):  # answered otherwise since: its state is one whole
                names = ()
            self.kept += len(columns) - len(names)
            if names:
                found.setdefault(names, []).append(row_id)
        return found

    def _take_away(self, table: Table, ids: list[int]) -> None:
        here = list(self._held(table, ids))
        for chunk in chunks_of(here):
            which = table.c.id.in_(chunk)
            if table is CONTACTS:
                self.connection.execute(update(table).where(which).values(deleted_at=self.now))
                continue
            taken = self.connection.execute(delete(table).where(which, *_unneeded(table))).rowcount
            self.kept += len(chunk) - taken

    def _hide(self, import_id: int) -> None:
        """What an import brought, in one statement: whatever is deleted already is hidden anew, too."""
        brought = (CONTACTS.c.import_id == import_id, CONTACTS.c.user_id == self.user_id)
        self.connection.execute(update(CONTACTS).where(*brought).values(deleted_at=self.now))
        for chunk in chunks_of(self._spare):  # before their tags go, as they would with the last to bear them
            self.connection.execute(update(CONTACTS).where(*brought, CONTACTS.c.id.in_(chunk)).values(deleted_at=None))

    def _bring_back(self, table: Table, rows: list[dict[str, Any]]) -> None:
        """Rows that were deleted, with their ids; not those whose parents are gone, nor those that are there again."""
        values = [self._anew({name: decode(table.c[name], value) for name, value in row.items()}) for row in rows]
        if table is TAGS:
            self.tags |= tags_again(self.connection, self.user_id, rows)
        orphans = self._orphans(table, values)
        again = self._there_again(table, values)
        back = [row for row in values if row["id"] not in orphans and row["id"] not in again]
        self.kept += len(rows) - len(back)
        if back:
            self.connection.execute(insert(table), back)
            self.contacts.update(row["contact_id"] for row in back if row.get("contact_id") is not None)

    def _orphans(self, table: Table, rows: list[dict[str, Any]]) -> set[int]:
        found: set[int] = set()
        for key in table.foreign_keys:
            name = key.parent.name
            there: set[int] = set()
            for chunk in chunks_of({row[name] for row in rows if row[name] is not None}):
                there.update(self.connection.execute(select(key.column).where(key.column.in_(chunk))).scalars())
            found |= {row["id"] for row in rows if row[name] is not None and row[name] not in there}
        return found

    def _there_again(self, table: Table, rows: list[dict[str, Any]]) -> set[int]:
        """The ids of the rows whose like was added once more since."""
        names = identity(table)
        by = "contact_id" if "contact_id" in table.c else owner_of(table).name
        there: set[str] = set()
        for chunk in chunks_of({row[by] for row in rows}):
            query = select(*(table.c[name] for name in names)).where(table.c[by].in_(chunk))
            there.update(repr(tuple(row)) for row in self.connection.execute(query))
        return {row["id"] for row in rows if repr(tuple(row[name] for name in names)) in there}


def _doing(image: Image) -> str:
    """What was done to the rows of an image: deleted | imported | inserted | updated."""
    if "row" in image or "rows" in image:
        return "deleted"
    if "import_id" in image:
        return "imported"
    return "inserted" if image["columns"] is None else "updated"


def _batches(images: Iterable[Image]) -> Iterator[list[Image]]:
    """Neighbours that a few statements can put back together: of one table, done alike, and no row twice."""
    batch: list[Image] = []
    seen: set[int] = set()
    for image in images:
        ids = set(ids_of(image))
        alike = batch and (batch[0]["table"], _doing(batch[0])) == (image["table"], _doing(image))
        if batch and not (alike and ids and seen.isdisjoint(ids)):
            yield batch
            batch, seen = [], set()
        batch.append(image)
        seen |= ids
    if batch:
        yield batch


def _rows_of(image: Image) -> list[dict[str, Any]]:
    """The deleted rows that an image holds."""
    if "row" in image:
        return [image["row"]]
    return [dict(zip(image["names"], row, strict=True)) for row in image["rows"]]


def _unneeded(table: Table) -> list[Any]:
    """A tag that somebody bears by now, or a nudge that was answered, stays."""
    if table is TAGS:
        bears = (CONTACT_TAGS.c.tag_id == TAGS.c.id, CONTACTS.c.deleted_at.is_(None))
        borne = select(CONTACT_TAGS.c.id).join(CONTACTS, CONTACTS.c.id == CONTACT_TAGS.c.contact_id).where(*bears)
        return [~exists(borne.correlate(TAGS))]
    unasked = (NUDGES.c.status == "later") & NUDGES.c.answered_at.is_(None)  # a follow-up, not sent yet
    return [NUDGES.c.status.in_(("planned", "sent")) | unasked] if table is NUDGES else []
