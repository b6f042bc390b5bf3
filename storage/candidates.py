"""Whom a nudge may name, and all that picking weighs of them, without their whole cards."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, func, select, union_all

from storage.base import Base
from storage.searching import present
from storage.shapes import Candidate
from storage.tables import CONTACT_TAGS, CONTACTS, INTRODUCTIONS, NOTES, PROMISES, TOUCHES, YEARLY_DATES

#: What was noted so long before the user's newest note tells of nothing that is still to come.
NOTED = timedelta(days=400)
#: As much of a note as is read for what it may announce, in characters.
READ_AT_MOST = 400
#: In the order of the Candidate's fields.
_FACTS = (
    *CONTACTS.c["id", "name", "added_on"],
    func.coalesce(CONTACTS.c.cadence_days, CONTACTS.c.tag_cadence_days),
    *CONTACTS.c["last_touch_on", "snoozed_until", "turn_on", "birthday", "headsup_days", "role", "company"],
)
_BY_DUE = (CONTACTS.c.next_due_on.asc().nulls_last(), CONTACTS.c.name_key, CONTACTS.c.id)
Facts = dict[int, tuple[Any, ...]]


class Candidates(Base):
    def candidates(self, user_id: int) -> list[Candidate]:
        """The active contacts, soonest due first, with one statement for each kind of fact."""
        active = (*present(user_id), CONTACTS.c.status == "active")
        with self.engine.begin() as connection:
            found = connection.execute(select(*_FACTS).where(*active).order_by(*_BY_DUE)).all()
            return _weighed(connection, user_id, found) if found else []

    def candidate(self, user_id: int, contact_id: int) -> Candidate | None:
        """One contact as picking sees it, whatever its status; None where it is gone, or somebody else's."""
        mine = (*present(user_id), CONTACTS.c.id == contact_id)
        with self.engine.begin() as connection:
            found = connection.execute(select(*_FACTS).where(*mine)).all()
            return _weighed(connection, user_id, found, contact_id)[0] if found else None


def _weighed(connection: Connection, user_id: int, contacts: Sequence[Any], only: int | None = None) -> list[Candidate]:
    """Most contacts have but a few of the facts: they are made without, and what there is is put in."""
    people = {row[0]: Candidate(*row) for row in contacts}
    for id, tags in _tags(connection, user_id, only).items():
        if (found := people.get(id)) is not None:
            found.tags = tags
    for id, touches in _touches(connection, user_id, only):
        if (found := people.get(id)) is not None:
            found.touches = touches
    facts: dict[str, Mapping[int, Any]] = {
        "yearly": _yearly(connection, user_id, only),
        "promises": _open_promises(connection, user_id, only),
        "noted": _noted(connection, user_id, only),
        "introductions": _introductions(connection, user_id),
        "unanswered": _unanswered(connection, user_id, only),
    }
    for field, by_contact in facts.items():
        for id in by_contact.keys() & people.keys():
            setattr(people[id], field, by_contact[id])
    return list(people.values())


def _tags(connection: Connection, user_id: int, only: int | None) -> dict[int, tuple[int, ...]]:
    """The ids of their tags, in the order they were given."""
    found: dict[int, tuple[int, ...]] = {}
    for id, tag in connection.execute(_of(CONTACT_TAGS, user_id, only, "tag_id").order_by(CONTACT_TAGS.c.id)).all():
        found[id] = (*found.get(id, ()), tag)
    return found


def _yearly(connection: Connection, user_id: int, only: int | None) -> Facts:
    query = _of(YEARLY_DATES, user_id, only, "name", "day").order_by(YEARLY_DATES.c.id)
    return _by_contact(connection.execute(query).all())


def _of(table: Table, user_id: int, only: int | None, *columns: str) -> Select[Any]:
    """Columns behind the contact's id. Asked for the owner of one contact's rows, SQLite reads all that the user has."""
    query = select(table.c.contact_id, *(table.c[name] for name in columns))
    return query.where(table.c.user_id == user_id if only is None else table.c.contact_id == only)


