"""A contact as matching sees them, and who is never matched with whom."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bot.rules.given_names import is_family
from bot.rules.names import fold
from bot.rules.news import is_dead, is_hard
from bot.rules.stems import stems_of, words_of

if TYPE_CHECKING:
    from storage import Card

_READ_AT_MOST = 500
_RELATIVE = re.compile(
    r"\b(?:famil(?:y|ie|ia|le)|famille|relatives?|(?:my|mein|meine|mi|mon|ma) (?:step|half|grand)?-?(?:mother|mum|mom|father"
    r"|dad|sister|brother|wife|husband|son|daughter|aunt|uncle|cousin|niece|nephew|in-laws?|mutter|vater|schwester|bruder"
    r"|frau|mann|tante|onkel|hermana?o?|madre|padre|esposa|marido|t[ií]a|t[ií]o|prim[oa]|mère|père|sœur|frère|femme|mari"
    r"|cousine?))\b",
    re.IGNORECASE,
)
_FAMILY_TAGS = frozenset({"family", "familie", "familia", "famille", "relatives", "relative", "kin"})
#: Through whom they were met: "through Ana", "Ana introduced us".
_THROUGH = re.compile(
    r"\b(?:through|via|thanks to|introduced by|friends? of|colleagues? of|works? with|worked with|with|por|gracias a|über"
    r"|durch|par|grâce à)\b(?P<who>.{0,60})|(?P<by>.{0,60}?)\b(?:introduced|connected) (?:us|me)\b",
    re.IGNORECASE,
)
_FORMS = re.compile(
    r"[,.]?\s+(?:inc|ltd|llc|gmbh|ag|sa|s\.a|sl|s\.l|sas|plc|corp|co|kg|ug|bv|ab|oy)\.?\Z", re.IGNORECASE
)


class Told(Protocol):
    """A contact with as much as is matched of it; a stored one, and `storage.shapes.Introducible`, are such."""

    @property
    def id(self) -> int | None: ...
    @property
    def name(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def needs(self) -> str | None: ...
    @property
    def offers(self) -> str | None: ...
    @property
    def role(self) -> str | None: ...
    @property
    def company(self) -> str | None: ...
    @property
    def city(self) -> str | None: ...
    @property
    def met(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Person:
    """What is matched of a contact. `company`, `city` and `tags` are folded; `facts` are the stems of tags and company,
    which may fit a need."""

    id: int
    name: str
    needs: str
    offers: str
    role: str
    company: str
    city: str
    tags: frozenset[str]
    facts: frozenset[str]
    #: Folded words of whom they were met through.
    through: frozenset[str]


def person_of(contact: Told, tags: Mapping[int, Collection[str]]) -> Person | None:
    """None for who isn't an active contact. Relatives are told apart later, of those who match."""
    theirs = frozenset(fold(tag) for tag in tags.get(contact.id or 0, ()))
    if contact.id is None or contact.status != "active":
        return None
    company = contact.company or ""
    words = [*words_of(" ".join(theirs).replace("-", " ")), *words_of(company)]
    return Person(
        contact.id, contact.name, contact.needs or "", contact.offers or "", contact.role or "", company_key(company),
        fold(contact.city or ""), theirs, frozenset(stem for word in words for stem in stems_of(word)),
        _folded(through_whom(contact.met or "")),
    )  # fmt: skip


def is_relative(contact: Told, tags: Collection[str]) -> bool:
    told = f"{contact.role or ''} · {contact.met or ''}"[:_READ_AT_MOST]
    return is_family(contact.name) or not _FAMILY_TAGS.isdisjoint(tags) or _RELATIVE.search(told) is not None


def company_key(company: str) -> str:
    """A company's name as two of them are compared: without its legal form."""
    return fold(_FORMS.sub("", company.strip()[:_READ_AT_MOST]))


def through_whom(met: str) -> str:
    """Through whom somebody was met, as far as the words tell; "" where they don't."""
    found = _THROUGH.search(met[:_READ_AT_MOST])
    return (found["who"] or found["by"] or "").strip(" .,") if found else ""


def is_named(name: str, words: str) -> bool:
    """Whether the words through whom somebody was met name this person."""
    return _is_named(name, _folded(words))


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(words).replace(",", " ").split())


def surely_know(one: Person, other: Person) -> bool:
    """Who work at the same company, or of whom one was met through the other."""
    if one.company == other.company and one.company:
        return True
    return (bool(one.through) and _is_named(other.name, one.through)) or (
        bool(other.through) and _is_named(one.name, other.through)
    )


def _is_named(name: str, words: frozenset[str]) -> bool:
    """ "through Ana" names any Ana, "through Ana Lopez" no Ana Ruiz."""
    parts = fold(name).split()
    return parts[0] in words and (len(words) == 1 or len(parts) == 1 or parts[-1] in words)


def may_be_introduced(card: Card, other: Card) -> bool:
    """What only the notes tell: they live, nothing hard is going on, and neither is noted to know the other."""
    told = list(_told(card))
    alive = not is_dead(told, name=card.contact.name) and not any(is_hard(note) for note in told)
    name = fold(other.contact.name)
    return alive and (" " not in name or not any(name in fold(note[:_READ_AT_MOST]) for note in told))


def _told(card: Card) -> Iterable[str]:
    yield from (note.text for note in card.notes)
    yield from (touch.note for touch in card.touches if touch.note)
