"""When a birthday comes round. Birthdays are "1990-05-12", or "--05-12" where the year is not known."""

import re
from datetime import date

_BIRTHDAY = re.compile(r"(?:\d{4}|-)-(\d{2})-(\d{2})")


def next_birthday(birthday: str | None, *, today: date) -> date | None:
    """The first birthday on or after `today`; None when none is recorded, or what is recorded is no day.

    Somebody born on 29 February has it on the 28th in other years: wishes a day early are welcome, late ones less so.
    """
    found = _BIRTHDAY.fullmatch(birthday or "")
    if found is None:
        return None
    month, day = int(found[1]), int(found[2])
    this_year = _on(today.year, month, day)
    return this_year if this_year is None or this_year >= today else _on(today.year + 1, month, day)


def last_birthday(birthday: str | None, *, today: date) -> date | None:
    """The newest birthday before `today`; None where `next_birthday` has none."""
    coming = next_birthday(birthday, today=today)
    found = _BIRTHDAY.fullmatch(birthday or "")
    if coming is None or found is None:
        return None
    month, day = int(found[1]), int(found[2])
    this_year = _on(today.year, month, day)
    return this_year if this_year is not None and this_year < today else _on(today.year - 1, month, day)


def _on(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, 2, 28) if (month, day) == (2, 29) else None
