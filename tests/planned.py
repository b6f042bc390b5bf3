"""A user with nudges planned and sent, without a chat."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.planning import Planner, particulars_of
from storage import NewContact, Store
from storage.claiming import Delivered
from storage.models import Contact, Nudge, User

USER = 7
MONDAY = datetime(2026, 11, 30, 9, tzinfo=UTC)
WEEK, DAY = timedelta(days=7), timedelta(days=1)
ADDED = MONDAY - 20 * DAY


def plan(store: Store, user: User, now: datetime) -> Nudge | None:
    """The unsaved nudge for one user's slot."""
    briefing = store.briefing(user.id)
    assert briefing is not None
    (decision,) = Planner(now).decide([briefing], particulars_of(store))
    return decision.nudge


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
    ((_, nudge),) = store.claim_due(now, 1, Planner(now).decide, postponed_until=now, only=USER)[1]
    assert store.settle_all([Delivered(nudge.id or 0, message_id)], now) == 1
    return nudge
