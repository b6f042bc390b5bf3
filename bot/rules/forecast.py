"""Who is likely in the next weeks, and what holds one contact back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.rules.candidates import Candidate
from bot.rules.picking import Pick, in_order, line_up
from bot.rules.reasons import Reason
from bot.rules.waiters import Hindrance


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a contact stands in the line of a day: the answer to "why Ana?", and to "why not?"."""

    contact: Candidate
    #: What speaks for them, whether they can be named or not.
    reason: Reason
    #: How many come before them; None where they are not in the line.
    before: int | None
    #: How many are in the line.
    of: int
    #: Why they are not in the line, and the day from which they are in it again, where a day ends it.
    hindrance: Hindrance | None = None
    until: date | None = None
    #: Who comes first, unless it is they themselves.
    first: Pick | None = None


def forecast(
    candidates: Sequence[Candidate],
    *,
    nudged_on: Mapping[int, date],
    days: Sequence[date],
    touched_on: Mapping[int, date],
    fits: Callable[[Pick], bool],
) -> list[Pick]:
    """Who is likely to be named on each of the days, soonest first: everybody named is taken to get in touch that day, and
    comes once.

    `touched_on`: who was named and got in touch before, and when. Whoever doesn't fit is passed over. A day on which
    nobody could be named has none: `reason.today` tells whose day is whose.
    """
    touched, picks = dict(touched_on), list[Pick]()
    named = {**nudged_on, **touched}
    for day in sorted(days):
        line = in_order(candidates, nudged_on=named, today=day, skip=touched, touched_on=touched)
        if (chosen := next(filter(fits, line), None)) is not None:
            picks.append(chosen)
            named[chosen.contact.id or 0] = touched[chosen.contact.id or 0] = day
    return picks


def standing(
    candidates: Sequence[Candidate],
    contact_id: int,
    *,
    nudged_on: Mapping[int, date],
    today: date,
    skip: Collection[int] = (),
) -> Standing | None:
    """None where the contact is not among the candidates: archived, in the inbox, or gone."""
    waiters = line_up(candidates, nudged_on=nudged_on, today=today, touched_on={})
    theirs = next((waiter for waiter in waiters if waiter.contact.id == contact_id), None)
    if theirs is None:
        return None
    line = list(in_order(candidates, nudged_on=nudged_on, today=today, skip=skip))
    place = next((number for number, each in enumerate(line) if each.contact.id == contact_id), None)
    hindrance = theirs.hindrance() or ("skipped" if place is None else None)
    first = line[0] if line and place != 0 else None
    reason = line[place].reason if place is not None else theirs.reason()
    return Standing(theirs.contact, reason, place, len(line), hindrance, theirs.free_on(), first)
