""" "Why Ana?", "why her?", "why not Ben?", "when is it Ben's turn?": what decided whom Dotty named."""

import re

from bot.rules.outreach_meanings import Why
from bot.rules.roster import Roster

_LENGTH = 100
_EDGES = " .,!?;:…"
_ASKS = re.compile(
    r"(?:(?:but|and|so|hey|hm+|dotty|ok|okay),? ){0,3}(?:why|how come|what made you (?:choose|pick|name|suggest))"
    r"(?: (?:not|is it|was it|did you (?:choose|pick|name|suggest)|do you (?:name|suggest)|are you (?:naming|suggesting)"
    r"|didn't you (?:choose|pick|name|suggest)|haven't you named|exactly|just|always|again|me)){0,3} ",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"(?:and )?when(?:'s| is| does| will| comes| do you name)(?: it)? (?P<who>.{1,80}?)(?:'s? turn| come(?: up)?| be named"
    r"| next)(?: again)?",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:'s turn)?(?: (?:now|again|this week|today|of all people|first|yet|and not \S{1,40}))?", re.IGNORECASE
)
_NOBODY_NAMED = re.compile(
    r"(?:(?:but|and|so|hey),? )?why(?: (?:her|him|them|that one|this one|this person|that person|now|this week|today"
    r"|did you (?:pick|choose|name|suggest) (?:her|him|them)))?(?: (?:now|again|this week|today))?",
    re.IGNORECASE,
)


def read_why(text: str, roster: Roster) -> Why | None:
    """`who` is "" where nobody is named: whom the open nudge names is meant."""
    said = text.strip(_EDGES)
    if len(said) > _LENGTH or "\n" in said:
        return None
    if _NOBODY_NAMED.fullmatch(said):
        return Why("")
    if (asked := _WHEN.fullmatch(said)) and roster.known_at(asked["who"]) == len(asked["who"]):
        return Why(asked["who"])
    found = _ASKS.match(said)
    end = roster.known_at(said, found.end()) if found else None
    if found is None or end is None or not _TAIL.fullmatch(said, end):
        return None
    return Why(said[found.end() : end])
