"""Settings in one's own words: "move my nudges to Wednesday 6pm", "I live in Paris", "2 nudges per week"."""

import re

from bot.rules.meanings import Located, Meaning, Paced, Scheduled
from bot.rules.places import is_city
from bot.rules.slots import read_slot

_LENGTH = 80
_POLITE = re.compile(r"\A(?:(?:please|pls|can you|could you|dotty|hey|ok|so|now)[, ]{1,2}){0,3}", re.IGNORECASE)
_MOVE = re.compile(
    r"(?:move|change|set|switch|shift|put|update|make)(?: (?:my|the|your|dotty's))?"
    r"(?: (?:weekly|nudges?|time|day|hour|weekday|schedule|it)){1,2}(?: of the (?:day|week))?(?: (?:to|on|at|for))? ",
    re.IGNORECASE,
)
_NUDGE = re.compile(
    r"(?:nudge me|write(?: to)? me|message me|ping me|remind me|come|nudges?) (?=(?:on|every|each|at) )", re.IGNORECASE
)
_EVERY = re.compile(r"(?:every|each) |days\b", re.IGNORECASE)
_ZONE = re.compile(r"(?:(?:set|change|switch|update) )?(?:my |the )?time ?zone(?: is| to|:| =)? (?P<place>\S.{0,40})",
                   re.IGNORECASE)  # fmt: skip
_LIVE = re.compile(
    r"(?:i|we)(?:'m|'ve|'re| am| have| are)? (?:just |now |currently )?(?:moved to|live in|living in|based in)"
    r" (?P<place>[^\n,;]{2,40})|my city is (?P<city>[^\n,;]{2,40})",
    re.IGNORECASE,
)
_AM_IN = re.compile(r"(?:i'm|i am|im|we're|we are)(?: now| currently)? in (?P<place>[^\n,;]{2,40})", re.IGNORECASE)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "once": 1, "twice": 2, "a": 1}
_PACE = re.compile(
    r"(?:(?:(?:nudge me(?: about)?|send me|give me|show me|name|make it|i want|i'd like|set to) )?"
    r"(?P<count>[1-7]|one|two|three|four|five|six|seven|a) (?:nudges?|people|persons?|names?|contacts?)"
    r"|nudge me (?P<often>once|twice)) (?:a|per|each|every) week",
    re.IGNORECASE,
)


def read_setting(text: str) -> Meaning | None:
    """Scheduled, Located or Paced where the whole message is such a wish; None otherwise."""
    if len(text) > _LENGTH or "\n" in text:
        return None
    said = _POLITE.sub("", text, count=1).strip(" .!?")
    return _slot(said) or _place(said) or _pace(said)


def _slot(said: str) -> Scheduled | None:
    moved, nudged = _MOVE.match(said), _NUDGE.match(said)
    found = moved or nudged
    words = said[found.end() :] if found else said
    slot = read_slot(words) if len(words.split()) <= 6 else read_slot("")
    both = slot.weekday is not None and slot.at is not None
    sure = both or moved or (nudged and _EVERY.search(words))
    return Scheduled(slot.weekday, slot.at) if sure and any(each is not None for each in slot) else None


def _place(said: str) -> Located | None:
    """ "I'm in a meeting" is no place; where one lives or one's time zone is always meant as one."""
    if found := _ZONE.fullmatch(said):
        return Located(found["place"].strip())
    if found := _LIVE.fullmatch(said):
        return Located((found["place"] or found["city"]).strip().removesuffix(" now"))
    found = _AM_IN.fullmatch(said)
    return Located(found["place"].strip()) if found and is_city(found["place"].strip()) else None


def _pace(said: str) -> Paced | None:
    found = _PACE.fullmatch(said)
    count = (found["count"] or found["often"]).lower() if found else ""
    return Paced(_NUMBERS.get(count) or int(count)) if count else None
