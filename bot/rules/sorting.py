"""Whom of the inbox to show first: the likeliest worth keeping, each with the reasons why.

A row's score is the sum of the weights of its reasons, and of how much is known of it; nothing takes away from it, so
that one more fact never ranks anybody lower. Those put off come last, and names of no people before them.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, Literal, Protocol

from bot.rules.city_names import other_names
from bot.rules.names import fold
from bot.rules.search_words import telling, words_in

Reason = Literal[
    "same_field", "same_city", "same_company", "shared_tag", "dormant", "recent", "senior", "complete"
]  # fmt: skip

#: What each reason counts, and why it does. Advice from people out of touch for three years and more compared
#: favourably with that of current ties, most of all from those of higher standing (Levin, Walter, Murnighan,
#: Organization Science 22(4), 2011); and moderately weak ties move jobs most, which is what people in one's own field,
#: city or circles are (Granovetter 1973; LinkedIn, Science 2022). What one does oneself tells most, then where one can
#: meet; a tag is the user's own word for a circle. How long ago they met decides among the rest.
WEIGHTS: Final[Mapping[Reason, float]] = {
    "same_field": 30,
    "same_city": 20,
    "shared_tag": 16,
    "same_company": 14,
    "dormant": 10,
    "recent": 10,
    "senior": 8,
    "complete": 4,
}
#: The same for each thing known: a name alone gives nothing to remember somebody by, or to write to them.
#: The job, the company, a way to reach them, the city, the birthday, when they met.
_WORTH = (3.0, 2.0, 2.0, 1.0, 1.0, 1.0)
#: From so many of these facts on somebody is known well.
_COMPLETE = 4
_RECENT_DAYS, _DORMANT_DAYS = 365, 3 * 365
#: A job that so many of the active have is the user's field, where they haven't said what they do.
_USUAL = 3
_SENIOR_WORDS = """
    founder cofounder owner president chair chairman chairwoman partner principal director head chief ceo cto cfo coo cmo
    cpo vp svp evp dean professor editor investor minister mayor ambassador fellow
"""
_SENIOR = frozenset(_SENIOR_WORDS.split())
#: Words of jobs that tell no field.
_COMMON_WORDS = """
    i im am work working works do in at for the a an of and or on with as to my our senior junior lead leader manager
    management executive officer assistant associate intern trainee staff specialist expert team member people company
    business freelance freelancer self employed independent student former ex retired based living live global
    international deputy vice group unit department division responsible various general managing und de der y e
"""
_NO_FIELD = _SENIOR | frozenset(_COMMON_WORDS.split())
_ROBOT_WORDS = """
    noreply donotreply newsletter newsletters support info notification notifications billing invoice invoices admin
    administrator webmaster postmaster mailer daemon helpdesk hotline voicemail mailbox reply orders shipping robot bot
    alerts updates jobs careers
"""
_ROBOTS = frozenset(_ROBOT_WORDS.split())
_ROBOT = re.compile(
    r"[@#]|\d{3}|https?:|\bno[- ]?reply\b|\bdo[- ]?not[- ]?reply\b|\bcustomer (?:care|service|support)\b", re.IGNORECASE
)
_ENDING = re.compile(r"(?<=\w{4})(?:ings?|ers?|ors?|s)\Z")
_STEM = 6


class Row(Protocol):
    """Somebody who waits to be sorted, as storage.InboxRow has them."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def company(self) -> str | None: ...
    @property
    def role(self) -> str | None: ...
    @property
    def city(self) -> str | None: ...
    @property
    def met_on(self) -> date | None: ...
    @property
    def birthday(self) -> str | None: ...
    @property
    def put_off_on(self) -> date | None: ...
    @property
    def points(self) -> int: ...
    @property
    def tags(self) -> tuple[str, ...]: ...


class Circle(Protocol):
    """What the active contacts have in common, as storage.Network has it: folded words, and of how many they are."""

    @property
    def companies(self) -> Mapping[str, int]: ...
    @property
    def roles(self) -> Mapping[str, int]: ...
    @property
    def cities(self) -> Mapping[str, int]: ...
    @property
    def tags(self) -> Mapping[str, int]: ...


@dataclass(frozen=True, slots=True)
class Ranked:
    """`reasons` in the order of their weights."""

    id: int
    score: float
    reasons: tuple[Reason, ...]


def rank(rows: Sequence[Row], *, network: Circle, about: str, city: str | None, today: date) -> list[Ranked]:
    """All of the rows, the likeliest worth keeping first; those of one score stay in their order.

    `about` is what the user said of themselves ("product design in Berlin"), `city` is where they are; days are in the
    user's zone. 30,000 rows take a fraction of a second, for words are worked out once for each text.
    """
    judge = _Judge(network, about, city, today)
    ranked = [judge.weigh(row) for row in rows]
    order = sorted(range(len(rows)), key=lambda n: (_tier(rows[n]), -ranked[n].score))
    return [ranked[n] for n in order]


