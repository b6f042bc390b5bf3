"""The names in a sentence: those of known contacts, in any case and by any part, and words that look like names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from bot.rules.drafts import Known
from bot.rules.names import fold

_NAME_WORDS = 6
_LIST_LENGTH = 20
_WORD = re.compile(r"[^\s,;:()\"!?&+<>/]+")
_AND = re.compile(r" ?(?:, ?and |, ?| and | & ?| \+ ?| plus | as well as |/)(?:also |with )?", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:both of )?(?:her|him|them|both|her and him|him and her)(?![\w'])", re.IGNORECASE)
_RELATION = re.compile(r"(?:my|our|the) (?:[\w-]+ ){1,3}?(?=[A-Z])")
#: "and asked about it" goes on with the story, while Zed and Fred are people.
_VERB = re.compile(r"[a-z]{3,}ed")
_PARTICLE_WORDS = "al bin da dal de del della den der di do dos du el ibn la le ter van von y"
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
#: Capitalised or not, these begin no name: days, pronouns, function words.
_NO_NAME_WORDS = """
    a about after again all an and any are as at back because before but by did do does done everybody everyone for
    from great had has have he her his i i'm i've in is it its just last later me my next nobody not now of off on one
    our out over really she since so some somebody someone that the their then there they this to today tomorrow tonight
    too up us very via was we were what when where who why will with yesterday you your monday tuesday wednesday
    thursday friday saturday sunday january february march april june july august september october november december
    monthly weekly quarterly yearly daily fortnightly every each needs offers works lives moved
    good nice lovely it's she's he's they're we're we've also still here no yes email text phone
