import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import SQLModel

from storage import NewerDatabase, Store, fault_of, migrate, open_engine
from storage.migrate import HEAD, MIGRATIONS, configure, read_revision, upgrade
from tests.storage.world import NOW, USER, dump, fill

#: The module, whose name in the package is its function's.
MODULE = sys.modules["storage.migrate"]
ROOT = Path(__file__).parents[2]
#: A row in each table, as revision 0001 had them.
ROWS: dict[str, dict[str, Any]] = {
    "users": {
        "id": USER,
        "timezone": "Europe/Madrid",
        "timezone_known": True,
        "nudge_weekday": 0,
        "nudge_time": "09:00:00",
        "people_per_week": 1,
        "every_weeks": 1,
        "reminder_on": True,
        "unanswered": 0,
        "step_data": "{}",
        "next_nudge_at": NOW,
        "created_at": NOW,
    },
    "contacts": {
        "id": 11,
        "name": "Ana Ruiz",
        "name_key": "ana ruiz",
        "status": "active",
        "cadence_days": 30,
        "source": "chat",
        "added_on": "2026-11-01",
        "last_touch_on": "2026-11-02",
        "next_due_on": "2026-12-02",
        "created_at": NOW,
    },
    "contact_points": {"id": 12, "contact_id": 11, "kind": "email", "value": "ana@example.org"},
    "tags": {"id": 13, "name": "PyCon", "key": "pycon"},
    "contact_tags": {"id": 14, "contact_id": 11, "tag_id": 13},
    "notes": {"id": 15, "contact_id": 11, "noted_on": "2026-11-01", "text": "likes tea", "created_at": NOW},
    "nudges": {
        "id": 16,
        "contact_id": 11,
        "kind": "contact",
        "status": "sent",
        "reason_kind": "overdue",
        "reason": "why",
        "opener": "Hi",
        "opener_keys": '["first"]',
        "created_at": NOW,
        "sent_at": NOW,
        "message_id": 77,
    },
    "nudge_messages": {"id": 17, "nudge_id": 16, "message_id": 77},
    "touches": {"id": 18, "contact_id": 11, "touched_on": "2026-11-02", "nudge_id": 16, "created_at": NOW},
    "promises": {"id": 19, "contact_id": 11, "text": "send the book", "created_at": NOW},
    "introductions": {"id": 20, "first_id": 11, "second_id": 11, "why": "", "status": "proposed", "created_at": NOW},
    "changes": {
        "id": 21,
        "update_id": 5,
        "kind": "archived",
        "result": '{"contact_id": 11}',
        "created_at": NOW,
        "before": '[{"table": "contacts", "id": 11, "columns": {"status": ["inbox", "active"]}}]',
    },
}


#: Tables that came later.
NEW_TABLES = {"yearly_dates", "contact_words", "contact_pairs", "imports", "import_files", "pace"}


def read_all(engine: Engine) -> dict[str, list[dict[str, Any]]]:
    """Every row of the tables of the first revision, as the database has it."""
    with engine.connect() as connection:
        tables = {name: connection.execute(text(f"SELECT * FROM {name} ORDER BY id")).mappings() for name in ROWS}
        return {name: [dict(row) for row in rows] for name, rows in tables.items()}


def fill_at_first_revision(engine: Engine) -> None:
    with engine.begin() as connection:
        for name, row in ROWS.items():
            owned = row if name == "users" else {"user_id": USER, **row}
            marks = ", ".join(f":{column}" for column in owned)
            statement = text(f"INSERT INTO {name} ({', '.join(owned)}) VALUES ({marks})")
            connection.execute(statement.bindparams(*_typed(owned)), owned)


def _typed(row: dict[str, Any]) -> list[sa.BindParameter[Any]]:
    kinds = {"_at": sa.DateTime(timezone=True)}
    return [sa.bindparam(name, type_=kinds.get(name[-3:])) for name in row]


