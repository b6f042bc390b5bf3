"""What columns hold, by what stands in them."""

import pytest

from bot.rules.files.column_kinds import Plan, count_known, is_data, letters, name_share, plan_columns, shown
from bot.rules.files.shapes import Column

PEOPLE = ["Ana Ruiz", "Ben Okafor", "Grace Lim"]


def plan(headers: list[str], *columns: list[str], bare: bool = False, **answers: str) -> Plan:
    return plan_columns(headers, list(zip(*columns, strict=True)), answers, "DE", bare=bare)


@pytest.mark.parametrize(("cells", "field"), [
    (["a@example.org", "b@example.org", ""], "email"), (["@anaruiz", "t.me/benokafor", "@gracelim"], "telegram"),
    (["linkedin.com/in/ana", "https://www.linkedin.com/in/ben", ""], "link"),
    (["+34 600 123 456", "030 1234567", ""], "phone"), (["https://example.org", "www.example.org", ""], "link"),
])  # fmt: skip
def test_a_column_is_known_by_its_cells(cells: list[str], field: str) -> None:
    assert plan(["Name", "Ref"], PEOPLE, cells).fields == ((0, "name"), (1, field))


def test_a_column_that_could_be_anything_is_asked_about_with_samples() -> None:
    hats = ["bowler", "bowler", "cap"]
    assert plan(["Name", "Hat"], PEOPLE, hats).unknown == (Column("Hat", ("bowler", "cap")),)


def test_an_answer_is_taken_and_an_empty_one_leaves_the_column_out() -> None:
    hats = ["bowler", "bowler", "cap"]
    assert plan(["Name", "Hat"], PEOPLE, hats, Hat="notes").fields == ((0, "name"), (1, "notes"))
    left_out = plan(["Name", "Hat"], PEOPLE, hats, Hat="")
    assert (left_out.fields, left_out.unknown) == (((0, "name"),), ())


def test_in_a_table_without_headers_the_likeliest_column_has_the_names() -> None:
    bare = plan(["A", "B"], ["bowler", "top", "cap"], PEOPLE, bare=True)
    assert bare.fields == ((1, "name"),)
    assert bare.has_name


def test_with_headers_of_its_own_a_table_without_names_asks() -> None:
    asked = plan(["Hat", "Wearer"], ["bowler", "top", "cap"], PEOPLE)
    assert not asked.has_name
    assert [column.header for column in asked.unknown] == ["Wearer", "Hat"]


@pytest.mark.parametrize(("cell", "data"), [
    ("a@example.org", True), ("2024-01-07", True), ("42", True), ("https://example.org", True), ("+34 600 123 456", True),
    ("Name", False), ("E-mail", False), ("", False), ("Q1", False),
])  # fmt: skip
def test_facts_are_told_from_headers(cell: str, data: bool) -> None:
    assert is_data(cell) is data


def test_a_line_with_a_fact_in_it_is_no_header() -> None:
    assert count_known(["Name", "Company", "City"]) == 3
    assert count_known(["Name", "Company", "a@example.org"]) == 0


def test_names_are_likelier_than_words_and_numbers() -> None:
    assert name_share(PEOPLE) == 1.0
    assert name_share(["Ana", "Ben"]) < 1.0
    assert name_share(["likes tea"]) < 0.5
    assert name_share(["Room 5", "a@example.org"]) == name_share([]) == 0.0


def test_columns_are_lettered_as_in_a_spreadsheet() -> None:
    assert [letters(703)[index] for index in (0, 25, 26, 51, 701, 702)] == ["A", "Z", "AA", "AZ", "ZZ", "AAA"]


def test_a_header_is_shown_on_one_short_line() -> None:
    assert shown(" What\n they \t like ") == "What they like"
    assert len(shown("x" * 500)) == 80
