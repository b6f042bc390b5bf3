from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Engine,
    Float,
    Integer,
    LargeBinary,
    Numeric,
    String,
    Time,
    insert,
    inspect,
    select,
    text,
    update,
)  # fmt: skip
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

from storage import Incoming, NewContact, Step, Store, open_engine
from storage.tables import INTRODUCTIONS, PROMISES
from tests.storage.arrivals import opened
from tests.storage.world import NOW, OTHER, USER, WRITES, dump, fill, open_user, person

NAME = "Zyxwenna Quorlimund"


def keep_everything(store: Store, user_id: int) -> None:
    """A row in every table."""
    world = fill(store, user_id)
    WRITES["edit_contact"](store, user_id, 7, world)
    WRITES["judge_pair"](store, user_id, 8, world)
    WRITES["set_yearly"](store, user_id, 10, world)
    WRITES["finish_import"](store, user_id, 9, world)
    mine = {"user_id": user_id, "created_at": NOW}
    with store.engine.begin() as connection:
        connection.execute(insert(PROMISES).values(contact_id=world.ana, text="send the book", **mine))
        connection.execute(
            insert(INTRODUCTIONS).values(
                first_id=world.ana, second_id=world.ben, why="both sail", status="proposed", **mine
            )
        )


def test_erasing_leaves_no_row_of_the_user_and_all_of_another(store: Store, engine: Engine) -> None:
    keep_everything(store, USER)
    keep_everything(store, OTHER)
    assert all(rows for rows in dump(engine, only=USER).values())
    others = dump(engine, only=OTHER)
    assert store.erase(USER)
    assert all(rows == [] for rows in dump(engine, only=USER).values())
    assert dump(engine, only=OTHER) == others
    assert not store.erase(USER)


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.glob("dotty.db*")))


def test_an_erased_name_is_not_in_the_bytes_of_the_file_or_its_log(sqlite_store: Store, tmp_path: Path) -> None:
    open_user(sqlite_store)
    open_user(sqlite_store, OTHER)
    for update_id in range(50):
        added = [NewContact(person(f"{NAME} {update_id}"), notes=(NAME * 50,))]
        sqlite_store.add_contacts(USER, update_id, added, now=NOW, then=Step("note", {"name": NAME}, NOW))
    sqlite_store.add_contacts(OTHER, 1, [NewContact(person("Grace Lim"))], now=NOW)
    assert NAME.encode() in bytes_of(tmp_path)
    assert sqlite_store.erase(USER)
    assert NAME.encode() not in bytes_of(tmp_path)
    assert b"zyxwenna" not in bytes_of(tmp_path)
    assert b"Grace Lim" in bytes_of(tmp_path)


def test_an_erased_file_and_whom_it_brought_are_not_in_the_bytes(sqlite_store: Store, tmp_path: Path) -> None:
    open_user(sqlite_store)
    rows = [sqlite_store.open_import(USER, n, file_name=NAME, content=NAME.encode() * 9_000, now=NOW) for n in (1, 2)]
    running = rows[0].id or 0
    sqlite_store.change_import(USER, running, states=("reading",), state="running", work_at=None)
    sqlite_store.stage(USER, running, [Incoming({"name": f"{NAME} {n}"}) for n in range(50)], now=NOW)
    assert bytes_of(tmp_path).count(NAME.encode()) > 18_000
    sqlite_store.erase(USER)
    assert NAME.encode() not in bytes_of(tmp_path)
    assert b"zyxwenna" not in bytes_of(tmp_path)


def test_a_file_dropped_after_a_day_is_overwritten(sqlite_store: Store, tmp_path: Path) -> None:
    open_user(sqlite_store)
    row = sqlite_store.open_import(USER, 1, file_name="people.csv", content=NAME.encode() * 9_000, now=NOW)
    sqlite_store.change_import(USER, row.id or 0, states=("reading",), state="cancelled", work_at=None)
    assert sqlite_store.drop_old_files(NOW + timedelta(days=1)) == 1
    with sqlite_store.engine.connect() as connection:
        connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert NAME.encode() not in bytes_of(tmp_path)


