"""How French lines are set: which form of address a line takes, and the space before high signs.

What is typed may begin with a vowel or an article, so nothing that would elide or run together stands before a slot:
"chez {company}", never "de {company}". {field} and {topic} are bare names ("côté {field}", "on avait parlé {topic}"); {need}
and {match} bring their article ("tu cherches {need}").
"""

import re
from collections.abc import Iterable, Mapping

from bot.rules.lexicon import TONES, Line, Moment, Offer, Tone
from bot.texts.openers import writing

#: warm and brief say "tu", formal says "vous".
TU: tuple[Tone, ...] = ("warm", "brief")
WARM: tuple[Tone, ...] = ("warm",)
BRIEF: tuple[Tone, ...] = ("brief",)
VOUS: tuple[Tone, ...] = ("formal",)

#: A no-break space (U+00A0) before ? ! : and ; alike. The narrow one (U+202F) is missing from too many fonts.
NO_BREAK = "\u00a0"
_HIGH_SIGN = re.compile(" (?=[?!:;])")


def openings(moment: Moment, lines: Mapping[str, str], tones: Iterable[Tone] = TONES) -> tuple[Line, ...]:
    return writing.openings(moment, _set(lines), language="fr", tones=tones)


def closings(offer: Offer, lines: Mapping[str, str], tones: Iterable[Tone] = TONES) -> tuple[Line, ...]:
    return writing.closings(offer, _set(lines), language="fr", tones=tones)


def wholes(
    moment: Moment, lines: Mapping[str, str], tones: Iterable[Tone] = TONES, *, offer: Offer = "interest"
) -> tuple[Line, ...]:
    return writing.wholes(moment, _set(lines), offer=offer, language="fr", tones=tones)


def _set(lines: Mapping[str, str]) -> dict[str, str]:
    """Lines are written with plain spaces, which one can see."""
    return {key: _HIGH_SIGN.sub(NO_BREAK, line) for key, line in lines.items()}
