"""Which words to suggest to a contact: what is known about them, and the pattern that suits it best.

The patterns themselves are words, and stand in `bot.texts.openers`. An opener says only what is recorded, and only
where the record is sure to read well (`bot.rules.sayable`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING, Literal, Protocol

from bot.rules import sayable
from bot.rules.given_names import given_name, is_family
from bot.rules.news import Kind, News, Timing, change_in, is_hard, need_in, news_of

if TYPE_CHECKING:
    from bot.rules.picking import Reason
    from storage.models import Contact, Note, Touch

#: The occasion a pattern is for. "silence" kinds go by the last touch; "fact" and "plain" claim nothing about time.
#: "fresh": they talked within two weeks. "still": what is known is old enough to ask whether it is so yet. "gentle"
#: ones stand alone, after hard news; and so do the "kin" ones, to one's own family.
Moment = Literal[
    "birthday_today",
    "birthday_soon",
    "birthday_past",
    "job_ahead",
    "job_open",
    "job_past",
    "move_ahead",
    "move_open",
    "move_past",
    "lately",
    "topic",
    "dormant",
    "quiet",
    "recent",
    "fresh",
    "never",
    "still",
    "fact",
    "plain",
    "gentle",
    "kin",
    "kin_birthday_today",
    "kin_birthday_soon",
    "kin_birthday_past",
]
BirthdayMoment = Literal["birthday_today", "birthday_soon", "birthday_past"]

#: The longest opener, in characters: it still fits where buttons carry it (a copy button takes 256, a link more).
LONGEST = 300
LATELY = timedelta(days=30)
DORMANT = timedelta(days=365)
QUIET = timedelta(days=45)
#: "The other day": neither today nor yesterday, and not longer ago than this.
FRESH = (timedelta(days=2), timedelta(days=14))
#: After hard news, and for "are you still …", half a year.
HALF_A_YEAR = timedelta(days=182)
#: Only so has the other one surely said something too.
_TALKING = frozenset({"call", "meeting"})
#: Room for a greeting without a name ("there"), which only the texts know.
_NAMELESS_ROOM = 10
#: How much a moment and a fact say for a pattern: what is new before what is known, an offer before small talk.
_MOMENT_WEIGHT = {"lately": 40, "topic": 30, "dormant": 10, "still": 10, "quiet": 1, "recent": 1, "fact": 1}
_NEWS_WEIGHT = 50
_KIN_BIRTHDAYS: dict[BirthdayMoment, Moment] = {
    "birthday_today": "kin_birthday_today",
    "birthday_soon": "kin_birthday_soon",
    "birthday_past": "kin_birthday_past",
}
_NEWS_MOMENTS: dict[tuple[Kind, Timing], Moment] = {
    ("job", "ahead"): "job_ahead",
    ("job", "open"): "job_open",
    ("job", "past"): "job_past",
    ("move", "ahead"): "move_ahead",
    ("move", "open"): "move_open",
    ("move", "past"): "move_past",
}
_FACT_WEIGHT = {"need": 12, "company": 5, "met": 5, "role": 4, "field": 4, "city": 3}


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words with slots. `needs`: the facts without which it can't be said. `key` is stored, so it never changes."""

    key: str
    moment: Moment
    needs: frozenset[str]
    template: str

    def fill(self, values: Mapping[str, str]) -> str:
        """The template is ours and the values are data: nothing in a value is read as a slot."""
        return self.template.format_map(values)


@dataclass(frozen=True, slots=True)
class OpenerFacts:
    """What an opener may speak of. `values`: slot → words that fit a sentence as they are; absent when not known.

    Slots: first (the given name), met ("at PyCon"), company, role ("Head of Data", "an engineer"), city, need ("a
    designer"), field ("pricing"), topic (of the last talk), employer and place (of news).
    """

    moments: frozenset[Moment]
    values: Mapping[str, str]


class CardLike(Protocol):
    """A contact with its notes and touches, each newest first."""

    @property
    def contact(self) -> Contact: ...
    @property
    def notes(self) -> Sequence[Note]: ...
    @property
    def touches(self) -> Sequence[Touch]: ...


def facts_of(card: CardLike, *, today: date, reason: Reason) -> OpenerFacts:
    """What may be said to the contact today. A birthday counts as the reason tells it, for the user reads that too.

    After hard news only gentle words fit, and no fact; to one's own family, only warm and plain ones.
    """
    first = given_name(card.contact.name)
    birthday = _birthday(reason)
    if _has_hard_news(card, today):
        return _facts(["gentle"], {"first": first})
    if is_family(card.contact.name):
        return _facts(["kin", _KIN_BIRTHDAYS[birthday]] if birthday else ["kin"], {"first": first})
    news = _news(card, first, today)
    moments: list[Moment] = ["plain", "fact", "topic", *_silences(card, today)]
    if birthday is not None:
        moments.append(birthday)
    if news is not None:
        moments.append(_NEWS_MOMENTS[news.kind, news.timing])
    return _facts(moments, {"first": first, **_known(card, first, news, today)})


def _facts(moments: Collection[Moment], known: Mapping[str, str | None]) -> OpenerFacts:
    return OpenerFacts(frozenset(moments), {slot: words for slot, words in known.items() if words})


def _birthday(reason: Reason) -> BirthdayMoment | None:
    if reason.birthday_on is None:
        return None
    if reason.birthday_on == reason.today:
        return "birthday_today"
    return "birthday_soon" if reason.birthday_on > reason.today else "birthday_past"


