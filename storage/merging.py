"""What a file adds to contacts who are there, all of them at once."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row

from storage.adding import FACTS, name_key
from storage.base import refresh_many_due
from storage.bulk import update_all
from storage.details import Details
from storage.journal import DERIVED, Journal, chunks_of, encode, keep
from storage.shapes import Merge
from storage.tables import CONTACTS

_COLUMNS = dict(CONTACTS.c.items())
_DERIVED = {name for table, name in DERIVED if table == CONTACTS.name}


def apply_merges(journal: Journal, merges: Sequence[Merge]) -> int:
    """How many contacts differ now; those that were deleted since the merges were planned are left out."""
    rows = _read(journal, merges)
    merges = [merge for merge in merges if merge.contact_id in rows]
    changed: dict[int, dict[str, Any]] = {}
    for merge in merges:
        values = _new_values(rows[merge.contact_id], merge.incoming.values)
        if values:
            changed.setdefault(merge.contact_id, {}).update(values)
    _write(journal, rows, changed)
    more = Details(journal, ((merge.contact_id, merge.incoming) for merge in merges), fresh=False).write()
    refresh_many_due(journal.connection, journal.user_id, sorted(more | _paced_anew(changed)))
    return len(more | changed.keys())


def _read(journal: Journal, merges: Sequence[Merge]) -> dict[int, Row[Any]]:
    names = {"imported", *(name for merge in merges for name in merge.incoming.values)}
    if "name" in names:
        names.add("name_key")
    found: dict[int, Row[Any]] = {}
    for chunk in chunks_of({merge.contact_id for merge in merges}):
        found.update({row.id: row for row in journal.rows(CONTACTS, chunk, sorted(names))})
    return found


def _new_values(row: Row[Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the values that differ, and may be written: a fact that the user typed since the plan was made stays."""
    kept = {name: keep(_COLUMNS[name], value) for name, value in values.items()}
    if "name" in kept:
        kept["name_key"] = name_key(kept["name"])
    mapping = row._mapping
    said = mapping["imported"] or {}
    return {
        name: value
        for name, value in kept.items()
        if encode(value) != (held := encode(mapping[name]))
        and (name not in FACTS or (held or None) == (said.get(name) or None))
    }


def _write(journal: Journal, rows: Mapping[int, Row[Any]], changed: Mapping[int, Mapping[str, Any]]) -> None:
    """One statement for all contacts that differ in the same columns."""
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for contact_id, values in changed.items():
        alike.setdefault(tuple(sorted(values)), []).append({**values, "id": contact_id})
        held = rows[contact_id]._mapping
        columns = {name: [encode(held[name]), encode(values[name])] for name in values if name not in _DERIVED}
        journal.images.append({"table": "contacts", "id": contact_id, "columns": columns})
    for values_alike in alike.values():
        update_all(journal.connection, CONTACTS, values_alike)


def _paced_anew(changed: Mapping[int, Mapping[str, Any]]) -> set[int]:
    return {contact_id for contact_id, values in changed.items() if "cadence_days" in values}
