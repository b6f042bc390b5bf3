"""Names of tags: read from what was typed, and found near a misspelt one."""

import re
from collections.abc import Sequence
from typing import Final

from rapidfuzz import fuzz

from bot.rules.names import clean_text, fold

LENGTH: Final = 64
MOST_NEAR: Final = 4
#: Of 100; "pycn" and "pycon" are 89 alike, "go" and "chess" 0.
_ALIKE: Final = 70
_TAG: Final = re.compile(r"#?([\w-]+)")
_TAGS: Final = re.compile(r"(?<![\w&#/])#(\w[\w-]{0,63})(?![\w-])")
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
#: So many tags are taken out of one text.
_MOST: Final = 10


def read_tag(text: str) -> str | None:
    """One tag without its #, of at most 64 characters; None for anything else."""
    found = _TAG.fullmatch(clean_text(text).strip(" \t\n.,;:!\"'“”"))
    name = found[1] if found else ""
    return name if 0 < len(name) <= LENGTH and any(char.isalnum() for char in name) else None


def tags_in(text: str) -> list[str]:
    """The #words of a text without their #, each once, at most ten; a number ("#4") is none, but a year is."""
    named = (
        name
        for name in _TAGS.findall(clean_text(text))
        if any(char.isalpha() for char in name) or _YEAR.fullmatch(name)
    )
    return list({fold(name): name for name in named}.values())[:_MOST]


def only_tags(text: str) -> list[str]:
    """The tags of a text that holds nothing else; [] for any other."""
    return tags_in(text) if not _TAGS.sub(" ", text).strip(" ,.") else []


def near_names(typed: str, names: Sequence[str]) -> list[str]:
    """Those of the names that the typed one may be misspelt of, or begin: the nearest first, at most four."""
    wanted = fold(typed)
    scored = [(_likeness(wanted, fold(name)), name) for name in names]
    return [name for score, name in sorted(scored, key=lambda pair: -pair[0]) if score >= _ALIKE][:MOST_NEAR]


def _likeness(wanted: str, name: str) -> float:
    begins = len(wanted) >= 3 and (name.startswith(wanted) or (len(name) >= 3 and wanted.startswith(name)))
    return 100 if wanted == name else 95 if begins else fuzz.ratio(wanted, name)
