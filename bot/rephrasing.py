"""Other words for a nudge that is open: in another tone, in another language, as an ask, or as something given instead.

Every function here reads through the Store and runs off the event loop, as the Store does.
"""

from datetime import date

from bot.rules.lexicon import Line, Offer, Tone
from bot.rules.openers import JOINT
from bot.rules.outreach_meanings import Reworded
from bot.rules.own_words import shortened
from bot.rules.voices import voice_of
from bot.texts.openers import LEXICONS, LINES
from bot.wording import already_shown, introduction_words, lexicon_for, opener_of, reason_of
from storage import Card, Store
from storage.models import Nudge, User

#: An opener's text, and the key it is stored under.
Words = tuple[str, str]
#: So many openers are looked at for a shorter one.
_TRIES = 12
#: What no line stands for: the user's own words cut down, and words for an introduction.
_CUT, _INTRODUCTION = "own", "intro"
_TONES: dict[str, Tone] = {"warmer": "warm", "formal": "formal"}


def rephrased(store: Store, user: User, nudge: Nudge, wish: Reworded, today: date) -> Words | None:
    """The opener as it was wished for, never one that was shown with this nudge; None where there is none."""
    card = store.card(user.id, nudge.contact_id or 0)
    if card is None:
        return None
    if wish.how == "shorter":
        return _shorter(store, user, nudge, card, today)
    language, tone = wish.language or _language_shown(nudge), _TONES.get(wish.how)
    if tone is None and _is_formal(nudge):
        tone = "formal"
    words = _opener(store, user, nudge, card, today, tone=tone, language=language)
    return words if words[0] != nudge.opener else None


def _shorter(store: Store, user: User, nudge: Nudge, card: Card, today: date) -> Words | None:
    """The user's own words cut down, where it is these that are too long; else the shortest of a few."""
    if nudge.opener_keys[-1:] == [_CUT]:
        cut = shortened(nudge.opener)
        return None if cut is None else (cut, _CUT)
    tone: Tone = "formal" if _is_formal(nudge) else "brief"
    shown, language = list(nudge.opener_keys), _language_shown(nudge)
    found: list[Words] = []
    for _ in range(_TRIES):
        found.append(_opener(store, user, nudge, card, today, tone=tone, language=language, shown=shown))
        shown.append(found[-1][1])
    shortest = min(found, key=lambda words: len(words[0]))
    return shortest if len(shortest[0]) < len(nudge.opener) else None


def _language_shown(nudge: Nudge) -> str | None:
    """The language of the line it has now; None where it has none of ours."""
    line = _line_shown(nudge)
    language = line.key.partition(".")[0] if line else None
    return language if line is None or language in LEXICONS else "en"


def _is_formal(nudge: Nudge) -> bool:
    line = _line_shown(nudge)
    return line is not None and line.tones == {"formal"}


def _line_shown(nudge: Nudge) -> Line | None:
    newest = nudge.opener_keys[-1] if nudge.opener_keys else ""
    return LINES.get(newest.partition(JOINT)[0])


def give_instead(store: Store, user: User, nudge: Nudge, today: date) -> Words | None:
    """An opener that offers something: for what they need, or else to pass something on."""
    card = store.card(user.id, nudge.contact_id or 0)
    if card is None:
        return None
    return _opener(store, user, nudge, card, today, offer="need" if card.contact.needs else "share")


def ask_opener(store: Store, user: User, nudge: Nudge, to: str, today: date) -> Words | None:
    """An ask for an introduction to whom `to` names, as typed; without one, any small ask."""
    card = store.card(user.id, nudge.contact_id or 0)
    if card is None:
        return None
    if not to:
        return _opener(store, user, nudge, card, today, offer="ask")
    contact = card.contact
    somebody, at, company = to.rpartition(" at ")
    sought = {"name": contact.name, "other": somebody if at else to}
    if at:
        sought["other_company"] = company
    if somebody.casefold() in ("somebody", "someone", "anybody", "anyone", "a person"):
        del sought["other"]
    tone = voice_of(contact, tags=card.tags, points=card.points)
    language = lexicon_for(user, card).language
    seed = (contact.id or 0) + len(nudge.opener_keys)
    try:
        return introduction_words(language, tone, "intro_seek", sought, seed, card=card), _INTRODUCTION
    except ValueError:  # what they typed fits into no line
        return _opener(store, user, nudge, card, today, offer="ask")


def _opener(
    store: Store,
    user: User,
    nudge: Nudge,
    card: Card,
    today: date,
    *,
    tone: Tone | None = None,
    language: str | None = None,
    offer: Offer | None = None,
    shown: list[str] | None = None,
) -> Words:
    """An opener beside those that were shown, in the tone and the language they had where none is asked for."""
    reason = reason_of(store, user, card, today)
    used = nudge.opener_keys if shown is None else shown
    before = already_shown(store, user, card, today)
    return opener_of(user, card, reason, today, before, used, tone=tone, language=language, offer=offer)
