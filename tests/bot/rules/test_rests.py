from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.rests import REASONS, Because, Rest, rest_after

TODAY = date(2026, 11, 23)


def rest(because: Because, rhythm: int | None, days_ago: int | None = None) -> Rest:
    last = None if days_ago is None else TODAY - timedelta(days=days_ago)
    return rest_after(because, rhythm=rhythm, last_touch_on=last, today=TODAY)


@pytest.mark.parametrize(("rhythm", "longer"), [
    (7, 14), (14, 30), (30, 61), (61, 91), (91, 182), (182, 365), (1, 7), (45, 61), (200, 365),
])  # fmt: skip
def test_too_soon_is_the_next_longer_step(rhythm: int, longer: int) -> None:
    assert rest("soon", rhythm).cadence_days == longer


def test_a_longer_rhythm_counts_from_the_last_touch() -> None:
    assert rest("soon", 30, days_ago=10) == Rest(TODAY + timedelta(days=51), 61)


def test_whoever_is_overdue_by_the_longer_rhythm_too_has_half_of_it_from_today() -> None:
    assert rest("soon", 30, days_ago=400) == Rest(TODAY + timedelta(days=30), 61)


@pytest.mark.parametrize("rhythm", [None, 365, 700])
def test_too_soon_without_a_longer_step_rests_for_three_months(rhythm: int | None) -> None:
    assert rest("soon", rhythm) == Rest(date(2027, 2, 23))


def test_not_close_any_more_is_once_a_year() -> None:
    assert rest("distant", 30, days_ago=30) == Rest(TODAY + timedelta(days=335), 365)
    assert rest("distant", None).cadence_days == 365
    assert rest("distant", 700).cadence_days == 700


def test_the_wrong_moment_is_a_month_and_somebody_elses_care_a_year_and_the_rhythm_stays() -> None:
    assert rest("moment", 30) == Rest(date(2026, 12, 23))
    assert rest("other", 30) == Rest(date(2027, 11, 23))


@given(st.sampled_from(REASONS), st.none() | st.integers(1, 3653), st.none() | st.integers(0, 20_000))
def test_every_reason_lasts_and_no_rhythm_gets_shorter(
    because: Because, rhythm: int | None, days_ago: int | None
) -> None:
    after = rest(because, rhythm, days_ago)
    assert after.not_before >= TODAY + timedelta(days=14)
    assert after.cadence_days is None or after.cadence_days >= (rhythm or 0)
