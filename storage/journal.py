"""Writes that remember what was there before, within one transaction and for one user's rows only."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import (
    Column,
    Connection,
    Date,
    Row,
    Select,
    Table,
    Time,
    Update,
    bindparam,
    delete,
    func,
    insert,
    select,
    text,
    update,
)
from sqlalchemy.sql.dml import ReturningInsert
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

from storage.bulk import insert_all
from storage.keys import storable
from storage.models import LONGEST_CADENCE
from storage.tables import CONTACTS

#: Kept from other columns by the Store, and so worked out again rather than put back.
DERIVED = {("contacts", "last_touch_on"), ("contacts", "next_due_on"), ("contacts", "tag_cadence_days")}

#: Databases bound the parameters of a statement: PostgreSQL 65,535, SQLite 32,766.
MOST_IDS = 10_000

#: What a row was, or what was written to it, by column.
Image = dict[str, Any]

T = TypeVar("T")

#: The types that JSON knows no form of; SQLModel's type for instants hides its Python type.
_DATED: tuple[tuple[type, type[date | time]], ...] = ((UTCDateTime, datetime), (Date, date), (Time, time))


class Journal:
    """Inserts, updates and deletes of one change. `images` is what `Change.before` keeps."""

    def __init__(self, connection: Connection, user_id: int, now: datetime, user: Row[Any] | None = None) -> None:
        """`user` is the user's own row, where it was read under this transaction's lock."""
        self.connection = connection
        self.user_id = user_id
        self.now = now
        self.images: list[Image] = []
        self._seen: dict[tuple[str, int], Row[Any]] = {} if user is None else {("users", user_id): user}

    def insert(self, row: SQLModel) -> int:
        """Insert an unsaved row as this user's; its id."""
        table = SQLModel.metadata.tables[str(row.__tablename__)]
        row_id = insert_row(self.connection, table, {**values_of(row), "user_id": self.user_id})
        self.images.append({"table": table.name, "id": row_id, "columns": None})
        return row_id

    def insert_many(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> list[int]:
        """Insert rows as this user's, with a few statements for all; their ids, in order.

        Each row is its columns by name, all rows the same ones; what isn't named is NULL.
        """
        ids = insert_rows(self.connection, table, [{**row, "user_id": self.user_id} for row in rows])
        if ids:
            self.images.append({"table": table.name, "ids": runs_of(ids), "columns": None})
        return ids

    def row(self, table: Table, row_id: int) -> Row[Any] | None:
        """This user's row, held against other writers till the end; None when it isn't there or isn't theirs."""
        row = self.connection.execute(_row_of(table), {"_id": row_id, "_user": self.user_id}).one_or_none()
        if row is not None:
            self._seen[table.name, row_id] = row
        return row

    def update(self, table: Table, row_id: int, **values: Any) -> list[str] | None:
        """The names of the columns that differ now; None when there is no such row of this user's. A row that was read
        before is not read again, for nobody else can have written to it since."""
        row = self._seen.pop((table.name, row_id), None) or self.row(table, row_id)
        if row is None:
            return None
        before = {name: encode(row._mapping[name]) for name in values}
        kept = {name: keep(table.c[name], value) for name, value in values.items()}
        changed = {name: value for name, value in kept.items() if encode(value) != before[name]}
        if changed:
            self._seen.pop((table.name, row_id), None)
            self.connection.execute(_change_of(table), {"_id": row_id, "_user": self.user_id, **changed})
            self._record(table, row_id, {name: [before[name], encode(value)] for name, value in changed.items()})
        return list(changed)

    def update_many(self, table: Table, ids: Iterable[int], **values: Any) -> int:
        """How many rows of this user's differ now: like `update` for each, with a few statements for 10,000 rows."""
        self._seen.clear()
        kept = {name: keep(table.c[name], value) for name, value in values.items()}
        after = {name: encode(value) for name, value in kept.items()}
        alike: dict[str, tuple[dict[str, list[Any]], list[int]]] = {}
        changed = 0
        for chunk in chunks_of(dict.fromkeys(ids)):
            differing = []
            for row in self.rows(table, chunk, list(values)):
                pairs = {name: [encode(row._mapping[name]), new] for name, new in after.items()}
                columns = {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
                if columns:
                    differing.append(row.id)
                    alike.setdefault(repr(columns), (columns, []))[1].append(row.id)
            changed += len(differing)
            if differing:
                mine = (table.c.id.in_(differing), owner_of(table) == self.user_id)
                self.connection.execute(update(table).where(*mine).values(**kept))
        for columns, same in alike.values():
            self._record(table, same, columns)
        return changed

    def rows(self, table: Table, ids: Collection[int], names: Iterable[str]) -> list[Row[Any]]:
        """The ids and these columns of this user's rows, held against other writers; at most `MOST_IDS` ids."""
        query = select(table.c.id, *(table.c[name] for name in names if name != "id"))
        query = query.where(table.c.id.in_(ids), owner_of(table) == self.user_id)
        if table is CONTACTS:
            query = query.where(CONTACTS.c.deleted_at.is_(None))
        return list(self.connection.execute(query.with_for_update(of=table, key_share=True)).all())

    def _record(self, table: Table, ids: int | list[int], columns: dict[str, list[Any]]) -> None:
        columns = {name: pair for name, pair in columns.items() if (table.name, name) not in DERIVED}
        if columns:
            which = {"id": ids} if isinstance(ids, int) else {"ids": runs_of(ids)}
            self.images.append({"table": table.name, **which, "columns": columns})

    def delete(self, table: Table, row_id: int) -> None:
        row = self.row(table, row_id)
        self._seen.clear()
        if row is not None:
            self.connection.execute(delete(table).where(table.c.id == row_id, owner_of(table) == self.user_id))
            whole = {name: encode(value) for name, value in row._mapping.items()}
            self.images.append({"table": table.name, "id": row_id, "row": whole})

    def delete_many(self, table: Table, ids: Iterable[int]) -> int:
        """How many rows of this user's are gone: like `delete` for each, with a few statements for 10,000 rows."""
        self._seen.clear()
        names = [column.name for column in table.c]
        whole: list[list[Any]] = []
        for chunk in chunks_of(dict.fromkeys(ids)):
            rows = self.rows(table, chunk, names)
            whole += [[encode(row._mapping[name]) for name in names] for row in rows]
            mine = (table.c.id.in_([row.id for row in rows]), owner_of(table) == self.user_id)
            self.connection.execute(delete(table).where(*mine))
        if whole:
            self.images.append({"table": table.name, "names": names, "rows": whole})
        return len(whole)


@cache
def _row_of(table: Table) -> Select[Any]:
    query = select(table).where(table.c.id == bindparam("_id"), owner_of(table) == bindparam("_user"))
    if table is CONTACTS:
        query = query.where(CONTACTS.c.deleted_at.is_(None))
    return query.with_for_update(of=table, key_share=True)


@cache
def _change_of(table: Table) -> Update:
    """Of the columns that it is given."""
    return update(table).where(table.c.id == bindparam("_id"), owner_of(table) == bindparam("_user"))


@cache
def _insert_into(table: Table) -> ReturningInsert[Any]:
    return insert(table).returning(table.c.id)


def owner_of(table: Table) -> Column[Any]:
    return table.c.id if table.name == "users" else table.c.user_id


def values_of(row: SQLModel) -> dict[str, Any]:
    """The columns of an unsaved row but its id; what was never set is None."""
    table = SQLModel.metadata.tables[str(row.__tablename__)]
    return {column.name: getattr(row, column.name, None) for column in table.c if column.name != "id"}


def insert_row(connection: Connection, table: Table, values: Mapping[str, Any]) -> int:
    kept = {name: keep(table.c[name], value) for name, value in values.items()}
    row_id: int = connection.execute(_insert_into(table), kept).scalar_one()
    return row_id


def insert_rows(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> list[int]:
    """Insert many rows of the same columns, in order; their ids, which are taken beforehand so that none is asked for.

    The rows become what is kept of them.
    """
    if not rows:
        return []
    ids = _take_ids(connection, table, len(rows))
    for row_id, row in zip(ids, rows, strict=True):
        row["id"] = row_id
    for column in (table.c[name] for name in rows[0]):
        if isinstance(column.type, AutoString):
            _make_storable(rows, column.name, length_of(column))
        elif column.name == "cadence_days":
            for row in rows:
                row["cadence_days"] = keep(column, row["cadence_days"])
    insert_all(connection, table, rows)
    return ids


def _make_storable(rows: Iterable[dict[str, Any]], name: str, length: int | None) -> None:
    texts = [row[name] for row in rows if row[name]]
    whole = "".join(texts)
    short = length is None or all(len(text) <= length for text in texts)
    if short and len(storable(whole, None)) == len(whole):  # as good as always, and ten times as fast
        return
    for row in rows:
        if row[name]:
            row[name] = storable(row[name], length)


def _take_ids(connection: Connection, table: Table, count: int) -> list[int]:
    """Ids that nobody else is given: SQLite has one writer, whose rows move the table's counter on; PostgreSQL counts."""
    if connection.dialect.name == "postgresql":
        sequence = func.nextval(func.pg_get_serial_sequence(table.name, "id"))
        return list(connection.execute(select(sequence).select_from(func.generate_series(1, count))).scalars())
    counter = text("SELECT seq FROM sqlite_sequence WHERE name = :name")
    last = connection.execute(counter, {"name": table.name}).scalar_one_or_none() or 0
    return list(range(last + 1, last + count + 1))


def runs_of(ids: Iterable[int]) -> list[list[int]]:
    """Ids as [first, last] of each run without a gap, in order."""
    runs: list[list[int]] = []
    for each in sorted(ids):
        if runs and each == runs[-1][1] + 1:
            runs[-1][1] = each
        else:
            runs.append([each, each])
    return runs


def ids_of(image: Image) -> list[int]:
    """The ids of the rows that an image is of; none for an image of an import's rows, which are not listed."""
    if "rows" in image:
        at = image["names"].index("id")
        return [row[at] for row in image["rows"]]
    if "ids" in image:
        return [each for first, last in image["ids"] for each in range(first, last + 1)]
    return [image["id"]] if "id" in image else []


def chunks_of(values: Iterable[T]) -> Iterator[list[T]]:
    """The values in lists that fit in a statement."""
    whole = list(values)
    for start in range(0, len(whole), MOST_IDS):
        yield whole[start : start + MOST_IDS]


def keep(column: Column[Any], value: Any) -> Any:
    """The value as both databases take it: text cut to the column's length, a cadence within its bounds."""
    if isinstance(value, str):
        return storable(value, length_of(column))
    if column.name == "cadence_days" and value is not None:
        return max(1, min(int(value), LONGEST_CADENCE))
    return value


def length_of(column: Column[Any]) -> int | None:
    """How many characters a column holds; None where there is no bound."""
    length: int | None = getattr(column.type, "length", None)
    return length


def encode(value: Any) -> Any:
    """A column's value as JSON keeps it."""
    return value.isoformat() if isinstance(value, date | time) else value


def decode(column: Column[Any], value: Any) -> Any:
    """The column's value from what `encode` made of it."""
    if not isinstance(value, str):
        return value
    kind = next((python for sql, python in _DATED if isinstance(column.type, sql)), None)
    return value if kind is None else kind.fromisoformat(value)
