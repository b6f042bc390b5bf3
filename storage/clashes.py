"""What an undo can't put back as it was, for the user has made its like, or taken away what it hangs on, since."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, Table, UniqueConstraint, select

from storage.journal import chunks_of, owner_of
from storage.tables import CONTACTS, TAGS


def identity(table: Table) -> list[str]:
    """The columns that tell a row from its like: those of its unique key, or else all but the id."""
    unique = next((each for each in table.constraints if isinstance(each, UniqueConstraint)), None)
    return [column.name for column in (unique.columns if unique is not None else table.c) if column.name != "id"]


def clashing(
    connection: Connection, user_id: int, table: Table, ids: Collection[int], values: Mapping[str, Any]
) -> set[int]:
    """Those of the user's rows that can't take these values: another has the same key, or what they refer to is gone."""
    if table is CONTACTS:  # of its columns none is another's key, and none refers to what may go
        return set()
    if any(_is_gone(connection, table, name, value) for name, value in values.items()):
        return set(ids)
    if not any(isinstance(each, UniqueConstraint) for each in table.constraints):
        return set()
    key = identity(table)
    telling = [table.c[name] == value for name, value in values.items() if name in key]
    if not telling:
        return set()
    theirs = select(*(table.c[name] for name in key)).where(owner_of(table) == user_id, *telling)
    taken = {tuple(row) for row in connection.execute(theirs)}
    found: set[int] = set()
    for chunk in chunks_of(ids) if taken else ():
        query = select(table.c.id, *(table.c[name] for name in key)).where(table.c.id.in_(chunk))
        for row in connection.execute(query):
            if tuple(values.get(name, row._mapping[name]) for name in key) in taken:
                found.add(row.id)
    return found


def _is_gone(connection: Connection, table: Table, name: str, value: Any) -> bool:
    parents = [key.column for key in table.c[name].foreign_keys] if value is not None else []
    return any(connection.execute(select(each).where(each == value)).first() is None for each in parents)


def tags_again(connection: Connection, user_id: int, rows: Collection[Mapping[str, Any]]) -> dict[int, int]:
    """The tags that were given anew since these were deleted: the new one's id by the old one's."""
    keys = {row["key"]: row["id"] for row in rows}
    query = select(TAGS.c.key, TAGS.c.id).where(TAGS.c.user_id == user_id, TAGS.c.key.in_(list(keys)))
    return {keys[key]: tag_id for key, tag_id in connection.execute(query)}
