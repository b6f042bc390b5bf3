import json
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, Engine, event

from storage import NewContact, Store
from storage.journal import Journal, chunks_of, decode, encode, ids_of, length_of, runs_of
from storage.models import Change
from storage.tables import CONTACT_TAGS, CONTACTS, NUDGES, POINTS, USERS
from tests.storage.world import NOW, OTHER, USER, add, dump, dump_data, open_user, person

instants = st.datetimes(min_value=datetime(1970, 1, 1), max_value=datetime(2200, 1, 1), timezones=st.just(UTC))


@pytest.mark.parametrize(
    ("column", "value"),
    [
        (USERS.c.nudge_time, time(18, 30)),
        (USERS.c.next_nudge_at, datetime(2026, 11, 23, 9, tzinfo=UTC)),
        (CONTACTS.c.added_on, date(2026, 11, 23)),
        (CONTACTS.c.company, "Nordlicht"),
        (CONTACTS.c.company, None),
        (CONTACTS.c.cadence_days, 30),
        (USERS.c.reminder_on, False),
        (NUDGES.c.opener_keys, ["first"]),
    ],
)
def test_each_kind_of_column_comes_back_from_json(column: Column[object], value: object) -> None:
    assert decode(column, json.loads(json.dumps(encode(value)))) == value


@given(instants)
def test_instants_come_back_to_the_microsecond(instant: datetime) -> None:
    assert decode(USERS.c.next_nudge_at, encode(instant)) == instant


def test_a_column_knows_how_much_it_holds() -> None:
    assert (length_of(CONTACTS.c.name), length_of(CONTACTS.c.company), length_of(CONTACTS.c.id)) == (200, None, None)


def test_ids_are_kept_as_runs() -> None:
    assert runs_of([7, 3, 1, 2, 9, 8]) == [[1, 3], [7, 9]]
    assert runs_of([]) == []


@given(st.sets(st.integers(1, 60)))
def test_an_image_names_the_ids_it_was_made_of(ids: set[int]) -> None:
    assert ids_of({"table": "contacts", "ids": runs_of(ids), "columns": None}) == sorted(ids)


def test_values_come_in_lists_that_fit_a_statement() -> None:
    assert [len(chunk) for chunk in chunks_of(range(25_000))] == [10_000, 10_000, 5_000]


@pytest.fixture
def people(store: Store) -> list[int]:
    """Ids of people of one user; another has somebody of the same name."""
    for user_id in (USER, OTHER):
        open_user(store, user_id)
    add(store, person("Ana Ruiz"), user_id=OTHER)
    new = [NewContact(person(f"Joe Park {n}", cadence_days=30 if n % 2 else None)) for n in range(6)]
    added = store.add_contacts(USER, 1, new, now=NOW)
    assert added is not None
    return list(added.result["contact_ids"])


def journalled(store: Store, update_id: int, work: Callable[[Journal], object]) -> Change:
    def write(journal: Journal) -> dict[str, Any]:
        return {"said": work(journal)}

    change = store._write(USER, update_id, "tried", write, now=NOW)
    assert change is not None
    return change


def test_many_rows_are_inserted_in_order_with_one_image(store: Store, engine: Engine, people: list[int]) -> None:
    rows = [{"contact_id": each, "kind": "email", "value": f"joe{each}\x00@example.org"} for each in people]
    before = dump_data(engine)
    change = journalled(store, 7, lambda journal: journal.insert_many(POINTS, rows))
    ids = change.result["said"]
    points = {row["id"]: (row["contact_id"], row["value"]) for row in dump(engine)["contact_points"]}
    assert [points[each] for each in ids] == [(each, f"joe{each}@example.org") for each in people]
    assert change.before == [{"table": "contact_points", "ids": [[ids[0], ids[-1]]], "columns": None}]
    undone = store.undo(USER, 8, change.id, now=NOW)
    assert undone is not None
    assert undone.result["kept"] == 0
    assert dump_data(engine)["contact_points"] == before["contact_points"]


