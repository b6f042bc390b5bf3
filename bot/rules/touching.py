"""Reading that the user and somebody were in touch: "had coffee with Ana and Grace on Friday", "Ben called me"."""

import re
from dataclasses import replace
from datetime import date

from bot.rules.day_phrases import leading_day
from bot.rules.meanings import Channel, Meaning, Touched, Unclear
from bot.rules.roster import Roster
from bot.rules.touch_tails import read_tail, stands_alone
from bot.rules.touch_verbs import (
    AND_I,
    GIVEN,
    GIVING,
    I_AND,
    OCCASION,
    OCCASION_CALL,
    OCCASION_TALK,
    THEIR_VERBS,
    TO_ME,
    VERBS,
)

_OPENING = re.compile(
    r"(?:(?:yes|yeah|yep|yup|ok|okay|oh|hey|hi|so|and|then|btw|fyi|well|great|right|no|thanks|dotty"
    r"|update)\b[,!.:]* ?){0,4}",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:(?:i've|we've|ive|i|we) )?(?:(?:just|finally|already|also|now|actually|both|have|then|even|today"
    r"|recently) ){0,4}",
    re.IGNORECASE,
)
_WITH = re.compile(r" (?:together )?(?:with|w/|to) ", re.IGNORECASE)
_WITH_LATER = re.compile(r"^[^,;:.\n]{0,200}? (?:with|to) (?=[A-Z])")
_HAS = re.compile(r"\A(?:'s|'ve| has| have)? (?:just |finally |also )?", re.IGNORECASE)
_THEY = re.compile(r"(?:he|she|they)(?:'s|'ve| has| have)? (?:just |finally |also ){0,2}", re.IGNORECASE)


def read_touch(text: str, roster: Roster, *, today: date) -> Meaning | None:
    """Touched, or Unclear where the day can be of the touch or of its topic; None if the text tells of no touch.

    The touch is of today unless a day is said, and never in the future: "12 December" said in November is last year's.
    "Called Ana tomorrow" is Unclear with no reading.
    """
    opening = _OPENING.match(text)
    text = text[opening.end() :] if opening else text
    day = leading_day(text, today=today, prefer="past")
    if day and day.day is None:
        return None
    said = text[day.end :].lstrip(" ,:") if day else text
    subject = _SUBJECT.match(said)
    said = said[subject.end() :] if subject else said
    on = day.day if day else None
    for read in (_theirs, _ours, _gave, _occasion):
        if meaning := read(said, roster, today, on):
            return meaning
    return None


def _ours(text: str, roster: Roster, today: date, on: date | None) -> Meaning | None:
    """The verb first, then the names: "called Ana", "just called her", "had a great talk"."""
    found = _verb(text)
    if found is None:
        return None
    end, channel = found
    who = roster.who(text[end:].lstrip(" ")) if text[end : end + 1] == " " else None
    if who is None:
        return _nobody_yet(text[end:], channel, roster, today, on)
    rest = text[end:].lstrip(" ")[who.end :]
    given = _given(rest)
    if given:
        rest, channel = rest[given[0] :], given[1]
    return read_tail(who.names, rest, channel, today=today, on=on)


def _nobody_yet(rest: str, channel: Channel | None, roster: Roster, today: date, on: date | None) -> Meaning | None:
    """No names after the verb: they come after the day ("dinner yesterday with Ana"), or the nudge has them.

    A known name further on ("talked about the trial with Ben") may be whom they were in touch with: Unclear.
    """
    if not stands_alone(rest, today):
        return None
    day = leading_day(rest.lstrip(" "), today=today, prefer="past")
    after = rest.lstrip(" ")[day.end :] if day else rest
    link = _WITH.match(after)
    who = roster.who(after[link.end() :]) if link else None
    if link and who and (day is None or day.day):
        return read_tail(who.names, after[link.end() + who.end :], channel, today=today, on=day.day if day else on)
    meaning = read_tail((), rest, channel, today=today, on=on)
    later = _WITH_LATER.search(rest)
    end = roster.known_at(rest, later.end()) if later else None
    if later and end and isinstance(meaning, Touched):
        return Unclear((replace(meaning, who=(rest[later.end() : end],)), meaning))
    return meaning


def _verb(text: str) -> tuple[int, Channel | None] | None:
    for pattern, channel in VERBS:
        if found := pattern.match(text):
            return found.end(), channel
    return None


def _given(rest: str) -> tuple[int, Channel | None] | None:
    for pattern, channel in GIVEN:
        if found := pattern.match(rest):
            return found.end(), channel
    return None


def _gave(text: str, roster: Roster, today: date, on: date | None) -> Meaning | None:
    """ "sent Ana an email", "gave him a ring", "sent Ben the deck"."""
    verb = GIVING.match(text)
    who = roster.who(text[verb.end() + 1 :]) if verb else None
    if verb is None or who is None:
        return None
    rest = text[verb.end() + 1 + who.end :]
    given = _given(rest)
    if given:
        return read_tail(who.names, rest[given[0] :], given[1], today=today, on=on)
    return read_tail(who.names, rest, None, today=today, on=on) if verb[0].lower() == "sent" else None


def _theirs(text: str, roster: Roster, today: date, on: date | None) -> Meaning | None:
    """The names first: "Ben called me", "she wrote back", "Ana and I had lunch"."""
    they = _THEY.match(text)
    together = I_AND.match(text)
    start = together.end() if together else 0
    who = None if they else roster.who(text[start:])
    if they is None and (who is None or not who.names):
        return None
    names, rest = (who.names, text[start + who.end :]) if who else ((), text[they.end() if they else 0 :])
    both = AND_I.match(rest)
    if both or together:
        return _together(names, rest[both.end() :] if both else rest.lstrip(" "), today, on)
    rest = _HAS.sub("", rest, count=1)
    for pattern, channel in THEIR_VERBS:
        if verb := pattern.match(rest):
            return _reached_me(names, rest[verb.end() :], channel, today, on)
    return None


def _together(names: tuple[str, ...], text: str, today: date, on: date | None) -> Meaning | None:
    verb = _verb(text)
    return read_tail(names, text[verb[0] :], verb[1], today=today, on=on) if verb else None


def _reached_me(
    names: tuple[str, ...], rest: str, channel: Channel | None, today: date, on: date | None
) -> Meaning | None:
    me = TO_ME.match(rest)
    if me is None and not stands_alone(rest, today):
        return None
    return read_tail(names, rest[me.end() :] if me else rest, channel, today=today, on=on)


def _occasion(text: str, roster: Roster, today: date, on: date | None) -> Meaning | None:
    """ "coffee with Ana yesterday"; without a day it may as well be a plan, and is Unclear."""
    found = OCCASION.match(text)
    who = roster.who(text[found.end() + 1 :]) if found else None
    if found is None or who is None:
        return None
    rest = text[found.end() + 1 + who.end :]
    meaning = read_tail(who.names, rest, _occasion_channel(found[0]), today=today, on=on)
    dated = on or leading_day(rest.lstrip(" ,"), today=today, prefer="past")
    return meaning if dated or not isinstance(meaning, Touched) or meaning.on != today else Unclear((meaning,))


def _occasion_channel(words: str) -> Channel | None:
    if OCCASION_CALL.search(words):
        return "call"
    return None if OCCASION_TALK.search(words) else "meeting"
