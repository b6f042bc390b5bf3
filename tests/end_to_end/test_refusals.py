"""What the program can't go on with: one line that says what to do, an exit code, and no traceback."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from bot.practice.refusals import RefusedError
from tests.loopback import TOKEN, LoopbackBotApi
from tests.processes import PATIENCE, Dotty, run

OTHER_TOKEN = "1000002:" + "another-token-of-somebody-else"


def test_a_refused_token(telegram: LoopbackBotApi, tmp_path: Path) -> None:
    with Dotty(tmp_path, telegram, TELEGRAM_BOT_TOKEN=OTHER_TOKEN).start() as dotty:
        assert dotty.wait() == 69
    assert dotty.lines == ["Telegram refuses this TELEGRAM_BOT_TOKEN. Ask @BotFather for the right one (/token)."]


def test_a_token_revoked_while_running(dotty: Dotty, telegram: LoopbackBotApi) -> None:
    telegram.api.server.token = OTHER_TOKEN
    telegram.user(7).text("hi")
    assert dotty.wait() == 69
    assert dotty.lines[-1] == "Telegram refuses this TELEGRAM_BOT_TOKEN. Ask @BotFather for the right one (/token)."


def test_a_second_process_that_polls(dotty: Dotty, telegram: LoopbackBotApi, tmp_path: Path) -> None:
    """After a few tries one of the two gives up, and the other goes on."""
    telegram.wait_for(lambda api: api.server.updates.polling)
    second = Dotty(tmp_path, telegram)
    with second.start():
        assert dotty.wait() == 69
        line = "Another program is polling with this token. Stop that one, or make a second bot for this one."
        assert dotty.lines[-1] == line
        telegram.user(7).text("hi")
        telegram.wait_for(lambda api: not api.server.updates.waiting, PATIENCE)
        assert second.stop() == 0


def test_a_database_that_is_newer_than_the_program(migrated_file: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(migrated_file, tmp_path / "dotty.db"))
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    ended = run(tmp_path, TELEGRAM_BOT_TOKEN=TOKEN, DATABASE_URL=f"sqlite:///{path}")
    assert ended.returncode == 78
    assert ended.stderr == (
        f"The database {path} was written by a newer Dotty: start that version, or restore an older backup, "
        "or name another in DATABASE_URL.\n"
    )
