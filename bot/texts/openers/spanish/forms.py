"""How Spanish lines are written down: side by side for those one says "tú" to, and those one says "usted" to.

Warm and brief say "tú", formal says "usted". What is said to two people at once goes round "vosotros" and "ustedes",
for the one is odd in Mexico and the other stiff in Madrid. No adjective shows the gender of the reader or the writer,
and no slot stands behind "de" or "a" where what was typed may begin with "el".
"""

from collections.abc import Iterator, Mapping

from bot.rules.lexicon import TONES, Line, Moment, Offer, Tone
from bot.texts.openers.writing import closings, openings, wholes

LANGUAGE = "es"
FAMILIAR: tuple[Tone, ...] = ("warm", "brief")
FORMAL: tuple[Tone, ...] = ("formal",)
WARM: tuple[Tone, ...] = ("warm",)


def open_with(
    moment: Moment,
    *,
    tu: Mapping[str, str],
    usted: Mapping[str, str],
    both: Mapping[str, str] | None = None,
    warm: Mapping[str, str] | None = None,
) -> tuple[Line, ...]:
    """Openings for a moment. `both`: no form of address shows. `warm`: more than somebody brief would say."""
    return tuple(
        line
        for lines, tones in _by_tones(tu, usted, both, warm)
        for line in openings(moment, lines, language=LANGUAGE, tones=tones)
    )


def close_with(
    offer: Offer,
    *,
    tu: Mapping[str, str],
    usted: Mapping[str, str],
    both: Mapping[str, str] | None = None,
    warm: Mapping[str, str] | None = None,
) -> tuple[Line, ...]:
    """Closings that offer or ask."""
    return tuple(
        line
        for lines, tones in _by_tones(tu, usted, both, warm)
        for line in closings(offer, lines, language=LANGUAGE, tones=tones)
    )


def say_all(
    moment: Moment,
    *,
    tu: Mapping[str, str],
    usted: Mapping[str, str],
    both: Mapping[str, str] | None = None,
    warm: Mapping[str, str] | None = None,
    offer: Offer = "interest",
) -> tuple[Line, ...]:
    """Lines that stand alone behind the greeting."""
    return tuple(
        line
        for lines, tones in _by_tones(tu, usted, both, warm)
        for line in wholes(moment, lines, offer=offer, language=LANGUAGE, tones=tones)
    )


def _by_tones(
    tu: Mapping[str, str],
    usted: Mapping[str, str],
    both: Mapping[str, str] | None,
    warm: Mapping[str, str] | None,
) -> Iterator[tuple[Mapping[str, str], tuple[Tone, ...]]]:
    yield tu, FAMILIAR
    yield warm or {}, WARM
    yield both or {}, TONES
    yield _formal(usted), FORMAL


def _formal(lines: Mapping[str, str]) -> dict[str, str]:
    """Under keys of their own, so that both forms of a line may have the same name."""
    return {f"formal-{key}": line for key, line in lines.items()}
