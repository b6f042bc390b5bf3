"""Time in the practice chat."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.practice.clock import PracticeClock

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)


def test_it_stands_still_until_told_and_never_goes_back(tmp_path: Path) -> None:
    clock = PracticeClock(tmp_path / "practice.json", MONDAY)
    assert clock.now() == MONDAY
    clock.jump_to(MONDAY + timedelta(days=7))
    clock.jump_to(MONDAY)
    assert clock.now() == MONDAY + timedelta(days=7)


def test_the_next_run_begins_at_the_later_of_the_kept_and_the_real_time(tmp_path: Path) -> None:
    path = tmp_path / "practice.json"
    PracticeClock(path, MONDAY).jump_to(MONDAY + timedelta(days=7))
    assert PracticeClock(path, MONDAY).now() == MONDAY + timedelta(days=7)
    assert PracticeClock(path, MONDAY + timedelta(days=30)).now() == MONDAY + timedelta(days=30)


def test_ids_are_kept_before_they_are_used(tmp_path: Path) -> None:
    path = tmp_path / "practice.json"
    clock = PracticeClock(path, MONDAY)
    clock.advance_ids(clock.next_update + 5, 0)
    clock.advance_ids(0, 12)
    later = PracticeClock(path, MONDAY)
    assert (later.next_update, later.next_message) == (clock.next_update, 12)


def test_its_file_is_its_owners_alone_also_one_that_was_not(tmp_path: Path) -> None:
    path = tmp_path / "practice.json"
    path.write_text("{}")
    for each in (path, path.with_suffix(".tmp")):
        each.touch()
        each.chmod(0o644)
    PracticeClock(path, MONDAY).jump_to(MONDAY + timedelta(days=7))
    assert [each.name for each in tmp_path.iterdir()] == ["practice.json"]
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("content", ["", "{", "[]", '{"now": "yesterday"}', '{"now": "2026-11-23T09:00:00"}'])
def test_a_file_that_cannot_be_read_begins_anew_past_all_earlier_ids(tmp_path: Path, content: str) -> None:
    path = tmp_path / "practice.json"
    earlier = PracticeClock(path, MONDAY - timedelta(hours=1))
    path.write_text(content, encoding="utf-8")
    clock = PracticeClock(path, MONDAY)
    assert clock.now() == MONDAY
    assert clock.next_update > earlier.next_update
