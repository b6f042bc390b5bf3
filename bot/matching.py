"""Which two should know each other, and which words go to whom: the facts fetched, the rules asked, the words put in.

Every function here reads through the Store and runs off the event loop, as the Store does; only `propose` writes.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.rules.introducers import Kind, Lead, introduced_by, is_there, leads
from bot.rules.lexicon import Moment
from bot.rules.matching import Fit, Match, best_matches, match_pair
from bot.rules.matching_people import is_named, may_be_introduced
from bot.rules.sayable import role
from bot.rules.schedule import TOGETHER, at_users_hour, local_day
from bot.rules.searches import plain_search
from bot.rules.voices import language_of, voice_of
from bot.texts import Texts
from bot.texts.openers import LEXICONS
from bot.wording import introduction_words
from storage import Card, Store
from storage.models import Introduction, User

#: A proposal comes so many days after the nudge of its week.
PROPOSED_AFTER = timedelta(days=3)
#: So many who mention a company are looked at.
_MOST_FOUND = 60


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two who should know each other, and why, as a plain sentence."""

    first: Card
    second: Card
    why: str


def propose(store: Store, user: User, now: datetime, spread: timedelta = TOGETHER) -> int | None:
    """Write down the week's proposal, if there is one to make; its id. Harmless when two processes do it at once."""
    if not store.may_propose(user.id, now):
        return None
    found = best_pair(store, user)
    if found is None:
        return None
    push_at = at_users_hour(user, local_day(now, user.timezone) + PROPOSED_AFTER, spread)
    first_id, second_id = found.first.contact.id or 0, found.second.contact.id or 0
    return store.propose_introduction(user.id, first_id, second_id, found.why, push_at=push_at, now=now)


def best_pair(
    store: Store, user: User, *, of: int | None = None, skip: Collection[tuple[int, int]] = ()
) -> Proposal | None:
    """The best pair that was never proposed, of whom nothing hard is noted; `of`: with this contact among them."""
    contacts, tags = store.introducible(user.id)
    apart = store.introduced_pairs(user.id) | set(skip)
    for match in best_matches(contacts, tags, apart):
        if of is not None and of not in (match.first_id, match.second_id):
            continue
        cards = store.cards(user.id, [match.first_id, match.second_id])
        if len(cards) == 2 and may_be_introduced(cards[0], cards[1]) and may_be_introduced(cards[1], cards[0]):
            return Proposal(cards[0], cards[1], _why(match, cards, Texts(user.language)))
    return None


def reason_of(store: Store, user: User, first_id: int, second_id: int) -> str:
    """Why these two, as a plain sentence; "" where nothing is known of it."""
    cards = store.cards(user.id, [first_id, second_id])
    match = _match_of(cards)
    return _why(match, cards, Texts(user.language)) if match else ""


def _match_of(cards: list[Card]) -> Match | None:
    if len(cards) != 2:
        return None
    return match_pair(cards[0].contact, cards[1].contact, {card.contact.id or 0: card.tags for card in cards})


def _why(match: Match, cards: list[Card], texts: Texts) -> str:
    by_id = {card.contact.id: card.contact for card in cards}
    said = [
        texts.needs_met(
            by_id[fit.needs_id].name, by_id[fit.gives_id].name, need=fit.need, gift=_gift(fit), by=fit.by, same=fit.same
        )
        for fit in match.fits
    ]
    city = cards[0].contact.city
    return " ".join([*said, texts.both_in(city)] if match.same_city and city else said)


def _gift(fit: Fit) -> str:
    return (role(fit.gift) or fit.gift) if fit.by == "role" else fit.gift


# Words


def words_for(user: User, introduction: Introduction, to: Card, other: Card, moment: Moment) -> str:
    """What to write to one of the two, or to both: intro_ask, intro_both or intro_decline."""
    values = {"name": to.contact.name, "other": other.contact.name, "other_company": other.contact.company or ""}
    match = _match_of([to, other])
    for fit in match.fits if match and moment != "intro_decline" else ():
        if fit.needs_id == to.contact.id:
            values |= {"match": fit.gift} if fit.by == "offer" else {}
            values |= {"need": fit.need} if moment == "intro_both" else {}
        elif moment == "intro_ask":
            values["need"] = fit.need
    seed = introduction.id or 0
    return (
        _words_to_both(user, to, other, values, seed)
        if moment == "intro_both"
        else _words(user, to, moment, values, seed)
    )


def _words_to_both(user: User, to: Card, other: Card, values: dict[str, str], seed: int) -> str:
    """In the language of both, or else the user's; formal where one of them is written to formally."""
    languages = {language_of(card.contact, users=user.language, known=LEXICONS) for card in (to, other)}
    language = languages.pop() if len(languages) == 1 else user.language or "en"
    tones = [voice_of(card.contact, tags=card.tags, points=card.points) for card in (to, other)]
    tone = "formal" if "formal" in tones else tones[0]
    filled = {slot: said for slot, said in values.items() if said}
    return introduction_words(language, tone, "intro_both", filled, seed, card=to)


def needy_first(first: Card, second: Card) -> tuple[Card, Card]:
    """The two, the one whose need is met before the other: so the message to both speaks to them."""
    match = _match_of([first, second])
    return (second, first) if match and match.fits[0].needs_id == second.contact.id else (first, second)


def words_to_seek(user: User, to: Card, query: str) -> str:
    """How to ask somebody for an introduction to somebody at a company."""
    return _words(user, to, "intro_seek", {"name": to.contact.name, "other_company": query}, to.contact.id or 0)


def _words(user: User, to: Card, moment: Moment, values: dict[str, str], seed: int) -> str:
    language = language_of(to.contact, users=user.language, known=LEXICONS)
    tone = voice_of(to.contact, tags=to.tags, points=to.points)
    return introduction_words(
        language, tone, moment, {slot: said for slot, said in values.items() if said}, seed, card=to
    )


# Who could introduce the user


def introducers(store: Store, user: User, query: str) -> list[Lead]:
    """Who may know somebody at a company, or called so, best first."""
    wanted = plain_search(query)
    if not wanted.terms:
        return []
    ids = store.search_ids(user.id, wanted)[:_MOST_FOUND]
    found = store.cards(user.id, ids)
    linked = {card.contact.id or 0: _linked(store, user, card) for card in found if is_there(query, card)}
    return leads(query, found, linked)


def _linked(store: Store, user: User, card: Card) -> list[tuple[Card, Kind]]:
    """Who introduced the user to them, and to whom the user introduced them."""
    others: list[tuple[int, Kind]] = []
    if through := introduced_by(card):
        named = store.named(user.id, through)
        others += [(each, "knows") for each, name in named if each != card.contact.id and is_named(name, through)]
    for row in store.introductions_of(user.id, card.contact.id or 0):
        if row.made_on is not None:
            others.append((row.second_id if row.first_id == card.contact.id else row.first_id, "introduced"))
    cards = {each.contact.id: each for each in store.cards(user.id, [other for other, _ in others])}
    return [(cards[other], kind) for other, kind in others if other in cards]
