"""Many rows written with one statement.

On SQLite their values are made ready a column at a time, which takes a third of what SQLAlchemy's way, a row at a time,
does; and others wait while it goes on.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import JSON, Column, Connection, Insert, Table, Update, bindparam, insert, update

Rows = Sequence[Mapping[str, Any]]


def insert_all(connection: Connection, table: Table, rows: Rows) -> None:
    """Insert rows of the same columns as they are."""
    if rows:
        _execute(connection, insert(table), table, rows)


def update_all(connection: Connection, table: Table, rows: Rows) -> None:
    """Set the same columns of many rows, each found by its "id"."""
    if rows:
        statement = update(table).where(table.c.id == bindparam("id_"))
        _execute(
            connection, statement, table, [{"id_" if name == "id" else name: row[name] for name in row} for row in rows]
        )


def _execute(connection: Connection, statement: Insert | Update, table: Table, rows: Rows) -> None:
    if connection.dialect.name != "sqlite":
        connection.execute(statement, list(rows))
        return
    keys = [name for name in rows[0] if name in table.c]
    compiled = statement.compile(dialect=connection.dialect, column_keys=keys)
    columns = [
        _bound(connection, table.c[name.removesuffix("_")], [row[name] for row in rows])
        for name in compiled.positiontup or ()
    ]
    connection.exec_driver_sql(str(compiled), list(zip(*columns, strict=True)))


def _bound(connection: Connection, column: Column[Any], values: list[Any]) -> list[Any]:
    """The values of a column as the driver takes them."""
    process = column.type.dialect_impl(connection.dialect).bind_processor(connection.dialect)
    if process is None:
        return values
    if isinstance(column.type, JSON):
        return [process(value) for value in values]
    bound = {value: process(value) for value in set(values)}  # days and instants, the same for many rows
    return [bound[value] for value in values]
