"""Writing an import: people are staged in short transactions, unseen, and revealed as one whole.

A staged contact is a row that has its import's id and counts as deleted. Until the import is finished nothing shows it,
and it can be dropped without a trace; so an import that is interrupted leaves nothing half-done.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, exists, func, select, update

from storage.adding import name_key, tag_key
from storage.base import Base, lock_user, refresh_many_due
from storage.details import Details, TagBook
from storage.journal import Journal, chunks_of, insert_rows, length_of, runs_of
from storage.keys import storable
from storage.merging import apply_merges
from storage.models import Change, Contact
from storage.models.imports import FINISHED
from storage.room import check_room, room_left
from storage.shapes import Incoming, Merge
from storage.tables import CONTACT_TAGS, CONTACTS, IMPORTS, POINTS, TAGS
from storage.words import facts_words, insert_words

#: What of an import's counts is gone once it ends: who is in the file, said in the preview, and what the work needed.
PASSING = frozenset({"examples", "changes", "unknown", "tries"})


class Staging(Base):
    def room(self, user_id: int) -> int:
        """How many contacts may still be added."""
        with self.reading() as connection:
            return room_left(connection, user_id, self.most_contacts)

    def match(self, user_id: int, keys: Sequence[tuple[str, str]]) -> dict[tuple[str, str], int]:
        """Who has these points: (kind, value) → id, the oldest contact's where several have it. At most 5,000 keys."""
        by_kind: dict[str, list[str]] = {}
        for kind, value in keys:
            by_kind.setdefault(kind, []).append(value)
        oldest = func.min(POINTS.c.contact_id)
        found = {}
        with self.engine.begin() as connection:
            for kind, values in by_kind.items():
                theirs = (POINTS.c.user_id == user_id, POINTS.c.kind == kind, POINTS.c.value.in_(values))
                query = select(POINTS.c.value, oldest).join(CONTACTS, CONTACTS.c.id == POINTS.c.contact_id)
                query = query.where(*theirs, CONTACTS.c.deleted_at.is_(None)).group_by(POINTS.c.value)
                found.update({(kind, value): contact_id for value, contact_id in connection.execute(query)})
        return found

    def namesakes(self, user_id: int, names: Sequence[str]) -> set[str]:
        """Those of the names that somebody has, without regard to case and accents."""
        by_key: dict[str, list[str]] = {}
        for name in names:
            by_key.setdefault(name_key(name), []).append(name)
        found: set[str] = set()
        with self.engine.begin() as connection:
            for chunk in chunks_of(by_key):
                mine = (CONTACTS.c.user_id == user_id, CONTACTS.c.deleted_at.is_(None), CONTACTS.c.name_key.in_(chunk))
                for key in connection.execute(select(CONTACTS.c.name_key).where(*mine)).scalars():
                    found.update(by_key[key])
        return found

    def stage(
        self,
        user_id: int,
        import_id: int,
        people: Sequence[Incoming],
        *,
        now: datetime,
        claim: datetime | None = None,
    ) -> int:
        """Write people of a running import, unseen; how many.

        0, and nothing written, when the import isn't running any more or (given `claim`, its `work_at`) another
        process has taken it up. Raises FullError, and writes nothing, when they are too many.
        """
        with self.engine.begin() as connection:
            if not lock_user(connection, user_id) or not _is_running(connection, user_id, import_id, claim):
                return 0
            check_room(connection, user_id, self.most_contacts, len(people), import_id=import_id)
            _stage(Journal(connection, user_id, now), import_id, people)
            return len(people)

    def unstage(self, user_id: int, import_id: int, limit: int = 500, *, claim: datetime | None = None) -> int:
        """Drop that many people of an import that was not finished; how many went, 0 when there are no more, or when
        (given `claim`) another process has taken the import up."""
        with self.engine.begin() as connection:
            row = _import(connection, user_id, import_id) if lock_user(connection, user_id) else None
            if row is None or row.state in FINISHED or claim not in (None, row.work_at):
                return 0
            staged = _staged(user_id, import_id)
            ids = list(connection.execute(select(CONTACTS.c.id).where(*staged).limit(limit)).scalars())
            borne = select(CONTACT_TAGS.c.tag_id).where(CONTACT_TAGS.c.contact_id.in_(ids)).distinct()
            tags = list(connection.execute(borne).scalars()) if ids else []
            connection.execute(delete(CONTACTS).where(CONTACTS.c.id.in_(ids)))
            unborne = ~exists().where(CONTACT_TAGS.c.tag_id == TAGS.c.id)
            connection.execute(delete(TAGS).where(TAGS.c.id.in_(tags), TAGS.c.cadence_days.is_(None), unborne))
            return len(ids)

    def finish_import(
        self,
        user_id: int,
        update_id: int,
        import_id: int,
        merges: Sequence[Merge],
        *,
        tags: Mapping[str, int] | None = None,
        now: datetime,
        claim: datetime | None = None,
    ) -> Change | None:
        """Kind "imported", result {"import_id", …the counts of its row, "new", "updated"}: how many people were revealed,
        and how many who were there differ now.

        The import must be running, and (given `claim`) still this process's; it is done then, and stays claimed until
        the user was told (`work_at`). `tags`: a cadence in days for each tag that has none yet. Raises FullError, and
        writes nothing, when the people are too many.
        """

        def work(journal: Journal) -> dict[str, Any] | None:
            row = journal.row(IMPORTS, import_id)
            if row is None or row.state != "running" or claim not in (None, row.work_at):
                return None
            new = self._reveal(journal, import_id)
            updated = apply_merges(journal, merges)
            _set_cadences(journal, tags or {})
            counts = {**lasting(row.counts), "new": new, "updated": updated}
            _end(journal, import_id, counts)
            return {**counts, "import_id": import_id}

        return self._write(user_id, update_id, "imported", work, now=now, keeps_step=True)

    def _reveal(self, journal: Journal, import_id: int) -> int:
        """One image for all of them: an undo hides them with one statement."""
        staged = _staged(journal.user_id, import_id)
        if made := _made_tags(journal, import_id):  # an undo takes them away last, when nobody bears them any more
            journal.images.append({"table": "tags", "ids": runs_of(made), "columns": None})
        new: int = journal.connection.execute(update(CONTACTS).where(*staged).values(deleted_at=None)).rowcount
        if new:
            check_room(journal.connection, journal.user_id, self.most_contacts, 0)
            journal.images.append({"table": "contacts", "import_id": import_id, "columns": None})
        return new


