"""Dotty's own table, out and in again."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.drafts import Draft
from bot.rules.exporting import COLUMNS, to_csv
from bot.rules.files.encodings import open_text
from bot.rules.files.own_csv import is_own, read_own_rows
from bot.rules.files.records import Row, read_rows
from bot.rules.files.shapes import FileReading
from storage import Card
from tests.bot.rules.files.networks import cards, draft_of


def read_table(content: bytes) -> FileReading:
    with open_text(content) as lines:
        rows = read_rows(lines, ",")
        header = next(rows).cells
        assert header is not None
        assert is_own(header)
        return read_own_rows(header, rows)


@settings(deadline=None, max_examples=40)
@given(st.lists(cards(), min_size=1, max_size=2))
def test_a_table_comes_back_as_it_was(network: list[Card]) -> None:
    assert read_table(to_csv(network)) == FileReading("dotty_csv", tuple(draft_of(card) for card in network))


@settings(deadline=None, max_examples=30)
@given(cards())
def test_no_cell_is_a_formula(card: Card) -> None:
    (_, row) = csv.reader(io.StringIO(to_csv([card]).decode("utf-8-sig"), newline=""))
    for name, cell in zip(COLUMNS, row, strict=True):
        assert name == "phones" or cell[:1] not in set("=+-@\t\r")


@pytest.mark.parametrize("header", [["name"], ["name", "company", "role"], [], ["First Name", "Last Name"]])
def test_other_tables_are_not_ours(header: list[str]) -> None:
    assert not is_own(header)


def test_columns_may_be_moved_added_and_shorter() -> None:
    header = ["Cadence_Days", "added_on", "last_touch_on", "next_due_on", "status", "NAME", "mood"]
    assert is_own(header)
    rows = [Row(2, ["30", "2026-11-20", "", "", "king", "Ana Ruiz", "good"]), Row(3, ["1"]), Row(4, None, "x" * 900)]
    reading = read_own_rows(header, rows)
    assert [replace(each, added_on=None) for each in reading.people] == [Draft("Ana Ruiz", cadence_days=30)]
    assert [(each.line, each.reason) for each in reading.skipped] == [(3, "no_name"), (4, "too_long")]


def test_too_many_rows_are_a_problem() -> None:
    rows = (Row(number, ["Ana Ruiz"]) for number in range(2, 20))
    assert read_own_rows(["name"], rows, most=5).problem == "too_many"


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(st.text(max_size=20), max_size=30), max_size=4))
def test_no_cells_raise(table: list[list[str]]) -> None:
    reading = read_own_rows(COLUMNS, [Row(number, cells) for number, cells in enumerate(table, start=2)])
    assert len(reading.people) + len(reading.skipped) == len(table)
