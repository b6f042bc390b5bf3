"""What the Store takes and gives beside the rows themselves."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

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
    """All that is known of one contact; notes and touches newest first. `paced_by` is the tag whose rhythm it follows,
    having none of its own."""

    contact: Contact
    points: list[ContactPoint] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    touches: list[Touch] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
    paced_by: str | None = None


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


@dataclass(frozen=True, slots=True)
class Incoming:
    """Somebody as a file brings them, for writing many at once.

    `values` are columns of contacts by name (but ids, keys, and the days the Store keeps), "imported" among them. Points
    are (kind, normalised value), notes (day, text), touches (day, channel, note, started_by), promises (text, due_on,
    kept_on, dropped_on).
    """

    values: dict[str, Any]
    points: tuple[tuple[str, str], ...] = ()
    tags: tuple[str, ...] = ()
    notes: tuple[tuple[date, str], ...] = ()
    touches: tuple[tuple[date, str | None, str | None, str | None], ...] = ()
    promises: tuple[tuple[str, date | None, date | None, date | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Merge:
    """What a file adds to a contact who is there: only what is to be written."""

    contact_id: int
    incoming: Incoming


@dataclass(frozen=True, slots=True)
class TagCount:
    """A tag, and how many contacts that are not archived have it."""

    id: int
    name: str
    cadence_days: int | None
    count: int


class Term(Protocol):
    """One thing that is looked for: in any of `fields` (of ContactWord; none: in all of them), one of the
    alternatives, all of whose words occur, whole or as beginnings."""

    @property
    def alternatives(self) -> tuple[tuple[str, ...], ...]: ...
    @property
    def fields(self) -> tuple[str, ...]: ...


class Criteria(Protocol):
    """Whom a search looks for: all of it has to fit. bot.rules.searches has what satisfies it."""

    @property
    def terms(self) -> Sequence[Term]: ...
    @property
    def tags(self) -> tuple[str, ...]:
        """Whole tags, without #."""

    @property
    def statuses(self) -> tuple[str, ...]:
        """inbox | active | archived; those named first come first."""

    @property
    def untouched_since(self) -> date | None:
        """No touch on this day or later."""

    @property
    def met_before(self) -> date | None: ...
    @property
    def met_from(self) -> date | None: ...
    @property
    def without(self) -> tuple[str, ...]:
        """Columns of contacts that must be empty; "tags" and "cadence_days" (a rhythm of any kind) too."""
