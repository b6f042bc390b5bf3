"""One moment of a database, to be read and never written to; nothing is made where there is none."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, make_url

from storage.engine import open_engine


@contextmanager
def open_snapshot(url: str) -> Iterator[Connection]:
    """A connection in a read-only transaction that sees no later change. Raises what opening a database raises."""
    address = make_url(url)
    sqlite = address.get_backend_name() == "sqlite"
    engine = _open_file(address) if sqlite else open_engine(url)
    try:
        with engine.connect() as connection:
            if not sqlite:
                connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            with connection.begin():
                yield connection
    finally:
        engine.dispose()


def _open_file(address: URL) -> Engine:
    """SQLite's own read-only mode: https://www.sqlite.org/uri.html. It asks for nothing of what open_engine sets."""
    existing = f"file:{quote(address.database or '')}?mode=ro"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(existing, uri=True, isolation_level=None)

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool, hide_parameters=True)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")
    _: Any = connection.exec_driver_sql("SELECT 1 FROM sqlite_master LIMIT 1").first()  # the snapshot begins at a read
