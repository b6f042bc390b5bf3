"""What reading a file gives: people, what was skipped and why, and what stopped it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, get_args

from bot.rules.drafts import Draft

#: Why a row gives nobody. "same" is somebody who is in the file twice: both rows are joined.
Reason = Literal["no_name", "restricted", "robot", "same", "unreadable", "not_person", "too_long"]
#: Why a file gives nobody at all.
Problem = Literal[
    "empty",
    "not_people",
    "html",
    "image",
    "too_many",
    "too_big",
    "too_deep",
    "locked",
    "damaged",
    "no_names",
    "old_excel",
    "other_sheet",
]
#: What a file turned out to be.
Format = Literal[
    "linkedin", "google", "vcard", "telegram", "dotty", "dotty_csv", "table", "excel", "names", "nothing"
]  # fmt: skip

#: What a column can be; an answer of "" leaves the column out.
Field = Literal[
    "name",
    "first",
    "last",
    "company",
    "role",
    "city",
    "email",
    "phone",
    "link",
    "telegram",
    "birthday",
    "notes",
    "tags",
    "met",
    "met_on",
    "needs",
    "offers",
    "cadence",
    "language",
    "middle",
    "suffix",
    "nickname",
]
FIELDS: tuple[Field, ...] = get_args(Field)

WHAT_LENGTH = 80
SAMPLES = 3


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that gave nobody of its own: its line in the file (or its number among the entries), from 1; what it says,
    at most 80 characters; and why."""

    line: int
    what: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Column:
    """A column nobody told the meaning of: its header as it stands in the file, and up to three of its values."""

    header: str
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FileReading:
    """A whole file as read. With a problem there are no people; `unknown` may then hold the columns to ask about.

    `tags` are the cadences in days that the file gives to tags (Dotty's own JSON only).
    """

    format: Format
    people: tuple[Draft, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    problem: Problem | None = None
    unknown: tuple[Column, ...] = ()
    tags: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
