"""Deleting for good: all of one user, and what was kept only for an Undo."""

import logging
import sqlite3
from datetime import datetime

from sqlalchemy import Select, Table, delete, select

from storage.base import Base
from storage.tables import CHANGES, CONTACTS, IMPORTS, USERS
from storage.undoing import KEPT_FOR

log = logging.getLogger(__name__)

#: The log holds what was deleted until it is emptied, and VACUUM writes the whole file through it.
_SCRUB = ("PRAGMA wal_checkpoint(TRUNCATE)", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)")
#: So many rows are dropped in one transaction; a contact has some ten of other tables.
_AT_ONCE = 500


class Erasing(Base):
    def erase(self, user_id: int) -> bool:
        """Delete the user and every row of theirs; False when there is no such user.

        On SQLite the file and its log are rewritten too, if there ever was anything. PostgreSQL's autovacuum reuses
        the space in its own time, and its log and backups are the operator's.
        """
        with self.engine.begin() as connection:
            told = [
                select(table.c.id).where(table.c.user_id == user_id).limit(1) for table in (CONTACTS, CHANGES, IMPORTS)
            ]
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
        """Drop the changes, with the imports they ended, and the deleted contacts that are 30 days old, not what an import
        is staging; how many rows.

        A few at a time, so that an undone import of thousands keeps nobody waiting.
        """
        working = select(IMPORTS.c.id).where(IMPORTS.c.work_at.is_not(None))
        staged = CONTACTS.c.import_id.is_not(None) & CONTACTS.c.import_id.in_(working)
        changed = CHANGES.c.created_at <= now - KEPT_FOR
        pressed = (CHANGES.c.user_id == IMPORTS.c.user_id) & (CHANGES.c.update_id == IMPORTS.c.go_update_id)
        ended = select(IMPORTS.c.id).select_from(CHANGES).join(IMPORTS, pressed)
        return (
            self._drop(IMPORTS, ended.where(changed, CHANGES.c.kind == "imported"))
            + self._drop(CHANGES, select(CHANGES.c.id).where(changed))
            + self._drop(CONTACTS, select(CONTACTS.c.id).where(CONTACTS.c.deleted_at <= now - KEPT_FOR, ~staged))
        )

    def _drop(self, table: Table, old: Select[tuple[int]]) -> int:
        some = old.limit(_AT_ONCE)
        dropped = 0
        while True:
            with self.engine.begin() as connection:
                count = connection.execute(delete(table).where(table.c.id.in_(some))).rowcount
            dropped += count
            if count < _AT_ONCE:
                return dropped