def lasting(counts: Mapping[str, Any]) -> dict[str, Any]:
    """What an import that ended keeps of its counts."""
    return {name: value for name, value in counts.items() if name not in PASSING}


def _import(connection: Connection, user_id: int, import_id: int) -> Row[Any] | None:
    mine = (IMPORTS.c.id == import_id, IMPORTS.c.user_id == user_id)
    return connection.execute(select(IMPORTS).where(*mine).with_for_update()).one_or_none()


def _is_running(connection: Connection, user_id: int, import_id: int, claim: datetime | None) -> bool:
    row = _import(connection, user_id, import_id)
    return row is not None and row.state == "running" and claim in (None, row.work_at)


def _staged(user_id: int, import_id: int) -> tuple[Any, ...]:
    return CONTACTS.c.import_id == import_id, CONTACTS.c.user_id == user_id, CONTACTS.c.deleted_at.is_not(None)


def _stage(journal: Journal, import_id: int, people: Sequence[Incoming]) -> None:
    tags = TagBook(journal)
    tags.add(name for incoming in people for name in incoming.tags)
    absent = dict.fromkeys(name for incoming in people for name in incoming.values)
    start = {**absent, "status": "inbox", "source": "import", "added_on": journal.now.date()}
    common = {"user_id": journal.user_id, "import_id": import_id, "created_at": journal.now, "deleted_at": journal.now}
    rows = [{**start, **incoming.values, **common} for incoming in people]
    for row, incoming in zip(rows, people, strict=True):
        row["name_key"] = name_key(row["name"])
        _set_days(row, incoming, tags)
    ids = insert_rows(journal.connection, CONTACTS, rows)
    Details(journal, zip(ids, people, strict=True), fresh=True, tags=tags).write()
    insert_words(journal.connection, journal.user_id, _texts(rows, people))


