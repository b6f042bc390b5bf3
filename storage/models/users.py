"""The person who chats with Dotty."""

from datetime import date, datetime, time
from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger
from sqlmodel import Field, SQLModel

from storage.models.base import waiting


class User(SQLModel, table=True):
    """The person who chats with Dotty, what they chose, and what Dotty waits for from them."""

    __tablename__: ClassVar[str] = "users"
    __table_args__ = (waiting("ix_users_due", "next_nudge_at"),)

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
    #: What they do and where, in their words: it tells whom of the inbox to show first. "" = asked, not answered.
    about: str | None = None
    #: The day of the last light question of what somebody could use.
    need_asked_on: date | None = None
    #: Whether openers may come from the operator's model: the user read what is sent, and said yes.
    model_on: bool = False
    #: How often the model was asked for this user on `model_day`, a day of UTC.
    model_asks: int = 0
    model_day: date | None = None
    #: The conversation Dotty is in the middle of, what it needs to go on, and until when it counts.
    step: str | None = Field(default=None, max_length=32)
    step_data: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    step_expires_at: datetime | None = None
    created_at: datetime
