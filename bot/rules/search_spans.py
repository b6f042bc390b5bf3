"""Stretches of time as questions name them: when people met ("in 2019", "before 2015"), and for how long nothing was
said ("this year", "in six months", "since March", "for ages").

All days are in the user's zone. A stretch is (from, before): the first day in it and the first day after it, None for
no bound.
"""

import re
from datetime import date, timedelta

from bot.rules.day_grammar import MONTH, MONTHS, NUMBER, UNIT
from bot.rules.day_phrases import months_later, shifted, whole_day

Span = tuple[date | None, date | None]

#: "Ever" reaches back to here, before which nobody was met.
EVER = date(1900, 1, 1)
_AGES_DAYS, _WHILE_MONTHS, _LATELY_MONTHS = 365, 6, 3
_YEAR = r"(?:19|20)\d\d"
_AGO = rf"(?P<count>{NUMBER})\ (?P<unit>{UNIT})"
_WITHIN = re.compile(
    r"(?:(?:in|during|from|over)\ )?(?:the\ )?"
    rf"(?:(?P<which>this|last|past|current)\ (?P<of>week|month|quarter|year)|(?:(?P<month>{MONTH})(?:\ (?:of\ )?"
    rf"(?P<month_year>{_YEAR}))?|(?P<year>{_YEAR})))",
    re.IGNORECASE | re.VERBOSE,
)
_BETWEEN = re.compile(
    rf"(?:between|from) (?P<first>{_YEAR}) (?:and|to|until|till|-|–) (?P<last>{_YEAR})", re.IGNORECASE
)
_RECENT = re.compile(rf"(?:in|within|during|over)\ (?:the\ )?(?:last|past)\ {_AGO}", re.IGNORECASE | re.VERBOSE)
_LONG_AGO = re.compile(
    rf"(?:more\ than|over|at\ least|longer\ than|before)\ {_AGO}\ ago",
    re.IGNORECASE | re.VERBOSE,
)
_BOUND = re.compile(r"(?P<which>before|until|till|prior to|after|since) (?P<day>\S.{1,30})", re.IGNORECASE)
_NOT_IN = re.compile(
    r"(?:(?:in|for)\ )?(?:(?:over|more\ than|at\ least|about)\ )?(?:the\ )?(?:(?:last|past)\ )?"
    rf"{_AGO}(?:\ or\ more|\ now)?",
    re.IGNORECASE | re.VERBOSE,
)
_NOT_SINCE = re.compile(r"(?:ever )?since (?P<day>\S.{1,30})", re.IGNORECASE)
_VAGUE = (
    (re.compile(r"(?:in|for) (?:ages|years|forever|a (?:very )?long time|so long|long)|in a year or more",
                re.IGNORECASE), 12),
    (re.compile(r"(?:in|for) (?:a|quite a) (?:long )?while|in (?:a few |several )?months|for (?:several )?months",
                re.IGNORECASE), _WHILE_MONTHS),
    (re.compile(r"lately|recently|of late|these days", re.IGNORECASE), _LATELY_MONTHS),
)  # fmt: skip
_NEVER = re.compile(r"(?:ever|yet|at all|so far|even once|once)", re.IGNORECASE)


def read_span(text: str, *, today: date) -> Span | None:
    """The stretch that the whole text names: "in 2019", "before 2015", "since March", "more than 5 years ago"."""
    said = " ".join(text.lower().split())
    try:
        return _within(said, today) or _years(said) or _counted(said, today) or _bounded(said, today)
    except (ValueError, OverflowError):  # beyond the calendar
        return None


def _within(said: str, today: date) -> Span | None:
    found = _WITHIN.fullmatch(said)
    if found is None:
        return None
    if found["year"]:
        return _year(int(found["year"]))
    if found["month"]:
        number, year = MONTHS[found["month"][:3]], int(found["month_year"] or today.year)
        if not found["month_year"] and number > today.month:
            year -= 1
        first = date(year, number, 1)
        return first, months_later(first, 1)
    return _period(found["of"], today, back=found["which"] in ("last", "past"))


def _year(year: int) -> Span:
    return date(year, 1, 1), date(year + 1, 1, 1)


def _period(unit: str, today: date, *, back: bool) -> Span:
    """The week, month, quarter or year that `today` is in, or the one before."""
    if unit == "week":
        first = today - timedelta(days=today.weekday() + 7 * back)
        return first, first + timedelta(days=7)
    months = {"month": 1, "quarter": 3, "year": 12}[unit]
    start = today.replace(day=1, month=(today.month - 1) // months * months + 1)
    first = months_later(start, -months * back)
    return first, months_later(first, months)


def _years(said: str) -> Span | None:
    found = _BETWEEN.fullmatch(said)
    return (date(int(found["first"]), 1, 1), date(int(found["last"]) + 1, 1, 1)) if found else None


def _counted(said: str, today: date) -> Span | None:
    if found := _RECENT.fullmatch(said):
        return shifted(today, found["count"], found["unit"], -1), None
    if found := _LONG_AGO.fullmatch(said):
        return None, shifted(today, found["count"], found["unit"], -1)
    return None


def _bounded(said: str, today: date) -> Span | None:
    found = _BOUND.fullmatch(said.removeprefix("from "))
    named = _named(found["day"], today) if found else None
    if found is None or named is None:
        return None
    first, after = named
    return {"after": (after, None), "since": (first, None)}.get(found["which"], (None, first))


def _named(words: str, today: date) -> tuple[date, date] | None:
    """The first day of what the words name, and the first day after it."""
    within = _within(words, today)
    if within and within[0] and within[1]:
        return within[0], within[1]
    found = whole_day(words, today=today, prefer="past")
    return (found.day, found.day + timedelta(days=1)) if found and found.day else None


def read_silence(text: str, *, today: date) -> date | None:
    """The day since which they were not in touch, as the whole text says it: "this year", "in six months", "since
    March", "for ages", "lately", "ever". Nothing said means a year."""
    said = " ".join(text.lower().split())
    try:
        return _silence(said, today)
    except (ValueError, OverflowError):  # beyond the calendar
        return None


def _silence(said: str, today: date) -> date | None:
    if not said:
        return today - timedelta(days=_AGES_DAYS)
    if _NEVER.fullmatch(said):
        return EVER
    for pattern, months in _VAGUE:
        if pattern.fullmatch(said):
            return months_later(today, -months)
    if found := _NOT_IN.fullmatch(said):
        return shifted(today, found["count"], found["unit"], -1)
    if found := _NOT_SINCE.fullmatch(said):
        named = _named(found["day"], today)
        return named[0] if named else None
    within = _within(said, today)
    return within[0] if within else None
