import shutil
from datetime import UTC, date
from pathlib import Path
from types import SimpleNamespace

import pytest

from bot.config import Config
from bot.doctor.machine import check_disk, check_zones

TODAY = date(2026, 11, 23)


def test_zone_data_of_today_is_right_and_that_of_long_ago_is_not() -> None:
    (found,) = check_zones(TODAY)
    assert (found.level, found.words.startswith("zone data 20")) == ("ok", True)
    (found,) = check_zones(date(2036, 1, 1))
    assert (found.level, "pip install --upgrade tzdata" in found.words) == ("warning", True)


def test_zone_data_without_a_change_of_late_is_old_whatever_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    frozen = SimpleNamespace(ZoneInfo=lambda _name: UTC, TZPATH=(), ZoneInfoNotFoundError=KeyError)
    monkeypatch.setattr("bot.doctor.machine.zoneinfo", frozen)
    (found,) = check_zones(TODAY)
    assert found.level == "warning"


def test_no_zone_data_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(_name: str) -> None:
        raise KeyError

    absent = SimpleNamespace(ZoneInfo=nothing, TZPATH=(), ZoneInfoNotFoundError=KeyError)
    monkeypatch.setattr("bot.doctor.machine.zoneinfo", absent)
    (found,) = check_zones(TODAY)
    assert (found.level, "pip install tzdata" in found.words) == ("wrong", True)


@pytest.mark.parametrize(
    ("free", "level", "words"),
    [
        (5_000_000_000, "ok", "5.0 GB free at"),
        (500_000_000, "warning", "only 500.0 MB free"),
        (50_000, "wrong", "only 50.0 kB"),
    ],
)
def test_a_disk_that_fills_is_told_before_it_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, level: str, words: str
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: SimpleNamespace(free=free))
    (found,) = check_disk(Config(database_url=f"sqlite:///{tmp_path}/not/there/yet.db"))
    assert (found.level, words in found.words) == (level, True)
    assert found.words.split(" at ")[1].startswith(str(tmp_path))
    (found,) = check_disk(Config(database_url="postgresql://dotty@db.example.org/dotty"))
    assert found.level == level
