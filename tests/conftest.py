"""Databases for the tests: a fresh SQLite file each, and one PostgreSQL a session, emptied for each."""

import gc
import os
import shutil
import tempfile
import uuid
import warnings
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from sqlalchemy import Engine, make_url, text
from sqlmodel import SQLModel

from storage import Store, migrate, open_engine
from tests.chat import Chat, migrated_content
from tests.engines import hasten

#: Names a server to make a database of one's own on; without it the pgserver package brings a server.
SERVER = "TEST_POSTGRES_URL"
#: The library warns, unless told so, that the seconds of a 429 will be a timedelta one day; either is understood.
os.environ.setdefault("PTB_TIMEDELTA", "1")
HAS_POSTGRESQL = bool(os.environ.get(SERVER)) or find_spec("pgserver") is not None
DATABASES = ["sqlite", "postgresql"] if HAS_POSTGRESQL else ["sqlite"]
#: For a server of one's own, whose data need not survive a power cut: most of a short test was waiting for the disk.
WITHOUT_THE_DISK = ("fsync = off", "full_page_writes = off", "synchronous_commit = off")
TABLES = [table.name for table in reversed(SQLModel.metadata.sorted_tables)]
#: Tables longer than so many bytes are truncated: what is deleted still has to be read past.
LONG_TABLE = 1_000_000
NOT_RUN = f"THE POSTGRESQL TESTS WERE NOT RUN: name a server in {SERVER}, or install pgserver (Python 3.11 or 3.12)"


@pytest.fixture(scope="session")
def server_url() -> Iterator[str]:
    if given := os.environ.get(SERVER):
        yield given
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what it warns of, where its lock file goes, is of no account here
        from pgserver.postgres_server import get_server
    folder = tempfile.mkdtemp(prefix="dotty-postgresql-")
    server = get_server(folder)
    _write_without_the_disk(server.get_uri())
    yield server.get_uri()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def _write_without_the_disk(server_url: str) -> None:
    engine = open_engine(server_url).execution_options(isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for setting in WITHOUT_THE_DISK:
            connection.execute(text(f"ALTER SYSTEM SET {setting}"))
        connection.execute(text("SELECT pg_reload_conf()"))
    engine.dispose()


@pytest.fixture
def empty_postgresql(server_url: str) -> Iterator[Engine]:
    """A database with nothing in it, gone after the test."""
    yield from _make_database(server_url)


@pytest.fixture(scope="session")
def migrated_postgresql(server_url: str) -> Iterator[Engine]:
    for engine in _make_database(server_url):
        migrate(engine)
        yield engine


def _make_database(server_url: str) -> Iterator[Engine]:
    name = f"dotty_{uuid.uuid4().hex}"
    server = open_engine(server_url).execution_options(isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine = open_engine(make_url(server_url).set(database=name).render_as_string(hide_password=False))
    yield engine
    engine.dispose()
    with server.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy."""
    path = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    path.touch(mode=0o600)
    path.write_bytes(migrated_content())
    return path


@pytest.fixture
def sqlite_engine(migrated_file: Path, tmp_path: Path) -> Iterator[Engine]:
    path = shutil.copy(migrated_file, tmp_path / "dotty.db")
    engine = open_engine(f"sqlite:///{path}")
    yield engine
    engine.dispose()


@pytest.fixture
def sqlite_store(sqlite_engine: Engine) -> Store:
    return Store(sqlite_engine)


@pytest.fixture(params=DATABASES)
def engine(request: pytest.FixtureRequest) -> Engine:
    """A migrated and empty database: each test runs on both."""
    if request.param == "sqlite":
        chosen: Engine = request.getfixturevalue("sqlite_engine")
        return hasten(chosen)
    chosen = request.getfixturevalue("migrated_postgresql")
    _empty(chosen)
    return chosen


def _empty(postgresql: Engine) -> None:
    """No rows, and ids from 1 on. Deleting a few rows takes a tenth of the time of a TRUNCATE, which makes new files."""
    with postgresql.begin() as connection:
        longest = connection.scalar(text("SELECT max(pg_relation_size(relid)) FROM pg_stat_user_tables"))
        if longest is not None and longest > LONG_TABLE:
            connection.execute(text(f"TRUNCATE {', '.join(TABLES)}"))
        connection.execute(text("; ".join(f"DELETE FROM {table}" for table in TABLES)))
        connection.execute(text("SELECT setval(seqrelid, 1, false) FROM pg_sequence"))


@pytest.fixture(params=DATABASES)
def empty_engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database that was never migrated."""
    if request.param == "postgresql":
        yield request.getfixturevalue("empty_postgresql")
        return
    engine = open_engine(f"sqlite:///{tmp_path / 'empty.db'}")
    yield engine
    engine.dispose()


@pytest.fixture
def store(engine: Engine) -> Store:
    return Store(engine)


def pytest_sessionstart() -> None:
    """Next to nothing of what collecting the tests makes is garbage, and to look for it takes a quarter of the time."""
    gc.disable()


def pytest_collection_finish() -> None:
    """What was collected stays to the end: the collector of garbage need not walk through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)
    gc.enable()


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: a test that waits for a process leaves its core to another."""
    return (os.cpu_count() or 1) + 1


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not HAS_POSTGRESQL:
        terminalreporter.section("PostgreSQL", sep="!", red=True, bold=True)
        terminalreporter.line(NOT_RUN, red=True, bold=True)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """On CI nothing may go unproven."""
    if not HAS_POSTGRESQL and os.environ.get("CI") == "true":
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture
def chat(tmp_path: Path) -> Iterator[Chat]:
    """A person's chat with Dotty, on a database of its own."""
    chat = Chat(tmp_path)
    yield chat
    chat.close()
