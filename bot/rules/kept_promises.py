"""Which promise the words mean that tell of a kept one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from bot.rules.names import fold

if TYPE_CHECKING:
    from storage.models import Promise

#: How alike the words have to be, of 100: "the report" and "send Ana the report".
_LIKE = 70
_LITTLE_WORDS = """
    a an the to for her him them my our i of on and send sent give gave given make made do did bring brought share shared
    lend lent forward forwarded introduce introduced write wrote call called
"""
_LITTLE = frozenset(_LITTLE_WORDS.split())


def fitting(text: str, promises: "Sequence[Promise]") -> "list[Promise]":
    """Those of the promises that the words fit best; all of them where no words are said, none where none fits."""
    if not text:
        return list(promises)
    said = _words(text)
    scores = [fuzz.token_set_ratio(said, _words(each.text)) if said else 0 for each in promises]
    best = max(scores, default=0)
    return [each for each, score in zip(promises, scores, strict=True) if score == best and score >= _LIKE]


def _words(text: str) -> str:
    return " ".join(word for word in fold(text).split() if word.strip(".,!?") not in _LITTLE)
