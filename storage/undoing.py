"""Putting back what a change wrote, as far as nothing was written over it since."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, Table, delete, insert, select, update
from sqlmodel import SQLModel

from storage.base import Base, refresh_due
from storage.journal import Journal, decode, encode, owner_of
from storage.models import Change, User
from storage.shapes import LastChange
from storage.tables import CHANGES, CONTACT_TAGS, CONTACTS, NUDGES, TAGS, USERS, read_row

#: How long a change can be undone, and a deleted contact comes back.
KEPT_FOR = timedelta(days=30)
#: So many are named in the answer.
_NAMED = 5
NextSlot = Callable[[User, datetime], datetime]
#: Changes that only showed something: "undo" means what was said before them.
ASKED_FOR = ("asked", "opener")


class Undoing(Base):
    def last_change(self, user_id: int, *, now: datetime) -> LastChange | None:
        """What an undo that names nothing would take back; None when there is nothing."""
        with self.engine.begin() as connection:
            journal = Journal(connection, user_id, now)
            row = _find(journal, None)
            if row is None:
                return None
            newer = select(CHANGES.c.id).where(CHANGES.c.user_id == user_id, CHANGES.c.id > row.id)
            shown_since = connection.execute(newer.where(CHANGES.c.kind.in_(ASKED_FOR)).limit(1)).first() is not None
            return LastChange(read_row(Change, row), tuple(_names(journal, row._mapping["result"])), shown_since)

    def undo(
        self,
        user_id: int,
        update_id: int,
        change_id: int | None = None,
        *,
        now: datetime,
        next_slot: NextSlot | None = None,
    ) -> Change | None:
        """Kind "undone", result {"undone": kind, "of": its result, "kept": rows and columns left as they are now,
        "names": of the contacts it was about, who may be gone with it}.

        Undoes that change, or the newest that is not undone; an undo itself is never undone, and a nudge or other
        words asked for only by their own button. What was written over since is left and counted in "kept". None when
        there is nothing to undo: undone already, or 30 days old. `next_slot` gives the user's next one after an
        instant: settings put back may name a slot that has gone by, which would bring the nudge at any hour.
        """

        def work(journal: Journal) -> dict[str, Any] | None:
            change = _find(journal, change_id)
            if change is None:
                return None
            mark = update(CHANGES).where(CHANGES.c.id == change.id, CHANGES.c.undone_at.is_(None))
            if journal.connection.execute(mark.values(undone_at=now)).rowcount == 0:
                return None
            names = _names(journal, change.result)
            undo = _Undo(journal)
            for image in reversed(change.before):
                undo.put_back(image)
            undo.finish()
            if next_slot is not None:
                _move_past_slot(journal, next_slot)
            return {"undone": change.kind, "of": change.result, "kept": undo.kept, "names": names}

        return self._write(user_id, update_id, "undone", work, now=now)


def _find(journal: Journal, change_id: int | None) -> Row[Any] | None:
    mine = (CHANGES.c.user_id == journal.user_id, CHANGES.c.undone_at.is_(None), CHANGES.c.kind != "undone")
    query = select(CHANGES).where(*mine, CHANGES.c.created_at > journal.now - KEPT_FOR)
    which = CHANGES.c.kind.not_in(ASKED_FOR) if change_id is None else CHANGES.c.id == change_id
    query = query.where(which)
    return journal.connection.execute(query.order_by(CHANGES.c.id.desc()).limit(1)).one_or_none()


def _move_past_slot(journal: Journal, next_slot: NextSlot) -> None:
    mine = USERS.c.id == journal.user_id
    user = read_row(User, journal.connection.execute(select(USERS).where(mine)).one())
    if user.next_nudge_at is not None and user.next_nudge_at <= journal.now:
        slot = next_slot(user, journal.now)
        journal.connection.execute(update(USERS).where(mine).values(next_nudge_at=slot))


def _names(journal: Journal, result: dict[str, Any]) -> list[str]:
    ids = result.get("contact_ids") or [result[key] for key in ("contact_id",) if key in result]
    found = [journal.row(CONTACTS, each) for each in ids[:_NAMED]]
    return [row.name for row in found if row is not None]


class _Undo:
    """One undo under way. It is no change to be undone itself, so it writes past the journal."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self.connection = journal.connection
        self.kept = 0
        self.contacts: set[int] = set()

    def put_back(self, image: dict[str, Any]) -> None:
        table = SQLModel.metadata.tables[image["table"]]
        if "row" in image:
            self._bring_back(table, image["row"])
            return
        row = self._row(table, image["id"])
        if row is None:
            self.kept += 1
        elif image["columns"] is None:
            self._take_away(table, row)
        else:
            self._restore(table, row, image["columns"])

    def finish(self) -> None:
        for contact_id in sorted(self.contacts):
            refresh_due(self.connection, self.journal.user_id, contact_id)

    def _row(self, table: Table, row_id: int) -> Row[Any] | None:
        query = select(table).where(table.c.id == row_id, owner_of(table) == self.journal.user_id)
        row = self.connection.execute(query.with_for_update(of=table, key_share=True)).one_or_none()
        if row is not None:
            self._concern(table, row._mapping["id"], row._mapping.get("contact_id"))
        return row

    def _concern(self, table: Table, row_id: int, contact_id: int | None) -> None:
        concerned = row_id if table is CONTACTS else contact_id
        if concerned is not None:
            self.contacts.add(concerned)

    def _restore(self, table: Table, row: Row[Any], columns: dict[str, list[Any]]) -> None:
        values = {
            name: decode(table.c[name], before)
            for name, (before, after) in columns.items()
            if encode(row._mapping[name]) == after
        }
        if table is NUDGES and len(values) < len(columns):  # a nudge answered otherwise since: its state is one whole
            values = {}
        self.kept += len(columns) - len(values)
        if values:
            self.connection.execute(update(table).where(table.c.id == row.id).values(**values))

    def _take_away(self, table: Table, row: Row[Any]) -> None:
        if table is CONTACTS:
            self.connection.execute(update(table).where(table.c.id == row.id).values(deleted_at=self.journal.now))
        elif self._is_needed(table, row):
            self.kept += 1
        else:
            self.connection.execute(delete(table).where(table.c.id == row.id))

    def _is_needed(self, table: Table, row: Row[Any]) -> bool:
        """A tag that others bear by now, or a nudge that was answered, stays."""
        if table is TAGS:
            borne = select(CONTACT_TAGS.c.id).where(CONTACT_TAGS.c.tag_id == row.id).limit(1)
            return self.connection.execute(borne).one_or_none() is not None
        return table is NUDGES and row.status not in ("planned", "sent")

    def _bring_back(self, table: Table, values: dict[str, Any]) -> None:
        if self._has_parents(table, values) and not self._is_there_again(table, values):
            kept = {name: decode(table.c[name], value) for name, value in values.items()}
            self.connection.execute(insert(table).values(**kept))
        else:
            self.kept += 1

    def _has_parents(self, table: Table, values: dict[str, Any]) -> bool:
        keys = [(key.column, values[key.parent.name]) for key in table.foreign_keys]
        queries = [select(column).where(column == value) for column, value in keys if value is not None]
        return all(self.connection.execute(query).one_or_none() is not None for query in queries)

    def _is_there_again(self, table: Table, values: dict[str, Any]) -> bool:
        """Whether the same point or tag was added once more since."""
        alike = [table.c[name] == value for name, value in values.items() if name != "id"]
        return self.connection.execute(select(table.c.id).where(*alike)).first() is not None
