import shutil
import stat
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import ArgumentError, IntegrityError

from storage import Store, open_engine, place_of
from storage.faults import LostDatabaseError
from tests.conftest import DATABASES


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("foreign_keys", 1),
        ("busy_timeout", 5000),
        ("synchronous", 2),
        ("secure_delete", 1),
    ],
)
def test_sqlite_is_set_to_survive_a_power_cut_and_to_forget(sqlite_engine: Engine, pragma: str, value: object) -> None:
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


@pytest.mark.parametrize(
    "url",
    [
        "postgres://ana:secret@db.example.org/dotty",
        "postgresql://ana:secret@db.example.org/dotty",
        "postgresql+psycopg://ana:secret@db.example.org/dotty",
    ],
)
def test_every_spelling_of_postgresql_goes_through_psycopg(url: str) -> None:
    engine = open_engine(url)
    assert (engine.dialect.driver, engine.url.host, engine.url.password) == ("psycopg", "db.example.org", "secret")


@pytest.mark.parametrize("url", ["", "dotty.db", "mysql://db.example.org/dotty"])
def test_other_databases_are_refused(url: str) -> None:
    with pytest.raises(ArgumentError):
        open_engine(url)


@pytest.mark.parametrize(("url", "place"), [
    ("sqlite:///data/dotty.db", "data/dotty.db"), ("sqlite:////var/dotty.db", "/var/dotty.db"),
    ("postgres://ana:p%40ss@db.example.org:5433/dotty?sslmode=require", "db.example.org/dotty"),
])  # fmt: skip
def test_a_database_is_named_without_user_and_password(url: str, place: str) -> None:
    assert place_of(url) == place


def test_a_file_that_was_lost_is_not_written_to_and_not_made_anew(sqlite_engine: Engine, tmp_path: Path) -> None:
    store, path = Store(sqlite_engine), tmp_path / "dotty.db"
    assert store.user(7) is None
    path.rename(tmp_path / "away.db")
    for _ in range(2):
        with pytest.raises(LostDatabaseError):
            store.user(7)
    assert not path.exists()
    (tmp_path / "away.db").rename(path)
    assert store.user(7) is None


def test_a_file_that_was_replaced_is_opened_anew(sqlite_engine: Engine, migrated_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "dotty.db"
    with sqlite_engine.begin() as connection:
        connection.execute(text("DELETE FROM alembic_version"))
    for name in ("dotty.db", "dotty.db-wal", "dotty.db-shm"):
        (tmp_path / name).unlink(missing_ok=True)
    shutil.copy(migrated_file, path)
    with sqlite_engine.begin() as connection:
        assert connection.execute(text("SELECT count(*) FROM alembic_version")).scalar_one() == 1


def test_errors_do_not_repeat_what_was_typed(engine: Engine) -> None:
    with pytest.raises(IntegrityError) as caught, engine.begin() as connection:
        connection.execute(text("INSERT INTO users (id, language) VALUES (1, :typed)"), {"typed": "Ana"})
    assert "hidden" in str(caught.value)


@pytest.mark.parametrize("_", DATABASES[1:])
def test_a_connection_that_was_cut_while_it_lay_idle_is_not_used(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, _: str
) -> None:
    empty_postgresql: Engine = request.getfixturevalue("empty_postgresql")
    cut = text(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE pid <> pg_backend_pid() AND datname = current_database()"
    )
    with empty_postgresql.connect(), empty_postgresql.connect():
        pass  # two lie in the pool
    monkeypatch.setattr("storage.engine.IDLE", -1.0)
    other = open_engine(empty_postgresql.url.render_as_string(hide_password=False))
    with other.connect() as connection:
        connection.execute(cut)
    other.dispose()
    with empty_postgresql.connect() as connection:
        assert connection.scalar(text("SELECT 1")) == 1
