"""Which moments an opener may be for today, and how much each of them says for a line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from bot.rules.given_names import is_family
from bot.rules.lexicon import Moment
from bot.rules.news import Kind, News, Timing

if TYPE_CHECKING:
    from bot.rules.events import Event
    from bot.rules.picking import Reason
    from storage.models import Contact, Promise, Touch

LATELY = timedelta(days=30)
DORMANT = timedelta(days=365)
QUIET = timedelta(days=45)
#: "The other day": neither today nor yesterday, and not longer ago than this.
FRESH = (timedelta(days=2), timedelta(days=14))
#: After hard news, and for "are you still …", half a year.
HALF_A_YEAR = timedelta(days=182)
#: An open promise is spoken of from so many days before its day; a kept one for so long after.
PROMISE_AHEAD = timedelta(days=7)
PROMISE_BEHIND = timedelta(days=30)
#: Only so has the other one surely said something too.
_TALKING = frozenset({"call", "meeting"})
#: What is new comes before what is known. Anything not here says nothing for a line.
_WEIGHT: Mapping[Moment, int] = {
    "birthday_today": 100, "birthday_soon": 90, "birthday_past": 90,
    "kin_birthday_today": 100, "kin_birthday_soon": 90, "kin_birthday_past": 90,
    "anniversary": 85, "work_anniversary": 85, "name_day": 85,
    "event_ahead": 75, "event_past": 70, "back_ahead": 65, "back_past": 65,
    "promise_due": 60, "introduced": 55, "promise_kept": 52,
    "job_ahead": 50, "job_open": 50, "job_past": 50, "move_ahead": 50, "move_open": 50, "move_past": 50,
    "lately": 40, "topic": 30, "dormant": 10, "still": 10, "never": 4, "quiet": 4, "recent": 4, "fresh": 4, "fact": 1,
}  # fmt: skip
_NEWS: Mapping[tuple[Kind, Timing], Moment] = {
    ("job", "ahead"): "job_ahead",
    ("job", "open"): "job_open",
    ("job", "past"): "job_past",
    ("move", "ahead"): "move_ahead",
    ("move", "open"): "move_open",
    ("move", "past"): "move_past",
}
_KIN_BIRTHDAYS: Mapping[Moment, Moment] = {
    "birthday_today": "kin_birthday_today",
    "birthday_soon": "kin_birthday_soon",
    "birthday_past": "kin_birthday_past",
}
#: What yearly dates are called, in any language people type them in; other dates have no lines of their own.
_YEARLY: tuple[tuple[str, Moment], ...] = (
    ("work", "work_anniversary"), ("job", "work_anniversary"), ("company", "work_anniversary"),
    ("arbeit", "work_anniversary"), ("trabajo", "work_anniversary"), ("travail", "work_anniversary"),
    ("wedding", "anniversary"), ("marri", "anniversary"), ("hochzeit", "anniversary"), ("boda", "anniversary"),
    ("mariage", "anniversary"), ("name day", "name_day"), ("nameday", "name_day"), ("saint", "name_day"),
    ("namenstag", "name_day"), ("santo", "name_day"), ("fête", "name_day"), ("onomástic", "name_day"),
)  # fmt: skip


class Dealings(Protocol):
    """A contact, what passed with it, newest first, and what the user said they would do for it."""

    @property
    def contact(self) -> Contact: ...
    @property
    def touches(self) -> Sequence[Touch]: ...
    @property
    def promises(self) -> Sequence[Promise]: ...


def moments_of(
    card: Dealings, *, news: News | None, reason: Reason, hard: bool, today: date
) -> tuple[dict[Moment, int], frozenset[Moment]]:
    """The moments with their weights, and those among them that today's reason is about."""
    birthday = _birthday(reason)
    if hard:
        return _weighed(["gentle"]), frozenset()
    if is_family(card.contact.name):
        kin = _KIN_BIRTHDAYS.get(birthday) if birthday else None
        return _weighed(["kin", *([kin] if kin else [])]), frozenset([kin] if kin else [])
    told = _told(reason, birthday)
    moments: list[Moment] = ["plain", "fact", "topic", *_silences(card, today), *told, *_promises(card, today)]
    if reason.introduced_to is not None:
        moments.append("introduced")
    if news is not None and reason.event is None:
        moments.append(_NEWS[news.kind, news.timing])
    leading = set(told[:1]) | {moment for moment in moments if moment == _BY_KIND.get(reason.kind)}
    return _weighed(moments), frozenset(leading)


