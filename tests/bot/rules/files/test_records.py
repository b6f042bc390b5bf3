"""Rows of text tables."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.files.records import read_rows


def rows(text: str, delimiter: str = ",", width: int = 0) -> list[tuple[int, list[str] | None]]:
    return [(row.line, row.cells) for row in read_rows(io.StringIO(text), delimiter, width)]


def test_a_quoted_cell_may_hold_lines_and_quotes() -> None:
    assert rows('a,"b\nc ""d"", e"\nf,g\n') == [(1, ["a", 'b\nc "d", e']), (3, ["f", "g"])]


@pytest.mark.parametrize("broken", ['a,"b', 'a "b,c', '"a" b,c', '"a,b', 'a,"b"c'])
def test_a_broken_quote_is_one_row(broken: str) -> None:
    found = rows(f"{broken}\nd,e\n", width=2)
    assert [line for line, _ in found] == [1, 2]
    assert found[1] == (2, ["d", "e"])


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.text(alphabet='a",;\n é', max_size=6), min_size=2, max_size=2), max_size=6))
def test_what_the_csv_module_writes_is_read_back(table: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(table)
    assert [cells for _, cells in rows(out.getvalue(), width=2)] == table


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet='a",\n ', max_size=60))
def test_no_line_is_lost(text: str) -> None:
    found = rows(text, width=2)
    assert [line for line, _ in found] == sorted({line for line, _ in found})
    assert bool(found) == bool(text.strip("\n ") and text.strip())
