"""A break from nudges in plain words: "pause until 7 January", "I'm on holiday for two weeks", "stop for a month"."""

import re
from datetime import date

from bot.rules.days import read_until
from bot.rules.meanings import Asked, Meaning, Paused, Resumed

_BREAK_LENGTH = 120
_OPENING = re.compile(
    r"(?:(?:please|pls|hey|hi|dotty|ok|okay|so|can you|can we|could we|could you|i want to|i'd like to"
    r"|i need to|let's|let me"
    r"|i need|i want|i'll|i will)"
    r",? ){0,4}"
)
_PAUSE = re.compile(
    r"(?:pause|take a break|take a rest|a break|break|hold|hold on|hibernate|be quiet|quiet|mute|sleep|silence"
    r"|leave me alone|no nudges"
    r"|don't nudge me|don't write(?: to me)?|don't bother me|time off|stop)"
    r"(?: (?:nudging|nudges|everything|it|all|me|writing(?: to me)?|messaging me|sending(?: me)?(?: (?:these"
    r"|any))? ?(?:messages|nudges|reminders)?|bothering me|reminding me|asking|please|the nudges|a break|dotty))"
    r"{0,3}(?!\w)"
)
_AWAY = re.compile(
    r"(?:(?:i'm|im|i am|we're|we are|i'll be|i will be|be|going|i go|i'm going|we go|will be) )?"
    r"(?:(?:away )?(?:on|off on|going on) (?:a |my )?(?:holidays?|vacation|leave|a break|parental leave"
    r"|maternity leave|paternity leave|sabbatical|a trip)"
    r"|holidays?|vacation|away|off|out of office|ooo|out of town|travell?ing|back)(?!\w)"
)
_STARTS_LATER = re.compile(
    r"(?:from|starting|beginning|as of|on|in (?!\d{4}\b)|after|tomorrow|next (?:week|month|year))\b"
)
_ENDLESS = re.compile(
    r"(?:(?:until|till) (?:further notice|i say so|i'm back|i come back|i return"
    r"|i write(?: again)?)|for (?:a while|now|a bit|ever)|forever|please|now|a while|again)"
)
_BACK_AGAIN = re.compile(r"(?:i'm |im |i am |we're )?back(?: (?:again|now|home|from .{1,60}|already|today))?")
_POLITE_END = re.compile(r",? (?:please|pls|thanks|thank you|dotty)\Z")
#: Words that say nothing alone.
_TOO_SHORT = frozenset({"off", "be off", "break", "back", "hold", "hold on", "sleep", "quiet"})
_EDGES = " .,!;:–-"


def read_break(text: str, *, today: date) -> Meaning | None:
    """Paused until the first day nudges go on, Resumed, or None.

    A pause whose end is said but not understood, or lies in the past, is Asked, and so is one that starts on a day to
    come, which can't be kept yet.
    """
    phrase = text.lower().replace("\n", " ").strip(_EDGES + "?") if len(text) <= _BREAK_LENGTH else ""
    phrase = _POLITE_END.sub("", phrase)
    opening = _OPENING.match(phrase)
    phrase = phrase[opening.end() :] if opening else phrase
    if _BACK_AGAIN.fullmatch(phrase):
        return Resumed()
    found = _PAUSE.match(phrase) or _AWAY.match(phrase)
    if found is None:
        return None
    rest = phrase[found.end() :].strip(_EDGES)
    if rest and _STARTS_LATER.match(rest) and not found[0].endswith("back"):
        return Asked("pause")
    until = read_until(f"back {rest}" if found[0].endswith("back") else rest, today=today) if rest else None
    if until or not rest or _ENDLESS.fullmatch(rest):
        return None if not rest and found[0] in _TOO_SHORT else Paused(until)
    away = _AWAY.match(rest.removeprefix("i'm ").removeprefix("while i'm ").removeprefix("because "))
    if away and _PAUSE.match(phrase):
        return read_break(rest.removeprefix("while ").removeprefix("because "), today=today)
    return Asked("pause") if _means_a_break(found[0]) else None


def _means_a_break(words: str) -> bool:
    return any(word in words for word in ("pause", "holiday", "vacation", "break", "nudg", "leave"))
