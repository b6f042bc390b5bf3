from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.days import read_day, read_hour, read_until, read_weekday

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", MONDAY),
        ("this morning", MONDAY),
        ("yesterday", date(2026, 11, 22)),
        ("Yesterday evening", date(2026, 11, 22)),
        ("last night", date(2026, 11, 22)),
        ("the day before yesterday", date(2026, 11, 21)),
        ("two days ago", date(2026, 11, 21)),
        ("3 days ago", date(2026, 11, 20)),
        ("a couple of weeks ago", date(2026, 11, 9)),
        ("last week", date(2026, 11, 16)),
        ("last month", date(2026, 10, 23)),
        ("on Friday", date(2026, 11, 20)),
        ("last friday", date(2026, 11, 20)),
        ("Monday", date(2026, 11, 16)),
        ("at the weekend", date(2026, 11, 21)),
        ("12 May", date(2026, 5, 12)),
        ("May 12th", date(2026, 5, 12)),
        ("the 3rd of May", date(2026, 5, 3)),
        ("12 December", date(2025, 12, 12)),
        ("29 February", date(2024, 2, 29)),
        ("3/5", date(2026, 5, 3)),
        ("5/13/2024", date(2024, 5, 13)),
        ("2026-11-01", date(2026, 11, 1)),
        ("the 12th", date(2026, 11, 12)),
        ("the 30th", date(2026, 10, 30)),
        ("12-May-2024", date(2024, 5, 12)),
        ("3 May at 5pm", date(2026, 5, 3)),
    ],
)
def test_a_day_that_has_been_is_read_as_people_say_it(text: str, day: date) -> None:
    assert read_day(text, today=MONDAY, prefer="past") == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("tomorrow", date(2026, 11, 24)),
        ("the day after tomorrow", date(2026, 11, 25)),
        ("in two weeks", date(2026, 12, 7)),
        ("next week", date(2026, 11, 30)),
        ("Friday", date(2026, 11, 27)),
        ("monday", date(2026, 11, 30)),
        ("7 January", date(2027, 1, 7)),
        ("29 February", date(2028, 2, 29)),
        ("in May", date(2027, 5, 1)),
    ],
)
def test_a_day_to_come_is_read_as_people_say_it(text: str, day: date) -> None:
    assert read_day(text, today=MONDAY, prefer="future") == day


@pytest.mark.parametrize(
    "text",
    [
        "tomorrow",
        "next week",
        "3 May 2031",
        "a while ago",
        "31 June",
        "10",
        "",
        "99999 days ago",
    ],
)
def test_what_names_no_day_that_has_been_is_no_day(text: str) -> None:
    assert read_day(text, today=MONDAY, prefer="past") is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("until 7 January", date(2027, 1, 7)),
        ("till Monday", date(2026, 11, 30)),
        ("until tomorrow", date(2026, 11, 24)),
        ("till the 7th", date(2026, 12, 7)),
        ("until January", date(2027, 1, 1)),
        ("until 2027", date(2027, 1, 1)),
        ("for two weeks", date(2026, 12, 7)),
        ("for the next 10 days", date(2026, 12, 3)),
        ("a month", date(2026, 12, 23)),
        ("back in two weeks", date(2026, 12, 7)),
        ("through Friday", date(2026, 11, 28)),
        ("this week", date(2026, 11, 30)),
        ("until the end of the month", date(2026, 12, 1)),
        ("until next week", date(2026, 11, 30)),
        ("next week", date(2026, 12, 7)),
        ("next month", date(2027, 1, 1)),
    ],
)
def test_a_break_ends_on_the_first_day_back(text: str, day: date) -> None:
    assert read_until(text, today=MONDAY) == day


@pytest.mark.parametrize("text", ["until 3 May 2020", "until further notice", "for a while", "", "until yesterday"])
def test_a_break_without_an_end_to_come_has_no_day(text: str) -> None:
    assert read_until(text, today=MONDAY) is None


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("9", time(9)),
        ("9:30", time(9, 30)),
        ("9.30", time(9, 30)),
        ("at 9", time(9)),
        ("8am", time(8)),
        ("8 pm", time(20)),
        ("8:30 p.m.", time(20, 30)),
        ("12am", time(0)),
        ("12 pm", time(12)),
        ("18h", time(18)),
        ("18h30", time(18, 30)),
        ("half past 8", time(8, 30)),
        ("9 o'clock", time(9)),
        ("8 in the evening", time(20)),
        ("Noon", time(12)),
        ("midnight", time(0)),
    ],
)
def test_an_hour_is_read_as_people_write_it(text: str, hour: time) -> None:
    assert read_hour(text) == hour


@pytest.mark.parametrize("text", ["25", "9:75", "13pm", "0am", "Monday", "", "nine-ish", "1234567"])
def test_what_is_no_time_of_day_is_not_an_hour(text: str) -> None:
    assert read_hour(text) is None


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("Monday", 0),
        ("mon", 0),
        ("on Tuesdays", 1),
        ("tues", 1),
        ("every Wednesday", 2),
        ("thurs", 3),
        ("Sundays!", 6),
    ],
)
def test_a_weekday_is_read_as_people_write_it(text: str, weekday: int) -> None:
    assert read_weekday(text) == weekday


@pytest.mark.parametrize("text", ["moon", "", "9", "someday", "monday or tuesday"])
def test_another_word_is_no_weekday(text: str) -> None:
    assert read_weekday(text) is None


VOCABULARY = (
    "the a on in last next this until for since through 1 2 12 29 31 0 99 2024 1999 9999 may february "
    "friday sat week weeks month year days ago tomorrow yesterday weekend couple of few 12/5 31.2. "
    "2026-02-30 th st "
)
WORDS = st.lists(st.sampled_from(VOCABULARY.strip(" ").split(" ")), max_size=6).map(" ".join)
DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))


@settings(deadline=None)
@given(WORDS | st.text(max_size=40), DAYS)
def test_a_past_day_is_never_after_today_and_a_future_one_never_before(text: str, today: date) -> None:
    past, future = (read_day(text, today=today, prefer=prefer) for prefer in ("past", "future"))
    until = read_until(text, today=today)
    assert past is None or past <= today
    assert future is None or future >= today
    assert until is None or until > today


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 1, 1)), st.integers(0, 6))
def test_a_weekday_is_the_nearest_such_day_that_is_not_today(today: date, weekday: int) -> None:
    name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][weekday]
    past = read_day(f"on {name}", today=today, prefer="past")
    future = read_day(name, today=today, prefer="future")
    assert past is not None
    assert future is not None
    assert past.weekday() == future.weekday() == weekday
    assert timedelta(days=1) <= today - past <= timedelta(days=7)
    assert timedelta(days=1) <= future - today <= timedelta(days=7)


@given(st.text(max_size=60))
def test_reading_an_hour_or_a_weekday_never_fails(text: str) -> None:
    hour, weekday = read_hour(text), read_weekday(text)
    assert hour is None or hour.second == 0
    assert weekday is None or weekday in range(7)
