"""Finding contacts by their words: whole, begun, or mistyped. Contacts that are deleted or hidden are never found."""

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, case, func, or_, select

from storage.adding import tag_key
from storage.base import Base
from storage.models import Contact
from storage.shapes import Criteria
from storage.spelling import LAST
from storage.tables import CONTACT_TAGS, CONTACTS, TAGS, WORDS, read_rows
from storage.terms import Seeker, Sought, hits, seek, seek_name
from storage.words import pairs_of, words_of

_POSSESSIVE = re.compile(r"['’]s\b")
#: Of many namesakes, those who are kept up with are meant first.
_BY_STATUS = case({"active": 0, "inbox": 1}, value=CONTACTS.c.status, else_=2)
_BY_NAME = (CONTACTS.c.name_key, CONTACTS.c.id)
#: What a search can ask to be empty.
EMPTY = frozenset(
    {"company", "role", "city", "met", "met_on", "birthday", "language", "needs", "offers", "last_touch_on"}
)


def _with_words(*begun: ColumnElement[bool]) -> Select[Any]:
    """Those who have one of `words` in their name, or a word that is `begun` so; those with most of them first."""
    meant = or_(WORDS.c.word.in_(bindparam("words", expanding=True)), *begun)
    said = (WORDS.c.user_id == bindparam("user"), WORDS.c.field == "name", meant)
    some = select(WORDS.c.contact_id, func.count().label("words")).where(*said).group_by(WORDS.c.contact_id).subquery()
    query = select(CONTACTS.c.id, CONTACTS.c.name).join(some, some.c.contact_id == CONTACTS.c.id)
    there = (CONTACTS.c.user_id == bindparam("user"), CONTACTS.c.deleted_at.is_(None))
    return query.where(*there).order_by(some.c.words.desc(), _BY_STATUS, *_BY_NAME).limit(bindparam("most"))


#: Made once, for every text that is typed is looked up so.
_WITH_WORDS = _with_words()


class Searching(Base):
    def named(self, user_id: int, text: str, limit: int = 500) -> list[tuple[int, str]]:
        """(id, name) of those who have a word of the text in their name: those with most of them first; then the
        active, the inbox, the archived; then by name. The text may be a sentence, with names of Han, Kana or Hangul
        anywhere in it."""
        whole = [*words_of(text), *words_of(_POSSESSIVE.sub(" ", text))]
        if not whole:
            return []
        begun = [and_(WORDS.c.word >= pair, WORDS.c.word < pair + LAST) for pair in pairs_of(text)]
        query = _with_words(*begun) if begun else _WITH_WORDS
        with self.reading() as connection:
            rows = connection.execute(query, {"user": user_id, "words": whole, "most": limit})
            return [(row.id, row.name) for row in rows]

    def alike(self, user_id: int, text: str, limit: int = 200) -> list[tuple[int, str]]:
        """(id, name) of those whose name has all words of the text, whole or begun, or if nobody's has, mistyped; the
        active first, then the inbox, then the archived, each by name."""
        sought = seek_name(text)
        if sought is None:
            return []
        with self.reading() as connection:
            seeker = Seeker(connection, user_id)
            spelled = seeker.respell_missing(sought)
            rows = _read_names(connection, user_id, spelled, limit)
            if not rows and not spelled.is_respelled:
                rows = _read_names(connection, user_id, seeker.respell(sought), limit)
        return rows

    def search(self, user_id: int, criteria: Criteria, *, offset: int, limit: int) -> tuple[list[Contact], int]:
        """One page of those who fit, and how many there are in all.

        Whoever has the words as the whole name comes first, then as words of the name, then elsewhere, then only in
        notes; then by status as `criteria.statuses` has them; then soonest due first, or with `untouched_since` the
        oldest touch first and no touch last; then by name. ValueError for a column that can't be asked to be empty.
        """
        with self.reading() as connection:
            ids, total = _find(connection, user_id, criteria, offset, limit)
            return read_contacts(connection, ids), total

    def search_ids(self, user_id: int, criteria: Criteria) -> list[int]:
        """The ids of all who fit, in the same order."""
        with self.reading() as connection:
            return _find(connection, user_id, criteria)[0]


def present(user_id: int) -> tuple[ColumnElement[bool], ...]:
    return CONTACTS.c.user_id == user_id, CONTACTS.c.deleted_at.is_(None)


def read_contacts(connection: Connection, ids: Sequence[int]) -> list[Contact]:
    """The contacts of these ids, in their order: to sort whole rows would take several times as long."""
    rows = connection.execute(select(CONTACTS).where(CONTACTS.c.id.in_(ids))) if ids else ()
    found = {contact.id: contact for contact in read_rows(Contact, rows)}
    return [found[contact_id] for contact_id in ids]


def _read_names(connection: Connection, user_id: int, sought: Sought, limit: int) -> list[tuple[int, str]]:
    found = hits(user_id, [sought]).subquery()
    query = select(CONTACTS.c.id, CONTACTS.c.name).join(found, found.c.contact_id == CONTACTS.c.id)
    query = query.where(*present(user_id)).order_by(_BY_STATUS, found.c.cost, *_BY_NAME)
    return [(row.id, row.name) for row in connection.execute(query.limit(limit))]


