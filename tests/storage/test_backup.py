"""A copy of a SQLite database while it is written to."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from storage import Store, open_engine
from storage.backup import BackupError, Reason, back_up
from storage.tables import CHANGES, NOTES
from tests.storage.world import NOW, USER, add, fill, person


def test_copies_made_under_writes_are_whole_and_hold_whole_transactions(sqlite_store: Store, tmp_path: Path) -> None:
    """Each note is written with a change of its own: neither is ever there without the other."""
    fill(sqlite_store)
    contact, over, copies = add(sqlite_store, person("Grace Lim")), threading.Event(), 5
    wrote = threading.Semaphore(0)

    def write() -> int:
        written = 0
        while not over.is_set():
            written += 1
            sqlite_store.add_note(USER, 1_000 + written, contact, "likes hats " * 50, on=NOW.date(), now=NOW)
            wrote.release()
        return written

    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(write)
        try:
            for number in range(copies):
                assert wrote.acquire(timeout=30)
                back_up(str(sqlite_store.engine.url), tmp_path / f"{number}.db")
        finally:
            over.set()
        assert writing.result() >= copies
    counts = [counted(tmp_path / f"{number}.db", contact) for number in range(copies)]
    assert all(notes == changes for notes, changes in counts)
    assert counts == sorted(counts)


def counted(path: Path, contact: int) -> tuple[int, int]:
    """Notes of the contact, and changes that wrote one; the copy is whole, and its owner's alone."""
    assert path.stat().st_mode & 0o077 == 0
    engine = open_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        assert connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
        notes = connection.scalar(select(func.count()).select_from(NOTES).where(NOTES.c.contact_id == contact))
        changes = connection.scalar(select(func.count()).select_from(CHANGES).where(CHANGES.c.update_id > 1_000))
    engine.dispose()
    return notes or 0, changes or 0


def test_a_copy_is_never_put_in_the_place_of_the_database_itself(sqlite_store: Store, tmp_path: Path) -> None:
    """A bot that runs would go on writing to the file that was replaced."""
    fill(sqlite_store)
    path = Path(str(sqlite_store.engine.url.database))
    before = path.stat().st_ino
    (tmp_path / "link.db").symlink_to(path)
    (tmp_path / "second-name.db").hardlink_to(path)
    for target in (path, tmp_path / "." / path.name, tmp_path / "link.db", tmp_path / "second-name.db"):
        assert refused(str(sqlite_store.engine.url), target) == "same"
    assert path.stat().st_ino == before


@pytest.mark.parametrize(("name", "target"), [("dotty.db.part", "dotty.db"), ("dotty.db", "dotty.db-wal")])
def test_a_copy_is_put_in_the_place_of_nothing_the_database_needs(tmp_path: Path, name: str, target: str) -> None:
    """Not while it is being made either, nor in that of the log with the last commits."""
    (tmp_path / name).write_bytes(b"")
    assert refused(f"sqlite:///{tmp_path / name}", tmp_path / target) == "same"
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_a_copy_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("Ana Ruiz\n" * 1000)
    assert refused(f"sqlite:///{tmp_path / 'text.db'}", tmp_path / "copy.db") == "damaged"
    assert [each.name for each in tmp_path.iterdir()] == ["text.db"]


def test_a_damaged_database_never_takes_the_place_of_the_last_good_copy(sqlite_store: Store, tmp_path: Path) -> None:
    fill(sqlite_store)
    sqlite_store.engine.dispose()
    copy, path = tmp_path / "copy.db", Path(str(sqlite_store.engine.url.database))
    back_up(f"sqlite:///{path}", copy)
    good = copy.read_bytes()
    with path.open("r+b") as file:
        file.seek(4096 * 8)
        file.write(b"\xff" * 4096 * 4)
    assert refused(f"sqlite:///{path}", copy) == "damaged"
    assert copy.read_bytes() == good
    assert not list(tmp_path.glob("copy.db?*"))


@pytest.mark.parametrize("content", [b"Ana Ruiz", b"", b"SQLite format 4\x00" * 100])
def test_what_is_no_sqlite_database_is_not_replaced(sqlite_store: Store, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "notes.txt").write_bytes(content)
    assert refused(str(sqlite_store.engine.url), tmp_path / "notes.txt") == "occupied"
    assert (tmp_path / "notes.txt").read_bytes() == content
    for folder in (tmp_path, Path(), Path("/")):
        assert refused(str(sqlite_store.engine.url), folder) == "occupied"


def test_what_stands_in_the_way_is_told_apart(sqlite_store: Store, tmp_path: Path) -> None:
    url, copy = str(sqlite_store.engine.url), tmp_path / "copy.db"
    assert refused("postgresql://dotty@db.example.org/dotty", copy) == "elsewhere"
    assert refused(f"sqlite:///{tmp_path / 'missing.db'}", copy) == "missing"
    (tmp_path / "circle.db").symlink_to(tmp_path / "circle.db")
    for target in (tmp_path / "nowhere" / "copy.db", tmp_path / ("x" * 300), tmp_path / "circle.db"):
        assert refused(url, target) == "unwritable"
    assert not copy.exists()


def refused(url: str, target: Path) -> Reason:
    with pytest.raises(BackupError) as told:
        back_up(url, target)
    return told.value.reason
