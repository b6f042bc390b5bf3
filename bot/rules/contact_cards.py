"""A contact shared from a telephone: the name and number Telegram gives, and the vCard that may come with them."""

import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib import import_module
from typing import Any

from bot.rules.birthdays import read_birthday
from bot.rules.drafts import Draft
from bot.rules.facts import merge
from bot.rules.names import clean_name, clean_text
from bot.rules.phones import normalise_phone
from bot.rules.points import EMAIL_LENGTH, POINT_LENGTH, read_link

#: Telegram gives at most 2,048 bytes of vCard; a photograph in a longer one is nothing to read.
MOST_CHARACTERS = 100_000
#: Apple writes 1604 for a birthday without a year (X-APPLE-OMIT-YEAR).
_APPLE_NO_YEAR = "1604"
_APPLE_BIRTHDAY = re.compile(rf"{_APPLE_NO_YEAR}-?(\d\d)-?(\d\d)")
_COMPACT_BIRTHDAY = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T.*)?")
_LONG_BIRTHDAY = re.compile(r"(\d{4}-\d\d-\d\d)[T ].*")
_WEB = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?", re.IGNORECASE)
#: Days to come are no birthdays; a card is read without asking what day it is.
_LATEST = date(9999, 12, 31)


def read_card(vcard: str | None, *, first_name: str, last_name: str | None, phone: str, region: str | None) -> Draft:
    """The contact as a Draft. Its name is Telegram's, else the card's, else the number; "" when there is none at all.

    A vCard that cannot be read (RFC 2426, RFC 6350, or 2.1) counts as none. Never raises.
    """
    draft = Draft(name=clean_name(f"{first_name} {last_name or ''}") or "")
    if number := normalise_phone(phone, region):
        draft = replace(draft, phones=(number,))
    card = _parse(vcard) if vcard and len(vcard) <= MOST_CHARACTERS else None
    if card is not None:
        for key, value in _lines(card):
            draft = merge(draft, _read_line(key, value, region), value)
        draft = replace(draft, name=draft.name or _card_name(card))
    return replace(draft, name=draft.name or (draft.phones[0] if draft.phones else ""))


def _parse(vcard: str) -> Any:
    """The first vCard of the text; None when it is broken."""
    vobject = import_module("vobject")
    # It logs the lines it cannot read, and those hold what people wrote.
    logging.getLogger("vobject.base").disabled = True
    unfolded = "\n".join(line for line in vcard.replace("\r\n", "\n").split("\n") if line.strip())
    try:
        return vobject.readOne(unfolded, ignoreUnreadable=True, allowQP=True)
    except (
        vobject.base.VObjectError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        AssertionError,
        StopIteration,
    ):
        # The library lets its own and Python's errors through, by what it stumbled on: broken means none.
        return None


def _lines(card: Any) -> Iterator[tuple[str, str]]:
    for key, lines in card.contents.items():
        for line in lines:
            # A component inside the card (BEGIN … END) has no value.
            value = getattr(line, "value", None)
            if isinstance(value, list):
                yield key.lower(), ", ".join(str(part) for part in value if str(part).strip())
            elif isinstance(value, str):
                yield key.lower(), value


def _read_line(key: str, value: str, region: str | None) -> Draft:
    said = " ".join(clean_text(value).split())
    reader = _READERS.get(key)
    return (reader(said, region) if reader and said else None) or Draft(name="")


def _phone(said: str, region: str | None) -> Draft | None:
    number = normalise_phone(said.removeprefix("tel:"), region)
    return Draft(name="", phones=(number,)) if number else None


def _email(said: str, _: str | None) -> Draft | None:
    email = said.lower().removeprefix("mailto:")
    return Draft(name="", emails=(email,)) if "@" in email and len(email) <= EMAIL_LENGTH else None


def _link(said: str, region: str | None) -> Draft | None:
    return read_link(said, region) if len(said) <= POINT_LENGTH and _WEB.fullmatch(said) else None


def _company(said: str, _: str | None) -> Draft | None:
    return Draft(name="", company=said.strip(" ,;"))


def _role(said: str, _: str | None) -> Draft | None:
    return Draft(name="", role=said)


def _note(said: str, _: str | None) -> Draft | None:
    return Draft(name="", notes=(said,))


def _birthday(said: str, _: str | None) -> Draft | None:
    if match := _APPLE_BIRTHDAY.match(said):
        said = f"--{match[1]}-{match[2]}"
    elif match := _COMPACT_BIRTHDAY.fullmatch(said):
        said = f"{match[1]}-{match[2]}-{match[3]}"
    elif match := _LONG_BIRTHDAY.fullmatch(said):
        said = match[1]
    born = read_birthday(said, today=_LATEST)
    return Draft(name="", birthday=born) if born else None


def _card_name(card: Any) -> str:
    """FN, else N, whichever holds a name."""
    for key in ("fn", "n"):
        for line in card.contents.get(key, []):
            if name := clean_name(str(getattr(line, "value", ""))):
                return name
    return ""


_READERS = {
    "tel": _phone, "email": _email, "url": _link, "x-socialprofile": _link, "impp": _link, "org": _company,
    "title": _role, "bday": _birthday, "note": _note,
}  # fmt: skip
