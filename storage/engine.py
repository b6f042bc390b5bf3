"""How the program opens its database: SQLite in one file, or PostgreSQL through psycopg 3."""

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

#: FULL, for a power cut must not lose an update that was acknowledged (NORMAL may lose the last commits in WAL mode).
#: secure_delete overwrites what is deleted, so that an erased name is not left in the file.
PRAGMAS = (
    "PRAGMA busy_timeout = 5000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
)


def open_engine(url: str) -> Engine:
    """An engine for `sqlite:///path`, `postgres://…` or `postgresql://…`; nothing is connected yet.

    Raises sqlalchemy.exc.ArgumentError for anything else, and OSError when SQLite's folder or file can't be made.
    What comes later, at the first connection or at any statement, `storage.faults.fault_of` tells apart.
    """
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        return _open_sqlite(address)
    if address.get_backend_name() in ("postgres", "postgresql"):
        return _open_postgresql(address)
    raise ArgumentError("neither a SQLite nor a PostgreSQL URL")


def _open_sqlite(address: URL) -> Engine:
    if address.database and address.database != ":memory:" and not address.database.startswith("file:"):
        _make_file(Path(address.database))
    engine = create_engine(address)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _make_file(path: Path) -> None:
    """Only the owner may read what people confide; SQLite gives its -wal and -shm files the same rights."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        path.touch(mode=0o600)


def _prepare(connection: Any, _record: Any) -> None:
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    """Take the write lock at once: a transaction that reads first and writes later can be refused halfway."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _open_postgresql(address: URL) -> Engine:
    address = address.set(drivername="postgresql+psycopg")
    return create_engine(
        address, pool_pre_ping=True, pool_size=5, max_overflow=5, connect_args={"connect_timeout": 5}
    )
