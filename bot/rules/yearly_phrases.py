"""Days that come round every year, and how long before them to be told."""

import re
from datetime import date

from bot.rules.birthdays import read_birthday
from bot.rules.outreach_meanings import Dated, HeadsUp
from bot.rules.roster import Roster
from bot.rules.vocabulary import NUMERALS

#: A nudge tells of a day this long before at most, in days.
MOST_DAYS = 60

_LENGTH = 160
_NAME_LENGTH = 64
_EDGES = " .,!?;:"
#: What comes round by itself; of anything else "every year" has to be said.
_YEARLY = (
    r"(?:[\w'-]{1,30} ){0,3}?(?:anniversary|name ?day|saint'?s day|feast day|jubilee|memorial day|yahrzeit"
    r"|(?:mother|father|women|teacher)'?s'? day|graduation day)"
)
_REMEMBER = re.compile(
    r"(?:(?:please|pls|and|also|dotty),? ){0,3}"
    r"(?:(?:remember|note|keep in mind|don't forget|remind me of|add|save)(?: that)? )?",
    re.IGNORECASE,
)
_FORGET = re.compile(
    r"(?:(?:please|pls),? )?(?:forget|delete|remove|drop|take away|take off)(?: about)? (?!that )", re.IGNORECASE
)
_OWNED = re.compile(rf"(?:'s?|s') (?P<name>{_YEARLY})", re.IGNORECASE)
_OWNED_SAID = re.compile(r"(?:'s?|s') (?P<name>[^\W\d_][\w' -]{1,60}?)(?= (?:is|on|comes|falls)\b|:)", re.IGNORECASE)
_DAY = re.compile(
    r"(?: (?:is|was|falls|comes)(?: round)?)?(?: always)?[:,]?(?: every year| each year)?(?: is)?(?: on)?(?: the)?"
    r" (?P<day>.{3,40}?)"
    r"(?P<every>,? (?:every|each) year|,? yearly)?",
    re.IGNORECASE,
)
_EVERY = re.compile(r"\b(?:every|each) year\b|\byearly\b", re.IGNORECASE)
_NO_DATES = frozenset({"birthday", "b-day", "bday", "birth day"})

_NUMBER = r"\d{1,2}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_BEFORE = (
    rf"(?P<count>{_NUMBER}) (?P<unit>day|week|month)s?"
    r" (?:before(?:hand)?|ahead(?: of)?|in advance(?: of)?|early|prior to)"
)
_WHEN = r"(?P<same>on the (?:very |same )?day(?: itself)?|the same day)|(?P<eve>the day before)"
_TELL = (
    r"(?:(?:please|pls|can you|could you),? ){0,2}(?:remind me|tell me|nudge me|let me know|warn me|name (?:her|him|them)"
    r"|heads[ -]up|give me a heads[ -]up)"
)
_TELL_FIRST = re.compile(rf"{_TELL} (?:{_BEFORE}|{_WHEN})(?: (?:of|for|about))? (?=\S)", re.IGNORECASE)
_TELL_LAST = re.compile(rf"{_TELL} (?:of|about|for) ", re.IGNORECASE)
_OF_DAY = re.compile(rf"(?:'s?|s') (?:birthday|b-?day|yearly dates|dates|days|{_YEARLY})(?:s)?", re.IGNORECASE)
_TIME_LAST = re.compile(rf"[,:]? (?:{_BEFORE}|{_WHEN})(?: it)?", re.IGNORECASE)
#: The year of a yearly date may also lie ahead.
_LATEST = date(9999, 12, 31)
_UNITS = {"day": 1, "week": 7, "month": 30}


def read_yearly(text: str, roster: Roster) -> Dated | HeadsUp | None:
    """A yearly date to keep, or, with `day` "", to forget; or how many days ahead to be told."""
    said = text.strip(_EDGES)
    if not said or len(said) > _LENGTH or "\n" in said:
        return None
    return _heads_up(said, roster) or _forgotten(said, roster) or _dated(said, roster)


def _dated(said: str, roster: Roster) -> Dated | None:
    opening = _REMEMBER.match(said)
    start = opening.end() if opening else 0
    end = roster.known_at(said, start)
    if end is None:
        return None
    owned = _OWNED.match(said, end) or (_OWNED_SAID.match(said, end) if _EVERY.search(said, end) else None)
    told = _DAY.fullmatch(said, owned.end()) if owned else None
    if owned is None or told is None or owned["name"].lower() in _NO_DATES:
        return None
    day = read_birthday(told["day"], today=_LATEST)
    return Dated(said[start:end], owned["name"][:_NAME_LENGTH], day) if day else None


def _forgotten(said: str, roster: Roster) -> Dated | None:
    opening = _FORGET.match(said)
    end = roster.known_at(said, opening.end()) if opening else None
    owned = _OWNED.fullmatch(said, end) if end else None
    if opening is None or owned is None or owned["name"].lower() in _NO_DATES:
        return None
    return Dated(said[opening.end() : end], owned["name"][:_NAME_LENGTH], "")


def _heads_up(said: str, roster: Roster) -> HeadsUp | None:
    """ "remind me 3 days before Ana's birthday", "tell me of Ben's birthday on the day"."""
    if first := _TELL_FIRST.match(said):
        end = roster.known_at(said, first.end())
        named = _OF_DAY.fullmatch(said, end) if end else None
        return _told(said[first.end() : end], first) if named else None
    opening = _TELL_LAST.match(said)
    end = roster.known_at(said, opening.end()) if opening else None
    named = _OF_DAY.match(said, end) if end else None
    last = _TIME_LAST.fullmatch(said, named.end()) if named else None
    return _told(said[opening.end() : end], last) if opening and last else None


def _told(who: str, found: re.Match[str]) -> HeadsUp | None:
    if found["same"]:
        return HeadsUp(who, 0)
    if found["eve"]:
        return HeadsUp(who, 1)
    typed = found["count"].lower()
    count = int(typed) if typed.isdecimal() else {"a": 1, "an": 1, **NUMERALS}[typed]
    days = count * _UNITS[found["unit"].lower()]
    return HeadsUp(who, days) if days <= MOST_DAYS else None
