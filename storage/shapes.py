"""What the Store takes and gives beside the rows themselves."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from storage.models import Change, Contact, ContactPoint, Introduction, Note, Nudge, Promise, Tag, Touch, User


@dataclass(frozen=True, slots=True)
class Step:
    """What Dotty waits for from a user: a name, JSON data to go on with, and the UTC instant it lapses."""

    name: str
    data: dict[str, Any]
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class NewContact:
    """Somebody to add, or the facts to merge into somebody.

    `contact` is unsaved: its user_id, name_key, created_at, last_touch_on and next_due_on are filled by the Store.
    `points` are (kind, normalised value), `touch` is (day, channel).
    """

    contact: Contact
    points: tuple[tuple[str, str], ...] = ()
    tags: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    touch: tuple[date, str | None] | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """All that is known of one contact; notes and touches newest first."""

    contact: Contact
    points: list[ContactPoint] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    touches: list[Touch] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class LastChange:
    """The newest change that can be undone, the names it is about, and whether a nudge was asked for since."""

    change: Change
    names: tuple[str, ...]
    shown_since: bool


@dataclass(frozen=True, slots=True)
class Export:
    """Everything kept of a user but what they deleted; cards by name, nudges and introductions oldest first."""

    user: User
    cards: list[Card]
    tags: list[Tag]
    nudges: list[Nudge]
    introductions: list[Introduction]
