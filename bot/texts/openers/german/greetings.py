"""German greetings. They end with a comma, and the sentence goes on behind it in small letters."""

from collections.abc import Mapping
from typing import Final

from bot.rules.lexicon import Channel, Tone

GREETINGS: Final[Mapping[tuple[Tone, Channel], tuple[str, ...]]] = {
    ("warm", "chat"): ("Hallo {first},", "Hi {first},"),
    ("warm", "email"): ("Hallo {first},",),
    ("warm", "linkedin"): ("Hallo {first},", "Hi {first},"),
    ("brief", "chat"): ("Hi {first},", "Hallo {first},"),
    ("brief", "email"): ("Hallo {first},", "Hi {first},"),
    ("brief", "linkedin"): ("Hi {first},", "Hallo {first},"),
    ("formal", "chat"): ("Guten Tag {name},",),
    ("formal", "email"): ("Guten Tag {name},",),
    ("formal", "linkedin"): ("Guten Tag {name},",),
}

NAMELESS: Final[Mapping[tuple[Tone, Channel], tuple[str, ...]]] = {
    ("warm", "chat"): ("Hallo,", "Hi,"),
    ("warm", "email"): ("Hallo,",),
    ("warm", "linkedin"): ("Hallo,",),
    ("brief", "chat"): ("Hi,",),
    ("brief", "email"): ("Hallo,",),
    ("brief", "linkedin"): ("Hallo,",),
    ("formal", "chat"): ("Guten Tag,",),
    ("formal", "email"): ("Guten Tag,",),
    ("formal", "linkedin"): ("Guten Tag,",),
}
