"""How often somebody wishes to be in touch, read from words into days."""

import re

from rapidfuzz import fuzz

from bot.rules.vocabulary import NUMERALS

#: Nobody means to be in touch less often than once in ten years.
LONGEST = 3650

#: Words that stand for a whole cadence.
_ADVERBS = {
    "daily": 1,
    "everyday": 1,
    "weekly": 7,
    "biweekly": 14,
    "bi-weekly": 14,
    "fortnightly": 14,
    "monthly": 30,
    "bimonthly": 60,
    "bi-monthly": 60,
    "quarterly": 91,
    "half-yearly": 182,
    "half yearly": 182,
    "semiannually": 182,
    "semi-annually": 182,
    "biannually": 182,
    "bi-annually": 182,
    "yearly": 365,
    "annually": 365,
}
_ADJECTIVES = {"annual": 365, "semi-annual": 182, "semiannual": 182, "biannual": 182, "bi-annual": 182}
_NUMBERS = {
    "a": 1,
    "an": 1,
    **NUMERALS,
    "other": 2,
    "second": 2,
    "third": 3,
    "couple": 2,
    "couple of": 2,
    "a couple of": 2,
    "few": 3,
    "a few": 3,
    "half": 0.5,
    "half a": 0.5,
}
_TIMES = {"once": 1, "one time": 1, "twice": 2, "thrice": 3}
_UNITS = {
    "day": 1.0,
    "week": 7.0,
    "fortnight": 14.0,
    "month": 365 / 12,
    "quarter": 365 / 4,
    "year": 365.0,
    "d": 1.0,
    "w": 7.0,
    "wk": 7.0,
    "mo": 365 / 12,
    "yr": 365.0,
    "y": 365.0,
}

_NUMBER = r"\d{1,4}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True))
_UNIT = r"(?P<unit>day|week|fortnight|month|quarter|year|wk|mo|yr|d|w|y)s?\b"
_INTRO = re.compile(
    r"(?:(?:please|and|also|i(?:['’]d| would) like to|i want to|let['’]?s|to) )*"
    r"(?:(?:keep|be|stay|get|keep me) in touch|in touch|touch base|check in|catch up|reach out|talk|speak|meet(?: up)?|"
    r"call|write|ping|contact|message|remind me|nudge me|see)?"
    r"(?: (?:with )?(?:her|him|them|each other))?[ :,-]{0,3}"
    r"(?:(?:cadence|frequency|rhythm|how often)(?: is)?[ :=]{1,3})?",
)
_EVERY = re.compile(rf"(?:once )?(?:every|each|per)[ -](?:(?P<number>{_NUMBER})[ -]?)?{_UNIT}")
_OFTEN = re.compile(
    rf"(?:(?P<word>once|one time|twice|thrice)|(?P<number>\d{{1,3}}|three|four|five|six) ?(?:x|×|times)) ?"
    rf"(?:a|an|per|each|every|/|in a)? ?(?:(?P<adverb>weekly|monthly|yearly)|{_UNIT})"
)
_WEEKDAY = re.compile(r"(?:every|each) (?:mon|tues|wednes|thurs|fri|satur|sun)days?")
#: Whatever signs end it (a full stop, a smiley) say nothing, except that "?" asks.
_OUTRO = re.compile(r"(?:,? (?:please|or so|at least|at most|ish|if possible|thanks))?[^\w?]{0,6}")
#: Behind these one letter more or less makes another word ("early"); the longer ones bear a slip of the finger.
_OFTEN_MISSPELT = ("weekly", "biweekly", "monthly", "quarterly", "fortnightly", "annually")
#: rapidfuzz's ratio: "mothly" and "monhtly" are 92 and 86 to "monthly", "kimberly" is 57 to "weekly".
_ALIKE = 80


def read_cadence(text: str) -> int | None:
    """The cadence in days that the whole text says ("monthly", "every 2 weeks", "twice a year"); None if it says none.

    A month is a twelfth of 365 days and a quarter a fourth, rounded down: monthly 30, quarterly 91. "biweekly" is every
    two weeks and "bimonthly" every two months. Only 1 to 3650 days make a cadence.
    """
    said = " ".join(text[:100].lower().split())
    if len(text) > 100 or not said:
        return None
    start = _INTRO.match(said)
    said = said[start.end() :] if start else said
    days = _read_days(said)
    return days if days is not None and 1 <= days <= LONGEST else None


def is_misspelt(word: str) -> bool:
    """Whether the word is a cadence with a slip of the finger ("mothly"): not to be kept as part of a name."""
    low = word.lower()
    return low not in _ADVERBS and len(low) > 4 and any(fuzz.ratio(low, each) >= _ALIKE for each in _OFTEN_MISSPELT)


def _read_days(said: str) -> int | None:
    for word, days in (_ADVERBS | _ADJECTIVES).items():
        if said.startswith(word) and _OUTRO.fullmatch(said, len(word)):
            return days
    for pattern, read in ((_EVERY, _every_days), (_OFTEN, _often_days), (_WEEKDAY, _weekday_days)):
        if (match := pattern.match(said)) and _OUTRO.fullmatch(said, match.end()):
            return read(match)
    return None


def _every_days(match: re.Match[str]) -> int:
    number = match["number"] or "1"
    return int((int(number) if number.isdigit() else _NUMBERS[number]) * _UNITS[match["unit"]])


def _often_days(match: re.Match[str]) -> int | None:
    word, number = match["word"], match["number"]
    times = _TIMES[word] if word else int(number) if number.isdigit() else int(_NUMBERS[number])
    span = _ADVERBS[match["adverb"]] if match["adverb"] else _UNITS[match["unit"]]
    return int(span / times) if times else None


def _weekday_days(_: re.Match[str]) -> int:
    return 7
