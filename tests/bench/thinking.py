"""Who is due, whom to name, and what a sentence means."""

import random
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import delete, insert

from bot.rules.drafts import Known
from bot.rules.meaning import understand
from bot.rules.picking import pick
from storage import Store
from storage.models import User
from storage.shapes import Candidate
from storage.tables import USERS
from tests.bench.measuring import best, new_store, row, seconds

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def ticks() -> list[dict[str, Any]]:
    """ "Who is due?" when nobody is, among few users and among many."""
    with tempfile.TemporaryDirectory() as folder:
        store = new_store(Path(folder) / "users.db")
        few = seconds_of_due(store, 10)
        many = seconds_of_due(store, 20_000)
    return [
        row("nobody due among 10 users", few * 1000, "ms"),
        row("nobody due among 20,000 users", many * 1000, "ms", "among 10", few * 1000),
    ]


def seconds_of_due(store: Store, users: int) -> float:
    with store.engine.begin() as connection:
        rows = [
            User(id=number, created_at=NOW, next_nudge_at=NOW + timedelta(days=1)).model_dump()
            for number in range(1, users)
        ]
        connection.execute(delete(USERS))
        connection.execute(insert(USERS), rows)
    return best(lambda: seconds(lambda: store.due_users(NOW, 200)), 20)


def thinking() -> list[dict[str, Any]]:
    """The two rules every message and every nudge go through, over 1,500 contacts."""
    rng = random.Random(7)
    today = date(2026, 11, 23)
    contacts = [made_up_contact(number, today, rng) for number in range(1, 1501)]
    people = [Known(contact.id, contact.name) for contact in contacts]
    picking = best(lambda: seconds(lambda: pick(contacts, nudged_on={}, today=today)), 10)
    sentence = "had coffee with Given7 and Given9 Family9 on Friday about the trial"
    understand(sentence, people=people, today=today, region=None)
    reading = best(lambda: seconds(lambda: understand(sentence, people=people, today=today, region=None)), 10)
    return [
        row("pick among 1,500 contacts", picking * 1000, "ms"),
        row("understand a sentence, 1,500 contacts", reading * 1000, "ms"),
    ]


def made_up_contact(number: int, today: date, rng: random.Random) -> Candidate:
    added_on = today - timedelta(days=rng.randrange(2000))
    return Candidate(
        id=number, name=f"Given{number} Family{number}", rhythm=rng.choice([None, 30, 91, 365]),
        last_touch_on=added_on if rng.random() < 0.7 else None, added_on=added_on,
    )  # fmt: skip
