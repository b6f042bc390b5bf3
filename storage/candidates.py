"""Whom a nudge may name, and all that picking weighs of them, without their whole cards."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Select, Table, bindparam, func, select, union_all
from sqlalchemy.sql.selectable import CompoundSelect

from storage.among import Among
from storage.base import Base
from storage.shapes import Candidate
from storage.tables import CONTACT_TAGS, CONTACTS, INTRODUCTIONS, NOTES, PROMISES, TOUCHES, YEARLY_DATES

#: What was noted so long before the user's newest note tells of nothing that is still to come.
NOTED = timedelta(days=400)
#: As much of a note as is read for what it may announce, in characters.
READ_AT_MOST = 400
#: In the order of the Candidate's fields; the owner behind them.
_FACTS = (
    *CONTACTS.c["id", "name", "added_on"],
    func.coalesce(CONTACTS.c.cadence_days, CONTACTS.c.tag_cadence_days),
    *CONTACTS.c["last_touch_on", "snoozed_until", "turn_on", "birthday", "headsup_days", "role", "company", "user_id"],
)
_BY_DUE = (CONTACTS.c.next_due_on.asc().nulls_last(), CONTACTS.c.name_key, CONTACTS.c.id)
#: Whose rows are read: all of some users', or some contacts'. Asked for the owner of one contact's rows, SQLite reads all
#: that the user has.
By = Literal["user_id", "contact_id"]
Facts = dict[int, tuple[Any, ...]]

_OF_USERS = select(*_FACTS).where(
    Among(CONTACTS.c.user_id), CONTACTS.c.deleted_at.is_(None), CONTACTS.c.status == "active"
)
_OF_ONE = (
    select(*_FACTS)
    .where(CONTACTS.c.user_id == bindparam("user"), CONTACTS.c.deleted_at.is_(None), CONTACTS.c.status == "active")
    .order_by(*_BY_DUE)
)
_ANY = select(*_FACTS).where(
    CONTACTS.c.user_id == bindparam("user"), CONTACTS.c.deleted_at.is_(None), CONTACTS.c.id == bindparam("contact")
)


class Candidates(Base):
    def candidates(self, user_id: int) -> list[Candidate]:
        """The active contacts, soonest due first, with one statement for each kind of fact."""
        with self.reading() as connection:
            found = connection.execute(_OF_ONE, {"user": user_id}).all()
            return _weighed(connection, found, "user_id", [user_id]) if found else []

    def candidate(self, user_id: int, contact_id: int) -> Candidate | None:
        """One contact as picking sees it, whatever its status; None where it is gone, or somebody else's."""
        with self.reading() as connection:
            found = connection.execute(_ANY, {"user": user_id, "contact": contact_id}).all()
            return _weighed(connection, found, "contact_id", [contact_id])[0] if found else None


def candidates_of(
    connection: Connection, user_ids: Sequence[int], *, familiar: bool = True
) -> dict[int, list[Candidate]]:
    """The active contacts of some users, in no order; as many statements for many users as for one. Not `familiar`: how
    often they were in touch is left out."""
    found = connection.execute(_OF_USERS, {"ids": user_ids}).all()
    by_user: dict[int, list[Candidate]] = {user_id: [] for user_id in user_ids}
    for row, candidate in zip(found, _weighed(connection, found, "user_id", user_ids, familiar), strict=True):
        by_user[row[-1]].append(candidate)
    return by_user


def _weighed(
    connection: Connection, contacts: Sequence[Any], by: By, ids: Sequence[int], familiar: bool = True
) -> list[Candidate]:
    """Most contacts have but a few of the facts: they are made without, and what there is is put in."""
    people = {row[0]: Candidate(*row[:-1]) for row in contacts}
    facts: dict[str, Mapping[int, Any]] = {
        "tags": _tags(connection, by, ids),
        "yearly": _by_contact(connection.execute(_yearly(by), {"ids": ids}).all()),
        "promises": _open_promises(connection, by, ids),
        "noted": _noted(connection, by, ids),
        "introductions": _introductions(connection, {row[-1] for row in contacts}),
        "unanswered": _unanswered(connection, by, ids),
    }
    if familiar:
        facts["touches"] = {row[0]: row[1] for row in connection.execute(_touches(by), {"ids": ids}).all()}
    for field, by_contact in facts.items():
        for id in by_contact.keys() & people.keys():
            setattr(people[id], field, by_contact[id])
    return list(people.values())


