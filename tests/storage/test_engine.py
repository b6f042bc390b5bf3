import stat
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import ArgumentError

from storage import open_engine


@pytest.mark.parametrize(("pragma", "value"), [
    ("journal_mode", "wal"), ("foreign_keys", 1), ("busy_timeout", 5000), ("synchronous", 2), ("secure_delete", 1),
])
def test_sqlite_is_set_to_survive_a_power_cut_and_to_forget(
    sqlite_engine: Engine, pragma: str, value: object
) -> None:
    with sqlite_engine.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == value


def test_the_folder_is_made_and_only_the_owner_reads_the_file(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "dotty.db"
    engine = open_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE t (x)")
    engine.dispose()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_transaction_takes_the_write_lock_at_once(sqlite_engine: Engine) -> None:
    other = open_engine(sqlite_engine.url.render_as_string())
    with other.connect() as waiting:
        waiting.connection.cursor().execute("PRAGMA busy_timeout = 1")
    with sqlite_engine.connect() as connection:
        connection.exec_driver_sql("SELECT 1")
        cursor = other.raw_connection().cursor()
        with pytest.raises(Exception, match="locked"):
            cursor.execute("BEGIN IMMEDIATE")
    other.dispose()


@pytest.mark.parametrize("url", [
    "postgres://ana:secret@db.example.org/dotty", "postgresql://ana:secret@db.example.org/dotty",
    "postgresql+psycopg://ana:secret@db.example.org/dotty",
])
def test_every_spelling_of_postgresql_goes_through_psycopg(url: str) -> None:
    engine = open_engine(url)
    assert (engine.dialect.driver, engine.url.host, engine.url.password) == ("psycopg", "db.example.org", "secret")


@pytest.mark.parametrize("url", ["", "dotty.db", "mysql://db.example.org/dotty"])
def test_other_databases_are_refused(url: str) -> None:
    with pytest.raises(ArgumentError):
        open_engine(url)
