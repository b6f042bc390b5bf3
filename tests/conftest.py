"""Databases for the tests: a fresh SQLite file each, and one PostgreSQL a session, emptied for each."""

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
from tests.chat import Chat

#: Names a server to make a database of one's own on; without it the pgserver package brings a server.
SERVER = "TEST_POSTGRES_URL"
#: The library warns, unless told so, that the seconds of a 429 will be a timedelta one day; either is understood.
os.environ.setdefault("PTB_TIMEDELTA", "1")
HAS_POSTGRESQL = bool(os.environ.get(SERVER)) or find_spec("pgserver") is not None
DATABASES = ["sqlite", "postgresql"] if HAS_POSTGRESQL else ["sqlite"]
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
    yield server.get_uri()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


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
    """A migrated SQLite file to copy, for migrating takes longer than most tests."""
    path = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    engine = open_engine(f"sqlite:///{path}")
    migrate(engine)
    engine.dispose()
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
        return chosen
    chosen = request.getfixturevalue("migrated_postgresql")
    tables = ", ".join(table.name for table in SQLModel.metadata.sorted_tables)
    with chosen.begin() as connection:
        connection.execute(text(f"TRUNCATE {tables} RESTART IDENTITY CASCADE"))
    return chosen


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


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not HAS_POSTGRESQL:
        terminalreporter.section("PostgreSQL", sep="!", red=True, bold=True)
        terminalreporter.line(NOT_RUN, red=True, bold=True)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """On CI nothing may go unproven."""
    if not HAS_POSTGRESQL and os.environ.get("CI") == "true":
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture
def chat(migrated_file: Path, tmp_path: Path) -> Iterator[Chat]:
    """A person's chat with Dotty, on a database of its own."""
    shutil.copy(migrated_file, tmp_path / "dotty.db")
    chat = Chat(tmp_path)
    yield chat
    chat.close()
