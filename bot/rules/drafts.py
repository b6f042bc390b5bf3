"""A contact as it was read from a message, a card or a file, before anything is stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

#: A touch as a file tells of it: (day, channel, note, started_by, reply, favour); the last ones may be left out.
TouchTold = tuple[date, str | None, str | None, str | None, *tuple[str | None, ...]]


@dataclass(frozen=True, slots=True)
class History:
    """What only Dotty's own export knows of somebody. Notes are (day, text), promises (text, due_on, kept_on,
    dropped_on), dates are yearly ones (name, "2015-06-12" or "--06-12")."""

    notes: tuple[tuple[date, str], ...] = ()
    touches: tuple[TouchTold, ...] = ()
    promises: tuple[tuple[str, date | None, date | None, date | None], ...] = ()
    dates: tuple[tuple[str, str], ...] = ()
    #: What files had said of them (`Contact.imported`); all else the user typed.
    from_files: Mapping[str, Any] | None = field(default=None, hash=False)


@dataclass(frozen=True, slots=True)
class Draft:
    """One person as understood. What was not said is None or ().

    Shapes: a phone is E.164 when it parses for the user's region, else its digits as typed; an email is lower-case; a
    link starts with http:// or https://; `telegram` is a username without @; `birthday` is "1990-05-12", or "--05-12"
    without a year; `tags` have no #; `met` is a phrase that follows "met" ("at PyCon 2023"); `language` is an ISO 639-1
    code. Days are calendar days in the user's zone. `touched_on` says that they were in touch that day ("met Joe
    yesterday"), over `channel` (message, call, email, meeting) where that was said.
    """

    name: str
    cadence_days: int | None = None
    company: str | None = None
    role: str | None = None
    met: str | None = None
    met_on: date | None = None
    city: str | None = None
    birthday: str | None = None
    language: str | None = None
    needs: str | None = None
    offers: str | None = None
    tags: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    telegram: str | None = None
    notes: tuple[str, ...] = ()
    touched_on: date | None = None
    channel: str | None = None
    #: Telegram's number for them, in digits.
    telegram_id: str | None = None
    #: From Dotty's own export only: inbox | active | archived, the day they were added, and what is dated.
    status: str | None = None
    added_on: date | None = None
    snoozed_until: date | None = None
    turn_on: date | None = None
    headsup_days: int | None = None
    voice: str | None = None
    history: History | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A contact of the user's, as far as matching a name needs it."""

    id: int
    name: str
