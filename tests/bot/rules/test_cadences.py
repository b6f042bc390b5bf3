"""Cadences in words, as days."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.cadences import is_misspelt, read_cadence


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("daily", 1), ("weekly", 7), ("Weekly!", 7), ("every week", 7), ("every Monday", 7), ("biweekly", 14),
        ("fortnightly", 14), ("every 2 weeks", 14), ("every two weeks", 14), ("every other week", 14),
        ("once a fortnight", 14), ("every couple of weeks", 14), ("twice a month", 15), ("twice monthly", 15),
        ("monthly", 30),
        ("MONTHLY", 30), ("once a month", 30), ("every month", 30), ("each month", 30), ("per month", 30),
        ("monthly please", 30), ("keep in touch monthly", 30), ("cadence: monthly", 30), ("1x per month", 30),
        ("every 45 days", 45), ("every other month", 60), ("every 2 months", 60), ("quarterly", 91),
        ("each quarter", 91),
        ("every 3 months", 91), ("3 times a year", 121), ("3x a year", 121), ("twice a year", 182), ("2x/year", 182),
        ("every half year", 182), ("every six months", 182), ("yearly", 365), ("annually", 365), ("once a year", 365),
    ],
)  # fmt: skip
def test_a_cadence_is_read_as_days(text: str, days: int) -> None:
    assert read_cadence(text) == days


@pytest.mark.parametrize(
    "text",
    [
        "",
        "never",
        "every 0 days",
        "0 times a year",
        "every 9999 years",
        "monthly report",
        "the monthly",
        "every",
        "May",
        "every " * 50,
    ],
)
def test_what_is_no_cadence_is_none(text: str) -> None:
    assert read_cadence(text) is None


@given(st.integers(1, 3650))
def test_every_so_many_days_is_that_many(days: int) -> None:
    assert read_cadence(f"every {days} days") == days


@given(st.text(max_size=300))
def test_any_text_is_taken_and_a_cadence_is_within_bounds(text: str) -> None:
    days = read_cadence(text)
    assert days is None or 1 <= days <= 3650


def test_a_smiley_behind_a_cadence_says_nothing_and_a_question_mark_asks() -> None:
    assert read_cadence("weekly 🎉") == 7
    assert read_cadence("weekly?") is None


def test_a_cadence_with_a_slip_is_known_for_one() -> None:
    assert all(is_misspelt(word) for word in ("mothly", "monhtly", "wekly", "quaterly"))
    assert not any(is_misspelt(word) for word in ("monthly", "kimberly", "molly", "dailey", "early"))
