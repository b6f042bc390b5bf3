"""Whether a text is an answer to what Dotty waits for, or clearly something else."""

import re

from bot.rules.assent import read_assent
from bot.rules.meanings import (
    Adding,
    Archived,
    Asked,
    Bulk,
    Changed,
    Meaning,
    Named,
    NotDone,
    Noted,
    Paused,
    Retagged,
    Searched,
    TagPaced,
    Touched,
    Unclear,
    Untagged,
)
from bot.rules.outreach_meanings import IntroOutcome

#: A search that is put as one, where "designer in Berlin" tells of oneself.
_LOOKS_FOR = re.compile(
    r"(?:who|whom|any|anybody|anyone|every|everybody|everyone|find|show|list|#)(?:\b|(?<=#))", re.IGNORECASE
)


def is_skip(text: str, meaning: Meaning) -> bool:
    """A plain no to a question that can be left."""
    if isinstance(meaning, Asked):
        return meaning.command == "skip" or (meaning.command == "cancel" and read_assent(text) is False)
    return isinstance(meaning, (NotDone, Unclear, Named)) and read_assent(text) is False


def is_outcome(text: str, meaning: Meaning) -> bool:
    """Whether it tells what came of an introduction, where it isn't typed in reply to that question."""
    return isinstance(meaning, IntroOutcome) or read_assent(text) is not None


def asks_why(text: str, meaning: Meaning) -> bool:
    """A question back, where what the user does is asked; not one of its own, about people."""
    return text.endswith("?") and not isinstance(meaning, (Searched, Bulk))


def tells_of_oneself(text: str, meaning: Meaning) -> bool:
    """Whether it may say what the user does; a wish that is clear by itself doesn't."""
    if isinstance(meaning, Searched):
        return not (text.endswith("?") or _LOOKS_FOR.match(text))
    return not isinstance(meaning, (Asked, Touched, Paused, Bulk, Retagged, Untagged, TagPaced))


def is_about_someone(meaning: Meaning, field: str) -> bool:
    """A whole sentence, which is no value of a fact: "Ana moved to Berlin". How one met is told much like a touch."""
    match meaning:
        case Changed() | Archived():
            return True
        case Noted(who):
            return bool(who)
        case Touched(who):
            return bool(who) and field != "met"
        case _:
            return False


def may_be_name(meaning: Meaning) -> bool:
    match meaning:
        case Named() | Unclear(()):
            return True
        case Unclear(readings):
            return all(isinstance(each, (Adding, Named)) for each in readings)
        case Adding(reading):
            return reading.evidence != "strong"
        case _:
            return False


def has_two_capitals(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and all(word[0].isupper() for word in words)
