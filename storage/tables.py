"""The SQLModel tables as Core sees them: statements on these run about four times as fast as an ORM session."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection, Row, Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import configure_mappers
from sqlalchemy.orm.attributes import manager_of_class
from sqlmodel import SQLModel

from storage.models import (
    Change,
    Contact,
    ContactPair,
    ContactPoint,
    ContactTag,
    ContactWord,
    Import,
    ImportFile,
    Introduction,
    Note,
    Nudge,
    NudgeMessage,
    Pace,
    Promise,
    Tag,
    Touch,
    User,
    YearlyDate,
)

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql

M = TypeVar("M", bound=SQLModel)


def table_of(model: type[SQLModel]) -> Table:
    return SQLModel.metadata.tables[str(model.__tablename__)]


USERS = table_of(User)
CONTACTS = table_of(Contact)
POINTS = table_of(ContactPoint)
TAGS = table_of(Tag)
CONTACT_TAGS = table_of(ContactTag)
WORDS = table_of(ContactWord)
PAIRS = table_of(ContactPair)
IMPORTS = table_of(Import)
IMPORT_FILES = table_of(ImportFile)
NOTES = table_of(Note)
NUDGES = table_of(Nudge)
NUDGE_MESSAGES = table_of(NudgeMessage)
TOUCHES = table_of(Touch)
PROMISES = table_of(Promise)
INTRODUCTIONS = table_of(Introduction)
YEARLY_DATES = table_of(YearlyDate)
CHANGES = table_of(Change)
PACE = table_of(Pace)
#: Every one, by its name.
TABLES = SQLModel.metadata.tables
# A model's constructor would see to it; `make_row` goes without, and may be the first to make a row in a process.
configure_mappers()


def read_row(model: type[M], row: Row[Any]) -> M:
    """A row of the table as its model; made as SQLAlchemy's ORM makes what it loads, which is 25 times as fast as the
    model's own constructor."""
    return make_row(model, row._mapping)


def make_row(model: type[M], values: Mapping[Any, Any] | Iterable[tuple[str, Any]]) -> M:
    """As above, of all of its columns by name."""
    made: M = manager_of_class(model).new_instance()
    made.__dict__.update(values)
    return made


def read_rows(model: type[M], rows: Iterable[Row[Any]]) -> list[M]:
    """Rows of one result: what their columns are called is asked once."""
    found = list(rows)
    names = [str(name) for name in found[0]._mapping] if found else []
    return [make_row(model, zip(names, row, strict=True)) for row in found]


def read_parts(models: Sequence[type[SQLModel]], row: Row[Any]) -> list[Any]:
    """A row of all columns of several tables as their models; None for one that an outer join found nothing of."""
    values = iter(row)
    parts = [{column.name: next(values) for column in table_of(model).c} for model in models]
    return [None if part["id"] is None else make_row(model, part) for model, part in zip(models, parts, strict=True)]


def insert_into(connection: Connection, table: Table) -> "sqlite.Insert | postgresql.Insert":
    """An INSERT that knows ON CONFLICT, which each dialect spells with a class of its own."""
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql  # only here: it is large, and a bot at home has no use for it

    return postgresql.insert(table)
