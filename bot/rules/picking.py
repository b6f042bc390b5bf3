"""Whom to nudge about, and the reason that decided it.

Who is left out: archived, inbox, deleted and snoozed contacts; whoever was nudged less than six days ago and not
touched since, for that nudge is still open; and, unless they are due or have a birthday the user wasn't told of,
whoever was nudged or touched in the last six days. Of the others, in this order:

1. *Rested* before not: never nudged, nudged two weeks ago or more, or touched since the nudge. Somebody whose nudge
   brought nothing waits behind everybody who is rested, due or not. When nobody is rested, the one nudged longest ago
   comes again, for the user was promised a nudge every week.
2. Passed over for so long since they were due (`PATIENCE_…`) that nothing comes before, not even a birthday.
3. A birthday within seven days, the nearest first, or one in the last three days: it can't wait for next week, and
   the others can. It decides once, not again on the day itself.
4. Due: overdue by the cadence, never touched, or without a cadence and unseen for half a year.
5. Within their cadence, the nearest to due first.

Within 2, 4 and 5 the pressure decides: days since the last chance over the days wished. A chance is a touch or a nudge,
so that somebody the user doesn't answer about does not come round ahead of all the others. Where more people are due
than weeks allow, being late by a whole round (a week for each contact) makes the pressure grow steeply, so that a
yearly contact among many monthly ones still has a turn within about two rounds. Ties go to the lower id.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from bot.rules.birthdays_near import last_birthday, next_birthday

if TYPE_CHECKING:
    from storage.models import Contact

Kind = Literal["birthday", "overdue", "due", "never", "dormant", "waiting", "early"]

REST = timedelta(days=14)
#: How long somebody just named, or just in touch, is left in peace: a weekly nudge still comes each week.
COOL_DOWN = timedelta(days=6)
BIRTHDAY_AHEAD = timedelta(days=7)
#: Belated wishes are welcome for so long.
BIRTHDAY_BEHIND = timedelta(days=3)
#: Less than a week past its day is "due": the weekly nudge could not have come sooner.
JUST_DUE_DAYS = 7
DORMANT_DAYS = 365
#: What a contact without a cadence is measured by: half a year, the rhythm of Dunbar's third layer (fifty people).
UNWISHED_DAYS = 180
#: Days late after which somebody comes before any birthday: half a year, or a round and a half if that is longer.
PATIENCE_DAYS = 182
PATIENCE_ROUNDS = 1.5
#: A round in a small network counts as six weeks: there the pressure alone is fair.
SHORTEST_ROUND_DAYS = 42
#: Steep enough that, after two rounds, a yearly contact outweighs a weekly one who has waited for one round.
ROUND_POWER = 6


@dataclass(frozen=True, slots=True)
class Reason:
    """Why this contact, now, and the facts its sentence is made from. Days are in the user's zone."""

    kind: Kind
    today: date
    added_on: date
    last_touch_on: date | None = None
    #: The wish; None = the contact has no cadence.
    cadence_days: int | None = None
    due_on: date | None = None
    #: A birthday within seven days, or up to three days ago and not yet wished, whether it decided or not.
    birthday_on: date | None = None
    #: Nobody at all is due, rested or not.
    nobody_due: bool = False


@dataclass(frozen=True, slots=True)
class Pick:
    contact: Contact
    reason: Reason


def pick(
    contacts: Sequence[Contact], *, nudged_on: Mapping[int, date], today: date, skip: Collection[int] = ()
) -> Pick | None:
    """The contact to nudge about, or nobody. `nudged_on`: contact id → the day of the last nudge."""
    return next(iter(rank(contacts, nudged_on=nudged_on, today=today, skip=skip)), None)


def rank(
    contacts: Sequence[Contact], *, nudged_on: Mapping[int, date], today: date, skip: Collection[int] = ()
) -> list[Pick]:
    """Everybody who may be nudged about, in the order they would be picked today."""
    eligible = [contact for contact in contacts if _may_be_nudged(contact, today)]
    waiters = [_Waiter(contact, nudged_on.get(contact.id or 0), today, len(eligible)) for contact in eligible]
    nobody_due = not any(waiter.is_due() for waiter in waiters)
    ready = (waiter for waiter in waiters if waiter.contact.id not in skip and waiter.is_ready())
    return [Pick(waiter.contact, waiter.reason(nobody_due)) for waiter in sorted(ready, key=_Waiter.place)]


def reason_for(contact: Contact, *, today: date) -> Reason:
    """Why one would write to this contact today, were it the only one."""
    return _Waiter(contact, None, today, 1).reason()


def _may_be_nudged(contact: Contact, today: date) -> bool:
    snoozed = contact.snoozed_until is not None and contact.snoozed_until > today
    return contact.status == "active" and contact.deleted_at is None and not snoozed


