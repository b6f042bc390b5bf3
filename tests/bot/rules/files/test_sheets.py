"""Excel's workbooks."""

import io
import zipfile
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import Workbook

from bot.rules.drafts import Draft
from bot.rules.files.reading import read_file
from bot.rules.files.shapes import Column, FileReading


def workbook(*sheets: list[list[Any]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def changed(content: bytes, part: str, *, find: bytes = b"", put: bytes = b"", rename: str = "") -> bytes:
    """The workbook with something else in one of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == part:
                new.writestr(rename or name, data.replace(find, put, 1) if find else put or data)
            else:
                new.writestr(name, data)
    return out.getvalue()


def read(content: bytes) -> FileReading:
    return read_file(content, name="x", region="DE", today=date(2026, 11, 23))


PEOPLE = workbook([["Name", "Company"], ["Ana Ruiz", "Roche"]])
SHEET = "xl/worksheets/sheet1.xml"


def test_the_first_sheet_with_people_is_read_with_its_types() -> None:
    reading = read(
        workbook(
            [["just a note"]],
            [["Our list"], [], ["Name", "Phone", "Birthday", "Met on", "Shoe"],
             ["Ana Ruiz", 301234567.0, date(1990, 5, 12), datetime(2020, 1, 2, 3, 4), 38], [None],
             ["Ben Okafor", None, None, None, None], [None, 5]],
        )
    )  # fmt: skip
    assert reading.format == "excel"
    assert reading.people == (
        Draft("Ana Ruiz", birthday="1990-05-12", met_on=date(2020, 1, 2), phones=("+49301234567",)),
        Draft("Ben Okafor"),
    )
    assert reading.unknown == (Column("Shoe", ("38",)),)
    assert [(skipped.line, skipped.reason) for skipped in reading.skipped] == [(7, "no_name")]


def test_formulas_are_not_run() -> None:
    reading = read(workbook([["Name", "Company"], ["Ana Ruiz", '=HYPERLINK("https://example.org","x")']]))
    assert reading.people == (Draft("Ana Ruiz"),)


def test_linkedins_table_saved_as_a_workbook_is_known() -> None:
    rows = [["First Name", "Last Name", "Company", "Connected On"], ["Ana", "Ruiz, PhD", "Roche", "15 Jun 2019"]]
    assert read(workbook(rows)).people == (Draft("Ana Ruiz", company="Roche", met_on=date(2019, 6, 15)),)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (workbook([]), "empty"),
        (workbook([["Name", "Company"]]), "empty"),
        (PEOPLE[: len(PEOPLE) // 2], "damaged"),
        (changed(PEOPLE, SHEET, put=b"<worksheet><sheetData><row>"), "damaged"),
        (changed(PEOPLE, SHEET, find=b"<worksheet", put=b"<!DOCTYPE a [<!ENTITY b 'c'>]><worksheet"), "damaged"),
        (changed(PEOPLE, "xl/workbook.xml", rename="xl/workbook.bin"), "old_excel"),
        (changed(PEOPLE, SHEET, find=b"<sheetData>", put=b"<sheetData>" + b"<row/>" * 400_001), "too_many"),
        (changed(PEOPLE, SHEET, find=b"<sheetData>", put=b"<sheetData>" + b"<a/>" * 2_000_001), "too_big"),
        (changed(PEOPLE, SHEET, find=b"<sheetData>", put=b"<sheetData>" + b" " * 101_000_000), "too_big"),
        (changed(PEOPLE, "xl/styles.xml", put=b" " * 5_000_000), "too_big"),
    ],
    ids=["no rows", "no people", "cut", "open", "entities", "binary", "rows", "elements", "bomb", "styles"],
)
def test_workbooks_made_wrong_say_why(content: bytes, problem: str) -> None:
    reading = read(content)
    assert (reading.people, reading.problem) == ((), problem)


def test_a_row_at_the_end_of_the_sheet_costs_nothing() -> None:
    assert read(changed(PEOPLE, SHEET, find=b'<row r="2"', put=b'<row r="99999999999"')).problem == "empty"


def test_every_sheet_of_people_is_read_and_one_of_companies_is_told() -> None:
    reading = read(workbook(
        [["Name", "Company"], ["Ana Ruiz", "Roche"], ["Ben Okafor", "Novartis"]],
        [["Name", "City"], ["Roche", "Basel"], ["Novartis", "Basel"], ["Siemens", "Berlin"]],
        [["First name", "Last name", "Phone"], ["Grace", "Lim", 41791234567], ["Joe", "Park", "+41 79 123 45 68"]],
    ))  # fmt: skip
    assert [draft.name for draft in reading.people] == ["Ana Ruiz", "Ben Okafor", "Grace Lim", "Joe Park"]
    assert [skipped.reason for skipped in reading.skipped] == ["not_person"]
