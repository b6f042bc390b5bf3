"""`python -m bot doctor`, as the operator reads it."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.doctor import examine
from tests.loopback import TOKEN, LoopbackBotApi


def look(capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    code = main(["doctor"])
    said = capsys.readouterr()
    assert said.err == ""
    return code, said.out


def test_a_bot_that_is_well_has_a_line_for_each_check_and_no_secret(
    telegram: LoopbackBotApi, migrated_file: Path, folder: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    (folder / "data").mkdir()
    shutil.copy(migrated_file, folder / "data" / "dotty.db")
    monkeypatch.setenv("WEBHOOK_URL", f"{telegram.url}/very-secret")
    monkeypatch.setenv("WEBHOOK_SECRET", "very-secret")
    telegram.api.server.webhook = {"url": f"{telegram.url}/very-secret", "max_connections": 100}
    code, said = look(capsys)
    assert [line.split()[:2] for line in said.splitlines()[:-1]] == [
        ["ok", about] for about in ("settings", "settings", "token", "clock", "webhook", "zones", "database", "disk")
    ]
    assert said.endswith("All is well.\n")
    assert (code, "WEBHOOK_SECRET set" in said) == (0, True)
    assert TOKEN.split(":")[1] not in said
    assert "very-secret" not in said


def test_before_the_first_start_nothing_is_wrong_and_nothing_is_made(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = look(capsys)
    assert code == 0
    assert "warning  token     TELEGRAM_BOT_TOKEN is not set: only the practice chat works\n" in said
    assert "warning  database  data/dotty.db is not there yet: the first start makes it\n" in said
    assert said.endswith("Nothing is wrong; 2 things to look at.\n")
    assert list(folder.iterdir()) == []


def test_everything_that_is_wrong_is_told_at_once(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    wrong = {"TELEGRAM_BOT_TOKEN": "x", "PORT": "eighty", "WEBHOOK_URL": "https://dotty.example.org", "LOG_LEVEL": "x"}
    (folder / ".env").write_text("".join(f"{name}={value}\n" for name, value in wrong.items()))
    code, said = look(capsys)
    assert code == 1
    settings = [line.split()[2] for line in said.splitlines() if line.startswith("wrong    settings")]
    assert sorted(settings) == ["LOG_LEVEL", "PORT", "TELEGRAM_BOT_TOKEN", "WEBHOOK_SECRET"]
    assert "wrong    token     TELEGRAM_BOT_TOKEN is not in a token's form, and was not tried\n" in said
    assert said.endswith("5 things are wrong.\n")


def test_what_is_odd_about_the_settings_file_is_told_without_its_values(
    capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture, folder: Path
) -> None:
    """A token that was pasted without its name looks like a name."""
    odd = f"PORT=8081\n\n{TOKEN}\nALOWED_USER_IDS=12345\nLOG_LEVEL='INFO\n{TOKEN}==\nHOST\n"
    (folder / ".env").write_text(odd)
    (folder / ".env").chmod(0o644)
    code, said = look(capsys)
    assert code == 0
    told = [line.removeprefix("warning  settings  ") for line in said.splitlines() if "warning  settings" in line]
    assert told == [
        "ALOWED_USER_IDS is no setting, and does nothing: is it meant to be ALLOWED_USER_IDS?",
        *(f"line {number} of .env is left out: a line is NAME=value, or begins with #" for number in (3, 5, 6, 7)),
        ".env may be read by other users of this machine: chmod 600",
    ]
    assert "PORT=8081" in said
    assert TOKEN.split(":")[1] not in said
    assert "12345" not in said
    assert not caplog.records


def test_a_settings_file_that_is_well_and_the_owners_alone_is_no_matter(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    (folder / ".env").write_text("# Dotty\nexport PORT=8081 # of ours\nHOST=\n\nPORT=8082")
    (folder / ".env").chmod(0o600)
    _, said = look(capsys)
    assert "ok       settings  PORT=8082\n" in said
    assert "warning  settings" not in said


def test_an_unreadable_settings_file_is_a_line_and_no_database_is_guessed_at(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    (folder / ".env").write_bytes(b"PORT=\xff\xfe")
    code, said = look(capsys)
    assert code == 1
    assert "wrong    settings  The file .env can't be read" in said
    assert "database" not in said


def test_what_a_check_stumbles_over_is_a_line_without_its_text(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object) -> None:
        raise RuntimeError("Ana Ruiz")

    monkeypatch.setattr("bot.doctor.check_disk", stumble)
    found = [each for each in examine(datetime.now(UTC)) if each.about == "disk"]
    assert [each.level for each in found] == ["wrong"]
    assert found[0].words.startswith("could not be looked at: RuntimeError at test_doctor.py:")
    assert "Ana" not in found[0].words
