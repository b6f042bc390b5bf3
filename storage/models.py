"""The tables, and with them the words the whole program shares.

Instants are timezone-aware UTC; days (`…_on`) are calendar days in the user's own zone. Ids of users, chats and
messages are BIGINT, for Telegram's exceed 32 bits. There are no relationships: the Store joins what it needs.
"""

from datetime import date, datetime, time, timedelta
from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, Integer, UniqueConstraint, text
from sqlmodel import Field, SQLModel

#: SQLite only counts up an INTEGER PRIMARY KEY; everywhere else an id is a BIGINT.
BigId = BigInteger().with_variant(Integer, "sqlite")

NAME_LENGTH = 200
#: Ten years: no wish to be in touch is rarer, and days stay far from the calendar's end.
LONGEST_CADENCE = 3653

#: Each constraint has a name that a later migration can drop it by, for SQLite gives none of its own.
SQLModel.metadata.naming_convention = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}
#: An id is never given twice, so a button pressed late can't mean another row.
_IDS = {"sqlite_autoincrement": True}


def _id() -> Any:
    return Field(default=None, primary_key=True, sa_type=BigId)


def _refers(table: str, ondelete: str = "CASCADE", **more: Any) -> Any:
    column = ForeignKey(f"{table}.id", ondelete=ondelete)
    return Field(sa_type=BigInteger, sa_column_args=[column], index=True, **more)


def _waiting(name: str, column: str) -> Index:
    """An index of the rows that wait for an instant, which are few."""
    waits = text(f"{column} IS NOT NULL")
    return Index(name, column, sqlite_where=waits, postgresql_where=waits)


class User(SQLModel, table=True):
    """The person who chats with Dotty, what they chose, and what Dotty waits for from them."""

    __tablename__: ClassVar[str] = "users"
    __table_args__ = (_waiting("ix_users_due", "next_nudge_at"),)

    id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    language: str | None = Field(default=None, max_length=16)
    timezone: str = Field(default="UTC", max_length=64)
    #: Whether the user said or confirmed their zone; until then it is a guess.
    timezone_known: bool = False
    nudge_weekday: int = 0
    nudge_time: time = time(9)
    people_per_week: int = 1
    #: 1 = every week; 2 or 4 when the user asked to slow down.
    every_weeks: int = 1
    reminder_on: bool = True
    #: When the next nudge is due; None = paused without end, or not reachable.
    next_nudge_at: datetime | None = None
    paused_until: datetime | None = None
    #: Set when Telegram says the chat is blocked or gone; cleared when they write again.
    unreachable_at: datetime | None = None
    #: Nudges in a row that expired without an answer.
    unanswered: int = 0
    asked_for_names_at: datetime | None = None
    #: The conversation Dotty is in the middle of, what it needs to go on, and until when it counts.
    step: str | None = Field(default=None, max_length=32)
    step_data: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    step_expires_at: datetime | None = None
    created_at: datetime


class Contact(SQLModel, table=True):
    """Someone in a user's network."""

    __tablename__: ClassVar[str] = "contacts"
    __table_args__ = (
        Index("ix_contacts_due", "user_id", "status", "next_due_on"),
        Index("ix_contacts_name", "user_id", "name_key"),
        _IDS,
    )

    id: int | None = _id()
    user_id: int = _refers("users")
    name: str = Field(max_length=NAME_LENGTH)
    #: The name as searches compare it: case-folded, without accents.
    name_key: str = Field(max_length=NAME_LENGTH * 2)
    #: inbox | active | archived
    status: str = Field(default="active", max_length=16)
    #: How often the user wishes to be in touch, in days; None = no wish yet.
    cadence_days: int | None = None
    company: str | None = None
    role: str | None = None
    #: How they met, as a phrase that follows "met": "at PyCon 2023".
    met: str | None = None
    met_on: date | None = None
    city: str | None = None
    #: "1990-05-12", or "--05-12" where the year is not known.
    birthday: str | None = Field(default=None, max_length=10)
    language: str | None = Field(default=None, max_length=16)
    needs: str | None = None
    offers: str | None = None
    #: Not to be named in a nudge before this day.
    snoozed_until: date | None = None
    last_touch_on: date | None = None
    #: Kept by the Store, from `due_on`, whenever a touch or the cadence changes.
    next_due_on: date | None = None
    #: Where the contact came from: chat | card | import.
    source: str = Field(default="chat", max_length=16)
    added_on: date
    created_at: datetime
    deleted_at: datetime | None = None

    def due_on(self) -> date | None:
        """The day the cadence asks for the next touch: at once if there never was one; None without a cadence."""
        if self.cadence_days is None:
            return None
        if self.last_touch_on is None:
            return self.added_on
        return self.last_touch_on + timedelta(days=self.cadence_days)


class ContactPoint(SQLModel, table=True):
    """A way to reach a contact. `value` is normalised: E.164, a lower-case email, a URL, a username without @."""

    __tablename__: ClassVar[str] = "contact_points"
    __table_args__ = (
        UniqueConstraint("contact_id", "kind", "value", name="uq_contact_points"),
        Index("ix_contact_points_value", "user_id", "kind", "value"),
        _IDS,
    )

    id: int | None = _id()
    user_id: int = _refers("users")
    contact_id: int = _refers("contacts")
    #: phone | email | link | telegram
    kind: str = Field(max_length=16)
    value: str = Field(max_length=500)