def test_the_migrated_schema_is_the_models(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []


def test_constraints_have_the_names_the_convention_gives(engine: Engine) -> None:
    found = inspect(engine)
    for table in SQLModel.metadata.sorted_tables:
        keys = {key["name"] for key in found.get_foreign_keys(table.name)}
        assert keys == {str(key.name) for key in table.foreign_key_constraints}
        assert found.get_pk_constraint(table.name)["name"] == f"pk_{table.name}" or engine.dialect.name == "sqlite"


def test_the_newest_revision_is_the_one_written_down(engine: Engine) -> None:
    with engine.connect() as connection:
        assert ScriptDirectory.from_config(configure(connection)).get_heads() == [HEAD]
        assert read_revision(connection) == HEAD


def test_rows_of_the_first_revision_are_read_through_the_store_at_the_newest(empty_engine: Engine) -> None:
    upgrade(empty_engine, "0001")
    fill_at_first_revision(empty_engine)
    migrate(empty_engine)
    store = Store(empty_engine)
    user, card, nudge = store.user(USER), store.card(USER, 11), store.open_nudge(USER)
    exported, change = store.export(USER), store.change_of(USER, 5)
    assert user is not None
    assert card is not None
    assert nudge is not None
    assert exported is not None
    assert change is not None
    assert (user.next_nudge_at, user.nudge_time.hour) == (NOW, 9)
    assert (card.contact.name, card.tags, card.points[0].value, card.notes[0].text) == (
        "Ana Ruiz",
        ["PyCon"],
        "ana@example.org",
        "likes tea",
    )
    assert (card.touches[0].nudge_id, card.promises[0].text) == (16, "send the book")
    assert (nudge.opener_keys, store.nudge_by_message(USER, 77)) == (["first"], nudge)
    assert len(exported.introductions) == 1
    assert store.undo(USER, 6, change.id, now=NOW) is not None
    assert set(ROWS) | NEW_TABLES == set(SQLModel.metadata.tables)


def test_a_migrated_database_has_the_words_of_whom_it_knew(empty_engine: Engine) -> None:
    upgrade(empty_engine, "0001")
    fill_at_first_revision(empty_engine)
    before = read_all(empty_engine)
    migrate(empty_engine)
    words = {(row["word"], row["field"], row["contact_id"]) for row in dump(empty_engine)["contact_words"]}
    assert words == {
        ("ana", "name", 11),
        ("ruiz", "name", 11),
        ("pycon", "tag", 11),
        ("likes", "note", 11),
        ("tea", "note", 11),
    }
    assert Store(empty_engine).alike(USER, "ruis") == [(11, "Ana Ruiz")]
    after = read_all(empty_engine)
    assert {name: [{key: row[key] for key in old} for old, row in zip(before[name], after[name], strict=True)]
            for name in before} == before  # fmt: skip


def test_migrating_folds_further_and_normalises_linkedin_addresses(empty_engine: Engine) -> None:
    upgrade(empty_engine, "0001")
    fill_at_first_revision(empty_engine)
    page = "https://www.linkedin.com/in/ana-ruíz"
    links = [
        "http://de.linkedin.com/in/Ana-Ru%C3%ADz/?trk=x",
        "linkedin.com/in/ana-ru%C3%ADz",
        "https://example.org/in/Ana",
    ]
    with empty_engine.begin() as connection:
        connection.execute(text("UPDATE contacts SET name = 'Søren Łoś', name_key = 'søren łos'"))
        connection.execute(text("UPDATE tags SET name = 'łoś', key = 'łos'"))
        for row_id, link in enumerate(links, 100):
            columns = "(id, user_id, contact_id, kind, value)"
            values = {"id": row_id, "user": USER, "value": link}
            connection.execute(
                text(f"INSERT INTO contact_points {columns} VALUES (:id, :user, 11, 'link', :value)"), values
            )
    migrate(empty_engine)
    store = Store(empty_engine)
    card = store.card(USER, 11)
    assert card is not None
    assert [point.value for point in card.points if point.kind == "link"] == [page, links[1], links[2]]
    assert card.contact.name_key == "soren los"
    assert store.find_tag(USER, "łoś") == store.find_tag(USER, "los") is not None
    assert store.match(USER, [("link", page)]) == {("link", page): 11}


def test_a_change_made_before_is_undone_as_today(empty_engine: Engine) -> None:
    """It put back what was folded less far then."""
    upgrade(empty_engine, "0001")
    fill_at_first_revision(empty_engine)
    renamed = '{"name": ["Søren Łoś", "Ana Ruiz"], "name_key": ["søren łos", "ana ruiz"]}'
    images = f'[{{"table": "contacts", "id": 11, "columns": {renamed}}}]'
    with empty_engine.begin() as connection:
        connection.execute(text("UPDATE changes SET kind = 'edited', before = :images"), {"images": images})
    migrate(empty_engine)
    store = Store(empty_engine)
    assert store.undo(USER, 6, 21, now=NOW) is not None
    card = store.card(USER, 11)
    assert card is not None
    assert (card.contact.name, card.contact.name_key) == ("Søren Łoś", "soren los")
    assert store.alike(USER, "soren") == [(11, "Søren Łoś")]
    assert store.alike(USER, "ana") == []


def test_migrating_again_changes_nothing_and_does_not_load_alembic(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'dotty.db'}"
    program = f"import sys, storage; storage.migrate(storage.open_engine({url!r})); print('alembic' in sys.modules)"
    runs = [
        subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    ]
    assert runs == ["True\n", "False\n"]


def test_migrating_works_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    engine = open_engine("sqlite:///dotty.db")
    migrate(engine)
    assert Store(engine).user(USER) is None
    engine.dispose()
    assert MIGRATIONS.is_absolute()


def test_several_processes_may_migrate_at_once(empty_engine: Engine) -> None:
    url = empty_engine.url.render_as_string(hide_password=False)
    engines = [open_engine(url) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(migrate, engines))
    fill(Store(empty_engine))
    for engine in engines:
        engine.dispose()


def test_a_database_of_a_newer_program_is_refused_and_left_as_it_is(empty_engine: Engine) -> None:
    migrate(empty_engine)
    with empty_engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0999'"))
    with pytest.raises(NewerDatabase, match="0999"):
        migrate(empty_engine)
    with empty_engine.connect() as connection:
        assert read_revision(connection) == "0999"


def test_a_later_migration_can_remake_a_table_without_losing_what_refers_to_it(
    sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite alters most things by making the table anew, which deletes what refers to it if foreign keys are on."""
    fill(Store(sqlite_engine))
    before = dump(sqlite_engine)

    def remake(connection: sa.Connection, _: str) -> None:
        operations = Operations(MigrationContext.configure(connection))
        with operations.batch_alter_table("users", recreate="always") as batch:
            batch.add_column(sa.Column("colour", sa.String(8)))

    monkeypatch.setattr(MODULE, "_run", remake)
    upgrade(sqlite_engine, "0002")
    assert dump(sqlite_engine) == before
    with sqlite_engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1


def test_a_migration_that_fails_halfway_leaves_the_database_as_it_was(
    empty_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(connection: sa.Connection, _: str) -> None:
        connection.execute(text("CREATE TABLE half (id INTEGER)"))
        raise ZeroDivisionError

    monkeypatch.setattr(MODULE, "_run", fail)
    with pytest.raises(ZeroDivisionError):
        migrate(empty_engine)
    assert inspect(empty_engine).get_table_names() == []


def test_a_database_that_can_be_read_only_is_known_of_before_anything_is_to_be_written(engine: Engine) -> None:
    url = engine.url.update_query_dict({"options": "-c default_transaction_read_only=on"})
    if engine.dialect.name == "sqlite":
        url = engine.url.set(database=f"file:{engine.url.database}", query={"mode": "ro", "uri": "true"})
    read_only = open_engine(url.render_as_string(hide_password=False))
    with pytest.raises(DBAPIError) as caught:
        migrate(read_only)
    assert fault_of(caught.value) == "read-only"
    read_only.dispose()


def test_migrating_takes_the_capitals_out_of_usernames(empty_engine: Engine) -> None:
    upgrade(empty_engine, "0001")
    fill_at_first_revision(empty_engine)
    with empty_engine.begin() as connection:
        for row_id, value in enumerate(("AnaRuiz", "ANARUIZ", "ana_r", "Ana_R"), 100):
            columns, values = "(id, user_id, contact_id, kind, value)", {"id": row_id, "user": USER, "value": value}
            statement = f"INSERT INTO contact_points {columns} VALUES (:id, :user, 11, 'telegram', :value)"
            connection.execute(text(statement), values)
    migrate(empty_engine)
    card = Store(empty_engine).card(USER, 11)
    assert card is not None
    names = [point.value for point in card.points if point.kind == "telegram"]
    assert names == ["anaruiz", "ANARUIZ", "ana_r", "Ana_R"]
