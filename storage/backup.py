"""A copy of a SQLite database, made while it is in use."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from sqlalchemy import make_url

#: elsewhere: it is no SQLite file | missing: there is no such file | unreadable: it can't be opened | damaged
#: | same: the copy would replace a file of the database itself | occupied: it would replace something else than a
#: SQLite database | unwritable: its place can't be written
Reason = Literal["elsewhere", "missing", "unreadable", "damaged", "same", "occupied", "unwritable"]

#: How every SQLite file begins: https://www.sqlite.org/fileformat.html#magic_header_string
_MAGIC = b"SQLite format 3\x00"
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class BackupError(Exception):
    """There is no new copy, and whatever stood in its place is as it was."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


def back_up(url: str, target: Path) -> None:
    """Copy the database at `url` to `target`, as it stands at one moment. Raises BackupError.

    SQLite's online backup (https://www.sqlite.org/backup.html). It is written beside `target` first, and looked over
    there: a copy cut short, or one of a database that is damaged, never takes an older one's place. Nor does any copy
    take that of the database's own files: a bot that runs would go on writing to the one replaced.
    """
    address = make_url(url)
    if address.get_backend_name() != "sqlite" or not address.database:
        raise BackupError("elsewhere")
    if not target.name:  # a folder: ".", or "/"
        raise BackupError("occupied")
    part = target.with_name(f"{target.name}.part")
    database = Path(address.database)
    _check_source(database)
    _check_place(database, target, part)
    try:
        part.unlink(missing_ok=True)
        part.touch(mode=0o600)  # before there is anything to read in it
        try:
            _copy(database, part)
            _look_over(part)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except (OSError, sqlite3.Error) as error:
        raise BackupError("damaged" if _tells_damage(error) else "unwritable") from error


def _check_source(database: Path) -> None:
    try:
        if not database.is_file():
            raise BackupError("missing")
        with closing(_open_existing(database)) as source:
            source.execute("PRAGMA schema_version").fetchone()
    except (OSError, sqlite3.Error) as error:
        raise BackupError("damaged" if _tells_damage(error) else "unreadable") from error


def _check_place(database: Path, target: Path, part: Path) -> None:
    resolved = database.resolve()
    used = {resolved.with_name(f"{resolved.name}{beside}") for beside in ("", "-wal", "-shm")}
    try:
        there = target.exists()
        if not used.isdisjoint((target.resolve(), part.resolve())) or (there and target.samefile(database)):
            raise BackupError("same")
        if there and not _is_sqlite(target):
            raise BackupError("occupied")
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle
        raise BackupError("unwritable") from error


def _is_sqlite(path: Path) -> bool:
    """Read only where it is a plain file: a pipe would have nobody writing to it."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def _open_existing(path: Path) -> sqlite3.Connection:
    """Unlike with a plain path, a new file is never made."""
    return sqlite3.connect(f"file:{quote(str(path))}?mode=rw", uri=True)


def _copy(database: Path, part: Path) -> None:
    """All in one step, while others write: in WAL mode they needn't wait, and what they write is not in it."""
    with closing(_open_existing(database)) as source, closing(sqlite3.connect(part)) as copy:
        source.backup(copy)


def _look_over(part: Path) -> None:
    """The copy has the flaws of what it was made of, page by page. Immutable: no files are made beside it."""
    with closing(sqlite3.connect(f"file:{quote(str(part))}?mode=ro&immutable=1", uri=True)) as copy:
        if copy.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise BackupError("damaged")


def _tells_damage(error: Exception) -> bool:
    return isinstance(error, sqlite3.Error) and getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGED
