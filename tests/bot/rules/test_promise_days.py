from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.promise_days import day_of_tap, read_due, remind_at, split_due
from storage.models import User

TODAY = date(2026, 11, 23)  # a Monday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("by Friday", "2026-11-27"), ("fri", "2026-11-27"), ("before Friday", "2026-11-26"), ("tomorrow", "2026-11-24"),
        ("next week", "2026-11-30"), ("by the end of the month", "2026-11-30"), ("end of next month", "2026-12-31"),
        ("eow", "2026-11-27"), ("on 3 December", "2026-12-03"), ("by 3/12", "2026-12-03"), ("in two weeks", "2026-12-07"),
        ("within a week", "2026-11-30"), ("before Christmas", "2026-12-24"), ("by Christmas", "2026-12-25"),
        ("mid December", "2026-12-15"), ("in December", "2026-12-01"), ("this week", "2026-11-27"), ("today", "2026-11-23"),
        ("by the end of the year", "2026-12-31"), ("the 5th", "2026-12-05"), ("beginning of next week", "2026-11-30"),
        ("by Friday at the latest", "2026-11-27"), ("2026-12-01", "2026-12-01"), ("by new year", "2027-01-01"),
    ],
)  # fmt: skip
def test_a_day_as_people_say_it(text: str, day: str) -> None:
    assert read_due(text, today=TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "text", ["", "soon", "yesterday", "31 June", "by summer", "whenever", "by", "the report", "x" * 500]
)
def test_what_names_no_day_to_come_is_none(text: str) -> None:
    assert read_due(text, today=TODAY) is None


def test_the_day_is_taken_off_either_end() -> None:
    friday = date(2026, 11, 27)
    assert split_due("send the report by Friday", today=TODAY) == ("send the report", friday)
    assert split_due("on Friday send the report", today=TODAY) == ("send the report", friday)
    assert split_due("call her on Friday at 3pm", today=TODAY) == ("call her at 3pm", friday)
    assert split_due("send the report", today=TODAY) == ("send the report", None)
    assert split_due("tomorrow", today=TODAY) == ("tomorrow", None)


@given(st.text(max_size=200), st.dates(min_value=date(1990, 1, 1), max_value=date(2190, 1, 1)))
def test_no_text_makes_it_fail_and_no_day_lies_in_the_past(text: str, today: date) -> None:
    day = read_due(text, today=today)
    assert day is None or day >= today
    split_due(text, today=today)


def at(zone: str, now: datetime, due: date | None) -> datetime | None:
    return remind_at(User(id=1, timezone=zone, nudge_time=time(9), created_at=now), due, now)


def test_a_reminder_comes_at_the_users_hour_of_the_day() -> None:
    now = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
    assert at("America/New_York", now, date(2026, 11, 27)) == datetime(2026, 11, 27, 14, tzinfo=UTC)
    assert at("UTC", now, None) is None


def test_with_the_hour_gone_by_it_comes_soon_and_never_at_night() -> None:
    today = date(2026, 11, 23)
    assert at("UTC", datetime(2026, 11, 23, 9, 30, tzinfo=UTC), today) == datetime(2026, 11, 23, 11, 30, tzinfo=UTC)
    assert at("UTC", datetime(2026, 11, 23, 21, 30, tzinfo=UTC), today) == datetime(2026, 11, 24, 9, tzinfo=UTC)


def test_the_days_that_a_tap_names() -> None:
    named = {what: day_of_tap(what, date(2026, 11, 27)) for what in ("tomorrow", "friday", "week", "none", "")}
    days = {what: day and day.isoformat() for what, day in named.items()}
    assert days == {"tomorrow": "2026-11-28", "friday": "2026-12-04", "week": "2026-12-04", "none": None, "": None}