def _tags(connection: Connection, by: By, ids: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """The ids of their tags, in the order they were given."""
    found: dict[int, tuple[int, ...]] = {}
    for id, tag in connection.execute(_tags_given(by), {"ids": ids}).all():
        found[id] = (*found.get(id, ()), tag)
    return found


@cache
def _tags_given(by: By) -> Select[Any]:
    return _of(CONTACT_TAGS, by, "tag_id").order_by(CONTACT_TAGS.c.id)


@cache
def _yearly(by: By) -> Select[Any]:
    return _of(YEARLY_DATES, by, "name", "day").order_by(YEARLY_DATES.c.id)


def _of(table: Table, by: By, *columns: str) -> Select[Any]:
    """Columns behind the contact's id."""
    return select(table.c.contact_id, *(table.c[name] for name in columns)).where(Among(table.c[by]))


def _by_contact(rows: Iterable[Sequence[Any]]) -> Facts:
    """What stands behind the contact's id in each row, in the order the rows come."""
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(tuple(row[1:]))
    return {contact_id: tuple(facts) for contact_id, facts in found.items()}


@cache
def _touches(by: By) -> Select[Any]:
    """How often each was in touch."""
    return _of(TOUCHES, by).add_columns(func.count()).group_by(TOUCHES.c.contact_id)


@cache
def _promised(by: By) -> Select[Any]:
    query = _of(PROMISES, by, "text", "due_on", "created_at")
    query = query.where(PROMISES.c.kept_on.is_(None), PROMISES.c.dropped_on.is_(None))
    return query.order_by(PROMISES.c.due_on.asc().nulls_last(), PROMISES.c.id)


def _open_promises(connection: Connection, by: By, ids: Sequence[int]) -> Facts:
    """What, by when or None, and the day (UTC) it was made; the soonest due first."""
    rows = _by_contact(connection.execute(_promised(by), {"ids": ids}).all())
    return {each: tuple((text, due, made.date()) for text, due, made in found) for each, found in rows.items()}


@cache
def _said(by: By) -> CompoundSelect[Any]:
    notes = _of(NOTES, by, "user_id").add_columns(
        NOTES.c.noted_on.label("day"), func.substr(NOTES.c.text, 1, READ_AT_MOST)
    )
    noted = func.substr(TOUCHES.c.note, 1, READ_AT_MOST)
    touches = _of(TOUCHES, by, "user_id").add_columns(TOUCHES.c.touched_on, noted).where(TOUCHES.c.note.is_not(None))
    return union_all(notes, touches).order_by("day")


def _noted(connection: Connection, by: By, ids: Sequence[int]) -> Facts:
    """What notes and touches say, the newest first."""
    since: dict[int, date] = {}
    newest: dict[int, list[tuple[date, str]]] = {}
    for contact_id, user_id, day, text in reversed(connection.execute(_said(by), {"ids": ids}).all()):
        if day >= since.setdefault(user_id, day - NOTED):
            newest.setdefault(contact_id, []).append((day, text))
    return {contact_id: tuple(found) for contact_id, found in newest.items()}


_FIRST, _SECOND = CONTACTS.alias(), CONTACTS.alias()
_MADE = (
    select(_FIRST.c.id, _FIRST.c.name, _SECOND.c.id, _SECOND.c.name, INTRODUCTIONS.c.made_on)
    .select_from(
        INTRODUCTIONS.join(_FIRST, _FIRST.c.id == INTRODUCTIONS.c.first_id).join(
            _SECOND, _SECOND.c.id == INTRODUCTIONS.c.second_id
        )
    )
    .where(Among(INTRODUCTIONS.c.user_id), INTRODUCTIONS.c.made_on.is_not(None))
    .where(_FIRST.c.deleted_at.is_(None), _SECOND.c.deleted_at.is_(None))
    .order_by(INTRODUCTIONS.c.made_on.desc(), INTRODUCTIONS.c.id.desc())
)


def _introductions(connection: Connection, user_ids: Iterable[int]) -> Facts:
    """To whom each was introduced, and when, the newest first; nobody deleted, as the double of a merge is. Few are ever
    made: those of all are read."""
    found: dict[int, list[Any]] = {}
    for first_id, first_name, second_id, second_name, made_on in connection.execute(_MADE, {"ids": list(user_ids)}):
        found.setdefault(first_id, []).append((second_name, made_on))
        found.setdefault(second_id, []).append((first_name, made_on))
    return {contact_id: tuple(facts) for contact_id, facts in found.items()}


@cache
def _replies(by: By) -> Select[Any]:
    left: ColumnElement[bool] = TOUCHES.c.contact_id.in_(_of(TOUCHES, by).where(TOUCHES.c.reply == "no"))
    return _of(TOUCHES, by, "reply").where(left).order_by(TOUCHES.c.touched_on.desc(), TOUCHES.c.id.desc())


def _unanswered(connection: Connection, by: By, ids: Sequence[int]) -> dict[int, int]:
    """How many of the last touches in a row brought no answer, for those who left any unanswered."""
    newest_first = _by_contact(connection.execute(_replies(by), {"ids": ids}).all())
    return {contact_id: _leading_no(replies) for contact_id, replies in newest_first.items()}


def _leading_no(replies: Iterable[tuple[str | None]]) -> int:
    count = 0
    for (reply,) in replies:
        if reply != "no":
            break
        count += 1
    return count
