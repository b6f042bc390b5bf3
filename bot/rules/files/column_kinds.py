"""What the columns of a table hold: told by the user, by their names, else by what stands in them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.rules.files.column_names import HEADER_LENGTH, is_left_out, known_fields
from bot.rules.files.dates import prefers_month_first, read_date
from bot.rules.files.shapes import FIELDS, SAMPLES, Column, Field
from bot.rules.names import clean_name

SAMPLE_LENGTH = 80
_MOST_ASKED = 30
_SURE = 0.6
_NAMES: frozenset[Field] = frozenset({"name", "first", "last", "nickname"})
_EMAIL = re.compile(r"\s*(?:mailto:)?[^\s@]{1,64}@[^\s@]{1,190}\.[^\s@.]{2,24}\s*")
_PROFILE = re.compile(r"\s*(?:https?://)?(?:[a-z]{2,3}\.)?linkedin\.com/\S{1,400}", re.IGNORECASE)
_TELEGRAM = re.compile(r"\s*(?:(?:https?://)?(?:t|telegram)\.me/\w{3,32}/?|@[A-Za-z]\w{3,31})\s*", re.IGNORECASE)
_LINK = re.compile(r"\s*(?:https?://|www\.)\S{3,1000}\s*", re.IGNORECASE)
#: A number needs its +, its leading 0 or its signs: bare digits are more likely an id.
_PHONE = re.compile(
    r"\s*(?:\+[\d \u00a0().\-/]{7,24}|0[\d \u00a0().\-/]{7,20}|\(?\d{2,4}\)?[ \u00a0.\-/]\d[\d \u00a0.\-/]{4,16})\s*"
)
_TOLD: tuple[tuple[Field, re.Pattern[str]], ...] = (
    ("email", _EMAIL), ("telegram", _TELEGRAM), ("link", _PROFILE), ("link", _LINK), ("phone", _PHONE),
)  # fmt: skip
_NAME_WORDS = 5
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Plan:
    """Which column holds what, in the order of the row; what could not be told; and the columns of dates that write
    the month first."""

    fields: tuple[tuple[int, Field], ...]
    unknown: tuple[Column, ...]
    month_first: frozenset[Field]

    @property
    def has_name(self) -> bool:
        return any(field in _NAMES for _, field in self.fields)


def plan_columns(
    headers: Sequence[str], rows: Sequence[Sequence[str]], answers: Mapping[str, str], region: str | None, *, bare: bool
) -> Plan:
    """The plan for a table with these headers, judged by its first rows. `bare` tables have no headers of their own
    (see `letters`), so the likeliest column is taken for the names; else a table without a name column asks."""
    columns = [[row[index].strip() for row in rows if index < len(row)] for index in range(len(headers))]
    columns = [[cell for cell in column if cell] for column in columns]
    found: list[Field | None] = [None] * len(headers) if bare else known_fields(headers)
    open_columns = []
    for index, header in enumerate(headers):
        answer = answers.get(shown(header))
        if answer is not None:
            found[index] = next((field for field in FIELDS if field == answer), None)
        elif found[index] is None and columns[index] and (bare or not is_left_out(header)):
            found[index] = _told_by_content(columns[index])
            if found[index] is None:
                open_columns.append(index)
    if not any(field in _NAMES for field in found):
        open_columns.sort(key=lambda index: -name_share(columns[index]))
        if bare and open_columns and name_share(columns[open_columns[0]]) >= _SURE:
            found[open_columns.pop(0)] = "name"
    unknown = tuple(Column(shown(headers[index]), _samples(columns[index])) for index in open_columns[:_MOST_ASKED])
    dated = {field for index, field in enumerate(found) if field and prefers_month_first(columns[index], region)}
    return Plan(tuple((index, field) for index, field in enumerate(found) if field), unknown, frozenset(dated))


def shown(header: str) -> str:
    """A header as it is shown and as answers name it."""
    return " ".join(header.split())[:HEADER_LENGTH]


def letters(width: int) -> list[str]:
    """What columns without a header are called: A, B, … Z, AA, as in a spreadsheet."""
    names = []
    for index in range(width):
        name, rest = "", index
        while rest >= 0:
            name = chr(ord("A") + rest % 26) + name
            rest = rest // 26 - 1
        names.append(name)
    return names


def _told_by_content(cells: Sequence[str]) -> Field | None:
    for field, pattern in _TOLD:
        if sum(pattern.fullmatch(cell[:1000]) is not None for cell in cells) >= len(cells) * _SURE:
            return field
    return None


def name_share(cells: Sequence[str]) -> float:
    """How many of the cells could be somebody's name, from 0 to 1; full names count most."""
    if not cells:
        return 0.0
    return sum(_likeness(cell) for cell in cells) / len(cells)


def _likeness(cell: str) -> float:
    words = cell.split() if len(cell) <= SAMPLE_LENGTH else []
    if not 0 < len(words) <= _NAME_WORDS or _DIGIT.search(cell) or "@" in cell or clean_name(cell) is None:
        return 0.0
    if any(word[:1].islower() for word in (words[0], words[-1])):
        return 0.3
    return 1.0 if len(words) > 1 or not cell.isascii() else 0.7


def is_data(cell: str) -> bool:
    """Whether the cell is a fact about somebody, as no header is."""
    said = cell.strip()
    return bool(said) and (
        any(pattern.fullmatch(said[:1000]) for _, pattern in _TOLD) or read_date(said) is not None or said.isdecimal()
    )


def count_known(headers: Sequence[str]) -> int:
    """How many different things the headers are known to hold; 0 where one of them is data."""
    if any(is_data(header) for header in headers):
        return 0
    fields = {field for field in known_fields(headers) if field}
    return len(fields)


def has_name_header(headers: Sequence[str]) -> bool:
    return any(field in _NAMES for field in known_fields(headers))


def _samples(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(cell[:400].split())[:SAMPLE_LENGTH] for cell in cells[:200]))[:SAMPLES]
