"""A contact as the line sees it: whether it may be named this week, and before whom."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from bot.rules.occasions import Occasion, occasions
from bot.rules.reasons import Kind, Reason
from bot.rules.standings import is_accomplished
from bot.rules.weeks import Week

if TYPE_CHECKING:
    from bot.rules.candidates import Candidate

#: Why somebody is not in the line. "named": in a nudge of the last days, which is still open.
Hindrance = Literal["snoozed", "unanswered", "named", "touched", "skipped"]
Place = tuple[int, int, int, int, int, float, int]

REST_DAYS = 14
#: How long somebody just named, or just in touch, is left in peace: a weekly nudge still comes each week.
COOL_DOWN_DAYS = 6
#: Somebody never in touch counts as though last in touch so long before they were added, whatever the wish: a first hello
#: goes to everybody in turn, before anybody hears of it twice.
HEAD_START_DAYS = 91
#: A touch keeps a yearly contact within its cadence for a year, a monthly one for a month: that much more it weighs.
LONGER_WISH = 0.1
#: For six weeks after a nudge that brought nothing, whoever has waited about alike long comes first.
RETRY_DAYS, RETRY_WEIGHT = 42, 0.95
#: A birthday that may not decide by itself (`bot.rules.weeks`) still makes their waiting weigh more.
BIRTHDAY_WEIGHT = 1.25
#: Due this week is who would be late before the next nudge.
WEEK_DAYS = 6
#: Less than a week past its day is "due": the weekly nudge could not have come sooner.
JUST_DUE_DAYS = 7
DORMANT_DAYS = 365
#: A dormant tie whose nudge brought nothing has another quarter's rest before a dormant week names it again.
DORMANT_REST_DAYS = 91
#: What a contact without a cadence is measured by: half a year, the rhythm of Dunbar's third layer (fifty people).
UNWISHED_DAYS = 180
#: Passed over for so many rounds since they were due, they come before all who are due; and before birthdays when it is
#: half a year and a round and a half.
PASSED_OVER_ROUNDS = 1.25
LONG_PASSED_OVER_DAYS, LONG_PASSED_OVER_ROUNDS = 182, 1.5
#: So many touches without an answer halve the weight, and so many take them out until the user says what to do (gives
#: them a turn or a rest), or for a quarter of a year.
HALVED_AT, OUT_AT, OUT_DAYS = 2, 3, 91
#: Few touches: not familiar. Many: among the comfortable.
_FEW, _MANY = 3, 10
#: The levels, in the order in which they come.
PROMISE, TURN, LONG_PASSED_OVER, OCCASION, DORMANT, PASSED_OVER, DUE, AGAIN, EARLY = range(9)


def is_awake(contact: Candidate, today: date) -> bool:
    return contact.snoozed_until is None or contact.snoozed_until <= today


class Waiter:
    """`last_touch_on` is given apart, for a look ahead at weeks in which they will have been in touch."""

    __slots__ = (
        "_level", "contact", "days_late", "days_since_nudge", "days_since_touch", "last_touch_on", "nudged_on",
        "occasions", "touched_since_nudge", "week", "wish",
    )  # fmt: skip

    def __init__(self, contact: Candidate, nudged_on: date | None, last_touch_on: date | None, week: Week) -> None:
        self.contact, self.week = contact, week
        self.nudged_on, self.last_touch_on = nudged_on, last_touch_on
        self.wish = max(1, contact.rhythm or UNWISHED_DAYS)
        today = week.today
        # Whole days, never below none: a touch dated ahead counts as today's.
        self.days_since_touch = None if last_touch_on is None else max(0, (today - last_touch_on).days)
        self.days_since_nudge = None if nudged_on is None else max(0, (today - nudged_on).days)
        self.touched_since_nudge = nudged_on is not None and last_touch_on is not None and last_touch_on >= nudged_on
        self.days_late = self._days_late()
        self.occasions = occasions(contact, last_touch_on, today)
        self._level: int | None = None

    def hindrance(self) -> Hindrance | None:
        """Why they can't be named today, if so."""
        contact = self.contact
        if not is_awake(contact, self.week.today):
            return "snoozed"
        if self._is_turn():
            return None
        if contact.unanswered >= OUT_AT and not self._is_settled():
            return "unanswered"
        just_named = self.days_since_nudge is not None and self.days_since_nudge < COOL_DOWN_DAYS
        if just_named and not self.touched_since_nudge:
            return "named"
        just_touched = self.days_since_touch is not None and self.days_since_touch < COOL_DOWN_DAYS
        return "touched" if just_touched and not self.is_due() and self._told_this_week() is None else None

    def free_on(self) -> date | None:
        """The day from which the hindrance is over, where a day ends it."""
        contact, rest = self.contact, timedelta(days=COOL_DOWN_DAYS)
        match self.hindrance():
            case "snoozed":
                return contact.snoozed_until
            case "named":
                return None if self.nudged_on is None else self.nudged_on + rest
            case "touched":
                return None if self.last_touch_on is None else self.last_touch_on + rest
            case "unanswered":
                return None if self.last_touch_on is None else self.last_touch_on + timedelta(days=OUT_DAYS)
            case _:
                return None

    def is_due(self) -> bool:
        return self.days_since_touch is None or self.days_since_touch >= self.wish

    def place(self) -> Place:
        """The sort key: rest, level, a tag that had its turn, nearness or familiarity, standing, waiting, id."""
        level = self.level()
        rest = 0 if self._is_rested() or level == TURN or self.nudged_on is None else self.nudged_on.toordinal()
        spent = self._is_of_spent_tag()
        if spent and OCCASION < level < EARLY:
            level = AGAIN
        first, second = self._order(level)
        return rest, level, spent and level >= DORMANT, first, second, -self._waiting(level), self.contact.id or 0

    def level(self) -> int:
        if self._level is None:
            self._level = self._find_level()
        return self._level

    def reason(self, nobody_due: bool = False) -> Reason:
        contact = self.contact
        told = {each.kind: each for each in reversed(self.occasions)}
        promise, birthday, yearly = told.get("promise"), told.get("birthday"), told.get("yearly")
        event, introduced = told.get("event"), told.get("introduced")
        return Reason(
            kind=self._kind(),
            today=self.week.today,
            added_on=contact.added_on,
            last_touch_on=self.last_touch_on,
            cadence_days=contact.rhythm,
            due_on=self.due_on(),
            birthday_on=birthday.on if birthday else None,
            nobody_due=nobody_due,
            turn_on=contact.turn_on if self._is_turn() else None,
            promise=promise.what if promise else None,
            promise_due_on=promise.on if promise and promise.dated else None,
            yearly=yearly.what if yearly else None,
            yearly_on=yearly.on if yearly else None,
            event=event.event if event else None,
            introduced_to=introduced.what if introduced else None,
            introduced_on=introduced.on if introduced else None,
            unanswered=contact.unanswered,
        )

    def due_on(self) -> date | None:
        """The day the rhythm asks for the next touch: at once if there never was one; None without a rhythm."""
        if self.contact.rhythm is None:
            return None
        last = self.last_touch_on
        return self.contact.added_on if last is None else last + timedelta(days=self.contact.rhythm)

    def _days_late(self) -> int:
        """How long they have been passed over since they were due, weighed; a nudge is a chance, as a touch is."""
        chances = [days for days in (self.days_since_touch, self.days_since_nudge) if days is not None]
        since_added = max(0, (self.week.today - self.contact.added_on).days)
        if not chances:
            return since_added
        late = max(0, min(since_added, *chances) - self.wish)
        return late // 2 if self.contact.unanswered >= HALVED_AT else late

    def _is_turn(self) -> bool:
        turn_on = self.contact.turn_on
        if turn_on is None or turn_on > self.week.today:
            return False
        newest = max((day for day in (self.nudged_on, self.last_touch_on) if day is not None), default=None)
        return newest is None or newest < turn_on

    def _is_settled(self) -> bool:
        """Whether the user has said since what to do about somebody who doesn't answer, or a quarter of a year is over."""
        last = self.last_touch_on
        said = (self.contact.turn_on, self.contact.snoozed_until)
        return (
            last is None
            or (self.days_since_touch or 0) >= OUT_DAYS
            or any(day is not None and day > last for day in said)
        )

    def _is_rested(self) -> bool:
        return self.days_since_nudge is None or self.days_since_nudge >= REST_DAYS or self.touched_since_nudge

    def _untold(self) -> list[Occasion]:
        return [each for each in self.occasions if self.nudged_on is None or self.nudged_on < each.told_from]

    def _told_this_week(self) -> Occasion | None:
        """The occasion that speaks for them this week: the nearest ahead, or else behind."""
        if not self.occasions:
            return None
        left_out = ("promise",) if self._may_birthday_decide() else ("promise", "birthday")
        return min((each for each in self._untold() if each.kind not in left_out), key=self._nearness, default=None)

    def _may_birthday_decide(self) -> bool:
        if self.week.birthdays == "all" or self.contact.headsup_days is not None:
            return True
        return self.week.birthdays == "due" and self.is_due()

    def _nearness(self, occasion: Occasion) -> int:
        """Days ahead; what is behind comes after what is ahead, and an introduction last, for it can wait."""
        days = (occasion.on - self.week.today).days
        if occasion.kind == "introduced":
            return 90
        return days if days >= 0 else 30 - days

    def _promise_to_tell(self) -> Occasion | None:
        just_touched = self.days_since_touch is not None and self.days_since_touch < COOL_DOWN_DAYS
        return None if just_touched else next((each for each in self._untold() if each.kind == "promise"), None)

    def _find_level(self) -> int:
        round_days = self.week.round_days
        again = self.contact.id == self.week.named_last and (self.days_since_nudge or 0) < REST_DAYS
        if self.occasions and self._promise_to_tell() is not None:
            return PROMISE
        if self._is_turn():
            return TURN
        if self.days_late > max(LONG_PASSED_OVER_DAYS, LONG_PASSED_OVER_ROUNDS * round_days):
            return LONG_PASSED_OVER
        if self._told_this_week() is not None and not again:
            return OCCASION
        if self.week.dormant and self._is_dormant():
            return DORMANT
        if self.days_late > PASSED_OVER_ROUNDS * round_days:
            return PASSED_OVER
        if self.days_since_touch is None or self.days_since_touch + WEEK_DAYS >= self.wish:
            return AGAIN if again else DUE
        return EARLY

    def _is_dormant(self) -> bool:
        """A tie of which nothing was heard for over a year, and no nudge spoke of late."""
        unseen = self.days_since_touch is not None and self.days_since_touch > DORMANT_DAYS
        return unseen and (self.days_since_nudge is None or self.days_since_nudge > DORMANT_REST_DAYS)

    def _is_of_spent_tag(self) -> bool:
        return bool(self.week.spent_tags) and not self.week.spent_tags.isdisjoint(self.contact.tags)

    def _order(self, level: int) -> tuple[int, int]:
        """Within a level, before the waiting counts."""
        if level == PROMISE:
            promise = self._promise_to_tell()
            return (promise.on.toordinal() if promise else 0), 0
        if level == OCCASION:
            occasion = self._told_this_week()
            return (self._nearness(occasion) if occasion else 0), 0
        if level == DORMANT:
            familiar = (self.contact.touches > _FEW) + (self.contact.touches > _MANY)
            quarters = (self.days_since_touch or 0) // DORMANT_REST_DAYS
            return -quarters, 2 * familiar + (not is_accomplished(self.contact.role))
        return 0, 0

    def _waiting(self, level: int) -> float:
        """How long they have waited, in days, weighed: the longest wait comes first. Not due yet: how near that is."""
        if level in (LONG_PASSED_OVER, PASSED_OVER):
            return self.days_late
        since = self.days_since_touch
        if since is None:
            since = max(0, (self.week.today - self.contact.added_on).days) + HEAD_START_DAYS
        if level == EARLY:
            return since - self.wish
        waited = float(since * (UNWISHED_DAYS if self.days_since_touch is None else self.wish) ** LONGER_WISH)
        if self.contact.unanswered >= HALVED_AT:
            waited /= 2
        if self.occasions and any(each.kind == "birthday" for each in self._untold()):
            waited *= BIRTHDAY_WEIGHT
        if self.days_since_nudge is not None and self.days_since_nudge < RETRY_DAYS and not self.touched_since_nudge:
            waited *= RETRY_WEIGHT
        return waited

    def _kind(self) -> Kind:
        """Whatever decided, the words are for the occasion, if there is one."""
        if self._is_turn():
            return "turn"
        if self.occasions:
            return self.occasions[0].kind
        if self.days_since_touch is None:
            return "never"
        if self.contact.rhythm is None:
            return "dormant" if self.days_since_touch > DORMANT_DAYS else "waiting"
        if self.level() == DORMANT:
            return "dormant"
        if self.days_since_touch < self.wish:
            return "early"
        return "due" if self.days_since_touch < self.wish + JUST_DUE_DAYS else "overdue"
