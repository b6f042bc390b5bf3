import os
import signal
import subprocess
import sys
import tomllib
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from bot.__main__ import main
from tests.loopback import TOKEN, LoopbackBotApi
from tests.processes import ROOT, environment, run

NO_TOKEN = "No TELEGRAM_BOT_TOKEN is set, so this is the practice chat. The README says how to get a token.\n"
HEAVY = ("sqlalchemy", "telegram", "aiohttp", "alembic", "dateparser", "rich", "psycopg")


def test_without_a_token_it_says_so_and_practises(tmp_path: Path) -> None:
    ended = run(tmp_path, stdin="Ana Ruiz, monthly\n")
    assert (ended.returncode, ended.stderr) == (0, NO_TOKEN)
    assert "Added Ana Ruiz" in ended.stdout
    assert (tmp_path / "data" / "practice.db").exists()


def test_try_practises_with_a_token_as_well(tmp_path: Path) -> None:
    ended = run(tmp_path, "try", TELEGRAM_BOT_TOKEN=TOKEN)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "Practice chat" in ended.stdout


def test_try_with_a_broken_database_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "data" / "practice.db").mkdir(parents=True)
    ended = run(tmp_path, "try")
    assert (ended.returncode, ended.stdout) == (78, "")
    assert ended.stderr == (
        "The database data/practice.db can't be reached: check that the folder or server is there.\n"
    )


def test_a_wrong_setting_is_one_line_and_costs_no_heavy_imports(tmp_path: Path) -> None:
    ended = run(tmp_path, PORT="eighty")
    assert (ended.returncode, ended.stdout) == (78, "")
    assert ended.stderr == "PORT is not right: it wants a number from 1 to 65535.\n"
    code = f"import sys, bot.__main__; print([name for name in {HEAVY} if name in sys.modules])"
    imported = subprocess.run(
        [sys.executable, "-c", code], env=environment(), cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert imported.stdout == "[]\n"


def test_run_wants_a_token(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TELEGRAM_BOT_TOKEN", raising=False)
    assert main(["run"]) == 78
    assert capsys.readouterr().err.startswith("TELEGRAM_BOT_TOKEN is not right: it wants the token from @BotFather")


def test_a_fault_of_the_program_is_one_line_that_holds_nobodys_words(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> dict[str, str]:
        raise RuntimeError("Ana Ruiz")

    monkeypatch.setattr("bot.__main__.environment", fail)
    assert main(["try"]) == 70
    line = capsys.readouterr().err
    assert line.startswith("Dotty stopped at a fault of its own; please report it: RuntimeError at test_main.py:")
    assert line.count("\n") == 1
    assert "Ana" not in line


def test_ctrl_c_is_no_fault(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt() -> dict[str, str]:
        raise KeyboardInterrupt

    monkeypatch.setattr("bot.__main__.environment", interrupt)
    assert main([]) == 130
    assert capsys.readouterr().err == ""


def test_the_installed_command_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    command = EntryPoint("dotty", scripts["dotty"], "console_scripts").load()
    with pytest.raises(SystemExit) as ended:
        command(["--help"])
    assert ended.value.code == 0
    assert "usage: dotty" in capsys.readouterr().out


def test_make_run_with_a_token_polls(tmp_path: Path) -> None:
    """In a folder that counts as set up already, with this very Python."""
    (tmp_path / "requirements.txt").touch()
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / "ready").touch()
    with LoopbackBotApi() as telegram:
        settings = environment(TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=telegram.url)
        command = ["make", "-s", "-f", str(ROOT / "Makefile"), "run", f"BIN={Path(sys.executable).parent}"]
        with subprocess.Popen(
            command, cwd=tmp_path, env=settings, stderr=subprocess.PIPE, start_new_session=True
        ) as made:
            telegram.wait_for(lambda api: api.server.updates.polling, timeout=30)
            telegram.user(7).text("/start")
            telegram.wait_for(lambda api: bool(api.chat(7).sent()))
            os.killpg(made.pid, signal.SIGINT)
            made.communicate(timeout=30)
    assert (tmp_path / "data" / "dotty.db").exists()


def test_backup_copies_the_database_and_says_where(tmp_path: Path) -> None:
    run(tmp_path, "try", stdin="Ana Ruiz, monthly\n")
    ended = run(tmp_path, "backup", "copy.db", DATABASE_URL="sqlite:///data/practice.db")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "Backed up to copy.db.\n", "")
    assert (tmp_path / "copy.db").exists()


def test_backup_without_a_path_says_what_it_wants(tmp_path: Path) -> None:
    ended = run(tmp_path, "backup")
    assert ended.returncode == 2
    assert "the path of the copy" in ended.stderr


@pytest.mark.parametrize("given", [["copy"], ["copy", "a.db"], ["copy", "a", "b", "c"], ["doctor", "x"], ["run", "x"]])
def test_too_many_places_or_too_few_are_said(given: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(given)
    assert ended.value.code == 2
    assert "copy wants FROM and TO" in capsys.readouterr().err
