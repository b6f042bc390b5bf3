"""Imports: a file that was taken in, and how far the work on it has come."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, exists, func, insert, or_, select, update

from storage.base import lock_user
from storage.keys import storable
from storage.models import Import
from storage.models.imports import ASKED, FINISHED, VOID
from storage.staging import Staging, lasting
from storage.tables import CONTACTS, IMPORT_FILES, IMPORTS, read_row

#: How long a process has an import to itself before it says so again; then it counts as dead.
CLAIM = timedelta(minutes=2)
#: How long the content of a file is kept, and a preview waits for its answer.
KEPT_FOR = timedelta(days=1)
#: Of the files that no work is due on so many of a user's are kept, the newest.
MOST_KEPT = 5


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
            _drop_more(connection, user_id)
            return opened

    def import_row(self, user_id: int, import_id: int) -> Import | None:
        return self._import(_mine(user_id).where(IMPORTS.c.id == import_id))

    def import_of(self, user_id: int, update_id: int) -> Import | None:
        """The import of the file that this update brought."""
        return self._import(_mine(user_id).where(IMPORTS.c.update_id == update_id))

    def ready_import(self, user_id: int, *, now: datetime | None = None) -> Import | None:
        """The newest that waits for the user's answer; not one whose file is a day old."""
        waiting = _mine(user_id).where(IMPORTS.c.state.in_(ASKED))
        if now is not None:
            waiting = waiting.where(IMPORTS.c.created_at > now - KEPT_FOR)
        kept = exists().where(IMPORT_FILES.c.import_id == IMPORTS.c.id)
        return self._import(waiting.where(kept).order_by(IMPORTS.c.id.desc()).limit(1))

    def _import(self, query: Select[Any]) -> Import | None:
        with self.reading() as connection:
            row = connection.execute(query).one_or_none()
            return None if row is None else read_row(Import, row)

    def imports_under_way(self, user_id: int) -> int:
        """How many of the user's files are still to be worked on."""
        due = (
            select(func.count())
            .select_from(IMPORTS)
            .where(IMPORTS.c.user_id == user_id, IMPORTS.c.work_at.is_not(None))
        )
        with self.reading() as connection:
            count: int = connection.execute(due).scalar_one()
            return count

    def file_of(self, user_id: int, import_id: int) -> bytes | None:
        """The content of the file; None once it was dropped."""
        mine = (IMPORT_FILES.c.import_id == import_id, IMPORT_FILES.c.user_id == user_id)
        with self.reading() as connection:
            content: bytes | None = connection.execute(select(IMPORT_FILES.c.content).where(*mine)).scalar_one_or_none()
            return content

    def change_import(
        self,
        user_id: int,
        import_id: int,
        *,
        states: tuple[str, ...],
        claim: datetime | None = None,
        **values: Any,
    ) -> Import | None:
        """Set columns of an import, if it is in one of these states and (given `claim`) still this process's; None, and
        nothing written, when it isn't. One that ends with it keeps no names of people (`lasting`)."""
        mine = [IMPORTS.c.id == import_id, IMPORTS.c.user_id == user_id, IMPORTS.c.state.in_(states)]
        if claim is not None:
            mine.append(IMPORTS.c.work_at == claim)
        with self.engine.begin() as connection:
            held = connection.execute(select(IMPORTS.c.counts).where(*mine).with_for_update()).scalar_one_or_none()
            if held is None:
                return None
            if values.get("state") in VOID:
                values["counts"] = lasting(values.get("counts", held))
            row = connection.execute(update(IMPORTS).where(*mine).values(**values).returning(*IMPORTS.c)).one()
            return read_row(Import, row)

    def due_imports(self, now: datetime, limit: int) -> list[tuple[int, int, datetime]]:
        """(import id, user id, work_at) of those that somebody should take up, the longest due first.

        One without a message is left to the update that brought it, which comes again where it wasn't handled: both
        would show it otherwise.
        """
        shown = or_(IMPORTS.c.message_id.is_not(None), IMPORTS.c.created_at <= now - 2 * CLAIM)
        due = select(IMPORTS.c.id, IMPORTS.c.user_id, IMPORTS.c.work_at).where(IMPORTS.c.work_at <= now, shown)
        with self.reading() as connection:
            rows = connection.execute(due.order_by(IMPORTS.c.work_at).limit(limit))
            return [(row.id, row.user_id, row.work_at) for row in rows]

    def claim_import(self, user_id: int, import_id: int, *, seen: datetime, now: datetime) -> Import | None:
        """Take an import up for two minutes; `work_at` then names this claim.

        None when another process has it, or another import of this user's: two at once would each take the same people
        for new.
        """
        with self.engine.begin() as connection:
            lock_user(connection, user_id)
            if connection.execute(_at_work(user_id, now).where(IMPORTS.c.id != import_id)).first() is not None:
                return None
            unclaimed = (IMPORTS.c.id == import_id, IMPORTS.c.user_id == user_id, IMPORTS.c.work_at == seen)
            claimed = update(IMPORTS).where(*unclaimed).values(work_at=now + CLAIM).returning(*IMPORTS.c)
            row = connection.execute(claimed).one_or_none()
            return None if row is None else read_row(Import, row)

    def extend_import(
        self, user_id: int, import_id: int, *, now: datetime, seen: datetime | None = None
    ) -> datetime | None:
        """Have it for two minutes more, if it is still to be worked on and (given `seen`) still claimed till then; the
        instant it is claimed till now."""
        which = [IMPORTS.c.id == import_id, IMPORTS.c.user_id == user_id, IMPORTS.c.work_at.is_not(None)]
        if seen is not None:
            which.append(IMPORTS.c.work_at == seen)
        extended = update(IMPORTS).where(*which).values(work_at=now + CLAIM).returning(*IMPORTS.c)
        with self.engine.begin() as connection:
            row = connection.execute(extended).one_or_none()
            return None if row is None else read_row(Import, row).work_at

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


def _at_work(user_id: int, now: datetime) -> Select[Any]:
    """The imports of the user's that some process is reading or writing."""
    working = (IMPORTS.c.state.in_(("reading", "running")), IMPORTS.c.work_at > now)
    return select(IMPORTS.c.id).where(IMPORTS.c.user_id == user_id, *working)


def _mine(user_id: int) -> Select[Any]:
    return select(IMPORTS).where(IMPORTS.c.user_id == user_id)


def _drop_more(connection: Connection, user_id: int) -> None:
    """Drop the contents of the older files: one user's many large files can't fill the disk."""
    idle = select(IMPORTS.c.id).where(IMPORTS.c.user_id == user_id, IMPORTS.c.work_at.is_(None))
    more = idle.where(exists().where(IMPORT_FILES.c.import_id == IMPORTS.c.id)).order_by(IMPORTS.c.id.desc())
    older = connection.execute(more.offset(MOST_KEPT)).scalars().all()
    if older:
        connection.execute(delete(IMPORT_FILES).where(IMPORT_FILES.c.import_id.in_(older)))


def _opened(connection: Connection, user_id: int, update_id: int) -> Row[Any] | None:
    return connection.execute(_mine(user_id).where(IMPORTS.c.update_id == update_id)).one_or_none()
