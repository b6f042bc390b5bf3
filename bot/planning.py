"""What users' next nudges would be: the facts handed in or fetched, the rules asked, the words put in. Sends and writes
nothing.

Every function here runs off the event loop, as the Store does.
"""

import logging
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import TypeVar

from sqlalchemy.exc import SQLAlchemyError

from bot.logs import whereabouts
from bot.rules.news import is_dead
from bot.rules.picking import Pick, in_order
from bot.rules.reasons import Reason
from bot.rules.schedule import TOGETHER, local_day, next_slot
from bot.texts import Texts
from bot.wording import OPENER_REST, opener_of, reason_of
from storage import Card, Store
from storage.briefing import Briefing, Shown
from storage.claiming import Decision, Particulars
from storage.models import Nudge, User
from storage.tables import NUDGES, make_row

log = logging.getLogger(__name__)

T = TypeVar("T")
#: A nudge about a contact, before anything is known of it.
_UNSAID = {**dict.fromkeys(NUDGES.c.keys()), "kind": "contact", "status": "planned"}
#: A card, and what its contact was shown.
Told = tuple[Card, Shown]

#: After so many unanswered nudges in a row, Dotty asks about the pace instead.
UNANSWERED = 3
#: A user whose own data can't be planned with waits so long, so that they stop nobody else.
PUT_OFF = timedelta(hours=1)
#: In every zone, what was shown within a year was shown since then.
_SHOWN_SINCE = OPENER_REST + timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Whom a nudge names, and why."""

    card: Card
    reason: Reason


class Planner:
    """Plans the nudges of some users at one instant, and remembers whom it chose, for the messages to come."""

    def __init__(self, now: datetime, spread: timedelta = TOGETHER) -> None:
        self._now, self._spread = now, spread
        #: By user.
        self.chosen: dict[int, Chosen] = {}
        #: Whose own data were at fault.
        self.put_off: set[int] = set()

    def decide(self, briefings: Sequence[Briefing], particulars: Particulars) -> list[Decision]:
        """What becomes of each user's slot. A fault of one user's puts that user off by an hour, and nobody else."""
        lines = {each.user.id: self._guarded(each.user, partial(_Line, each, self._now)) for each in briefings}
        first = {user_id: line.first_id for user_id, line in lines.items() if line and line.first_id is not None}
        told = particulars(first, self._now - _SHOWN_SINCE) if first else {}
        decided = [
            self._guarded(each.user, partial(self._decide, each, line, told.get(each.user.id), particulars))
            for each in briefings
            if (line := lines[each.user.id]) is not None
        ]
        waiting = [Decision(each.user, self._now + PUT_OFF) for each in briefings if each.user.id in self.put_off]
        return [*waiting, *(each for each in decided if each is not None)]

    def about_somebody(self, line: "_Line", told: Told | None, particulars: Particulars) -> Nudge | None:
        """About the first in the line who lives. `told`: the particulars of the first."""
        user = line.user
        while line.pick is not None:
            if told is not None and lives(told[0]):
                self.chosen[user.id] = Chosen(told[0], line.pick.reason)
                return _nudge_about(user, told[0], line.pick.reason, told[1], self._now)
            line.advance()  # of whoever is next the particulars are read alone, for few ever died
            told = particulars({user.id: line.first_id or 0}, self._now - _SHOWN_SINCE).get(user.id)
        return None

    def _guarded(self, user: User, work: Callable[[], T]) -> T | None:
        try:
            return work()
        except SQLAlchemyError:
            raise
        except Exception as error:  # one user's fault must not stop the others
            log.error("user %s put off: %s", user.id, whereabouts(error))
            self.put_off.add(user.id)
            return None

    def _decide(self, briefing: Briefing, line: "_Line", told: Told | None, particulars: Particulars) -> Decision:
        """Somebody to reach out to, or who was put off till now; or, after three in a row without an answer, the question
        about the pace; or, once, and only where there is no active contact at all, the question for names."""
        user, now = briefing.user, self._now
        next_at = next_slot(user, max(now, user.next_nudge_at or now), self._spread)
        if briefing.postponed_id is not None:
            return Decision(user, next_at, retake_id=briefing.postponed_id)
        if _is_pace_asked(briefing):
            return Decision(user, next_at, Nudge(user_id=user.id, kind="pace", created_at=now))
        nudge = self.about_somebody(line, told, particulars)
        if nudge is None and user.asked_for_names_at is None and not briefing.candidates:
            nudge = Nudge(user_id=user.id, kind="names", created_at=now)
        return Decision(user, next_at, nudge)


class _Line:
    """Those whom a user's nudge may name, and who is the first of them."""

    def __init__(self, briefing: Briefing, now: datetime, skip: Collection[int] = (), *, asked: bool = False) -> None:
        """`asked`: by the user, whatever else waits."""
        self.user = briefing.user
        self._rest: Iterator[Pick] = iter(())
        if asked or (briefing.postponed_id is None and not _is_pace_asked(briefing)):
            named, today = days_of(briefing.nudged_on, self.user), local_day(now, self.user.timezone)
            self._rest = in_order(briefing.candidates, nudged_on=named, today=today, skip=skip)
        self.advance()

    def advance(self) -> None:
        self.pick = next(self._rest, None)

    @property
    def first_id(self) -> int | None:
        return None if self.pick is None else self.pick.contact.id


