"""Excel's workbooks: their cells only. Macros, links to other files and pictures are never opened."""

import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from bot.rules.files.archives import chunks
from bot.rules.files.records import Row
from bot.rules.files.shapes import FileReading, Problem
from bot.rules.files.tables import Request, read_table

MOST_SHEETS = 20
#: Excel's own bound; of rows that are written down, fewer.
MOST_ROWS = 1_048_576
_MOST_WRITTEN_ROWS = 400_000
MOST_COLUMNS = 100
#: Bounds on what the library holds while it reads: it keeps every shared string, and a node for every element.
_MOST_SHEET_BYTES = 100_000_000
_MOST_STRING_BYTES = 50_000_000
_MOST_STRINGS = 600_000
_MOST_OTHER_BYTES = 4_000_000
_MOST_ELEMENTS = 2_000_000
_MOST_OTHER_ELEMENTS = 60_000
_LONGEST_ROW = 1_000_000
_LONGEST_CELL = 100_000
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_STRINGS = "xl/sharedstrings.xml"
_ROW = re.compile(rb"<(?:\w{1,8}:)?(?:row[\s>/]|sheetData[\s>/])|</(?:\w{1,8}:)?sheetData")
_DOCTYPE = (b"<!DOCTYPE", b"<!ENTITY")
_OVERLAP = 32
#: A workbook in Excel's binary form holds no XML to read.
_BINARY = "xl/workbook.bin"


def read_workbook(archive: zipfile.ZipFile, request: Request) -> FileReading:
    """The people of the first sheet that has any, read like any other table. Dates in typed cells are days."""
    if _BINARY in archive.namelist():
        return FileReading("excel", problem="old_excel")
    if problem := _measure(archive):
        return FileReading("excel", problem=problem)
    from openpyxl import load_workbook

    # It warns of what it leaves out (styles, validations), and nobody reads those.
    warnings.filterwarnings("ignore", module="openpyxl")
    readings = []
    if archive.fp is None:
        return FileReading("excel", problem="damaged")
    book = load_workbook(archive.fp, read_only=True, data_only=True, keep_links=False)
    for sheet in book.worksheets[:MOST_SHEETS]:
        reading = read_table(_rows(sheet), request, "excel")
        if reading.people or reading.problem == "too_many":
            return reading
        readings.append(reading)
    return max(readings, key=_worth, default=FileReading("excel", problem="empty"))


def _worth(reading: FileReading) -> int:
    """Of sheets without people, one to ask about tells more than one with reasons, and that more than a problem."""
    return 3 * bool(reading.unknown) + 2 * bool(reading.skipped) + (reading.problem == "no_names")


def _rows(sheet: Any) -> Iterator[Row]:
    if not hasattr(sheet, "iter_rows"):  # a sheet that is a chart
        return
    rows: Iterator[tuple[Any, ...]] = sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True)
    for line, values in enumerate(rows, start=1):
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
    for entry in archive.infolist():
        name = entry.filename.lower()
        if not name.endswith((".xml", ".rels")):
            continue
        if entry.flag_bits & 1:
            return "locked"
        is_sheet = _SHEET.fullmatch(name) is not None
        sheets += is_sheet
        most = _MOST_SHEET_BYTES if is_sheet else _MOST_STRING_BYTES if name == _STRINGS else _MOST_OTHER_BYTES
        if entry.file_size > most:
            return "too_big"
        if problem := _measure_part(archive, entry.filename, most, large=is_sheet or name == _STRINGS):
            return problem
    return None if sheets else "damaged"


def _measure_part(archive: zipfile.ZipFile, name: str, most: int, *, large: bool) -> Problem | None:
    size = elements = strings = rows = 0
    last_row: int | None = None
    rest = b""
    for chunk in chunks(archive, name):
        text = rest + chunk
        if any(sign in text for sign in _DOCTYPE):
            return "damaged"
        elements += chunk.count(b"<") - chunk.count(b"</")
        strings += chunk.count(b"<si>") if large else 0
        for found in _ROW.finditer(text):
            at = size - len(rest) + found.start()
            if last_row is not None and at - last_row > _LONGEST_ROW:
                return "too_big"
            rows += b"row" in found[0]
            last_row = None if found[0].startswith(b"</") else at
        size += len(chunk)
        if last_row is not None and size - last_row > _LONGEST_ROW:
            return "too_big"
        if size > most or elements > (_MOST_ELEMENTS if large else _MOST_OTHER_ELEMENTS) or strings > _MOST_STRINGS:
            return "too_big"
        if rows > _MOST_WRITTEN_ROWS:
            return "too_many"
        rest = text[-_OVERLAP:]
    return None
