"""What an operator's model is told of one contact, and how it is asked.

Only that contact's own facts go out: the given name, what they do and where, what the user noted. Whatever names another
person, or holds a phone number, an email or an address, stays here as a whole, for a sentence with a hole in it tells
as much. Notes are data: they stand in a JSON document, and the instructions say so; whatever comes back is held to the
rules of every opener besides (`bot.rules.opener_fitness`), so a note that gives orders changes nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from bot.rules.given_names import given_name, is_family, visible
from bot.rules.news import is_hard
from bot.rules.vocabulary import MONTHS

if TYPE_CHECKING:
    from storage.models import Contact, Note, Touch

#: The newest notes that are sent at most, and how much of each, in characters.
MOST_NOTES, NOTE_LENGTH = 5, 300
#: Six digits or more, whatever stands between them.
_NUMBERS = re.compile(r"\d(?:[\W_]{0,3}\d){5}|\b(?!(?:19|20)\d\d\b)\d{4}")
#: An email, a link or a username, however they are spelt.
_ADDRESS = re.compile(
    r"@|\(at\)|\[at\]|\w_\w|\bdot (?:com|org|net)\b|\binsta(?:gram)?\b|://|\bwww\."
    r"|\b[\w-]+\.(?:com|org|net|io|de|fr|es|me|co|info|app|dev)\b",
    re.IGNORECASE,
)
#: Words that bring somebody else in.
_OTHERS = re.compile(
    r"\b(?:friends?|mates?|besties?|hubby|sis|bro|bf|gf|"
    r"colleagues?|co-?workers?|boss|neighbou?rs?|cousins?|brothers?|sisters?|mothers?|fathers?|mum|mom|dad|"
    r"parents?|uncles?|aunts?|nephews?|nieces?|sons?|daughters?|kids?|child|children|bab(?:y|ies)|wife|husband|partners?|"
    r"ex|boyfriend|girlfriend|fianc[eé]e?|clients?|customers?|landlord|landlady|tenants?|grand\w+|\w+-in-law|family|"
    r"relatives?|assistant|manager|team|twins?|through|via)\b",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(r"\b[^\W\d_a-z][\w'’-]*")
#: What a sentence may begin with: any other word with a capital there may be somebody's name.
_BEGINNING_WORDS = """
    a about after also always and as at back before but can currently did does doesn't done enjoys exam excited first for
    from gave good great had has hates have head he her him his hopes if in into is it it's its just keen knows last later
    lead learning likes lives looking loves made met moved moving moves much needs never new next no not now of often on
    once one only other our owns plans plays prefers reads really runs said says she she's sings so some speaks started
    starting starts still studied studies talked talks the their then there they they're this to told travels tries until
    used very visited wants was we were when where who will with worked working works writes writing
"""
_BEGINNINGS = frozenset(_BEGINNING_WORDS.split())
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_DATES = frozenset([*_DAYS.split(), *(f"{day}s" for day in _DAYS.split()), *MONTHS, "i", "i'm", "i've", "i'd", "i'll"])
_SILENCES = ((45, "in the last weeks"), (365, "some months ago"))


class CardLike(Protocol):
    """A contact with its notes and touches, each newest first."""

    @property
    def contact(self) -> Contact: ...
    @property
    def notes(self) -> Sequence[Note]: ...
    @property
    def touches(self) -> Sequence[Touch]: ...


@dataclass(frozen=True, slots=True)
class Question:
    """What is sent: the rules, which are ours alone, and the facts, which are the user's."""

    rules: str
    facts: dict[str, str | list[str]]

    def texts(self) -> Iterator[str]:
        """The facts, each as it is sent."""
        for value in self.facts.values():
            yield from [value] if isinstance(value, str) else value

    def messages(self) -> list[dict[str, str]]:
        """In the form of a chat completion."""
        return [
            {"role": "system", "content": self.rules},
            {"role": "user", "content": json.dumps(self.facts, ensure_ascii=False)},
        ]


def question_for(
    card: CardLike, *, rules: str, occasion: str, today: date, names_others: Callable[[str], bool]
) -> Question | None:
    """What to ask for this contact; None where no model is asked: family, hard news, or no name to greet.

    `names_others`: whether a text names another contact of the user's, in whatever case it is typed.
    """
    contact = card.contact
    first = given_name(contact.name)
    noted = [note.text for note in card.notes] + [touch.note for touch in card.touches if touch.note]
    if first is None or is_family(contact.name) or any(is_hard(text) for text in noted):
        return None
    own = _words_of(first, contact.company, contact.role, contact.city)
    single = {
        "company": contact.company, "role": contact.role, "city": contact.city, "how we met": contact.met,
        "could use": contact.needs, "could give": contact.offers,
    }  # fmt: skip

    def shareable(text: str | None) -> str | None:
        said = " ".join(visible(text or "").split())[:NOTE_LENGTH]
        return said if said and is_their_own(said, own) and not names_others(said) else None

    facts: dict[str, str | list[str]] = {"first name": first}
    facts |= {name: said for name, value in single.items() if (said := shareable(value))}
    if notes := list(dict.fromkeys(said for text in noted if (said := shareable(text))))[:MOST_NOTES]:
        facts["notes"] = notes
    facts |= {"in touch last": _silence(contact, today), "occasion": occasion}
    return Question(rules, facts)


def is_their_own(text: str, own: frozenset[str]) -> bool:
    """Whether a text may tell only of the contact: no address, no long number, nobody else. `own`: words with a capital
    that are theirs, in small letters. In doubt it doesn't."""
    if _ADDRESS.search(text) or _NUMBERS.search(text) or _OTHERS.search(text):
        return False
    return all(word.casefold().removesuffix("'s") in own | _DATES | _BEGINNINGS for word in _CAPITALISED.findall(text))


def _words_of(*facts: str | None) -> frozenset[str]:
    return frozenset(word.strip(".,;:()").casefold() for fact in facts if fact for word in fact.split())


def _silence(contact: Contact, today: date) -> str:
    """Roughly, for a number of days would be repeated."""
    if contact.last_touch_on is None:
        return "not known"
    unseen = today - contact.last_touch_on
    return next((said for days, said in _SILENCES if unseen <= timedelta(days=days)), "long ago")
