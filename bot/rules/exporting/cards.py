"""The contacts as vCards (RFC 6350, version 4.0); what the standard has no word for in properties of our own, which
bot.rules.files.vcards reads back."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storage import Card
    from storage.models import Contact

#: Controls, which break lines in vCards or are shown by nothing; a text's own line ends are written as \\n.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
#: What LANG takes: a language tag (RFC 5646), not any word.
_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", re.ASCII)
#: Facts the standard has no property for, by ours.
OWN = {
    "X-DOTTY-STATUS": "status",
    "X-DOTTY-CADENCE": "cadence_days",
    "X-DOTTY-MET": "met",
    "X-DOTTY-MET-ON": "met_on",
    "X-DOTTY-NEEDS": "needs",
    "X-DOTTY-OFFERS": "offers",
    "X-DOTTY-ADDED-ON": "added_on",
    "X-DOTTY-SNOOZED-UNTIL": "snoozed_until",
}
OWN_LANGUAGE, OWN_TELEGRAM_ID = "X-DOTTY-LANGUAGE", "X-DOTTY-TELEGRAM-ID"
_POINTS = {"phone": "TEL:", "email": "EMAIL:", "link": "URL:", "telegram": "IMPP:https://t.me/"}


def to_vcards(cards: Sequence["Card"]) -> bytes:
    return "".join(_vcard(card) for card in cards).encode()


def _vcard(card: "Card") -> str:
    """RFC 6350: CRLF ends a line, a line over 75 octets is folded, a text has its , ; \\ and line ends escaped."""
    return "".join(f"{_fold(line)}\r\n" for line in ("BEGIN:VCARD", "VERSION:4.0", *_lines(card), "END:VCARD"))


def _lines(card: "Card") -> Iterator[str]:
    contact = card.contact
    yield f"FN:{_text(contact.name)}"
    yield from _facts(contact)
    for point in card.points:
        written = _text(point.value) if point.kind in ("phone", "email") else _line(point.value)
        yield f"{_POINTS.get(point.kind, f'{OWN_TELEGRAM_ID}:')}{written}"
    if card.tags:
        yield "CATEGORIES:" + ",".join(_text(tag) for tag in card.tags)
    for note in reversed(card.notes):
        yield f"NOTE:{_text(note.text)}"


def _facts(contact: "Contact") -> Iterator[str]:
    language = contact.language or ""
    named = "LANG" if _LANGUAGE_TAG.fullmatch(language) else OWN_LANGUAGE
    texts = {"ORG": contact.company, "TITLE": contact.role, named: language}
    yield from (f"{name}:{_text(value)}" for name, value in texts.items() if value)
    if contact.city:
        yield f"ADR:;;;{_text(contact.city)};;;"
    if contact.birthday:
        yield f"BDAY:{_birthday(contact.birthday)}"
    for name, column in OWN.items():
        value: str | int | date | None = getattr(contact, column)
        if value is not None:
            yield f"{name}:{_text(str(value))}"


def _birthday(birthday: str) -> str:
    """The basic form that vCard 4.0 asks for: 19900512, or --0512 without a year."""
    return "--" + birthday[2:].replace("-", "") if birthday.startswith("--") else birthday.replace("-", "")


def _text(value: str) -> str:
    clean = _CONTROLS.sub("", value.replace("\r\n", "\n"))
    return clean.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;").replace("\n", "\\n")


def _line(value: str) -> str:
    return _CONTROLS.sub("", "".join(value.split()))


def _fold(line: str) -> str:
    """Cut into lines of at most 75 octets, never inside a character."""
    if len(line) <= 75 and line.isascii():
        return line
    folded, width = [], 0
    for char in line:
        size = len(char.encode())
        if width + size > 75:
            folded.append("\r\n ")
            width = 1
        folded.append(char)
        width += size
    return "".join(folded)