def _is_pace_asked(briefing: Briefing) -> bool:
    return briefing.user.unanswered + briefing.is_waiting >= UNANSWERED


def plan_contact(store: Store, user: User, now: datetime, skip: Collection[int] = ()) -> Nudge | None:
    """The unsaved nudge about the contact the rules pick, with its reason and opener; None when nobody is there."""
    briefing = store.briefing(user.id)
    if briefing is None:
        return None
    line, read = _Line(briefing, now, skip, asked=True), particulars_of(store)
    told = read({user.id: line.first_id or 0}, now - _SHOWN_SINCE).get(user.id)
    return Planner(now).about_somebody(line, told, read)


def particulars_of(store: Store) -> Particulars:
    """Read from the Store, each user's by themselves."""

    def read(chosen: Mapping[int, int], since: datetime) -> dict[int, Told]:
        found = {user_id: store.particulars(user_id, contact_id, since) for user_id, contact_id in chosen.items()}
        return {user_id: told for user_id, told in found.items() if told is not None}

    return read


def plan_for(store: Store, user: User, contact_id: int, now: datetime) -> Nudge | None:
    """The unsaved nudge about somebody the user chose; None where they are no active contact any more."""
    told = store.particulars(user.id, contact_id, now - _SHOWN_SINCE)
    if told is None or told[0].contact.status != "active":
        return None
    card, shown = told
    return _nudge_about(user, card, reason_of(store, user, card, local_day(now, user.timezone)), shown, now)


def _nudge_about(user: User, card: Card, reason: Reason, shown: Shown, now: datetime) -> Nudge:
    opener, key = opener_of(user, card, reason, local_day(now, user.timezone), shown)
    said = Texts(user.language).reason(reason, card.contact)
    return make_row(Nudge, _UNSAID | {
        "user_id": user.id, "contact_id": card.contact.id, "reason_kind": reason.kind, "reason": said, "opener": opener,
        "opener_keys": [key], "created_at": now,
    })  # fmt: skip


def lives(card: Card) -> bool:
    """Whether nothing the user noted says that they died."""
    noted = [note.text for note in card.notes] + [touch.note for touch in card.touches if touch.note]
    return not is_dead(noted, name=card.contact.name)


def nudged_days(store: Store, user: User) -> dict[int, date]:
    """The day, in the user's zone, on which each contact was last named."""
    return days_of(store.nudged_on(user.id), user)


def days_of(instants: Mapping[int, datetime], user: User) -> dict[int, date]:
    return {each: local_day(at, user.timezone) for each, at in instants.items()}
