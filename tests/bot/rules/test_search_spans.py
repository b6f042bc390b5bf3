from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.search_spans import EVER, read_silence, read_span

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "first", "before"),
    [
        ("in 2019", date(2019, 1, 1), date(2020, 1, 1)),
        ("2019", date(2019, 1, 1), date(2020, 1, 1)),
        ("this year", date(2026, 1, 1), date(2027, 1, 1)),
        ("last month", date(2026, 10, 1), date(2026, 11, 1)),
        ("this quarter", date(2026, 10, 1), date(2027, 1, 1)),
        ("last quarter", date(2026, 7, 1), date(2026, 10, 1)),
        ("last week", date(2026, 11, 16), date(2026, 11, 23)),
        ("in May", date(2026, 5, 1), date(2026, 6, 1)),
        ("in December", date(2025, 12, 1), date(2026, 1, 1)),
        ("in May 2018", date(2018, 5, 1), date(2018, 6, 1)),
        ("between 2015 and 2018", date(2015, 1, 1), date(2019, 1, 1)),
        ("before 2015", None, date(2015, 1, 1)),
        ("from before 2015", None, date(2015, 1, 1)),
        ("until March 2020", None, date(2020, 3, 1)),
        ("after 2015", date(2016, 1, 1), None),
        ("since 2015", date(2015, 1, 1), None),
        ("since 3 May", date(2026, 5, 3), None),
        ("in the last two years", date(2024, 11, 23), None),
        ("more than 5 years ago", None, date(2021, 11, 23)),
    ],
)
def test_a_stretch_runs_from_its_first_day_to_the_day_after(text: str, first: date | None, before: date | None) -> None:
    assert read_span(text, today=MONDAY) == (first, before)


@pytest.mark.parametrize(
    "text", ["", "Berlin", "in Berlin", "2019 people", "before lunch", "since Ana", "in 12 000 years"]
)
def test_what_is_no_stretch_is_none(text: str) -> None:
    assert read_span(text, today=MONDAY) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("", date(2025, 11, 23)),
        ("this year", date(2026, 1, 1)),
        ("this month", date(2026, 11, 1)),
        ("in six months", date(2026, 5, 23)),
        ("for over two years", date(2024, 11, 23)),
        ("in the last 3 weeks", date(2026, 11, 2)),
        ("since March", date(2026, 3, 1)),
        ("since last year", date(2025, 1, 1)),
        ("since 2020", date(2020, 1, 1)),
        ("for ages", date(2025, 11, 23)),
        ("in a while", date(2026, 5, 23)),
        ("lately", date(2026, 8, 23)),
        ("ever", EVER),
        ("yet", EVER),
    ],
)
def test_silence_reaches_back_to_a_day(text: str, day: date) -> None:
    assert read_silence(text, today=MONDAY) == day


@pytest.mark.parametrize("text", ["in Berlin", "about money", "since forever and a day", "tomorrow"])
def test_what_tells_no_silence_is_none(text: str) -> None:
    assert read_silence(text, today=MONDAY) is None


@settings(max_examples=150, deadline=None)
@given(st.from_regex(r"(in|since|before|last|for) [a-z0-9 ]{0,20}", fullmatch=True), st.dates())
def test_reading_never_raises(text: str, today: date) -> None:
    read_span(text, today=today)
    read_silence(text, today=today)
