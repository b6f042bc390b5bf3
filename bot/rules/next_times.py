""" "Ana again in two weeks", "not before summer": when somebody is to be named the next time."""

import re
from datetime import date

from bot.rules.coming_days import read_coming_day
from bot.rules.outreach_meanings import NextTime
from bot.rules.roster import Roster

_LENGTH = 120
_NOTE_LENGTH = 4000
_HER = r"(?:her|him|them)"
_EDGES = " .,!?;:–-"
#: Behind the name, or alone: a day.
_AGAIN = re.compile(
    r"(?:(?:please|pls|ok|okay|maybe|perhaps|better|only|but|and|then|let's|lets|talk|speak|meet|write|call|catch up"
    r"|check in|to|with|reach out|ping) ?){0,4}(?:again|next time|next one|the next time|next)[,:]? "
    r"(?:is |be |should be |would be |only |maybe |perhaps |around |about )?(?P<day>.+)",
    re.IGNORECASE,
)
#: Behind "bring Ana": alone, "back in May" is a break, and "Ana back in May" is news.
_BACK = re.compile(r"back[,:]? (?:again |only |maybe |perhaps |around |about )?(?P<day>.+)", re.IGNORECASE)
#: Behind the name, or alone: a day before which nothing is to come.
_NOT_BEFORE = re.compile(
    r"(?:please |pls |but |only |maybe |and )?(?:not|no|nothing|never)(?: again| any more)? (?:before|until|till|'til)"
    r" (?P<day>.+)",
    re.IGNORECASE,
)
_ONLY_FROM = re.compile(
    r"(?:not (?:again )?for|(?:again )?only(?: again)?(?: from| in|(?= after))) (?P<day>.+)", re.IGNORECASE
)
_PLEASE = re.compile(r",? (?:please|pls|thanks|thank you)\Z", re.IGNORECASE)
#: Before the name.
_BRING = re.compile(
    r"(?:(?:please|pls|can you|could you|dotty),? ){0,2}(?:name|suggest|bring(?: up)?|bring back|remind me (?:of|about)"
    r"|ask me about|tell me (?:of|about)|nudge me about|come back to|next time(?: with| for)?|again with) ",
    re.IGNORECASE,
)
_LEAVE = re.compile(
    r"(?:(?:please|pls|can you|could you|dotty),? ){0,2}(?:(?:don't|do not|never) (?:name|suggest|bring(?: up)?"
    r"|remind me (?:of|about)|ask me about|nudge me about)|not|no|snooze|leave|mute|rest|pause|let|give) ",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"(?:(?:again|back|alone|be|rest|sleep|in peace|a rest|wait|a break) ){0,4}(?P<how>before|until|till|'til|for)"
    r" (?P<day>.+)",
    re.IGNORECASE,
)
_PRONOUN = re.compile(rf"{_HER}\b", re.IGNORECASE)
#: In a note: where such a clause begins, and where it may end. "talked again in March" tells of the past.
_CLAUSE = re.compile(r"[,;.!?\n]| [–-] |\band\b|\bbut\b|\bso\b", re.IGNORECASE)
_IN_NOTES = re.compile(
    r"\A(?:(?:i'd|i'll|i|we'll|we|we're|should|will|would|want to|like to|going to|gonna|let's|lets|to|talk|speak|meet"
    r"(?: up)?|write|call|catch up|check in|ping|see|touch base|have (?:lunch|coffee|dinner)|her|him|them|each other"
    r"|with|maybe|then|please|reach out|remind me|name|ask|bring|up) ){0,8}"
    r"(?P<mark>again|next time|the next time|next one|not (?:again )?(?:before|until|till))[,:]?(?: is| only| maybe)?"
    r" (?P<day>.+)\Z",
    re.IGNORECASE,
)


def read_next_time(text: str, roster: Roster, *, today: date) -> NextTime | None:
    """When somebody is to be named again; `who` is "" where the sentence names nobody."""
    said = _PLEASE.sub("", text[: 2 * _LENGTH].strip(_EDGES))
    if not said or len(said) > _LENGTH or "\n" in said:
        return None
    return _unnamed(said, today) or _named_first(said, roster, today) or _named_later(said, roster, today)


def next_time_in(note: str, today: date) -> NextTime | None:
    """The next time that the words after "done" tell of: "lunch, all well, again in two weeks". `who` is ""."""
    clauses = [clause.strip(_EDGES) for clause in _CLAUSE.split(note[:_NOTE_LENGTH])]
    for clause in clauses:
        found = _IN_NOTES.match(clause) if len(clause) <= _LENGTH else None
        if found is None:
            continue
        limit = found["mark"].lower().startswith("not")
        if day := read_coming_day(found["day"], today=today, limit=limit):
            return NextTime("", not_before=day) if limit else NextTime("", on=day)
    return None


def _unnamed(said: str, today: date, who: str = "") -> NextTime | None:
    """ "again in two weeks", "not before summer"."""
    for pattern in (_NOT_BEFORE, _ONLY_FROM):
        if (found := pattern.fullmatch(said)) and (day := read_coming_day(found["day"], today=today, limit=True)):
            return NextTime(who, not_before=day)
    found = _AGAIN.fullmatch(said)
    day = read_coming_day(found["day"], today=today) if found else None
    return NextTime(who, on=day) if day else None


def _named_first(said: str, roster: Roster, today: date) -> NextTime | None:
    """ "Ana again in two weeks", "Ana not before summer"."""
    end = _name_end(said, 0, roster)
    if end is None:
        return None
    who, rest = said[:end], said[end:].strip(_EDGES)
    return _unnamed(rest, today, "" if _PRONOUN.fullmatch(who) else who) if rest else None


def _named_later(said: str, roster: Roster, today: date) -> NextTime | None:
    """ "bring Ana back in March", "don't name Ana before summer", "leave her alone until May"."""
    for opening, leaves in ((_LEAVE, True), (_BRING, False)):
        found = opening.match(said)
        end = _name_end(said, found.end(), roster) if found else None
        if found is None or end is None:
            continue
        who, rest = said[found.end() : end], said[end:].strip(_EDGES)
        who = "" if _PRONOUN.fullmatch(who) else who
        left = _LEFT.fullmatch(rest) if leaves else None
        if left and (day := _ended(left["how"], left["day"], today)):
            return NextTime(who, not_before=day)
        on = (_AGAIN.fullmatch(rest) or _BACK.fullmatch(rest)) if not leaves else None
        day = read_coming_day(on["day"] if on else rest, today=today) if not leaves and rest else None
        if day:
            return NextTime(who, on=day)
    return None


def _ended(how: str, said: str, today: date) -> date | None:
    return read_coming_day(f"for {said}" if how == "for" else said, today=today, limit=True)


def _name_end(said: str, start: int, roster: Roster) -> int | None:
    pronoun = _PRONOUN.match(said, start)
    return pronoun.end() if pronoun else roster.known_at(said, start)
