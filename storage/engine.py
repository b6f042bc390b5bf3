"""How the program opens its database: SQLite in one file, or PostgreSQL through psycopg 3."""

import errno
import os
import time
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DisconnectionError, InvalidatePoolError

from storage.faults import LostDatabaseError

#: FULL, for a power cut must not lose an update that was acknowledged (NORMAL may lose the last commits in WAL mode).
#: secure_delete overwrites what is deleted, so that an erased name is not left in the file.
PRAGMAS = (
    "PRAGMA busy_timeout = 5000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
)

#: Seconds in which a connection to PostgreSQL is taken to be alive still.
IDLE = 1.0
#: What PostgreSQL gives up on: another's lock, a statement, a transaction left open. Migrations lift the first two.
LIMITS = "-c lock_timeout=5s -c statement_timeout=30s -c idle_in_transaction_session_timeout=30s"


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


def place_of(address: URL | str) -> str:
    """The database as an operator knows it, without user and password: a file, or host and name."""
    url = make_url(address)
    return f"{url.host}/{url.database}" if url.host else url.database or ""


def _open_sqlite(address: URL) -> Engine:
    # Errors leave out what a statement was given: it may be what somebody typed.
    engine = create_engine(address, hide_parameters=True)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    if address.database and address.database != ":memory:" and not address.database.startswith("file:"):
        path = Path(address.database).absolute()
        _make_file(path)
        _watch_file(engine, path)
    return engine


def _make_file(path: Path) -> None:
    """Only the owner may read what people confide; SQLite gives its -wal and -shm files the same rights. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        path.touch(mode=0o600)
    check_rights(path)


def check_rights(path: Path) -> None:
    """Raises OSError where the file or its folder can't be written: SQLite itself finds out only at the first write, and
    says of a read-only folder that the file can't be opened.
    """
    for place in (path, path.parent):
        if not os.access(place, os.W_OK):
            read_only = os.statvfs(place).f_flag & os.ST_RDONLY if hasattr(os, "statvfs") else 0
            raise OSError(errno.EROFS if read_only else errno.EACCES, os.strerror(errno.EACCES), str(place))


def _watch_file(engine: Engine, path: Path) -> None:
    """Use no connection to a file that was deleted or replaced: what it took would be lost with the last handle; and
    make no new file in place of a lost one."""

    def connect(_dialect: Any, record: Any, _args: Any, _named: Any) -> None:
        record.info["file"] = _identity(path)

    def check_out(_connection: Any, record: Any, _proxy: Any) -> None:
        if record.info["file"] != _identity(path):
            raise DisconnectionError

    event.listen(engine, "do_connect", connect)
    event.listen(engine, "checkout", check_out)


def _identity(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except FileNotFoundError:
        raise LostDatabaseError from None
    return found.st_dev, found.st_ino


def _prepare(connection: Any, _record: Any) -> None:
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    """Take the write lock at once: a transaction that reads first and writes later can be refused halfway."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _open_postgresql(address: URL) -> Engine:
    given = address.query.get("options", "")
    options = " ".join([LIMITS, *([given] if isinstance(given, str) else given)])  # the operator's last, for it wins
    address = address.set(drivername="postgresql+psycopg")
    engine = create_engine(
        address,
        hide_parameters=True,
        pool_size=5,
        max_overflow=5,
        connect_args={"connect_timeout": 5, "tcp_user_timeout": 15_000, "options": options},
    )
    _ask_idle(engine)
    return engine


def _ask_idle(engine: Engine) -> None:
    """Ask a connection that has lain idle whether it is alive still: the server may have been restarted meanwhile. To
    ask each time, as SQLAlchemy's own pool_pre_ping does, takes as long as a statement."""

    def check_in(_connection: Any, record: Any) -> None:
        record.info["left_at"] = time.monotonic()

    def check_out(connection: Any, record: Any, _proxy: Any) -> None:
        if time.monotonic() - record.info.get("left_at", float("inf")) > IDLE:
            try:
                engine.dialect.do_ping(connection)
            except engine.dialect.loaded_dbapi.Error as error:
                raise InvalidatePoolError from error

    event.listen(engine, "checkin", check_in)
    event.listen(engine, "checkout", check_out)
