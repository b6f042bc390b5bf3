"""Two contacts who should know each other, and why: what one needs against what the other offers, or is by trade.

A shared city, a shared tag, a company or a tag that fits the need only support a match, and a name never counts. Who
surely know each other, relatives, and pairs that were introduced or proposed before are left out. The offers and trades
stand in an index by stem, and each need looks up its own, so that the work grows with the number of people.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Literal

from bot.rules.matching_people import Person, Told, is_relative, person_of, surely_know
from bot.rules.matching_spelling import Spelling
from bot.rules.matching_words import PARTS, ROMANCE, TAIL, kindred, weak_stems
from bot.rules.names import fold
from bot.rules.stems import stems_of, words_of

#: The best so many pairs are given.
MOST_MATCHES = 50
#: Of all who offer what one word of a need says, so many are weighed: else a thousand who need a thousand designers
#: would be a million pairs.
MOST_GIVERS = 5
#: And of those who are weighed, so many are kept for one need.
_MOST_KEPT = 3
#: How much of the words that name the thing have to be met.
ENOUGH = 0.5
_LONGEST_PHRASE = 80
MOST_NEEDS = 5
#: What words count that are met by another of the same kind, or but for a typing mistake.
_LIKE = 0.8
_TAIL = 0.4
_WEIGHTS = {"offer": 1.0, "role": 0.9}
_SAME_CITY, _SAME_TAG, _MOST_TAGS, _FITTING_FACT, _MUTUAL = 0.1, 0.1, 0.2, 0.15, 0.5


@dataclass(frozen=True, slots=True)
class Fit:
    """What `needs_id` needs is met by what `gives_id` offers (`by` "offer") or is by trade ("role"); all as typed."""

    needs_id: int
    gives_id: int
    need: str
    gift: str
    by: Literal["offer", "role"]
    #: The gift says the same as the need; or, of a trade, that they are just that ("a designer").
    same: bool


@dataclass(frozen=True, slots=True)
class Match:
    """Two people, the lesser id first; the best fit first, then one the other way round, if there is one."""

    first_id: int
    second_id: int
    fits: tuple[Fit, ...]
    score: float
    same_city: bool = False


@dataclass(frozen=True, slots=True)
class _Phrase:
    """One thing somebody needs or offers: its words that decide, those that add to it, and which of them is the thing."""

    text: str
    core: tuple[str, ...]
    more: tuple[str, ...]
    head: str


#: Of each word of a need, the gifts it meets by their places, and what that is worth.
_Met = Mapping[str, Mapping[int, float]]


@dataclass(frozen=True, slots=True)
class _Gift:
    giver: int
    phrase: _Phrase
    by: Literal["offer", "role"]


def best_matches(
    contacts: Sequence[Told], tags: Mapping[int, Collection[str]], apart: Collection[tuple[int, int]]
) -> list[Match]:
    """The best pairs first. `apart`: pairs that are not to be, the lesser id first."""
    people = {person.id: person for contact in contacts if (person := person_of(contact, tags)) is not None}
    index = _Index(people.values())
    best: dict[tuple[int, int], list[tuple[float, Fit]]] = {}
    for person in people.values():
        for phrase in phrases_of(person.needs)[:MOST_NEEDS]:
            for score, fit in _fits(person, phrase, index, people, apart):
                pair = (min(fit.needs_id, fit.gives_id), max(fit.needs_id, fit.gives_id))
                best.setdefault(pair, []).append((score, fit))
    matches = (_matched(pair, fits, people) for pair, fits in best.items())
    likeliest = heapq.nsmallest(
        2 * MOST_MATCHES, matches, key=lambda match: (-match.score, match.first_id, match.second_id)
    )
    named = {each for match in likeliest for each in (match.first_id, match.second_id)}
    kin = {contact.id for contact in contacts if contact.id in named and is_relative(contact, people[contact.id].tags)}
    return [match for match in likeliest if kin.isdisjoint((match.first_id, match.second_id))][:MOST_MATCHES]


def match_pair(first: Told, second: Told, tags: Mapping[int, Collection[str]]) -> Match | None:
    """What speaks for these two, whoever they are; None where nothing is known of it."""
    return next(iter(best_matches([first, second], tags, ())), None)


def _matched(pair: tuple[int, int], fits: list[tuple[float, Fit]], people: Mapping[int, Person]) -> Match:
    fits.sort(key=lambda each: (-each[0], each[1].needs_id, each[1].need, each[1].gift))
    score, best = fits[0]
    back = next(((more, fit) for more, fit in fits if fit.needs_id != best.needs_id), None)
    told = (best,) if back is None else (best, back[1])
    mutual = 0.0 if back is None else _MUTUAL * back[0]
    first, second = people[pair[0]], people[pair[1]]
    city = bool(first.city) and first.city == second.city
    support = (_SAME_CITY if city else 0.0) + min(_MOST_TAGS, _SAME_TAG * len(first.tags & second.tags))
    return Match(*pair, told, score + mutual + support, city)


@lru_cache(maxsize=20_000)
def phrases_of(text: str) -> tuple[_Phrase, ...]:
    """The things a fact lists: "a designer for her shop, help with taxes"."""
    read = (_read_phrase(part.strip(" .!?\t")) for part in PARTS.split(text[:500]))
    return tuple(phrase for phrase in read if phrase is not None)


def _read_phrase(text: str) -> _Phrase | None:
    if not text or len(text) > _LONGEST_PHRASE:
        return None
    parts = [[word for word in words_of(part) if not _is_weak(word)] for part in TAIL.split(text)]
    at = next((number for number, words in enumerate(parts) if words), None)
    if at is None:
        return None
    core, more = parts[at], [word for words in parts[at + 1 :] for word in words]
    return _Phrase(text, tuple(core), tuple(more), core[0] if ROMANCE.search(text) else core[-1])


def _is_weak(word: str) -> bool:
    return not weak_stems().isdisjoint(stems_of(word))


class _Index:
    """Who offers or is what, by the stems of the words; a gift is known by its place in `gifts`."""

    def __init__(self, people: Iterable[Person]) -> None:
        self.gifts = [gift for person in people for gift in _gifts_of(person)]
        self._by_word: dict[str, list[int]] = {}
        for place, gift in enumerate(self.gifts):
            for word in (*gift.phrase.core, *gift.phrase.more):
                self._by_word.setdefault(word, []).append(place)
        self._words: dict[str, list[str]] = {}
        for word in self._by_word:
            for stem in stems_of(word):
                self._words.setdefault(stem, []).append(word)
        self._spelling = Spelling(self._by_word)
        self._found: dict[str, dict[int, float]] = {}

    def meeting(self, word: str) -> dict[int, float]:
        """The gifts that a word of a need meets: itself in any form, others of its kind, or else one it is mistyped of;
        each with what that is worth."""
        if word not in self._found:
            own = stems_of(word)
            kin = frozenset[str]().union(*(kindred().get(stem, frozenset()) for stem in own))
            found = self._gifts_with(kin, _LIKE) | self._gifts_with(own, 1.0)
            if not found and (meant := self._spelling.nearest(word)) is not None:
                found = {gift: worth * _LIKE for gift, worth in self.meeting(meant).items()}
            self._found[word] = found
        return self._found[word]

    def _gifts_with(self, stems: Collection[str], worth: float) -> dict[int, float]:
        words = dict.fromkeys(word for stem in sorted(stems) for word in self._words.get(stem, ()))
        return {gift: worth for word in words for gift in self._by_word[word]}


def _fits(
    person: Person, phrase: _Phrase, index: _Index, people: Mapping[int, Person], apart: Collection[tuple[int, int]]
) -> list[tuple[float, Fit]]:
    """Those who meet one need of somebody's, each with how well."""
    found = {word: index.meeting(word) for word in phrase.core + phrase.more}
    weighed: dict[int, float] = {}
    for word in sorted(phrase.core, key=lambda each: len(found[each])):  # the rarest word tells most
        for gift in islice(_eligible(person, found[word], index, people, apart), MOST_GIVERS):
            if gift not in weighed:
                weighed[gift] = _score(phrase, gift, found, index.gifts[gift], people)
    best = sorted(weighed.items(), key=lambda each: (-each[1], each[0]))[:_MOST_KEPT]
    return [(score, _fit(person, phrase, index.gifts[gift], found, gift)) for gift, score in best if score > 0]


