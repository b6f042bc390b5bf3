"""When a noted event is: the days a phrase may mean, counted from the day it was noted, and always ahead of it.

"on 12 June" is one day; "next week", "in May", "late March", "this autumn" are as many as they last. Seasons are the
northern ones: spring from March, summer from June, autumn from September, winter from December.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from bot.rules.day_phrases import leading_day, months_later
from bot.rules.vocabulary import MONTHS

Span = tuple[date, date]

_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_MONTH = re.compile(
    r"(?:(?:in|on|for|this|next|at|from|during|by|around|the|of) ){0,3}"
    r"(?:(?P<part>early|mid|late|end|beginning|start|middle)[ -](?:of )?)?"
    rf"(?P<month>{'|'.join(MONTHS)}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?(?:,? (?P<year>20\d\d))?",
    re.IGNORECASE,
)
_SEASON = re.compile(
    r"(?:in|this|next|over|during|for) (?:(?:the|early|late|this|next) ){0,2}"
    rf"(?P<season>{'|'.join(_SEASONS)})\b(?: (?P<year>20\d\d))?",
    re.IGNORECASE,
)
_STRETCH = re.compile(r"(?P<which>this|next|later this) (?P<unit>week|weekend|month)\b", re.IGNORECASE)
_SOME = re.compile(r"in (?:about |around )?(?:\d|an?\b|two|three|four|five|six|a few|a couple)", re.IGNORECASE)
#: Where such a phrase may begin.
_START = re.compile(
    r"(?<![\w'’])(?=\d|(?:in|on|at|by|for|from|during|over|around|next|this|later|the|early|mid|late|end|beginning|start"
    rf"|middle|tomorrow|today|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|{'|'.join(MONTHS)}"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b)",
    re.IGNORECASE,
)
#: "may" is a month only behind a preposition or before a number.
_MODAL = re.compile(r"may\b(?! (?:\d|20))", re.IGNORECASE)
_PARTS = {"early": (1, 10), "beginning": (1, 10), "start": (1, 10), "mid": (10, 20), "middle": (10, 20)}


def event_days(sentence: str, *, noted_on: date) -> Span | None:
    """The first and the last day that the first phrase for a time ahead may mean; None without one."""
    starts = (found.start() for found in _START.finditer(sentence))
    spans = (_read(sentence[start : start + 60], noted_on) for start in starts)
    return next((span for span in spans if span is not None), None)


def _read(text: str, noted_on: date) -> Span | None:
    day = leading_day(text, today=noted_on, prefer="future")
    if day is not None and day.day is not None and not day.rough and not _STRETCH.match(text):
        return _around(day.day, text)
    if (stretch := _STRETCH.match(text)) is not None:
        return _stretch(stretch["which"].casefold(), stretch["unit"].casefold(), noted_on)
    if (season := _SEASON.match(text)) is not None:
        return _season(season, noted_on)
    month = _MONTH.match(text)
    return None if month is None or _MODAL.match(text) else _month(month, noted_on)


def _around(day: date, text: str) -> Span:
    """ "in two weeks" is hardly ever to the day."""
    if not _SOME.match(text) or " day" in text[:16]:
        return day, day
    about = timedelta(days=15 if " month" in text[:24] else 3)
    return day - about, day + about


def _stretch(which: str, unit: str, noted_on: date) -> Span:
    monday = noted_on - timedelta(days=noted_on.weekday())
    if unit == "month":
        first = noted_on.replace(day=1)
        return _whole_month(months_later(first, 1)) if which == "next" else (noted_on, _whole_month(first)[1])
    ahead = 7 if which == "next" else 0
    sunday = monday + timedelta(days=6 + ahead)
    if unit == "weekend":
        return sunday - timedelta(days=1), sunday
    return (monday + timedelta(days=7) if ahead else noted_on), sunday


def _season(found: re.Match[str], noted_on: date) -> Span:
    number = _SEASONS[found["season"].casefold()]
    year = int(found["year"] or noted_on.year - (number == 12 and not found["year"]))
    while not found["year"] and _three_months(year, number)[1] < noted_on:
        year += 1
    return _three_months(year, number)


def _three_months(year: int, number: int) -> Span:
    first = date(year, number, 1)
    return first, _whole_month(months_later(first, 2))[1]


def _month(found: re.Match[str], noted_on: date) -> Span:
    number = next(index for index, name in enumerate(MONTHS, 1) if name.startswith(found["month"].casefold()[:3]))
    year = int(found["year"] or noted_on.year + (number < noted_on.month))
    first, last = _whole_month(date(year, number, 1))
    if not found["part"]:
        return first, last
    since, until = _PARTS.get(found["part"].casefold(), (20, last.day))
    return first.replace(day=since), first.replace(day=until)


def _whole_month(first: date) -> Span:
    return first, first.replace(day=monthrange(first.year, first.month)[1])
