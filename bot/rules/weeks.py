"""What the week brings for all alike: how many share its nudge, whose turn it isn't, and what it leans to.

Nothing is drawn: what turns with the weeks follows from the day. Of four weeks one leans to a dormant tie. Where there are
more birthdays than half the weeks of a year could tell of, as after an import, they decide in one week of eight only, and
only for whoever is due besides; in the other weeks a birthday makes their waiting weigh more. Else whoever has none noted
would be left out. People for whom the user set a heads-up of their own are not meant.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import nlargest
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from bot.rules.candidates import Candidate

#: After so many in a row who share a tag, others come first.
IN_A_ROW = 3
_MOST_BIRTHDAYS = 26
#: A round is a week for each contact, and six weeks at least: in a small network the order alone is fair.
_SHORTEST_ROUND_DAYS = 42


@dataclass(frozen=True, slots=True)
class Week:
    today: date
    #: How many people share the one nudge a week.
    people: int = 1
    #: For whom birthdays may decide.
    birthdays: Literal["all", "due", "none"] = "all"
    #: Whether a dormant tie comes before those due.
    dormant: bool = False
    #: The tags that the last three named all have.
    spent_tags: frozenset[int] = frozenset()
    #: Who was named last.
    named_last: int | None = None

    @property
    def round_days(self) -> int:
        return max(7 * self.people, _SHORTEST_ROUND_DAYS)


def may_be_dormant(today: date) -> bool:
    """Whether the week leans to a dormant tie; only then it matters who is familiar."""
    return (today.toordinal() - 1) // 7 % 4 == 1


def week_of(eligible: Sequence[Candidate], nudged_on: Mapping[int, date], today: date) -> Week:
    """`eligible`: whoever may be named at all. `nudged_on`: contact id → the day of the last nudge."""
    week = (today.toordinal() - 1) // 7
    crowded = sum(each.birthday is not None for each in eligible) > _MOST_BIRTHDAYS
    rare: Literal["due", "none"] = "due" if week % 8 == 3 else "none"
    newest = nlargest(IN_A_ROW, nudged_on, key=lambda each: (nudged_on[each], each))
    return Week(
        today,
        len(eligible),
        rare if crowded else "all",
        may_be_dormant(today),
        _shared_tags(eligible, newest),
        newest[0] if newest else None,
    )


def _shared_tags(eligible: Sequence[Candidate], newest: Sequence[int]) -> frozenset[int]:
    """None where one of them is not there any more: nothing is known of the row then."""
    if len(newest) < IN_A_ROW:
        return frozenset()
    tags = {each.id: frozenset(each.tags) for each in eligible if each.id in newest}
    return frozenset.intersection(*(tags.get(each, frozenset()) for each in newest))
