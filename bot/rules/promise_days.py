"""The days of promises: as people type them ("by the end of the month"), and when a reminder comes.

All days are calendar days in the user's zone, and none lies before today.
"""

import re
from calendar import monthrange
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.rules.day_grammar import MONTH, MONTHS, NUMBER, UNIT
from bot.rules.day_phrases import months_later, shifted, whole_day
from bot.rules.days import read_hour
from bot.rules.schedule import TOGETHER, at_users_hour, local_day
from bot.rules.wording import tidy

if TYPE_CHECKING:
    from storage.models import User

_LENGTH = 60
_EDGES = " ,.!?;:()–-"
#: A day phrase has no more words than this: "by no later than the end of the next month".
_MOST_WORDS = 10
_LINK = re.compile(
    r"(?:(?:it's|it is|is|to be|and) )?(?:due )?(?P<link>(?:by|before|until|till|til|on|for|no later than|not later than"
    r"|latest by|at the latest|at the latest by|sometime|some time|maybe|say|let's say|within|from)(?: |\Z))?"
)
_LATEST = re.compile(r"(?:,? (?:at the latest|latest|or so|please|then|if possible|i think|hopefully))+\Z")
_END = re.compile(
    r"(?:the )?end of (?:the |this |that )?(?P<next>next |following |coming )?(?P<what>day|week|month|quarter|year"
    rf"|{MONTH})(?P<year> (?:19|20)\d\d)?"
)
_SHORT_ENDS = {"eod": "day", "eow": "week", "eom": "month", "eoq": "quarter", "eoy": "year"}
_THIS = re.compile(r"(?:later |some time |sometime )?(?:in |during )?this (?P<what>week|month|quarter|year)")
_START = re.compile(
    r"(?:the )?(?:start|beginning) of (?:the )?(?P<next>next |following |coming |new )?(?P<what>week|month|year"
    rf"|{MONTH})"
)
_MID = re.compile(rf"(?:the )?(?:middle of |mid[ -]?)(?P<month>{MONTH})")
_MONTH_ALONE = re.compile(rf"(?:in |during )?(?P<month>{MONTH})")
_IN = re.compile(rf"(?:with)?in (?:the next |about |the coming )?(?P<count>{NUMBER}) (?P<unit>{UNIT})(?:'s)?(?: time)?")
_FROM_NOW = re.compile(rf"(?P<count>{NUMBER}) (?P<unit>{UNIT})(?: from now| later)?")
_TODAY = frozenset({"today", "tonight", "this evening", "this afternoon", "now", "right now", "this morning"})
_HOUR = re.compile(r" (?P<hour>(?:at|around|by|@) ?[\w:.' ]{1,12})\Z", re.IGNORECASE)
#: Feasts of the same date each year, as (month, day).
_FEASTS = {
    "christmas": (12, 25), "xmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24),
    "new year": (1, 1), "new year's": (1, 1), "new years": (1, 1), "new year's eve": (12, 31), "halloween": (10, 31),
    "valentine's day": (2, 14),
}  # fmt: skip
_SOON, _LATE = timedelta(hours=2), 22


def read_due(text: str, *, today: date) -> date | None:
    """The day a promise is due when the whole text says it: "by Friday", "tomorrow", "before Christmas"; else None.

    "before" is the day before; the end of a week is its Friday; a month alone is its first day, and the present one
    its last; "next week" is seven days away.
    """
    phrase = _LATEST.sub("", tidy(text[: _LENGTH * 2]).lower().strip(_EDGES)).strip(_EDGES)
    if not phrase or len(phrase) > _LENGTH:
        return None
    found = _LINK.match(phrase)
    link = ((found["link"] if found else None) or "").strip()
    rest = phrase[found.end() :].strip() if found else phrase
    if link == "within":
        rest = f"within {rest}"
    try:
        day = _day(rest, today)
    except (OverflowError, ValueError):  # 31 June, or beyond the calendar
        return None
    if day is None or day < today:
        return None
    return day - timedelta(days=1) if link == "before" and day > today else day


