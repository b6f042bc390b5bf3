"""Backing up at home."""

from pathlib import Path

import pytest

from bot.backing_up import back_up_to
from bot.config import Config
from bot.opening import EX_CONFIG
from storage import Store, open_engine
from tests.chat import Chat
from tests.storage.world import names


def test_a_backup_made_while_the_bot_runs_holds_everything(chat: Chat, capsys: pytest.CaptureFixture[str]) -> None:
    chat.say("Ana Ruiz, met at PyCon, monthly")
    copy = chat.folder / "copy.db"
    config = Config(database_url=f"sqlite:///{chat.folder / 'dotty.db'}")
    assert back_up_to(config, str(copy)) == 0
    assert str(copy) in capsys.readouterr().out
    chat.say("Ben Okafor, monthly")
    engine = open_engine(f"sqlite:///{copy}")
    assert [name for _, name in names(Store(engine), chat.user.id)] == ["Ana Ruiz"]
    engine.dispose()


def test_a_backup_takes_an_older_ones_place(chat: Chat) -> None:
    copy = chat.folder / "copy.db"
    copy.write_bytes(b"SQLite format 3\x00, an older one")
    assert back_up_to(Config(database_url=f"sqlite:///{chat.folder / 'dotty.db'}"), str(copy)) == 0
    assert b"an older one" not in copy.read_bytes()


@pytest.mark.parametrize(
    ("target", "said"),
    [("dotty.db", "is the database itself"), ("notes.txt", "is there, and no SQLite database"),
     ("nowhere/copy.db", "can't be written")],
)  # fmt: skip
def test_what_cannot_take_the_copy_is_one_line_that_names_it(
    chat: Chat, capsys: pytest.CaptureFixture[str], target: str, said: str
) -> None:
    (chat.folder / "notes.txt").write_text("Ana Ruiz")
    config = Config(database_url=f"sqlite:///{chat.folder / 'dotty.db'}")
    assert back_up_to(config, str(chat.folder / target)) == EX_CONFIG
    err = capsys.readouterr().err
    assert err.startswith(f"Nothing was backed up: {chat.folder / target} {said}")
    assert err.count("\n") == 1
    assert (chat.folder / "notes.txt").read_text() == "Ana Ruiz"


def test_a_damaged_database_is_told_and_the_copy_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "dotty.db").write_text("Ana Ruiz\n" * 1000)
    copy = tmp_path / "copy.db"
    copy.write_bytes(b"SQLite format 3\x00, an older one")
    assert back_up_to(Config(database_url=f"sqlite:///{tmp_path / 'dotty.db'}"), str(copy)) == EX_CONFIG
    assert capsys.readouterr().err == (
        f"The database {tmp_path / 'dotty.db'} is damaged: nothing was backed up, and {copy} was left as it was.\n"
    )
    assert copy.read_bytes().endswith(b"an older one")


def test_a_database_that_is_not_there_is_not_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tmp_path / "missing.db"
    assert back_up_to(Config(database_url=f"sqlite:///{missing}"), str(tmp_path / "copy.db")) != 0
    said = capsys.readouterr().err
    assert said == f"Nothing was backed up: the database {missing} isn't there; check DATABASE_URL.\n"
    assert not missing.exists()
    assert not (tmp_path / "copy.db").exists()


def test_postgresql_has_a_tool_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert back_up_to(Config(database_url="postgresql://user@localhost/dotty"), "copy.db") != 0
    assert "pg_dump" in capsys.readouterr().err
