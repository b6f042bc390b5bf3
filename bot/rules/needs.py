"""Answers to "is there something you could help Ana with?"."""

import re

from bot.rules.assent import read_assent
from bot.rules.meanings import Adding, Asked, Changed, Meaning, Named, NotDone, Noted, Searched, Touched, Unclear

_LENGTH = 300
_NOT = re.compile(
    r"(?:(?:no|nope|nah|hm+|well)[,.]? )?(?:not (?:that i (?:know|can think)(?: of)?|really|yet|now|right now"
    r"|at the moment|sure)"
    r"|nothing(?: (?:comes to mind|i know of|right now|really|at the moment|yet))*|(?:i )?(?:don't"
    r"|do not) (?:know|think so)"
    r"|(?:i )?(?:have )?no idea|no clue|dunno|can't think of anything|she's fine|he's fine|they're fine|none"
    r"|i doubt it"
    r"|not (?:her|him|them)|later|maybe later|pass)",
    re.IGNORECASE,
)
_NEEDS = re.compile(
    r"(?:(?:yes|yeah|yep|oh|well|sure|maybe|perhaps|i think|probably)[,.]? ){0,3}"
    r"(?:(?:she|he|they)(?:'s| is|'re| are)? (?:also )?(?:could use|needs?|is looking for|looking for|wants?"
    r"|would like|searching for)"
    r"(?: some)? |(?:could|can) use (?:some )?|needs? (?:some )?)?",
    re.IGNORECASE,
)
#: A search that is put as one, where "someone who knows pricing" is what they could use.
_LOOKS_FOR = re.compile(r"(?:who|whom|any|anybody|anyone|every|everybody|everyone|find|show|list)\b", re.IGNORECASE)


def declines_need(text: str) -> bool:
    """ "no", "not that I know": nothing is to be noted."""
    said = " ".join(text[:80].replace("’", "'").split()).strip(" .!,")
    return read_assent(text) is False or _NOT.fullmatch(said) is not None


def tidy_need(text: str) -> str:
    """What they could use, without what leads up to it: "she needs a designer" is "a designer"."""
    said = " ".join(text.replace("’", "'").split()).strip(" .!")
    found = _NEEDS.match(said)
    rest = said[found.end() :] if found else said
    return rest or said


def is_need(text: str, meaning: Meaning) -> bool:
    """Whether a text may tell what somebody could use, rather than be about something else."""
    if len(text) > _LENGTH or text.endswith("?"):
        return False
    match meaning:
        case Unclear(readings):
            return not any(isinstance(each, (Asked, Touched)) for each in readings)
        case Named() | NotDone():
            return True
        case Adding(reading):
            return reading.evidence != "strong"
        case Changed(who, facts):
            return not who and set(facts) == {"needs"}
        case Noted(who):
            return not who
        case Searched():
            return not text.startswith("#") and _LOOKS_FOR.match(text) is None
        case _:
            return False