def _day(phrase: str, today: date) -> date | None:
    if phrase in _TODAY:
        return today
    if phrase in _SHORT_ENDS:
        return _end(_SHORT_ENDS[phrase], today)
    if feast := _FEASTS.get(phrase.removeprefix("the ")):
        this_year = date(today.year, *feast)
        return this_year if this_year >= today else date(today.year + 1, *feast)
    if found := _END.fullmatch(phrase):
        return _named_end(found, today)
    if found := _THIS.fullmatch(phrase):
        return _end(found["what"], today)
    if found := _START.fullmatch(phrase):
        return _start(found["what"], today)
    if found := _MID.fullmatch(phrase):
        first = _month(found["month"], today, whole=True)
        return first.replace(day=15) if first.replace(day=15) >= today else date(first.year + 1, first.month, 15)
    if found := _MONTH_ALONE.fullmatch(phrase):
        first = _month(found["month"], today, whole=True)
        return first if first > today else _end("month", today)
    if found := _IN.fullmatch(phrase) or _FROM_NOW.fullmatch(phrase):
        return shifted(today, found["count"], found["unit"], 1)
    return _from_grammar(phrase, today)


def _from_grammar(phrase: str, today: date) -> date | None:
    found = whole_day(phrase, today=today, prefer="future")
    return None if found is None or found.vague or found.rough else found.day


def _named_end(found: re.Match[str], today: date) -> date:
    what = found["what"]
    if what not in ("day", "week", "month", "quarter", "year"):
        year = int(found["year"]) if found["year"] else None
        first = date(year, MONTHS[what[:3]], 1) if year else _month(what, today, whole=True)
        return first.replace(day=monthrange(first.year, first.month)[1])
    if found["next"]:
        later = {"day": timedelta(days=1), "week": timedelta(days=7)}.get(what)
        today = today + later if later else months_later(today.replace(day=1), {"month": 1, "quarter": 3}.get(what, 12))
    return _end(what, today)


def _end(what: str, today: date) -> date:
    """The last day of the day, week, month, quarter or year; a week is over on Friday, or on Sunday once it's past."""
    if what == "week":
        return today + timedelta(days=(4 if today.weekday() <= 4 else 6) - today.weekday())
    if what == "day":
        return today
    month = {"month": today.month, "quarter": (today.month + 2) // 3 * 3, "year": 12}[what]
    return date(today.year, month, monthrange(today.year, month)[1])


def _start(what: str, today: date) -> date:
    """The first day of the next week, month or year, or of a month by its name."""
    if what == "week":
        return today + timedelta(days=7 - today.weekday())
    if what == "year":
        return date(today.year + 1, 1, 1)
    return months_later(today.replace(day=1), 1) if what == "month" else _month(what, today)


def _month(name: str, today: date, *, whole: bool = False) -> date:
    """The first day of the next such month; `whole`: the present one counts."""
    month = MONTHS[name[:3]]
    gone = month < today.month or (month == today.month and not whole)
    return date(today.year + gone, month, 1)


def split_due(text: str, *, today: date) -> tuple[str, date | None]:
    """What is promised, and its day where the text ends, or else begins, with one: the longest such phrase counts.

    An hour stays with what is promised, for a reminder comes at the user's own.
    """
    said = text.strip(" ,.!;")
    found = _HOUR.search(said[-20:])
    hour = found["hour"] if found and read_hour(found["hour"]) else ""
    whole = said[: len(said) - len(hour)].rstrip(" ,") if hour else said
    words = whole.split(" ")
    for count in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        if day := read_due(" ".join(words[-count:]), today=today):
            left = " ".join(words[:-count]).rstrip(" ,;–-")
            return (f"{left} {hour}" if hour else left), day
    for count in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        if day := read_due(" ".join(words[:count]), today=today):
            return " ".join(words[count:]).lstrip(" ,;:–-") + (f" {hour}" if hour else ""), day
    return said, None


def remind_at(user: "User", due_on: date | None, now: datetime, spread: timedelta = TOGETHER) -> datetime | None:
    """When to remind (UTC): at the user's hour of the day; where that has gone by, in two hours, or the next morning
    where that would be late at night. None without a day."""
    if due_on is None:
        return None
    at_hour = at_users_hour(user, due_on, spread)
    if at_hour > now:
        return at_hour
    today = local_day(now, user.timezone)
    soon = now + _SOON
    if local_day(soon, user.timezone) == today and soon < _evening(user, today):
        return soon
    return at_users_hour(user, today + timedelta(days=1), spread)


def _evening(user: "User", day: date) -> datetime:
    return datetime.combine(day, time(_LATE), ZoneInfo(user.timezone))


def day_of_tap(what: str, today: date) -> date | None:
    """The day that a button names: "tomorrow", "friday" (never today), "week" (seven days away); None for any other."""
    days = {"tomorrow": 1, "friday": (4 - today.weekday()) % 7 or 7, "week": 7}
    return today + timedelta(days=days[what]) if what in days else None