def _tier(row: Row) -> tuple[int, int]:
    """0 for people, then robots, then whoever was put off: the longest ago first."""
    if row.put_off_on is not None:
        return 2, row.put_off_on.toordinal()
    return int(_is_robot(row.name)), 0


def _is_robot(name: str) -> bool:
    return _ROBOT.search(name) is not None or not _ROBOTS.isdisjoint(name.lower().split())


class _Judge:
    """What a row is weighed against, and what was worked out of texts so far: many share a company, a job or a city."""

    def __init__(self, network: Circle, about: str, city: str | None, today: date) -> None:
        self._about = frozenset(words_in(about))
        self._here = _spellings([city or ""])
        self._fields = _fields_of([word for word in words_in(about) if not self._is_place(word)], network.roles)
        self._companies = {_firm(name) for name in network.companies} - {""}
        self._tags = frozenset(network.tags)
        self._today = today.toordinal()
        self._is_field = lru_cache(8192)(lambda word: _stem(word) in self._fields)
        self._roles: dict[str, tuple[bool, bool]] = {}
        self._firms: dict[str, tuple[bool, bool]] = {}
        self._places: dict[str, bool] = {}

    def _is_place(self, word: str) -> bool:
        """Whether the word of what they said of themselves is where they are, which is no field."""
        return any(word in name for name in self._here) or bool(other_names((word,)))

    def weigh(self, row: Row) -> Ranked:
        score, facts = _known(row)
        reasons = self._reasons(row)
        if facts >= _COMPLETE:
            reasons.append("complete")
        for reason in reasons:
            score += WEIGHTS[reason]
        return Ranked(row.id, score, tuple(reasons))

    def _reasons(self, row: Row) -> list[Reason]:
        """In the order of their weights."""
        field, senior = self._role(row.role) if row.role else (False, False)
        known, in_field = self._firm(row.company) if row.company else (False, False)
        days = self._today - row.met_on.toordinal() if row.met_on else None
        reasons: list[Reason] = []
        if field or in_field:
            reasons.append("same_field")
        if row.city and self._is_here(row.city):
            reasons.append("same_city")
        if row.tags and any(fold(tag) in self._tags for tag in row.tags):
            reasons.append("shared_tag")
        if known:
            reasons.append("same_company")
        if days is not None and days >= _DORMANT_DAYS:
            reasons.append("dormant")
        if days is not None and days <= _RECENT_DAYS:
            reasons.append("recent")
        if senior:
            reasons.append("senior")
        return reasons

    def _role(self, role: str) -> tuple[bool, bool]:
        """Whether the job is in the user's field, and whether it is one of standing."""
        if (found := self._roles.get(role)) is None:
            words = words_in(role)
            found = (any(map(self._is_field, words)), not _SENIOR.isdisjoint(words))
            self._roles[role] = found
        return found

    def _firm(self, company: str) -> tuple[bool, bool]:
        """Whether some of the active are there, or the user, and whether it is in the user's field by its name."""
        if (found := self._firms.get(company)) is None:
            words = telling(words_in(company), firm=True)
            known = " ".join(words) in self._companies or (bool(words) and self._about.issuperset(words))
            found = self._firms[company] = (known, any(map(self._is_field, words)))
        return found

    def _is_here(self, city: str) -> bool:
        if (found := self._places.get(city)) is None:
            names = _spellings([city.partition(",")[0]])
            in_about = any(self._about.issuperset(name) for name in names)
            found = self._places[city] = in_about or not names.isdisjoint(self._here)
        return found


def _known(row: Row) -> tuple[float, int]:
    """What is known of somebody as a score, and how many facts that is."""
    facts = (row.role, row.company, row.points, row.city, row.birthday, row.met_on)
    score, count = 0.0, 0
    for worth, fact in zip(_WORTH, facts, strict=True):
        if fact:
            score += worth
            count += 1
    return score, count


def _fields_of(about: list[str], roles: Mapping[str, int]) -> frozenset[str]:
    """The stems of the words for what the user does; of what most of their people do, where they haven't said it."""
    if said := _stems(about):
        return said
    counts: dict[str, int] = {}
    for role, count in roles.items():
        for stem in _stems(words_in(role)):
            counts[stem] = counts.get(stem, 0) + count
    return frozenset(stem for stem, count in counts.items() if count >= _USUAL)


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(_stem(word) for word in words if word not in _NO_FIELD)


def _stem(word: str) -> str:
    """Alike for "design", "designer" and "designing"."""
    return _ENDING.sub("", word)[:_STEM]


def _firm(name: str) -> str:
    return " ".join(telling(words_in(name), firm=True))


def _spellings(cities: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """Each city as its folded words, under every name that people write."""
    named = [tuple(words_in(city)) for city in cities]
    return frozenset(name for city in named if city for name in (city, *other_names(city)))