"""
_NO_NAMES = frozenset(_NO_NAME_WORDS.split())
#: Names that are everyday words when they are written small: "I will", "a bill".
_WORD_NAMES = "art bill bob dawn drew faith frank grace hope jack joy mark max pat rich rose sky sue summer will"
_WORDS_TOO = frozenset(_WORD_NAMES.split())
_MENTION_LENGTH = 500
_START = re.compile(r"(?<![\w'])[^\W\d_]")
#: How alike a word has to be to a known surname to be that surname misspelt ("ruis" for "Ruiz"), of 100.
_LIKE = 75


@dataclass(frozen=True, slots=True)
class Who:
    """The people a piece of text begins with, as typed, and where it goes on; no names for "her", "him", "them"."""

    names: tuple[str, ...]
    end: int


class Roster:
    """Who is known, for looking names up word by word in constant time each."""

    def __init__(self, people: Sequence[Known]) -> None:
        self._people = people

    @cached_property
    def _keys(self) -> frozenset[str]:
        keys: set[str] = set()
        for person in self._people:
            words = fold(person.name).split()
            keys.add(" ".join(words))
            keys.update(" ".join(words[:n]) for n in range(1, min(len(words), _NAME_WORDS)))
            keys.update(words[-1:])
        return frozenset(keys)

    def knows(self, name: str) -> bool:
        """Whether it is the name, the first names or the last name of a contact."""
        return " ".join(fold(name).split()) in self._keys

    def known_at(self, text: str, start: int = 0) -> int | None:
        """Where the longest known name that begins at `start` ends, without a possessive 's; None if there is none.

        "Ana Lopez" is not the known Ana Ruiz: a capitalised word right behind belongs to the name.
        """
        if not self._people:
            return None
        best = None
        for count, word in enumerate(_WORD.finditer(text, start, start + 250)):
            if count == _NAME_WORDS or (count == 0 and word.start() != start):
                break
            for end in (word.end(), word.start() + len(_bare(word[0]))):
                if end > start and self.knows(text[start:end]):
                    best = end
                    break
        if best and (_name_at(text, start) or 0) > best:
            return None
        return self._misspelt(text, start, best) if best else None

    def _misspelt(self, text: str, start: int, end: int) -> int:
        """Where the name ends if the word behind it is the surname with a typing mistake: "ana ruis"."""
        word = _WORD.match(text, end + 1) if text[end : end + 1] == " " else None
        if word is None or len(_bare(word[0])) < 4:
            return end
        typed = fold(_bare(word[0]))
        surnames = self._surnames.get(fold(text[start:end]), ())
        alike = any(fuzz.ratio(typed, surname) >= _LIKE for surname in surnames)
        return word.start() + len(_bare(word[0])) if alike else end

    @cached_property
    def _surnames(self) -> dict[str, set[str]]:
        """The last names of those who share a first name."""
        found: dict[str, set[str]] = {}
        for person in self._people:
            words = fold(person.name).split()
            if len(words) > 1:
                found.setdefault(words[0], set()).add(words[-1])
        return found

    def mentions(self, text: str) -> tuple[str, ...]:
        """The known names anywhere in the first 500 characters, as typed, each once."""
        found: dict[str, str] = {}
        after = 0
        for start in (match.start() for match in _START.finditer(text[:_MENTION_LENGTH])):
            end = self.known_at(text, start) if start >= after else None
            if end and not (text[start].islower() and text[start:end] in _WORDS_TOO | _NO_NAMES):
                found.setdefault(fold(text[start:end]), text[start:end])
                after = end
        return tuple(found.values())

    def full_name(self, typed: str) -> str | None:
        """The one known person "ana l" fits: a first name and how the last one begins; None where none or several."""
        first, _, initial = fold(typed.rstrip(" .,!?")).partition(" ")
        if len(initial.rstrip(".")) != 1:
            return None
        names = [person.name for person in self._people
                 if (words := fold(person.name).split())[:1] == [first] and words[-1].startswith(initial[0])
                 and len(words) > 1]  # fmt: skip
        return names[0] if len(names) == 1 else None

    def who(self, text: str) -> Who | None:
        """The list of people the text begins with, "Ana, Ben and Grace"; None where it begins with no name."""
        pronoun = _PRONOUN.match(text)
        if pronoun:
            return Who((), pronoun.end())
        relation = _RELATION.match(text)
        start = relation.end() if relation else 0
        end = self.known_at(text, start) or _name_at(text, start) or _small_name_at(text, start)
        if end is None:
            return None
        names = [text[start:end]]
        while len(names) < _LIST_LENGTH and (link := _AND.match(text, end)):
            following = self._next_name(text, link.end(), comma=link[0].strip() == ",")
            if following is None:
                break
            names.append(text[link.end() : following])
            end = following
        return Who(tuple(names), end)

    def _next_name(self, text: str, start: int, *, comma: bool) -> int | None:
        if known := self.known_at(text, start):
            return known
        small = _small_name_at(text, start)
        if small and _VERB.fullmatch(text, start, small):
            small = None
        end = _name_at(text, start) or small
        if end is None or (comma and not _ends_a_name(text, end)):
            return None
        return end


def _bare(word: str) -> str:
    """The word without what clings to a name: a possessive, a full stop."""
    word = word.rstrip(".")
    return word[:-2] if word.endswith("'s") else word.rstrip("'")


def _name_at(text: str, start: int) -> int | None:
    """Where a run of capitalised (or caseless) words that begins at `start` ends, with particles like "van der"."""
    end, reached = None, start
    for count, word in enumerate(_WORD.finditer(text, start, start + 250)):
        if count == _NAME_WORDS or word.start() != reached + (count > 0):
            break
        bare, reached = _bare(word[0]), word.end()
        if bare.lower() in _PARTICLES and end is not None:
            continue
        if not bare[:1].isalpha() or bare[0].islower() or bare.lower() in _NO_NAMES:
            break
        end = word.start() + len(bare)
        if end < word.end():
            break
    return end


def _small_name_at(text: str, start: int) -> int | None:
    """One word in small letters where a name must stand: at the end, or before a day, a comma, "and" or "about"."""
    word = _WORD.match(text, start)
    if word is None or not word[0].isalpha() or word[0].lower() in _NO_NAMES or len(word[0]) > 40:
        return None
    return word.end() if _ends_a_name(text, word.end()) else None


_NAME_ENDS = re.compile(
    r" ?(?:\Z|[,;:.!\n–-])"
    r"| (?:and|about|on|at|last|this|yesterday|today|a few|\w{1,9} \w{1,9} ago|again|back|by|via|over|for|re|in|to)\b",
    re.IGNORECASE,
)


def _ends_a_name(text: str, end: int) -> bool:
    return _NAME_ENDS.match(text, end) is not None
