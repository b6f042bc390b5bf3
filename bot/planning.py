"""What a user's next nudge would be: the facts fetched, the rules asked, the words put in. Sends and writes nothing.

Every function here reads through the Store and runs off the event loop, as the Store does.
"""

from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime, timedelta

from bot.rules.news import is_dead
from bot.rules.openers import choose, facts_of
from bot.rules.picking import Pick, Reason, rank, reason_for
from bot.rules.schedule import local_day
from bot.texts import Texts
from bot.texts.openers import PATTERNS
from storage import Card, Store
from storage.models import Contact, Nudge, User

#: A contact does not read the same opener twice in this time.
OPENER_REST = timedelta(days=365)
#: After so many unanswered nudges in a row, Dotty asks about the pace instead.
UNANSWERED = 3


def plan(store: Store, user: User, now: datetime) -> Nudge | None:
    """The unsaved nudge for the slot that is due; None when there is nothing to say, and the slot moves on.

    Somebody to reach out to; or, after three in a row without an answer, the question about the pace; or, once, and
    only where there is no active contact at all, the question for names.
    """
    waiting = store.open_nudge(user.id)
    if user.unanswered + (waiting is not None) >= UNANSWERED:
        return Nudge(user_id=user.id, kind="pace", created_at=now)
    if (nudge := plan_contact(store, user, now)) is not None:
        return nudge
    if user.asked_for_names_at is None and not store.candidates(user.id):
        return Nudge(user_id=user.id, kind="names", created_at=now)
    return None


def plan_contact(store: Store, user: User, now: datetime, skip: Collection[int] = ()) -> Nudge | None:
    """The unsaved nudge about the contact the rules pick, with its reason and opener; None when nobody is there."""
    today = local_day(now, user.timezone)
    found = _pick_alive(store, user, today, skip)
    if found is None:
        return None
    chosen, card = found
    texts = Texts(user.language)
    opener, key = opener_for(store, user, card, chosen.reason, today)
    return Nudge(
        user_id=user.id, contact_id=chosen.contact.id, reason_kind=chosen.reason.kind,
        reason=texts.reason(chosen.reason, chosen.contact), opener=opener, opener_keys=[key], created_at=now,
    )  # fmt: skip


def _pick_alive(store: Store, user: User, today: date, skip: Collection[int]) -> tuple[Pick, Card] | None:
    """The rules' pick and its card, passing over whoever has died by the user's own notes."""
    candidates, nudged_on = store.candidates(user.id), _nudged_on(store, user)
    for chosen in rank(candidates, nudged_on=nudged_on, today=today, skip=skip):
        card = store.card(user.id, _id(chosen.contact))
        if card is not None and not is_dead(_texts_noted(card), name=chosen.contact.name):
            return chosen, card
    return None


def _texts_noted(card: Card) -> list[str]:
    return [note.text for note in card.notes] + [touch.note for touch in card.touches if touch.note]


def _nudged_on(store: Store, user: User) -> dict[int, date]:
    return {each: local_day(at, user.timezone) for each, at in store.nudged_on(user.id).items()}


def opener_for(
    store: Store, user: User, card: Card, reason: Reason, today: date, also_used: Sequence[str] = ()
) -> tuple[str, str]:
    """The opener's text and its pattern's key, not one of those shown to this contact within a year."""
    contact_id = _id(card.contact)
    since = datetime(today.year, today.month, today.day, tzinfo=UTC) - OPENER_REST
    used = [*store.opener_keys_since(user.id, contact_id, since), *also_used]
    facts = facts_of(card, today=today, reason=reason)
    recent = store.last_opener_keys(user.id, 3)
    pattern = choose(facts, PATTERNS, used=used, recent=recent, seed=contact_id + len(used))
    return Texts(user.language).opener(pattern, facts), pattern.key


def another_opener(store: Store, user: User, nudge: Nudge, today: date) -> tuple[str, str] | None:
    """Other words for a nudge that is open, and their pattern's key; None where its contact is gone."""
    card = store.card(user.id, nudge.contact_id or 0)
    if card is None:
        return None
    reason = reason_for(card.contact, today=today)
    return opener_for(store, user, card, reason, today, also_used=nudge.opener_keys)


def reword(store: Store, user: User, nudge: Nudge, today: date) -> Nudge | None:
    """A nudge that goes out on a later day than it was made, with today's reason: "tomorrow" was another day then.

    Its opener stays, unless the reason is another one now, or names a day. None where the nudge can stay as it is.
    """
    card = store.card(user.id, nudge.contact_id or 0)
    if card is None or local_day(nudge.created_at, user.timezone) == today:
        return None
    reason, texts = reason_for(card.contact, today=today), Texts(user.language)
    said = texts.reason(reason, card.contact)
    if nudge.answered_at is not None:  # it was put off till today
        said = texts.brought_back(card.contact, today)
    opener, keys = nudge.opener, nudge.opener_keys
    if reason.kind != nudge.reason_kind or reason.kind == "birthday":
        opener, key = opener_for(store, user, card, reason, today, also_used=keys)
        keys = [*keys, key]
    words = {"reason_kind": reason.kind, "reason": said, "opener": opener, "opener_keys": keys}
    return Nudge(**{**nudge.model_dump(), **words})


def _id(contact: Contact) -> int:
    if contact.id is None:
        raise ValueError("a stored contact has an id")
    return contact.id
