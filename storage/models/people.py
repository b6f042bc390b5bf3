"""Contacts and what is known of them."""

from datetime import date, datetime, timedelta
from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, Index, String, UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.models.base import COUNTED_UP, counted, present, refers, waiting

NAME_LENGTH = 200
#: Ten years: no wish to be in touch is rarer, and days stay far from the calendar's end.
LONGEST_CADENCE = 3653
#: As many characters of a word as searches compare.
WORD_LENGTH = 64
WORD = String(WORD_LENGTH).with_variant(String(WORD_LENGTH, collation="C"), "postgresql")


class Contact(SQLModel, table=True):
    """Someone in a user's network."""

    __tablename__: ClassVar[str] = "contacts"
    __table_args__ = (
        # In the order that people are listed in, so that a page far down is read from the index alone.
        present("ix_contacts_due", "user_id", "status", "next_due_on", "name_key", "id"),
        Index("ix_contacts_name", "user_id", "name_key"),
        waiting("ix_contacts_deleted", "deleted_at"),
        waiting("ix_contacts_import", "import_id"),
        COUNTED_UP,
    )

    id: int | None = counted()
    user_id: int = refers("users")
    name: str = Field(max_length=NAME_LENGTH)
    #: The name as searches compare it: case-folded, without accents.
    name_key: str = Field(max_length=NAME_LENGTH * 2)
    #: inbox | active | archived
    status: str = Field(default="active", max_length=16)
    #: How often the user wishes to be in touch, in days; None = no wish yet.
    cadence_days: int | None = None
    #: Kept by the Store: the shortest cadence that one of its tags carries; followed where there is none of its own.
    tag_cadence_days: int | None = None
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
    #: From this day on it is their turn before all others, by the user's own wish; over once they are named or in touch.
    turn_on: date | None = None
    #: How many days before a birthday or other yearly date a nudge may name them; None = the usual number.
    headsup_days: int | None = None
    #: How openers to them sound: warm | brief | formal; None = learnt from what is known of them.
    voice: str | None = Field(default=None, max_length=16)
    last_touch_on: date | None = None
    #: Kept by the Store, from `due_on`, whenever a touch or the cadence changes.
    next_due_on: date | None = None
    #: Put behind the others of the inbox, on this day.
    put_off_on: date | None = None
    #: Where the contact came from: chat | card | import.
    source: str = Field(default="chat", max_length=16)
    #: The import that brought it. Until that is finished its contacts are hidden, as deleted ones are.
    import_id: int | None = Field(default=None, sa_type=BigInteger)
    #: What files said of it: {column: value} and lists of "points" ("email:…"), "tags" and "notes". A file may change a
    #: fact only while it still is what a file said: whatever differs from it, the user typed.
    imported: dict[str, Any] | None = Field(default=None, sa_type=JSON(none_as_null=True))
    added_on: date
    created_at: datetime
    deleted_at: datetime | None = None

    @property
    def rhythm(self) -> int | None:
        """The cadence that counts, in days: the contact's own, or else that of its tags; None without either."""
        return self.tag_cadence_days if self.cadence_days is None else self.cadence_days

    def due_on(self) -> date | None:
        """The day the rhythm asks for the next touch: at once if there never was one; None without a rhythm."""
        if self.rhythm is None:
            return None
        if self.last_touch_on is None:
            return self.added_on
        return self.last_touch_on + timedelta(days=self.rhythm)


class ContactPoint(SQLModel, table=True):
    """A way to reach a contact. `value` is normalised: E.164, a lower-case email, a URL, a username without @."""

    __tablename__: ClassVar[str] = "contact_points"
    __table_args__ = (
        UniqueConstraint("contact_id", "kind", "value", name="uq_contact_points"),
        Index("ix_contact_points_value", "user_id", "kind", "value"),
        COUNTED_UP,
    )

    id: int | None = counted()
    user_id: int = refers("users")
    contact_id: int = refers("contacts")
    #: phone | email | link | telegram (the username) | telegram_id (Telegram's number for them, in digits)
    kind: str = Field(max_length=16)
    value: str = Field(max_length=500)


class Tag(SQLModel, table=True):
    """A word the user files contacts under, without its #."""

    __tablename__: ClassVar[str] = "tags"
    __table_args__ = (UniqueConstraint("user_id", "key", name="uq_tags"), COUNTED_UP)

    id: int | None = counted()
    user_id: int = refers("users")
    name: str = Field(max_length=64)
    key: str = Field(max_length=128)
    #: The rhythm that contacts of this tag follow which have none of their own.
    cadence_days: int | None = None


class ContactTag(SQLModel, table=True):
    __tablename__: ClassVar[str] = "contact_tags"
    __table_args__ = (UniqueConstraint("contact_id", "tag_id", name="uq_contact_tags"), COUNTED_UP)

    id: int | None = counted()
    user_id: int = refers("users")
    contact_id: int = refers("contacts")
    tag_id: int = refers("tags")


class Note(SQLModel, table=True):
    """Something the user told Dotty about a contact."""

    __tablename__: ClassVar[str] = "notes"
    __table_args__ = COUNTED_UP

    id: int | None = counted()
    user_id: int = refers("users")
    contact_id: int = refers("contacts")
    noted_on: date
    text: str
    created_at: datetime


class YearlyDate(SQLModel, table=True):
    """A day that comes round every year, besides the birthday: "wedding anniversary"."""

    __tablename__: ClassVar[str] = "yearly_dates"
    __table_args__ = COUNTED_UP

    id: int | None = counted()
    user_id: int = refers("users")
    contact_id: int = refers("contacts")
    #: What it is, as it follows "Ana's": "wedding anniversary".
    name: str = Field(max_length=64)
    #: "2015-06-12", or "--06-12" where the year is not known.
    day: str = Field(max_length=10)


class ContactWord(SQLModel, table=True):
    """A word of what is known of a contact, for searches: kept by the Store from the contact, its tags and its notes.

    Words are compared as bytes on both databases, so that "begins with" is a range of the index.
    """

    __tablename__: ClassVar[str] = "contact_words"
    __table_args__ = (Index("ix_contact_words_contact", "contact_id"), {"sqlite_with_rowid": False})

    user_id: int = refers("users", primary_key=True, index=False)
    word: str = Field(primary_key=True, sa_type=WORD)
    #: name | company | role | city | met | needs | offers | tag | note
    field: str = Field(primary_key=True, max_length=16)
    contact_id: int = refers("contacts", primary_key=True, index=False)


class ContactPair(SQLModel, table=True):
    """Two contacts that looked like one person, and what the user said: different, or later. The lesser id is first."""

    __tablename__: ClassVar[str] = "contact_pairs"
    __table_args__ = (UniqueConstraint("first_id", "second_id", name="uq_contact_pairs"), COUNTED_UP)

    id: int | None = counted()
    user_id: int = refers("users")
    first_id: int = refers("contacts", index=False)
    second_id: int = refers("contacts")
    #: different | later
    verdict: str = Field(max_length=16)
    decided_on: date
