"""What the properties of a vCard say of a person."""

import re
from collections.abc import Callable, Iterable
from dataclasses import fields
from datetime import date
from typing import Any

from bot.rules.birthdays import read_birthday
from bot.rules.drafts import Draft
from bot.rules.exporting.cards import OWN_LANGUAGE, OWN_TELEGRAM_ID
from bot.rules.files.card_lines import Property, plain, split_items, split_parts
from bot.rules.files.own import STATUSES, as_cadence, as_day, as_text
from bot.rules.links import telegram_username
from bot.rules.names import clean_name, clean_text
from bot.rules.phones import normalise_phone
from bot.rules.points import EMAIL_LENGTH, POINT_LENGTH, read_link

_OWN = "X-DOTTY-"
_WEB = re.compile(r"(?:https?://)?[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_ESCAPED_IN_LINK = re.compile(r"\\([:,;])")
_USERNAME = re.compile(r"(?:x-apple:|telegram:|tg:|@)*([A-Za-z]\w{1,31})", re.IGNORECASE | re.ASCII)
_MAILBOX = re.compile(r"[^\s@<>,;:]+@[^\s@<>,;:]+")
#: 19900512, 1990-05-12, --0512, --05-12, with a time or not (RFC 6350, 4.3; 2.1 and 3.0 write ISO 8601).
_BORN = re.compile(r"(\d{4}|-)-?(\d\d)-?(\d\d)(?:[T ].*)?", re.ASCII)
#: Apple writes 1604 for a birthday without a year (X-APPLE-OMIT-YEAR), others the years 0 and 1.
_NO_YEAR = 1604
_NOT_CALLED = re.compile(r"\b(?:fax|pager|modem|data|x-fax)\b")
#: Google's and Apple's own groups say nothing of a person.
_GROUPS = frozenset({"mycontacts", "* mycontacts", "starred", "* starred", "my contacts", "system group: my contacts"})
#: Cards of people have a few; with some thousands a card is made to keep us busy.
_MOST_OF_EACH = 2_000
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:-[a-z0-9]{1,8})*", re.IGNORECASE | re.ASCII)
_DIGITS = re.compile(r"\d{1,4}", re.ASCII)
#: Days to come are no birthdays; a card is read without asking what day it is.
_LATEST = date(9999, 12, 31)

Reader = Callable[[Property, str | None], Draft | None]


def read_person(properties: Iterable[Property], region: str | None) -> Draft:
    """The person of a card, with the name "" when it says none. Of several names, firms and the like the first counts.

    A card of Dotty's own keeps its numbers as they are, whatever the region (an ISO 3166 country).
    """
    kept = list(properties)
    if is_own(kept):
        region = None
    values: dict[str, Any] = {}
    for each in kept:
        reader = _READERS.get(each.name)
        if reader is not None and (fact := reader(each, region)) is not None:
            _add(values, fact)
    return Draft(card_name(kept), **values)


def is_own(properties: Iterable[Property]) -> bool:
    return any(each.name.startswith(_OWN) for each in properties)


def card_name(properties: Iterable[Property]) -> str:
    """FN, else N, whichever holds a name; "" when none does."""
    written = [plain(each.value) for each in properties if each.name == "FN"]
    written += [_put_together(each.value) for each in properties if each.name == "N"]
    return next((name for each in written if (name := clean_name(each))), "")


def is_organisation(properties: Iterable[Property]) -> bool:
    """Whether the card says that it is a firm's, or a group's (RFC 6350, 6.1.4; Apple's own properties before it)."""
    kinds = {each.name: each.value.strip().lower() for each in properties if each.name in _KINDS}
    return any(kinds.get(name) in values for name, values in _KINDS.items())


_KINDS = {
    "KIND": ("org", "group", "location"),
    "X-ABSHOWAS": ("company",),
    "X-ADDRESSBOOKSERVER-KIND": ("group", "org"),
}


def _put_together(value: str) -> str:
    """Family; given; additional; prefixes; suffixes."""
    family, given, additional = (*(" ".join(part.split(",")) for part in split_parts(value)), "", "", "")[:3]
    return f"{given} {additional} {family}"


def _add(values: dict[str, Any], fact: Draft) -> None:
    """Add the one fact; where there is such a fact already, that stays."""
    for name in _FIELDS:
        new = getattr(fact, name)
        if new is None or new == ():
            continue
        if isinstance(new, tuple):
            old = values.get(name, ())
            if len(old) < _MOST_OF_EACH:
                values[name] = (*old, *(each for each in new[:_MOST_OF_EACH] if name == "notes" or each not in old))
        else:
            values.setdefault(name, new)


_FIELDS = tuple(field.name for field in fields(Draft) if field.name != "name")


def _line(value: str) -> str:
    return _flat(plain(value))


def _flat(text: str) -> str:
    return " ".join(clean_text(text).split())


