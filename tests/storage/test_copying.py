"""Moving everything to another database."""

import hashlib
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, inspect, select, text
from sqlmodel import SQLModel

from storage import Incoming, Store, migrate, open_engine
from storage.copying import DifferentError, MisfitError, NotEmptyError, copy_all, prepare
from storage.counters import set_counters
from storage.snapshot import open_snapshot
from tests.storage.world import NOW, TODAY, USER, add, fill, person

Counts = dict[str, int]


def url_of(engine: Engine) -> str:
    return engine.url.render_as_string(hide_password=False)


def copy(source: Engine, target: Engine) -> Counts:
    counts: Counts = {}
    prepare(target)
    with open_snapshot(url_of(source)) as reading, target.begin() as writing:
        copy_all(reading, writing, counts.__setitem__)
    return counts


def rows(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    with engine.begin() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key.columns))]
            for table in SQLModel.metadata.sorted_tables
        }


def fill_everything(store: Store) -> int:
    """Rows of every kind, an import half done among them; the newest id that a contact ever had, which is gone."""
    world = fill(store)
    store.make_promise(USER, 200, world.ana, "send the report 📄", due_on=TODAY, remind_at=NOW, now=NOW)
    store.ask_introduction(USER, 201, (world.ana, world.ben), "both sail", now=NOW)
    store.judge_pair(USER, 202, world.ben, world.ana, "different", on=TODAY, now=NOW)
    opened = store.open_import(USER, 203, file_name="people.csv", content=b"\x00\xff\nJoe Park", now=NOW)
    imported = opened.id or 0
    assert store.change_import(USER, imported, states=("reading",), state="running", work_at=NOW)
    joe = Incoming({"name": "Łucja Ñandú 李", "added_on": TODAY}, (("email", "joe@example.org"),), ("basel",), ())
    store.stage(USER, imported, [joe], now=NOW)
    gone = add(store, person("Zed Quill"), update_id=204)
    with store.engine.begin() as connection:
        connection.execute(text("INSERT INTO pace (name, free_at) VALUES ('nudges', '2026-11-23 09:00:00.123456')"))
        connection.execute(text("DELETE FROM contacts WHERE id = :id"), {"id": gone})
    return gone


def test_every_row_arrives_as_it_was_and_ids_go_on_counting(store: Store, empty_engine: Engine) -> None:
    gone = fill_everything(store)
    counts = copy(store.engine, empty_engine)
    before, after = rows(store.engine), rows(empty_engine)
    assert after == before
    assert counts == {name: len(found) for name, found in before.items()}
    assert [name for name, count in counts.items() if count == 0] == []
    copied = Store(empty_engine)
    assert add(copied, person("Grace Lim"), update_id=205) == gone + 1
    assert copied.user(USER) == store.user(USER)
    assert copied.alike(USER, "lucja") == store.alike(USER, "lucja")


def test_a_database_that_somebody_uses_is_left_alone(store: Store, sqlite_engine: Engine, tmp_path: Path) -> None:
    fill(store)
    before = rows(store.engine)
    with pytest.raises(NotEmptyError):
        prepare(store.engine)
    assert rows(store.engine) == before


@pytest.mark.parametrize("table", ["users (name TEXT)", "alembic_version (version_num TEXT)"])
def test_tables_of_another_program_are_left_alone(empty_engine: Engine, table: str) -> None:
    with empty_engine.begin() as connection:
        connection.execute(text(f"CREATE TABLE {table}"))
    with pytest.raises(NotEmptyError):
        prepare(empty_engine)
    assert inspect(empty_engine).get_table_names() == [table.partition(" ")[0]]