#: Reasons that have lines of their own, beside days and events.
_BY_KIND: Mapping[str, Moment] = {"promise": "promise_due", "introduced": "introduced"}


def _weighed(moments: Iterable[Moment]) -> dict[Moment, int]:
    return {moment: _WEIGHT.get(moment, 0) for moment in moments}


def _told(reason: Reason, birthday: Moment | None) -> list[Moment]:
    """What the reason speaks of, the most pressing first."""
    found = (birthday, _yearly(reason), _event(reason.event, reason.today))
    return [moment for moment in found if moment is not None]


def _birthday(reason: Reason) -> Moment | None:
    if reason.birthday_on is None:
        return None
    if reason.birthday_on == reason.today:
        return "birthday_today"
    return "birthday_soon" if reason.birthday_on > reason.today else "birthday_past"


def _yearly(reason: Reason) -> Moment | None:
    """Of a known kind of yearly date; their lines fit from some days before to some days after."""
    called = (reason.yearly or "").casefold()
    if called in ("anniversary", "jahrestag", "aniversario"):
        return "anniversary"
    return next((moment for part, moment in _YEARLY if part in called), None)


def _event(event: Event | None, today: date) -> Moment | None:
    """None while it may be over or still to come, for which only a job and a move have words."""
    if event is None:
        return None
    timing: Timing = "ahead" if today < event.first_on else "past" if today > event.last_on else "open"
    if event.kind == "job" or event.kind == "move":
        return _NEWS[event.kind, timing]
    if timing == "open" and event.first_on < event.last_on:
        return None
    if event.kind == "back":
        return "back_past" if timing != "ahead" else "back_ahead"
    return "event_past" if timing == "past" else "event_ahead"


def _promises(card: Dealings, today: date) -> list[Moment]:
    """One that is open and due soon or overdue; one that was kept after they were last in touch."""
    last_touch_on = card.contact.last_touch_on
    due = any(
        promise.due_on is not None and promise.due_on - PROMISE_AHEAD <= today
        for promise in card.promises
        if promise.kept_on is None and promise.dropped_on is None
    )
    kept = any(
        timedelta(0) <= today - promise.kept_on <= PROMISE_BEHIND
        and (last_touch_on is None or promise.kept_on > last_touch_on)
        for promise in card.promises
        if promise.kept_on is not None
    )
    found: list[Moment] = ["promise_due"] if due else []
    return [*found, "promise_kept"] if kept else found


def _silences(card: Dealings, today: date) -> list[Moment]:
    """What the last touch, and the time since, allow to be said."""
    moments = [_silence(card, today)]
    if moments == ["dormant"] and today - card.contact.added_on > HALF_A_YEAR:
        moments.append("still")
    if card.touches and card.touches[0].channel in _TALKING:
        ago = today - card.touches[0].touched_on
        if moments == ["recent"] and FRESH[0] <= ago <= FRESH[1]:
            moments.append("fresh")
    return moments


def _silence(card: Dealings, today: date) -> Moment:
    """How long it has been, as far as that is recorded; "lately" where they have met, and only just."""
    contact = card.contact
    if contact.met_on is not None and timedelta(0) <= today - contact.met_on <= LATELY:
        met_on = contact.met_on
        if all(touch.touched_on == met_on for touch in card.touches):
            return "lately"
    if contact.last_touch_on is None:
        return "never"
    unseen = today - contact.last_touch_on
    return "dormant" if unseen > DORMANT else "quiet" if unseen > QUIET else "recent"