class _Waiter:
    """A contact as the ranking sees it. `people` is how many share the one nudge a week."""

    def __init__(self, contact: Contact, nudged_on: date | None, today: date, people: int) -> None:
        self.contact = contact
        self.today = today
        self.nudged_on = nudged_on
        chances = [day for day in (contact.last_touch_on, nudged_on) if day is not None]
        chance_on = max(chances, default=contact.added_on)
        self.first_chance = not chances
        self.days_waited = self._days_since(chance_on)
        passed_over = self._days_since(max(chance_on, contact.added_on))
        self.days_late = max(0, passed_over - (0 if self.first_chance else self._wish()))
        self.round_days = max(7 * people, SHORTEST_ROUND_DAYS)
        self.birthday_on = self._birthday_near()

    def is_ready(self) -> bool:
        """Whether the cool-down is over, or something speaks for them all the same."""
        since_nudge = None if self.nudged_on is None else self.today - self.nudged_on
        just_nudged = since_nudge is not None and since_nudge < COOL_DOWN
        if just_nudged and not self._touched_since_nudge():
            return False
        last_touch_on = self.contact.last_touch_on
        just_touched = last_touch_on is not None and self.today - last_touch_on < COOL_DOWN
        return not just_touched or self.is_due() or self._birthday_decides()

    def place(self) -> tuple[int, int, int, float, int]:
        """The sort key: rest, level, nearness of the birthday, pressure, id."""
        rested = self.nudged_on is None or self.today - self.nudged_on >= REST or self._touched_since_nudge()
        rest = 0 if rested or self.nudged_on is None else self.nudged_on.toordinal()
        level = self._level()
        nearness = (self.birthday_on - self.today).days if self.birthday_on and level == 1 else 0
        belated = BIRTHDAY_AHEAD.days - nearness
        return rest, level, nearness if nearness >= 0 else belated, -self._pressure(), self.contact.id or 0

    def reason(self, nobody_due: bool = False) -> Reason:
        contact = self.contact
        return Reason(
            self._kind(),
            self.today,
            contact.added_on,
            contact.last_touch_on,
            contact.rhythm,
            contact.due_on(),
            self.birthday_on,
            nobody_due,
        )

    def is_due(self) -> bool:
        return self.contact.last_touch_on is None or self._days_since(self.contact.last_touch_on) >= self._wish()

    def _touched_since_nudge(self) -> bool:
        last_touch_on = self.contact.last_touch_on
        return self.nudged_on is not None and last_touch_on is not None and last_touch_on >= self.nudged_on

    def _birthday_near(self) -> date | None:
        """The birthday to speak of: one ahead, or one gone by on which and since when they were not in touch."""
        ahead = next_birthday(self.contact.birthday, today=self.today)
        if ahead is not None and ahead - self.today <= BIRTHDAY_AHEAD:
            return ahead
        behind = last_birthday(self.contact.birthday, today=self.today)
        if behind is None or self.today - behind > BIRTHDAY_BEHIND:
            return None
        last_touch_on = self.contact.last_touch_on
        return behind if last_touch_on is None or last_touch_on < behind else None

    def _birthday_decides(self) -> bool:
        """A birthday speaks for them unless a nudge has told of it already."""
        told_from = self.birthday_on - BIRTHDAY_AHEAD if self.birthday_on else self.today
        return self.birthday_on is not None and (self.nudged_on is None or self.nudged_on < told_from)

    def _level(self) -> int:
        if self.days_late > max(PATIENCE_DAYS, PATIENCE_ROUNDS * self.round_days):
            return 0
        if self._birthday_decides():
            return 1
        return 2 if self.is_due() else 3

    def _pressure(self) -> float:
        rounds_late = self.days_late / self.round_days
        return (self.first_chance + self.days_waited / self._wish()) * (1 + rounds_late**ROUND_POWER)

    def _kind(self) -> Kind:
        last_touch_on, cadence = self.contact.last_touch_on, self.contact.rhythm
        if self.birthday_on is not None:  # whatever decided, the words are for the birthday
            return "birthday"
        if last_touch_on is None:
            return "never"
        unseen = self._days_since(last_touch_on)
        if cadence is None:
            return "dormant" if unseen > DORMANT_DAYS else "waiting"
        if unseen < self._wish():
            return "early"
        return "due" if unseen < self._wish() + JUST_DUE_DAYS else "overdue"

    def _wish(self) -> int:
        return max(1, self.contact.rhythm or UNWISHED_DAYS)

    def _days_since(self, day: date) -> int:
        """Whole days, never below none: a touch dated ahead counts as today's."""
        return max(0, (self.today - day).days)
