"""How openers to a contact sound, and in which language: as the user set it, or else by what is known of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from bot.rules.channels import channel_of
from bot.rules.given_names import full_name, given_name, is_family
from bot.rules.languages import code_of
from bot.rules.lexicon import TONES, Tone

if TYPE_CHECKING:
    from storage.models import Contact, ContactPoint

_READ_AT_MOST = 200
_CLOSE = re.compile(
    r"\b(?:friends?|besties?|mates?|buddy|buddies|family|famil\w{1,4}|cousins?|school|schoolmates?|uni|college|flatmates?|"
    r"roommates?|neighbou?rs?|band|choir|team|football|climbing|amig[oa]s?|freunde?|freundin(?:nen)?|schule|nachbarn?|"
    r"verein|amie?s?|copains?|copines?|famille|voisine?s?)\b",
    re.IGNORECASE,
)
_DISTANT = re.compile(
    r"\b(?:clients?|customers?|investors?|professors?|prof|doctors?|lawyers?|board|vips?|partners?|bosses|boss|"
    r"authorit\w{1,5}|officials?|ambassadors?|judges?|kund(?:e|en|in|innen)|clientes?|inversor\w{0,3}|investisseur\w{0,4}|"
    r"professeure?s?|anwalt|anwältin)\b",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"(?:(?:mr|mrs|ms|mx|miss|dr|prof|professor|doctor|sir|dame|herr|frau|mme|mlle|madame|monsieur|señora?|sra?|rev|rabbi|"
    r"imam|judge|ambassador)\b\.?\s+)\S",
    re.IGNORECASE,
)
#: In scripts with capitals; a Chinese name may well be one sign.
_INITIAL = re.compile(r"[A-ZÀ-ÖØ-ÞΑ-ΩА-Я]\.?")
#: What one meets many people at, and none of them for long.
_CROWDED = re.compile(
    r"\b(?:conference|summit|congress|convention|expo|fair|meet-?up|hackathon|webinar|slush|linkedin|networking|"
    r"\w{2,20}con|messe|konferenz|kongress|tagung|congreso|conferencia|feria|congrès|conférence|salon)\b",
    re.IGNORECASE,
)


def voice_of(contact: Contact, *, tags: Collection[str] = (), points: Sequence[ContactPoint] = ()) -> Tone:
    """The tone the user chose for them; or warm for friends, formal for clients and people filed with a title, brief for
    whom one met in a crowd or knows through LinkedIn alone. Who is none of these is written to warmly."""
    chosen = next((tone for tone in TONES if tone == contact.voice), None)
    if chosen is not None:
        return chosen
    filed = " ".join(tags)[:_READ_AT_MOST].replace("-", " ").replace("_", " ")
    met = (contact.met or "")[:_READ_AT_MOST]
    if is_family(contact.name):
        return "warm"
    if is_titled(given_name(contact.name)):
        return "formal"
    if _CLOSE.search(filed):
        return "warm"
    if _TITLED.match(contact.name) or _DISTANT.search(filed) or _DISTANT.search((contact.role or "")[:_READ_AT_MOST]):
        return "formal"
    only_there = not met and channel_of(points) == "linkedin"
    return "brief" if only_there or _CROWDED.search(met) or _CROWDED.search(filed) else "warm"


def is_titled(first: str | None) -> bool:
    """Whether no first name is known, but a title and a surname: "Mr Park", "Prof. Okafor"."""
    return _TITLED.match(first or "") is not None


def called(name: str, tone: Tone) -> dict[str, str]:
    """What they are called by in that tone, out of the name they are filed under: {first}, {name}; absent if not known.

    An initial is no first name: "J. R. Park" is called by all of it. Nor is "Mr Park", whom one says Sie and usted to: in
    a familiar tone he has no {first}.
    """
    first, whole = given_name(name), full_name(name)
    if is_family(name):
        whole = first
    if first is not None and whole is not None and _INITIAL.fullmatch(first):
        first = whole
    if is_titled(first) and tone != "formal":
        first = None
    return {slot: words for slot, words in {"first": first, "name": whole}.items() if words}


def language_of(contact: Contact, *, users: str | None, known: Collection[str]) -> str:
    """The code among `known` of the language to write in: the contact's, else the user's, else English."""
    codes = (code_of(said) for said in (contact.language, users) if said)
    return next((code for code in codes if code is not None and code in known), "en")
