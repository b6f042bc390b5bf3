"""What an opener to a contact may speak of today: the occasions, and the facts as words of one language.

An opener says only what is recorded, and only where the record is sure to read well (`bot.rules.phrasing`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from bot.rules import sayable
from bot.rules.channels import channel_of
from bot.rules.given_names import full_name, given_name
from bot.rules.lexicon import Channel, Lexicon, Moment, Tone
from bot.rules.news import News, change_in, is_hard, need_in, news_of
from bot.rules.opener_moments import HALF_A_YEAR, moments_of
from bot.rules.phrasing import HARD_ELSEWHERE, Typed, on_coming_day, phrased, place, unchanging
from bot.rules.voices import called, voice_of

if TYPE_CHECKING:
    from bot.rules.picking import Reason
    from storage.models import Contact, ContactPoint, Note, Promise, Touch

_TOPIC_DAYS = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class OpenerFacts:
    """`moments`: what it may be about, and how much each says for a line. `values`: slot → words that fit a sentence of
    `language` as they are; absent when not known."""

    moments: Mapping[Moment, int]
    values: Mapping[str, str]
    tone: Tone = "warm"
    channel: Channel = "chat"
    language: str = "en"
    #: An ask may be suggested: the user has done more for them than they asked for.
    may_ask: bool = False
    #: What the user reads as today's reason, so the words are for it before all else.
    leading: frozenset[Moment] = field(default_factory=frozenset)
    #: What they have before them or behind them is a feast, so nothing is held out or asked for, but interest is shown.
    feast: bool = False


class CardLike(Protocol):
    """A contact with its notes and touches, each newest first."""

    @property
    def contact(self) -> Contact: ...
    @property
    def points(self) -> Sequence[ContactPoint]: ...
    @property
    def tags(self) -> Sequence[str]: ...
    @property
    def notes(self) -> Sequence[Note]: ...
    @property
    def touches(self) -> Sequence[Touch]: ...
    @property
    def promises(self) -> Sequence[Promise]: ...


def facts_of(
    card: CardLike,
    *,
    today: date,
    reason: Reason,
    lexicon: Lexicon,
    tone: Tone | None = None,
    may_ask: bool = False,
    match: str | None = None,
) -> OpenerFacts:
    """What may be said to the contact today. A birthday counts as the reason tells it, for the user reads that too.

    After hard news only gentle words fit, and no fact; to one's own family, only warm and plain ones. `match`: what
    somebody else the user knows offers, as typed, that meets this contact's need.
    """
    voice = tone or voice_of(card.contact, tags=card.tags, points=card.points)
    names = called(card.contact.name, voice)
    news = _news(card, given_name(card.contact.name), today)
    moments, leading = moments_of(card, news=news, reason=reason, hard=has_hard_news(card, today), today=today)
    values = names
    if not is_private(moments):
        values = names | _known(card, news, reason, lexicon, voice, match)
    feast = reason.event is not None and reason.event.kind == "wedding"
    return OpenerFacts(moments, values, voice, channel_of(card.points), lexicon.language, may_ask, leading, feast)


def is_private(moments: Iterable[Moment]) -> bool:
    """Nothing but the name is spoken of: they are family, or have had hard news."""
    return any(moment == "gentle" or moment.startswith("kin") for moment in moments)


def has_hard_news(card: CardLike, today: date) -> bool:
    noted = [(note.noted_on, note.text) for note in card.notes]
    noted += [(touch.touched_on, touch.note) for touch in card.touches if touch.note]
    recent = (text for day, text in noted if today - day <= HALF_A_YEAR)
    return any(is_hard(text) or HARD_ELSEWHERE.search(text[:400]) for text in recent)


def _news(card: CardLike, first: str | None, today: date) -> News | None:
    """Of the newest note that tells any, and that may still be mentioned."""
    last_touch_on = card.contact.last_touch_on
    told = (
        news_of(note.text, noted_on=note.noted_on, last_touch_on=last_touch_on, first_name=first, today=today)
        for note in card.notes
    )
    return next((news for news in told if news is not None), None)


def _known(
    card: CardLike, news: News | None, reason: Reason, lexicon: Lexicon, tone: Tone, match: str | None
) -> dict[str, str]:
    typed = _typed(card, reason, match)
    known = phrased(typed, language=lexicon.language, grammar=lexicon.grammar)
    if news is not None:
        known |= _where(news.kind, news.where, lexicon)
    if reason.introduced_to is not None and (other := full_name(reason.introduced_to)):
        known["other"] = other
    return known | _event(reason, lexicon, tone)


def _typed(card: CardLike, reason: Reason, match: str | None) -> Typed:
    contact, first = card.contact, given_name(card.contact.name)
    changed = {change_in(note.text, first_name=first) for note in card.notes}
    changed.add(reason.event.kind if reason.event is not None and reason.event.kind in ("job", "move") else None)
    noted_needs = (need_in(note.text, first_name=first) for note in card.notes)
    return Typed(
        company=None if "job" in changed else contact.company,
        role=None if "job" in changed else contact.role,
        city=None if "move" in changed else contact.city,
        met=_met(contact, first),
        needs=contact.needs or next((need for need in noted_needs if need), None),
        offers=contact.offers,
        talk=_last_talk(card.touches, reason.today),
        match=match,
    )


def _met(contact: Contact, first: str | None) -> str | None:
    """How they met; not through a namesake, which reads as a slip."""
    words = (contact.met or "").casefold().split()
    return None if first is not None and first.casefold() in words else contact.met


def _last_talk(touches: Sequence[Touch], today: date) -> str | None:
    """What was noted of the last touch, unless that is over a year ago."""
    if not touches or today - touches[0].touched_on > _TOPIC_DAYS:
        return None
    return touches[0].note


def _where(kind: str, typed: str | None, lexicon: Lexicon) -> dict[str, str]:
    """The employer of a job, the place of a move."""
    named = sayable.company(typed)
    words = {
        "job": ("employer", unchanging(named, lexicon.grammar)),
        "move": ("place", place(named, lexicon.grammar)),
    }.get(kind)
    return {words[0]: words[1]} if words and words[1] else {}


def _event(reason: Reason, lexicon: Lexicon, tone: Tone) -> dict[str, str]:
    """The words for what they have before or behind them; the day where it is known and still ahead."""
    event = reason.event
    if event is None:
        return {}
    if event.kind == "job" or event.kind == "move" or event.kind == "back":
        return _where(event.kind, event.where, lexicon)
    known = dict(lexicon.events.get(tone, {}).get(event.kind, {}))
    if event.first_on == event.last_on > reason.today:
        known["event_day"] = on_coming_day(event.first_on, reason.today, lexicon.grammar)
    return known
