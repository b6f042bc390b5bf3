"""Contacts that may be one person: pairs with something in common that few others have."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, combinations, islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from storage.journal import chunks_of
from storage.keys import fold
from storage.tables import CONTACTS, PAIRS, POINTS

#: The lesser id is first.
Pair = tuple[int, int]
#: So many pairs of one name, of one way to reach them, or of one family at one company: 400 of a name make 79,800.
MOST_ALIKE = 100


def candidates(connection: Connection, user_id: int, limit: int) -> list[Pair]:
    """The surest first: they share a way to reach them; the name; the last name and the company, with first names that
    begin alike before others. Pairs said to be different are left out, those put off come last, the longest ago first.
    """
    different, later = _judged(connection, user_id)
    judged = different | later.keys()
    found = chain.from_iterable(
        _pairs(group, judged)
        for groups in (_by_point, _by_name, _by_family)  # each reads only when those before gave too few
        for group in groups(connection, user_id)
    )
    fresh = list(islice(_each_once(found), limit))
    return (fresh + _still_there(connection, user_id, later))[:limit]


def _judged(connection: Connection, user_id: int) -> tuple[set[Pair], dict[Pair, None]]:
    """What the user said to be different, and what they put off, the longest ago first."""
    query = select(PAIRS.c.first_id, PAIRS.c.second_id, PAIRS.c.verdict).where(PAIRS.c.user_id == user_id)
    rows = connection.execute(query.order_by(PAIRS.c.decided_on, PAIRS.c.id)).all()
    different = {(first, second) for first, second, verdict in rows if verdict == "different"}
    return different, {(first, second): None for first, second, verdict in rows if verdict == "later"}


def _pairs(ids: Iterable[int], judged: set[Pair]) -> Iterator[Pair]:
    fresh = (pair for pair in combinations(sorted(ids), 2) if pair not in judged)
    return islice(fresh, MOST_ALIKE)


def _each_once(pairs: Iterable[Pair]) -> Iterator[Pair]:
    seen: set[Pair] = set()
    for pair in pairs:
        if pair not in seen:
            seen.add(pair)
            yield pair


def _there(user_id: int) -> tuple[ColumnElement[bool], ...]:
    return CONTACTS.c.user_id == user_id, CONTACTS.c.deleted_at.is_(None), CONTACTS.c.status != "archived"


def _by_point(connection: Connection, user_id: int) -> Iterator[list[int]]:
    shared = select(POINTS.c.kind, POINTS.c.value).where(POINTS.c.user_id == user_id)
    again = shared.group_by(POINTS.c.kind, POINTS.c.value).having(func.count() > 1).subquery()
    same = (POINTS.c.user_id == user_id) & (POINTS.c.kind == again.c.kind) & (POINTS.c.value == again.c.value)
    joined = again.join(POINTS, same).join(CONTACTS, CONTACTS.c.id == POINTS.c.contact_id)
    query = select(POINTS.c.kind, POINTS.c.value, POINTS.c.contact_id).select_from(joined).where(*_there(user_id))
    return _groups(((kind, value), contact_id) for kind, value, contact_id in connection.execute(query))


def _by_name(connection: Connection, user_id: int) -> Iterator[list[int]]:
    names = select(CONTACTS.c.name_key).where(*_there(user_id))
    again = names.group_by(CONTACTS.c.name_key).having(func.count() > 1)
    query = select(CONTACTS.c.name_key, CONTACTS.c.id).where(*_there(user_id), CONTACTS.c.name_key.in_(again))
    return _groups((name, contact_id) for name, contact_id in connection.execute(query))


def _by_family(connection: Connection, user_id: int) -> Iterator[list[int]]:
    """First those whose first names begin with the same two letters, then whoever else shares name and company."""
    columns = (CONTACTS.c.id, CONTACTS.c.name_key, CONTACTS.c.company)
    rows = connection.execute(select(*columns).where(*_there(user_id), CONTACTS.c.company.is_not(None)))
    families = _families(rows)
    yield from _groups(((*key, first[:2]), each) for key, group in families for each, first in group)
    yield from ([each for each, _ in group] for _, group in families)


def _families(rows: Iterable[Any]) -> list[tuple[tuple[str, str], list[tuple[int, str]]]]:
    """Who shares the last word of the name and the company: their ids and what is before that word."""
    companies: dict[str, str] = {}
    found: defaultdict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    for contact_id, name, company in rows:
        first, _, last = name.rpartition(" ")
        if company not in companies:
            companies[company] = fold(company)
        found[last, companies[company]].append((contact_id, first))
    return [(key, group) for key, group in found.items() if len(group) > 1]


def _groups(pairs: Iterable[tuple[Any, int]]) -> Iterator[list[int]]:
    """The different ids of each key that has several."""
    found: defaultdict[Any, set[int]] = defaultdict(set)
    for key, contact_id in pairs:
        found[key].add(contact_id)
    return (sorted(group) for group in found.values() if len(group) > 1)


def _still_there(connection: Connection, user_id: int, pairs: Iterable[Pair]) -> list[Pair]:
    kept = list(pairs)
    there: set[int] = set()
    for chunk in chunks_of(dict.fromkeys(chain.from_iterable(kept))):
        query = select(CONTACTS.c.id).where(*_there(user_id), CONTACTS.c.id.in_(chunk))
        there.update(connection.execute(query).scalars())
    return [pair for pair in kept if there.issuperset(pair)]
