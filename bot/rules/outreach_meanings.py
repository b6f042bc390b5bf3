"""What a typed message can mean around whom to write to, with which words, and what came of it.

As in `bot.rules.meanings`, names are as typed, and days are calendar days in the user's zone.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Promised:
    """The user said they would do `text` for `who` ("" = whoever was spoken of last) by day `due_on`; None: no day."""

    who: str
    text: str
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A promise to `who` has been kept; `text` is what was done, as said, "" where it wasn't."""

    who: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Introducing:
    """`first` and `second` are to be introduced to each other; "" for who wasn't named."""

    first: str
    second: str = ""


@dataclass(frozen=True, slots=True)
class Introducer:
    """Who could introduce the user to somebody at, or called, `query`?"""

    query: str


@dataclass(frozen=True, slots=True)
class IntroReply:
    """Asked whether they would like to be introduced, `who` ("": whoever is still to answer) said yes or no."""

    who: str
    reply: Literal["yes", "no"]


@dataclass(frozen=True, slots=True)
class IntroOutcome:
    """What came of an introduction, as said: "they talked and will work together"."""

    text: str


@dataclass(frozen=True, slots=True)
class Why:
    """Why was, or wasn't, `who` named? "": whoever the open nudge names."""

    who: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Not `who` ("": whom the open nudge names), because: too soon | not close any more | the wrong moment | somebody
    else keeps in touch | None, not said."""

    who: str
    because: Literal["soon", "distant", "moment", "other"] | None = None


@dataclass(frozen=True, slots=True)
class NextTime:
    """`who` ("": whoever was spoken of last) is to be named again on day `on`, or not before day `not_before`."""

    who: str
    on: date | None = None
    not_before: date | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """`who` has a day that comes round every year: `name` ("wedding anniversary") on `day`, "--06-12" or with the year;
    "": it is to be forgotten."""

    who: str
    name: str
    day: str


@dataclass(frozen=True, slots=True)
class HeadsUp:
    """`who`'s birthday and other yearly dates are to be told of so many days before; 0: on the day."""

    who: str
    days: int


@dataclass(frozen=True, slots=True)
class Reworded:
    """Other words for the open nudge: shorter | warmer | formal | an ask for an introduction to `to` | in `language` (its
    code)."""

    how: Literal["shorter", "warmer", "formal", "language", "ask"]
    language: str | None = None
    to: str = ""


@dataclass(frozen=True, slots=True)
class Voiced:
    """Openers to `who` ("": whom the open nudge names) are to sound so from now on."""

    who: str
    voice: Literal["warm", "brief", "formal"]


Outreach = (
    Promised | Kept | Introducing | Introducer | IntroReply | IntroOutcome | Why | Refused | NextTime | Dated | HeadsUp
    | Reworded | Voiced
)  # fmt: skip
