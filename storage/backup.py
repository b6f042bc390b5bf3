"""A copy of a SQLite database, made while it is in use."""

import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import make_url


def back_up(url: str, target: Path) -> bool:
    """Copy the database at `url` to `target`, as it stands at one moment; False where it is no SQLite file.

    SQLite's online backup (https://www.sqlite.org/backup.html). It is written beside `target` first, so that a copy
    cut short never takes an older one's place. Raises OSError or sqlite3.Error where it can't be read or written.
    """
    address = make_url(url)
    if address.get_backend_name() != "sqlite" or not address.database:
        return False
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    part.touch(mode=0o600)  # before there is anything to read in it
    existing = f"file:{quote(address.database)}?mode=rw"  # unlike a plain path, it never makes a new file
    with closing(sqlite3.connect(existing, uri=True)) as source, closing(sqlite3.connect(part)) as copy:
        source.backup(copy)
    part.replace(target)
    return True
