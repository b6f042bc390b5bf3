"""Backing up at home."""

from pathlib import Path

import pytest

from bot.backing_up import back_up_to
from bot.config import Config
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
    copy.write_bytes(b"an older one")
    assert back_up_to(Config(database_url=f"sqlite:///{chat.folder / 'dotty.db'}"), str(copy)) == 0
    assert copy.read_bytes().startswith(b"SQLite format 3")


def test_a_database_that_is_not_there_is_not_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tmp_path / "missing.db"
    assert back_up_to(Config(database_url=f"sqlite:///{missing}"), str(tmp_path / "copy.db")) != 0
    assert capsys.readouterr().err.count("\n") == 1
    assert not missing.exists()
    assert not (tmp_path / "copy.db").exists()


def test_a_folder_that_is_not_there_is_said(chat: Chat, capsys: pytest.CaptureFixture[str]) -> None:
    config = Config(database_url=f"sqlite:///{chat.folder / 'dotty.db'}")
    assert back_up_to(config, str(chat.folder / "nowhere" / "copy.db")) != 0
    assert "can't" in capsys.readouterr().err


def test_postgresql_has_a_tool_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert back_up_to(Config(database_url="postgresql://user@localhost/dotty"), "copy.db") != 0
    assert "pg_dump" in capsys.readouterr().err
