"""What the program can't go on with: one line that says what to do, an exit code, and no traceback."""

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.loopback import TOKEN, LoopbackBotApi
from tests.processes import PATIENCE, Dotty, environment, run

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


def run_limited(before: str, folder: Path, database: Path) -> tuple[int, str]:
    """Run the bot after `before`, Python that takes something from the process; its exit code and standard error."""
    code = f"import ctypes, os, resource, sys; {before}; os.execv(sys.executable, [sys.executable, '-m', 'bot'])"
    settings = environment(TELEGRAM_BOT_TOKEN=TOKEN, DATABASE_URL=f"sqlite:///{database}")
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=settings, capture_output=True, text=True, timeout=PATIENCE,
        check=False,
    )  # fmt: skip
    return ended.returncode, ended.stderr


#: Root may write whatever its permissions say, by CAP_DAC_OVERRIDE (1); PR_CAPBSET_DROP (24) takes that from what is
#: executed next, and fails for everybody else, who doesn't need it. macOS has no such call, and no such test as root.
AS_ANYBODY = "getattr(ctypes.CDLL(None), 'prctl', print)(24, 1)"


def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    code, said = run_limited(AS_ANYBODY, tmp_path, tmp_path / "dotty.db")
    tmp_path.chmod(0o700)
    assert (code, said.count("\n")) == (78, 1)
    assert "may not be opened: check its permissions" in said


@pytest.mark.parametrize("read_only", ["the file", "its folder"])
def test_a_database_that_may_not_be_written(migrated_file: Path, tmp_path: Path, read_only: str) -> None:
    path = Path(shutil.copy(migrated_file, tmp_path / "dotty.db"))
    (path if read_only == "the file" else tmp_path).chmod(0o500)
    code, said = run_limited(AS_ANYBODY, tmp_path, path)
    tmp_path.chmod(0o700)
    assert (code, said.count("\n")) == (78, 1)
    assert "may not be opened: check its permissions" in said


@pytest.mark.parametrize("there", [False, True], ids=["a new database", "one that is there"])
def test_a_disk_without_room(migrated_file: Path, tmp_path: Path, there: bool) -> None:
    """No file may grow, which is what a quota or a full disk comes to."""
    path = tmp_path / "dotty.db"
    if there:
        shutil.copy(migrated_file, path)
    limit = "resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))"
    code, said = run_limited(limit, tmp_path, path)
    assert code == 78
    line = f"The database {path} has no room left: free some space on the disk, or name another in DATABASE_URL."
    assert said == f"{line}\n"
