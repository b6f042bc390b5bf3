"""The words an introduction takes: asking each side, the message to both, asking for one, saying that it won't be."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b

from bot.rules import sayable
from bot.rules.given_names import full_name
from bot.rules.lexicon import Channel, Lexicon, Line, Moment, Tone
from bot.rules.openers import LONGEST
from bot.rules.phrasing import Typed, phrased
from bot.rules.sentences import greeted
from bot.rules.voices import called

_TELLING = {"match": 4, "need": 4, "other": 3, "other_first": 3, "other_company": 2}


def introduction(
    moment: Moment, typed: Mapping[str, str], *, tone: Tone, channel: Channel = "chat", lexicon: Lexicon, seed: int
) -> str:
    """The line of that moment that says most of what is known, with its greeting; ties go by `seed`.

    `typed`: name (of who is written to), other (the other one's name), other_company, need and match, all as users typed
    them: what is not sure to fit into a sentence of the language is left out. Raises ValueError where the lexicon has no
    line for it.
    """
    values = _values(typed, lexicon, tone if moment != "intro_both" else "formal")
    fitting = [line for line in lexicon.wholes if line.moment == moment and _fits(line, values, tone)]
    texts = [(line, _said(line, values, tone, channel, lexicon, seed)) for line in fitting]
    short = [(line, text) for line, text in texts if len(text) <= LONGEST] or texts
    if not short:
        raise ValueError("no line fits the introduction")
    return min(short, key=lambda said: (-_weight(said[0]), _lot(said[0], seed)))[1]


def _values(typed: Mapping[str, str], lexicon: Lexicon, tone: Tone) -> dict[str, str]:
    """A message to both names both, so it can't do without what either is called by, "Mr Park" though it be."""
    facts = Typed(needs=typed.get("need"), match=typed.get("match"), company=typed.get("other_company"))
    known = phrased(facts, language=lexicon.language, grammar=lexicon.grammar)
    other = typed.get("other", "")
    values = {
        **called(typed.get("name", ""), tone),
        "other": full_name(other) or sayable.phrase(other),
        "other_first": called(other, "formal").get("first") or sayable.phrase(other),
        "other_company": known.get("company"),
        "need": known.get("need"),
        "match": known.get("match"),
    }
    return {slot: words for slot, words in values.items() if words}


def _fits(line: Line, values: Mapping[str, str], tone: Tone) -> bool:
    return tone in line.tones and line.needs <= values.keys()


def _said(line: Line, values: Mapping[str, str], tone: Tone, channel: Channel, lexicon: Lexicon, seed: int) -> str:
    """A message to both greets neither alone."""
    greeting = {slot: words for slot, words in values.items() if line.moment != "intro_both" or slot in line.needs}
    return greeted([line], greeting, tone=tone, channel=channel, lexicon=lexicon, seed=seed)


def _weight(line: Line) -> int:
    return sum(_TELLING.get(slot, 0) for slot in line.needs)


def _lot(line: Line, seed: int) -> int:
    return int.from_bytes(blake2b(f"{seed}:{line.key}".encode(), digest_size=8).digest())
