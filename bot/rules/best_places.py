"""The place in the line that somebody has at best, told from a few of their facts at a fraction of the price.

Of many thousands hardly anybody has a promise, a birthday near or a noted event, and one is named. So the line asks for
`Waiter.place` only of those whose place at best is before all others. A place at best is the beginning of a place, and
never after the true one; of whoever something may speak for today it is empty, and comes before all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.rules.events import may_tell_of_event
from bot.rules.occasions import BEHIND, HEADSUP_DAYS
from bot.rules.waiters import (
    DORMANT,
    DORMANT_DAYS,
    DORMANT_REST_DAYS,
    DUE,
    EARLY,
    HEAD_START_DAYS,
    LONGER_WISH,
    PASSED_OVER_ROUNDS,
    UNWISHED_DAYS,
    WEEK_DAYS,
)

if TYPE_CHECKING:
    from bot.rules.candidates import Candidate
    from bot.rules.weeks import Week

BestPlace = tuple[int | float, ...]
_BEFORE_ALL: BestPlace = ()
_UNWISHED = UNWISHED_DAYS**LONGER_WISH


def best_places(week: Week, touched_on: Mapping[int, date]) -> Callable[[Candidate], BestPlace]:
    """Of each contact the place at best in this week. `touched_on`: newer touches than the candidates know of."""
    today, days = week.today, week.today.toordinal()
    passed_over = PASSED_OVER_ROUNDS * week.round_days
    near, is_dormant_week = _days_near(today), week.dormant
    wishes: dict[int | None, tuple[int, float]] = {}

    def best_place(one: Candidate) -> BestPlace:  # asked of everybody: what most have nothing of comes first
        if one.promises or one.introductions or one.turn_on is not None:
            return _BEFORE_ALL
        if (one.birthday is not None or one.yearly or one.noted) and _may_have_occasion(one, near):
            return _BEFORE_ALL
        rhythm, touched = one.rhythm, one.last_touch_on
        if touched_on:
            touched = touched_on.get(one.id or 0) or touched
        added = days - one.added_on.toordinal()
        if touched is None:
            waited = (max(0, added) + HEAD_START_DAYS) * _UNWISHED
            return _BEFORE_ALL if added > passed_over else (0, DUE, False, 0, 0, -waited)
        wish, weight = wishes.get(rhythm) or wishes.setdefault(rhythm, _weighed(rhythm))
        since = max(0, days - touched.toordinal())
        if min(added, since) - wish > passed_over:
            return _BEFORE_ALL
        if is_dormant_week and since > DORMANT_DAYS:
            return 0, DORMANT, False, -(since // DORMANT_REST_DAYS)
        if since + WEEK_DAYS >= wish:
            return 0, DUE, False, 0, 0, -(since * weight)
        return 0, EARLY, False, 0, 0, wish - since

    return best_place


def _weighed(rhythm: int | None) -> tuple[int, float]:
    wish = max(1, rhythm or UNWISHED_DAYS)
    return wish, wish**LONGER_WISH


def _may_have_occasion(one: Candidate, near: frozenset[str]) -> bool:
    if one.birthday is not None and (one.headsup_days is not None or one.birthday[-5:] in near):
        return True
    if one.yearly and (one.headsup_days is not None or any(day[-5:] in near for _, day in one.yearly)):
        return True
    return bool(one.noted) and any(may_tell_of_event(note) for _, note in one.noted)


@lru_cache(maxsize=8)
def _days_near(today: date) -> frozenset[str]:
    """The days, "06-12", whose yearly dates are told of today where the user wished no other heads-up."""
    span = range(-BEHIND.days, HEADSUP_DAYS + 1)
    days = {f"{today + timedelta(days=number):%m-%d}" for number in span}
    return frozenset(days | {"02-29"} if "02-28" in days else days)
