"""How and when they met."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.meetings import read_met, read_touched, take_day

#: A Monday.
TODAY = date(2026, 11, 23)
YESTERDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "met", "met_on"),
    [
        ("met at PyCon 2023", "at PyCon 2023", None), ("met PyCon", "at PyCon", None), ("met in 2019", "in 2019", None),
        ("met 2019", "in 2019", None), ("we met through Ben", "through Ben", None), ("met online", "online", None),
        ("how we met: at a wedding", "at a wedding", None), ("I met her in Berlin", "in Berlin", None),
        ("met at the conference yesterday", "at the conference", YESTERDAY), ("met yesterday", None, YESTERDAY),
        ("met at PyCon on 5 May 2024", "at PyCon", date(2024, 5, 5)),
        ("met on Friday at a bar", "at a bar", date(2026, 11, 20)),
        ("met two weeks ago in Oslo", "in Oslo", date(2026, 11, 9)),
        ("met at PyCon in May 2023", "at PyCon in May 2023", None),
    ],
)  # fmt: skip
def test_a_meeting_is_a_phrase_and_perhaps_a_day(text: str, met: str | None, met_on: date | None) -> None:
    fact = read_met(text, today=TODAY)
    assert fact is not None
    assert (fact.met, fact.met_on, fact.touched_on) == (met, met_on, met_on)
    assert fact.channel == ("meeting" if met_on else None)


@pytest.mark.parametrize("text", ["", "met", "metal worker", "at PyCon", "they met", "met " + "x" * 400])
def test_other_words_are_no_meeting(text: str) -> None:
    assert read_met(text, today=TODAY) is None


@pytest.mark.parametrize(
    ("text", "left", "day"),
    [
        ("at PyCon today", "at PyCon", TODAY), ("last night", "", YESTERDAY),
        ("the day before yesterday", "", date(2026, 11, 21)),
        ("last week in Oslo", "in Oslo", date(2026, 11, 16)), ("on Monday", "", date(2026, 11, 16)),
        ("3 days ago", "", date(2026, 11, 20)), ("on 24 November", "", date(2025, 11, 24)),
        ("29 Feb", "", date(2024, 2, 29)),
        ("31 Feb", "31 Feb", None), ("24 November 2026", "24 November 2026", None), ("in May", "in May", None),
    ],
)  # fmt: skip
def test_a_day_is_past_and_taken_out_of_the_text(text: str, left: str, day: date | None) -> None:
    assert take_day(text, today=TODAY) == (left, day)


@pytest.mark.parametrize(
    ("text", "day", "channel"),
    [("last spoke 3 May", date(2026, 5, 3), None), ("called her yesterday", YESTERDAY, "call"),
     ("had coffee on Friday", date(2026, 11, 20), "meeting"),
     ("emailed last week", date(2026, 11, 16), "email")],
)  # fmt: skip
def test_being_in_touch_on_a_day_is_a_touch(text: str, day: date, channel: str | None) -> None:
    fact = read_touched(text, today=TODAY)
    assert fact is not None
    assert (fact.touched_on, fact.channel) == (day, channel)


def test_being_in_touch_some_time_is_none() -> None:
    assert read_touched("last spoke in May", today=TODAY) is None


@given(st.text(max_size=100), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_any_text_is_taken_and_no_day_is_to_come(text: str, today: date) -> None:
    left, day = take_day(f"met {text} 29 Feb", today=today)
    assert day is None or day <= today
    assert left or day


@given(st.integers(1, 365))
def test_so_many_days_ago_is_that_many(days: int) -> None:
    assert take_day(f"{days} days ago", today=TODAY) == ("", TODAY - timedelta(days))
