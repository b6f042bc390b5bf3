"""A row's cells, by the field each column holds, made into a person."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.rules.birthdays import read_birthday
from bot.rules.cadences import LONGEST, read_cadence
from bot.rules.drafts import Draft
from bot.rules.files.dates import OLDEST, read_date
from bot.rules.files.person_names import is_restricted, is_robot, joined_name, tidied_name, visible, whole_name
from bot.rules.files.shapes import Field, Reason
from bot.rules.languages import CODES
from bot.rules.names import clean_text
from bot.rules.phones import normalise_phone
from bot.rules.points import EMAIL_LENGTH, POINT_LENGTH, read_link

#: One-line facts longer than this are cut: a card shows them on a line.
FACT_LENGTH = 200
NOTE_LENGTH = 4_000
_MOST_VALUES = 50
_TAG_LENGTH = 64
#: What has more words is a sentence; a shorter text can't have so many.
_MOST_WORDS, _FEW_LETTERS = 10, 20
#: " ::: " parts the values of a cell at Google; people write commas, semicolons and lines.
_PARTS = re.compile(r"\s*(?::::|[;,\n|])\s*")
_GOOGLE_PARTS = re.compile(r"\s*:::\s*")
_PHONE_PARTS = re.compile(r"\s*(?::::|[;,\n|]|\s/\s)\s*")
_LINK_PARTS = re.compile(r"\s*:::\s*|[;,|]?\s+|[;|]")
_EMAIL = re.compile(r"[^\s@<>\"(),;:]{1,64}@[^\s@<>\"(),;:]{1,190}\.[^\s@<>\"(),;:.]{2,24}")
_WEB = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?::\d{1,5})?(?:[/?#]\S*)?", re.IGNORECASE)
_USERNAME = re.compile(r"@?([A-Za-z][A-Za-z0-9_]{3,31})")
_APPLE_NO_YEAR = re.compile(r"1604-?(\d\d)-?(\d\d)")
_NO_YEAR = re.compile(r"--?(\d\d)-?(\d\d)")
_CODE = re.compile(r"[a-z]{2}", re.ASCII)
#: Labels that are Google's own begin so.
_OWN_LABEL = "* "


@dataclass(slots=True)
class Setting:
    """What reading a row needs to know: the user's country and day, and which columns write the month first."""

    region: str | None
    today: date
    month_first: frozenset[Field] = frozenset()
    days: dict[str, date | None] = field(default_factory=dict)


Values = Mapping[Field, list[str]]
Facts = dict[str, Any]
Reader = Callable[[list[str], Facts, Setting], None]


def draft_of(values: Values, setting: Setting) -> Draft | Reason:
    """The person of a row; else why there is none. `values` has the cells that hold something, trimmed."""
    name = name_of(values)
    if name is not None and len(name) > _FEW_LETTERS and len(name.split()) > _MOST_WORDS:
        return "too_long"
    if name is not None and is_restricted(name):
        return "restricted"
    if is_robot(name, values.get("email", ())):
        return "robot"
    if name is None or "@" in name:
        return "no_name"
    facts: Facts = {}
    for column, cells in values.items():
        if reader := _READERS.get(column):
            reader(cells, facts, setting)
    for many in _MANY:
        if many in facts:
            facts[many] = tuple(dict.fromkeys(facts[many]))[:_MOST_VALUES]
    return Draft(name, **facts)


def name_of(values: Values) -> str | None:
    """By its parts where the file has them, else by the whole, else the nickname."""
    first, last = values.get("first"), values.get("last")
    if first or last:
        middle, suffix = values.get("middle"), values.get("suffix")
        found = joined_name(
            visible(first[0]) if first else "",
            visible(middle[0]) if middle else "",
            visible(last[0]) if last else "",
            visible(suffix[0]) if suffix else "",
        )
        if found:
            return found
    for cell in values.get("name", ()):
        if found := whole_name(cell):
            return found
    for cell in values.get("nickname", ()):
        if found := tidied_name(cell):
            return found
    return None


def _line(key: str) -> Reader:
    def read(cells: list[str], facts: Facts, _: Setting) -> None:
        if text := visible(cells[0])[:FACT_LENGTH].rstrip():
            facts[key] = text

    return read


def _wish(key: str) -> Reader:
    def read(cells: list[str], facts: Facts, _: Setting) -> None:
        if text := visible("; ".join(cells))[:NOTE_LENGTH].rstrip():
            facts[key] = text

    return read


def _met(cells: list[str], facts: Facts, setting: Setting) -> None:
    """A day under "Met" is when, anything else is how."""
    if _day(cells[0], "met", setting):
        _met_on(cells, facts, setting)
    else:
        text = visible(cells[0])[:FACT_LENGTH].rstrip()
        # The phrase follows "met" where it is shown.
        facts["met"] = (text[4:] if text.lower().startswith("met ") else text) or None


def _met_on(cells: list[str], facts: Facts, setting: Setting) -> None:
    day = _day(cells[0], "met_on", setting)
    if day and day.year >= OLDEST and day <= setting.today:
        facts["met_on"] = day


