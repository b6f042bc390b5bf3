import errno
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError, OperationalError

from storage import NewerDatabase, Store, fault_of, migrate, open_engine
from tests.storage.world import open_user


def fault_in(work: Callable[[], object]) -> str | None:
    with pytest.raises((DBAPIError, OSError)) as caught:
        work()
    return fault_of(caught.value)


def test_a_postgresql_nobody_answers_for_is_unreachable() -> None:
    engine = open_engine("postgresql://ana@127.0.0.1:1/dotty")
    assert fault_in(lambda: migrate(engine)) == "unreachable"


def test_a_database_that_is_not_there_is_unreachable(engine: Engine, tmp_path: Path) -> None:
    name = str(tmp_path) if engine.dialect.name == "sqlite" else "dotty_nowhere"
    nowhere = open_engine(engine.url.set(database=name).render_as_string(hide_password=False))
    assert fault_in(lambda: migrate(nowhere)) == "unreachable"


def test_a_full_sqlite_disk_is_told(sqlite_engine: Engine) -> None:
    with sqlite_engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    def fill_up() -> None:
        for user_id in range(1, 10_000):
            open_user(Store(sqlite_engine), user_id)

    assert fault_in(fill_up) == "full"


def test_a_database_that_may_not_be_written_is_read_only(engine: Engine) -> None:
    with engine.connect() as connection:
        on_sqlite = engine.dialect.name == "sqlite"
        setting = "PRAGMA query_only = 1" if on_sqlite else "SET default_transaction_read_only = 1"
        connection.connection.cursor().execute(setting)
        connection.connection.commit()
        assert fault_in(lambda: connection.execute(text("DELETE FROM users"))) == "read-only"
        connection.invalidate()


def test_a_locked_sqlite_is_busy(sqlite_engine: Engine) -> None:
    other = open_engine(sqlite_engine.url.render_as_string())
    with other.connect() as impatient:
        impatient.connection.cursor().execute("PRAGMA busy_timeout = 1")
    with sqlite_engine.begin():
        assert fault_in(lambda: Store(other).user(1)) == "busy"
    other.dispose()


def test_a_file_that_is_no_database_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "dotty.db"
    path.write_bytes(b"no database at all" * 1000)
    assert fault_in(lambda: migrate(open_engine(f"sqlite:///{path}"))) == "damaged"


def test_a_file_in_the_way_of_a_folder_is_unreachable(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert fault_in(lambda: open_engine(f"sqlite:///{tmp_path}/file/dotty.db")) == "unreachable"


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (PermissionError(errno.EACCES, "no"), "denied"),
        (OSError(errno.ENOSPC, "no"), "full"),
        (OSError(errno.EROFS, "no"), "read-only"),
        (NewerDatabase("0099"), "newer"),
        (ValueError("a bug"), None),
        (sqlite3.OperationalError("not through SQLAlchemy"), None),
    ],
)
def test_other_errors_are_told_apart_from_bugs(error: Exception, fault: str | None) -> None:
    assert fault_of(error) == fault


def test_a_statement_that_is_wrong_is_a_bug(engine: Engine) -> None:
    with engine.connect() as connection:
        assert fault_in(lambda: connection.execute(text("SELECT nonsense FROM nowhere"))) is None
        connection.rollback()
        assert fault_in(lambda: connection.execute(text("INSERT INTO users (id) VALUES (1)"))) is None


@pytest.mark.parametrize(("code", "fault"), [
    (sqlite3.SQLITE_IOERR_SHMSIZE, "full"), (sqlite3.SQLITE_IOERR_SHMOPEN, "full"),
    (sqlite3.SQLITE_IOERR_WRITE, "full"), (sqlite3.SQLITE_IOERR_READ, "unreachable"),
    (sqlite3.SQLITE_READONLY_DBMOVED, "read-only"),
])  # fmt: skip
def test_a_disk_without_room_shows_in_several_ways(code: int, fault: str) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = code
    assert fault_of(OperationalError("COMMIT", {}, error)) == fault


def test_an_option_that_postgresql_does_not_know_is_a_wrong_address() -> None:
    engine = open_engine("postgresql://ana@127.0.0.1:1/dotty?colour=blue")
    assert fault_in(lambda: migrate(engine)) == "unreachable"
