"""What picking weighs of a contact. `storage.shapes.Candidate` is such a one, and tests make their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, runtime_checkable


class Person(Protocol):
    """As little as a reason can be made from; a stored contact has it too."""

    @property
    def id(self) -> int | None: ...
    @property
    def name(self) -> str: ...
    @property
    def added_on(self) -> date: ...
    @property
    def last_touch_on(self) -> date | None: ...
    @property
    def rhythm(self) -> int | None:
        """The cadence that counts, in days; None = no wish yet."""

    @property
    def birthday(self) -> str | None: ...
    @property
    def headsup_days(self) -> int | None:
        """How many days before a yearly date one may speak of it; None = the usual number."""


@runtime_checkable
class Candidate(Person, Protocol):
    """An active contact, and all that speaks for or against naming them."""

    @property
    def role(self) -> str | None: ...
    @property
    def snoozed_until(self) -> date | None: ...
    @property
    def turn_on(self) -> date | None: ...
    @property
    def yearly(self) -> Sequence[tuple[str, str]]:
        """The yearly dates but the birthday: what it is, and "2015-06-12" or "--06-12"."""

    @property
    def tags(self) -> Sequence[int]:
        """The ids of their tags."""

    @property
    def touches(self) -> int:
        """How often they were in touch, as far as noted."""

    @property
    def unanswered(self) -> int:
        """How many of the last touches brought no answer."""

    @property
    def promises(self) -> Sequence[tuple[str, date | None, date]]:
        """The open ones: what, the day it is due or None, the day it was made."""

    @property
    def noted(self) -> Sequence[tuple[date, str]]:
        """What the user noted in the last year or so, newest first."""

    @property
    def introductions(self) -> Sequence[tuple[str, date]]:
        """To whom they were introduced, and when; the newest first."""


@dataclass(frozen=True, slots=True)
class Alone:
    """A candidate of whom no more is known than of any person."""

    id: int
    name: str
    added_on: date
    last_touch_on: date | None
    rhythm: int | None
    birthday: str | None
    headsup_days: int | None
    role: str | None = None
    snoozed_until: date | None = None
    turn_on: date | None = None
    tags: tuple[int, ...] = ()
    touches: int = 0
    unanswered: int = 0
    yearly: tuple[tuple[str, str], ...] = ()
    promises: tuple[tuple[str, date | None, date], ...] = ()
    noted: tuple[tuple[date, str], ...] = ()
    introductions: tuple[tuple[str, date], ...] = ()


def alone(person: Person) -> Alone:
    return Alone(
        person.id or 0,
        person.name,
        person.added_on,
        person.last_touch_on,
        person.rhythm,
        person.birthday,
        person.headsup_days,
    )
