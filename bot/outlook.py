"""Who is likely to be named next, and where somebody stands: the facts fetched, the rules asked. Writes nothing.

Every function here reads through the Store and runs off the event loop, as the Store does.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.planning import lives, nudged_days
from bot.rules.forecast import forecast, standing
from bot.rules.outlooks import WEEKS, Account, Expected, Outlook
from bot.rules.picking import Pick
from bot.rules.schedule import local_day, next_slot
from bot.wording import reason_of
from storage import Store
from storage.models import User

_WEEK = timedelta(days=7)


def look_ahead(store: Store, user: User, now: datetime, this_id: int | None = None) -> Outlook:
    """`this_id`: whom the nudge names that is about to be sent; None: the open one, if there is one.

    Everybody named is taken to get in touch that day, and to come once.
    """
    today = local_day(now, user.timezone)
    if this_id is None:
        waiting = store.open_nudge(user.id)
        this_id = waiting.contact_id if waiting else None
    this = store.contact(user.id, this_id) if this_id else None
    days = _slot_days(user, now, WEEKS + 1)
    picks = forecast(
        store.candidates(user.id), nudged_on=nudged_days(store, user), days=days,
        touched_on={this.id: today} if this is not None and this.id is not None else {},
        fits=lambda each: _lives(store, user, each),
    )  # fmt: skip
    expected = [Expected(each.contact.id or 0, each.contact.name, each.reason.today, each.reason) for each in picks]
    later = tuple(each for each in expected if each.on < days[WEEKS])
    return Outlook(this.name if this else "", later, next((each for each in expected if each.on == days[WEEKS]), None))


def _lives(store: Store, user: User, pick: Pick) -> bool:
    card = store.card(user.id, pick.contact.id or 0)
    return card is not None and lives(card)


def _slot_days(user: User, now: datetime, count: int) -> list[date]:
    """The user's next days for a nudge; in a pause, weeks from today."""
    if user.next_nudge_at is None:
        return [local_day(now, user.timezone) + _WEEK * number for number in range(1, count + 1)]
    slots = [user.next_nudge_at]
    while len(slots) < count:
        slots.append(next_slot(user, slots[-1]))
    return [local_day(slot, user.timezone) for slot in slots]


def account_for(store: Store, user: User, contact_id: int, now: datetime) -> Account | None:
    """Where a contact stands today, and the facts that decide it; None where there is no such contact."""
    today = local_day(now, user.timezone)
    card = store.card(user.id, contact_id)
    if card is None:
        return None
    named, waiting = nudged_days(store, user), store.open_nudge(user.id)
    place = standing(store.candidates(user.id), contact_id, nudged_on=named, today=today)
    reason = place.reason if place else reason_of(store, user, card, today)
    is_open = waiting is not None and waiting.contact_id == contact_id
    return Account(card.contact, reason, place, named.get(contact_id), is_open)
