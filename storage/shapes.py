"""What the Store takes and gives beside the rows themselves."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple, Protocol

from storage.models import (
    Change,
    Contact,
    ContactPoint,
    Introduction,
    Note,
    Nudge,
    Promise,
    Tag,
    Touch,
    User,
    YearlyDate,
)


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
    dates: list[YearlyDate] = field(default_factory=list)


@dataclass(slots=True)
class Candidate:
    """Whom a nudge may name, and only what picking weighs: see `bot.rules.candidates` for what the fields hold.

    `rhythm` is the cadence that counts, in days. `promises` are open ones, `noted` what notes and touches of about the last
    year say, newest first. Not frozen: a frozen one takes nine times as long to make, and they are made by the ten thousand.
    """

    id: int
    name: str
    added_on: date
    rhythm: int | None = None
    last_touch_on: date | None = None
    snoozed_until: date | None = None
    turn_on: date | None = None
    birthday: str | None = None
    headsup_days: int | None = None
    role: str | None = None
    company: str | None = None
    touches: int = 0
    unanswered: int = 0
    tags: tuple[int, ...] = ()
    yearly: tuple[tuple[str, str], ...] = ()
    promises: tuple[tuple[str, date | None, date], ...] = ()
    noted: tuple[tuple[date, str], ...] = ()
    introductions: tuple[tuple[str, date], ...] = ()


class Introducible(NamedTuple):
    """An active contact with as much as tells whom they should know: see `bot.rules.matching`."""

    id: int
    name: str
    needs: str | None
    offers: str | None
    role: str | None
    company: str | None
    city: str | None
    met: str | None
    status: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """How often the user did something for a contact, and asked something of them: touches, promises kept,
    introductions made."""

    gave: int = 0
    asked: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """What the words on a touch tell besides: whether they answered (yes | no), what passed between them (gave |
    asked), the next time (as in `storage.turns.Turn`); and what is asked after it: "heard back?" at `heard_at` (UTC),
    what they could use on `need_asked_on`."""

    reply: str | None = None
    favour: str | None = None
    turn_on: date | None = None
    not_before: date | None = None
    heard_at: datetime | None = None
    need_asked_on: date | None = None


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
    are (kind, normalised value), notes (day, text), touches (day, channel, note, started_by, reply, favour), of which the
    last may be left out, promises (text, due_on, kept_on, dropped_on), dates yearly ones (name, day).
    """

    values: dict[str, Any]
    points: tuple[tuple[str, str], ...] = ()
    tags: tuple[str, ...] = ()
    notes: tuple[tuple[date, str], ...] = ()
    touches: tuple[tuple[date, str | None, str | None, str | None, *tuple[str | None, ...]], ...] = ()
    promises: tuple[tuple[str, date | None, date | None, date | None], ...] = ()
    dates: tuple[tuple[str, str], ...] = ()


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
