import shutil
import sqlite3
from pathlib import Path

import pytest

from bot.opening import EX_CONFIG, StoppedError, open_store


def refusal(url: str, *, practising: bool = False) -> str:
    with pytest.raises(StoppedError) as stopped:
        open_store(url, practising=practising)
    assert stopped.value.code == EX_CONFIG
    line = str(stopped.value)
    assert "\n" not in line
    return line


def test_a_store_is_opened_on_a_new_file_in_a_new_folder(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/new/dotty.db")
    assert store.user(7) is None
    store.engine.dispose()


@pytest.mark.parametrize("url", [
    "postgresql://h:port/db", "postgresql://[::1/x", "sqlite:///data/%00.db", "sqlite://dotty.db", "sqlite:///x?timeout=y",
])  # fmt: skip
def test_an_address_that_can_not_be_read_is_told(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert refusal(url).startswith("DATABASE_URL is not right: it wants sqlite:///")


def test_a_folder_in_place_of_the_file(tmp_path: Path) -> None:
    assert refusal(f"sqlite:///{tmp_path}") == (
        f"The database {tmp_path} can't be reached: check that the folder or server is there, or name another in "
        "DATABASE_URL."
    )


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "can't be reached" in refusal(f"sqlite:///{tmp_path}/file/dotty.db")


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "dotty.db").write_text("Dear diary\n" * 500, encoding="utf-8")
    assert "is damaged or no database: restore a backup" in refusal(f"sqlite:///{tmp_path}/dotty.db")


def test_a_file_that_is_opened_to_be_read_only(migrated_file: Path) -> None:
    line = refusal(f"sqlite:///file:{migrated_file}?mode=ro&uri=true")
    assert "is read-only: make it and its folder writable" in line


def test_a_database_that_somebody_else_holds(
    migrated_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.engine.PRAGMAS", ("PRAGMA busy_timeout = 1",))
    path = shutil.copy(migrated_file, tmp_path / "dotty.db")
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    assert "is busy: stop whatever else is using it" in refusal(f"sqlite:///{path}")
    holder.close()


def test_a_newer_database(tmp_path: Path) -> None:
    path = tmp_path / "dotty.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
        connection.execute("INSERT INTO alembic_version VALUES ('9999')")
    connection.close()
    assert "was written by a newer Dotty: start that version" in refusal(f"sqlite:///{path}")


@pytest.mark.parametrize("url", [
    "postgresql://dotty:pass%40word@127.0.0.1:1/dotty", "postgres://dotty:word@127.0.0.1:1/dotty?foo=word",
])  # fmt: skip
def test_an_unreachable_postgresql_is_told_without_its_password(url: str) -> None:
    line = refusal(url)
    assert line.startswith("The database 127.0.0.1/dotty can't be reached")
    assert "word" not in line.removesuffix("or name another in DATABASE_URL.").replace("password", "")


def test_practising_nobody_is_sent_to_a_setting(tmp_path: Path) -> None:
    assert refusal(f"sqlite:///{tmp_path}", practising=True) == (
        f"The database {tmp_path} can't be reached: check that the folder or server is there."
    )


def test_a_fault_of_the_program_is_not_taken_for_the_databases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_engine: object) -> None:
        raise LookupError

    monkeypatch.setattr("bot.opening.migrate", fail)
    with pytest.raises(LookupError):
        open_store(f"sqlite:///{tmp_path}/dotty.db")
