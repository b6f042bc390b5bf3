"""The weekday and the hour that a user names for their nudges."""

from datetime import time
from typing import NamedTuple

from bot.rules.days import read_hour, read_weekday


class Slot(NamedTuple):
    """What was named; None where it wasn't. Weekday 0 is Monday."""

    weekday: int | None = None
    at: time | None = None


def read_slot(text: str) -> Slot:
    """ "Friday 8:30", "8:30 on Fridays", "at 18:00", "Fri": the first way to split it that reads as both, or as one."""
    words = [word for word in text.replace(",", " ").split() if word.lower() not in {"at", "on", "every", "each"}][:6]
    for split in range(len(words) + 1):
        head, tail = " ".join(words[:split]), " ".join(words[split:])
        for day, hour in ((head, tail), (tail, head)):
            slot = Slot(read_weekday(_singular(day)), read_hour(hour))
            if (slot.weekday is not None or not day) and (slot.at is not None or not hour) and (day or hour):
                return slot
    return Slot()


def _singular(day: str) -> str:
    return day[:-1] if day.lower().endswith("days") else day
