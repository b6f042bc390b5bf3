"""Deleting for good: all of one user, and what was kept only for an Undo."""

import logging
import sqlite3
from datetime import datetime

from sqlalchemy import delete, select

from storage.base import Base
from storage.tables import CHANGES, CONTACTS, USERS
from storage.undoing import KEPT_FOR

log = logging.getLogger(__name__)

#: The log holds what was deleted until it is emptied, and VACUUM writes the whole file through it.
_SCRUB = ("PRAGMA wal_checkpoint(TRUNCATE)", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)")


class Erasing(Base):
    def erase(self, user_id: int) -> bool:
        """Delete the user and every row of theirs; False when there is no such user.

        On SQLite the file and its log are rewritten too, if there ever was anything. PostgreSQL's autovacuum reuses
        the space in its own time, and its log and backups are the operator's.
        """
        with self.engine.begin() as connection:
            told = [select(table.c.id).where(table.c.user_id == user_id).limit(1) for table in (CONTACTS, CHANGES)]
            confided = any(connection.execute(query).first() is not None for query in told)
            erased = connection.execute(delete(USERS).where(USERS.c.id == user_id)).rowcount == 1
        if confided and self.engine.dialect.name == "sqlite":
            self._scrub()
        return erased

    def _scrub(self) -> None:
        """Another process may be reading, or the disk be full: the rows are gone even so, and overwritten in the file
        (secure_delete); the log keeps old pages until it is next emptied, and the operator is told."""
        raw = self.engine.raw_connection()
        cursor = raw.cursor()
        try:
            for statement in _SCRUB:
                cursor.execute(statement)
            busy, *_ = cursor.fetchone() or (1,)
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorcode
        finally:
            raw.close()
        if busy:
            log.warning("A user was erased, but SQLite's log still holds old pages (code %s)", busy)

    def forget_old(self, now: datetime) -> int:
        """Drop the changes and the deleted contacts that are 30 days old; how many rows."""
        old = (
            delete(CHANGES).where(CHANGES.c.created_at <= now - KEPT_FOR),
            delete(CONTACTS).where(CONTACTS.c.deleted_at <= now - KEPT_FOR),
        )
        with self.engine.begin() as connection:
            return sum(connection.execute(statement).rowcount for statement in old)
