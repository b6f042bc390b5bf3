"""`python -m bot copy FROM TO`, as the operator reads it."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, event, text

from bot.copying import copy_to
from storage import Store, migrate, open_engine
from tests.chat import Chat
from tests.processes import run
from tests.storage.world import USER, fill, names


def refused(capsys: pytest.CaptureFixture[str], source: object, target: object, code: int = 78) -> str:
    assert copy_to(str(source), str(target)) == code
    said = capsys.readouterr()
    assert said.out == ""
    return said.err


def url_of(engine: Engine) -> str:
    return engine.url.render_as_string(hide_password=False)


def test_a_bot_goes_on_where_it_was_in_its_new_database(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    asked = chat.say("had coffee with Ben Okafor yesterday")
    ended = run(chat.folder, "copy", "dotty.db", "moved.db")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "users                      1\n" in ended.stdout
    assert "compared row by row" in ended.stdout
    (chat.folder / "moved.db").replace(chat.folder / "dotty.db")
    chat.restart()
    assert "Ana Ruiz" in chat.say("/people")
    assert "Ben" in asked


def test_from_sqlite_to_postgresql_it_tells_how_many_rows_there_are(
    sqlite_store: Store, empty_postgresql: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(sqlite_store)
    sqlite_store.engine.dispose()
    assert copy_to(str(sqlite_store.engine.url.database), url_of(empty_postgresql)) == 0
    said = capsys.readouterr().out
    assert "contacts                   2\n" in said
    assert "Set DATABASE_URL to TO, and start Dotty." in said
    assert names(Store(empty_postgresql)) == names(sqlite_store)
    used = refused(capsys, sqlite_store.engine.url.database, url_of(empty_postgresql))
    assert used == f"{empty_postgresql.url.host or ''}{'/' if empty_postgresql.url.host else ''}" + (
        f"{empty_postgresql.url.database} is not empty: name a new database in TO. Nothing was copied.\n"
    )


def test_one_database_is_not_copied_to_itself(sqlite_engine: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    path = sqlite_engine.url.database
    assert "same database" in refused(capsys, path, f"sqlite:///{Path(str(path)).parent}/./dotty.db")


@pytest.mark.parametrize("place", ["https://example.org/x", "mysql://x/y", "sqlite://", "postgresql://x:port/y", ""])
def test_what_is_no_database_is_said(place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(capsys, tmp_path / "dotty.db", place).startswith("TO is not right: it wants a SQLite file, or")
    assert refused(capsys, place, tmp_path / "dotty.db").startswith("FROM is not right")


def test_a_source_that_is_not_there_is_not_made_and_neither_is_its_target(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = refused(capsys, tmp_path / "missing.db", tmp_path / "to.db")
    assert (
        line == f"The database {tmp_path / 'missing.db'} can't be reached: check that the folder or server is there.\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_database_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "notes.txt").write_text("Ana Ruiz\n" * 500)
    assert "is damaged or no database" in refused(capsys, tmp_path / "notes.txt", tmp_path / "to.db")
    (tmp_path / "new.db").touch()
    assert "holds no data of Dotty's" in refused(capsys, tmp_path / "new.db", tmp_path / "to.db")


@pytest.mark.parametrize(("revision", "what"), [("0002", "start this one on it once"), ("0999", "by a newer Dotty")])
def test_a_source_of_another_version_says_what_to_do(
    sqlite_engine: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str], revision: str, what: str
) -> None:
    with sqlite_engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})
    assert what in refused(capsys, sqlite_engine.url.database, tmp_path / "to.db")


def test_what_cannot_be_copied_is_named_without_anybodys_words(
    sqlite_store: Store, empty_postgresql: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    world = fill(sqlite_store)
    with sqlite_store.engine.begin() as connection:
        connection.execute(text("UPDATE contacts SET name = 'Ana' || char(0) WHERE id = :id"), {"id": world.ana})
        connection.execute(text("UPDATE contact_words SET word = :w WHERE word = 'ruiz'"), {"w": "ruiz" * 20})
    said = refused(capsys, sqlite_store.engine.url.database, url_of(empty_postgresql), code=65)
    assert said.splitlines()[0] == f"contacts {world.ana}: name holds a NUL character, and PostgreSQL won't take it."
    assert f"contact_words {USER}, {world.ana}: word is too long" in said
    assert "Ana" not in said
    assert "ruiz" not in said


def test_a_value_of_the_wrong_kind_is_said_without_it(
    sqlite_store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(sqlite_store)
    with sqlite_store.engine.begin() as connection:
        connection.execute(text("UPDATE contacts SET added_on = 'Tuesday'"))
    said = refused(capsys, sqlite_store.engine.url.database, tmp_path / "to.db", code=65)
    assert "not of its column's kind" in said
    assert "Tuesday" not in said


def test_a_full_disk_is_said(sqlite_store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str],
                             monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    fill(sqlite_store)
    target = open_engine(f"sqlite:///{tmp_path / 'to.db'}")
    migrate(target)
    pages = "PRAGMA max_page_count = 1"
    event.listen(target, "connect", lambda connection, _record: connection.execute(pages))
    target.dispose()
    monkeypatch.setattr("bot.copying.open_engine", lambda _url: target)
    with sqlite_store.engine.begin() as connection:
        connection.execute(text("UPDATE notes SET text = :long"), {"long": "x" * 100_000})
    assert "has no room left" in refused(capsys, sqlite_store.engine.url.database, tmp_path / "to.db")
