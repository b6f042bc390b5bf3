"""A database of a million contacts, in which one user has a network of 30,000."""

import random
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Table, insert, select, text

from storage import Store
from storage.keys import fold
from storage.models import User
from storage.tables import CONTACT_TAGS, CONTACTS, NOTES, POINTS, TAGS, TOUCHES, USERS, WORDS
from storage.words import facts_words, insert_words
from tests.bench.people import CITIES, COMPANIES, FIRST, ROLES, last_name

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
TODAY = NOW.date()
USER, MINE, ALL = 7, 30_000, 1_000_000
#: So many others share a copy of that network, 2,000 contacts each.
SHARERS = 15
TAGGED = ("pycon", "basel", "alumni", "customers", "climbing", "investors", "press", "neighbours")
NEEDS = ("help with a job search", "an intro to investors", "a flat in Porto", "a data scientist", "advice on hiring")
NOTED = ("likes tea and long walks", "plays chess on Fridays", "moved last year with two children", "prefers email")

#: What the others' contacts have in common with the user's.
_COPIED = ("name", "name_key", "status", "company", "role", "city", "met_on", "last_touch_on", "next_due_on")
_KEPT = ("source", "added_on", "created_at")
Rows = list[dict[str, Any]]


def fill(store: Store, *, mine: int = MINE, everybody: int = ALL) -> None:
    """Fill a database that has no contacts; the user may be there."""
    with store.engine.begin() as connection:
        rows = _write_network(connection, mine)
        insert_words(connection, USER, _texts(rows))
    for copy in range(everybody // mine - 1):
        with store.engine.begin() as connection:
            _copy_network(connection, copy, mine)


def _write_network(connection: Connection, mine: int) -> Rows:
    if connection.execute(select(USERS.c.id).where(USERS.c.id == USER)).first() is None:
        connection.execute(insert(USERS).values(User(id=USER, about="", created_at=NOW).model_dump()))
    rng = random.Random(7)
    people = [_made_up(rng, number) for number in range(1, mine + 1)]
    connection.execute(insert(CONTACTS), people)
    tags = [{"id": number, "user_id": USER, "name": name, "key": name} for number, name in enumerate(TAGGED, 1)]
    connection.execute(insert(TAGS), tags)
    ids = range(1, mine + 1)
    _insert(connection, CONTACT_TAGS, ids[::3], lambda number: {"tag_id": 1 + number // 3 % len(TAGGED)})
    _insert(connection, POINTS, ids[::3], lambda number: {"kind": "email", "value": f"p{number}@example.org"})
    link = "https://www.linkedin.com/in/p{:x}".format
    _insert(connection, POINTS, ids, lambda number: {"kind": "link", "value": link(number)})
    noted = {"noted_on": TODAY, "created_at": NOW}
    _insert(connection, NOTES, ids[::6], lambda number: {"text": NOTED[number % len(NOTED)], **noted})
    touched = {"created_at": NOW, "channel": "email"}
    _insert(connection, TOUCHES, ids[::12], lambda number: {"touched_on": TODAY - timedelta(number % 900), **touched})
    return people


def _insert(connection: Connection, table: Table, ids: Iterable[int], made: Any) -> None:
    connection.execute(insert(table), [{"user_id": USER, "contact_id": number, **made(number)} for number in ids])


def _made_up(rng: random.Random, number: int) -> dict[str, Any]:
    """One in six is active; one in fifty is archived; the others wait in the inbox."""
    name = f"{rng.choice(FIRST)} {last_name(rng)}"
    status = "active" if number % 6 == 0 else "archived" if number % 50 == 1 else "inbox"
    touched_on = TODAY - timedelta(days=number % 900) if number % 12 == 0 else None
    return {
        "id": number, "user_id": USER, "name": name, "name_key": fold(name), "status": status,
        "cadence_days": 91 if status == "active" else None,
        "company": rng.choice(COMPANIES), "role": rng.choice(ROLES), "city": rng.choice(CITIES),
        "met_on": date(2009, 1, 1) + timedelta(days=rng.randrange(6500)),
        "needs": rng.choice(NEEDS) if number % 20 == 0 else None,
        "last_touch_on": touched_on,
        "next_due_on": (touched_on or TODAY) + timedelta(days=91) if status == "active" else None,
        "source": "import", "added_on": TODAY, "created_at": NOW,
    }  # fmt: skip


def _texts(people: Rows) -> Iterable[tuple[int, str, str]]:
    for each in people:
        number = each["id"]
        tags = [TAGGED[number // 3 % len(TAGGED)]] if number % 3 == 1 else []
        notes = [NOTED[number % len(NOTED)]] if number % 6 == 1 else []
        yield from ((number, field, said) for field, said in facts_words(each, tags, notes))


def _copy_network(connection: Connection, copy: int, mine: int) -> None:
    """The others' contacts are this user's once more, with the words of their names: the database copies rows ten
    times as fast as it takes them in."""
    first, shift = 1_000 + copy * SHARERS, (copy + 1) * mine
    others = [User(id=first + number, created_at=NOW).model_dump() for number in range(SHARERS)]
    connection.execute(insert(USERS), others)
    names = (*_COPIED, *_KEPT)
    people = select(CONTACTS.c.id + shift, first + CONTACTS.c.id % SHARERS, *CONTACTS.c[names])
    people = people.where(CONTACTS.c.user_id == USER).order_by(CONTACTS.c.id)
    connection.execute(insert(CONTACTS).from_select(["id", "user_id", *names], people))
    words = select(first + WORDS.c.contact_id % SHARERS, WORDS.c.word, WORDS.c.field, WORDS.c.contact_id + shift)
    words = words.where(WORDS.c.user_id == USER, WORDS.c.field == "name").order_by(text("1, 2, 3, 4"))
    connection.execute(insert(WORDS).from_select(["user_id", "word", "field", "contact_id"], words))
