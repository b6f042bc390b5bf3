"""An operator's folder, with no settings but those of the test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.doctor.settings import NAMES
from tests.loopback import TOKEN, LoopbackBotApi


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def telegram(monkeypatch: pytest.MonkeyPatch) -> Iterator[LoopbackBotApi]:
    """One that the settings name, with its token."""
    with LoopbackBotApi() as server:
        monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
        monkeypatch.setenv("TELEGRAM_API_URL", server.url)
        yield server
