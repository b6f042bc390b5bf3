"""A user with nudges planned and sent, without a chat."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.planning import plan
from storage import NewContact, Store
from storage.models import Contact, Nudge, User

USER = 7
MONDAY = datetime(2026, 11, 30, 9, tzinfo=UTC)
WEEK, DAY = timedelta(days=7), timedelta(days=1)
ADDED = MONDAY - 20 * DAY


def user_of(store: Store) -> User:
    user = store.user(USER)
    assert user is not None
    return user


def add(store: Store, name: str, *, touched_on: date | None = None, **facts: Any) -> int:
    row: dict[str, Any] = {"user_id": USER, "name": name, "name_key": "", "added_on": ADDED.date(), "created_at": ADDED}
    touch = (touched_on, None) if touched_on else None
    change = store.add_contacts(
        USER, -store.count(USER) - 1, [NewContact(Contact(**row, **facts), touch=touch)], now=ADDED
    )
    assert change is not None
    contact_id: int = change.result["contact_ids"][0]
    return contact_id


def send(store: Store, now: datetime, message_id: int) -> Nudge:
    """The slot at `now` as the sending loop takes it."""
    planned = plan(store, user_of(store), now)
    assert planned is not None
    seen = user_of(store).next_nudge_at
    assert seen is not None
    nudge = store.claim_nudge(USER, seen=seen, next_at=now + WEEK, nudge=planned, now=now)
    assert nudge is not None
    assert store.settle_sent(nudge.id or 0, message_id=message_id, remind_at=None, now=now)
    return nudge
