"""What openers are put together from, in one language: greetings, openings for a moment, closings that offer.

An opener is a greeting, then either one whole line, or an opening and a closing. The words themselves stand in
`bot.texts.openers`, one package a language; rules get them as an argument, for rules may not import texts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

#: The occasion a line is for. "silence" kinds go by the last touch; "fact" and "plain" claim nothing about time.
#: "fresh": they talked within two weeks. "still": what is known is old enough to ask whether it is so yet. "gentle"
#: ones stand alone, after hard news; and so do the "kin" ones, to one's own family. "intro_…" are for introductions:
#: asking one of two, the message to both, asking somebody for one, and telling one that it won't be.
Moment = Literal[
    "birthday_today", "birthday_soon", "birthday_past",
    "anniversary", "work_anniversary", "name_day",
    "job_ahead", "job_open", "job_past",
    "move_ahead", "move_open", "move_past",
    "event_ahead", "event_past", "back_ahead", "back_past",
    "promise_due", "promise_kept", "introduced",
    "lately", "topic", "dormant", "quiet", "recent", "fresh", "never", "still", "fact", "plain",
    "gentle", "kin", "kin_birthday_today", "kin_birthday_soon", "kin_birthday_past",
    "intro_ask", "intro_both", "intro_seek", "intro_decline",
]  # fmt: skip
MOMENTS: tuple[Moment, ...] = get_args(Moment)

#: What is offered: for a thing they need, an introduction that fits, something to share, congratulations, plain interest;
#: and, only after two gives, an ask.
Offer = Literal["need", "intro", "share", "congrats", "interest", "ask"]
OFFERS: tuple[Offer, ...] = get_args(Offer)

#: How it sounds. Where a language has two forms of "you", formal takes the polite one, and the others the familiar one.
Tone = Literal["warm", "brief", "formal"]
TONES: tuple[Tone, ...] = get_args(Tone)

#: Where it is written: a chat (Telegram, WhatsApp, or not known), an email, a message on LinkedIn.
Channel = Literal["chat", "email", "linkedin"]
CHANNELS: tuple[Channel, ...] = get_args(Channel)

#: What somebody has before them or behind them, as far as each language has words for it.
EventKind = Literal["exam", "interview", "launch", "talk", "trip", "race", "wedding", "show", "other"]
EVENT_KINDS: tuple[EventKind, ...] = get_args(EventKind)


@dataclass(frozen=True, slots=True)
class Line:
    """Words with slots. `key` is stored with the nudges it was shown in, so it never changes its words.

    `needs`: the slots without which it can't be said. A `whole` line stands alone behind the greeting, and asks or offers
    something itself; any other is an opening (`moment` set), or a closing (`offer` set). It begins as it would behind a
    comma: in small letters, unless the word always has a capital.
    """

    key: str
    template: str
    needs: frozenset[str]
    tones: frozenset[Tone] = frozenset(TONES)
    moment: Moment | None = None
    offer: Offer | None = None
    whole: bool = False
    #: The line greets or addresses them itself ("Happy birthday, {first}!"), so no greeting comes before it.
    greets: bool = False

    def fill(self, values: Mapping[str, str]) -> str:
        """The template is ours and the values are data: nothing in a value is read as a slot."""
        return self.template.format_map(values)


@dataclass(frozen=True, slots=True)
class Grammar:
    """What tells whether words a user typed fit into sentences of this language."""

    #: Words that begin a phrase which fits as it is: "a", "ein", "una", "des", in small letters.
    determiners: frozenset[str]
    #: The twelve months, and how a day is said inside a sentence: "on {day} {month}", "am {day}. {month}".
    months: tuple[str, ...]
    on_day: str
    #: The seven weekdays from Monday on, and how one of this week is said: "on {weekday}", "jeudi".
    weekdays: tuple[str, ...] = ()
    on_weekday: str = "{weekday}"
    #: Whether a sentence goes on in small letters behind a greeting that ends with a comma.
    small_after_comma: bool = True
    #: How the first of a month is said where it isn't a plain number: "1er".
    first_day: str = ""
    #: What the lines put before {met_at}: "bei", "en", "à".
    at: str = "at"
    #: Every noun has a capital here, so a capital is no sign of a name.
    capital_nouns: bool = False
    #: Nouns that fit without a determiner, in small letters.
    bare_nouns: frozenset[str] = frozenset()
    #: Words a name may begin with which change behind a preposition: "au Havre" for "Le Havre", "bei der Deutschen Bahn".
    melting: frozenset[str] = frozenset()
    #: Places, in small letters, that don't follow the preposition cities follow: "in der Schweiz", "en France".
    unlike_cities: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All the lines of one language (its ISO 639-1 code)."""

    language: str
    #: With {first} (the given name) or {name} (the whole name); `nameless` for when the given name isn't known: with {name}
    #: where one may call somebody "Mr Park" whom one writes to in that tone, and some without any.
    greetings: Mapping[tuple[Tone, Channel], tuple[str, ...]]
    nameless: Mapping[tuple[Tone, Channel], tuple[str, ...]]
    openings: tuple[Line, ...]
    closings: tuple[Line, ...]
    wholes: tuple[Line, ...]
    grammar: Grammar
    #: What an event is called, by slot: {"exam": {"event": "your exam"}}; tones with a polite form have their own.
    events: Mapping[Tone, Mapping[EventKind, Mapping[str, str]]] = field(default_factory=dict)
