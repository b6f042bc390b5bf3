"""Lines cut into pieces."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.pieces import read_line, split_lines, split_pieces


def cut(line: str) -> list[tuple[str, str]]:
    return [(piece.before, piece.text) for piece in split_pieces(line)]


@pytest.mark.parametrize(
    "line",
    ["- Ana", "* Ana", "• Ana", "•Ana", "1. Ana", "12) Ana", "(3) Ana", "  – Ana", "[ ] Ana", "[x] Ana", "- 1. Ana"],
)
def test_bullets_and_numbers_are_dropped(line: str) -> None:
    assert [each.strip() for each in split_lines(line)] == ["Ana"]


def test_empty_lines_say_nothing() -> None:
    assert split_lines("Ana\n\n  \nBen") == ["Ana", "Ben"]


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("Ana, Ben", [("", "Ana"), (",", "Ben")]),
        ("Ana,Ben", [("", "Ana"), (",", "Ben")]),
        ("Ana; Ben", [("", "Ana"), (";", "Ben")]),
        ("Ana\tNordlicht", [("", "Ana"), ("\t", "Nordlicht")]),
        ("Ana - monthly", [("", "Ana"), ("-", "monthly")]),
        ("Ana — monthly", [("", "Ana"), ("-", "monthly")]),
        ("Jean-Luc", [("", "Jean-Luc")]),
        ("Ana (Nordlicht, Berlin), monthly", [("", "Ana"), ("(", "Nordlicht"), ("(", "Berlin"), (",", "monthly")]),
        ("Ana, needs help (now, please), tea", [("", "Ana"), (",", "needs help (now, please)"), (",", "tea")]),
        ("Ana: monthly", [("", "Ana"), (":", "monthly")]),
        ("birthday: 12 May", [("", "birthday: 12 May")]),
        ("Ana. Met at PyCon", [("", "Ana"), (".", "Met at PyCon")]),
        ("Prof. Ana Ruiz", [("", "Prof. Ana Ruiz")]),
        ("Ana, 1,000 followers", [("", "Ana"), (",", "1,000 followers")]),
        ("a designer and needs a job", [("", "a designer"), (",", "needs a job")]),
        ("李小龙、王明", [("", "李小龙"), (",", "王明")]),
        ("Ana :( , Ben", [("", "Ana :("), (",", "Ben")]),
    ],
)
def test_a_line_is_cut_where_people_cut_it(line: str, pieces: list[tuple[str, str]]) -> None:
    assert cut(line) == pieces


def test_the_comma_of_a_date_cuts_nothing() -> None:
    assert split_lines("Ana, born May 12, 1990") == ["Ana, born May 12 1990"]


def test_links_are_found_before_anything_is_cut() -> None:
    line = read_line("Ana, https://example.org/a-b;c", None)
    assert line.pieces[0].text == "Ana"
    assert line.points[0].fact.links == ("https://example.org/a-b",)


@settings(deadline=None)  # the first example may load a table
@given(st.text(max_size=200))
def test_pieces_are_where_they_say_they_are(text: str) -> None:
    assert all(text[piece.start : piece.end] == piece.text for piece in split_pieces(text))


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("Ana Ruiz, monthly. Ben Okafor, weekly.", ["Ana Ruiz, monthly", "Ben Okafor, weekly"]),
        ("Ana Ruiz. Ben Okafor. Grace Lim.", ["Ana Ruiz", "Ben Okafor", "Grace Lim"]),
        ("Ana Ruiz, monthly. Lives in Oslo.", ["Ana Ruiz, monthly. Lives in Oslo."]),
        ("Ana, monthly. Climbing, tea.", ["Ana, monthly. Climbing, tea."]),
        ("Prof. Ana Ruiz, monthly", ["Prof. Ana Ruiz, monthly"]), ("Name: Ana Ruiz", ["Ana Ruiz"]),
    ],
)  # fmt: skip
def test_sentences_that_each_begin_with_a_name_are_lines(line: str, lines: list[str]) -> None:
    assert split_lines(line) == lines


def test_a_slash_with_spaces_cuts_and_one_without_does_not() -> None:
    assert cut("Ana / Nordlicht") == [("", "Ana"), (",", "Nordlicht")]
    assert cut("he/him") == [("", "he/him")]