def _find(
    connection: Connection, user_id: int, criteria: Criteria, offset: int = 0, limit: int | None = None
) -> tuple[list[int], int]:
    """The ids of those who fit, ranked, and how many they are in all."""
    seeker, terms = Seeker(connection, user_id), seek(criteria.terms)
    if terms is None:
        return [], 0
    sought = [seeker.respell_missing(term) for term in terms]
    found = _rank(connection, user_id, criteria, sought, offset, limit)
    if found[1] or not sought:
        return found
    again = _respell(seeker, sought, alone=not _filters(user_id, criteria))
    return found if again == sought else _rank(connection, user_id, criteria, again, offset, limit)


def _respell(seeker: Seeker, sought: list[Sought], *, alone: bool) -> list[Sought]:
    """Terms with words that only deleted contacts have may be mistyped; and so may all words of a name, of which each
    is somebody's but all of them are nobody's ("anna ruiz"), if the search asks for them `alone`."""
    again = [term if term.is_respelled or seeker.finds(term) else seeker.respell(term) for term in sought]
    may_be_name = alone and all("name" in term.fields and not term.is_respelled for term in again)
    if again != sought or len(sought) == 1 or not may_be_name:
        return again
    return [seeker.respell(Sought(term.alternatives[:1], ("name",))) for term in sought]


def _rank(
    connection: Connection, user_id: int, criteria: Criteria, sought: Sequence[Sought], offset: int, limit: int | None
) -> tuple[list[int], int]:
    filters = _filters(user_id, criteria)
    query = select(CONTACTS.c.id).where(*present(user_id), *filters)
    query = query.where(_is_one_of(criteria.statuses))
    order: list[ColumnElement[Any]] = []
    if sought:
        found = hits(user_id, sought).subquery()
        query = query.join(found, found.c.contact_id == CONTACTS.c.id)
        order += [case((CONTACTS.c.name_key.in_(_whole_names(sought)), 0), else_=1), found.c.cost]
    if len(criteria.statuses) > 1:
        order.append(case({status: place for place, status in enumerate(criteria.statuses)}, value=CONTACTS.c.status))
    day = CONTACTS.c.next_due_on if criteria.untouched_since is None else CONTACTS.c.last_touch_on
    indexed = not (order or filters)
    return read_page(connection, query, [*order, day.asc().nulls_last(), *_BY_NAME], offset, limit, indexed=indexed)


def read_page(
    connection: Connection,
    query: Select[Any],
    order: Sequence[ColumnElement[Any]],
    offset: int,
    limit: int | None,
    *,
    indexed: bool,
) -> tuple[list[int], int]:
    """The ids of a page, and how many there are in all: found once for both, unless an index has the page's order."""
    page = query.order_by(*order).offset(offset).limit(limit)
    if not indexed:
        rows = connection.execute(page.add_columns(func.count().over())).all()
        if rows or not offset:
            return [row[0] for row in rows], rows[0][1] if rows else 0
    total = connection.execute(query.with_only_columns(func.count(), maintain_column_froms=True)).scalar_one()
    return list(connection.execute(page).scalars()) if total > offset else [], total


def _is_one_of(statuses: Sequence[str]) -> ColumnElement[bool]:
    """Of one status an index has everybody in order."""
    return CONTACTS.c.status == statuses[0] if len(statuses) == 1 else CONTACTS.c.status.in_(statuses)


def _whole_names(sought: Sequence[Sought]) -> list[str]:
    words = [word for term in sought for word in term.typed]
    return [" ".join(words), " ".join(reversed(words))]


def _filters(user_id: int, criteria: Criteria) -> list[ColumnElement[bool]]:
    chosen: list[ColumnElement[bool]] = [CONTACTS.c.id.in_(_tagged(user_id, name)) for name in criteria.tags]
    if criteria.untouched_since is not None:
        touched = CONTACTS.c.last_touch_on
        chosen.append(or_(touched.is_(None), touched < criteria.untouched_since))
    if criteria.met_before is not None:
        chosen.append(CONTACTS.c.met_on < criteria.met_before)
    if criteria.met_from is not None:
        chosen.append(CONTACTS.c.met_on >= criteria.met_from)
    return [*chosen, *(_is_empty(user_id, name) for name in criteria.without)]


def _tagged(user_id: int, name: str) -> Select[Any]:
    mine = (TAGS.c.user_id == user_id, TAGS.c.key == tag_key(name))
    return select(CONTACT_TAGS.c.contact_id).join(TAGS, TAGS.c.id == CONTACT_TAGS.c.tag_id).where(*mine)


def _is_empty(user_id: int, name: str) -> ColumnElement[bool]:
    if name == "tags":
        tagged = select(CONTACT_TAGS.c.contact_id).where(CONTACT_TAGS.c.user_id == user_id)
        return CONTACTS.c.id.not_in(tagged)
    if name == "cadence_days":
        return and_(CONTACTS.c.cadence_days.is_(None), CONTACTS.c.tag_cadence_days.is_(None))
    if name not in EMPTY:
        raise ValueError(f"not a column that can be empty: {name}")
    return CONTACTS.c[name].is_(None)