def _has_hard_news(card: CardLike, today: date) -> bool:
    noted = [(note.noted_on, note.text) for note in card.notes]
    noted += [(touch.touched_on, touch.note) for touch in card.touches if touch.note]
    return any(today - day <= HALF_A_YEAR and is_hard(text) for day, text in noted)


def choose(
    facts: OpenerFacts, patterns: Sequence[Pattern], *, used: Collection[str], recent: Collection[str] = (), seed: int
) -> Pattern:
    """The pattern that suits best: the best moment and the most telling facts first, ties by `seed`.

    `used` are the keys shown to this contact within a year, oldest first where it is a sequence: none of them comes
    again while another fits, then the one shown longest ago. Each further choice turns to another side of what is
    known before it comes back to one. `recent` are the keys shown for other contacts lately, avoided where the moment
    leaves a choice. A pattern that would come out too long doesn't fit.
    """
    fitting = [pattern for pattern in patterns if _fits(pattern, facts)]
    fresh = [pattern for pattern in fitting if pattern.key not in used]
    order = list(used) if isinstance(used, Sequence) else []
    if not fresh:
        return min(fitting, key=lambda pattern: (_last_shown(pattern.key, order), _lot(pattern, seed)))
    sides = Counter(_side(pattern) for pattern in fitting if pattern.key in used)

    def place(pattern: Pattern) -> tuple[bool, bool, int, int, int]:
        elsewhere = "birthday" not in pattern.moment
        return elsewhere, pattern.key in recent, sides[_side(pattern)], -_weight(pattern), _lot(pattern, seed)

    return min(fresh, key=place)


def _fits(pattern: Pattern, facts: OpenerFacts) -> bool:
    if pattern.moment not in facts.moments or not pattern.needs <= facts.values.keys():
        return False
    return len(pattern.fill({"first": " " * _NAMELESS_ROOM, **facts.values})) <= LONGEST


def _weight(pattern: Pattern) -> int:
    moment = _NEWS_WEIGHT if pattern.moment.startswith(("job", "move")) else _MOMENT_WEIGHT.get(pattern.moment, 0)
    return moment + sum(_FACT_WEIGHT.get(slot, 1) for slot in pattern.needs - {"first"})


def _side(pattern: Pattern) -> str:
    """What a pattern is mostly about: its most telling fact, or its moment."""
    facts = pattern.needs - {"first"}
    return max(facts, key=lambda slot: (_FACT_WEIGHT.get(slot, 1), slot)) if facts else pattern.moment


def _lot(pattern: Pattern, seed: int) -> int:
    return int.from_bytes(blake2b(f"{seed}:{pattern.key}".encode(), digest_size=8).digest())


def _last_shown(key: str, order: list[str]) -> int:
    return len(order) - order[::-1].index(key) if key in order else 0


def _silences(card: CardLike, today: date) -> list[Moment]:
    """What the last touch, and the time since, allow to be said."""
    moments = [_silence(card, today)]
    if moments == ["dormant"] and today - card.contact.added_on > HALF_A_YEAR:
        moments.append("still")
    if card.touches and card.touches[0].channel in _TALKING:
        ago = today - card.touches[0].touched_on
        if moments == ["recent"] and FRESH[0] <= ago <= FRESH[1]:
            moments.append("fresh")
    return moments


def _silence(card: CardLike, today: date) -> Moment:
    """How long it has been, as far as that is recorded; "lately" where they have met, and only just."""
    contact = card.contact
    if contact.met_on is not None and timedelta(0) <= today - contact.met_on <= LATELY:
        met_on = contact.met_on
        if all(touch.touched_on == met_on for touch in card.touches):
            return "lately"
    if contact.last_touch_on is None:
        return "never"
    unseen = today - contact.last_touch_on
    return "dormant" if unseen > DORMANT else "quiet" if unseen > QUIET else "recent"


def _news(card: CardLike, first: str | None, today: date) -> News | None:
    """Of the newest note that tells any, and that may still be mentioned."""
    last_touch_on = card.contact.last_touch_on
    told = (
        news_of(note.text, noted_on=note.noted_on, last_touch_on=last_touch_on, first_name=first, today=today)
        for note in card.notes
    )
    return next((news for news in told if news is not None), None)


def _met(contact: Contact, first: str | None) -> str | None:
    """How they met; not through a namesake, which reads as a slip."""
    words = sayable.met(contact.met)
    return None if words is None or (first or "").casefold() in words.casefold().split() else words


def _topic(touches: Sequence[Touch], today: date) -> str | None:
    """What they talked about the last time, unless that is over a year ago."""
    if not touches or today - touches[0].touched_on > DORMANT:
        return None
    return sayable.about(touches[0].note)


def _known(card: CardLike, first: str | None, news: News | None, today: date) -> dict[str, str | None]:
    contact = card.contact
    changed = {change_in(note.text, first_name=first) for note in card.notes}
    noted_needs = (need_in(note.text, first_name=first) for note in card.notes)
    known: dict[str, str | None] = {
        "met": _met(contact, first),
        "need": sayable.needs(contact.needs or next((need for need in noted_needs if need), None)),
        "field": sayable.topic_offered(contact.offers),
        "topic": _topic(card.touches, today),
        "company": None if "job" in changed else sayable.company(contact.company),
        "role": None if "job" in changed else sayable.role(contact.role),
        "city": None if "move" in changed else sayable.city(contact.city),
    }
    if news is not None:
        known["employer" if news.kind == "job" else "place"] = sayable.company(news.where)
    return known
