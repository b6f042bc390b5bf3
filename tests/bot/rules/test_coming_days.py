from datetime import date

import pytest

from bot.rules.coming_days import read_coming_day

TODAY = date(2026, 7, 15)


@pytest.mark.parametrize(("said", "day"), [
    ("summer", date(2027, 6, 1)),  # this one has begun
    ("autumn", date(2026, 9, 1)),
    ("the fall", date(2026, 9, 1)),
    ("winter", date(2026, 12, 1)),
    ("early spring", date(2027, 3, 1)),
    ("late winter", date(2027, 2, 1)),
    ("in July", date(2027, 7, 1)),
    ("the end of July", date(2026, 7, 25)),
    ("March 2028", date(2028, 3, 1)),
    ("after the summer", date(2026, 9, 1)),
    ("after the holidays", date(2027, 1, 7)),
    ("after Easter", date(2027, 3, 30)),
    ("after 20 July", date(2026, 7, 21)),
    ("after the weekend", date(2026, 7, 20)),
    ("two weeks from now", date(2026, 7, 29)),
])  # fmt: skip
def test_the_first_day_of_it_to_come(said: str, day: date) -> None:
    assert read_coming_day(said, today=TODAY) == day


@pytest.mark.parametrize(
    "said", ["", "soon", "yesterday", "today", "31 February", "in 200 years", "2150", "x" * 200, "after"]
)
def test_no_day_is_guessed(said: str) -> None:
    assert read_coming_day(said, today=TODAY) is None


def test_a_year_that_ends_something_ends_with_december() -> None:
    assert read_coming_day("next year", today=TODAY, limit=True) == date(2027, 1, 1)
    assert read_coming_day("next year", today=TODAY) == date(2027, 7, 15)


@pytest.mark.parametrize(
    ("year", "tuesday"), [(2027, date(2027, 3, 30)), (2028, date(2028, 4, 18)), (2035, date(2035, 3, 27))]
)
def test_easter_is_where_the_calendar_has_it(year: int, tuesday: date) -> None:
    assert read_coming_day("after easter", today=date(year, 1, 2)) == tuesday
