"""Days, hours and weekdays as people type them, in English; all of them in the user's zone.

The grammar in `bot.rules.day_grammar` reads what people say most; dateparser reads the rest, and only a short phrase
with a figure in it, for it finds dates in any words it is given.
"""

import re
from datetime import date, time, timedelta

from bot.rules.day_grammar import MONTH, MONTHS, NUMBER, UNIT, WEEKDAYS
from bot.rules.day_phrases import Prefer, allowed, months_later, shifted, whole_day
from bot.rules.wording import tidy

_EDGES = " ,.!;:()"
_PHRASE_LENGTH = 40
_UNTIL = re.compile(r"(?:up )?(?:until|till|til|'til|to|before|starting|from|back)\b ?(?:on )?")
_THROUGH = re.compile(r"(?:up to and including|through|thru|including) ")
_FOR = re.compile(
    rf"(?:(?:for|over|in|back\ in)\ )?(?:the\ )?(?:(?:next|coming|following)\ )?(?:about\ )?"
    rf"(?P<count>{NUMBER})\ (?:more\ )?(?P<unit>{UNIT})(?:\ or\ so|\ time|\ off)?"
)
_REST = re.compile(r"(?:for |until |till |over )?(?:(?:the|this|rest of|end of|after) ){0,4}(?P<unit>\w+)")
_NEXT = re.compile(r"(?P<until>(?:until|till|til|'til) )?(?:for )?next (?P<unit>week|weekend|month|year)")
_MONTH_ALONE = re.compile(rf"(?:in\ )?(?P<month>{MONTH})", re.VERBOSE)
#: Feasts of the same date each year, as (month, day).
_FEASTS = {"christmas": (12, 25), "christmas eve": (12, 24), "christmas day": (12, 25), "xmas": (12, 25),
           "new year": (1, 1), "new year's": (1, 1), "new years": (1, 1), "new year's day": (1, 1),
           "new year's eve": (12, 31)}  # fmt: skip
_YEAR_ALONE = re.compile(r"(?:19|20)\d\d", re.ASCII)
_HOUR = re.compile(
    r"(?:at |around |about |by |@ ?)?(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))?"
    r"(?: ?(?P<half>[ap])\.?m\.?| ?(?:o'clock|h|hours?|hrs?))?(?P<part> in the (?:morning|afternoon|evening)"
    r"| at night)?",
    re.ASCII,
)
_HALF_PAST = re.compile(r"(?:at )?half past (?P<hour>\d{1,2})", re.ASCII)
_DIGIT = re.compile(r"\d", re.ASCII)
_NAMED_HOUR = re.compile(r"(?:at )?(?:12 )?(?P<name>noon|midday|midnight)")
_WEEKDAY = re.compile(r"(?:on |every |each )?(?P<name>[a-z]{2,9})")
_WEEKDAY_NAMES = {
    "monday": 0,
    "tuesday": 1,
    "wednesday": 2,
    "thursday": 3,
    "friday": 4,
    "saturday": 5,
    "sunday": 6,
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
    **WEEKDAYS,
}


def read_day(text: str, *, today: date, prefer: Prefer) -> date | None:
    """The day the whole text names: with "past" never after `today`, with "future" never before it; else None."""
    phrase = tidy(text[: _PHRASE_LENGTH * 2]).strip(_EDGES)
    found = whole_day(phrase, today=today, prefer=prefer)
    return found.day if found else allowed(_read_with_dateparser(phrase, today, prefer), today, prefer)


def read_until(text: str, *, today: date) -> date | None:
    """The first day after a break, always after `today`: "until 7 January" is 7 January, "for two weeks" is today + 14.

    "through Friday" is the Saturday, "this week" the next Monday, "next week" the Monday after that week, while "until
    next week" is next Monday. None where no such day is named.
    """
    phrase = tidy(text[: _PHRASE_LENGTH * 2]).strip(_EDGES).lower()
    try:
        day = _period_end(phrase, today) or _first_day_back(phrase, today)
    except (OverflowError, ValueError):  # beyond the calendar
        return None
    return day if day and day > today else None


def _period_end(phrase: str, today: date) -> date | None:
    if found := _FOR.fullmatch(phrase):
        return shifted(today, found["count"], found["unit"], 1)
    if found := _NEXT.fullmatch(phrase):
        start = _period_starts(found["unit"], today)
        return start if found["until"] or start is None else _period_starts(found["unit"], start)
    if found := _REST.fullmatch(phrase):
        return _period_starts(found["unit"], today)
    return None


def _period_starts(unit: str, today: date) -> date | None:
    """The first day of the next day, week, month or year after the one `today` is in; None for another unit."""
    if unit in ("week", "weekend"):
        return today + timedelta(days=7 - today.weekday())
    if unit in ("day", "today"):
        return today + timedelta(days=1)
    if unit == "month":
        return months_later(today.replace(day=1), 1)
    return date(today.year + 1, 1, 1) if unit == "year" else None


def _first_day_back(phrase: str, today: date) -> date | None:
    if through := _THROUGH.match(phrase):
        last = _named_day(phrase[through.end() :], today)
        return last + timedelta(days=1) if last else None
    until = _UNTIL.match(phrase)
    return _named_day(phrase[until.end() :] if until else phrase, today)


def _named_day(phrase: str, today: date) -> date | None:
    if found := _MONTH_ALONE.fullmatch(phrase):
        month = MONTHS[found["month"][:3]]
        return date(today.year + (month <= today.month), month, 1)
    if feast := _FEASTS.get(phrase.removeprefix("the ")):
        this_year = date(today.year, *feast)
        return this_year if this_year > today else date(today.year + 1, *feast)
    if _YEAR_ALONE.fullmatch(phrase):
        return date(int(phrase), 1, 1)
    return read_day(phrase, today=today, prefer="future")


def read_hour(text: str) -> time | None:
    """A time of day: "9", "9:30", "8am", "18h", "half past 8", "noon". None where it is not one, or out of range."""
    phrase = tidy(text[: _PHRASE_LENGTH * 2]).strip(" ,!").lower()
    if named := _NAMED_HOUR.fullmatch(phrase):
        return time(0) if named["name"] == "midnight" else time(12)
    if half := _HALF_PAST.fullmatch(phrase):
        return _time(int(half["hour"]), 30)
    found = _HOUR.fullmatch(phrase)
    if found is None:
        return None
    hour, part = int(found["hour"]), found["part"] or ""
    half_of_day = found["half"] or ("p" if part and "morning" not in part else None)
    if half_of_day and (hour <= 12 or found["half"]):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half_of_day == "p" else 0)
    return _time(hour, int(found["minute"] or 0))


def _time(hour: int, minute: int) -> time | None:
    return time(hour, minute) if hour < 24 and minute < 60 else None


def read_weekday(text: str) -> int | None:
    """0 for Monday to 6 for Sunday: "Monday", "mon", "on Mondays", "every Monday"; None for anything else."""
    found = _WEEKDAY.fullmatch(tidy(text[:_PHRASE_LENGTH]).strip(_EDGES).lower())
    if found is None:
        return None
    name = found["name"]
    return _WEEKDAY_NAMES.get(name, _WEEKDAY_NAMES.get(name.removesuffix("s")))


def _read_with_dateparser(phrase: str, today: date, prefer: Prefer) -> date | None:
    if len(phrase) > _PHRASE_LENGTH or phrase.isdecimal() or not _DIGIT.search(phrase):
        return None
    from bot.rules.other_days import parse

    return parse(phrase, today, prefer)
