"""A copy of a SQLite database, made while it is in use."""

import sqlite3
from pathlib import Path

from sqlalchemy import Engine


def back_up(engine: Engine, path: Path) -> bool:
    """Copy the database to `path`, as it stands at one moment; False where it is no SQLite database.

    SQLite's online backup (https://www.sqlite.org/backup.html). It is written beside `path` first, so that a copy cut
    short never takes an older one's place. Raises OSError or sqlite3.Error where it can't be written.
    """
    if engine.dialect.name != "sqlite":
        return False
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    source = engine.raw_connection()
    try:
        target = sqlite3.connect(part)
        try:
            driver = source.driver_connection
            assert isinstance(driver, sqlite3.Connection), "the driver of SQLite is sqlite3"
            driver.backup(target)
        finally:
            target.close()
    finally:
        source.close()
    part.replace(path)
    return True
