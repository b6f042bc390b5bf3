"""What the tables are built with: ids, references, the names of constraints."""

from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, text
from sqlmodel import Field, SQLModel

#: SQLite only counts up an INTEGER PRIMARY KEY; everywhere else an id is a BIGINT.
BigId = BigInteger().with_variant(Integer, "sqlite")

#: Each constraint has a name that a later migration can drop it by, for SQLite gives none of its own.
SQLModel.metadata.naming_convention = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}
#: An id is never given twice, so a button pressed late can't mean another row.
COUNTED_UP = {"sqlite_autoincrement": True}


def counted() -> Any:
    """The field of an id that the database counts up."""
    return Field(default=None, primary_key=True, sa_type=BigId)


def refers(table: str, ondelete: str = "CASCADE", **more: Any) -> Any:
    """The field of an id of another table, indexed."""
    column = ForeignKey(f"{table}.id", ondelete=ondelete)
    return Field(sa_type=BigInteger, sa_column_args=[column], **{"index": True, **more})


# Which rows an index holds is told for SQLite only, though the migrations, which alone make them, say it to both: to name
# PostgreSQL's option here loads its dialect, with three drivers' worth of it, in every process.


def waiting(name: str, column: str) -> Index:
    """An index of the rows that wait for an instant, which are few."""
    waits = text(f"{column} IS NOT NULL")
    return Index(name, column, sqlite_where=waits)


def present(name: str, *columns: str) -> Index:
    """An index of the rows that are not deleted or hidden."""
    there = text("deleted_at IS NULL")
    return Index(name, *columns, sqlite_where=there)