def _set_days(row: dict[str, Any], incoming: Incoming, tags: TagBook) -> None:
    """What the Store keeps of a contact: see storage.base.refresh_due."""
    row["last_touch_on"] = max((touch[0] for touch in incoming.touches), default=None)
    row["tag_cadence_days"] = tags.shortest_cadence(incoming.tags) if incoming.tags else None
    row["next_due_on"] = None
    if row.get("cadence_days") is not None or row["tag_cadence_days"] is not None:
        names = ("cadence_days", "tag_cadence_days", "last_touch_on", "added_on")
        facts: dict[str, Any] = {name: row.get(name) for name in names}
        row["next_due_on"] = Contact(**facts).due_on()


def _texts(rows: Sequence[dict[str, Any]], people: Sequence[Incoming]) -> Iterator[tuple[int, str, str]]:
    """(contact id, field, text) of what is kept of each."""
    for row, incoming in zip(rows, people, strict=True):
        tags = (storable(name, length_of(TAGS.c.name)) for name in incoming.tags)
        notes = (storable(text, None) for _, text in incoming.notes)
        for field, text in facts_words(row, tags, notes):
            yield row["id"], field, text


def _made_tags(journal: Journal, import_id: int) -> list[int]:
    """The tags that nobody bears but the people of an import, and that carry no rhythm: it is as if it had made them."""
    bearers = CONTACT_TAGS.join(CONTACTS, CONTACTS.c.id == CONTACT_TAGS.c.contact_id)
    borne = select(CONTACT_TAGS.c.id).select_from(bearers).where(CONTACT_TAGS.c.tag_id == TAGS.c.id).correlate(TAGS)
    mine = (TAGS.c.user_id == journal.user_id, TAGS.c.cadence_days.is_(None))
    theirs = borne.where(CONTACTS.c.import_id == import_id, CONTACTS.c.deleted_at.is_not(None))
    query = select(TAGS.c.id).where(*mine, theirs.exists(), ~borne.where(CONTACTS.c.deleted_at.is_(None)).exists())
    return list(journal.connection.execute(query).scalars())


def _set_cadences(journal: Journal, cadences: Mapping[str, int]) -> None:
    """Give these tags a rhythm, if they have none."""
    given = {key: days for name, days in cadences.items() if (key := tag_key(name))}
    book = TagBook(journal)
    book.add(cadences)
    ids = {key: book.ids[key] for key in given if book.cadences.get(book.ids[key]) is None}
    for key, tag_id in ids.items():
        journal.update(TAGS, tag_id, cadence_days=given[key])
    for chunk in chunks_of(ids.values()):
        bearers = select(CONTACT_TAGS.c.contact_id).where(CONTACT_TAGS.c.tag_id.in_(chunk)).distinct()
        refresh_many_due(journal.connection, journal.user_id, journal.connection.execute(bearers).scalars())


def _end(journal: Journal, import_id: int, counts: dict[str, Any]) -> None:
    """The image says "undone" for what was there before, for that is what an undo makes of it."""
    done = {"state": "done", "counts": counts}
    mine = (IMPORTS.c.id == import_id, IMPORTS.c.user_id == journal.user_id)
    journal.connection.execute(update(IMPORTS).where(*mine).values(**done))
    journal.images.append({"table": "imports", "id": import_id, "columns": {"state": ["undone", "done"]}})
