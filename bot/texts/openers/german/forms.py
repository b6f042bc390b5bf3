"""Who is addressed how: the familiar "du" in warm and brief words, "Sie" in formal ones.

No greeting says "Liebe" or "Lieber", and no line calls the reader or the writer by a noun with a gender.
"""

from functools import partial
from typing import Final

from bot.rules.lexicon import TONES, Tone
from bot.texts.openers import writing

#: Both familiar tones; what is too long to be brief is for warm alone, what is too curt to be warm for brief alone.
DU: Final[tuple[Tone, ...]] = ("warm", "brief")
WARM: Final[tuple[Tone, ...]] = ("warm",)
BRIEF: Final[tuple[Tone, ...]] = ("brief",)
SIE: Final[tuple[Tone, ...]] = ("formal",)
#: Lines in which nobody is addressed.
ALL: Final[tuple[Tone, ...]] = TONES

openings = partial(writing.openings, language="de")
closings = partial(writing.closings, language="de")
wholes = partial(writing.wholes, language="de")
