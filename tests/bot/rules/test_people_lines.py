"""One line read as people, one way and the other."""

from datetime import date

import pytest

from bot.rules.drafts import Draft
from bot.rules.people_lines import LineReading, read_people_line
from bot.rules.pieces import read_line


def read(text: str, *, named: bool = False) -> LineReading:
    return read_people_line(read_line(text, "ES"), date(2026, 11, 23), named=named)


def test_a_lone_word_behind_a_full_name_is_a_firm_or_a_person() -> None:
    reading = read("Ana Ruiz, Nordlicht")
    assert reading.drafts == (Draft(name="Ana Ruiz", company="Nordlicht"),)
    assert reading.alternative == (Draft(name="Ana Ruiz"), Draft(name="Nordlicht"))


def test_a_great_city_behind_a_full_name_is_a_city_or_a_person() -> None:
    reading = read("Ana Ruiz, Berlin")
    assert reading.drafts == (Draft(name="Ana Ruiz", city="Berlin"),)
    assert reading.alternative == (Draft(name="Ana Ruiz"), Draft(name="Berlin"))


def test_a_full_name_before_facts_is_a_person_or_a_firm() -> None:
    reading = read("Ana Ruiz, Ben Okafor, monthly")
    assert reading.drafts == (Draft(name="Ana Ruiz", cadence_days=30), Draft(name="Ben Okafor", cadence_days=30))
    assert reading.alternative == (Draft(name="Ana Ruiz", company="Ben Okafor", cadence_days=30),)


def test_two_single_words_are_two_people_or_one_with_the_last_name_first() -> None:
    reading = read("Ruiz, Ana")
    assert [draft.name for draft in reading.drafts] == ["Ruiz", "Ana"]
    assert [draft.name for draft in reading.alternative] == ["Ana Ruiz"]


@pytest.mark.parametrize(
    ("text", "names"),
    [("Ana Ruiz, Ben Okafor, Grace Lim", ["Ana Ruiz", "Ben Okafor", "Grace Lim"]),
     ("Ana, Ben and Grace", ["Ana", "Ben", "Grace"]),
     ("Ana Ruiz, Ben and Grace", ["Ana Ruiz", "Ben", "Grace"]), ("Ana; Ben; Grace", ["Ana", "Ben", "Grace"]),
     ("Ben Cook, Grace Baker", ["Ben Cook", "Grace Baker"])],
)  # fmt: skip
def test_a_list_of_names_has_one_reading(text: str, names: list[str]) -> None:
    reading = read(text)
    assert [draft.name for draft in reading.drafts] == names
    assert reading.alternative == ()


@pytest.mark.parametrize(
    "text", ["Ana Ruiz (Nordlicht)", "Ana Ruiz\tNordlicht", "Ana Ruiz - Nordlicht", "Ana Ruiz | Nordlicht"]
)
def test_a_name_in_brackets_or_behind_a_dash_is_where_they_work(text: str) -> None:
    assert read(text).drafts == (Draft(name="Ana Ruiz", company="Nordlicht"),)


def test_facts_behind_a_list_hold_for_all_where_they_can() -> None:
    assert read("Ana and Ben, monthly, ben@example.org").drafts == (
        Draft(name="Ana", cadence_days=30), Draft(name="Ben", cadence_days=30, emails=("ben@example.org",))
    )  # fmt: skip


def test_facts_of_each_stay_with_each() -> None:
    assert read("Ana Ruiz, monthly; Ben Okafor, quarterly").drafts == (
        Draft(name="Ana Ruiz", cadence_days=30), Draft(name="Ben Okafor", cadence_days=91)
    )  # fmt: skip


def test_a_line_without_a_name_has_nobody() -> None:
    assert read("monthly, needs a designer").drafts == ()


def test_facts_before_the_name_are_kept_and_said_to_be_there() -> None:
    reading = read("CEO, Ana Ruiz")
    assert reading.drafts == (Draft(name="Ana Ruiz", role="CEO"),)
    assert reading.late


def test_a_great_city_behind_a_semicolon_is_where_they_live_first() -> None:
    reading = read("Zoë Kravitz-Müller; Berlin; birthday 3 march")
    assert reading.drafts == (Draft(name="Zoë Kravitz-Müller", city="Berlin", birthday="--03-03"),)
    assert [draft.name for draft in reading.alternative] == ["Zoë Kravitz-Müller", "Berlin"]


def test_semicolons_part_people_where_commas_part_facts() -> None:
    assert read("Ana Ruiz, Paris; Ben Okafor, Berlin").drafts == (
        Draft(name="Ana Ruiz", city="Paris"), Draft(name="Ben Okafor", city="Berlin")
    )  # fmt: skip
    assert read("jess; weekly; acme").drafts == (Draft(name="jess", cadence_days=7, notes=("acme",)),)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Ana Ruiz, doctor, Leeds General, monthly",
         Draft(name="Ana Ruiz", role="doctor", company="Leeds General", cadence_days=30)),
        ("Prof. Dr. Ben Okafor, ETH Zürich", Draft(name="Prof. Dr. Ben Okafor", company="ETH Zürich")),
        ("ana ruiz / model / london", Draft(name="ana ruiz", role="model", city="london")),
    ],
)  # fmt: skip
def test_behind_a_job_or_with_an_acronym_a_name_is_first_an_organisation(text: str, first: Draft) -> None:
    reading = read(text)
    assert reading.drafts == (first,)
    assert len(reading.alternative) == 2


@pytest.mark.parametrize("note", ["from uni", "old neighbours", "both like tea"])
def test_a_note_that_speaks_of_several_holds_for_all_who_were_joined(note: str) -> None:
    assert [draft.notes for draft in read(f"Ana, Ben and Grace, monthly, {note}").drafts] == [(note,)] * 3


def test_a_note_that_speaks_of_one_stays_with_the_last() -> None:
    assert [draft.notes for draft in read("Ana and Ben, likes tea").drafts] == [(), ("likes tea",)]


def test_where_several_are_from_holds_for_all() -> None:
    assert [draft.city for draft in read("Ana and Ben, from Leeds").drafts] == ["Leeds", "Leeds"]


def test_behind_what_is_not_read_words_without_capitals_are_nobody() -> None:
    assert read("my so and so - met at the gym, ana").drafts == ()
