"""Dotty's own export coming back: the JSON of bot.rules.exporting."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeVar

from bot.rules.birthdays import read_birthday
from bot.rules.drafts import Draft, History, TouchTold
from bot.rules.files.gathering import Gathering
from bot.rules.files.json_entries import DamagedError, TooDeepError, TooLong, read_entries
from bot.rules.files.shapes import FileReading
from bot.rules.likenesses import FACTS
from bot.rules.names import NAME_LENGTH, clean_name, clean_text
from bot.rules.points import POINT_LENGTH

FORMAT = "dotty-export"
STATUSES = frozenset({"inbox", "active", "archived"})
#: The longest that a contact may keep, in days (storage.models.people).
LONGEST_CADENCE = 3653
_CONTACT, _TAG, _FORMAT = ("contacts", "[]"), ("tags", "[]"), ("format",)
_CHANNELS = frozenset({"message", "call", "email", "meeting"})
_STARTERS = frozenset({"user", "contact"})
_REPLIES = frozenset({"yes", "no"})
_FAVOURS = frozenset({"gave", "asked"})
_VOICES = frozenset({"warm", "brief", "formal"})
#: Nobody is told of a day earlier than this, in days.
_LONGEST_HEADSUP = 366
_DATE_NAME_LENGTH = 64
#: No text that people type is longer; the rest of one that is is cut off.
_TEXT_LENGTH = 100_000
_TAG_LENGTH = 64
_LANGUAGE_LENGTH = 16
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_BIRTHDAY = re.compile(r"(?:\d{4}|-)-\d\d-\d\d", re.ASCII)
_LATEST = date(9999, 12, 31)
_Read = TypeVar("_Read")


def read_own(content: bytes, *, most: int) -> FileReading:
    """The network of an export, with its days, its history, and the cadences of its tags. Nobody is joined: whom the
    user keeps apart stays apart.

    An absent key is an absent fact, an unknown one is passed over, so that older and newer exports are read too; a fact
    of a wrong type is none. Never raises.
    """
    gathering = Gathering(most)
    tags: dict[str, int] = {}
    number = 0
    try:
        for path, entry in read_entries(content, (_CONTACT, _TAG, _FORMAT)):
            if path == _FORMAT and entry != FORMAT:
                return FileReading("dotty", problem="not_people")
            if path == _TAG:
                tags |= _cadence_of(entry)
            elif path == _CONTACT:
                number += 1
                _take(gathering, number, entry)
                if gathering.is_full:
                    break
    except TooDeepError:
        return FileReading("dotty", problem="too_deep")
    except DamagedError:
        return FileReading("dotty", problem="damaged")
    if gathering.is_full:
        return FileReading("dotty", problem="too_many")
    return FileReading("dotty", tuple(gathering.people), tuple(gathering.skipped), tags=tags)


def _take(gathering: Gathering, number: int, entry: Any) -> None:
    if not isinstance(entry, dict):
        gathering.skip(number, "", "too_long" if isinstance(entry, TooLong) else "unreadable")
        return
    written = entry.get("name")
    name = clean_name(written[: NAME_LENGTH * 4]) if isinstance(written, str) else None
    if name is None:
        long = isinstance(written, str) and len(written) > NAME_LENGTH
        gathering.skip(number, written if isinstance(written, str) else "", "too_long" if long else "no_name")
    else:
        gathering.people.append(_person(name, entry))


def _person(name: str, entry: dict[str, Any]) -> Draft:
    values: dict[str, Any] = {
        key: as_text(entry.get(key)) for key in ("company", "role", "met", "city", "needs", "offers")
    }
    values |= {key: as_day(entry.get(key)) for key in ("met_on", "added_on", "snoozed_until", "turn_on")}
    values |= {key: _points(entry.get(key)) for key in ("phones", "emails", "links")}
    status = entry.get("status")
    return Draft(
        name,
        status=status if isinstance(status, str) and status in STATUSES else None,
        cadence_days=as_cadence(entry.get("cadence_days")),
        birthday=as_birthday(entry.get("birthday")),
        language=as_text(entry.get("language"), _LANGUAGE_LENGTH),
        headsup_days=_headsup(entry.get("headsup_days")),
        voice=_one_of(entry.get("voice"), _VOICES),
        tags=_texts(entry.get("tags"), _TAG_LENGTH),
        telegram=as_text(entry.get("telegram"), POINT_LENGTH),
        telegram_id=as_text(entry.get("telegram_id"), POINT_LENGTH),
        history=_history(entry),
        **values,
    )


def as_text(value: Any, length: int = _TEXT_LENGTH) -> str | None:
    """The text as it is kept; None without any."""
    text = clean_text(value[:length]) if isinstance(value, str) else ""
    return text if text.strip() else None


def as_day(value: Any) -> date | None:
    """A calendar day written as ISO 8601 ("2026-11-23")."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:  # no such day
        return None