def _day(cell: str, column: Field, setting: Setting) -> date | None:
    if cell not in setting.days and len(setting.days) < 50_000:
        setting.days[cell] = read_date(cell, month_first=column in setting.month_first)
    return setting.days.get(cell)


def _birthday(cells: list[str], facts: Facts, setting: Setting) -> None:
    said = cells[0].strip().lstrip("'")
    match = _APPLE_NO_YEAR.match(said) or _NO_YEAR.fullmatch(said)
    if match:
        born = read_birthday(f"--{match[1]}-{match[2]}", today=setting.today)
    elif day := read_date(said, month_first="birthday" in setting.month_first):
        born = day.isoformat() if day.year >= OLDEST and day <= setting.today else None
    else:
        born = read_birthday(said, today=setting.today)
    if born:
        facts["birthday"] = born


def _emails(cells: list[str], facts: Facts, _: Setting) -> None:
    found = [match[0].lower() for cell in cells for match in _EMAIL.finditer(cell[: EMAIL_LENGTH * 20])]
    facts.setdefault("emails", []).extend(
        email.removeprefix("mailto:") for email in found if len(email) <= EMAIL_LENGTH and email.isprintable()
    )


def _phones(cells: list[str], facts: Facts, setting: Setting) -> None:
    for cell in cells:
        for part in _PHONE_PARTS.split(cell[: POINT_LENGTH * 4], _MOST_VALUES):
            number = part.strip("'").removeprefix("tel:") if part else ""
            if number and len(number) <= 60 and (phone := normalise_phone(number, setting.region)):
                facts.setdefault("phones", []).append(phone)


def _links(cells: list[str], facts: Facts, setting: Setting) -> None:
    from bot.rules.links import normalise_linkedin

    for cell in cells:
        if "linkedin" in cell and (profile := normalise_linkedin(cell)):
            facts.setdefault("links", []).append(profile)
            continue
        for part in _LINK_PARTS.split(cell[: POINT_LENGTH * 8], _MOST_VALUES):
            if part and len(part) <= POINT_LENGTH and part.isprintable():
                _link(part, facts, setting)


def _link(text: str, facts: Facts, setting: Setting) -> None:
    from bot.rules.links import normalise_linkedin, telegram_username

    if "linkedin" in text.lower() and (profile := normalise_linkedin(text)):
        facts.setdefault("links", []).append(profile)
    elif username := telegram_username(text):
        facts.setdefault("telegram", username)
    elif _EMAIL.fullmatch(text):
        facts.setdefault("emails", []).append(text.lower())
    elif _WEB.fullmatch(text):
        read = read_link(text, setting.region)
        facts.setdefault("links", []).extend(read.links)
        facts.setdefault("phones", []).extend(read.phones)
        if read.telegram:
            facts.setdefault("telegram", read.telegram)


def _telegram(cells: list[str], facts: Facts, setting: Setting) -> None:
    from bot.rules.links import telegram_username

    for cell in cells:
        said = cell.strip()
        handle = _USERNAME.fullmatch(said)
        if username := handle[1].lower() if handle else telegram_username(said):
            facts.setdefault("telegram", username)
        elif said.startswith("+"):
            _phones([said], facts, setting)


def _tags(cells: list[str], facts: Facts, _: Setting) -> None:
    found = facts.setdefault("tags", [])
    for cell in cells:
        parts = (_GOOGLE_PARTS if ":::" in cell or cell.startswith(_OWN_LABEL) else _PARTS).split(cell[:NOTE_LENGTH])
        tags = (visible(part).lstrip("#") for part in parts if not part.startswith(("* ", "*\u00a0")))
        found.extend(tag for tag in tags if len(tag) <= _TAG_LENGTH and any(char.isalpha() for char in tag))


def _notes(cells: list[str], facts: Facts, _: Setting) -> None:
    notes = (clean_text(cell.replace("\r\n", "\n").replace("\r", "\n")).strip()[:NOTE_LENGTH] for cell in cells)
    facts.setdefault("notes", []).extend(note for note in notes if note)


def _cadence(cells: list[str], facts: Facts, _: Setting) -> None:
    said = cells[0].strip().removesuffix(".0")
    days = int(said) if said.isdecimal() and len(said) <= 4 else read_cadence(said)
    if days and 1 <= days <= LONGEST:
        facts["cadence_days"] = days


def _language(cells: list[str], facts: Facts, _: Setting) -> None:
    said = cells[0].strip().lower()
    code = CODES.get(said) or (said[:2] if _CODE.fullmatch(said.split("-")[0].split("_")[0]) else None)
    if code in _KNOWN_CODES:
        facts["language"] = code


_KNOWN_CODES = frozenset(CODES.values())
_MANY = ("tags", "phones", "emails", "links", "notes")
_READERS: dict[Field, Reader] = {
    "company": _line("company"), "role": _line("role"), "city": _line("city"), "email": _emails, "phone": _phones,
    "link": _links, "telegram": _telegram, "birthday": _birthday, "notes": _notes, "tags": _tags, "met": _met,
    "met_on": _met_on, "needs": _wish("needs"), "offers": _wish("offers"), "cadence": _cadence, "language": _language,
}  # fmt: skip
