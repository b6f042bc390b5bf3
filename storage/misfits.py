"""Values that SQLite holds and PostgreSQL refuses. SQLite takes any length and any number into any column."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import BigInteger, Integer, String, Table

Fault = Literal["too long", "a NUL character", "too large a number"]
_INT = 2**31


@dataclass(frozen=True, slots=True)
class Misfit:
    """One value, by where it is: never by what it is, for that may be somebody's words."""

    table: str
    column: str
    #: The row's primary key, as far as it holds numbers.
    key: tuple[int, ...]
    fault: Fault


def find_misfits(table: Table, rows: Sequence[tuple[Any, ...]]) -> list[Misfit]:
    """What PostgreSQL would refuse of rows that have the table's columns in its order."""
    keys = [place for place, column in enumerate(table.columns) if column.primary_key]
    return [
        Misfit(table.name, column.name, tuple(row[at] for at in keys if isinstance(row[at], int)), fault)
        for place, column in enumerate(table.columns)
        for row in rows
        if (fault := _fault_of(beneath(column.type), row[place])) is not None
    ]


def beneath(kind: Any) -> Any:
    """SQLAlchemy's own type, under what SQLModel decorates it with."""
    return getattr(kind, "impl_instance", kind)


def _fault_of(kind: Any, value: Any) -> Fault | None:
    if isinstance(value, str):
        if "\0" in value:
            return "a NUL character"
        if isinstance(kind, String) and kind.length is not None and len(value) > kind.length:
            return "too long"
    elif isinstance(value, int) and isinstance(kind, Integer) and not isinstance(kind, BigInteger):
        return None if -_INT <= value < _INT else "too large a number"
    return None
