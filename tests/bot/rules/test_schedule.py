"""When a user is due, in every zone and across every change of its clocks."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib import resources
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.schedule import at_users_hour, at_wall_clock, is_paused, local_day, next_slot, pause_end
from storage.models import User

ZONES = sorted(available_timezones() | set((resources.files("tzdata") / "zones").read_text().split()))
YEARS = range(2024, 2028)
MINUTE, HOUR, DAY, WEEK = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1), timedelta(days=7)

zone_names = st.sampled_from(ZONES)
hours = st.times().map(lambda at: at.replace(second=0, microsecond=0))
weekdays = st.integers(0, 6)


def make_user(zone: str = "UTC", weekday: int = 0, at: time = time(9), people: int = 1, weeks: int = 1) -> User:
    return User(
        id=1, timezone=zone, nudge_weekday=weekday, nudge_time=at, people_per_week=people, every_weeks=weeks,
        created_at=datetime(2026, 1, 1, tzinfo=UTC),
    )  # fmt: skip


def wall(instant: datetime, zone: str) -> datetime:
    """What a clock on the wall in the zone shows."""
    return instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)


def offset_at(instant: datetime, zone: str) -> timedelta | None:
    return instant.astimezone(ZoneInfo(zone)).utcoffset()


@cache
def clock_changes() -> list[tuple[str, datetime]]:
    """Every (zone, first instant of a new offset) in YEARS, found by halving the days on which the offset differs."""
    days = [datetime(YEARS.start, 1, 1, tzinfo=UTC) + DAY * n for n in range(366 * len(YEARS))]
    changes = []
    for zone in ZONES:
        offsets = [offset_at(day, zone) for day in days]
        for (low, before), (high, after) in pairwise(zip(days, offsets, strict=True)):
            if before == after:
                continue
            while high - low > timedelta(seconds=1):
                middle = low + (high - low) // 2
                low, high = (middle, high) if offset_at(middle, zone) == before else (low, middle)
            changes.append((zone, high.replace(microsecond=0)))
    return changes


def test_the_zones_looked_at_change_their_clocks_in_all_the_ways_there_are() -> None:
    shifts = {(offset_at(at, zone) or DAY) - (offset_at(at - MINUTE, zone) or DAY) for zone, at in clock_changes()}
    assert {HOUR, -HOUR, HOUR / 2, -HOUR / 2} <= shifts
    assert len({zone for zone, _ in clock_changes()}) > 150


@pytest.mark.parametrize("at", [time(0), time(9), time(23, 59)])
def test_a_nudge_comes_at_the_wall_clock_time_in_every_zone_on_the_days_around_both_changes(at: time) -> None:
    for zone, change in clock_changes():
        for day in (wall(change, zone).date() + DAY * n for n in range(-2, 3)):
            shown = wall(at_wall_clock(day, at, ZoneInfo(zone)), zone)
            skipped = wall(change - timedelta(seconds=1), zone) < datetime.combine(day, at) < wall(change, zone)
            assert shown == (wall(change, zone) if skipped else datetime.combine(day, at)), (zone, day)


def test_a_skipped_time_gives_the_first_moment_after_the_gap_in_every_zone() -> None:
    gaps = 0
    for zone, change in clock_changes():
        start, end = wall(change - timedelta(seconds=1), zone) + timedelta(seconds=1), wall(change, zone)
        minute = start
        while minute < end:
            gaps += 1
            assert at_wall_clock(minute.date(), minute.time(), ZoneInfo(zone)) == change, (zone, minute)
            minute += MINUTE * 13
    assert gaps > 1000


def test_a_doubled_time_comes_once_and_the_slot_after_it_is_the_next_weeks() -> None:
    doubled = 0
    for zone, change in clock_changes():
        first, again = wall(change, zone), wall(change - timedelta(seconds=1), zone)
        if first > again:
            continue
        doubled += 1
        moment = first + (again - first) // 2
        user = make_user(zone, moment.weekday(), moment.time().replace(second=0, microsecond=0))
        slot = next_slot(user, change - DAY)
        assert slot < change
        assert wall(slot, zone).time() == user.nudge_time
        assert wall(next_slot(user, slot), zone) == wall(slot, zone) + WEEK
        assert next_slot(user, change + HOUR / 2) == next_slot(user, slot)
    assert doubled > 150


@settings(max_examples=150, deadline=None)
@given(zone=zone_names, day=st.dates(date(1850, 1, 1), date(2200, 1, 1)), at=hours)
def test_a_slot_is_the_first_instant_the_clocks_reach_it_in_any_year(zone: str, day: date, at: time) -> None:
    slot, wanted = at_wall_clock(day, at, ZoneInfo(zone)), datetime.combine(day, at)
    assert slot.tzinfo is UTC
    assert wall(slot, zone) >= wanted
    assert wall(slot - timedelta(seconds=1), zone) < wanted
    assert all(wall(slot - MINUTE * n, zone) < wanted for n in range(1, 26 * 60, 29))


@pytest.mark.parametrize(
    ("zone", "day", "at", "utc"),
    [
        pytest.param("Australia/Lord_Howe", date(2026, 10, 4), time(2, 15), "2026-10-03T15:30", id="half an hour"),
        pytest.param("Australia/Lord_Howe", date(2026, 4, 5), time(1, 45), "2026-04-04T14:45", id="half, doubled"),
        pytest.param("Africa/Cairo", date(2026, 4, 24), time(0), "2026-04-23T22:00", id="a gap at midnight"),
        pytest.param("America/Sao_Paulo", date(2018, 11, 4), time(0, 30), "2018-11-04T03:00", id="no midnight"),
        pytest.param("America/Havana", date(2026, 11, 1), time(0, 30), "2026-11-01T04:30", id="two midnights"),
        pytest.param("Pacific/Apia", date(2011, 12, 30), time(9), "2011-12-30T10:00", id="a skipped day"),
        pytest.param("Pacific/Kwajalein", date(1993, 8, 21), time(9), "1993-08-21T12:00", id="another skipped day"),
        pytest.param("Africa/Monrovia", date(1971, 6, 1), time(9), "1971-06-01T09:44:30", id="seconds"),
        pytest.param("Antarctica/Troll", date(2026, 3, 29), time(2, 30), "2026-03-29T01:00", id="a gap of two hours"),
    ],
)
def test_clocks_that_do_odd_things_are_followed_exactly(zone: str, day: date, at: time, utc: str) -> None:
    assert at_wall_clock(day, at, ZoneInfo(zone)) == datetime.fromisoformat(utc).replace(tzinfo=UTC)


def test_seconds_and_a_fold_in_the_time_asked_for_do_not_change_which_moment_it_is() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    assert at_wall_clock(date(2026, 3, 29), time(2, 30, 7, 123, fold=1), berlin) == datetime(2026, 3, 29, 1, tzinfo=UTC)
    assert at_wall_clock(date(2026, 10, 25), time(2, 30, fold=1), berlin) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_day_that_came_twice_has_its_slot_once() -> None:
    sold_to_america = datetime(1867, 10, 19, 0, 31, 13, tzinfo=UTC)
    assert wall(sold_to_america - MINUTE, "America/Juneau").day == 19
    assert wall(sold_to_america + MINUTE, "America/Juneau").day == 18
    user = make_user("America/Juneau", date(1867, 10, 19).weekday())
    slot = next_slot(user, sold_to_america - DAY)
    assert slot < sold_to_america
    assert wall(next_slot(user, sold_to_america + HOUR), "America/Juneau") == datetime(1867, 10, 26, 9)


def test_the_same_nudge_is_at_nine_before_and_after_the_clocks_change() -> None:
    user = make_user("Europe/Madrid")
    slots = [next_slot(user, datetime(2026, month, 27, tzinfo=UTC)) for month in (3, 10)]
    assert [slot.hour for slot in slots] == [7, 8]
    assert next_slot(user, datetime(2026, 3, 20, tzinfo=UTC)) == datetime(2026, 3, 23, 8, tzinfo=UTC)


@settings(max_examples=250, deadline=None)
@given(
    zone=zone_names, weekday=weekdays, at=hours, people=st.integers(1, 7), weeks=st.integers(1, 4),
    after=st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),
)  # fmt: skip
def test_the_next_slot_is_strictly_later_and_soon_enough(
    zone: str, weekday: int, at: time, people: int, weeks: int, after: datetime
) -> None:
    slot = next_slot(make_user(zone, weekday, at, people, weeks), after)
    assert slot.tzinfo is UTC
    assert after < slot <= after + weeks * WEEK + DAY + HOUR


@settings(max_examples=100, deadline=None)
@given(
    zone=zone_names, weekday=weekdays, at=hours, people=st.integers(1, 7),
    start=st.datetimes(datetime(2024, 1, 1), datetime(2027, 12, 1), timezones=st.just(UTC)), data=st.data(),
)  # fmt: skip
def test_each_week_has_as_many_slots_as_the_user_wants_people_and_each_comes_exactly_once(
    zone: str, weekday: int, at: time, people: int, start: datetime, data: st.DataObject
) -> None:
    user = make_user(zone, weekday, at, people)
    slots = [next_slot(user, start)]
    while len(slots) < 4 * people + 1:
        slots.append(next_slot(user, slots[-1]))
    assert slots == sorted(set(slots))
    days = [day for n in range(40) if (day := local_day(start, zone) + DAY * n).weekday() in wanted_weekdays(user)]
    assert [slot for day in days if (slot := at_users_hour(user, day)) > start][: len(slots)] == slots
    before, slot = data.draw(st.sampled_from(list(pairwise(slots))))
    between = data.draw(st.datetimes(naive(before), naive(slot) - timedelta.resolution, timezones=st.just(UTC)))
    assert next_slot(user, between) == slot


def wanted_weekdays(user: User) -> set[int]:
    spread = {1: "0", 2: "03", 3: "024", 4: "0135", 5: "01245", 6: "012345", 7: "0123456"}[user.people_per_week]
    return {(user.nudge_weekday + int(days)) % 7 for days in spread}


def naive(instant: datetime) -> datetime:
    return instant.replace(tzinfo=None)


def test_two_people_a_week_from_monday_come_on_monday_and_thursday() -> None:
    user = make_user(people=2)
    slot, days = datetime(2026, 11, 22, tzinfo=UTC), []
    for _ in range(4):
        slot = next_slot(user, slot)
        days.append(slot.strftime("%a %d"))
    assert days == ["Mon 23", "Thu 26", "Mon 30", "Thu 03"]


@settings(max_examples=60, deadline=None)
@given(zone=zone_names, weekday=weekdays, at=hours, people=st.integers(1, 7), weeks=st.integers(1, 4))
def test_after_a_month_away_there_is_one_slot_in_the_future_and_none_to_make_up_for(
    zone: str, weekday: int, at: time, people: int, weeks: int
) -> None:
    user = make_user(zone, weekday, at, people, weeks)
    missed = next_slot(user, datetime(2026, 2, 20, tzinfo=UTC))
    now = missed + timedelta(days=31)
    assert now < next_slot(user, now) <= now + weeks * WEEK + DAY


@settings(max_examples=60, deadline=None)
@given(zone=zone_names, weekday=weekdays, at=hours, weeks=st.integers(2, 4), late=st.integers(0, 6 * 24))
def test_a_slower_rhythm_is_that_many_weeks_from_slot_to_slot_however_late_it_is_asked_for(
    zone: str, weekday: int, at: time, weeks: int, late: int
) -> None:
    user = make_user(zone, weekday, at, weeks=weeks)
    slot = next_slot(user, datetime(2026, 2, 20, tzinfo=UTC))
    following = next_slot(user, slot + HOUR * late)
    day = next(day for n in (0, -1) if at_users_hour(user, day := local_day(slot, zone) + DAY * n) == slot)
    assert following == at_users_hour(user, day + weeks * WEEK)


def test_a_slower_rhythm_keeps_all_slots_of_its_week_and_leaves_out_whole_weeks() -> None:
    user = make_user(people=2, weeks=2)
    monday = datetime(2026, 11, 23, 9, tzinfo=UTC)
    thursday = next_slot(user, monday)
    assert thursday == monday + 3 * DAY
    assert next_slot(user, thursday) == monday + 2 * WEEK


def test_a_slower_rhythm_starts_again_from_the_last_slot_missed() -> None:
    user = make_user(weeks=2)
    monday = datetime(2026, 11, 2, 9, tzinfo=UTC)
    assert next_slot(user, monday + 2 * WEEK + DAY) == monday + 4 * WEEK
    assert next_slot(user, monday + 3 * WEEK + DAY) == monday + 5 * WEEK


@settings(max_examples=100, deadline=None)
@given(
    zone=zone_names, weekday=weekdays, at=hours, weeks=st.integers(1, 4),
    day=st.dates(date(2024, 1, 1), date(2028, 1, 1)),
)  # fmt: skip
def test_a_pause_ends_with_the_first_slot_of_that_day_or_later(
    zone: str, weekday: int, at: time, weeks: int, day: date
) -> None:
    user = make_user(zone, weekday, at, weeks=weeks)
    days_on = (weekday - day.weekday()) % 7
    assert pause_end(user, day) == at_users_hour(user, day + DAY * days_on)


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "Etc/GMT+12"])
def test_a_pause_until_the_end_of_the_calendar_is_without_end_and_one_until_its_start_is_over(zone: str) -> None:
    user = make_user(zone, at=time(23, 59))
    assert pause_end(user, date.max) is None
    ended = pause_end(user, date.min)
    assert ended is not None
    assert ended.year == 1


def test_slots_are_told_up_to_the_last_weeks_of_the_year_9999_and_then_refused() -> None:
    user = make_user("Pacific/Kiritimati")
    assert next_slot(user, datetime(9999, 12, 1, tzinfo=UTC)).year == 9999
    with pytest.raises(OverflowError):
        next_slot(user, datetime(9999, 12, 31, 23, tzinfo=UTC))


def test_nudges_rest_without_a_next_one_or_until_the_pause_is_over() -> None:
    now, user = datetime(2026, 11, 23, tzinfo=UTC), make_user()
    assert is_paused(user, now)
    user.next_nudge_at = now + WEEK
    assert not is_paused(user, now)
    user.paused_until = now + DAY
    assert is_paused(user, now)
    assert not is_paused(user, now + DAY)


def test_a_day_is_the_users_own() -> None:
    late = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    zones = ("America/Los_Angeles", "UTC", "Asia/Tokyo")
    assert [local_day(late, zone).day for zone in zones] == [23, 23, 24]


def test_settings_out_of_range_still_give_a_slot() -> None:
    now = datetime(2026, 11, 24, tzinfo=UTC)
    assert next_slot(make_user(people=0, weeks=0), now) == datetime(2026, 11, 30, 9, tzinfo=UTC)
    assert next_slot(make_user(people=20), now) == datetime(2026, 11, 24, 9, tzinfo=UTC)
