"""Contacts that may be one person: what the user says of a pair, and making one of both."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, Row, Table, select

from storage.adding import add_note, name_key
from storage.base import Base, refresh_due
from storage.journal import DERIVED, Journal
from storage.models import Change, ContactPair
from storage.pairing import Pair, candidates
from storage.shapes import Step
from storage.tables import (
    CONTACT_TAGS,
    CONTACTS,
    INTRODUCTIONS,
    NOTES,
    NUDGES,
    PAIRS,
    POINTS,
    PROMISES,
    TOUCHES,
    YEARLY_DATES,
)

VERDICTS = ("different", "later")
#: Columns that no merging writes: whose a row is, what the Store keeps itself, and what is worked out anew.
_OWN = {"id", "user_id", "name_key", "created_at", "deleted_at", "import_id", "imported"}
MERGEABLE = {*CONTACTS.c.keys()} - _OWN - {name for _table, name in DERIVED}
#: Rows that simply change hands. What hangs on them, as the messages of a nudge do, comes along.
_BELONGINGS = (NOTES, TOUCHES, PROMISES, NUDGES)


class Doubles(Base):
    def doubles(self, user_id: int, limit: int = 500) -> list[Pair]:
        """Pairs of contacts that may be one person (see storage.pairing), the lesser id first."""
        with self.reading() as connection:
            return candidates(connection, user_id, limit)

    def judge_pair(
        self,
        user_id: int,
        update_id: int,
        first_id: int,
        second_id: int,
        verdict: str,
        *,
        on: date,
        now: datetime,
        then: Step | None = None,
    ) -> Change | None:
        """Kind "paired", result {"contact_ids": the lesser first, "verdict"}; `on` is a day in the user's zone.

        A verdict is "different" or "later"; ValueError for any other.
        """
        if verdict not in VERDICTS:
            raise ValueError(f"no verdict: {verdict}")
        first, second = sorted((first_id, second_id))

        def work(journal: Journal) -> dict[str, Any] | None:
            if first == second or any(journal.row(CONTACTS, each) is None for each in (first, second)):
                return None
            known = select(PAIRS.c.id).where(PAIRS.c.first_id == first, PAIRS.c.second_id == second)
            pair_id = journal.connection.execute(known).scalar_one_or_none()
            told: dict[str, Any] = {"verdict": verdict, "decided_on": on}
            if pair_id is None:
                journal.insert(ContactPair(user_id=user_id, first_id=first, second_id=second, **told))
            else:
                journal.update(PAIRS, pair_id, **told)
            return {"contact_ids": [first, second], "verdict": verdict}

        return self._write(user_id, update_id, "paired", work, now=now, then=then)

    def merge_contacts(
        self,
        user_id: int,
        update_id: int,
        keep_id: int,
        drop_id: int,
        *,
        values: Mapping[str, object],
        note: str | None = None,
        on: date | None = None,
        now: datetime,
        then: Step | None = None,
    ) -> Change | None:
        """Kind "doubled", result {"contact_id", "name", "dropped", "dropped_name": the other's id and name}: one has
        all that both had.

        `values` are columns to write to the one that is kept, `note` is noted there too, on the day `on`. The other is
        deleted, and holds the points and tags that both had. ValueError for a column that can't be written.
        """
        if unknown := values.keys() - MERGEABLE:
            raise ValueError(f"not to be merged: {', '.join(sorted(unknown))}")

        def work(journal: Journal) -> dict[str, Any] | None:
            keep, drop = journal.row(CONTACTS, keep_id), journal.row(CONTACTS, drop_id)
            if keep is None or drop is None or keep_id == drop_id:
                return None
            _hand_over(journal, keep_id, drop_id)
            kept = _with_key({**values, "imported": _join_imported(keep.imported, drop.imported)})
            journal.update(CONTACTS, keep_id, **kept)
            journal.update(CONTACTS, drop_id, deleted_at=now)
            if note:
                add_note(journal, keep_id, note, on or now.date())
            for each in (keep_id, drop_id):
                refresh_due(journal.connection, user_id, each)
            name = kept.get("name") or keep.name
            return {"contact_id": keep_id, "name": name, "dropped": drop_id, "dropped_name": drop.name}

        return self._write(user_id, update_id, "doubled", work, now=now, then=then)


def _hand_over(journal: Journal, keep_id: int, drop_id: int) -> None:
    for table in _BELONGINGS:
        journal.update_many(table, _ids(journal, table, table.c.contact_id, drop_id), contact_id=keep_id)
    for table, names in ((POINTS, ("kind", "value")), (CONTACT_TAGS, ("tag_id",)), (YEARLY_DATES, ("name", "day"))):
        journal.update_many(table, _lacking(journal, table, names, keep_id, drop_id), contact_id=keep_id)
    _move_introductions(journal, keep_id, drop_id)
    _move_pairs(journal, keep_id, drop_id)


def _ids(journal: Journal, table: Table, column: Column[Any], contact_id: int) -> list[int]:
    return list(
        journal.connection.execute(select(table.c.id).where(column == contact_id).order_by(table.c.id)).scalars()
    )


def _lacking(journal: Journal, table: Table, names: tuple[str, ...], keep_id: int, drop_id: int) -> list[int]:
    """The rows of the one whose like the other doesn't have."""
    columns = [table.c[name] for name in names]
    of_kept = select(*columns).where(table.c.contact_id == keep_id)
    present = {tuple(row) for row in journal.connection.execute(of_kept)}
    of_dropped = select(table.c.id, *columns).where(table.c.contact_id == drop_id).order_by(table.c.id)
    return [row[0] for row in journal.connection.execute(of_dropped) if tuple(row)[1:] not in present]


def _move_introductions(journal: Journal, keep_id: int, drop_id: int) -> None:
    """But that of the one to the other: nobody is introduced to themselves."""
    for name, other in (("first_id", "second_id"), ("second_id", "first_id")):
        theirs = (INTRODUCTIONS.c[name] == drop_id, INTRODUCTIONS.c[other] != keep_id)
        ids = journal.connection.execute(select(INTRODUCTIONS.c.id).where(*theirs)).scalars().all()
        journal.update_many(INTRODUCTIONS, ids, **{name: keep_id})


def _move_pairs(journal: Journal, keep_id: int, drop_id: int) -> None:
    """What was said of the other and somebody else holds for the one that is kept, if nothing was said of that."""
    judged = {_other(pair, keep_id) for pair in _pairs_of(journal, keep_id)}
    for pair in _pairs_of(journal, drop_id):
        other = _other(pair, drop_id)
        if other not in judged and other != keep_id:
            first, second = sorted((keep_id, other))
            journal.update(PAIRS, pair.id, first_id=first, second_id=second)


def _pairs_of(journal: Journal, contact_id: int) -> list[Row[Any]]:
    theirs = (PAIRS.c.first_id == contact_id) | (PAIRS.c.second_id == contact_id)
    query = select(PAIRS.c.id, PAIRS.c.first_id, PAIRS.c.second_id).where(PAIRS.c.user_id == journal.user_id, theirs)
    return list(journal.connection.execute(query.order_by(PAIRS.c.id)))


def _other(pair: Row[Any], contact_id: int) -> int:
    other: int = pair.second_id if pair.first_id == contact_id else pair.first_id
    return other


def _with_key(values: dict[str, Any]) -> dict[str, Any]:
    return {**values, "name_key": name_key(values["name"])} if "name" in values else values


def _join_imported(keep: dict[str, Any] | None, drop: dict[str, Any] | None) -> dict[str, Any] | None:
    """What files said of either: of a fact, what they said of the one that is kept; of lists, all."""
    if keep is None or drop is None:
        return drop if keep is None else keep
    joined = {**drop, **keep}
    for name, said in drop.items():
        if isinstance(said, list) and isinstance(keep.get(name), list):
            joined[name] = list(dict.fromkeys((*keep[name], *said)))
    return joined
