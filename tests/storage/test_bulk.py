from datetime import date
from typing import Any

from sqlalchemy import Engine, select

from storage import Store
from storage.bulk import insert_all, update_all
from storage.tables import CONTACTS
from tests.storage.world import NOW, USER, fill

COMMON = {"user_id": USER, "status": "inbox", "source": "import", "created_at": NOW}
PEOPLE = [
    {"id": 901, "name": "Ana Ruiz", "name_key": "ana ruiz", "imported": None, "met_on": None, **COMMON},
    {
        "id": 902,
        "name": "Ben Okafor",
        "name_key": "ben",
        "imported": {"role": "é"},
        "met_on": date(2020, 2, 29),
        **COMMON,
    },
]
DAYS = {"added_on": date(2026, 11, 23)}


def read(engine: Engine, *names: str) -> list[tuple[object, ...]]:
    query = select(*(CONTACTS.c[name] for name in names)).where(CONTACTS.c.id.in_((901, 902))).order_by(CONTACTS.c.id)
    with engine.begin() as connection:
        return [tuple(row) for row in connection.execute(query)]


def test_many_rows_are_inserted_as_they_are(store: Store, engine: Engine) -> None:
    fill(store)
    with engine.begin() as connection:
        insert_all(connection, CONTACTS, [{**row, **DAYS} for row in PEOPLE])
        insert_all(connection, CONTACTS, [])
    names = ("id", "name", "imported", "met_on", "added_on", "created_at", "company")
    assert read(engine, *names) == [tuple({**row, **DAYS}.get(name) for name in names) for row in PEOPLE]


def test_many_rows_get_each_its_own_values(store: Store, engine: Engine) -> None:
    fill(store)
    newer: list[dict[str, Any]] = [
        {"id": 901, "imported": {"role": "Lead"}, "met_on": date(2021, 1, 1), "role": "Lead"},
        {"id": 902, "imported": None, "met_on": None, "role": None},
    ]
    with engine.begin() as connection:
        insert_all(connection, CONTACTS, [{**row, **DAYS} for row in PEOPLE])
        update_all(connection, CONTACTS, newer)
        update_all(connection, CONTACTS, [])
    assert read(engine, "id", "imported", "met_on", "role") == [
        (901, {"role": "Lead"}, date(2021, 1, 1), "Lead"),
        (902, None, None, None),
    ]
    assert read(engine, "name", "created_at") == [("Ana Ruiz", NOW), ("Ben Okafor", NOW)]
