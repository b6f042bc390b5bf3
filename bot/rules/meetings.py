"""How and when people met, and days that are past, read from words."""

import re
from datetime import date, timedelta

from bot.rules.birthdays import read_birthday
from bot.rules.drafts import Draft

LONGEST = 300
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_SPANS = {"day": 1, "week": 7}
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
_DAY = re.compile(
    r"(?<![\w-])(?:"
    r"(?P<today>(?:earlier )?today|just now|this (?:morning|afternoon|evening)|tonight)|"
    r"(?P<before>(?:the )?day before yesterday)|"
    r"(?P<yesterday>(?:yesterday|last night)(?: (?:morning|afternoon|evening|night))?)|"
    r"(?P<week>last week)|"
    r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six) (?P<span>day|week)s? ago|"
    rf"(?:(?:on|last|this|this past) )(?P<weekday>{'|'.join(_WEEKDAYS)})|"
    rf"(?:on )?(?:the )?(?P<date>\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}(?:,? \d{{4}})?|"
    rf"{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?(?!\d)|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})"
    r")(?![\w-])",
    re.IGNORECASE,
)
_MET = re.compile(
    r"(?:(?:how|where) we met ?[:=]? ?|(?:(?:i|we)(?:['’]d| had)? )?(?:(?:first|just|also|originally|recently) "
    r")*met(?:\b|:) ?"
    r"(?:(?:her|him|them|each other) ?(?:up )?)?)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_PREPOSITION = re.compile(
    r"(?:at|in|on|through|via|during|by|over|while|when|after|before|near|around|from|for|with|thanks|because|"
    r"online|as|"
    r"back|long|years?|months?|many|some|once|randomly|outside|inside|\d+ )\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_TOUCHED = re.compile(
    r"(?:we |i )?(?:last |just )?(?P<how>spoke|talked|chatted|called|phoned|rang|emailed|mailed|wrote|texted|"
    r"messaged|saw|"
    r"met up|had (?:a )?(?:coffee|lunch|dinner|drinks?|breakfast|call)|seen|contact(?:ed)?|touch(?:ed)?)\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_CHANNELS = {
    "called": "call",
    "phoned": "call",
    "rang": "call",
    "emailed": "email",
    "mailed": "email",
    "wrote": "message",
    "texted": "message",
    "messaged": "message",
    "saw": "meeting",
    "seen": "meeting",
    "met up": "meeting",
}


def read_met(text: str, *, today: date) -> Draft | None:
    """ "met at PyCon yesterday" as the phrase after met, the day they met, and a touch on that day; None for others."""
    match = _MET.fullmatch(text) if len(text) <= LONGEST else None
    if match is None:
        return None
    phrase, day = take_day(match["rest"], today=today)
    met = _as_phrase(phrase)
    return (
        Draft(name="", met=met, met_on=day, touched_on=day, channel="meeting" if day else None) if met or day else None
    )


def read_touched(text: str, *, today: date) -> Draft | None:
    """ "last spoke 3 May" as a touch on that day, by its channel; None without a day that is past."""
    match = _TOUCHED.fullmatch(text) if len(text) <= LONGEST else None
    if match is None:
        return None
    rest, day = take_day(match["rest"], today=today)
    if day is None:
        return None
    channel = "meeting" if match["how"].lower().startswith("had") else _CHANNELS.get(match["how"].lower())
    if match["how"].lower().endswith(" call"):
        channel = "call"
    return Draft(name="", touched_on=day, channel=channel, notes=(text.strip(),) if rest.strip(" :,.") else ())


def take_day(text: str, *, today: date) -> tuple[str, date | None]:
    """The text without the first past day it names, and that day. A weekday is the latest before today, a date without
    a year the latest that is not to come; "last week" is seven days ago. A bare year or month is no day, and stays."""
    for match in _DAY.finditer(text):
        if (day := _day(match, today)) is not None:
            left = f"{text[: match.start()].rstrip()} {text[match.end() :].lstrip()}"
            return left.strip(" ,"), day
    return text.strip(), None


def _day(match: re.Match[str], today: date) -> date | None:
    if match["date"]:
        return _past_date(match["date"], today)
    if match["weekday"]:
        return today - timedelta((today.weekday() - _WEEKDAYS.index(match["weekday"].lower()) - 1) % 7 + 1)
    if match["count"]:
        count = match["count"].lower()
        number = int(count) if count.isdigit() else _COUNTS[count]
        return today - timedelta(number * _SPANS[match["span"].lower()])
    back = {"today": 0, "yesterday": 1, "before": 2, "week": 7}
    return next(today - timedelta(days) for group, days in back.items() if match[group])


def _past_date(text: str, today: date) -> date | None:
    """The date, by the same reading as a birthday; without a year the latest that is not to come."""
    read = read_birthday(text, today=today)
    if read is None or not read.startswith("--"):
        return date.fromisoformat(read) if read else None
    month, day = int(read[2:4]), int(read[5:7])
    for year in range(today.year, today.year - 9, -1):
        if (month, day) == (2, 29) and (year % 4 or (year % 100 == 0 and year % 400)):
            continue
        if (when := date(year, month, day)) <= today:
            return when
    return None


def _as_phrase(text: str) -> str | None:
    """What follows "met": "PyCon" becomes "at PyCon", "2019" "in 2019"."""
    phrase = text.strip(" ,.:;-–")
    if not phrase or _PREPOSITION.match(phrase):
        return phrase or None
    if _YEAR.fullmatch(phrase):
        return f"in {phrase}"
    return f"at {phrase}" if phrase[0].isupper() or phrase[0].isdigit() or phrase.startswith(("the ", "a ")) else phrase
