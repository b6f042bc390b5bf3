"""What a user takes of a PostgreSQL database after a year: bytes a row with its indexes, measured; how many rows, assumed.

`python -m tests.bench sizes` takes a minute and needs the pgserver package, or a server named in TEST_POSTGRES_URL.
"""

import random
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, Table, bindparam, insert, text, update

from storage.keys import fold
from storage.models import User
from storage.tables import (
    CHANGES,
    CONTACT_TAGS,
    CONTACTS,
    INTRODUCTIONS,
    NOTES,
    NUDGE_MESSAGES,
    NUDGES,
    POINTS,
    PROMISES,
    TAGS,
    TOUCHES,
    USERS,
    WORDS,
)
from storage.words import facts_words, insert_words
from tests.bench.measuring import row
from tests.bench.people import CITIES, COMPANIES, FIRST, ROLES, last_name
from tests.bench.postgresql import new_postgresql

USERS_MADE, CONTACTS_EACH, WEEKS = 300, 100, 52
#: How many rows a user has after a year, besides the words of a hundred contacts: guesses. Changes are kept for 30 days.
EACH = {
    USERS: 1, CONTACTS: CONTACTS_EACH, POINTS: 120, TAGS: 4, CONTACT_TAGS: 40, NOTES: 30, TOUCHES: 60, PROMISES: 6,
    INTRODUCTIONS: 3, NUDGES: 80, NUDGE_MESSAGES: 100, CHANGES: 15,
}  # fmt: skip
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
_OPENER = (
    "Hi {name}, I came across something about {company} this week and thought of you. How is it going with the new "
    "role? I'd be glad to hear, and if there is anything I can do from here, just say so."
)
_REASON = "You wanted to be in touch every three months, and it has been a little over four since your call."
_NOTE = "two children, moved in spring; looks for a data scientist, prefers calls in the morning"
Rows = list[dict[str, Any]]


def sizes() -> list[dict[str, Any]]:
    with new_postgresql() as engine:
        rng = random.Random(7)
        with engine.begin() as connection:
            people = _make_networks(connection, rng)
        _live_a_year(engine, people, rng)
        return _measured(engine)


def _make_networks(connection: Connection, rng: random.Random) -> Rows:
    """Users in any order, as they come; each brings a hundred people at once."""
    ids = [rng.randrange(10**8, 8 * 10**9) for _ in range(USERS_MADE)]
    connection.execute(insert(USERS), [_user(each) for each in ids])
    connection.execute(insert(TAGS), [
        {"user_id": each, "name": f"tag{number}", "key": f"tag{number}"} for each in ids for number in range(EACH[TAGS])
    ])  # fmt: skip
    people: Rows = []
    for user_id in ids:
        mine = [_person(rng, user_id, len(people) + number + 1) for number in range(CONTACTS_EACH)]
        connection.execute(insert(CONTACTS), mine)
        texts = [(each["id"], field, said) for each in mine for field, said in facts_words(each, [], _noted(each))]
        insert_words(connection, user_id, texts)
        people += mine
    _beside(connection, POINTS, people, lambda at: {"kind": "email", "value": f"person{at}@example.org"})
    _beside(connection, CONTACT_TAGS, people, lambda at: {"tag_id": at % (USERS_MADE * EACH[TAGS]) + 1})
    _beside(connection, NOTES, people, lambda _: {"noted_on": NOW.date(), "text": _NOTE, "created_at": NOW})
    return people


def _noted(person: dict[str, Any]) -> list[str]:
    return [_NOTE] if person["id"] % 3 == 0 else []


def _user(user_id: int) -> dict[str, Any]:
    made = User(id=user_id, language="en", timezone="America/New_York", about="runs a small studio", created_at=NOW)
    return made.model_dump() | {"next_nudge_at": NOW}


def _person(rng: random.Random, user_id: int, number: int) -> dict[str, Any]:
    name = f"{rng.choice(FIRST)} {last_name(rng)}"
    return {
        "id": number, "user_id": user_id, "name": name, "name_key": fold(name), "status": "active", "cadence_days": 91,
        "company": rng.choice(COMPANIES), "role": rng.choice(ROLES), "city": rng.choice(CITIES), "met": "at PyCon 2023",
        "needs": "help with a job search" if number % 10 == 0 else None, "birthday": "--05-12" if number % 4 == 0 else None,
        "last_touch_on": NOW.date(), "next_due_on": NOW.date() + timedelta(days=number % 91),
        "source": "chat", "added_on": NOW.date(), "created_at": NOW,
    }  # fmt: skip


