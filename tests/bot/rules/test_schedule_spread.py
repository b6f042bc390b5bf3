"""People who chose the same hour, spread over its first minutes."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.schedule import (
    MOST_SPREAD,
    at_users_hour,
    awake_from,
    hour_of,
    local_day,
    next_slot,
    not_yet_nudged,
    pause_end,
)
from storage.models import User
from tests.bot.rules.test_schedule import DAY, HOUR, MINUTE, WEEK, ZONES, hours, make_user, weekdays

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
#: A user whose moment is three quarters into the spread.
LATE = 13
spreads = st.integers(0, 60).map(lambda minutes: timedelta(minutes=minutes))
ids = st.integers(1, 2**52)
zone_names = st.sampled_from(ZONES)
instants = st.datetimes(datetime(2024, 1, 1), datetime(2027, 12, 1), timezones=st.just(UTC))


def who(user_id: int, zone: str = "UTC", weekday: int = 0, at: time = time(9), people: int = 1, weeks: int = 1) -> User:
    user = make_user(zone, weekday, at, people, weeks)
    user.id = user_id
    return user


def wait(user: User, spread: timedelta) -> timedelta:
    day = MONDAY.date()
    return at_users_hour(user, day, spread) - at_users_hour(user, day)


@pytest.mark.parametrize("first", [1, 7_000_000_000])
def test_ids_in_a_row_are_spread_evenly_over_the_minutes(first: int) -> None:
    user = who(first)
    waits = []
    for user.id in range(first, first + 3000):
        waits.append(wait(user, 15 * MINUTE))
    assert all(timedelta() <= each < 15 * MINUTE and not each.microseconds for each in waits)
    minutes = Counter(each // MINUTE for each in waits)
    assert len(minutes) == 15
    assert all(120 < count < 280 for count in minutes.values())  # 200 each; six standard deviations are 82
    near = sum(abs(one - other) < MINUTE for one, other in pairwise(waits))
    assert 250 < near < 530  # of neighbours 13 in 100, were they drawn


@given(user_id=ids, spread=spreads, other=spreads)
def test_a_users_moment_is_their_own_for_good_and_grows_with_the_spread(
    user_id: int, spread: timedelta, other: timedelta
) -> None:
    user = who(user_id)
    assert wait(user, spread) == wait(who(user_id), spread)
    assert (wait(user, spread) <= wait(user, other)) or other < spread
    assert wait(user, timedelta()) == timedelta()


@settings(max_examples=200, deadline=None)
@given(
    user_id=ids, zone=zone_names, weekday=weekdays, at=hours, people=st.integers(1, 7), weeks=st.integers(1, 4),
    start=instants, changes=st.lists(spreads, min_size=6, max_size=6), late=st.integers(0, 3600),
)  # fmt: skip
def test_whatever_the_setting_becomes_no_slot_comes_twice_and_none_is_left_out(
    user_id: int, zone: str, weekday: int, at: time, people: int, weeks: int, start: datetime,
    changes: list[timedelta], late: int,
) -> None:  # fmt: skip
    user = who(user_id, zone, weekday, at, people, weeks)
    bare, slot = [next_slot(user, start)], next_slot(user, start, changes[0])
    for spread in changes:
        assert timedelta() <= slot - bare[-1] < HOUR
        bare.append(next_slot(user, bare[-1]))
        slot = next_slot(user, slot + timedelta(seconds=late), spread)
    assert slot - bare[-1] == wait(user, changes[-1])


@settings(max_examples=150, deadline=None)
@given(user_id=ids, zone=zone_names, at=hours, spread=spreads, after=instants)
def test_the_moment_is_on_the_slots_own_day_and_counted_from_the_hour_that_was_chosen(
    user_id: int, zone: str, at: time, spread: timedelta, after: datetime
) -> None:
    user = who(user_id, zone, at=at)
    bare, slot = next_slot(user, after), next_slot(user, after, spread)
    assert slot == bare + wait(user, spread)
    assert hour_of(user, slot) == bare
    wall = bare.astimezone(ZoneInfo(zone))
    if wall.time() == at and wall.utcoffset() == slot.astimezone(ZoneInfo(zone)).utcoffset():
        assert local_day(slot, zone) == local_day(bare, zone)


def test_a_minute_before_midnight_there_is_a_minute_to_spread_over() -> None:
    waits = {wait(who(user_id, at=time(23, 59)), HOUR) for user_id in range(500)}
    assert max(waits) < MINUTE
    assert len(waits) > 50


def test_through_the_changes_of_the_clocks_the_moment_keeps_its_distance_from_the_hour() -> None:
    user = who(LATE, "Europe/Berlin", weekday=6, at=time(2, 30))
    waited = wait(user, HOUR)
    spring = next_slot(user, datetime(2026, 3, 28, tzinfo=UTC), HOUR)
    assert spring == datetime(2026, 3, 29, 1, tzinfo=UTC) + waited
    autumn = next_slot(user, datetime(2026, 10, 24, tzinfo=UTC), HOUR)
    assert autumn == datetime(2026, 10, 25, 0, 30, tzinfo=UTC) + waited
    assert next_slot(user, autumn, HOUR) == datetime(2026, 11, 1, 1, 30, tzinfo=UTC) + waited


def test_a_pause_ends_at_the_users_moment() -> None:
    user = who(LATE)
    bare = pause_end(user, date(2026, 12, 1))
    assert bare is not None
    assert pause_end(user, date(2026, 12, 1), HOUR) == bare + wait(user, HOUR)


def test_in_the_night_about_the_users_hour_is_about_their_moment_of_it() -> None:
    user = who(LATE, at=time(22))
    moment = at_users_hour(user, MONDAY.date(), HOUR)
    assert moment - at_users_hour(user, MONDAY.date()) > HOUR / 2
    assert awake_from(user, moment + HOUR / 2, HOUR) is None
    assert awake_from(user, moment + HOUR / 2) == at_users_hour(user, MONDAY.date()) + DAY
    assert awake_from(user, moment + 2 * HOUR, HOUR) == moment + DAY


# What the user is told, and changes of settings while a nudge waits for its moment


def test_a_nudge_that_was_put_off_is_told_as_it_is() -> None:
    user = who(LATE)
    assert hour_of(user, MONDAY + 20 * MINUTE) == MONDAY
    assert hour_of(user, MONDAY + MOST_SPREAD) == MONDAY + MOST_SPREAD
    assert hour_of(user, MONDAY - MINUTE) == MONDAY - MINUTE


@pytest.mark.parametrize("spread", [timedelta(), 10 * MINUTE, HOUR])
def test_a_change_while_the_nudge_waits_for_its_moment_leaves_no_nudge_out(spread: timedelta) -> None:
    user = who(LATE)
    user.next_nudge_at = next_slot(user, MONDAY - DAY, HOUR)
    now = MONDAY + MINUTE
    assert now < user.next_nudge_at
    after = not_yet_nudged(user, now)
    assert next_slot(user, after, spread) == MONDAY + wait(user, spread)
    friday = who(LATE, weekday=4)
    assert next_slot(friday, after, spread) == MONDAY + 4 * DAY + wait(friday, spread)


def test_before_the_hour_and_after_the_nudge_a_change_counts_from_now() -> None:
    user = who(LATE)
    now = MONDAY - MINUTE
    user.next_nudge_at = next_slot(user, now, HOUR)
    assert not_yet_nudged(user, now) == now
    after = user.next_nudge_at + MINUTE
    user.next_nudge_at = next_slot(user, user.next_nudge_at, HOUR)
    assert not_yet_nudged(user, after) == after
    assert user.next_nudge_at == MONDAY + WEEK + wait(user, HOUR)
    user.next_nudge_at = None
    assert not_yet_nudged(user, now) == now
