"""What was found, as every check tells it."""

from dataclasses import dataclass
from typing import Literal

#: warning: it works, but look at it | wrong: it doesn't work, or won't for long
Level = Literal["ok", "warning", "wrong"]
About = Literal["settings", "token", "clock", "zones", "database", "webhook", "disk"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One line. `words` hold no secret, and no address that may have one in it."""

    level: Level
    about: About
    words: str
