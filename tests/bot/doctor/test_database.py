"""The database, of either kind, and what is wrong with it."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from bot.config import Config
from bot.doctor.database import check_database
from storage import Store, migrate
from storage.migrate import HEAD
from tests.storage.world import fill


def check(engine: Engine) -> list[tuple[str, str]]:
    return check_at(engine.url.render_as_string(hide_password=False))


def check_at(url: str) -> list[tuple[str, str]]:
    return [(each.level, each.words) for each in check_database(Config(database_url=url))]


def test_a_database_that_is_well_tells_what_it_is(engine: Engine) -> None:
    fill(Store(engine))
    ((level, words),) = check(engine)
    assert level == "ok"
    assert f"revision {HEAD}, " in words
    assert ("PostgreSQL" if engine.dialect.name == "postgresql" else "SQLite") in words


@pytest.mark.parametrize(
    ("revision", "level", "words"),
    [("0002", "warning", "is at revision 0002: the next start upgrades it"), ("0999", "wrong", "by a newer Dotty"),
     ("0999_0003", "ok", "revision 0999_0003")],
)  # fmt: skip
def test_a_database_of_another_version_is_told_and_left_as_it_is(
    sqlite_engine: Engine, revision: str, level: str, words: str
) -> None:
    with sqlite_engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})
    ((found, said),) = check(sqlite_engine)
    assert (found, words in said) == (level, True)
    with sqlite_engine.begin() as connection:
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == revision


def test_an_empty_one_is_told_and_left_empty(empty_engine: Engine) -> None:
    with empty_engine.connect():
        ((level, words),) = check(empty_engine)
    assert (level, "has no tables yet" in words) == ("warning", True)
    with empty_engine.begin() as connection:
        assert empty_engine.dialect.get_table_names(connection) == []


def test_a_file_that_is_damaged_or_none_or_open_to_others_is_told(sqlite_engine: Engine, tmp_path: Path) -> None:
    fill(Store(sqlite_engine))
    sqlite_engine.dispose()
    path = Path(str(sqlite_engine.url.database))
    path.chmod(0o644)
    assert check(sqlite_engine) == [("warning", f"{path} may be read by other users of this machine: chmod 600")]
    harmed = Path(shutil.copy(path, tmp_path / "harmed.db"))
    harmed.chmod(0o600)
    with harmed.open("r+b") as file:
        file.seek(4096 * 8)
        file.write(b"\xff" * 4096 * 4)
    assert [level for level, _ in check_at(f"sqlite:///{harmed}")] == ["wrong"]
    assert "damaged" in check_at(f"sqlite:///{harmed}")[0][1]
    (tmp_path / "text.db").write_text("Ana Ruiz\n" * 1000)
    ((level, words),) = check_at(f"sqlite:///{tmp_path / 'text.db'}")
    assert (level, "is damaged or no database" in words) == ("wrong", True)


def test_a_file_that_the_first_start_could_not_make_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "notes.txt").write_text("Ana Ruiz")
    ((level, words),) = check_at(f"sqlite:///{tmp_path}/new/folder/dotty.db")
    assert (level, "the first start makes it" in words) == ("warning", True)
    ((level, words),) = check_at(f"sqlite:///{tmp_path}/notes.txt/dotty.db")
    assert (level, f"can't be made: {tmp_path}/notes.txt is no folder" in words) == ("wrong", True)
    refused: list[Path] = []

    def may(place: Path, _mode: int) -> bool:  # whoever runs the tests may write anywhere
        refused.append(place)
        return False

    monkeypatch.setattr("bot.doctor.database.os.access", may)
    for path in ("dotty.db", "new/folder/dotty.db"):
        ((level, words),) = check_at(f"sqlite:///{tmp_path}/{path}")
        assert (level, f"{path} is not there, and can't be made: {tmp_path} is" in words) == ("wrong", True)
    assert refused == [tmp_path, tmp_path]
    assert [each.name for each in tmp_path.iterdir()] == ["notes.txt"]


def test_rows_that_refer_to_nothing_are_told(sqlite_engine: Engine) -> None:
    world = fill(Store(sqlite_engine))
    with sqlite_engine.connect() as connection:
        raw = connection.connection.cursor()
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("DELETE FROM contacts WHERE id = ?", (world.ana,))
        raw.execute("PRAGMA foreign_keys = ON")
    ((level, words),) = check(sqlite_engine)
    assert (level, "rows that refer to nothing" in words) == ("wrong", True)


def test_a_server_that_may_only_be_read_or_is_away_is_told(migrated_postgresql: Engine) -> None:
    read_only = migrated_postgresql.url.update_query_dict({"options": "-c default_transaction_read_only=on"})
    ((level, words),) = check_at(read_only.render_as_string(hide_password=False))
    assert (level, "is read-only" in words) == ("wrong", True)
    away = "postgresql://dotty:very-secret@127.0.0.1:1/dotty"
    ((level, words),) = check_at(away)
    assert (level, "127.0.0.1/dotty can't be reached" in words) == ("wrong", True)
    assert "very-secret" not in words


def test_an_index_whose_building_was_cut_short_is_told(empty_postgresql: Engine) -> None:
    migrate(empty_postgresql)
    with empty_postgresql.begin() as connection:
        connection.execute(text("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'ix_users_due'::regclass"))
    assert [(level, "cut short" in words) for level, words in check(empty_postgresql)] == [("warning", True)]
