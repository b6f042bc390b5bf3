"""Why a contact, and why now: the facts that decided, from which its sentence and its opener are made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from bot.rules.events import Event

#: "turn": by the user's own wish. "due": overdue by less than a week. "waiting": no cadence, and seen within the year.
Kind = Literal[
    "turn", "promise", "birthday", "yearly", "event", "introduced",
    "overdue", "due", "never", "dormant", "waiting", "early",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reason:
    """Why this contact, now, and all facts that could be said. Days are in the user's zone.

    `kind` is what the words are for: the occasion there is, whether it decided or their turn had come anyhow; else how
    they stand with their cadence.
    """

    kind: Kind
    today: date
    added_on: date
    last_touch_on: date | None = None
    #: The wish; None = the contact has no cadence.
    cadence_days: int | None = None
    due_on: date | None = None
    #: A birthday within the heads-up days, or up to three days ago and not yet wished.
    birthday_on: date | None = None
    #: Nobody at all is due, rested or not.
    nobody_due: bool = False
    #: The user wished it to be their turn from this day on.
    turn_on: date | None = None
    #: The soonest open promise that is due within a week or overdue, or that has no day and is two weeks old.
    promise: str | None = None
    promise_due_on: date | None = None
    #: A yearly date other than the birthday within the heads-up days, or just gone by: what it is called, and when.
    yearly: str | None = None
    yearly_on: date | None = None
    #: What the user noted, coming or just past.
    event: Event | None = None
    #: Somebody the user introduced them to two to six weeks ago, by name, and when; not in touch since.
    introduced_to: str | None = None
    introduced_on: date | None = None
    #: How many of the last touches brought no answer.
    unanswered: int = 0
