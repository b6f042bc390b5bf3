"""What the user has done with the people of an import since: an undo of it takes none of that along."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, select

from storage.journal import chunks_of
from storage.tables import CHANGES, CONTACTS

#: Changes that say nothing of anybody: they show or put off, or they sort, and to sort an import is part of it. Any
#: other kind counts, so that one that is new loses nothing.
_SORTING = ("sorted", "cadence", "bulk", "archived", "unarchived", "tag_cadence", "retagged", "untagged", "paired")
_SAID_NOTHING = (*_SORTING, "imported", "undone", "settings", "asked", "swapped", "opener", "skipped", "later")
#: Columns that sort, too, when an edit wrote nothing else.
_PACE = {"cadence_days", "status", "snoozed_until"}


class Mingling(NamedTuple):
    """A change that made one of two contacts."""

    change_id: int
    kept: int
    dropped: int


def amended(connection: Connection, user_id: int, change: Row[Any]) -> dict[int, str]:
    """Whom an import brought of whom the user has something of their own since: a note, a touch, a fact, a merge. Their
    names by id, in the order they were brought; {} for a change that is no import, or is undone."""
    if change.kind != "imported" or change.undone_at is not None:
        return {}
    parted = mingled(connection, user_id, change)
    told = _told_of(connection, user_id, change, {each.change_id for each in parted})
    dropped = {each.dropped for each in parted}  # who is there again once they are parted
    found: dict[int, str] = {}
    for chunk in chunks_of(sorted(told)):
        query = select(*CONTACTS.c["id", "name", "deleted_at"]).where(*_brought(user_id, change))
        for row in connection.execute(query.where(CONTACTS.c.id.in_(chunk)).order_by(CONTACTS.c.id)):
            if row.deleted_at is None or row.id in dropped:
                found[row.id] = row.name
    return found


def mingled(connection: Connection, user_id: int, change: Row[Any]) -> list[Mingling]:
    """Since an import: the changes that made one of somebody it brought and somebody it didn't, and those that build on
    them, the newest first, as they are to be undone. [] for a change that is no import."""
    if change.kind != "imported":
        return []
    query = select(CHANGES.c.id, CHANGES.c.result).where(*_since(user_id, change), CHANGES.c.kind == "doubled")
    rows = connection.execute(query.order_by(CHANGES.c.id))
    merges = [Mingling(row.id, row.result["contact_id"], row.result["dropped"]) for row in rows]
    brought: set[int] = set()
    for chunk in chunks_of({each for merge in merges for each in merge[1:]}):
        theirs = select(CONTACTS.c.id).where(*_brought(user_id, change), CONTACTS.c.id.in_(chunk))
        brought.update(connection.execute(theirs).scalars())
    return list(_crossing(merges, brought))[::-1]


def _crossing(merges: list[Mingling], brought: set[int]) -> Iterator[Mingling]:
    concerned: set[int] = set()
    for merge in merges:
        both = {merge.kept, merge.dropped}
        if len(both & brought) == 1 or both & concerned:
            concerned |= both
            yield merge


def _told_of(connection: Connection, user_id: int, change: Row[Any], parted: set[int]) -> set[int]:
    """The contacts that the user's changes since are about, but those that are undone with it."""
    query = select(CHANGES.c.id, CHANGES.c.result).where(*_since(user_id, change))
    told: set[int] = set()
    for change_id, result in connection.execute(query.where(CHANGES.c.kind.not_in(_SAID_NOTHING))):
        only_paced = "fields" in result and _PACE.issuperset(result["fields"])
        if change_id not in parted and not only_paced:
            told.update(result.get("contact_ids") or [result[key] for key in ("contact_id",) if key in result])
    return told


def _since(user_id: int, change: Row[Any]) -> tuple[ColumnElement[bool], ...]:
    return CHANGES.c.user_id == user_id, CHANGES.c.id > change.id, CHANGES.c.undone_at.is_(None)


def _brought(user_id: int, change: Row[Any]) -> tuple[ColumnElement[bool], ...]:
    return CONTACTS.c.import_id == change.result["import_id"], CONTACTS.c.user_id == user_id