def _by_contact(rows: Iterable[Row[Any]]) -> Facts:
    """What stands behind the contact's id in each row, in the order the rows come."""
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(tuple(row[1:]))
    return {contact_id: tuple(facts) for contact_id, facts in found.items()}


def _touches(connection: Connection, user_id: int, only: int | None) -> Sequence[Any]:
    """How often each was in touch."""
    query = _of(TOUCHES, user_id, only).add_columns(func.count()).group_by(TOUCHES.c.contact_id)
    return connection.execute(query).all()


def _open_promises(connection: Connection, user_id: int, only: int | None) -> Facts:
    """What, by when or None, and the day (UTC) it was made; the soonest due first."""
    query = _of(PROMISES, user_id, only, "text", "due_on", "created_at")
    query = query.where(PROMISES.c.kept_on.is_(None), PROMISES.c.dropped_on.is_(None))
    rows = _by_contact(connection.execute(query.order_by(PROMISES.c.due_on.asc().nulls_last(), PROMISES.c.id)))
    return {each: tuple((text, due, made.date()) for text, due, made in found) for each, found in rows.items()}


def _noted(connection: Connection, user_id: int, only: int | None) -> Facts:
    """What notes and touches say, the newest first."""
    notes = _of(NOTES, user_id, only).add_columns(
        NOTES.c.noted_on.label("day"), func.substr(NOTES.c.text, 1, READ_AT_MOST)
    )
    said = func.substr(TOUCHES.c.note, 1, READ_AT_MOST)
    touches = _of(TOUCHES, user_id, only).add_columns(TOUCHES.c.touched_on, said).where(TOUCHES.c.note.is_not(None))
    both = connection.execute(union_all(notes, touches).order_by("day")).all()
    since = both[-1].day - NOTED if both else None
    return _by_contact(row for row in reversed(both) if since is None or row.day >= since)


def _introductions(connection: Connection, user_id: int) -> Facts:
    """To whom each was introduced, and when, the newest first; nobody deleted, as the double of a merge is. Few are ever
    made: those of all are read."""
    first, second = CONTACTS.alias(), CONTACTS.alias()
    joined = INTRODUCTIONS.join(first, first.c.id == INTRODUCTIONS.c.first_id)
    joined = joined.join(second, second.c.id == INTRODUCTIONS.c.second_id)
    query = select(first.c.id, first.c.name, second.c.id, second.c.name, INTRODUCTIONS.c.made_on).select_from(joined)
    query = query.where(INTRODUCTIONS.c.user_id == user_id, INTRODUCTIONS.c.made_on.is_not(None))
    query = query.where(first.c.deleted_at.is_(None), second.c.deleted_at.is_(None))
    found: dict[int, list[Any]] = {}
    for first_id, first_name, second_id, second_name, made_on in connection.execute(
        query.order_by(INTRODUCTIONS.c.made_on.desc(), INTRODUCTIONS.c.id.desc())
    ):
        found.setdefault(first_id, []).append((second_name, made_on))
        found.setdefault(second_id, []).append((first_name, made_on))
    return {contact_id: tuple(facts) for contact_id, facts in found.items()}


def _unanswered(connection: Connection, user_id: int, only: int | None) -> dict[int, int]:
    """How many of the last touches in a row brought no answer, for those who left any unanswered."""
    left = _of(TOUCHES, user_id, only).where(TOUCHES.c.reply == "no")
    query = _of(TOUCHES, user_id, only, "reply").where(TOUCHES.c.contact_id.in_(left))
    newest_first = _by_contact(connection.execute(query.order_by(TOUCHES.c.touched_on.desc(), TOUCHES.c.id.desc())))
    return {contact_id: _leading_no(replies) for contact_id, replies in newest_first.items()}


def _leading_no(replies: Iterable[tuple[str | None]]) -> int:
    count = 0
    for (reply,) in replies:
        if reply != "no":
            break
        count += 1
    return count
