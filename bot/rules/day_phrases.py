"""Finding the phrase that names a day within a text, and the sums that turn it into a date.

Numbers alone are day first ("3/5" is 3 May), unless only the other order makes a date. "Friday" is the last one before
today, or the next one after it; a date without a year the last or the next such date, today included; "last week" and
"next week" are seven days away. All days are dates in the user's zone.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bot.rules.day_grammar import DAY, MONTHS, NUMBERS, WEEKDAYS

Prefer = Literal["past", "future"]
Tense = Literal["past", "future", "either"]

_LEADING = re.compile(rf"(?:{DAY})(?!\w)", re.IGNORECASE | re.VERBOSE)
_TRAILING = re.compile(rf"(?<![\w'])(?:{DAY})\Z", re.IGNORECASE | re.VERBOSE)
_DOTS = re.compile(r"[./-]")
#: "3 December", said in November, is hardly a day of last year.
_FAR_DAYS = 300
_EDGES = " ,.!;:()"
#: Groups of the grammar that may lie on either side of today.
_EITHER = (
    "date_month",
    "month_date",
    "numeric",
    "short_numeric",
    "iso",
    "nth",
    "weekday",
    "short_weekday",
    "month",
    "year",
    "weekend",
    "season",
)


@dataclass(frozen=True, slots=True)
class DayPhrase:
    """A day found in a text, from `start` to `end`.

    `day` is None where the phrase names no day the preference allows ("tomorrow" in the past), or none at all
    ("a while ago", "last summer"). `tense` says whether the words themselves look back or ahead, or fit both ("on
    Friday").
    """

    start: int
    end: int
    day: date | None
    tense: Tense
    vague: bool = False
    #: A month, a year or a season: no day can be told from it.
    rough: bool = False
    #: Said without a year, and so long ago that next year's may be meant, or a plan.
    far: bool = False


def whole_day(text: str, *, today: date, prefer: Prefer) -> DayPhrase | None:
    """The day phrase the text is, with or without the "on" before it."""
    return _phrase(_LEADING.fullmatch(text) or _LEADING.fullmatch(f"on {text}"), today, prefer)


def leading_day(text: str, *, today: date, prefer: Prefer) -> DayPhrase | None:
    """The day phrase the text begins with."""
    return _phrase(_LEADING.match(text), today, prefer)


def trailing_day(text: str, *, today: date, prefer: Prefer) -> DayPhrase | None:
    """The day phrase the text ends with."""
    return _phrase(_TRAILING.search(text.rstrip(_EDGES)), today, prefer)


def _phrase(found: re.Match[str] | None, today: date, prefer: Prefer) -> DayPhrase | None:
    if found is None:
        return None
    tense = _tense(found)
    day = _resolve(found, today, prefer if tense == "either" else tense)
    day = allowed(day, today, prefer)
    rough = bool(found["season"] or found["month"] or found["year"] or (found["last"] or "").lower() == "year")
    dated = found["date_year"] or found["month_year"] or found["iso"] or found["numeric"]
    far = day is not None and not rough and not dated and tense == "either" and (today - day).days > _FAR_DAYS
    return DayPhrase(found.start(), found.end(), day, tense, bool(found["vague"]), rough, far)


def _tense(found: re.Match[str]) -> Tense:
    before = (found["which"] or found["weekend"] or found["month_which"] or "").lower()
    if found["ahead"] or found["in_n"] or found["next"] or before.startswith("next"):
        return "future"
    either = any(found[group] for group in _EITHER) and not before.startswith(("last", "on last", "past", "this past"))
    return "either" if either else "past"


def allowed(day: date | None, today: date, prefer: Prefer) -> date | None:
    """The day, unless it lies on the wrong side of today."""
    if day is None or (day > today if prefer == "past" else day < today):
        return None
    return day


def _resolve(found: re.Match[str], today: date, prefer: Prefer) -> date | None:
    try:
        return _count(found, today) or _calendar(found, today, prefer)
    except (ValueError, OverflowError):  # 31 June, or a year no calendar has: no day
        return None


def _count(found: re.Match[str], today: date) -> date | None:
    """Phrases that are a number of days, weeks, months or years away from today."""
    if found["today"]:
        return today
    if found["back"]:
        return today - timedelta(days=2 if "before" in found["back"].lower() else 1)
    if found["ahead"]:
        return today + timedelta(days=2 if "after" in found["ahead"].lower() else 1)
    if found["other_day"]:
        return today - timedelta(days=3)
    for count, unit, sign in (("ago_n", "ago_unit", -1), ("in_n", "in_unit", 1)):
        if found[count]:
            return shifted(today, found[count], found[unit], sign)
    for unit, sign in (("last", -1), ("next", 1)):
        if found[unit]:
            return shifted(today, "1", found[unit], sign)
    return None


def shifted(day: date, count: str, unit: str, sign: int) -> date:
    """`day` moved by "two" "weeks"; a month keeps the day of the month where it can. OverflowError out of range."""
    n = sign * (int(count) if count.isdecimal() else NUMBERS[count.lower().removesuffix(" of")])
    name = unit.lower().rstrip("s")
    if name in ("month", "year"):
        return months_later(day, n * (12 if name == "year" else 1))
    return day + timedelta(days=n * {"day": 1, "night": 1, "week": 7, "fortnight": 14}[name])


def months_later(day: date, months: int) -> date:
    """The same day `months` on, or the month's last day where it has no such day. ValueError beyond the calendar."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= years <= 9999:
        raise ValueError(f"no year {years}")
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def _calendar(found: re.Match[str], today: date, prefer: Prefer) -> date | None:
    if weekday := found["weekday"] or found["short_weekday"]:
        return _weekday(WEEKDAYS[weekday.lower()[:3]], today, prefer)
    if found["weekend"]:
        return _weekend(found["weekend"].lower(), today, prefer)
    if found["iso"]:
        return date.fromisoformat(found["iso"])
    if numeric := found["numeric"] or found["short_numeric"]:
        return _numeric(numeric, today, prefer)
    if found["nth"]:
        return _nearest_month(int(found["nth"]), today, prefer)
    if found["year"]:
        return date(int(found["year"]), 1, 1)
    month = found["date_month"] or found["month_date"] or found["month"]
    if not month:
        return None
    day, year = found["date_day"] or found["month_day"] or "1", found["date_year"] or found["month_year"]
    return _dated(int(day), MONTHS[month.lower()[:3]], _year(year), today, prefer)


def _weekday(weekday: int, today: date, prefer: Prefer) -> date:
    if prefer == "past":
        return today - timedelta(days=(today.weekday() - weekday) % 7 or 7)
    return today + timedelta(days=(weekday - today.weekday()) % 7 or 7)


def _weekend(words: str, today: date, prefer: Prefer) -> date:
    """The Saturday of it."""
    saturday = today + timedelta(days=5 - today.weekday())
    if prefer == "future":
        return saturday if saturday >= today and "next" not in words else saturday + timedelta(days=7)
    return saturday if saturday <= today and "last" not in words else saturday - timedelta(days=7)


def _year(text: str | None) -> int | None:
    if not text:
        return None
    digits = text.strip("' ")
    return int(digits) + (2000 if len(digits) == 2 else 0)


def _numeric(text: str, today: date, prefer: Prefer) -> date | None:
    parts = [int(part) for part in _DOTS.split(text) if part]
    day, month = parts[0], parts[1]
    if month > 12:
        day, month = month, day
    return _dated(day, month, _year(str(parts[2])) if len(parts) > 2 else None, today, prefer)


def _dated(day: int, month: int, year: int | None, today: date, prefer: Prefer) -> date | None:
    if year is not None:
        return date(year, month, day)
    step = -1 if prefer == "past" else 1
    # 29 February comes back within eight years, even around 1900 and 2100.
    for candidate in range(today.year, today.year + step * 9, step):
        found = _valid(candidate, month, day)
        if found and allowed(found, today, prefer):
            return found
    return None


def _nearest_month(day: int, today: date, prefer: Prefer) -> date | None:
    first, step = today.replace(day=1), -1 if prefer == "past" else 1
    for months in (0, step, 2 * step):
        there = months_later(first, months)
        found = _valid(there.year, there.month, day)
        if found and allowed(found, today, prefer):
            return found
    return None


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
