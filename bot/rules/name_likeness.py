"""How alike two names of people are: the same, a nickname, an initial, a typing mistake."""

from dataclasses import dataclass
from typing import Final, Literal

from rapidfuzz import fuzz

from bot.rules.nicknames import are_nicknames
from bot.rules.search_words import words_in

NameReason = Literal["name", "nickname", "initial", "typo"]

#: Behind or before a name, and no part of it.
_TITLE_WORDS: Final = """
    dr mr mrs ms miss mx prof professor sir herr frau mme dipl ing eng phd md mba msc bsc ba ma jr sr ii iii iv esq cpa cfa
    pmp csm
"""
_TITLES: Final = frozenset(_TITLE_WORDS.split())
#: Of 100. "Ruiz" and "Ruis" are 75 alike, "Okafor" and "Okafr" 91; "Ana" and "Anna" 86.
_TYPO_WORD, _TYPO_WHOLE, _FIRST_ALIKE = 70, 85, 75


@dataclass(frozen=True, slots=True)
class NameLikeness:
    """`score` is 0 to 1, as far as the names alone tell; 0 goes without a reason."""

    score: float
    reason: NameReason | None = None


def compare_names(first: str, second: str) -> NameLikeness:
    """How alike two whole names are; the same either way round. Names of different scripts are not alike."""
    one, other = sorted((_parts(first), _parts(second)), key=lambda parts: (len(parts), parts))
    if not one:
        return NameLikeness(0)
    if one == other or sorted(one) == sorted(other):
        return NameLikeness(0.8 if len(one) > 1 or _is_whole(one[0]) else 0.6, "name")
    if len(one) == 1:
        return _first_name_alone(one[0], other)
    if len(one) < len(other) and one[0] == other[0] and one[-1] == other[-1]:
        return NameLikeness(0.7, "name")
    return _first_and_last(one, other)


def _parts(name: str) -> list[str]:
    words = words_in(name)
    return [word for word in words if word not in _TITLES] or words


def _is_whole(word: str) -> bool:
    """Whether the word is in a script that writes a full name as one."""
    return not word.isascii() and len(word) > 1 and "\u3040" <= word[0] <= "\ud7af"


def _first_name_alone(one: str, other: list[str]) -> NameLikeness:
    """ "Ana" may be any of the Anas; with the other name's beginning mistyped, none."""
    return NameLikeness(0.35, "name") if one in (other[0], other[-1]) and len(one) > 1 else NameLikeness(0)


def _first_and_last(one: list[str], other: list[str]) -> NameLikeness:
    if one[-1] == other[-1]:
        if _is_initial(one[0], other[0]):
            return NameLikeness(0.6, "initial")
        if are_nicknames(one[0], other[0]):
            return NameLikeness(0.7, "nickname")
    if _is_initial(one[-1], other[-1]) and (one[0] == other[0] or are_nicknames(one[0], other[0])):
        return NameLikeness(0.55, "initial")
    return NameLikeness(0.6, "typo") if _is_typo(one, other) else NameLikeness(0)


def _is_initial(one: str, other: str) -> bool:
    return len(one) != len(other) and 1 in (len(one), len(other)) and one[0] == other[0]


def _is_typo(one: list[str], other: list[str]) -> bool:
    """Whether each word is as the other's or a letter apart; a name of its own ("Ana", "Eva") is not a slip."""
    if len(one) != len(other) or any(mine[0] != theirs[0] for mine, theirs in zip(one, other, strict=True)):
        return False
    if any(fuzz.ratio(mine, theirs) < _TYPO_WORD for mine, theirs in zip(one, other, strict=True)):
        return False
    return fuzz.ratio(" ".join(one), " ".join(other)) >= _TYPO_WHOLE


def first_names_differ(first: str, second: str) -> bool:
    """Whether the first names plainly are those of two people: "Ana Ruiz" and "Luis Ruiz", but not "Ruiz, Ana"."""
    one, other = _parts(first), _parts(second)
    if not one or not other or one[0] in other or other[0] in one:
        return False
    if _is_initial(one[0], other[0]) or are_nicknames(one[0], other[0]):
        return False
    return fuzz.ratio(one[0], other[0]) < _FIRST_ALIKE
