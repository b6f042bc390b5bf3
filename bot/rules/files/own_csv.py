"""Dotty's own table coming back: the CSV of bot.rules.exporting."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from bot.rules.drafts import Draft
from bot.rules.exporting.tables import COLUMNS, split_cell, unguarded
from bot.rules.files.gathering import Gathering
from bot.rules.files.own import STATUSES, as_birthday, as_cadence, as_day, as_text
from bot.rules.files.records import Row
from bot.rules.files.shapes import FileReading
from bot.rules.names import NAME_LENGTH, clean_name
from bot.rules.points import POINT_LENGTH

#: No other program's table has all of these heads.
_TELLING = frozenset({"name", "status", "cadence_days", "added_on", "last_touch_on", "next_due_on"})
_DIGITS = re.compile(r"\d{1,4}", re.ASCII)


def is_own(header: Sequence[str]) -> bool:
    """Whether the table's heads are those of Dotty's export, in any order, whatever stands beside them."""
    return set(_heads(header)) >= _TELLING


def read_own_rows(header: Sequence[str], rows: Iterable[Row], *, most: int = 50_000) -> FileReading:
    """The people of the table; nobody is joined. Notes come without their days, which only the JSON has. Never raises."""
    heads = _heads(header)
    gathering = Gathering(most)
    for row in rows:
        if row.cells is None:
            gathering.skip(row.line, row.text, "too_long")
        else:
            _take(gathering, row.line, dict(zip(heads, row.cells, strict=False)))
        if gathering.is_full:
            return FileReading("dotty_csv", problem="too_many")
    return FileReading("dotty_csv", tuple(gathering.people), tuple(gathering.skipped))


def _heads(header: Sequence[str]) -> list[str]:
    return [head.strip("\ufeff \t").lower() for head in header]


def _take(gathering: Gathering, line: int, written: dict[str, str]) -> None:
    cells = {name: unguarded(written.get(name, "")) for name in COLUMNS}
    name = clean_name(cells["name"])
    if name is None:
        gathering.skip(line, cells["name"], "too_long" if len(cells["name"]) > NAME_LENGTH else "no_name")
    else:
        gathering.people.append(_person(name, cells))


def _person(name: str, cells: dict[str, str]) -> Draft:
    values: dict[str, Any] = {
        key: as_text(cells[key]) for key in ("company", "role", "met", "city", "language", "needs", "offers")
    }
    values |= {key: as_day(cells[key]) for key in ("met_on", "added_on", "snoozed_until")}
    values |= {key: _values(cells[key], POINT_LENGTH) for key in ("phones", "emails", "links")}
    return Draft(
        name,
        status=cells["status"] if cells["status"] in STATUSES else None,
        cadence_days=as_cadence(int(cells["cadence_days"])) if _DIGITS.fullmatch(cells["cadence_days"]) else None,
        birthday=as_birthday(cells["birthday"]),
        tags=_values(cells["tags"]),
        telegram=as_text(cells["telegram"], POINT_LENGTH),
        telegram_id=as_text(cells["telegram_id"], POINT_LENGTH),
        notes=tuple(text for each in split_cell(cells["notes"]) if (text := as_text(each))),
        **values,
    )


def _values(cell: str, length: int | None = None) -> tuple[str, ...]:
    texts = (as_text(each) for each in split_cell(cell))
    return tuple(dict.fromkeys(each for each in texts if each and (length is None or len(each) <= length)))
