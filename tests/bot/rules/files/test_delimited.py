"""What parts the cells of a text."""

from datetime import date

import pytest

from bot.rules.files.delimited import choose_delimiter, read_text
from bot.rules.files.shapes import FileReading
from bot.rules.files.tables import Request


def read(text: str) -> FileReading:
    return read_text(text.encode(), Request(region="DE", today=date(2026, 11, 23), columns={}, most=100))


def names(reading: FileReading) -> list[str]:
    return [draft.name for draft in reading.people]


@pytest.mark.parametrize(("head", "delimiter"), [
    (["Name,Company", "Ana Ruiz,Roche; Basel"], ","), (["Name;Firma", "Ana Ruiz;Roche, Basel"], ";"),
    (["Name\tCompany", "Ana Ruiz\tRoche"], "\t"), (["Name|Company", "Ana Ruiz|Roche"], "|"),
    (["Ana Ruiz;Roche;1", "Ben Okafor;Nordlicht;2"], ";"),
])  # fmt: skip
def test_known_columns_and_even_lines_tell_the_delimiter(head: list[str], delimiter: str) -> None:
    assert choose_delimiter(head) == delimiter


def test_lines_of_one_cell_have_no_delimiter() -> None:
    assert choose_delimiter(["Ana Ruiz", "Ben Okafor", "Grace Lim"]) is None


def test_one_known_column_alone_is_parted_by_nothing() -> None:
    assert names(read("Name\nRuiz, Ana\nOkafor, Ben\n")) == ["Ana Ruiz", "Ben Okafor"]


def test_excels_first_line_says_the_delimiter_and_is_nobody() -> None:
    reading = read("sep=|\nName|Company\nAna Ruiz|Roche\n")
    assert [(draft.name, draft.company) for draft in reading.people] == [("Ana Ruiz", "Roche")]
    assert reading.skipped == ()


def test_lines_of_names_with_facts_in_words_are_a_list() -> None:
    reading = read("Ana Ruiz, monthly\nBen Okafor, quarterly, works at Nordlicht\n")
    assert reading.format == "names"
    assert [draft.cadence_days for draft in reading.people] == [30, 91]


def test_a_mark_of_the_byte_order_in_front_of_the_header_is_no_part_of_it() -> None:
    assert names(read("\ufeff\ufeffName,Company\nAna Ruiz,Roche\n")) == ["Ana Ruiz"]
