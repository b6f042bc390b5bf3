"""What holds for every method that writes."""

import inspect
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine

from storage import Step, Store
from tests.storage.world import NOW, OTHER, TODAY, USER, WRITES, Write, dump, dump_data, fill, open_user

every_write = pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
#: All but what is done in the background, whatever is being talked about.
TALKED = {name: write for name, write in WRITES.items() if name != "finish_import"}
#: These write even where there is nobody else.
ADDING = [WRITES[name] for name in ("add_contacts", "finish_import", "change_settings")]
STEP = Step("note", {"touch": 3}, NOW + timedelta(hours=1))


def visible(rows: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """The rows without deleted contacts, and without their words, which no search reads; without imports, and all of
    whom those brought and who are hidden as a whole."""
    gone = {row["id"] for row in rows["contacts"] if row["deleted_at"] is not None}
    brought = {row["id"] for row in rows["contacts"] if row["id"] in gone and row["import_id"] is not None}
    words = [row for row in rows["contact_words"] if row["contact_id"] not in gone]
    found = {name: kept for name, kept in rows.items() if name not in ("imports", "import_files")}
    found = {name: [row for row in kept if row.get("deleted_at") is None] for name, kept in found.items()}
    found = {name: [row for row in kept if row.get("contact_id") not in brought] for name, kept in found.items()}
    return found | {"contact_words": words}


def test_the_table_of_writes_misses_no_method_that_takes_an_update() -> None:
    methods = dict(inspect.getmembers(Store, inspect.isfunction))
    public = {name: inspect.signature(method) for name, method in methods.items() if not name.startswith("_")}
    taking = {name for name, signature in public.items() if "update_id" in signature.parameters}
    assert taking - {
        "open_update",
        "unarchive",
        "sort_contact",
        "change_of",
        "undo",
        "answer_nudge",
        "open_import",
        "import_of",
        "move_promise",
        "keep_promise",
        "drop_promise",
        "put_off_introduction",
        "reply_to_introduction",
        "make_introduction",
        "close_introduction",
    } <= set(WRITES)


@every_write
def test_a_second_run_of_an_update_changes_nothing_and_answers_the_same(
    store: Store, engine: Engine, write: Write
) -> None:
    world = fill(store)
    first = write(store, USER, 7, world)
    after = dump(engine)
    second = write(store, USER, 7, world)
    assert first is not None
    assert second is not None
    assert (second.id, second.kind, second.result) == (first.id, first.kind, first.result)
    assert second.before == first.before
    assert dump(engine) == after
    assert store.change_of(USER, 7) == second


@every_write
def test_nobody_writes_to_the_rows_of_another(store: Store, engine: Engine, write: Write) -> None:
    world = fill(store)
    open_user(store, OTHER)
    before = dump(engine, only=USER)
    written = write(store, OTHER, 7, world)
    if write not in ADDING:
        assert written is None
        assert store.change_of(OTHER, 7) is None
    assert dump(engine, only=USER) == before


@every_write
def test_a_user_who_was_erased_gets_nothing_written(store: Store, engine: Engine, write: Write) -> None:
    world = fill(store)
    store.erase(USER)
    assert write(store, USER, 7, world) is None
    assert all(rows == [] for rows in dump(engine).values())


@every_write
def test_nothing_is_written_to_a_contact_that_is_deleted(store: Store, engine: Engine, write: Write) -> None:
    world = fill(store)
    for update_id in (100, 101):
        added = store.change_of(USER, update_id)
        assert added is not None
        store.undo(USER, 200 + update_id, added.id, now=NOW)
    before = dump(engine)
    if write not in ADDING:
        assert write(store, USER, 7, world) is None
        assert dump(engine) == before


@every_write
def test_undo_puts_every_row_back(store: Store, engine: Engine, write: Write) -> None:
    world = fill(store)
    before = dump_data(engine)
    done = write(store, USER, 7, world)
    assert done is not None
    assert dump_data(engine) != before
    undone = store.undo(USER, 8, done.id, now=NOW)
    assert undone is not None
    assert (undone.result["undone"], undone.result["of"], undone.result["kept"]) == (done.kind, done.result, 0)
    assert visible(dump_data(engine)) == visible(before)


@pytest.mark.parametrize("write", TALKED.values(), ids=TALKED)
def test_each_change_ends_the_step_the_user_was_at(store: Store, write: Write) -> None:
    world = fill(store)
    store.set_step(USER, STEP)
    write(store, USER, 7, world)
    user = store.user(USER)
    assert user is not None
    assert (user.step, user.step_data, user.step_expires_at) == (None, {}, None)


def test_a_change_can_set_the_next_step_with_it(store: Store) -> None:
    world = fill(store)
    store.mark_done(USER, 7, world.nudge, on=TODAY, now=NOW, then=STEP)
    user = store.user(USER)
    assert user is not None
    assert (user.step, user.step_data, user.step_expires_at) == ("note", {"touch": 3}, STEP.expires_at)


def test_a_write_that_meets_nothing_leaves_the_step(store: Store) -> None:
    fill(store)
    store.set_step(USER, STEP)
    assert store.archive(USER, 7, 999_999, now=NOW) is None
    user = store.user(USER)
    assert user is not None
    assert user.step == "note"


@every_write
def test_the_same_update_in_two_processes_at_once_writes_once(store: Store, engine: Engine, write: Write) -> None:
    world = fill(store)
    with ThreadPoolExecutor(4) as pool:
        changes = list(pool.map(lambda _: write(store, USER, 7, world), range(4)))
    assert len({change.id for change in changes if change is not None}) == 1
    assert None not in changes
    assert len([row for row in dump(engine)["changes"] if row["update_id"] == 7]) == 1


def test_unlike_updates_at_once_all_count(store: Store) -> None:
    world = fill(store)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: store.add_note(USER, n, world.ana, f"note {n}", on=TODAY, now=NOW), range(20)))
    card = store.card(USER, world.ana)
    assert card is not None
    assert len(card.notes) == 21


def test_text_that_a_database_refuses_is_stored_without_what_it_refuses(store: Store) -> None:
    world = fill(store)
    noted = store.add_note(USER, 8, world.ana, "one\x00two\ud83dthree", on=TODAY, now=NOW)
    card = store.card(USER, world.ana)
    assert noted is not None
    assert card is not None
    assert card.notes[0].text == "onetwothree"
