"""When a user is due: from their weekday, hour and zone to instants, and back to days.

One definition covers every clock change: a slot is **the first instant at which the zone's clocks have reached the
wall-clock time of that day**. So a skipped hour (or a skipped day, as in Apia on 2011-12-30) gives the first moment
after the gap, and a doubled hour its first occurrence, once. Instants are timezone-aware UTC, days are days in the
user's zone.

On a public bot, people who chose the same hour are spread over its first minutes (`spread`, at most an hour; nothing at
home). Which slot it is, is decided by the hour alone; the spread only says how long after it the message goes out. So
whatever the setting becomes, no slot comes twice and none is left out, and it counts from each user's next slot on.

All here raise `zoneinfo.ZoneInfoNotFoundError` for a zone the machine doesn't know and, where not said
otherwise, `OverflowError` within days of the years 1 and 9999.
"""

from bisect import bisect_left
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from storage.models import User

_WEEK = timedelta(days=7)
#: Everybody at the hour itself.
TOGETHER = timedelta()
#: The longest spread there may be.
MOST_SPREAD = timedelta(hours=1)
#: Two weeks hold the slot before and after any instant, whatever the zone's offset.
_CALENDAR_EDGE = timedelta(days=14)
#: Between these nothing comes by itself but at the hour that the user chose.
_NIGHT, _MORNING = time(22), time(7)
#: So long after it, a message still comes at the user's hour.
_ABOUT = timedelta(hours=1)
_BITS = (1 << 64) - 1


