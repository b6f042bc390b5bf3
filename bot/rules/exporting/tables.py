"""The contacts as a table (bot.rules.files.own_csv reads it)."""

import csv
import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from bot.rules.exporting.documents import contact_values

if TYPE_CHECKING:
    from storage import Card

COLUMNS = (
    "name", "status", "cadence_days", "tags", "company", "role", "met", "met_on", "city", "birthday", "language",
    "needs", "offers", "phones", "emails", "links", "telegram", "telegram_id", "added_on", "last_touch_on",
    "next_due_on", "snoozed_until", "notes",
)  # fmt: skip
#: A cell that begins so would be run as a formula by a spreadsheet (OWASP, "CSV Injection"), the wide ones in Japan.
#: One that has apostrophes before it gets one more, so that taking one off gives back what was there.
#: Blanks and quotes before it are passed over, as some programs do.
_FORMULA = re.compile("['\"\\s]*[=+\\-@\t\r\n＝＋－＠]")
#: A mere phone number runs nothing, and other programs are to read it.
_PHONES = re.compile(r"\+\d+(?:; \+\d+)*", re.ASCII)
_SEPARATOR = re.compile(r"\\(.)|; ?", re.DOTALL)


def to_csv(cards: Sequence["Card"]) -> bytes:
    """One line a contact; UTF-8 with BOM, which spreadsheets expect. Several values in a cell have "; " between them,
    and a ; or \\ of their own has a \\ before it."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for card in cards:
        values = contact_values(card) | {"notes": [note.text for note in reversed(card.notes)]}
        cells = {name: _cell(values[name]) for name in COLUMNS}
        writer.writerow(
            [cell if name == "phones" and _PHONES.fullmatch(cell) else guarded(cell) for name, cell in cells.items()]
        )
    return out.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> str:
    return "; ".join(map(_escaped, value)) if isinstance(value, list) else "" if value is None else str(value)


def guarded(cell: str) -> str:
    """The cell as no spreadsheet runs it."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell without the apostrophe that kept it from being a formula."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace(";", "\\;")


def split_cell(cell: str) -> list[str]:
    """The several values of a cell."""
    values, start = [""], 0
    for match in _SEPARATOR.finditer(cell):
        values[-1] += cell[start : match.start()]
        start = match.end()
        if match[1] is None:
            values.append("")
        else:
            values[-1] += match[1]
    values[-1] += cell[start:]
    return [value for value in values if value]
