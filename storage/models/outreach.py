"""Nudges, what came of them, and what the user said they would do."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import JSON, BigInteger, UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.models.base import COUNTED_UP, counted, refers, waiting


class Nudge(SQLModel, table=True):
    """One message that asks the user to reach out to one contact, from claim to answer; or one of the questions and
    reminders that come by themselves besides (see `kind`), which are claimed, sent and settled alike.

    `push_at` is the one column sending is driven by: the next instant at which this nudge wants to go out. Planned:
    when it is claimed again because it was never sent. Sent: when to remind. Later: when to come back. None: never.
    Of a follow-up, planned and later both wait for their first time; a pause holds back only what is later.
    """

    __tablename__: ClassVar[str] = "nudges"
    __table_args__ = (waiting("ix_nudges_push", "push_at"), COUNTED_UP)

    id: int | None = counted()
    user_id: int = refers("users")
    #: None for the two questions that stand in for a nudge (see `kind`).
    contact_id: int | None = refers("contacts", default=None)
    #: contact | names ("who matters to you?") | pace ("slower, or a pause?"); and the follow-ups: promise (it is due) |
    #: heard (did they answer?) | intro (two who should know each other) | outcome (what came of an introduction?)
    kind: str = Field(default="contact", max_length=16)
    #: Of a follow-up, the row it is about: a promise's id; a touch's, for "heard"; an introduction's.
    about_id: int | None = Field(default=None, sa_type=BigInteger)
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
    __table_args__ = (UniqueConstraint("user_id", "message_id", name="uq_nudge_messages"), COUNTED_UP)

    id: int | None = counted()
    user_id: int = refers("users")
    nudge_id: int = refers("nudges")
    message_id: int = Field(sa_type=BigInteger)


class Touch(SQLModel, table=True):
    """One time they were in touch."""

    __tablename__: ClassVar[str] = "touches"
    __table_args__ = COUNTED_UP

    id: int | None = counted()
    user_id: int = refers("users")
    contact_id: int = refers("contacts")
    touched_on: date
    #: message | call | email | meeting | None (not said)
    channel: str | None = Field(default=None, max_length=16)
    note: str | None = None
    #: user | contact | None (not said)
    started_by: str | None = Field(default=None, max_length=16)
    #: Whether they answered: yes | no | None (not asked, or not known yet).
    reply: str | None = Field(default=None, max_length=8)
    #: What passed between them, for the ledger: gave (the user did something for them) | asked (something of them).
    favour: str | None = Field(default=None, max_length=8)
    nudge_id: int | None = refers("nudges", "SET NULL", default=None)
    created_at: datetime


class Promise(SQLModel, table=True):
    """Something the user said they would do for a contact, with a day."""

    __tablename__: ClassVar[str] = "promises"
    __table_args__ = COUNTED_UP

    id: int | None = counted()
    user_id: int = refers("users")
    contact_id: int = refers("contacts")
    text: str
    due_on: date | None = None
    kept_on: date | None = None
    dropped_on: date | None = None
    created_at: datetime


class Introduction(SQLModel, table=True):
    """Two contacts who should know each other; each is asked first."""

    __tablename__: ClassVar[str] = "introductions"
    __table_args__ = COUNTED_UP

    id: int | None = counted()
    user_id: int = refers("users")
    first_id: int = refers("contacts")
    second_id: int = refers("contacts")
    why: str = ""
    #: proposed | asked (each is being asked) | agreed (both said yes) | made | declined | closed (what came of it is known)
    status: str = Field(default="proposed", max_length=16)
    #: What each of them said when asked: yes | no | None.
    first_reply: str | None = Field(default=None, max_length=8)
    second_reply: str | None = Field(default=None, max_length=8)
    made_on: date | None = None
    #: What came of it, in the user's words, or "yes" or "nothing".
    outcome: str | None = None
    created_at: datetime