def test_many_rows_are_updated_with_an_image_for_each_value_before(
    store: Store, engine: Engine, people: list[int]
) -> None:
    before = dump_data(engine)
    ids = [*people, 1, 999_999]
    change = journalled(store, 7, lambda journal: journal.update_many(CONTACTS, ids, cadence_days=30, city="Berlin"))
    assert change.result["said"] == 6
    assert sorted(change.before, key=str) == [
        {"table": "contacts", "ids": [[each, each] for each in people[::2]],
         "columns": {"cadence_days": [None, 30], "city": [None, "Berlin"]}},
        {"table": "contacts", "ids": [[each, each] for each in people[1::2]], "columns": {"city": [None, "Berlin"]}},
    ]  # fmt: skip
    contacts = {row["id"]: row for row in dump(engine)["contacts"]}
    assert {contacts[each]["city"] for each in people} == {"Berlin"}
    assert contacts[1]["city"] is None
    store.edit_contact(USER, 8, people[0], values={"city": "Madrid"}, now=NOW)
    undone = store.undo(USER, 9, change.id, now=NOW)
    assert undone is not None
    assert undone.result["kept"] == 1
    after = {row["id"]: row["city"] for row in dump(engine)["contacts"]}
    assert after.pop(people[0]) == "Madrid"
    assert set(after.values()) == {None}
    assert [row["cadence_days"] for row in dump(engine)["contacts"]] == [
        row["cadence_days"] for row in before["contacts"]
    ]


def test_an_update_that_changes_nothing_leaves_no_image(store: Store, people: list[int]) -> None:
    change = journalled(store, 7, lambda journal: journal.update_many(CONTACTS, people, city=None))
    assert (change.result["said"], change.before) == (0, [])


def test_many_deleted_rows_come_back_but_not_twice(store: Store, engine: Engine, people: list[int]) -> None:
    for n, each in enumerate(people):
        store.edit_contact(USER, 20 + n, each, tags=["vip"], now=NOW)
    links = [row["id"] for row in dump(engine)["contact_tags"]]
    before = dump_data(engine)
    change = journalled(store, 7, lambda journal: journal.delete_many(CONTACT_TAGS, links))
    assert change.result["said"] == 6
    assert dump(engine)["contact_tags"] == []
    store.edit_contact(USER, 8, people[2], tags=["vip"], now=NOW)
    undone = store.undo(USER, 9, change.id, now=NOW)
    assert undone is not None
    assert undone.result["kept"] == 1
    links_of = [row["contact_id"] for row in dump(engine)["contact_tags"]]
    assert sorted(links_of) == [row["contact_id"] for row in before["contact_tags"]]
    assert dump_data(engine)["contact_words"] == before["contact_words"]


def test_who_lost_a_tag_that_was_made_anew_since_gets_that_one(store: Store, people: list[int]) -> None:
    store.edit_contact(USER, 7, people[0], tags=["vip"], now=NOW)
    tag = store.find_tag(USER, "vip")
    assert tag is not None
    removed = store.remove_tag(USER, 8, tag.id or 0, now=NOW)
    store.edit_contact(USER, 9, people[1], tags=["VIP"], now=NOW)
    assert removed is not None
    undone = store.undo(USER, 10, removed.id, now=NOW)
    assert undone is not None
    assert undone.result["kept"] == 1
    assert [(tag.name, tag.count) for tag in store.tags(USER)] == [("VIP", 2)]


def test_bulk_changes_take_a_few_statements_however_many_rows(store: Store, people: list[int]) -> None:
    told: list[str] = []
    event.listen(store.engine, "before_cursor_execute", lambda _c, _u, statement, *_more: told.append(statement))
    change = journalled(store, 7, lambda journal: journal.update_many(CONTACTS, people, cadence_days=14))
    assert len(told) <= 12
    told.clear()
    store.undo(USER, 8, change.id, now=NOW)
    assert len(told) <= 14
