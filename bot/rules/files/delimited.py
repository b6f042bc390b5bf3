"""Tables written as text: commas, semicolons, tabs or bars between the cells; else a list of names."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from bot.rules.files.column_kinds import count_known
from bot.rules.files.encodings import open_text
from bot.rules.files.listing import looks_listed, read_list
from bot.rules.files.records import Row, read_rows
from bot.rules.files.shapes import FileReading
from bot.rules.files.tables import HEAD_ROWS, Request, find_header, read_table

DELIMITERS = (",", ";", "\t", "|")
#: Parts nothing: controls are no part of a table.
_NONE = "\x1f"
#: What Excel writes on the first line to say which delimiter follows.
_SAID = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)
_LONGEST_LINE = 20_000
_WIDEST = 400
_SHARE = 0.6


def read_text(content: bytes, request: Request) -> FileReading:
    """A table by its delimiter, or a list of names."""
    with open_text(content) as file:
        head = [line[:_LONGEST_LINE] for line in islice(_lines(file), HEAD_ROWS * 2)]
    said = _SAID.fullmatch(head[0]) if head else None
    delimiter = said[1] if said else choose_delimiter(head)
    if delimiter is None or (not said and not request.columns and looks_listed(head, delimiter)):
        with open_text(content) as file:
            return read_list(_lines(file), request)
    rows = list(islice(read_rows(head, delimiter), HEAD_ROWS))
    at = find_header(rows)
    width = len(rows[at].cells or ()) if at is not None else 0
    with open_text(content) as file:
        return read_table(_said_left_out(read_rows(_lines(file), delimiter, width)), request, "table")


def _lines(file: Iterator[str]) -> Iterator[str]:
    """The lines, without the BOM that a file put together from others has inside."""
    first = next(file, None)
    if first is not None:
        yield first.lstrip("\ufeff")
    yield from file


def _said_left_out(rows: Iterator[Row]) -> Iterator[Row]:
    first = next(rows, None)
    if first is not None and not (first.cells and _SAID.fullmatch(" ".join(first.cells)[:20].strip())):
        yield first
    yield from rows


def choose_delimiter(head: list[str]) -> str | None:
    """The delimiter that shows the most columns of known names; else that by which most lines are equally wide. None
    for lines of one cell."""
    known = {delimiter: _known(head, delimiter) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=lambda delimiter: known[delimiter])
    if known[best] > (1, 1):
        return best
    if known[best] == (1, 1):
        return _NONE
    shares = {delimiter: _evenness(head, delimiter) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=lambda delimiter: shares[delimiter])
    return best if shares[best] >= _SHARE else None


def _known(head: list[str], delimiter: str) -> tuple[int, int]:
    """How many columns the best header names, and how wide it is; (0, 0) where there is none."""
    rows = list(islice(read_rows(head, delimiter), HEAD_ROWS))
    at = find_header(rows)
    if at is None:
        return 0, 0
    cells = rows[at].cells or []
    return count_known(cells), len(cells)


def _evenness(head: list[str], delimiter: str) -> float:
    """The share of the lines that have the commonest number of cells, above one."""
    widths = Counter(len(row.cells or ()) for row in islice(read_rows(head, delimiter), HEAD_ROWS))
    total = sum(widths.values())
    width, count = max(
        ((width, count) for width, count in widths.items() if 1 < width <= _WIDEST),
        key=lambda pair: pair[1],
        default=(0, 0),
    )
    return count / total if width else 0.0