def _phone(said: Property, region: str | None) -> Draft | None:
    if _NOT_CALLED.search(said.parameters.get("TYPE", "")):
        return None
    number = _line(said.value)
    number = number[4:].partition(";")[0] if number.lower().startswith("tel:") else number
    phone = normalise_phone(number, region) if len(number) <= POINT_LENGTH else None
    return Draft("", phones=(phone,)) if phone else None


def _email(said: Property, _: str | None) -> Draft | None:
    email = _line(said.value).lower().removeprefix("mailto:")
    return Draft("", emails=(email,)) if len(email) <= EMAIL_LENGTH and _MAILBOX.fullmatch(email) else None


def _link(said: Property, region: str | None) -> Draft | None:
    """An address is no text: only what Apple escapes in it is taken back ("http\\://")."""
    address = _ESCAPED_IN_LINK.sub(r"\1", _flat(said.value))
    return read_link(address, region) if len(address) <= POINT_LENGTH and _WEB.fullmatch(address) else None


def _profile(said: Property, region: str | None) -> Draft | None:
    """A page, or a username where the card says that it is Telegram's."""
    address = _line(said.value)
    service = ",".join(said.parameters.get(key, "") for key in ("TYPE", "X-SERVICE-TYPE", "SERVICE-TYPE"))
    told = said.name == "X-TELEGRAM" or "telegram" in service or address.lower().startswith(("telegram:", "tg:"))
    if told and telegram_username(address) is None and (match := _USERNAME.fullmatch(address)):
        return Draft("", telegram=match[1].lower())
    return _link(said, region)


def _company(said: Property, _: str | None) -> Draft | None:
    """The firm without its department; a department alone stands for it."""
    return Draft("", company=next((text for part in split_parts(said.value) if (text := _flat(part))), None))


def _role(said: Property, _: str | None) -> Draft | None:
    return Draft("", role=_line(said.value) or None)


def _city(said: Property, _: str | None) -> Draft | None:
    """The fourth part of an address is the town."""
    parts = split_parts(said.value)
    return Draft("", city=_flat(parts[3]) or None) if len(parts) > 3 else None


def _note(said: Property, _: str | None) -> Draft | None:
    text = as_text(plain(said.value).replace("\r\n", "\n").replace("\r", "\n"))
    return Draft("", notes=(text.strip(),)) if text else None


def _tags(said: Property, _: str | None) -> Draft | None:
    names = (_flat(item).removeprefix("#") for item in split_items(said.value))
    return Draft("", tags=tuple(dict.fromkeys(name for name in names if name and name.lower() not in _GROUPS)))


def _birthday(said: Property, _: str | None) -> Draft | None:
    match = _BORN.fullmatch(_line(said.value))
    if match is None:
        return None
    year, month, day = match.groups()
    unknown = year == "-" or int(year) <= _NO_YEAR or year == said.parameters.get("X-APPLE-OMIT-YEAR")
    born = read_birthday(f"--{month}-{day}" if unknown else f"{year}-{month}-{day}", today=_LATEST)
    return Draft("", birthday=born)


def _language(said: Property, _: str | None) -> Draft | None:
    match = _LANGUAGE.fullmatch(_line(said.value))
    return Draft("", language=match[0]) if match and len(match[0]) <= _LANGUAGE_LENGTH else None


_LANGUAGE_LENGTH = 16


def _own(said: Property, _: str | None) -> Draft | None:
    text = as_text(plain(said.value))
    match said.name.removeprefix(_OWN):
        case "STATUS" if text in STATUSES:
            return Draft("", status=text)
        case "CADENCE" if text and _DIGITS.fullmatch(text):
            return Draft("", cadence_days=as_cadence(int(text)))
        case "MET-ON":
            return Draft("", met_on=as_day(text))
        case "ADDED-ON":
            return Draft("", added_on=as_day(text))
        case "SNOOZED-UNTIL":
            return Draft("", snoozed_until=as_day(text))
        case "TELEGRAM-ID":
            return Draft("", telegram_id=text)
        case "MET" | "NEEDS" | "OFFERS" | "LANGUAGE" as fact:
            values: dict[str, Any] = {fact.lower(): text}
            return Draft("", **values)
    return None


_READERS: dict[str, Reader] = {
    "TEL": _phone, "EMAIL": _email, "URL": _link, "X-SOCIALPROFILE": _profile, "SOCIALPROFILE": _profile,
    "IMPP": _profile, "X-TELEGRAM": _profile, "ORG": _company, "TITLE": _role, "ADR": _city, "NOTE": _note,
    "CATEGORIES": _tags, "BDAY": _birthday, "LANG": _language, OWN_LANGUAGE: _own, OWN_TELEGRAM_ID: _own,
    **{f"{_OWN}{name}": _own for name in ("STATUS", "CADENCE", "MET", "MET-ON", "NEEDS", "OFFERS", "ADDED-ON",
    "SNOOZED-UNTIL")},
}  # fmt: skip
#: The properties that are read; all others may be dropped unread.
WANTED = frozenset({"FN", "N", *_READERS, *_KINDS})
