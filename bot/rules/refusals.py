""" "Not Ana, too soon", "we're not close any more", "her sister keeps in touch": not them, and why."""

import re
from typing import Literal

from bot.rules.outreach_meanings import Refused
from bot.rules.roster import Roster

Because = Literal["soon", "distant", "moment", "other"]

_LENGTH = 160
_EDGES = " .,!?;:–-"
_OPENING = re.compile(r"(?:(?:no|nope|nah|sorry|hm+|please|well|oh),? )?(?:not|no)(?: to| with)? ", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:her|him|them|this one|that one|this person)\b", re.IGNORECASE)
_LINK = re.compile(
    r"[ ,:;.–-]{0,4}(?:because |as |since |cause |it's |that's |that would be |this is |just ){0,3}", re.IGNORECASE
)
_WHO = r"(?P<who>.{1,60})"
_PATTERNS: tuple[tuple[Because, str], ...] = (
    (
        "soon",
        r"(?:(?:is|it's|that's|this is|was|we just|a bit|a little|much|way|still|far) ){0,3}"
        r"(?:too (?:soon|early|often)|(?:talked|spoke|met|wrote)(?: too)? recently)(?: again)?"
        rf"(?: (?:for|with|after) {_WHO})?",
    ),
    (
        "distant",
        r"(?:(?P<who>.{1,60}?) and (?:i|me) (?:are|were) |(?:and (?:i|me) )?(?:we|they)?(?:'re| are|'ve| have)? ?)?"
        r"(?:(?:are|is)n't |not |no longer |never )(?:that |so |very |really |all that )?close(?: any ?more)?",
    ),
    (
        "distant",
        r"(?:(?P<who>.{1,60}?) and i |we ?)?(?:'ve |have )?(?:just )?(?:drifted|grew|grown|fell|fallen)(?: far)?"
        r" (?:apart|out)",
    ),
    (
        "moment",
        r"(?:(?:is|it's|that's|this is|now is|now's|a|the|not|isn't|just) ){0,4}"
        r"(?:wrong|bad|right|good) (?:moment|time|timing)(?: right now| now| at the moment)?"
        rf"(?: (?:for|with) {_WHO})?",
    ),
    (
        "other",
        r"(?:(?:somebody|someone) else|(?:my|her|his|their|our) [\w'-]{2,30}(?: [\w'-]{2,30})?|[\w'-]{2,40})"
        r" (?:already |usually |always )?(?:keeps(?: up)?|stays|is|does keep) (?:already )?(?:in (?:touch|contact)|up)"
        rf"(?: with {_WHO})?(?: (?:already|anyway))?",
    ),
)
_BECAUSE = tuple((because, re.compile(pattern, re.IGNORECASE)) for because, pattern in _PATTERNS)
#: Of these one tells news: "she keeps in touch", "it's the right moment".
_OF_THEM = re.compile(r"(?:she|he|they|i|we|it|you|who|that|this)(?: |')", re.IGNORECASE)
_GOOD_MOMENT = re.compile(r"\b(?:right|good) (?:moment|time|timing)", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|isn't|no)\b", re.IGNORECASE)


def read_refusal(text: str, roster: Roster) -> Refused | None:
    """`who` is "" where nobody is named; `because` is None where no reason, or one that isn't known, is said."""
    said = text.strip(_EDGES)
    if not said or len(said) > _LENGTH or "\n" in said:
        return None
    return _not_them(said, roster) or _named_first(said, roster) or _reason_only(said, roster)


def _not_them(said: str, roster: Roster) -> Refused | None:
    """ "not Ana", "not her: too soon"."""
    opening = _OPENING.match(said)
    if opening is None:
        return None
    who, end = _name_at(said, opening.end(), roster)
    if end is None:
        return None
    if not said[end:].strip(_EDGES):
        return Refused(who)
    link = _LINK.match(said, end)
    because = _because(said[link.end() if link else end :], roster)
    return Refused(who or because.who, because.because) if because else None


def _named_first(said: str, roster: Roster) -> Refused | None:
    """ "Ana: too soon", "Ana is too soon", "Ana and I aren't close any more"."""
    end = roster.known_at(said)
    if end is None:
        return None
    rest = said[end:]
    link = _LINK.match(rest)
    because = _because(rest[link.end() if link else 0 :].removeprefix("and I ").removeprefix("and i "), roster)
    keeps = because is not None and because.because == "other"
    return Refused(said[:end], because.because) if because and not keeps else None


def _reason_only(said: str, roster: Roster) -> Refused | None:
    found = _because(said, roster)
    return None if found is None or (found.because == "other" and _OF_THEM.match(said)) else found


def _because(said: str, roster: Roster) -> Refused | None:
    for because, pattern in _BECAUSE:
        found = pattern.fullmatch(said)
        if found is None or (because == "moment" and _GOOD_MOMENT.search(said) and not _NOT.search(said)):
            continue
        who = (found.groupdict().get("who") or "").strip(_EDGES)
        if not who or _PRONOUN.fullmatch(who) or who.lower() in ("me", "us", "now", "this", "that"):
            return Refused("", because)
        if roster.known_at(who) == len(who):
            return Refused(who, because)
    return None


def _name_at(said: str, start: int, roster: Roster) -> tuple[str, int | None]:
    if pronoun := _PRONOUN.match(said, start):
        return "", pronoun.end()
    end = roster.known_at(said, start)
    return (said[start:end], end) if end else ("", None)
