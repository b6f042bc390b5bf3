"""What state a database is in, found out without changing anything: no table is made, and no file."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sqlalchemy import URL, Connection, Engine, make_url, text

from storage.engine import check_rights, open_engine
from storage.migrate import HEAD, fits, read_revision
from storage.snapshot import open_snapshot

#: missing: there is no such file | empty: no tables of Dotty's | older: the next start upgrades it | ready
#: | newer: this program can't use it
State = Literal["missing", "empty", "older", "ready", "newer"]
#: references: rows that refer to nothing | readable: by other users of the machine | encoding: not UTF-8 | index: one
#: whose building was cut short
Flaw = Literal["damaged", "references", "readable", "encoding", "index"]

_UNFINISHED = text(
    "SELECT 1 FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid"
    " WHERE NOT indisvalid AND relnamespace = current_schema()::regnamespace LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class Examined:
    """`server` is what stores it, with its version; `size` in bytes."""

    server: str
    state: State
    revision: str | None = None
    size: int = 0
    flaws: tuple[Flaw, ...] = ()


def examine(url: str) -> Examined:
    """Look a database over. Raises what opening, reading and writing it raises (storage.faults)."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        return _examine_file(address)
    engine = open_engine(url)
    try:
        return _examine_server(engine)
    finally:
        engine.dispose()


def state_of(revision: str | None, head: str = HEAD) -> State:
    if revision is None:
        return "empty"
    if fits(revision, head):
        return "ready"
    return "older" if revision < head else "newer"


def _examine_file(address: URL) -> Examined:
    import sqlite3

    server = f"SQLite {sqlite3.sqlite_version}"
    path = Path(address.database or "")
    if not path.exists():
        return Examined(server, "missing")
    check_rights(path)
    with open_snapshot(address.render_as_string(hide_password=False)) as connection:
        revision = read_revision(connection)
        damaged = connection.execute(text("PRAGMA integrity_check(1)")).scalar_one() != "ok"
        dangling = connection.execute(text("PRAGMA foreign_key_check")).first() is not None
    found: dict[Flaw, bool] = {
        "damaged": damaged, "references": dangling, "readable": bool(path.stat().st_mode & 0o077),
    }  # fmt: skip
    beside = path.with_name(f"{path.name}-wal")
    size = path.stat().st_size + (beside.stat().st_size if beside.exists() else 0)
    return Examined(server, state_of(revision), revision, size, tuple(flaw for flaw, there in found.items() if there))


def _examine_server(engine: Engine) -> Examined:
    with engine.connect() as connection:
        revision = read_revision(connection)
        found: dict[Flaw, bool] = {
            "encoding": connection.scalar(text("SHOW server_encoding")) != "UTF8",
            "index": connection.execute(_UNFINISHED).first() is not None,
        }
        size = connection.scalar(text("SELECT pg_database_size(current_database())")) or 0
        server = f"PostgreSQL {connection.scalar(text('SHOW server_version'))}"
        _write_and_take_back(connection, revision)
    return Examined(server, state_of(revision), revision, size, tuple(flaw for flaw, there in found.items() if there))


def _write_and_take_back(connection: Connection, revision: str | None) -> None:
    """What it may not do, or can't for want of room, is found out by doing it."""
    if revision is not None:
        connection.execute(text("UPDATE alembic_version SET version_num = version_num"))
    else:
        connection.execute(text("CREATE TABLE dotty_examined (id INTEGER)"))
    connection.rollback()
