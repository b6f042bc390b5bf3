"""What speaks for a contact on some days and not on others: a promise, a birthday, a yearly date, an event, an introduction.

Each decides once. A nudge since the day from which it could be told of has told of it; and what lies behind is over when
they were in touch since.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from bot.rules.birthdays_near import last_birthday, next_birthday
from bot.rules.events import Event, events_of, may_tell_of_event
from bot.rules.given_names import given_name

if TYPE_CHECKING:
    from bot.rules.candidates import Candidate, Person

#: How many days before a yearly date it is told of, where the user wished nothing else.
HEADSUP_DAYS = 7
#: Belated wishes are welcome for so long.
BEHIND = timedelta(days=3)
#: A promise is told of in the week before it is due, and one without a day when it is two weeks old.
PROMISE_AHEAD = timedelta(days=6)
PROMISE_UNDATED = timedelta(days=14)
#: Luck is wished ten days ahead at most, and "how did it go?" asked for three weeks.
EVENT_AHEAD = timedelta(days=10)
EVENT_BEHIND = timedelta(days=21)
#: An introduction is asked after from two weeks to six.
INTRODUCED_FROM, INTRODUCED_UNTIL = timedelta(days=14), timedelta(days=42)


@dataclass(frozen=True, slots=True)
class Occasion:
    kind: Literal["promise", "birthday", "yearly", "event", "introduced"]
    #: Its day: the sooner, the sooner they are named.
    on: date
    #: A nudge since this day has told of it.
    told_from: date
    #: What was promised; what the yearly date is called; to whom they were introduced.
    what: str = ""
    event: Event | None = None
    #: Whether `on` is a day that was given; a promise may have none.
    dated: bool = True


def occasions(candidate: Candidate, last_touch_on: date | None, today: date) -> list[Occasion]:
    """All there are today, those first that come first in what is said."""
    if not (candidate.promises or candidate.birthday or candidate.yearly or candidate.noted or candidate.introductions):
        return []
    found = [
        promise_near(candidate, today),
        birthday_near(candidate, last_touch_on, today),
        *_yearly_near(candidate, last_touch_on, today),
        _event_near(candidate, last_touch_on, today),
        _introduced(candidate, last_touch_on, today),
    ]
    return [each for each in found if each is not None]


def birthday_near(person: Person, last_touch_on: date | None, today: date) -> Occasion | None:
    """A birthday ahead, or one gone by on which and since when they were not in touch."""
    return _near("birthday", person.birthday, "", person.headsup_days, last_touch_on, today)


def promise_near(candidate: Candidate, today: date) -> Occasion | None:
    for what, due_on, made_on in candidate.promises:
        dated = due_on is not None
        told_from = due_on - PROMISE_AHEAD if due_on is not None else made_on + PROMISE_UNDATED
        if told_from <= today:
            return Occasion("promise", due_on or told_from, max(told_from, made_on), what, dated=dated)
    return None


def _yearly_near(candidate: Candidate, last_touch_on: date | None, today: date) -> list[Occasion]:
    headsup = candidate.headsup_days
    near = (_near("yearly", day, name, headsup, last_touch_on, today) for name, day in candidate.yearly)
    return sorted((each for each in near if each is not None), key=lambda each: abs(each.on - today))


def _near(
    kind: Literal["birthday", "yearly"],
    day: str | None,
    what: str,
    headsup_days: int | None,
    last_touch_on: date | None,
    today: date,
) -> Occasion | None:
    ahead = next_birthday(day, today=today) if day else None
    if ahead is None:
        return None
    headsup = timedelta(days=HEADSUP_DAYS if headsup_days is None else headsup_days)
    if ahead - today <= headsup:
        return Occasion(kind, ahead, ahead - headsup, what)
    behind = last_birthday(day, today=today)
    if behind is None or today - behind > BEHIND or (last_touch_on is not None and last_touch_on >= behind):
        return None
    return Occasion(kind, behind, behind - headsup, what)


def _event_near(candidate: Candidate, last_touch_on: date | None, today: date) -> Occasion | None:
    """The nearest event ahead, or the newest just past which they have not talked over."""
    if not any(may_tell_of_event(note) for _, note in candidate.noted):
        return None
    told = events_of(candidate.noted, first_name=given_name(candidate.name))
    near = [found for noted_on, event in told if (found := _event_occasion(event, noted_on, last_touch_on, today))]
    return min(near, key=lambda each: abs(each.on - today), default=None)


def _event_occasion(event: Event, noted_on: date, last_touch_on: date | None, today: date) -> Occasion | None:
    """Ahead from ten days before; past when its last day is over. What lasts for weeks is "ahead" as long as it lasts."""
    if today <= event.last_on:
        from_day = event.first_on - EVENT_AHEAD
        spoken_of = last_touch_on is not None and last_touch_on >= max(from_day, noted_on + timedelta(days=1))
        on = max(event.first_on, today)
        return None if today < from_day or spoken_of else Occasion("event", on, max(from_day, noted_on), event=event)
    over_on = event.last_on + timedelta(days=1)
    spoken_of = last_touch_on is not None and last_touch_on > event.last_on
    stale = today - event.last_on > EVENT_BEHIND
    return None if stale or spoken_of else Occasion("event", event.last_on, max(over_on, noted_on), event=event)


def _introduced(candidate: Candidate, last_touch_on: date | None, today: date) -> Occasion | None:
    for to, made_on in candidate.introductions:
        in_time = INTRODUCED_FROM <= today - made_on <= INTRODUCED_UNTIL
        if in_time and (last_touch_on is None or last_touch_on <= made_on):
            return Occasion("introduced", made_on, made_on + INTRODUCED_FROM, to)
    return None
