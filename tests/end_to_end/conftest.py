"""A Telegram on loopback, and a bot in a process of its own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.loopback import LoopbackBotApi
from tests.processes import Dotty, Person


@pytest.fixture
def telegram() -> Iterator[LoopbackBotApi]:
    with LoopbackBotApi() as server:
        yield server


@pytest.fixture
def dotty(telegram: LoopbackBotApi, tmp_path: Path, migrated_file: Path) -> Iterator[Dotty]:
    """Polling, on a database that is up to date."""
    shutil.copy(migrated_file, tmp_path / "dotty.db")
    with Dotty(tmp_path, telegram).ready() as running:
        yield running


@pytest.fixture
def sam(telegram: LoopbackBotApi) -> Person:
    return Person(telegram)
