"""The words of a nudge: its opener, other words for it, and today's reason for one made on an earlier day.

Every function here reads through the Store and runs off the event loop, as the Store does.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from bot.rules.channels import channel_of
from bot.rules.introduction_lines import introduction
from bot.rules.ledger import may_ask
from bot.rules.lexicon import Lexicon, Moment, Offer, Tone
from bot.rules.opener_facts import facts_of
from bot.rules.openers import JOINT, Composition, choose
from bot.rules.picking import Reason, reason_for
from bot.rules.schedule import local_day
from bot.rules.voices import language_of
from bot.texts import Texts
from bot.texts.openers import LEXICONS, LINES
from storage import Card, Store
from storage.briefing import Shown
from storage.models import Nudge, User

#: A contact does not read the same opener twice in this time.
OPENER_REST = timedelta(days=365)
#: Reasons whose openers go by the day they are read on.
_BY_DAY = frozenset({"birthday", "yearly", "event"})
_NEAR_DAYS = ("event", "birthday", "kin_birthday")
#: Keys of words that the user wrote or asked for: those no line stands for.
_OWN_WORDS = frozenset({"own", "intro"})


def already_shown(store: Store, user: User, card: Card, today: date) -> Shown:
    """What the contact was shown in the last year."""
    told = store.particulars(user.id, card.contact.id or 0, _rested(today))
    return told[1] if told is not None else Shown()


def opener_of(
    user: User,
    card: Card,
    reason: Reason,
    today: date,
    shown: Shown,
    also_used: Sequence[str] = (),
    *,
    tone: Tone | None = None,
    language: str | None = None,
    offer: Offer | None = None,
    moment: Moment | None = None,
    match: str | None = None,
) -> tuple[str, str]:
    """The opener's text and its key: of lines not shown to this contact within a year, as long as there are others.

    `shown` may tell of longer than that year. `tone` and `language` (a code) count instead of the contact's own; `offer`
    and `moment` narrow the choice, as far as anything fits them. `match`: what somebody else offers that meets the
    contact's need, as typed.
    """
    since = _rested(today)
    used = [*(key for at, keys in shown.offered if at >= since for key in keys), *also_used]
    asking = offer == "ask" or may_ask(shown.ledger)
    lexicon = lexicon_for(user, card, language)
    facts = facts_of(card, today=today, reason=reason, lexicon=lexicon, tone=tone, may_ask=asking, match=match)
    recent = [each for key in shown.recent if (each := _composition(key))]
    seed = (card.contact.id or 0) + len(used)
    opener = choose(facts, lexicon, used=used, recent=recent, seed=seed, moment=moment, offer=offer)
    return opener.text, opener.key


def _rested(today: date) -> datetime:
    return datetime(today.year, today.month, today.day, tzinfo=UTC) - OPENER_REST


def lexicon_for(user: User, card: Card, language: str | None = None) -> Lexicon:
    """The lines of the contact's language, else the user's, else English; of `language` where one is asked for."""
    if language in LEXICONS:
        return LEXICONS[language]
    return LEXICONS[language_of(card.contact, users=user.language, known=LEXICONS)]


def introduction_words(
    language: str, tone: Tone, moment: Moment, values: Mapping[str, str], seed: int, *, card: Card | None = None
) -> str:
    """What to write for an introduction; `moment` is intro_ask, intro_both, intro_seek or intro_decline.

    `values`, all as users typed them: name (of who is written to), other (the other one's name), other_company, need,
    match. What is not sure to fit into a sentence of the language is left out. English where there is no such lexicon.
    """
    lexicon = LEXICONS.get(language, LEXICONS["en"])
    channel = channel_of(card.points) if card is not None else "chat"
    return introduction(moment, values, tone=tone, channel=channel, lexicon=lexicon, seed=seed)


@lru_cache(maxsize=4096)
def _composition(key: str) -> Composition | None:
    """What was shown under a key; None where its lines are no more."""
    lines = tuple(LINES[each] for each in key.split(JOINT) if each in LINES)
    return Composition(lines) if lines else None


def _goes_by_a_day(keys: Sequence[str]) -> bool:
    """Whether the words are of a day near the one they were made for ("on Thursday"), whatever the reason is."""
    shown = [_composition(key) for key in keys]
    return any(each is not None and (each.moment or "").startswith(_NEAR_DAYS) for each in shown)


def another_opener(store: Store, user: User, nudge: Nudge, today: date) -> tuple[str, str] | None:
    """Other words for a nudge that is open, and their pattern's key; None where its contact is gone."""
    card = store.card(user.id, nudge.contact_id or 0)
    if card is None:
        return None
    reason = reason_of(store, user, card, today)
    return opener_of(user, card, reason, today, already_shown(store, user, card, today), nudge.opener_keys)


def reason_of(store: Store, user: User, card: Card, today: date) -> Reason:
    """Why one would write to them today, with all that is kept of them."""
    return reason_for(store.candidate(user.id, card.contact.id or 0) or card.contact, today=today)


def reword(store: Store, user: User, nudge: Nudge, today: date) -> Nudge | None:
    """A nudge that goes out on a later day than it was made, with today's reason: "tomorrow" was another day then.

    Its opener stays, unless the reason is another one now, or goes by a day; the user's own words stay always. None where
    the nudge can stay as it is.
    """
    card = store.card(user.id, nudge.contact_id or 0)
    if card is None or local_day(nudge.created_at, user.timezone) == today:
        return None
    reason, texts = reason_of(store, user, card, today), Texts(user.language)
    said = texts.reason(reason, card.contact)
    if nudge.answered_at is not None:  # it was put off till today
        said = texts.brought_back(card.contact, today)
    opener, keys = nudge.opener, nudge.opener_keys
    stale = reason.kind != nudge.reason_kind or reason.kind in _BY_DAY or _goes_by_a_day(keys[-1:])
    if stale and not _OWN_WORDS.intersection(keys[-1:]):
        opener, key = opener_of(user, card, reason, today, already_shown(store, user, card, today), keys)
        keys = [*keys, key]
    words = {"reason_kind": reason.kind, "reason": said, "opener": opener, "opener_keys": keys}
    return Nudge(**{**nudge.model_dump(), **words})
