"""Imports: a file that was taken in, and how far the work on it has come."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, exists, insert, select, update

from storage.base import lock_user
from storage.keys import storable
from storage.models import Import
from storage.staging import FINISHED, Staging
from storage.tables import CONTACTS, IMPORT_FILES, IMPORTS, read_row

#: How long a process has an import to itself before it says so again; then it counts as dead.
CLAIM = timedelta(minutes=2)
#: How long the content of a file is kept, and a preview waits for its answer.
KEPT_FOR = timedelta(days=1)


class Imports(Staging):
    """These methods write no change: only the end of an import is a user's doing that can be undone (storage.staging)."""

    def open_import(self, user_id: int, update_id: int, *, file_name: str, content: bytes, now: datetime) -> Import:
        """State "reading", to be worked on at once; the same row when the update comes again.

        Raises sqlalchemy.exc.IntegrityError when there is no such user.
        """
        values = {
            "user_id": user_id,
            "update_id": update_id,
            "state": "reading",
            "format": "",
            "file_name": storable(file_name, 255),
            "columns": {},
            "counts": {},
            "work_at": now,
            "created_at": now,
        }
        with self.engine.begin() as connection:
            lock_user(connection, user_id)
            if (row := _opened(connection, user_id, update_id)) is not None:
                return read_row(Import, row)
            opened = read_row(Import, connection.execute(insert(IMPORTS).values(**values).returning(*IMPORTS.c)).one())
            file = {"user_id": user_id, "import_id": opened.id, "content": content, "created_at": now}
            connection.execute(insert(IMPORT_FILES).values(**file))
            return opened

    def import_row(self, user_id: int, import_id: int) -> Import | None:
        return self._import(_mine(user_id).where(IMPORTS.c.id == import_id))

    def import_of(self, user_id: int, update_id: int) -> Import | None:
        """The import of the file that this update brought."""
        return self._import(_mine(user_id).where(IMPORTS.c.update_id == update_id))

    def ready_import(self, user_id: int, *, now: datetime | None = None) -> Import | None:
        """The newest that waits for the user's answer; not one whose file is a day old."""
        waiting = _mine(user_id).where(IMPORTS.c.state.in_(("asking", "ready")))
        if now is not None:
            waiting = waiting.where(IMPORTS.c.created_at > now - KEPT_FOR)
        kept = exists().where(IMPORT_FILES.c.import_id == IMPORTS.c.id)
        return self._import(waiting.where(kept).order_by(IMPORTS.c.id.desc()).limit(1))

    def _import(self, query: Select[Any]) -> Import | None:
        with self.engine.begin() as connection:
            row = connection.execute(query).one_or_none()
            return None if row is None else read_row(Import, row)

    def file_of(self, user_id: int, import_id: int) -> bytes | None:
        """The content of the file; None once it was dropped."""
        mine = (IMPORT_FILES.c.import_id == import_id, IMPORT_FILES.c.user_id == user_id)
        with self.engine.begin() as connection:
            content: bytes | None = connection.execute(select(IMPORT_FILES.c.content).where(*mine)).scalar_one_or_none()
            return content

    def change_import(self, user_id: int, import_id: int, *, states: tuple[str, ...], **values: Any) -> Import | None:
        """Set columns of an import, if it is in one of these states; None, and nothing written, when it isn't."""
        mine = (IMPORTS.c.id == import_id, IMPORTS.c.user_id == user_id, IMPORTS.c.state.in_(states))
        return self._change(update(IMPORTS).where(*mine).values(**values))

    def due_imports(self, now: datetime, limit: int) -> list[tuple[int, int, datetime]]:
        """(import id, user id, work_at) of those that somebody should take up, the longest due first."""
        due = select(IMPORTS.c.id, IMPORTS.c.user_id, IMPORTS.c.work_at).where(IMPORTS.c.work_at <= now)
        with self.engine.begin() as connection:
            rows = connection.execute(due.order_by(IMPORTS.c.work_at).limit(limit))
            return [(row.id, row.user_id, row.work_at) for row in rows]

    def claim_import(self, import_id: int, *, seen: datetime, now: datetime) -> Import | None:
        """Take an import up for two minutes; None when another process has it. `work_at` then names this claim."""
        unclaimed = (IMPORTS.c.id == import_id, IMPORTS.c.work_at == seen)
        return self._change(update(IMPORTS).where(*unclaimed).values(work_at=now + CLAIM))

    def extend_import(self, import_id: int, *, now: datetime, seen: datetime | None = None) -> datetime | None:
        """Have it for two minutes more, if it is still to be worked on and (given `seen`) still claimed till then; the
        instant it is claimed till now."""
        which = [IMPORTS.c.id == import_id, IMPORTS.c.work_at.is_not(None)]
        if seen is not None:
            which.append(IMPORTS.c.work_at == seen)
        extended = self._change(update(IMPORTS).where(*which).values(work_at=now + CLAIM))
        return None if extended is None else extended.work_at

    def _change(self, statement: Any) -> Import | None:
        with self.engine.begin() as connection:
            row = connection.execute(statement.returning(*IMPORTS.c)).one_or_none()
            return None if row is None else read_row(Import, row)

    def drop_old_files(self, now: datetime) -> int:
        """How many files went that are a day old; with them the imports that came to nothing, and what those had staged
        still. None that is worked on."""
        idle = (IMPORTS.c.work_at.is_(None), IMPORTS.c.created_at <= now - KEPT_FOR)
        old = select(IMPORTS.c.id).where(*idle)
        left = exists().where(CONTACTS.c.import_id == IMPORTS.c.id)
        nothing = (*idle, IMPORTS.c.state.not_in(FINISHED))
        with self.engine.begin() as connection:
            dropped: int = connection.execute(delete(IMPORT_FILES).where(IMPORT_FILES.c.import_id.in_(old))).rowcount
            connection.execute(delete(IMPORTS).where(*nothing, ~left))
            interrupted = connection.execute(select(IMPORTS.c.user_id, IMPORTS.c.id).where(*nothing)).all()
        for user_id, import_id in interrupted:
            while self.unstage(user_id, import_id):
                """A few at a time."""
        return dropped


def _mine(user_id: int) -> Select[Any]:
    return select(IMPORTS).where(IMPORTS.c.user_id == user_id)


def _opened(connection: Connection, user_id: int, update_id: int) -> Row[Any] | None:
    return connection.execute(_mine(user_id).where(IMPORTS.c.update_id == update_id)).one_or_none()
