"""Telegram Desktop's result.json: the contacts in it, and nothing of the chats around them."""

from typing import Any

from bot.rules.drafts import Draft
from bot.rules.files.gathering import Gathering
from bot.rules.files.json_entries import DamagedError, TooDeepError, TooLong, read_entries
from bot.rules.files.shapes import FileReading
from bot.rules.names import NAME_LENGTH, clean_name, clean_text, fold
from bot.rules.phones import normalise_phone

_ENTRY = ("contacts", "list", "[]")
#: What Telegram calls those who left, folded.
_GONE = "deleted account"
_PHONE_LENGTH = 40
_ID_DIGITS = 19


def read_telegram(content: bytes, *, region: str | None, most: int) -> FileReading:
    """The people of contacts.list. `region` (an ISO 3166 country) completes numbers without a country code.

    An entry's date is the day it came into the phone, so it is not when they met; frequent_contacts only repeats
    people. Never raises.
    """
    gathering = Gathering(most)
    try:
        for number, (_, entry) in enumerate(read_entries(content, (_ENTRY,)), start=1):
            _take(gathering, number, entry, region)
            if gathering.is_full:
                return gathering.reading("telegram")
    except TooDeepError:
        return FileReading("telegram", problem="too_deep")
    except DamagedError:
        return FileReading("telegram", problem="damaged")
    if not gathering.people and not gathering.skipped:
        return FileReading("telegram", problem="not_people")
    return gathering.reading("telegram")


def _take(gathering: Gathering, number: int, entry: Any, region: str | None) -> None:
    if not isinstance(entry, dict):
        gathering.skip(number, "", "too_long" if isinstance(entry, TooLong) else "unreadable")
        return
    written = f"{_text(entry, 'first_name')} {_text(entry, 'last_name')}"
    phone = _text(entry, "phone_number")[:_PHONE_LENGTH]
    name = clean_name(written)
    if name is None:
        gathering.skip(number, written.strip() or phone, "too_long" if len(written) > NAME_LENGTH else "no_name")
    elif fold(name) == _GONE:
        gathering.skip(number, name, "not_person")
    else:
        gathering.add(number, _person(name, phone, entry.get("user_id"), region))


def _person(name: str, phone: str, user_id: Any, region: str | None) -> Draft:
    number = normalise_phone(phone, region)
    known = isinstance(user_id, int) and not isinstance(user_id, bool) and 0 < user_id < 10**_ID_DIGITS
    return Draft(name, phones=(number,) if number else (), telegram_id=str(user_id) if known else None)


def _text(entry: dict[str, Any], key: str) -> str:
    value = entry.get(key)
    return clean_text(value[: NAME_LENGTH * 4]).strip() if isinstance(value, str) else ""
