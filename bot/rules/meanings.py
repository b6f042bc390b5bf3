"""What a typed message can mean, one frozen dataclass each; `bot.rules.meaning.understand` returns one of them.

Names in `who` and `query` are as the user typed them: which contact they name is the handler's to settle, for only it
can ask. Days are calendar days in the user's zone. The empty tuple in `Touched.who` means "the nudge that is open".
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING, Literal

from bot.rules.outreach_meanings import Outreach

if TYPE_CHECKING:
    from bot.rules.people import PeopleReading
    from bot.rules.searches import Search

#: How they were in touch, as `touches.channel` keeps it.
Channel = Literal["message", "call", "email", "meeting"]

#: A chat command, without its slash, asked for in plain words.
Command = Literal[
    "start",
    "add",
    "people",
    "next",
    "done",
    "note",
    "settings",
    "pause",
    "resume",
    "export",
    "erase",
    "undo",
    "help",
    "cancel",
    "later",
    "skip",
    "promise",
    "intro",
    "import",
    "sort",
    "merge",
    "tags",
    "stats",
    "else",
    "another",
]

#: A fact of a contact that a sentence can change.
ChangedField = Literal[
    "name",
    "company",
    "role",
    "met",
    "city",
    "birthday",
    "language",
    "needs",
    "offers",
    "cadence",
    "phone",
    "email",
    "link",
    "telegram",
    "tag",
    "untag",
]


@dataclass(frozen=True, slots=True)
class Touched:
    """They were in touch with `who` on day `on`; no names: the answer to the open nudge."""

    who: tuple[str, ...]
    on: date
    channel: Channel | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class NotDone:
    """They say, ask or promise something about a touch that has not happened: nothing is to be recorded."""


@dataclass(frozen=True, slots=True)
class Noted:
    """`text` is to be kept as a note on `who`; an empty text means that the note is still to be asked for."""

    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Changed:
    """Facts of a known contact are to be changed.

    `facts` maps a field to its normalised value, in the shapes of `bot.rules.drafts.Draft`; cadence is a number of days
    as text, and several tags are one text with commas. "untag" is one tag that goes.
    """

    who: str
    facts: Mapping[ChangedField, str] = dataclasses.field(hash=False)

    @property
    def field(self) -> ChangedField:
        """The first field changed, which is the only one in most sentences."""
        return next(iter(self.facts))

    @property
    def value(self) -> str:
        """The value of the first field changed."""
        return self.facts[self.field]


@dataclass(frozen=True, slots=True)
class Archived:
    """The contact is to be put away; also for "forget" and "delete", which the handler explains."""

    who: str


@dataclass(frozen=True, slots=True)
class Paused:
    """Nudges are to rest, and go on on day `until`; None: until the user resumes."""

    until: date | None


@dataclass(frozen=True, slots=True)
class Resumed:
    """Nudges are to go on."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A command, or a button of the open nudge ("else", "another"), in plain words."""

    command: Command


@dataclass(frozen=True, slots=True)
class Named:
    """Nothing but a name, as typed; of somebody known, typos forgiven."""

    query: str


@dataclass(frozen=True, slots=True)
class Searched:
    """Who is in a city, at a company, of a tag, not talked to for long, …: several people, to be shown."""

    search: "Search"


@dataclass(frozen=True, slots=True)
class Bulk:
    """One thing is to be done to everybody whom the search finds, once the user has seen how many and whom.

    "cadence": `days` is the rhythm, None for none; "tag": `tag` is put on, without its #; "archive" needs no more. Where
    `search.only_tag` is set, "cadence" may also be meant as the tag's own rhythm.
    """

    search: "Search"
    action: Literal["cadence", "archive", "tag"]
    days: int | None = None
    tag: str | None = None


@dataclass(frozen=True, slots=True)
class Retagged:
    """The tag `old` is to be called `new`, which merges them where both are there; without #."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Untagged:
    """The tag is to go, from everybody; without #."""

    tag: str


@dataclass(frozen=True, slots=True)
class TagPaced:
    """People of the tag without a rhythm of their own are to have this one, in days; None: none."""

    tag: str
    days: int | None


@dataclass(frozen=True, slots=True)
class Scheduled:
    """Nudges are to come on this weekday (0 is Monday), at this hour; None: as before."""

    weekday: int | None
    at: time | None


@dataclass(frozen=True, slots=True)
class Located:
    """Where the user is, as typed: a city or a time zone."""

    text: str


@dataclass(frozen=True, slots=True)
class Paced:
    """So many people a week are to be named, 1 to 7."""

    per_week: int


@dataclass(frozen=True, slots=True)
class Adding:
    """People to add; who of them is known already is the handler's to ask about."""

    reading: "PeopleReading"


@dataclass(frozen=True, slots=True)
class Greeted:
    """A greeting, thanks or an "ok": nothing to do."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """Two or more things it can mean, the likeliest first; none: nothing was recognised."""

    readings: tuple["Meaning", ...] = ()


Meaning = (
    Touched
    | NotDone
    | Noted
    | Changed
    | Archived
    | Paused
    | Resumed
    | Asked
    | Named
    | Searched
    | Bulk
    | Retagged
    | Untagged
    | TagPaced
    | Scheduled
    | Located
    | Paced
    | Adding
    | Outreach
    | Greeted
    | Unclear
)
