"""Upgrading PostgreSQL while others work on it."""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from types import ModuleType

import pytest
import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import Script
from sqlalchemy import Engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import SQLModel

from storage import NewerDatabase, Store, fault_of, migrate, open_engine
from storage.migrate import HEAD, fits, read_revision, upgrade
from storage.migrations.frozen.indexing import build_index
from storage.upgrading import hold_lock, run_revision
from tests.bench.migrating import fill as fill_table
from tests.bench.migrating import index_contacts, measure
from tests.storage.world import NOW, USER, fill

#: The module, whose name in the package is its function's.
MODULE = sys.modules["storage.migrate"]
#: The stall that one user may meet while others' tables are altered, in seconds; far more than a try takes.
LONGEST_STALL = 1.0


@contextmanager
def busy(engine: Engine, statement: str) -> Iterator[threading.Event]:
    """Somebody in a transaction that has done this, until the event is set."""
    begun, end = threading.Event(), threading.Event()

    def work() -> None:
        with engine.begin() as connection:
            connection.execute(text(statement))
            begun.set()
            end.wait(30)

    with ThreadPoolExecutor(1) as pool:
        working = pool.submit(work)
        assert begun.wait(10)
        try:
            yield end
        finally:
            end.set()
            working.result(10)


@contextmanager
def calling(store: Store) -> Iterator[list[float]]:
    """Somebody who reads and writes all the while; how long each call took, in seconds."""
    over, taken = threading.Event(), list[float]()

    def work() -> None:
        while not over.is_set():
            started = time.perf_counter()
            store.user(USER)
            store.open_nudge(USER)
            store.add_note(USER, 1_000 + len(taken), 1, "likes hats", on=NOW.date(), now=NOW)
            taken.append(time.perf_counter() - started)

    with ThreadPoolExecutor(1) as pool:
        working = pool.submit(work)
        try:
            yield taken
        finally:
            over.set()
            working.result(30)


@pytest.fixture
def server(empty_postgresql: Engine) -> Engine:
    """Migrated, with a network in it."""
    migrate(empty_postgresql)
    fill(Store(empty_postgresql))
    return empty_postgresql


def rewind(engine: Engine) -> None:
    """The next migration has the newest revision to run."""
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE pace"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0003'"))


def add_a_column(connection: sa.Connection, _: str) -> None:
    operations = Operations(MigrationContext.configure(connection))
    operations.add_column("contacts", sa.Column("colour", sa.String(8), nullable=False, server_default=""))
    connection.execute(text("UPDATE alembic_version SET version_num = :head"), {"head": HEAD})


def when_refused(engine: Engine, times: int, then: Callable[[], None]) -> list[str]:
    """The codes of what PostgreSQL refused, as they come in."""
    codes: list[str] = []

    def note(context: sa.ExceptionContext) -> None:
        codes.append(str(getattr(context.original_exception, "sqlstate", "")))
        if len(codes) == times:
            then()

    event.listen(engine, "handle_error", note)
    return codes


