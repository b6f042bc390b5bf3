"""Whom to nudge about, and the reason that decided it.

`pick` names one, `rank` everybody in the order they would be picked, `bot.rules.forecast` looks some weeks ahead, and
`standing` there answers "why Ana?". Candidates are what `Store.candidates` gives.

Who is left out: snoozed contacts; whoever was named less than six days ago and not touched since, for that nudge is still
open; whoever was in touch in the last six days, unless they are due again or have an occasion the user wasn't told of; and
whoever left three touches in a row unanswered, until the user says what to do or a quarter of a year is over. Of the
others, in this order:

1. *Rested* before not: never named, named two weeks ago or more, or touched since. Somebody whose nudge brought nothing
   waits behind everybody who is rested, due or not. When nobody is rested, the one named longest ago comes again, for
   the user was promised a nudge every week.
2. A promise due this week or overdue, the soonest first.
3. Whose turn it is by the user's own wish.
4. Passed over since they were due for half a year, and for a round and a half. (A round is a week for each contact.)
5. An occasion, the nearest first: a birthday or other yearly date within the heads-up days or three days behind, an event
   noted that is coming or just past, an introduction two to six weeks ago. It can't wait for next week, and the others
   can. It decides once, not again on the day itself; birthdays by the dozen decide more rarely (`bot.rules.weeks`).
6. In one week of four: a dormant tie, silent for over a year. Of those silent alike long, to a quarter of a year, the
   less familiar come before the comfortable, then the more accomplished, for people's bias is against both.
7. Passed over for a round and a quarter.
8. Due, or would be late before the next nudge: whoever has waited longest. A wish for every month and one for every year
   weigh about alike, so that a week goes to the yearly contact who can still be kept in time rather than to the monthly
   one who is late anyhow: where one nudge a week can't serve all, that keeps the most people within their cadence
   and nobody out of sight for long (`make bench` lives two years with it, beside other rules). After a nudge that
   brought nothing they come again as soon as they are rested, but behind whoever has waited about alike long. Two touches
   in a row without an answer halve the waiting.
   Whoever was named last, even if in touch since, comes behind the others.
9. Within their cadence, the nearest to due first.

When the last three named share a tag, its bearers come behind all others who are due (6 to 8). Ties go to the lower id.
Nobody starves: whoever is due and waits is passed over for two rounds at most, whatever the user answers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import heapify, heappop, heappush

from bot.rules.best_places import BestPlace, best_places
from bot.rules.candidates import Candidate, Person, alone
from bot.rules.reasons import Kind, Reason
from bot.rules.waiters import Waiter, is_awake
from bot.rules.weeks import Week, week_of

__all__ = ["Kind", "Pick", "Reason", "in_order", "line_up", "pick", "rank", "reason_for"]


@dataclass(frozen=True, slots=True)
class Pick:
    contact: Candidate
    reason: Reason


def pick(
    candidates: Sequence[Candidate], *, nudged_on: Mapping[int, date], today: date, skip: Collection[int] = ()
) -> Pick | None:
    """The contact to nudge about, or nobody. `nudged_on`: contact id → the day of the last nudge."""
    return next(in_order(candidates, nudged_on=nudged_on, today=today, skip=skip), None)


def rank(
    candidates: Sequence[Candidate], *, nudged_on: Mapping[int, date], today: date, skip: Collection[int] = ()
) -> list[Pick]:
    """Everybody who may be nudged about, in the order they would be picked today."""
    return list(in_order(candidates, nudged_on=nudged_on, today=today, skip=skip))


def in_order(
    candidates: Sequence[Candidate],
    *,
    nudged_on: Mapping[int, date],
    today: date,
    skip: Collection[int] = (),
    touched_on: Mapping[int, date] | None = None,
) -> Iterator[Pick]:
    """As `rank`, one by one. `touched_on`: contact id → a newer touch than the candidate knows of."""
    touched = touched_on or {}
    awake = _awake(candidates, today)
    week = week_of(awake, nudged_on, today)
    best_place = best_places(week, touched)
    line: list[tuple[BestPlace, int, Candidate | Waiter]]
    line = [(best_place(each), number, each) for number, each in enumerate(awake) if each.id not in skip]
    heapify(line)
    nobody_due: bool | None = None
    while line:
        _, number, first = heappop(line)
        if not isinstance(first, Waiter):
            waiter = _waiter(first, nudged_on, touched, week)
            if waiter.hindrance() is None:
                heappush(line, (waiter.place(), number, waiter))
            continue
        if nobody_due is None:
            nobody_due = not any(_counts_as_due(each, nudged_on, touched, week) for each in candidates)
        yield Pick(first.contact, first.reason(nobody_due))


def _counts_as_due(one: Candidate, nudged_on: Mapping[int, date], touched_on: Mapping[int, date], week: Week) -> bool:
    """Whoever is left in peace for a few days counts too, but not who rests longer."""
    if not is_awake(one, week.today):
        return False
    waiter = _waiter(one, nudged_on, touched_on, week)
    return waiter.is_due() and waiter.hindrance() != "unanswered"


def line_up(
    candidates: Sequence[Candidate],
    *,
    nudged_on: Mapping[int, date],
    today: date,
    touched_on: Mapping[int, date],
) -> list[Waiter]:
    """Everybody, in no order, as this week sees them."""
    week = week_of(_awake(candidates, today), nudged_on, today)
    return [_waiter(each, nudged_on, touched_on, week) for each in candidates]


def _awake(candidates: Sequence[Candidate], today: date) -> list[Candidate]:
    return [each for each in candidates if each.snoozed_until is None or is_awake(each, today)]


def _waiter(one: Candidate, nudged_on: Mapping[int, date], touched_on: Mapping[int, date], week: Week) -> Waiter:
    id = one.id or 0
    return Waiter(one, nudged_on.get(id), touched_on.get(id) or one.last_touch_on, week)


def reason_for(person: Candidate | Person, *, today: date) -> Reason:
    """Why one would write to this contact today, were it the only one. Of a stored contact, which knows neither of its
    promises nor of what was noted, only its birthday and its cadence count: `Store.candidate` has the rest."""
    candidate = person if isinstance(person, Candidate) else alone(person)
    return Waiter(candidate, None, candidate.last_touch_on, Week(today)).reason()