def as_cadence(value: Any) -> int | None:
    whole = isinstance(value, int) and not isinstance(value, bool)
    return value if whole and 0 < value <= LONGEST_CADENCE else None


def as_birthday(value: Any) -> str | None:
    """As it is kept: "1990-05-12" or "--05-12"."""
    written = isinstance(value, str) and _BIRTHDAY.fullmatch(value) is not None
    return read_birthday(value, today=_LATEST) if written else None


def _texts(value: Any, length: int = _TEXT_LENGTH) -> tuple[str, ...]:
    texts = (as_text(each, length) for each in _list(value))
    return tuple(dict.fromkeys(text for text in texts if text))


def _points(value: Any) -> tuple[str, ...]:
    """An address that is too long is none, for cut off it leads elsewhere."""
    return tuple(each for each in _texts(value, POINT_LENGTH + 1) if len(each) <= POINT_LENGTH)


def _history(entry: dict[str, Any]) -> History | None:
    history = History(
        notes=tuple(_read_all(entry.get("notes"), _note)),
        touches=tuple(_read_all(entry.get("touches"), _touch)),
        promises=tuple(_read_all(entry.get("promises"), _promise)),
        dates=tuple(_read_all(entry.get("dates"), _date)),
        from_files=_from_files(entry.get("from_files")),
    )
    return history if history != History() else None


def _from_files(value: Any) -> dict[str, Any] | None:
    """What files had said, as `Contact.imported` keeps it; what it doesn't know is left out."""
    said = value if isinstance(value, dict) else {}
    facts = {name: said[name] for name in FACTS if isinstance(said.get(name), (str, int))}
    lists = {name: list(_texts(said.get(name), _TEXT_LENGTH)) for name in ("points", "tags", "notes")}
    return {**facts, **{name: texts for name, texts in lists.items() if texts}} or None


def _read_all(value: Any, read: Callable[[dict[str, Any]], _Read | None]) -> Iterable[_Read]:
    for each in _list(value):
        if isinstance(each, dict) and (found := read(each)) is not None:
            yield found


def _note(entry: dict[str, Any]) -> tuple[date, str] | None:
    on, text = as_day(entry.get("on")), as_text(entry.get("text"))
    return (on, text) if on and text else None


def _date(entry: dict[str, Any]) -> tuple[str, str] | None:
    """A yearly date's name and day."""
    name, day = as_text(entry.get("name"), _DATE_NAME_LENGTH), as_birthday(entry.get("day"))
    return (name, day) if name and day else None


def _headsup(value: Any) -> int | None:
    whole = isinstance(value, int) and not isinstance(value, bool)
    return value if whole and 0 <= value <= _LONGEST_HEADSUP else None


def _one_of(value: Any, known: frozenset[str]) -> str | None:
    return value if isinstance(value, str) and value in known else None


def _touch(entry: dict[str, Any]) -> TouchTold | None:
    on = as_day(entry.get("on"))
    if on is None:
        return None
    return (
        on,
        _one_of(entry.get("channel"), _CHANNELS),
        as_text(entry.get("note")),
        _one_of(entry.get("started_by"), _STARTERS),
        _one_of(entry.get("reply"), _REPLIES),
        _one_of(entry.get("favour"), _FAVOURS),
    )


def _promise(entry: dict[str, Any]) -> tuple[str, date | None, date | None, date | None] | None:
    text = as_text(entry.get("text"))
    due, kept, dropped = (as_day(entry.get(key)) for key in ("due_on", "kept_on", "dropped_on"))
    return (text, due, kept, dropped) if text else None


def _cadence_of(entry: Any) -> dict[str, int]:
    """A tag's cadence by its name; {} without one."""
    if not isinstance(entry, dict):
        return {}
    name, days = as_text(entry.get("name"), _TAG_LENGTH), as_cadence(entry.get("cadence_days"))
    return {name: days} if name and days else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
