"""Day phrases beyond our own grammar, read by dateparser ("12-May-2024", "3 May at 5pm")."""

from datetime import date, datetime, time
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateparser.date import DateDataParser


@lru_cache(maxsize=8)  # a day passes, and in other zones it is another
def _parser(prefer: str, today: date) -> "DateDataParser":
    from dateparser.date import DateDataParser

    settings = {
        "RELATIVE_BASE": datetime.combine(today, time(12)),
        "DATE_ORDER": "DMY",
        "PREFER_DATES_FROM": prefer,
        "REQUIRE_PARTS": ["day", "month"],
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    return DateDataParser(languages=["en"], settings=settings)


def parse(phrase: str, today: date, prefer: str) -> date | None:
    """The day dateparser reads in a short English phrase, counted from noon of `today`.

    Only within fifty years: "5 May 24" before 24 May is not read as 2124.
    """
    try:
        found = _parser(prefer, today).get_date_data(phrase).date_obj
    except (ValueError, OverflowError, RecursionError):  # dateparser raises on some figures out of range
        return None
    return found.date() if found and abs(found.year - today.year) <= 50 else None
