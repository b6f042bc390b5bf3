"""Lists of names, a line each."""

from datetime import date

import pytest

from bot.rules.files.listing import looks_listed, read_list
from bot.rules.files.shapes import FileReading
from bot.rules.files.tables import Request


def read(*lines: str, most: int = 100) -> FileReading:
    return read_list(lines, Request(region="DE", today=date(2026, 11, 23), columns={}, most=most))


def names(reading: FileReading) -> list[str]:
    return [draft.name for draft in reading.people]


@pytest.mark.parametrize("line", [
    "Ana Ruiz", "- Ana Ruiz", "* Ana Ruiz", "12. Ana Ruiz", "3) Ana Ruiz", "[ ] Ana Ruiz", "[x] Ana Ruiz", "☑ Ana Ruiz",
    "  Ana   Ruiz ", "Ruiz, Ana", "Ana Ruiz 🎉",
])  # fmt: skip
def test_somebody_named_on_a_line(line: str) -> None:
    assert names(read(line)) == ["Ana Ruiz"]


@pytest.mark.parametrize(
    "name", ["Ludwig van Beethoven", "Ana de la Cruz", "Seán O'Brien", "Jean-Luc Petit", "山田太郎"]
)
def test_names_of_all_kinds_are_names(name: str) -> None:
    assert names(read(name)) == [name]


def test_facts_behind_a_name_are_read() -> None:
    (ana,) = read("Ana Ruiz, monthly, works at Roche").people
    assert (ana.name, ana.cadence_days, ana.company) == ("Ana Ruiz", 30, "Roche")


def test_a_line_that_is_nobody_is_skipped_with_its_number() -> None:
    reading = read("Ana Ruiz", "", "and so on and so forth, you know.", "Ben Okafor")
    assert names(reading) == ["Ana Ruiz", "Ben Okafor"]
    assert [(each.line, each.reason) for each in reading.skipped] == [(3, "not_person")]


def test_a_line_without_end_is_too_long() -> None:
    reading = read("Ana Ruiz", "lorem ipsum " * 1_000)
    assert [each.reason for each in reading.skipped] == ["too_long"]


def test_prose_is_no_list() -> None:
    reading = read(*["it was a bright cold day in April."] * 3, "Ana Ruiz")
    assert (reading.problem, reading.people) == ("not_people", ())


def test_more_than_are_taken_are_too_many() -> None:
    lines = [f"Ana Ruiz{letter}" for letter in "abcdef"]
    assert read(*lines, most=5).problem == "too_many"
    assert len(read(*lines, most=6).people) == 6


@pytest.mark.parametrize(("head", "listed"), [
    (["Ana Ruiz, monthly", "Ben Okafor, works at Nordlicht"], True), (["Ana Ruiz,Roche", "Ben Okafor,Nordlicht"], False),
    (["Name, Company", "Ana Ruiz, Roche"], False), (["Ana Ruiz, ana@example.org"], False),
])  # fmt: skip
def test_facts_in_words_are_told_from_cells(head: list[str], listed: bool) -> None:
    assert looks_listed(head, ",") is listed
    assert not looks_listed(head, ";")
