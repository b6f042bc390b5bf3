"""Who is likely to be named next, and what the user can settle of it by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.rules.forecast import Standing
    from bot.rules.reasons import Reason
    from storage.models import Contact

#: The weeks after this one that are looked at.
WEEKS = 2
#: A contact's id; the day from which it is their turn, or None; the day before which they are not named, or None.
Turn = tuple[int, date | None, date | None]


@dataclass(frozen=True, slots=True)
class Expected:
    """Whom a nudge to come would name, and on which day."""

    contact_id: int
    name: str
    on: date
    reason: Reason


@dataclass(frozen=True, slots=True)
class Outlook:
    """Whom the open nudge names ("": there is none), whom the next ones probably will, and who would come after."""

    this: str
    later: tuple[Expected, ...]
    spare: Expected | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """Where a contact stands. `place` is None of somebody who isn't active; `nudged_on`: when they were named last;
    `is_open`: the nudge that is open names them."""

    contact: Contact
    reason: Reason
    place: Standing | None
    nudged_on: date | None
    is_open: bool


def turns_without(outlook: Outlook, contact_id: int) -> list[Turn]:
    """Somebody else than them: they rest until the weeks shown are over, and who would come after has their turn."""
    at = next((each for each in outlook.later if each.contact_id == contact_id), None)
    if at is None:
        return []
    turns = [(contact_id, None, outlook.later[-1].on + timedelta(days=1))]
    return turns + ([(outlook.spare.contact_id, at.on, None)] if outlook.spare else [])


def turns_exchanged(outlook: Outlook, first_id: int, second_id: int) -> list[Turn]:
    """The two of them change places."""
    ids = [each.contact_id for each in outlook.later]
    if len(ids) != WEEKS or ids != [first_id, second_id]:
        return []
    first, second = outlook.later
    return [(first_id, second.on, second.on), (second_id, first.on, None)]