def test_an_erasure_while_another_process_reads_still_deletes_the_rows(
    sqlite_store: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    fill(sqlite_store)
    reader = open_engine(f"sqlite:///{tmp_path / 'dotty.db'}")
    raw = reader.raw_connection()
    cursor = raw.cursor()
    cursor.execute("BEGIN")
    cursor.execute("SELECT count(*) FROM users")
    cursor.fetchall()
    with sqlite_store.engine.connect() as connection:
        connection.connection.cursor().execute("PRAGMA busy_timeout = 1")
    assert sqlite_store.erase(USER)
    cursor.execute("ROLLBACK")
    raw.close()
    reader.dispose()
    assert sqlite_store.user(USER) is None
    assert "still holds old pages" in caplog.text


def test_what_was_kept_for_an_undo_goes_after_thirty_days(store: Store, engine: Engine) -> None:
    world = fill(store)
    added = store.change_of(USER, 100)
    assert added is not None
    store.undo(USER, 7, added.id, now=NOW)
    store.add_note(USER, 8, world.ben, "likes hats", on=NOW.date(), now=NOW + timedelta(days=20))
    assert store.forget_old(NOW + timedelta(days=29)) == 0
    assert store.forget_old(NOW + timedelta(days=31)) == 6
    rows = dump(engine)
    assert [row["update_id"] for row in rows["changes"]] == [8]
    assert [row["id"] for row in rows["contacts"]] == [world.ben]


def test_an_undone_import_is_forgotten_but_none_that_is_worked_on(store: Store, engine: Engine) -> None:
    fill(store)
    people = [Incoming({"name": f"Joe Park {n}"}, (("email", f"joe{n}@example.org"),)) for n in range(600)]
    undone, working = (opened(store, update_id=update_id) for update_id in (1, 2))
    store.stage(USER, undone, people, now=NOW)
    done = store.finish_import(USER, 7, undone, [], now=NOW)
    assert done is not None
    store.undo(USER, 8, done.id, now=NOW)
    store.change_import(USER, undone, states=("undone",), work_at=None)
    store.stage(USER, working, people[:5], now=NOW)
    assert store.forget_old(NOW + timedelta(days=31)) == 606
    assert [row["import_id"] for row in dump(engine)["contacts"]] == [None, None, *[working] * 5]
    assert len(dump(engine)["contact_points"]) == 7


def test_of_an_import_nothing_is_left_after_thirty_days(sqlite_store: Store, tmp_path: Path) -> None:
    open_user(sqlite_store)
    done, cancelled, failed = (opened(sqlite_store, update_id=number, state="ready") for number in (1, 2, 3))
    for import_id in (done, cancelled, failed):
        counts = {"new": 1, "examples": [[NAME, None, None]], "unknown": [{"header": "Who", "samples": [NAME]}]}
        sqlite_store.change_import(USER, import_id, states=("ready",), counts=counts, go_update_id=700, work_at=None)
    sqlite_store.change_import(USER, cancelled, states=("ready",), state="cancelled")
    sqlite_store.change_import(USER, failed, states=("ready",), state="failed")
    sqlite_store.change_import(USER, done, states=("ready",), state="running")
    sqlite_store.stage(USER, done, [Incoming({"name": NAME})], now=NOW)
    change = sqlite_store.finish_import(USER, 700, done, [], now=NOW)
    assert change is not None
    rows = [sqlite_store.import_row(USER, each) for each in (done, cancelled, failed)]
    assert [row and row.counts for row in rows] == [{"new": 1, "updated": 0}, {"new": 1}, {"new": 1}]
    assert "examples" not in change.result
    sqlite_store.undo(USER, 701, change.id, now=NOW + timedelta(days=1))
    sqlite_store.forget_old(NOW + timedelta(days=29))
    assert sqlite_store.import_row(USER, done) is not None
    sqlite_store.forget_old(NOW + timedelta(days=40))
    sqlite_store.drop_old_files(NOW + timedelta(days=40))
    assert sqlite_store.import_row(USER, done) is None
    with sqlite_store.engine.connect() as connection:
        connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert NAME.encode() not in bytes_of(tmp_path)
    assert b"zyxwenna" not in bytes_of(tmp_path)


def test_what_goes_after_thirty_days_is_found_by_an_index(sqlite_store: Store) -> None:
    queries = (
        "SELECT id FROM changes WHERE created_at <= '2026-01-01' LIMIT 500",
        "SELECT id FROM contacts WHERE deleted_at <= '2026-01-01' LIMIT 500",
    )
    with sqlite_store.engine.connect() as connection:
        plans = [connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}").all()[0][-1] for query in queries]
    assert ["ix_changes_created_at" in plans[0], "ix_contacts_deleted" in plans[1]] == [True, True]


# By looking at the database itself: a new table or column can't be forgotten here.


#: What the fleet shares, and no user's.
OF_NOBODY = {"pace", "alembic_version"}
#: In every column of the user's that could hold words; short, for some columns are.
MARK = "zyxwq"
#: Types that hold no words.
WORDLESS = (Boolean, Date, DateTime, Float, Integer, Numeric, Time, UTCDateTime)


def marked(column: Column[Any], number: int) -> Any:
    """The mark, in a value of the column's type; None where it can't hold words. Fails for a type not known here."""
    kind = column.type
    if column.foreign_keys or isinstance(kind, WORDLESS):
        return None
    if isinstance(kind, JSON):
        return {f"{MARK}{number}": [MARK]}
    if isinstance(kind, LargeBinary):
        return f"{MARK}{number}".encode() * 20_000
    assert isinstance(kind, (String, AutoString)), f"{column}: say here what a column of this type can hold"
    return f"{MARK}{number}"[: kind.length]


def mark_everything(engine: Engine, user_id: int) -> set[str]:
    """Put the mark into every column of every row of the user's that can hold words; the columns, as table.column."""
    columns = set()
    with engine.begin() as connection:
        for table in SQLModel.metadata.sorted_tables:
            if table.name in OF_NOBODY:
                continue
            owner = table.c.id if table.name == "users" else table.c.user_id
            for number, row in enumerate(connection.execute(select(table).where(owner == user_id)).all()):
                values = {column.name: marked(column, number) for column in table.c}
                values = {name: value for name, value in values.items() if value is not None}
                which = [column == row._mapping[column.name] for column in table.primary_key.columns]
                if values:
                    connection.execute(update(table).where(*which).values(**values))
                columns |= {f"{table.name}.{name}" for name in values}
    return columns


def rows_as_text(engine: Engine) -> str:
    """Everything in every table the database has, those that no model knows included."""
    with engine.connect() as connection:
        tables = inspect(engine).get_table_names()
        found = [connection.execute(text(f'SELECT * FROM "{table}"')).all() for table in tables]
    return "\n".join(
        str([bytes(each) if isinstance(each, memoryview) else each for each in row]) for rows in found for row in rows
    )


def test_every_table_is_a_users_and_goes_with_them(engine: Engine) -> None:
    looked = inspect(engine)
    tables = set(looked.get_table_names()) - {"sqlite_sequence"}
    assert tables - OF_NOBODY == set(SQLModel.metadata.tables) - OF_NOBODY
    for table in tables - OF_NOBODY - {"users"}:
        keys = {(*key["constrained_columns"], key["referred_table"]): key for key in looked.get_foreign_keys(table)}
        assert keys["user_id", "users"]["options"].get("ondelete") == "CASCADE", table
        assert {key["options"].get("ondelete") for key in keys.values()} <= {"CASCADE", "SET NULL"}, table
        (owner,) = [each for each in looked.get_columns(table) if each["name"] == "user_id"]
        assert not owner["nullable"], table


def test_what_is_of_nobody_has_no_words_of_people(engine: Engine) -> None:
    columns = inspect(engine).get_columns("pace") if "pace" in inspect(engine).get_table_names() else []
    assert {each["name"] for each in columns} <= {"name", "free_at"}


def test_erased_words_are_in_no_table_whatever_column_they_were_in(store: Store, engine: Engine) -> None:
    keep_everything(store, USER)
    keep_everything(store, OTHER)
    columns = mark_everything(engine, USER)
    assert {table.name for table in SQLModel.metadata.sorted_tables} - OF_NOBODY == {
        each.partition(".")[0] for each in columns
    } | set(WORDLESS_TABLES)
    assert rows_as_text(engine).count(MARK) > len(columns)
    assert store.erase(USER)
    assert MARK not in rows_as_text(engine)
    assert "Ana Ruiz" in rows_as_text(engine)


#: These join others, and hold ids and days alone.
WORDLESS_TABLES = ("contact_tags", "nudge_messages")


def test_erased_words_are_nowhere_in_the_file_or_its_log_whatever_column_they_were_in(
    sqlite_store: Store, tmp_path: Path
) -> None:
    keep_everything(sqlite_store, USER)
    keep_everything(sqlite_store, OTHER)
    columns = mark_everything(sqlite_store.engine, USER)
    assert bytes_of(tmp_path).count(MARK.encode()) > len(columns)
    assert sqlite_store.erase(USER)
    assert MARK.encode() not in bytes_of(tmp_path)
