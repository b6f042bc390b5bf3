"""What follows the names in a touch: the day, the means, and what is left, which is the note in the user's words."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.rules.day_phrases import DayPhrase, leading_day, trailing_day
from bot.rules.meanings import Channel, Meaning, Touched, Unclear
from bot.rules.touch_verbs import MEANS, OVER_A_MEAL

_FILLER = re.compile(
    r"(?:again|back|too|as well|also|quickly|briefly|finally|now|just|please|thanks|thank you|thx|cheers|dotty"
    r"|it|already|all"
    r"|for (?:today|now|this week|the week)|[✅✔☑👍👌🙂😊🎉💪🙏]\ufe0f?[🏻-🏿]?)(?![\w'])",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"[\s,;:.!–()-]{1,20}")
_CLAUSE = re.compile(r"[,;:!\n]|\. | [–-] ")
#: After these the day at the end may be the topic's: "about the party on Friday".
_TOPIC = re.compile(r"(?:about|re|regarding|on|to|because|that|concerning)\b", re.IGNORECASE)
#: After these it is: "and she starts on Monday".
_STORY = re.compile(r"(?:and|she|he|they|who|we|i|it|but|so|her|his|their)(?:\b|')", re.IGNORECASE)
_ALONE = re.compile(
    r"\Z|[,;:.!\n]| [–-]| (?:about|re|regarding|at|over|for|because|and|but|to (?:say|ask|tell"
    r"|wish))\b",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"\A'(?:s\b|(?= ))")


@dataclass(slots=True)
class _Tail:
    rest: str
    channel: Channel | None
    on: date | None
    #: A day that nobody can have been in touch on yet.
    impossible: bool = False
    #: A day that they may not mean by what they said.
    far: bool = False
    vague: bool = False
    #: A second reading: the day said is the topic's.
    topic: str | None = None


def stands_alone(rest: str, today: date) -> bool:
    """Whether the sentence can do without names here: it ends, or a day, the means or a comma follows."""
    after = rest.lstrip(" ")
    if _ALONE.match(rest) or _FILLER.match(after) or any(pattern.match(after) for pattern, _ in MEANS):
        return True
    return leading_day(after, today=today, prefer="past") is not None


def read_tail(
    who: tuple[str, ...], rest: str, channel: Channel | None, *, today: date, on: date | None = None
) -> Meaning:
    """The touch with `who`, whose day is `on` if that is known already; Unclear where it can be read in two ways.

    Ben's wife is not Ben, and "in September" names no day: Unclear.
    """
    if who and _POSSESSIVE.match(rest):
        return Unclear()
    tail = _Tail(rest, channel, on)
    _take_leading(tail, today)
    if tail.on is None and not tail.impossible and not tail.vague:
        _take_trailing(tail, today)
    if tail.impossible:
        return Unclear()
    touched = Touched(who, tail.on or today, tail.channel, clean_note(tail.rest))
    if tail.far:
        return Unclear((touched,))
    if tail.topic is not None:
        return Unclear((touched, Touched(who, today, tail.channel, clean_note(tail.topic))))
    if tail.vague and tail.on is None:
        return Unclear((touched, Touched(who, today - timedelta(days=7), tail.channel, touched.note)))
    return touched


def clean_note(text: str) -> str | None:
    """The note without the punctuation it hung on by; None if nothing was said."""
    note = text.strip(" ,;:–-\n").lstrip(".!)").strip(" ,;:–-\n")
    if note.endswith("."):
        note = note.rstrip(".")
    return note if any(char.isalnum() for char in note) else None


def _take_leading(tail: _Tail, today: date) -> None:
    """Take the days, the means and the fillers the rest begins with."""
    for _ in range(12):
        gap = _SEPARATOR.match(tail.rest)
        after = tail.rest[gap.end() :] if gap else tail.rest
        taken = _take_one(tail, after, today, loose=bool(gap and gap[0].strip(" ()")))
        if taken is None:
            return
        tail.rest = after[taken:]


def _take_one(tail: _Tail, text: str, today: date, *, loose: bool) -> int | None:
    """How much of the text was taken. After punctuation (`loose`) only what stands by itself: the rest is a note."""
    day = None if tail.on else leading_day(text, today=today, prefer="past")
    if day and (not loose or _CLAUSE.match(text, day.end) or day.end == len(text.rstrip(" .!"))):
        _settle(tail, day)
        return day.end
    for pattern, channel in MEANS:
        if (found := pattern.match(text)) and not loose:
            tail.channel = tail.channel if tail.channel == "call" else channel
            return found.end()
    if not loose and tail.channel is None and OVER_A_MEAL.match(text):
        tail.channel = "meeting"
    filler = _FILLER.match(text)
    if filler and (not loose or not text[filler.end() :].strip(" ,;:.!)")):
        return filler.end()
    return None


def _settle(tail: _Tail, day: DayPhrase) -> None:
    tail.on = None if day.rough else day.day
    tail.vague = day.vague
    tail.impossible = tail.on is None and not day.vague
    tail.far = day.far


def _take_trailing(tail: _Tail, today: date) -> None:
    """Take the day at the end of the first clause, unless it belongs to what they talked about."""
    gap = _SEPARATOR.match(tail.rest)
    if gap and gap[0].strip(" "):
        return
    text = tail.rest.lstrip(" ")
    clause = _CLAUSE.search(text)
    head = text[: clause.start()] if clause else text
    day = trailing_day(head, today=today, prefer="past")
    if day is None or _STORY.match(head) or day.tense == "future":
        return
    if day.rough and _TOPIC.match(head):
        return
    if day.day is None and not (day.vague or day.rough):
        return
    without = f"{head[: day.start].rstrip()}{text[len(head) :]}"
    if day.tense == "either" and _TOPIC.match(head):
        tail.topic = text
    tail.rest = without
    _settle(tail, day)
