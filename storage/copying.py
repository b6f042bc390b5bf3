"""Moving everything from one database to another, of the same kind or not, and proving that it arrived.

The source is read in one snapshot and never written to. The target is written in one transaction, which ends only when
every row has been read back and compared: a copy cut short leaves it empty.
"""

from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    cast,
    insert,
    select,
    text,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import JSON

from storage.counters import read_counters, set_counters
from storage.migrate import migrate, read_revision
from storage.misfits import Misfit, beneath, find_misfits
from storage.tables import USERS

#: So many rows are in memory at once; of those with JSON, which may be long, and of files, which have up to 20 MB.
CHUNK, CHUNK_OF_JSON, CHUNK_OF_FILES = 2_000, 200, 2
#: So many rows that can't be copied are named; one is enough to stop.
MOST_MISFITS = 10
#: In the order that their references want.
TABLES = USERS.metadata.sorted_tables

#: JSON as it is written, which is kept and compared to the letter.
JSON_TEXT = String()

Rows = list[tuple[Any, ...]]


class NotEmptyError(Exception):
    """The target holds somebody's data, or tables that are not Dotty's."""


class MisfitError(Exception):
    """The source holds values that the target can't; `rows` tells where."""

    def __init__(self, rows: list[Misfit]) -> None:
        super().__init__(f"{len(rows)} values do not fit")
        self.rows = rows


class DifferentError(Exception):
    """What was read back differs from what was written, in this table at this key."""

    def __init__(self, table: str, key: tuple[Any, ...]) -> None:
        super().__init__(f"{table} differs")
        self.table, self.key = table, key


def prepare(target: Engine) -> None:
    """Refuse a database that is in use (NotEmptyError), and make the tables of an empty one."""
    with target.begin() as connection:
        revision = read_revision(connection)
        names = set(target.dialect.get_table_names(connection))
        ours = revision is not None and "users" in names
        if (names and not ours) or (ours and _has_users(connection)):
            raise NotEmptyError
    migrate(target)


def copy_all(source: Connection, target: Connection, tell: Callable[[str, int], None]) -> None:
    """Copy every row, compare them, and tell the count of each table; to be committed by the caller.

    Both are in a transaction, the source's a snapshot. Raises NotEmptyError, MisfitError and DifferentError.
    """
    lift_limits(target)
    if target.dialect.name == "postgresql":
        target.execute(text(f"LOCK TABLE {_names()} IN EXCLUSIVE MODE"))
    if _has_users(target):
        raise NotEmptyError
    for table in reversed(TABLES):
        target.execute(table.delete())  # what a migration puts there
    misfits: list[Misfit] = []
    for table in TABLES:
        _copy_table(source, target, table, misfits)
    if misfits:
        raise MisfitError(misfits[:MOST_MISFITS])
    set_counters(target, read_counters(source))
    if target.dialect.name == "postgresql":
        target.execute(text(f"ANALYZE {_names()}"))  # else it plans as for empty tables, until autovacuum comes by
    for table in TABLES:
        tell(table.name, _compare(source, target, table))


def _names() -> str:
    return ", ".join(table.name for table in TABLES)


def lift_limits(connection: Connection) -> None:
    """On PostgreSQL: a table is one statement, and while the one database reads, the other waits in its transaction."""
    if connection.dialect.name == "postgresql":
        for limit in ("statement_timeout", "idle_in_transaction_session_timeout"):
            connection.execute(text(f"SET LOCAL {limit} = 0"))


def _has_users(connection: Connection) -> bool:
    return connection.execute(text("SELECT 1 FROM users LIMIT 1")).first() is not None


def _copy_table(source: Connection, target: Connection, table: Table, misfits: list[Misfit]) -> None:
    """Add what doesn't fit; from the first on nothing more is written, for it all comes to nothing."""
    plain = _as_text(table)
    with _Writer(target, plain) as writer:
        for rows in _read(source, plain):
            if target.dialect.name == "postgresql":
                misfits += find_misfits(table, rows)
            if not misfits:
                writer.write(rows)


def _as_text(table: Table) -> Table:
    """The same table with its JSON as text, and nothing that refers to others."""
    return Table(table.name, MetaData(), *(
        Column(column.name, JSON_TEXT if isinstance(column.type, JSON) else column.type, primary_key=column.primary_key)
        for column in table.columns
    ))  # fmt: skip


def _read(connection: Connection, plain: Table) -> Iterator[Rows]:
    """Every row in the order of its key, some at a time."""
    columns = [cast(each, Text) if each.type is JSON_TEXT else each for each in plain.columns]
    bytewise = connection.dialect.name == "postgresql"
    keys = [
        key.collate("C") if bytewise and isinstance(beneath(key.type), String) else key
        for key in plain.primary_key.columns
    ]
    query = select(*columns).order_by(*keys)
    result = connection.execute(query.execution_options(yield_per=_chunk_of(plain)))
    for rows in result.partitions():
        yield [tuple(row) for row in rows]


def _chunk_of(plain: Table) -> int:
    if any(isinstance(column.type, LargeBinary) for column in plain.columns):
        return CHUNK_OF_FILES
    return CHUNK_OF_JSON if any(column.type is JSON_TEXT for column in plain.columns) else CHUNK


def _compare(source: Connection, target: Connection, table: Table) -> int:
    """How many rows both have; raises DifferentError at the first that is not the same."""
    plain = _as_text(table)
    pairs = zip_longest(_each(source, plain), _each(target, plain))
    at = [list(plain.columns).index(key) for key in plain.primary_key.columns]
    count = 0
    for one, other in pairs:
        if one != other:
            found = one or other or ()
            raise DifferentError(table.name, tuple(found[place] for place in at))
        count += 1
    return count


def _each(connection: Connection, plain: Table) -> Iterator[tuple[Any, ...]]:
    for rows in _read(connection, plain):
        yield from rows


class _Writer:
    """Takes rows into a table: by COPY on PostgreSQL, which is several times as fast as INSERT."""

    def __init__(self, connection: Connection, plain: Table) -> None:
        self._connection, self._plain = connection, plain
        self._cursor: Any = None
        self._names = [column.name for column in plain.columns]

    def __enter__(self) -> "_Writer":
        if self._connection.dialect.name == "postgresql":
            self._cursor = self._connection.connection.cursor()
        return self

    def __exit__(self, *_: object) -> None:
        if self._cursor is not None:
            self._cursor.close()

    def write(self, rows: Rows) -> None:
        if self._cursor is None:
            values = [dict(zip(self._names, row, strict=True)) for row in rows]
            self._connection.execute(insert(self._plain), values)
            return
        quoted = ", ".join(f'"{name}"' for name in self._names)
        statement = f"COPY {self._plain.name} ({quoted}) FROM STDIN"
        try:
            with self._cursor.copy(statement) as copy:
                for row in rows:
                    copy.write_row(row)
        except Exception as error:  # the driver's own: SQLAlchemy, which knows no COPY, has not told it apart yet
            driver = self._connection.dialect.loaded_dbapi
            raise DBAPIError.instance(statement, None, error, driver.Error, hide_parameters=True) from error
