"""Other words for an opener: "shorter", "warmer", "in Spanish", "ask for an intro to Grace", "write to Ana formally"."""

import re
from typing import Literal

from bot.rules.languages import code_of
from bot.rules.outreach_meanings import Reworded, Voiced
from bot.rules.roster import Roster

_LENGTH = 120
_LEAD = re.compile(
    r"(?:(?:please|pls|can you|could you|would you|now|ok|okay|hm+|and|but|no|maybe|make|put|write|say|have|try|do|it|this|"
    r"that|the opener|the message|one|something|a bit|a little|a lot|much|way|slightly|too|rather|be|sound)[, ]+){0,7}",
    re.IGNORECASE,
)
_TAIL = r"(?:[, ]+(?:please|pls|one|version|opener|message|words|wording|tone|then|instead|now|to (?:her|him|them)))*[ .!?]*"
_HOW: tuple[tuple[Literal["shorter", "warmer", "formal"], re.Pattern[str]], ...] = (
    ("shorter", re.compile(rf"(?:short(?:er|en)?(?: it)?|brief(?:er|ly)?|less wordy|more concise){_TAIL}", re.I)),
    (
        "warmer",
        re.compile(
            rf"(?:warm(?:er|ly)?|friendl(?:y|ier)|less (?:formal|stiff|cold)|more (?:personal|casual|relaxed|friendly)|"
            rf"casual(?:ly)?|informal(?:ly)?|nicer){_TAIL}",
            re.I,
        ),
    ),
    (
        "formal",
        re.compile(rf"(?:(?:more )?(?:formal(?:ly)?|polite(?:ly|r)?|serious|professional(?:ly)?)){_TAIL}", re.I),
    ),
)
#: Behind "too": what would mend it. Of "too short" there is nothing more to say.
_MENDED: dict[str, Literal["shorter", "warmer", "formal"]] = {
    "long": "shorter", "wordy": "shorter", "cold": "warmer", "stiff": "warmer", "formal": "warmer", "polite": "warmer",
    "serious": "warmer", "professional": "warmer", "warm": "formal", "casual": "formal", "friendly": "formal",
    "informal": "formal",
}  # fmt: skip
_COMPLAINT = re.compile(rf"(?P<what>{'|'.join(_MENDED)}){_TAIL}", re.IGNORECASE)
_LANGUAGE = re.compile(rf"(?:in|auf|en) (?P<name>[^\W\d_]{{2,20}}){_TAIL}", re.IGNORECASE)
_ASK = re.compile(
    r"(?:ask (?:(?:her|him|them|if (?:she|he|they) (?:could|can|would)) )?(?:for )?|(?:to )?request )"
    r"(?:an? )?(?:intro(?:duction)?|introduce me|connect me|be introduced)(?: (?:to|with) (?P<to>[^\n?!]{2,60}))?[ .!?]*",
    re.IGNORECASE,
)
_VOICES: dict[str, Literal["warm", "brief", "formal"]] = {
    "formal": "formal", "formally": "formal", "politely": "formal", "polite": "formal",
    "brief": "brief", "briefly": "brief", "short": "brief",
    "warm": "warm", "warmly": "warm", "informal": "warm", "informally": "warm", "casual": "warm", "casually": "warm",
}  # fmt: skip
_VOICED = re.compile(
    r"(?:please )?(?:always )?(?:write|be|keep it|stay|sound) (?P<first>\w+ )??(?:with|to) (?P<who>[^\n,.?!]{1,60}?)"
    r"(?: (?:more )?(?P<last>\w+))?[ .!]*",
    re.IGNORECASE,
)


def read_rework(text: str, roster: Roster) -> Reworded | Voiced | None:
    """What is to change of the open nudge's opener, or of all openers to somebody known; None for anything else."""
    if len(text) > _LENGTH or "\n" in text:
        return None
    return _voiced(text, roster) or _asked(text) or _reworded(text)


def _reworded(text: str) -> Reworded | None:
    lead = _LEAD.match(text)
    rest = text[lead.end() :] if lead else text
    if lead and " too " in f" {lead[0].lower()}":
        complaint = _COMPLAINT.fullmatch(rest)
        return Reworded(_MENDED[complaint["what"].lower()]) if complaint else None
    for how, shape in _HOW:
        if shape.fullmatch(rest):
            return Reworded(how)
    found = _LANGUAGE.fullmatch(rest)
    code = code_of(found["name"]) if found and len(found["name"]) > 2 else None
    return Reworded("language", language=code) if code else None


def _asked(text: str) -> Reworded | None:
    lead = _LEAD.match(text)
    found = _ASK.fullmatch(text, lead.end() if lead else 0)
    return Reworded("ask", to=(found["to"] or "").strip(" .")) if found else None


def _voiced(text: str, roster: Roster) -> Voiced | None:
    found = _VOICED.fullmatch(text)
    if found is None:
        return None
    voice = _VOICES.get((found["first"] or found["last"] or "").strip().lower())
    who = found["who"]
    if voice is None or not (who.lower() in ("her", "him", "them") or roster.knows(who)):
        return None
    return Voiced("" if who.lower() in ("her", "him", "them") else who, voice)
