"""Rows of a text table, one at a time: lines put together where a quoted cell goes over several."""

import csv
import re
from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

#: Longer cells are no facts about people; the csv module gives up at this length too (131,072 characters).
LONGEST_CELL = 100_000
MOST_CELLS = 5_000
#: A quoted cell that goes on longer was never closed.
_MOST_LINES = 1_500_000
_MOST_CHARACTERS = 16_000_000
#: Of one file so many characters are read twice for quotes that weren't closed; then each such line stands alone. Each
#: line costs as much as some characters do.
_MOST_PUT_BACK = 64_000_000
_LINE_COST = 200
_SPACES = re.compile(r"[ \t]*")


class Row(NamedTuple):
    """A row and the line it starts on, from 1. `cells` is None where it is too long to be one."""

    line: int
    cells: list[str] | None
    text: str = ""


def read_rows(lines: Iterable[str], delimiter: str, width: int = 0) -> Iterator[Row]:
    """The rows, blank lines left out.

    A quote that is not closed, or closed in the middle of a cell, is a mere sign, and its line is a row by itself: so
    a broken quote costs one row. `width` is the number of cells of the header, which tells the one from the other.
    """
    source = _Lines(lines)
    while (line := source.next()) is not None:
        number = source.number
        if line.isspace():
            continue
        if '"' not in line:
            yield _plain_row(number, line, delimiter)
            continue
        end = _end_of_quotes(line, delimiter, 0)
        if end == _CLOSED:
            yield _quoted_row(number, line, delimiter)
        else:
            yield (
                _long_row(number, line, source, delimiter, width)
                if end == _OPEN
                else _broken_row(number, line, delimiter)
            )


class _Lines:
    """Lines that can be put back."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._back: deque[str] = deque()
        self._spare = _MOST_PUT_BACK
        self.number = 0

    def next(self) -> str | None:
        line = self._back.popleft() if self._back else next(self._lines, None)
        if line is None:
            return None
        self.number += 1
        return line.replace("\0", "") if "\0" in line else line

    def put_back(self, lines: list[str]) -> None:
        self._back.extendleft(reversed(lines))
        self._spare -= sum(map(len, lines)) + len(lines) * _LINE_COST
        self.number -= len(lines)

    @property
    def ahead(self) -> int:
        """How many characters may be looked through for the end of a quote."""
        return min(self._spare, _MOST_CHARACTERS)


_CLOSED, _OPEN, _BROKEN = 0, 1, 2


def _end_of_quotes(line: str, delimiter: str, inside: int) -> int:
    """How the line leaves its quotes, begun outside (`inside` 0) or inside a quoted cell (1).

    A doubled quote never changes that, so it goes first. A quote opens only where a cell begins.
    """
    text = line.replace('""', "  ").rstrip("\n")
    position = 0
    while (found := text.find('"', position)) >= 0:
        if inside:
            after = _after_spaces(text, found + 1)
            if after < len(text) and text[after] != delimiter:
                return _BROKEN
            inside = 0
        elif _begins_cell(text, found, delimiter, position):
            inside = 1
        position = found + 1
    return _OPEN if inside else _CLOSED


def _after_spaces(text: str, position: int) -> int:
    found = _SPACES.match(text, position) if position < len(text) and text[position] == " " else None
    return found.end() if found else position


def _begins_cell(text: str, quote: int, delimiter: str, start: int) -> bool:
    before = text[start:quote].rstrip(" ")
    return before.endswith(delimiter) or (not before and start == 0)


def _plain_row(number: int, line: str, delimiter: str) -> Row:
    if len(line) > LONGEST_CELL and (line.count(delimiter) > MOST_CELLS or _has_long_cell(line, delimiter)):
        return Row(number, None, line[:LONGEST_CELL])
    cells = line.rstrip("\n").split(delimiter, MOST_CELLS)
    return Row(number, cells)


def _has_long_cell(line: str, delimiter: str) -> bool:
    return any(len(cell) > LONGEST_CELL for cell in line.split(delimiter, MOST_CELLS))


def _quoted_row(number: int, text: str, delimiter: str) -> Row:
    if text.count(delimiter) > MOST_CELLS + LONGEST_CELL:
        return Row(number, None, text[:LONGEST_CELL])
    try:
        cells = next(csv.reader([text], delimiter=delimiter, skipinitialspace=delimiter != "\t"), [])
    except csv.Error:
        return Row(number, None, text[:LONGEST_CELL])
    if len(cells) > MOST_CELLS or (len(text) > LONGEST_CELL and any(len(cell) > LONGEST_CELL for cell in cells)):
        return Row(number, None, text[:LONGEST_CELL])
    return Row(number, cells)


def _broken_row(number: int, line: str, delimiter: str) -> Row:
    """A line whose quotes mean nothing; those around its cells go."""
    row = _plain_row(number, line, delimiter)
    return Row(number, [cell.strip(' "') for cell in row.cells]) if row.cells else row


def _long_row(number: int, first: str, source: _Lines, delimiter: str, width: int) -> Row:
    """The lines up to that which closes the quotes; the first alone where none does, or where it is whole as it is."""
    lines = [first]
    size, end, most = len(first), _OPEN, source.ahead
    while end == _OPEN and len(lines) < _MOST_LINES and size < most:
        line = source.next()
        if line is None:
            break
        lines.append(line)
        size += len(line)
        end = _end_of_quotes(line, delimiter, 1) if '"' in line else _OPEN
    if end == _CLOSED:
        row = _quoted_row(number, "".join(lines), delimiter)
        alone = first.count(delimiter) + 1
        if row.cells is None or len(row.cells) == width or alone != width:
            return row
    source.put_back(lines[1:])
    return _broken_row(number, first, delimiter)
