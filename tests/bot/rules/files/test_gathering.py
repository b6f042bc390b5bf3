"""The same person in two rows."""

from datetime import date

import pytest

from bot.rules.drafts import Draft
from bot.rules.files.gathering import Gathering

PROFILE = "https://www.linkedin.com/in/ana-ruiz"


def gathered(*drafts: Draft, most: int = 100) -> Gathering:
    gathering = Gathering(most)
    for line, draft in enumerate(drafts, start=1):
        gathering.add(line, draft)
    return gathering


@pytest.mark.parametrize(("first", "second"), [
    (Draft("Ana Ruiz", links=(PROFILE,)), Draft("Ana Lim", links=(PROFILE,))),
    (Draft("Ana Ruiz", telegram="AnaRuiz"), Draft("Somebody", telegram="anaruiz")),
    (Draft("Ana Ruiz", telegram_id="7"), Draft("A.", telegram_id="7")),
    (Draft("Ana Ruiz", emails=("a@example.org",)), Draft("Ana R.", emails=("a@example.org", "b@example.org"))),
    (Draft("Ana Ruiz", phones=("+34600123456",)), Draft("Ana Maria Ruiz", phones=("+34600123456",))),
    (Draft("Ana Ruiz", company="Roche"), Draft("Ana Ruiz", company="Roche")),
])  # fmt: skip
def test_two_rows_with_one_key_are_one_person(first: Draft, second: Draft) -> None:
    gathering = gathered(first, second)
    assert len(gathering.people) == 1
    assert gathering.people[0].name == first.name
    assert [(each.line, each.reason) for each in gathering.skipped] == [(2, "same")]


@pytest.mark.parametrize(("first", "second"), [
    (Draft("Ana Ruiz", phones=("+34600123456",)), Draft("Ben Okafor", phones=("+34600123456",))),
    (Draft("Ana Ruiz", phones=("+34600123456",)), Draft("Ana Gil", phones=("+34600123456",))),
    (Draft("Ana Ruiz", phones=("+34600123456",)), Draft("Anabel Gil", phones=("+34600123456",))),
    (Draft("Ana Ruiz", emails=("team@example.org",)), Draft("Ben Okafor", emails=("team@example.org",))),
    (Draft("Ana Ruiz", company="Roche"), Draft("Ana Ruiz", company="Nordlicht")),
    (Draft("Ana Ruiz", met_on=date(2024, 1, 7)), Draft("Ana Ruiz", met_on=date(2024, 1, 8))),
])  # fmt: skip
def test_people_who_share_no_more_than_a_telephone_or_a_name_stay_two(first: Draft, second: Draft) -> None:
    assert gathered(first, second).people == [first, second]


def test_of_two_rows_the_first_keeps_its_facts_and_the_second_adds() -> None:
    (ana,) = gathered(
        Draft("Ana Ruiz", company="Roche", links=(PROFILE,), tags=("pycon",)),
        Draft("Ana Ruiz", company="Nordlicht", city="Basel", links=(PROFILE,), tags=("pycon", "chess")),
    ).people
    assert (ana.company, ana.city, ana.tags) == ("Roche", "Basel", ("pycon", "chess"))


def test_a_key_learnt_from_the_second_row_finds_a_third() -> None:
    first = Draft("Ana Ruiz", links=(PROFILE,))
    second = Draft("Ana Ruiz", links=(PROFILE,), emails=("a@example.org",))
    assert len(gathered(first, second, Draft("Ana Ruiz", emails=("a@example.org",))).people) == 1


def test_no_more_are_told_than_are_taken() -> None:
    people = [Draft(f"Ana {letter}", city=letter) for letter in "abc"]
    assert len(gathered(*people, most=3).reading("table").people) == 3
    full = gathered(*people, most=2)
    assert full.is_full
    assert full.reading("table").problem == "too_many"


def test_what_a_skipped_row_says_is_told_on_a_short_line() -> None:
    gathering = gathered()
    gathering.skip(3, "a\n" * 200, "no_name")
    (skipped,) = gathering.reading("table").skipped
    assert (skipped.line, len(skipped.what), "\n" in skipped.what) == (3, 80, False)
