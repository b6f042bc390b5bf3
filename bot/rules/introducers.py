"""Who could introduce the user to somebody at a company, or to somebody: by companies, notes, and who introduced whom."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.rules.matching_people import through_whom
from bot.rules.names import fold
from bot.rules.news import is_dead

if TYPE_CHECKING:
    from storage import Card

#: is there now | introduced the user to somebody there | was introduced by the user to somebody there | was there | offers
#: it | a note mentions it | a tag does | was met there
Kind = Literal["there", "knows", "introduced", "was", "offers", "noted", "tag", "met"]
_RANK: tuple[Kind, ...] = ("there", "knows", "introduced", "was", "offers", "noted", "tag", "met")
MOST_LEADS = 6
_READ_AT_MOST = 1000
_FORMER = re.compile(
    r"\b(?:used to|formerly|former|previously|ex|worked (?:at|for)|was (?:at|with)|left|until|years at|früher|ehemals|antes"
    r"|trabajó|ancien(?:ne)?|travaillait)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?\n])\s+")


@dataclass(frozen=True, slots=True)
class Lead:
    """`fact` is what tells so, as typed; `via` the name of whom they know there."""

    contact_id: int
    kind: Kind
    fact: str = ""
    via: str = ""


def leads(query: str, found: Sequence[Card], linked: Mapping[int, Sequence[tuple[Card, Kind]]]) -> list[Lead]:
    """The best first, each person once. `found`: whom a search for the query finds; `linked`: by the id of somebody of
    them, who introduced the user to them ("knows") or was introduced to them ("introduced")."""
    sought = re.compile(rf"(?<!\w){re.escape(fold(query))}(?!\w)")
    best: dict[int, Lead] = {}
    for card in found:
        lead = None if _is_dead(card) else _lead(card, sought)
        if lead is None:
            continue
        _keep(best, lead, card)
        if lead.kind == "there":
            for other, kind in linked.get(lead.contact_id, ()):
                _keep(best, Lead(other.contact.id or 0, kind, via=card.contact.name), other)
    return sorted(best.values(), key=lambda lead: _RANK.index(lead.kind))[:MOST_LEADS]


def is_there(query: str, card: Card) -> bool:
    return fold(query) in fold(card.contact.company or "")


def _keep(best: dict[int, Lead], lead: Lead, card: Card) -> None:
    known = best.get(lead.contact_id)
    better = known is None or _RANK.index(lead.kind) < _RANK.index(known.kind)
    if better and card.contact.status != "archived" and not _is_dead(card):
        best[lead.contact_id] = lead


def _is_dead(card: Card) -> bool:
    return is_dead(_notes(card), name=card.contact.name)


def _notes(card: Card) -> list[str]:
    return [note.text for note in card.notes] + [touch.note for touch in card.touches if touch.note]


def _lead(card: Card, sought: re.Pattern[str]) -> Lead | None:
    contact, contact_id = card.contact, card.contact.id or 0
    if _has(contact.company, sought):
        return Lead(contact_id, "there", ", ".join(part for part in (contact.role, contact.company) if part))
    imported = (contact.imported or {}).get("company")
    if isinstance(imported, str) and _has(imported, sought):
        return Lead(contact_id, "was", imported)
    if _has(contact.role, sought):
        return Lead(contact_id, "was" if _FORMER.search(contact.role or "") else "there", contact.role or "")
    if _has(contact.offers, sought):
        return Lead(contact_id, "offers", contact.offers or "")
    if (told := _told(_notes(card), sought)) is not None:
        return Lead(contact_id, "was" if _FORMER.search(told) else "noted", told)
    if (tag := next((tag for tag in card.tags if _has(tag, sought)), None)) is not None:
        return Lead(contact_id, "tag", f"#{tag}")
    return Lead(contact_id, "met", contact.met or "") if _has(contact.met, sought) else None


def _has(text: str | None, sought: re.Pattern[str]) -> bool:
    return bool(text) and sought.search(fold((text or "")[:_READ_AT_MOST])) is not None


def _told(notes: Sequence[str], sought: re.Pattern[str]) -> str | None:
    """The sentence of a note that mentions it."""
    for note in notes:
        for sentence in _SENTENCE.split(note[:_READ_AT_MOST]):
            if _has(sentence, sought):
                return sentence.strip()
    return None


def introduced_by(card: Card) -> str:
    """Through whom somebody was met, as typed; "" where it isn't known."""
    return through_whom(card.contact.met or "")