def test_a_copy_cut_short_leaves_the_target_empty(
    sqlite_store: Store, empty_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(sqlite_store)

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("storage.copying.set_counters", fail)
    with pytest.raises(KeyboardInterrupt):
        copy(sqlite_store.engine, empty_engine)
    assert all(found == [] for found in rows(empty_engine).values())
    monkeypatch.undo()
    copy(sqlite_store.engine, empty_engine)
    assert rows(empty_engine) == rows(sqlite_store.engine)


def test_what_postgresql_refuses_is_named_by_where_it_is_and_nothing_is_copied(
    sqlite_store: Store, empty_postgresql: Engine
) -> None:
    world = fill(sqlite_store)
    with sqlite_store.engine.begin() as connection:
        connection.execute(
            text("UPDATE contacts SET city = 'Ber' || char(0) || 'lin' WHERE id = :id"), {"id": world.ben}
        )
        connection.execute(
            text("UPDATE contacts SET name = :long WHERE id = :id"), {"long": "x" * 201, "id": world.ana}
        )
        connection.execute(text("UPDATE users SET unanswered = 3000000000"))
    with pytest.raises(MisfitError) as caught:
        copy(sqlite_store.engine, empty_postgresql)
    assert [(each.table, each.column, each.key, each.fault) for each in caught.value.rows] == [
        ("users", "unanswered", (USER,), "too large a number"),
        ("contacts", "name", (world.ana,), "too long"),
        ("contacts", "city", (world.ben,), "a NUL character"),
    ]
    assert all(found == [] for found in rows(empty_postgresql).values())


def test_a_row_that_arrives_changed_is_found(sqlite_store: Store, empty_engine: Engine) -> None:
    fill(sqlite_store)
    migrate(empty_engine)
    on_sqlite = (
        "CREATE TRIGGER t AFTER INSERT ON notes BEGIN UPDATE notes SET text = text || '!' WHERE id = NEW.id; END"
    )
    body = (
        "CREATE FUNCTION t() RETURNS trigger AS 'BEGIN NEW.text := NEW.text || ''!''; RETURN NEW; END' LANGUAGE plpgsql"
    )
    on_postgresql = f"{body}; CREATE TRIGGER t BEFORE INSERT ON notes FOR EACH ROW EXECUTE FUNCTION t()"
    with empty_engine.begin() as connection:
        connection.exec_driver_sql(on_sqlite if empty_engine.dialect.name == "sqlite" else on_postgresql)
    with pytest.raises(DifferentError) as caught:
        copy(sqlite_store.engine, empty_engine)
    assert (caught.value.table, len(caught.value.key)) == ("notes", 1)
    assert all(found == [] for found in rows(empty_engine).values())


@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET name = name || ' '"])
def test_a_row_lost_or_changed_on_the_way_is_found(
    sqlite_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    fill(sqlite_store)
    target = open_engine(f"sqlite:///{tmp_path / 'to.db'}")

    def harm(connection: Any, last: dict[str, int]) -> None:
        set_counters(connection, last)
        connection.execute(text(change.format("contacts") + " WHERE id = (SELECT max(id) FROM contacts)"))

    monkeypatch.setattr("storage.copying.set_counters", harm)
    with pytest.raises(DifferentError):
        copy(sqlite_store.engine, target)
    target.dispose()


def test_the_source_is_not_written_to(sqlite_store: Store, empty_engine: Engine, tmp_path: Path) -> None:
    fill(sqlite_store)
    path = Path(str(sqlite_store.engine.url.database))
    sqlite_store.engine.dispose()
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    copy(sqlite_store.engine, empty_engine)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


def test_what_is_written_meanwhile_is_not_half_in_it(store: Store, tmp_path: Path) -> None:
    """The snapshot is of one moment, however long the copying takes."""
    fill(store)
    target = open_engine(f"sqlite:///{tmp_path / 'to.db'}")
    prepare(target)
    before = rows(store.engine)
    with open_snapshot(url_of(store.engine)) as reading:
        reading.execute(text("SELECT 1 FROM users")).first()
        add(store, person("Grace Lim"), update_id=300)
        with target.begin() as writing:
            copy_all(reading, writing, lambda _table, _count: None)
    assert rows(target) == before
    target.dispose()