def at_wall_clock(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The instant at which clocks in `zone` first reach `at` on `day`, in UTC.

    A skipped time gives the first moment after the gap, a doubled one its first occurrence.
    """
    wall = datetime.combine(day, at.replace(tzinfo=None, fold=0))
    before, after = _offset(wall, zone), _offset(wall.replace(fold=1), zone)
    if before >= after:
        return (wall - before).replace(tzinfo=UTC)
    return _gap_end(wall - after, wall - before, zone)


def _offset(wall: datetime, zone: ZoneInfo) -> timedelta:
    return wall.replace(tzinfo=zone).utcoffset() or timedelta()


def _gap_end(early: datetime, late: datetime, zone: ZoneInfo) -> datetime:
    """The one change of offset after `early` and not after `late`, both naive UTC.

    `zoneinfo` doesn't tell its transitions, but they fall on whole seconds: a gap of a day takes 17 steps to find.
    """
    start = early.replace(microsecond=0, tzinfo=UTC)
    old = start.astimezone(zone).utcoffset()
    seconds = range(int((late - early).total_seconds()))
    changed = bisect_left(
        seconds, True, key=lambda second: (start + timedelta(seconds=second)).astimezone(zone).utcoffset() != old
    )
    return start + timedelta(seconds=changed)


def local_day(instant: datetime, zone_name: str) -> date:
    """The calendar day that `instant` (timezone-aware) falls on in the zone."""
    return instant.astimezone(ZoneInfo(zone_name)).date()


def at_users_hour(user: "User", day: date, spread: timedelta = TOGETHER) -> datetime:
    """The instant of the user's nudge hour on `day`, whether or not a nudge falls on that day; with a `spread`, their
    own moment after it."""
    return at_wall_clock(day, user.nudge_time, ZoneInfo(user.timezone)) + _moment_in(user, spread)


def _moment_in(user: "User", spread: timedelta) -> timedelta:
    """How long after their hour a user's messages come, in whole seconds: always the same share of the spread, by
    their id; and never on the next day, which another nudge may be for."""
    left = timedelta(days=1) - timedelta(hours=user.nudge_time.hour, minutes=user.nudge_time.minute)
    seconds = int(min(spread, MOST_SPREAD, left).total_seconds())
    return timedelta(seconds=_mixed(user.id) * seconds >> 64)


def _mixed(number: int) -> int:
    """The 64 bits of a number, mixed so that ids in a row lie far apart (SplitMix64, Steele, Lea and Flood 2014)."""
    mixed = (number + 0x9E3779B97F4A7C15) & _BITS
    mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9 & _BITS
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB & _BITS
    return mixed ^ mixed >> 31


def next_slot(user: "User", after: datetime, spread: timedelta = TOGETHER) -> datetime:
    """The first slot whose hour is strictly after `after`, at the user's moment in the `spread`. It looks forward only,
    so weeks missed in an outage never pile up.

    The week starts on the user's weekday, and `people_per_week` n (1–7) puts a slot on its days floor(i·7/n). With
    `every_weeks` w, w - 1 weeks are left out after the last slot of a week. No week is on or off by the calendar: what
    counts is the last weekly slot at or before `after`, so a slower rhythm starts from where the user stands. The next
    slot is hence never less than w weeks after that one (n = 1), and an answer, a reminder or a late nudge in the
    slot's own week doesn't shift it; after an outage the rhythm starts again from the last slot that was missed.
    """
    return at_users_hour(user, _next_day(user, _last_slot_day(user, after), weeks=max(1, user.every_weeks)), spread)


def hour_of(user: "User", due: datetime) -> datetime:
    """The hour, as the user chose it, of a nudge that is due within the spread after it; of any other, `due` itself."""
    hour = at_users_hour(user, _last_slot_day(user, due))
    return hour if due - hour < MOST_SPREAD else due


def not_yet_nudged(user: "User", now: datetime) -> datetime:
    """The instant after which to look for slots when the user changes something: `now`, or just before the hour of the
    nudge that is only waiting for their moment, so that it isn't left out."""
    if user.next_nudge_at is None or user.next_nudge_at <= now:
        return now
    return min(now, hour_of(user, user.next_nudge_at) - timedelta.resolution)


def awake_from(user: "User", now: datetime, spread: timedelta = TOGETHER) -> datetime | None:
    """The user's next hour, where a message that isn't a nudge would come at night: planned before they changed their
    zone or their hour, or held back by an outage. None in the daytime, and about their hour, whatever it is."""
    there = now.astimezone(ZoneInfo(user.timezone))
    if _MORNING <= there.time() < _NIGHT:
        return None
    days = (there.date() + timedelta(days=away) for away in (-1, 0, 1))
    hours = [at_users_hour(user, day, spread) for day in days]
    if any(timedelta() <= now - hour < _ABOUT for hour in hours):
        return None
    return min(hour for hour in hours if hour > now)


def is_paused(user: "User", now: datetime) -> bool:
    """Whether nudges rest: without end, or until a moment still to come."""
    return user.next_nudge_at is None or (user.paused_until is not None and user.paused_until > now)


def pause_end(user: "User", day: date, spread: timedelta = TOGETHER) -> datetime | None:
    """The first weekly slot at or after the start of `day`, the day nudges resume, whatever `every_weeks` says.

    None at the very end of the calendar ("until 9999"), which is a pause without end.
    """
    if day > date.max - _CALENDAR_EDGE:
        return None
    day = max(day, date.min + _CALENDAR_EDGE)
    midnight = at_wall_clock(day, time.min, ZoneInfo(user.timezone))
    return at_users_hour(user, _next_day(user, _last_slot_day(user, midnight - timedelta.resolution), weeks=1), spread)


def _slot_offsets(user: "User") -> list[int]:
    """The days of the user's week that have a slot, counted from its first, which always has one."""
    people = min(max(user.people_per_week, 1), 7)
    return [index * 7 // people for index in range(people)]


def _day_of_week(user: "User", day: date) -> int:
    """How far `day` is into the user's week: 0 on their weekday."""
    return (day.weekday() - user.nudge_weekday) % 7


def _last_slot_day(user: "User", instant: datetime) -> date:
    """The day of the last weekly slot at or before `instant`.

    It starts from the day after, for where clocks were once put back by a day, a later day had already begun.
    """
    offsets = _slot_offsets(user)
    day = local_day(instant, user.timezone) + timedelta(days=1)
    while _day_of_week(user, day) not in offsets or at_users_hour(user, day) > instant:
        day -= timedelta(days=1)
    return day


def _next_day(user: "User", day: date, *, weeks: int) -> date:
    """The slot's day that follows the slot on `day`: in the same week, or the first of the week after `weeks`."""
    into_week = _day_of_week(user, day)
    later = [offset for offset in _slot_offsets(user) if offset > into_week]
    return day + timedelta(days=later[0] - into_week) if later else day + weeks * _WEEK - timedelta(days=into_week)
