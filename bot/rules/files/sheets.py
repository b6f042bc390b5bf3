"""Excel's workbooks: their cells only. Macros, links to other files and pictures are never opened."""

import re
import threading
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.rules.files.archives import chunks
from bot.rules.files.column_kinds import name_share
from bot.rules.files.gathering import together
from bot.rules.files.records import Row
from bot.rules.files.shapes import WHAT_LENGTH, FileReading, Problem, Skipped
from bot.rules.files.tables import Request, read_table

MOST_SHEETS = 20
_NAMES_LOOKED_AT, _SURELY_NAMES = 300, 0.8
#: Excel's own bound; of rows that are written down, fewer.
MOST_ROWS = 1_048_576
_MOST_WRITTEN_ROWS = 400_000
MOST_COLUMNS = 100
#: Bounds on what the library holds while it reads: it keeps every shared string, and a node for every element.
_MOST_SHEET_BYTES = 100_000_000
_MOST_STRING_BYTES = 40_000_000
_MOST_STRINGS = 500_000
_MOST_OTHER_BYTES = 4_000_000
_MOST_ELEMENTS = 2_000_000
_MOST_OTHER_ELEMENTS = 60_000
#: Of all parts together, which are read through before anything else.
_MOST_BYTES = 200_000_000
_MOST_PARTS = 2_000
_LONGEST_ROW = 1_000_000
_LONGEST_CELL = 100_000
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_STRINGS = "xl/sharedstrings.xml"
_ROW = re.compile(rb"<(?:\w{1,8}:)?(?:row[\s>/]|sheetData[\s>/])|</(?:\w{1,8}:)?sheetData")
_DOCTYPE = (b"<!DOCTYPE", b"<!ENTITY")
_OVERLAP = 32
#: A workbook in Excel's binary form holds no XML to read.
_BINARY = "xl/workbook.bin"
#: What the library warns of is silenced while it works, and Python keeps that for all threads: so one works at a time,
#: which also bounds the memory.
_ALONE = threading.Lock()


def read_workbook(archive: zipfile.ZipFile, request: Request) -> FileReading:
    """The people of the first sheet that has any, and of those behind it that hold people's names too, each read like
    any other table. Dates in typed cells are days."""
    if _BINARY in archive.namelist():
        return FileReading("excel", problem="old_excel")
    if problem := _measure(archive):
        return FileReading("excel", problem=problem)
    with _ALONE, warnings.catch_warnings():
        # It warns of what it leaves out (styles, validations), and nobody reads those.
        warnings.simplefilter("ignore")
        return _read_sheets(archive, request)


def _read_sheets(archive: zipfile.ZipFile, request: Request) -> FileReading:
    from openpyxl import load_workbook

    if archive.fp is None:
        return FileReading("excel", problem="damaged")
    book = load_workbook(archive.fp, read_only=True, data_only=True, keep_links=False)
    peopled: list[FileReading] = []
    readings: list[FileReading] = []
    left = iter(range(MOST_ROWS))
    for sheet in book.worksheets[:MOST_SHEETS]:
        reading = read_table(_rows(sheet, left), request, "excel")
        if reading.problem == "too_many":
            return reading
        if reading.people and peopled and not _holds_names(reading):
            reading = FileReading("excel", skipped=(Skipped(1, str(sheet.title)[:WHAT_LENGTH], "not_person"),))
        (peopled if reading.people or peopled else readings).append(reading)
    if peopled:
        return together(peopled, request.most)
    return max(readings, key=_worth, default=FileReading("excel", problem="empty"))


def _holds_names(reading: FileReading) -> bool:
    """Whether most are called as people are in full, not as companies or goods."""
    return name_share([draft.name for draft in reading.people[:_NAMES_LOOKED_AT]]) > _SURELY_NAMES


def _worth(reading: FileReading) -> int:
    """Of sheets without people, one to ask about tells more than one with reasons, and that more than a problem."""
    return 3 * bool(reading.unknown) + 2 * bool(reading.skipped) + (reading.problem == "no_names")


def _rows(sheet: Any, left: Iterator[int]) -> Iterator[Row]:
    """`left` runs out where so many rows were read of all sheets, those included that the library puts in between."""
    if not hasattr(sheet, "iter_rows"):  # a sheet that is a chart
        return
    rows: Iterator[tuple[Any, ...]] = sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True)
    for line, (values, _) in enumerate(zip(rows, left, strict=False), start=1):
        width = len(values)
        while width and values[width - 1] is None:
            width -= 1
        if not width:
            continue
        cells = [_text(value) for value in values[:width]]
        long = any(len(cell) > _LONGEST_CELL for cell in cells)
        yield Row(line, None, cells[0][:200]) if long else Row(line, cells)


def _text(value: Any) -> str:
    """A typed cell as text: a telephone kept as a number has no ".0", a day no hour."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


def _measure(archive: zipfile.ZipFile) -> Problem | None:
    """What makes the workbook unreadable within bounds; found by reading through it once, without keeping anything."""
    sheets = 0
    totals = _Totals()
    parts = [entry for entry in archive.infolist() if entry.filename.lower().endswith((".xml", ".rels"))]
    if len(parts) > _MOST_PARTS or sum(entry.file_size for entry in parts) > _MOST_BYTES:
        return "too_big"
    for entry in parts:
        name = entry.filename.lower()
        if entry.flag_bits & 1:
            return "locked"
        is_sheet = _SHEET.fullmatch(name) is not None
        sheets += is_sheet
        most = _MOST_SHEET_BYTES if is_sheet else _MOST_STRING_BYTES if name == _STRINGS else _MOST_OTHER_BYTES
        if entry.file_size > most:
            return "too_big"
        large = is_sheet or name == _STRINGS
        if problem := _measure_part(archive, entry.filename, most, totals if large else _Totals(_MOST_OTHER_ELEMENTS)):
            return problem
    return None if sheets else "damaged"


@dataclass(slots=True)
class _Totals:
    """What the sheets and strings hold together, and the most elements they may."""

    most_elements: int = _MOST_ELEMENTS
    elements: int = 0
    strings: int = 0
    rows: int = 0

    @property
    def problem(self) -> Problem | None:
        if self.elements > self.most_elements or self.strings > _MOST_STRINGS:
            return "too_big"
        return "too_many" if self.rows > _MOST_WRITTEN_ROWS else None


def _measure_part(archive: zipfile.ZipFile, name: str, most: int, totals: _Totals) -> Problem | None:
    size = 0
    last_row: int | None = None
    rest = b""
    for chunk in chunks(archive, name):
        text = rest + chunk
        if any(sign in text for sign in _DOCTYPE):
            return "damaged"
        totals.elements += chunk.count(b"<") - chunk.count(b"</")
        totals.strings += chunk.count(b"<si>")
        for found in _ROW.finditer(text):
            at = size - len(rest) + found.start()
            if last_row is not None and at - last_row > _LONGEST_ROW:
                return "too_big"
            totals.rows += b"row" in found[0]
            last_row = None if found[0].startswith(b"</") else at
        size += len(chunk)
        if size > most or (last_row is not None and size - last_row > _LONGEST_ROW):
            return "too_big"
        if totals.problem:
            return totals.problem
        rest = text[-_OVERLAP:]
    return None
