"""Lines put together to what is sent: greeting, lines, and a capital where a sentence begins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.rules.lexicon import Channel, Lexicon, Line, Tone

#: Slots that hold words of the language: "your exam", "on Thursday".
_OURS = ("{event", "{met}")
_ENDS = (".", "!", "?", "…")
#: Signs that stand before the first letter.
_BEFORE = "¿¡«“\"'("


def greeted(
    lines: Sequence[Line], values: Mapping[str, str], *, tone: Tone, channel: Channel, lexicon: Lexicon, seed: int
) -> str:
    """One paragraph: the greeting, unless the lines greet themselves, and the lines behind it. `seed` turns through the
    greetings. The templates are ours and the values are data."""
    greeting = "" if lines[0].greets else _greeting(values, tone, channel, lexicon, seed)
    said = greeting
    for line in lines:
        said = f"{said} {_begun(line, values, said, lexicon)}".strip()
    return said


def _greeting(values: Mapping[str, str], tone: Tone, channel: Channel, lexicon: Lexicon, seed: int) -> str:
    fitting = [each for each in lexicon.greetings[tone, channel] if _can_say(each, values)]
    without = [each for each in lexicon.nameless[tone, channel] if _can_say(each, values)]
    greetings = fitting or [each for each in without if "{name}" in each] or without
    return greetings[seed % len(greetings)].format_map(values)


def _can_say(greeting: str, values: Mapping[str, str]) -> bool:
    """An initial alone is no way to call out to somebody: "J. R. Park, how are you?"."""
    if greeting.startswith("{first}") and "." in values.get("first", ""):
        return False
    return all(slot in values for slot in ("first", "name") if f"{{{slot}}}" in greeting)


def _begun(line: Line, values: Mapping[str, str], before: str, lexicon: Lexicon) -> str:
    """The line, with a capital where it begins a sentence. A fact it begins with is left as it was typed."""
    words = line.fill(values)
    inside = before.endswith((",", ":", ";")) and lexicon.grammar.small_after_comma
    starts = not before or before.endswith(_ENDS) or not inside
    typed = line.template.startswith("{") and not line.template.startswith(_OURS)
    return words if typed or not starts else capitalised(words)


def capitalised(words: str) -> str:
    """ "how are you?" → "How are you?", "¿qué tal?" → "¿Qué tal?"."""
    at = next((place for place, sign in enumerate(words) if sign not in _BEFORE), 0)
    return words[:at] + words[at : at + 1].upper() + words[at + 1 :]
