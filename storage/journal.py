"""Writes that remember what was there before, within one transaction and for one user's rows only."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Column, Connection, Date, Row, Table, Time, delete, insert, select, update
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import UTCDateTime

from storage.keys import storable
from storage.models import LONGEST_CADENCE
from storage.tables import CONTACTS

#: Kept from other columns by the Store, and so worked out again rather than put back.
DERIVED = {("contacts", "last_touch_on"), ("contacts", "next_due_on")}

#: The types that JSON knows no form of; SQLModel's type for instants hides its Python type.
_DATED: tuple[tuple[type, type[date | time]], ...] = ((UTCDateTime, datetime), (Date, date), (Time, time))


class Journal:
    """Inserts, updates and deletes of one change. `images` is what `Change.before` keeps."""

    def __init__(self, connection: Connection, user_id: int, now: datetime) -> None:
        self.connection = connection
        self.user_id = user_id
        self.now = now
        self.images: list[dict[str, Any]] = []

    def insert(self, row: SQLModel) -> int:
        """Insert an unsaved row as this user's; its id."""
        table = SQLModel.metadata.tables[str(row.__tablename__)]
        row_id = insert_row(self.connection, table, {**values_of(row), "user_id": self.user_id})
        self.images.append({"table": table.name, "id": row_id, "columns": None})
        return row_id

    def row(self, table: Table, row_id: int) -> Row[Any] | None:
        """This user's row, held against other writers till the end; None when it isn't there or isn't theirs."""
        query = select(table).where(table.c.id == row_id, owner_of(table) == self.user_id)
        if table is CONTACTS:
            query = query.where(CONTACTS.c.deleted_at.is_(None))
        return self.connection.execute(query.with_for_update(of=table, key_share=True)).one_or_none()

    def update(self, table: Table, row_id: int, **values: Any) -> list[str] | None:
        """The names of the columns that differ now; None when there is no such row of this user's."""
        row = self.row(table, row_id)
        if row is None:
            return None
        before = {name: encode(row._mapping[name]) for name in values}
        kept = {name: _kept(table.c[name], value) for name, value in values.items()}
        changed = {name: value for name, value in kept.items() if encode(value) != before[name]}
        if changed:
            mine = (table.c.id == row_id, owner_of(table) == self.user_id)
            self.connection.execute(update(table).where(*mine).values(**changed))
            self._record(table, row_id, {name: [before[name], encode(value)] for name, value in changed.items()})
        return list(changed)

    def _record(self, table: Table, row_id: int, columns: dict[str, list[Any]]) -> None:
        columns = {name: pair for name, pair in columns.items() if (table.name, name) not in DERIVED}
        if columns:
            self.images.append({"table": table.name, "id": row_id, "columns": columns})

    def delete(self, table: Table, row_id: int) -> None:
        row = self.row(table, row_id)
        if row is not None:
            self.connection.execute(delete(table).where(table.c.id == row_id, owner_of(table) == self.user_id))
            whole = {name: encode(value) for name, value in row._mapping.items()}
            self.images.append({"table": table.name, "id": row_id, "row": whole})


def owner_of(table: Table) -> Column[Any]:
    return table.c.id if table.name == "users" else table.c.user_id


def values_of(row: SQLModel) -> dict[str, Any]:
    """The columns of an unsaved row but its id; what was never set is None."""
    table = SQLModel.metadata.tables[str(row.__tablename__)]
    return {column.name: getattr(row, column.name, None) for column in table.c if column.name != "id"}


def insert_row(connection: Connection, table: Table, values: Mapping[str, Any]) -> int:
    kept = {name: _kept(table.c[name], value) for name, value in values.items()}
    row_id: int = connection.execute(insert(table).values(**kept).returning(table.c.id)).scalar_one()
    return row_id


def _kept(column: Column[Any], value: Any) -> Any:
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
    kind = next((python for sql, python in _DATED if isinstance(column.type, sql)), None)
    return value if kind is None or value is None else kind.fromisoformat(value)