def test_a_long_transaction_keeps_the_migration_waiting_and_nobody_behind_it(
    server: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    rewind(server)
    monkeypatch.setattr(MODULE, "_run", add_a_column)
    migrating = open_engine(server.url.render_as_string(hide_password=False))
    with busy(server, "SELECT count(*) FROM contacts") as end, calling(Store(server)) as taken:
        codes = when_refused(migrating, 2, end.set)
        migrate(migrating)
    migrating.dispose()
    assert codes == ["55P03"] * len(codes)
    assert len(codes) >= 2
    assert len(taken) > 2
    assert max(taken) < LONGEST_STALL


def test_what_never_gives_way_ends_the_start_and_leaves_the_database_as_it_was(
    server: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    rewind(server)
    monkeypatch.setattr(MODULE, "_run", add_a_column)
    monkeypatch.setattr("storage.upgrading.PATIENCE", 0.0)
    with busy(server, "SELECT count(*) FROM contacts"), pytest.raises(DBAPIError) as caught:
        migrate(server)
    assert fault_of(caught.value) == "busy"
    with server.connect() as connection:
        assert read_revision(connection) == "0003"


def test_who_waits_for_another_to_migrate_holds_nothing(server: Engine) -> None:
    rewind(server)
    # Of other connections to this database: what is in a transaction, or waits for a lock.
    others = "pid <> pg_backend_pid() AND datname = current_database() AND usename IS NOT NULL"
    holding = (
        f"SELECT count(*) FROM pg_stat_activity WHERE {others} AND (xact_start IS NOT NULL OR wait_event_type = 'Lock')"
    )
    waiting = f"SELECT count(*) FROM pg_stat_activity WHERE {others} AND query LIKE '%pg_try_advisory_lock%'"
    with ThreadPoolExecutor(1) as pool:
        with hold_lock(server) as first, server.connect() as watching:
            watching.execution_options(isolation_level="AUTOCOMMIT")
            second = pool.submit(migrate, server)
            while not watching.scalar(text(waiting)):
                assert not second.done()
            seen = [watching.scalar(text(holding)) for _ in range(50)]
            assert min(seen) == 0
            assert first.scalar(text("SELECT 1")) == 1
        second.result(30)
    with server.connect() as connection:
        assert read_revision(connection) == HEAD


def script(*, in_transaction: bool) -> Script:
    module = ModuleType("a revision")
    module.__dict__.update(revision="0099", down_revision=None, in_transaction=in_transaction)
    return Script(module, "0099", "0099.py")


def build(connection: sa.Connection, unique: bool = False) -> None:
    context = MigrationContext.configure(connection)
    with Operations.context(context):
        build_index("ix_notes_noted_on", "notes", ["user_id"], where="noted_on IS NOT NULL", unique=unique)


def valid_indexes(engine: Engine) -> dict[str, bool]:
    with engine.connect() as connection:
        found = connection.execute(text("SELECT indexrelid::regclass::text, indisvalid FROM pg_index"))
        return {name: valid for name, valid in found if name == "ix_notes_noted_on"}


def test_an_index_is_built_while_rows_are_written_and_built_anew_where_that_was_cut_short(server: Engine) -> None:
    Store(server).add_note(USER, 300, 1, "likes hats", on=NOW.date(), now=NOW)
    outside = script(in_transaction=False)
    with hold_lock(server) as connection, pytest.raises(DBAPIError):
        run_revision(connection, outside, lambda connection, _: build(connection, unique=True))
    assert valid_indexes(server) == {"ix_notes_noted_on": False}
    with calling(Store(server)) as taken, hold_lock(server) as connection:
        run_revision(connection, outside, lambda connection, _: build(connection))
        run_revision(connection, outside, lambda connection, _: build(connection))
    assert valid_indexes(server) == {"ix_notes_noted_on": True}
    assert max(taken) < LONGEST_STALL


def test_an_index_built_twice_on_sqlite_is_one(sqlite_engine: Engine) -> None:
    with sqlite_engine.begin() as connection:
        build(connection)
        build(connection)
    assert [each["name"] for each in sa.inspect(sqlite_engine).get_indexes("notes")].count("ix_notes_noted_on") == 1


@pytest.mark.parametrize(
    ("revision", "head", "may_run"),
    [
        ("0005_0004", "0005_0004", True), ("0006_0004", "0005_0004", True), ("0006_0004", "0004_0003", True),
        ("0006_0005", "0004_0003", False), ("0006", "0005_0004", False), ("0004_0003", "0005_0004", False),
        ("0003", "0004_0003", False), (None, "0004_0003", False), ("a fork's", "0004_0003", False),
    ],
)  # fmt: skip
def test_a_program_runs_on_what_a_newer_one_only_added_to(revision: str | None, head: str, may_run: bool) -> None:
    assert fits(revision, head) is may_run


def test_an_old_program_starts_on_the_schema_of_a_newer_one_that_allows_it(engine: Engine) -> None:
    store = Store(engine)
    fill(store)
    mine = HEAD.partition("_")[0]
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :next"), {"next": f"0099_{mine}"})
    try:
        migrate(engine)
        with engine.connect() as connection:
            assert read_revision(connection) == f"0099_{mine}"
        with engine.begin() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = '0099_0098'"))
        with pytest.raises(NewerDatabase):
            migrate(engine)
    finally:
        with engine.begin() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = :head"), {"head": HEAD})


def test_a_running_program_goes_on_when_every_table_gets_columns(server: Engine) -> None:
    """The driver prepares a statement at its sixth run, and PostgreSQL refuses one whose columns have changed."""
    store = Store(server)

    def work(first: int) -> None:
        for update in range(first, first + 8):
            store.user(USER)
            store.card(USER, 1)
            store.export(USER)
            store.open_nudge(USER)
            store.alike(USER, "ana")
            assert store.add_note(USER, update, 1, "likes hats", on=NOW.date(), now=NOW) is not None
            change = store.set_cadence(USER, update + 1_000, [1], update, now=NOW)
            assert change is not None
            assert store.undo(USER, update + 2_000, change.id, now=NOW) is not None

    work(10_000)
    with server.begin() as connection:
        for table in SQLModel.metadata.tables:
            connection.execute(text(f"ALTER TABLE {table} ADD COLUMN later varchar(8) NOT NULL DEFAULT ''"))
    work(20_000)


def test_a_long_table_is_upgraded_while_it_is_read_and_written(empty_postgresql: Engine) -> None:
    """The same with a million contacts is measured by `python -m tests.bench migrating`."""
    upgrade(empty_postgresql, "0002")
    fill_table(empty_postgresql, 20_000)
    for work in (migrate, index_contacts):
        taken, _ = measure(empty_postgresql, 20_000, work, idle=0.0)
        assert max(one for _, one in taken) < LONGEST_STALL
    with empty_postgresql.connect() as connection:
        assert read_revision(connection) == HEAD
