"""Birthdays, read from the ways people write a day of the year."""

import re
from datetime import date, timedelta

from bot.rules.vocabulary import MONTHS

_MONTHS = {name[:length]: number for number, name in enumerate(MONTHS, start=1) for length in {3, 4, len(name)}}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?"
_YEAR = r"(?:,? {0,2}(?:in )?(?P<year>\d{4}|['’]\d\d))?"
#: The shapes of a day, most particular first. Numbers are day first, as most of the world writes them.
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
        r"--(?P<month>\d{2})-?(?P<day>\d{2})",
        r"(?P<day>\d{1,2}) ?[-/.] ?(?P<month>\d{1,2})(?: ?[-/.] ?(?P<year>\d{4}|\d\d)|\.)?",
        rf"(?:the )?{_DAY}[ -]?(?:of )?{_MONTH}(?:[ -]?{_YEAR})?",
        rf"{_MONTH} ?(?:the )?{_DAY}{_YEAR}",
    )
)
_WORDS = re.compile(
    r"(?:(?:her|his|their|the|whose)\s)?(?:birthday|b-?day|birth ?date|date of birth|dob|born|🎂)"
    r"(?:\s?(?:is|was|on|:|=|-|falls))*\s?(?:the\s|on\s|in\s)?",
    re.IGNORECASE,
)
_RELATIVE = {"today": 0, "tomorrow": 1, "yesterday": -1}
_OLDEST = 1900


def says_birthday(text: str) -> bool:
    """Whether the text begins by speaking of a birthday."""
    return _WORDS.match(text.strip()) is not None


def read_birthday(text: str, *, today: date) -> str | None:
    """The day the whole text names, with or without the word birthday: "1990-05-12", or "--05-12" without a year.

    Day before month unless only the other order exists. None for a day there never was (31 February, or 29 February of
    a common year), a day to come, a year before 1900, and for anything else.
    """
    said = " ".join(text[:100].lower().split()).strip(" .!,")
    if words := _WORDS.match(said):
        said = said[words.end() :].strip(" .!,")
    if said in _RELATIVE:
        return f"--{today + timedelta(days=_RELATIVE[said]):%m-%d}"
    for shape in _SHAPES:
        if match := shape.fullmatch(said):
            return _birthday(match, today)
    return None


def _birthday(match: re.Match[str], today: date) -> str | None:
    parts = match.groupdict()
    day, month = int(parts["day"]), _month(parts["month"])
    if month > 12 and day <= 12:
        day, month = month, day
    year = _year(parts.get("year"), today)
    try:
        # 2000 is a leap year: without a year the 29th of February is a birthday.
        born = date(year or 2000, month, day)
    except ValueError:
        return None
    if year is None:
        return f"--{born:%m-%d}"
    return born.isoformat() if year >= _OLDEST and born <= today else None


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTHS[text]


def _year(text: str | None, today: date) -> int | None:
    """The year; two digits mean the latest such year that is not to come."""
    if text is None:
        return None
    digits = text.strip("'’")
    if len(digits) == 4:
        return int(digits)
    year = today.year // 100 * 100 + int(digits)
    return year if year <= today.year else year - 100
