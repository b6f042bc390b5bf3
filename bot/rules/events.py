"""What a user noted that a contact has before them: an exam, an interview, a new job, coming back from leave.

Notes are free text, so only sentences of known shapes with a time ahead count, and the contact has to be who it happens
to: "exam on 12 June", "she starts at Stripe in May", "back from leave in autumn". Hedged and negated sentences, other
people's events ("her sister's wedding in June"), what is over already and whatever is hard news are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from bot.rules.event_days import event_days
from bot.rules.news import is_doubtful, is_hard, predicates, shaped, where_of

#: As in `bot.rules.lexicon`, and what else a note can announce.
EventKind = Literal[
    "exam", "interview", "launch", "talk", "trip", "race", "wedding", "show", "other", "job", "move", "back"
]
_NOUNS: dict[EventKind, str] = {
    "exam": r"exams?|finals|viva|thesis defen[cs]e|driving test|bar exam",
    "interview": r"(?:job )?interviews?|audition",
    "launch": r"launch|launches|launching|release|releases|opening|opens|goes live|going live",
    "talk": r"talk|keynote|lecture|presentation|speaks|speaking|presents|presenting|panel",
    "trip": r"trip|holidays?|vacation|travels?|travelling|traveling|flies|flying|cruise|safari|honeymoon",
    "race": r"races?|(?:half[- ])?marathon|triathlon|ironman|tournament",
    "wedding": r"wedding|gets married|getting married|marries|marrying",
    "show": r"shows?|concert|gig|exhibition|premi[eè]re|recital|vernissage",
    "other": r"graduation|graduates|graduating|retires|retiring|retirement|award ceremony|hackathon|moving day",
}
_KINDS = {f"k{number}": kind for number, kind in enumerate(_NOUNS)}
_BEFORE = (
    r"(?:(?:has|have|having|will|is|are|got|gets|plans?|planning|going|goes|on|to|be|being|sits?|sitting|takes?|taking"
    r"|gives?|giving|runs?|running|does|doing|preparing|prepares|prep|studying|studies|training|trains|for|heads?"
    r"|heading|off|leaves|leaving|performs?|performing|organi[sz]es|organi[sz]ing|hosts?|hosting|in|at|a|an|the|his|her"
    r"|their|big|first|second|next|final|last|new|own|important) ){0,6}"
)
#: Up to three words that say which one: "driving", "Berlin", "product".
_EVENT = re.compile(
    _BEFORE
    + r"(?P<what>(?:(?!(?:with|about|after|before|and|who|when|where)\b)[\w&-]{2,20} ){0,3}?(?:"
    + "|".join(f"(?P<{group}>{_NOUNS[kind]})" for group, kind in _KINDS.items())
    + r"))\b(?! (?:is|was|went|were) (?:over|done|well|great|fine|good|bad)\b)",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"(?:(?:is|will|be|comes?|coming|gets?|getting|should) ){0,3}(?P<what>(?:back|returns?|returning)"
    r"(?: (?:to work|to the office|home))?(?: from [\w' -]{2,40}?)?)(?= (?:in|on|at|next|this|by|early|mid|late|after"
    r"|around|from|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b)",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"(?:(?:just|already|finally|has|have|also) )?(?:had|passed|failed|did|took|gave|ran|was|were|went|finished|came|loved"
    r"|enjoyed|told|said|spoke|moved|started|joined|began|completed|married|graduated|won|lost|missed"
    r"|got (?:back|married))\b",
    re.IGNORECASE,
)
#: Whoever else an event may be of.
_OTHERS = re.compile(
    r"\b(?:sisters?|brothers?|sons?|daughters?|child|children|kids?|boys?|girls?|mothers?|fathers?|mum|mom|dad|parents?"
    r"|wife|husband|partner|boyfriend|girlfriend|fianc[eé]e?|friends?|boss|colleagues?|team|cousins?|uncle|aunt|niece"
    r"|nephew|grand\w+|neighbou?rs?|flatmate|roommate|i|my|we|our|us|me|i'm|i'll|we're|we'll)\b(?! (?:school|party))",
    re.IGNORECASE,
)
#: What the words of any event begin with, in small letters: looked for before the rest is read, and by first letters, for
#: notes are many and events are few.
_HINT = re.compile(
    r"\b(?:a(?:udition|ward)|b(?:ack|ar exam)|c(?:oncert|ruise)|driving|ex(?:am|hibition)|f(?:inals|l(?:ies|ying))"
    r"|g(?:ets? m|etting m|ig|o(?:es|ing) live|radua)|h(?:ackathon|alf|oliday|oneymoon)|i(?:nterview|ronman)|jo(?:b|in)"
    r"|keynote|l(?:aunch|ecture)|m(?:arathon|arrie|arry|ov)|new |open|p(?:anel|remi|resent)"
    r"|r(?:ace|ecital|elease|elocat|etir|eturn)|s(?:afari|how|peak|tart)|t(?:alk|hesis|ournament|ravel|riathlon|rip)"
    r"|v(?:acation|ernissage|iva)|wedding)"
)
_PLACE = re.compile(r" (?:at|with|to|in|for) (?P<where>(?-i:[A-Z])[\w&'’-]{1,20}(?: (?-i:[A-Z])[\w&'’-]{1,20}){0,2})")


@dataclass(frozen=True, slots=True)
class Event:
    """It happens on one of the days from `first_on` to `last_on`, which are the same where the day is known."""

    kind: EventKind
    #: As typed: "driving exam", "starts at Stripe", "back from leave".
    what: str
    first_on: date
    last_on: date
    #: The employer or the place, as typed; None where none was named.
    where: str | None = None


def events_in(note: str, *, noted_on: date, first_name: str | None) -> list[Event]:
    """The events a note announces, in its order."""
    return list(_events_in(note, noted_on, first_name)) if may_tell_of_event(note) else []


@lru_cache(maxsize=5_000)  # a look ahead reads the same notes for each of its weeks
def _events_in(note: str, noted_on: date, first_name: str | None) -> tuple[Event, ...]:
    found = (_event_in(sentence, noted_on) for sentence in predicates(note, first_name) if may_tell_of_event(sentence))
    events = tuple(event for event in found if event is not None)
    return () if not events or is_hard(note) else events


def may_tell_of_event(note: str) -> bool:
    """Whether it is worth reading; cheap."""
    return _HINT.search(note.lower()) is not None


def events_of(noted: Iterable[tuple[date, str]], *, first_name: str | None) -> list[tuple[date, Event]]:
    """What notes announce, each with the day it was noted."""
    return [
        (noted_on, event)
        for noted_on, note in noted
        for event in events_in(note, noted_on=noted_on, first_name=first_name)
    ]


def _event_in(sentence: str, noted_on: date) -> Event | None:
    if is_doubtful(sentence) or _PAST.match(sentence) or _OTHERS.search(sentence):
        return None
    told = _told(sentence)
    when = event_days(sentence, noted_on=noted_on) if told is not None else None
    return None if told is None or when is None else Event(told[0], _tidy(told[1]), *when, told[2])


def _told(sentence: str) -> tuple[EventKind, str, str | None] | None:
    """What kind, what exactly, and where."""
    if (back := _BACK.match(sentence)) is not None:
        return "back", back["what"], None
    if (news := shaped(sentence)) is not None:
        return news[0], news[1][0], where_of(news[1])
    found = _EVENT.match(sentence)
    if found is None:
        return None
    place = _PLACE.match(sentence, found.end())
    return _kind(found), found["what"], _named(place)


def _kind(found: re.Match[str]) -> EventKind:
    return next(kind for group, kind in _KINDS.items() if found[group])


def _named(place: re.Match[str] | None) -> str | None:
    return where_of(place) if place is not None else None


def _tidy(words: str) -> str:
    return " ".join(words.split())
