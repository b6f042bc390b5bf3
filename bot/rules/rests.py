"""What "not them, because…" does: a longer rhythm, or a time in which they are not named."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bot.rules.day_phrases import months_later

Because = Literal["soon", "distant", "moment", "other"]
REASONS: tuple[Because, ...] = ("soon", "distant", "moment", "other")
#: The steps of a rhythm, in days: weekly, every two weeks, monthly, every two months, quarterly, twice a year, yearly.
STEPS = (7, 14, 30, 61, 91, 182, 365)
YEARLY = 365
#: How long somebody rests, in months: too soon and no rhythm to lengthen; the wrong moment; in somebody else's care.
SOON_MONTHS, MOMENT_MONTHS, OTHER_MONTHS = 3, 1, 12
#: Whatever the rhythm, "too soon" is not said again next week.
AT_LEAST = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Rest:
    """They are not named before a day in the user's zone, and have the rhythm `cadence_days` from now on; None: theirs
    stays."""

    not_before: date
    cadence_days: int | None = None


def rest_after(because: Because, *, rhythm: int | None, last_touch_on: date | None, today: date) -> Rest:
    """What follows from that reason. A new rhythm counts from the last touch, and is at least half kept from today, so
    that whoever is overdue by the longer one too isn't back next week."""
    if because == "moment":
        return Rest(months_later(today, MOMENT_MONTHS))
    if because == "other":
        return Rest(months_later(today, OTHER_MONTHS))
    longer = max(YEARLY, rhythm or 0) if because == "distant" else _next_step(rhythm)
    if longer is None:
        return Rest(months_later(today, SOON_MONTHS))
    due = today if last_touch_on is None else last_touch_on + timedelta(days=longer)
    return Rest(max(due, today + max(AT_LEAST, timedelta(days=longer // 2))), longer)


def _next_step(rhythm: int | None) -> int | None:
    """The next longer step; None without a rhythm, or where it is yearly already."""
    return None if rhythm is None else next((step for step in STEPS if step > rhythm), None)