class Tag(SQLModel, table=True):
    """A word the user files contacts under, without its #."""

    __tablename__: ClassVar[str] = "tags"
    __table_args__ = (UniqueConstraint("user_id", "key", name="uq_tags"), _IDS)

    id: int | None = _id()
    user_id: int = _refers("users")
    name: str = Field(max_length=64)
    key: str = Field(max_length=128)
    cadence_days: int | None = None


class ContactTag(SQLModel, table=True):
    __tablename__: ClassVar[str] = "contact_tags"
    __table_args__ = (UniqueConstraint("contact_id", "tag_id", name="uq_contact_tags"), _IDS)

    id: int | None = _id()
    user_id: int = _refers("users")
    contact_id: int = _refers("contacts")
    tag_id: int = _refers("tags")


class Note(SQLModel, table=True):
    """Something the user told Dotty about a contact."""

    __tablename__: ClassVar[str] = "notes"
    __table_args__ = _IDS

    id: int | None = _id()
    user_id: int = _refers("users")
    contact_id: int = _refers("contacts")
    noted_on: date
    text: str
    created_at: datetime


class Nudge(SQLModel, table=True):
    """One message that asks the user to reach out to one contact, from claim to answer.

    `push_at` is the one column sending is driven by: the next instant at which this nudge wants to go out. Planned:
    when it is claimed again because it was never sent. Sent: when to remind. Later: when to come back. None: never.
    """

    __tablename__: ClassVar[str] = "nudges"
    __table_args__ = (_waiting("ix_nudges_push", "push_at"), _IDS)

    id: int | None = _id()
    user_id: int = _refers("users")
    #: None for the two questions that stand in for a nudge (see `kind`).
    contact_id: int | None = _refers("contacts", default=None)
    #: contact | names ("who matters to you?") | pace ("slower, or a pause?")
    kind: str = Field(default="contact", max_length=16)
    #: planned | sent | done | skipped | later | expired
    status: str = Field(default="planned", max_length=16)
    #: The rule that decided (bot.rules.picking), and the sentence the user read.
    reason_kind: str = Field(default="", max_length=32)
    reason: str = ""
    opener: str = ""
    #: Every opener pattern shown with this nudge, the present one last.
    opener_keys: list[str] = Field(default_factory=list, sa_type=JSON)
    created_at: datetime
    push_at: datetime | None = None
    sent_at: datetime | None = None
    reminded_at: datetime | None = None
    answered_at: datetime | None = None
    #: Telegram's message id of the newest message that carries it; `NudgeMessage` has them all.
    message_id: int | None = Field(default=None, sa_type=BigInteger)


class NudgeMessage(SQLModel, table=True):
    """A message that carried a nudge, so that a reply or a reaction to any of them finds it."""

    __tablename__: ClassVar[str] = "nudge_messages"
    __table_args__ = (UniqueConstraint("user_id", "message_id", name="uq_nudge_messages"), _IDS)

    id: int | None = _id()
    user_id: int = _refers("users")
    nudge_id: int = _refers("nudges")
    message_id: int = Field(sa_type=BigInteger)


class Touch(SQLModel, table=True):
    """One time they were in touch."""

    __tablename__: ClassVar[str] = "touches"
    __table_args__ = _IDS

    id: int | None = _id()
    user_id: int = _refers("users")
    contact_id: int = _refers("contacts")
    touched_on: date
    #: message | call | email | meeting | None (not said)
    channel: str | None = Field(default=None, max_length=16)
    note: str | None = None
    #: user | contact | None (not said)
    started_by: str | None = Field(default=None, max_length=16)
    nudge_id: int | None = _refers("nudges", "SET NULL", default=None)
    created_at: datetime


class Promise(SQLModel, table=True):
    """Something the user said they would do for a contact, with a day."""

    __tablename__: ClassVar[str] = "promises"
    __table_args__ = _IDS

    id: int | None = _id()
    user_id: int = _refers("users")
    contact_id: int = _refers("contacts")
    text: str
    due_on: date | None = None
    kept_on: date | None = None
    dropped_on: date | None = None
    created_at: datetime


class Introduction(SQLModel, table=True):
    """Two contacts who should know each other; each is asked first."""

    __tablename__: ClassVar[str] = "introductions"
    __table_args__ = _IDS

    id: int | None = _id()
    user_id: int = _refers("users")
    first_id: int = _refers("contacts")
    second_id: int = _refers("contacts")
    why: str = ""
    #: proposed | asked | agreed | made | declined | closed
    status: str = Field(default="proposed", max_length=16)
    created_at: datetime


class Change(SQLModel, table=True):
    """What one update wrote. Its unique key makes a second run harmless; `before` makes the Undo."""

    __tablename__: ClassVar[str] = "changes"
    __table_args__ = (UniqueConstraint("user_id", "update_id", name="uq_changes_update"), _IDS)

    id: int | None = _id()
    user_id: int = _refers("users")
    update_id: int = Field(sa_type=BigInteger)
    #: What was done, in the Store's words: "added", "touched", "edited", …
    kind: str = Field(max_length=32)
    #: What the answer is made from, so that a second run of the update answers the same.
    result: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    #: One image a row written, oldest first: {"table", "id"} with "columns": {name: [before, after]} of an update,
    #: "columns": None of an insert, or "row": {name: value} of a delete. Days and instants are ISO 8601.
    before: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    created_at: datetime
    undone_at: datetime | None = None
