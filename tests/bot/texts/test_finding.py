from dataclasses import replace
from datetime import date

import pytest

from bot.rules.search_spans import EVER
from bot.rules.searches import Search
from bot.texts import Texts
from storage import Card
from tests.bot.texts.saying import ESCAPED, LONG, TODAY, TYPED, assert_fit_to_send, person

TEXTS = Texts("en")
ALL = Search("x")


def card(typed: str, status: str = "active") -> Card:
    return Card(person(typed, company=typed, role=typed, city=typed, status=status))


@pytest.mark.parametrize("typed", [TYPED, LONG])
def test_what_was_found_is_fit_to_send_whatever_was_typed(typed: str) -> None:
    search = replace(ALL, text=typed, tags=(typed[:64],), untouched_since=EVER, without=("company", "tags"))
    assert_fit_to_send(TEXTS.found([card(typed, "archived")] * 24, search, total=50_000, cut=True, today=TODAY))
    assert_fit_to_send(TEXTS.found_nobody(search, near=True))


@pytest.mark.parametrize(("search", "said"), [
    (replace(ALL, tags=("a", TYPED)), f"with #a #{ESCAPED}"),
    (replace(ALL, statuses=("inbox",)), "in your inbox"), (replace(ALL, statuses=("archived",)), "in the archive"),
    (replace(ALL, untouched_since=EVER), "you haven't been in touch with yet"),
    (replace(ALL, untouched_since=date(2025, 1, 1)), "you haven't been in touch with since 2025"),
    (replace(ALL, met_from=date(2019, 1, 1), met_before=date(2020, 1, 1)), "you met in 2019"),
    (replace(ALL, met_from=date(2019, 1, 1), met_before=date(2021, 1, 1)), "you met from 2019 to 2020"),
    (replace(ALL, met_from=date(2019, 1, 1)), "you met since 2019"),
    (replace(ALL, met_before=date(2019, 1, 1)), "you met before 2019"),
    (replace(ALL, without=("company", "tags", "cadence_days")), "without a company, tags and a rhythm"),
])  # fmt: skip
def test_whom_a_search_looks_for_is_said_back(search: Search, said: str) -> None:
    assert TEXTS.looked_for(search, TODAY) == said


def test_each_who_was_found_has_a_line_that_says_where_they_are() -> None:
    said = TEXTS.found(
        [card("Ana"), card("Ben", "inbox"), card("Grace", "archived")], ALL, total=3, cut=False, today=TODAY
    )
    assert [line.split(" · ")[-1] for line in said.splitlines()] == ["3 people ", "Ana", "inbox", "archived"]


def test_what_can_not_be_paged_to_is_counted() -> None:
    said = TEXTS.found([card("Ana")], ALL, total=1_201, cut=True, today=TODAY)
    assert said.endswith("… and 1,200 more. Ask for less, and I'll show them all.")


def test_one_is_a_person_and_more_are_people() -> None:
    assert [TEXTS.how_many(count) for count in (0, 1, 50_000)] == ["0 people", "1 person", "50,000 people"]