def _eligible(
    person: Person,
    gifts: Iterable[int],
    index: _Index,
    people: Mapping[int, Person],
    apart: Collection[tuple[int, int]],
) -> Iterator[int]:
    for gift in gifts:
        giver = people[index.gifts[gift].giver]
        pair = (person.id, giver.id) if person.id < giver.id else (giver.id, person.id)
        if person is not giver and pair not in apart and not surely_know(person, giver):
            yield gift


def _gifts_of(person: Person) -> Iterable[_Gift]:
    for phrase in phrases_of(person.offers):
        yield _Gift(person.id, phrase, "offer")
    for phrase in phrases_of(person.role)[:1]:
        yield _Gift(person.id, phrase, "role")


def _score(phrase: _Phrase, number: int, found: _Met, gift: _Gift, people: Mapping[int, Person]) -> float:
    """How well a gift meets a need; 0 where it misses the thing itself."""
    core = sum([found[word].get(number, 0.0) for word in phrase.core]) / len(phrase.core)
    if core < ENOUGH * _LIKE or (core < 0.6 and number not in found[phrase.head]):
        return 0.0
    more = sum([found[word].get(number, 0.0) for word in phrase.more]) / len(phrase.more) if phrase.more else 0.0
    facts = people[gift.giver].facts
    fact = _FITTING_FACT if facts and any(not facts.isdisjoint(stems_of(word)) for word in phrase.core) else 0.0
    return (core + _TAIL * more) * _WEIGHTS[gift.by] + fact


def _fit(person: Person, phrase: _Phrase, gift: _Gift, found: _Met, number: int) -> Fit:
    whole = all(number in found[word] for word in phrase.core)
    if gift.by == "role":  # "a designer" for a Designer, but not for a Head of Design
        single = fold(phrase.text).startswith(("a ", "an ")) and len(phrase.core) <= len(gift.phrase.core)
        same = whole and single and fold(phrase.head).rstrip("s") == fold(gift.phrase.head).rstrip("s")
    else:
        same = whole and all(number in found[word] for word in phrase.more)
        same = same and len(gift.phrase.core) <= len(phrase.core + phrase.more)
    return Fit(person.id, gift.giver, phrase.text, gift.phrase.text, gift.by, same)
