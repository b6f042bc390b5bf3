"""Whether the words behind "moved to" or "works at" are surely a city, a company or another value, and nothing more.

"Berlin" and "San Sebastián" are cities; "a new flat", "marketing" and "Berlin with her kids" are things to ask about.
"""

import re

from bot.rules.languages import CODES
from bot.rules.meanings import ChangedField
from bot.rules.places import is_city
from bot.rules.works import is_role

_PARTICLE_WORDS = "al am an and da das de del della den der des di do du e el la las le les of on san the van von y &"
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_PRONOUN = re.compile(
    r"(?:me|us|you|him|her|it|them|this|that|these|those|my|his|their|our|your|nothing|something|everything)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;!?\n]| (?:but|because|since|although|while|when)\b", re.IGNORECASE)
_USERNAME = re.compile(r"@\w{4,32}|\w*[\d_]\w*", re.ASCII)
_MOST_WORDS = {"city": 5, "company": 5, "role": 6, "name": 6, "needs": 12, "offers": 12}


def is_sure(field: ChangedField, value: str, *, small: bool = False) -> bool:
    """Whether the value is one of the field, by itself. `small`: the user types all in small letters, so that one
    small word may be a company."""
    words = value.split()
    if not words or len(words) > _MOST_WORDS.get(field, 20):
        return False
    match field:
        case "city":
            return (len(words) <= 3 and is_capitalised(value)) or is_city(value)
        case "company":
            return is_capitalised(value) or (small and len(words) == 1)
        case "name":
            return is_capitalised(value)
        case "role":
            return is_role(value)
        case "needs" | "offers":
            return not (_PRONOUN.match(value) or _CLAUSE.search(value))
        case "language":
            return value in CODES.values()
        case "telegram":
            return _USERNAME.fullmatch(value) is not None
        case _:
            return True


def is_capitalised(text: str) -> bool:
    """Whether each word begins as a name's does, particles aside: a capital, a figure, or a script without capitals."""
    words = text.split()
    named = [word for word in words if word.lower() not in _PARTICLES]
    return bool(named) and words[0] in named and not any(word[0].islower() or not word[0].isalnum() for word in named)