def _beside(connection: Connection, table: Table, people: Rows, made: Any) -> None:
    count = EACH[table] * USERS_MADE
    rows = [people[at % len(people)] for at in range(count)]
    connection.execute(insert(table), [
        {"user_id": each["user_id"], "contact_id": each["id"], **made(at)} for at, each in enumerate(rows)
    ])  # fmt: skip


def _live_a_year(engine: Engine, people: Rows, rng: random.Random) -> None:
    """Week for week everybody's rows are written, and changed as they are sent, answered and logged; PostgreSQL tidies up
    behind it, as autovacuum does."""
    for week in range(WEEKS):
        with engine.begin() as connection:
            for table, made in _WEEKLY.items():
                count = EACH[table] * USERS_MADE * (week + 1) // WEEKS - EACH[table] * USERS_MADE * week // WEEKS
                whom = [rng.choice(people) for _ in range(count)]
                connection.execute(insert(table), [{"user_id": each["user_id"], **made(each)} for each in whom])
            for values in ({"status": "sent", "push_at": NOW, "sent_at": NOW}, {"status": "done", "push_at": None}):
                changed = update(NUDGES).where(NUDGES.c.status.in_(("planned", "sent"))).values(**values)
                connection.execute(changed)
            connection.execute(update(USERS).values(next_nudge_at=NOW + timedelta(weeks=week)))
            touched = update(CONTACTS).where(CONTACTS.c.id == bindparam("one"))
            touched = touched.values(next_due_on=NOW.date() + timedelta(days=91 + week))
            connection.execute(touched, [{"one": rng.choice(people)["id"]} for _ in range(USERS_MADE)])
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))


_UPDATES = iter(range(10**9, 2 * 10**9))
_WEEKLY: dict[Table, Any] = {
    NUDGES: lambda each: {
        "contact_id": each["id"], "kind": "contact", "status": "planned", "reason_kind": "overdue", "reason": _REASON,
        "opener": _OPENER.format(**each), "opener_keys": ["warm:news:company:3"], "created_at": NOW, "push_at": NOW,
    },
    TOUCHES: lambda each: {
        "contact_id": each["id"], "touched_on": NOW.date(), "channel": "message", "created_at": NOW,
        "note": _NOTE[:40] if each["id"] % 3 == 0 else None,
    },
    PROMISES: lambda each: {"contact_id": each["id"], "text": "send the report", "due_on": NOW.date(), "created_at": NOW},
    INTRODUCTIONS: lambda each: {
        "first_id": each["id"], "second_id": each["id"], "why": _REASON, "status": "proposed", "created_at": NOW,
    },
    NUDGE_MESSAGES: lambda each: {"nudge_id": each["id"] % 300 + 1, "message_id": next(_UPDATES)},
    CHANGES: lambda each: {
        "update_id": next(_UPDATES), "kind": "touched", "result": {"contact_id": each["id"], "touch_id": each["id"]},
        "before": [
            {"table": "touches", "id": each["id"], "columns": None},
            {"table": "contacts", "id": each["id"], "columns": {
                "last_touch_on": ["2026-08-01", "2026-11-23"], "next_due_on": ["2026-11-01", "2027-02-22"]}},
            {"table": "nudges", "id": each["id"], "columns": {
                "status": ["sent", "done"], "push_at": ["2026-11-26T09:00:00+00:00", None]}},
        ],
        "created_at": NOW,
    },
}  # fmt: skip


def _measured(engine: Engine) -> list[dict[str, Any]]:
    rows = []
    with engine.connect() as connection:
        for table in (*EACH, WORDS):
            count = connection.execute(text(f"SELECT count(*) FROM {table.name}")).scalar_one()
            held = connection.execute(text(f"SELECT pg_total_relation_size('{table.name}')")).scalar_one()
            rows.append(row(f"{table.name}: a row with its indexes", held / count, "bytes"))
            rows.append(row(f"{table.name}: rows of a user after a year", count / USERS_MADE, "rows"))
    return rows
