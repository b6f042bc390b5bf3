"""From written lines to a lexicon."""

import re
from collections.abc import Iterable, Mapping

from bot.rules.lexicon import TONES, Line, Moment, Offer, Tone

#: Tones that go together: what one writes to friends only, to all but strangers of standing, and to these.
WARM: tuple[Tone, ...] = ("warm",)
CASUAL: tuple[Tone, ...] = ("warm", "brief")
FORMAL: tuple[Tone, ...] = ("formal",)

#: Thousands of lines are read at every start: no parser, and nothing built twice.
_SLOT = re.compile(r"\{(\w+)\}")
_NONE: frozenset[str] = frozenset()
#: They are addressed in the line's first words, so no greeting comes before.
_ADDRESSED = re.compile(r"^[^.?!{]{0,40}\{(?:first|name)\}[,!.]|^[^.?!{]{0,40}, \{(?:first|name)\}")


def openings(
    moment: Moment, lines: Mapping[str, str], *, language: str = "", tones: Iterable[Tone] = TONES
) -> tuple[Line, ...]:
    """What is said of a moment; a closing follows."""
    return _lines(f"{moment}.o", lines, language, tones, moment=moment)


def closings(
    offer: Offer, lines: Mapping[str, str], *, language: str = "", tones: Iterable[Tone] = TONES
) -> tuple[Line, ...]:
    """A question or an offer that is easy to answer, and that fits behind any opening."""
    return _lines(f"{offer}.c", lines, language, tones, offer=offer)


def wholes(
    moment: Moment,
    lines: Mapping[str, str],
    *,
    offer: Offer = "interest",
    language: str = "",
    tones: Iterable[Tone] = TONES,
) -> tuple[Line, ...]:
    """Lines that stand alone behind the greeting."""
    return _lines(moment, lines, language, tones, moment=moment, offer=offer, whole=True)


def _lines(
    prefix: str,
    lines: Mapping[str, str],
    language: str,
    tones: Iterable[Tone],
    *,
    moment: Moment | None = None,
    offer: Offer | None = None,
    whole: bool = False,
) -> tuple[Line, ...]:
    """A line's key is stored with the nudges it is shown in: it never changes its line. English keys have no prefix."""
    start = f"{language}.{prefix}" if language else prefix
    said_by = frozenset(tones)
    return tuple(
        Line(f"{start}.{key}", text, _slots(text), said_by, moment, offer, whole, _greets(text))
        for key, text in lines.items()
    )


def _slots(line: str) -> frozenset[str]:
    """The facts a line can't do without."""
    return frozenset(_SLOT.findall(line)) if "{" in line else _NONE


def _greets(line: str) -> bool:
    return "{" in line and _ADDRESSED.match(line) is not None
