"""Days to come as people name them when they put something off: "in two weeks", "summer", "the end of March".

Seasons are those of the northern half of the world and begin with a month, as meteorologists count them. All days are
in the user's zone, and lie after today.
"""

import re
from datetime import date, timedelta

from bot.rules.day_grammar import MONTH, MONTHS, NUMBER, UNIT
from bot.rules.day_phrases import months_later, shifted
from bot.rules.days import read_day, read_until

#: The month each begins with.
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
#: Into its month or season, in days: "mid-March" is the 15th, "late March" the 20th.
_PARTS = {"early": 0, "beginning of": 0, "start of": 0, "mid": 14, "middle of": 14, "late": 19, "end of": 24}
#: Beyond this nobody means it: ten years.
_FARTHEST = timedelta(days=3653)
_LENGTH = 60

_PART = r"(?:the )?(?P<part>early|late|mid|beginning of|start of|middle of|end of)[ -](?:the )?"
_PERIOD = re.compile(
    rf"(?:in |during |around |about )?(?:{_PART})?(?:the |this |next |coming )?"
    rf"(?:(?P<season>spring|summer|autumn|fall|winter)(?:time)?|(?P<month>{MONTH.replace(chr(92) + ' ', ' ')}))"
    r"(?: (?P<year>20\d\d))?"
)
_AFTER = re.compile(r"(?:right |sometime |some time )?after (?:the |my |her |his |their )?(?P<what>.+)")
_HOLIDAYS = {"christmas": (12, 27), "xmas": (12, 27), "new year": (1, 2), "new year's": (1, 2), "new years": (1, 2),
             "holidays": (1, 7), "summer holidays": (9, 1), "summer break": (9, 1), "weekend": None}  # fmt: skip
_FROM_NOW = re.compile(
    rf"(?:in |for )?(?:about |around )?(?:the next )?(?P<count>{NUMBER.replace(chr(92) + ' ', ' ')}) (?P<unit>{UNIT})"
    r"(?: from (?:now|today)| later| or so)?"
)
_HALVES = {"half a year": 6, "a half year": 6, "a year and a half": 18, "a quarter": 3}


def read_coming_day(phrase: str, *, today: date, limit: bool = False) -> date | None:
    """The day that the whole phrase names; None where it names none, or one that isn't to come.

    `limit`: it ends a time in which something is not to be, as behind "not before": "next year" is then 1 January, and
    else a year from today.
    """
    said = phrase[: _LENGTH * 2].strip(" .,!?;:").lower()
    if not said or len(said) > _LENGTH:
        return None
    try:
        day = _after(said, today) or _period(said, today) or _from_now(said, today)
        day = day or (
            read_until(f"until {said}", today=today) if limit else read_day(said, today=today, prefer="future")
        )
    except (OverflowError, ValueError):  # beyond the calendar
        return None
    return day if day and today < day <= today + _FARTHEST else None


def _period(said: str, today: date) -> date | None:
    """The first day of a season or month, or of a part of it."""
    found = _PERIOD.fullmatch(said)
    if found is None or not (found["season"] or found["month"]):
        return None
    month = _SEASONS[found["season"]] if found["season"] else MONTHS[found["month"][:3]]
    part = found["part"]
    if found["season"] and part in ("late", "end of", "mid", "middle of"):
        month, part = month + (1 if part.startswith("mid") else 2), None
    year, month = (1, month - 12) if month > 12 else (0, month)
    if found["year"]:
        return date(int(found["year"]) + year, month, 1) + timedelta(days=_PARTS.get(part or "", 0))
    return _next_of(month, _PARTS.get(part or "", 0), today)


def _next_of(month: int, days_in: int, today: date) -> date:
    this_year = date(today.year, month, 1) + timedelta(days=days_in)
    return this_year if this_year > today else date(today.year + 1, month, 1) + timedelta(days=days_in)


def _after(said: str, today: date) -> date | None:
    """ "after the summer" is the first day of autumn, "after Easter" the Tuesday, "after March" 1 April."""
    found = _AFTER.fullmatch(said)
    if found is None:
        return None
    what = found["what"]
    if (period := _PERIOD.fullmatch(what)) and not period["part"] and not period["year"]:
        month = _SEASONS[period["season"]] + 2 if period["season"] else MONTHS[period["month"][:3]]
        return _next_of(month % 12 + 1, 0, today)
    if what == "easter":
        easter = _easter(today.year) + timedelta(days=2)
        return easter if easter > today else _easter(today.year + 1) + timedelta(days=2)
    if what == "weekend":
        return today + timedelta(days=7 - today.weekday())
    if feast := _HOLIDAYS.get(what):
        return _next_of(feast[0], feast[1] - 1, today)
    day = read_day(what, today=today, prefer="future")
    return day + timedelta(days=1) if day else None


def _from_now(said: str, today: date) -> date | None:
    if months := _HALVES.get(said.removeprefix("in ").removeprefix("for ")):
        return months_later(today, months)
    found = _FROM_NOW.fullmatch(said)
    return shifted(today, found["count"], found["unit"], 1) if found else None


def _easter(year: int) -> date:
    """Easter Sunday of the western churches, by the anonymous Gregorian algorithm (Meeus, Jones, Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    (i, k) = divmod(c, 4)
    ell = (32 + 2 * e + 2 * i - h - k) % 7
    month, day = divmod(h + ell - 7 * ((a + 11 * h + 22 * ell) // 451) + 114, 31)
    return date(year, month, day + 1)
