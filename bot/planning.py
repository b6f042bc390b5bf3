"""What a user's next nudge would be: the facts fetched, the rules asked, the words put in. Sends and writes nothing.

Every function here reads through the Store and runs off the event loop, as the Store does.
"""

from collections.abc import Collection
from datetime import date, datetime

from bot.rules.news import is_dead
from bot.rules.picking import Pick, in_order
from bot.rules.reasons import Reason
from bot.rules.schedule import local_day
from bot.texts import Texts
from bot.wording import opener_for, reason_of
from storage import Card, Store
from storage.models import Nudge, User

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
    return _nudge_about(store, user, card, chosen.reason, now)


def plan_for(store: Store, user: User, contact_id: int, now: datetime) -> Nudge | None:
    """The unsaved nudge about somebody the user chose; None where they are no active contact any more."""
    card = store.card(user.id, contact_id)
    if card is None or card.contact.status != "active":
        return None
    return _nudge_about(store, user, card, reason_of(store, user, card, local_day(now, user.timezone)), now)


def _nudge_about(store: Store, user: User, card: Card, reason: Reason, now: datetime) -> Nudge:
    opener, key = opener_for(store, user, card, reason, local_day(now, user.timezone))
    return Nudge(
        user_id=user.id, contact_id=card.contact.id, reason_kind=reason.kind,
        reason=Texts(user.language).reason(reason, card.contact), opener=opener, opener_keys=[key], created_at=now,
    )  # fmt: skip


def _pick_alive(store: Store, user: User, today: date, skip: Collection[int]) -> tuple[Pick, Card] | None:
    """The rules' pick and its card, passing over whoever has died by the user's own notes."""
    candidates, nudged_on = store.candidates(user.id), nudged_days(store, user)
    for chosen in in_order(candidates, nudged_on=nudged_on, today=today, skip=skip):
        card = store.card(user.id, chosen.contact.id or 0)
        if card is not None and lives(card):
            return chosen, card
    return None


def lives(card: Card) -> bool:
    """Whether nothing the user noted says that they died."""
    noted = [note.text for note in card.notes] + [touch.note for touch in card.touches if touch.note]
    return not is_dead(noted, name=card.contact.name)


def nudged_days(store: Store, user: User) -> dict[int, date]:
    """The day, in the user's zone, on which each contact was last named."""
    return {each: local_day(at, user.timezone) for each, at in store.nudged_on(user.id).items()}
