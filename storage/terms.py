"""What a search looks for, as statements on the index of words.

Each word found has a cost, and a contact's are summed: 0 for a whole word of the name, a little for one that is begun
or mistyped there, far more in another field, more still in what somebody needs ("lawyers" are no people who need
one), and most in a note. So whoever has all words in the name comes first.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, select, union_all

from storage.shapes import Term
from storage.spelling import LAST, Speller
from storage.tables import CONTACTS, WORDS
from storage.words import FIELDS, RUN, split

BEGUN, ELSEWHERE, NEEDED, NOTED = 10, 1_000, 2_000, 100_000
#: Terms of one search, words of one alternative, and alternatives: what somebody types has fewer.
_MOST_TERMS, _MOST_WORDS, _MOST_ALTERNATIVES = 24, 12, 24
#: Written before a name and seldom kept with it, as bot.rules.names has them.
_TITLES = frozenset({"dr", "mr", "mrs", "ms", "prof", "sir", "herr", "frau", "don", "dona", "sr", "sra"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """A word as it was typed, and what else it may have been meant as, by how unlike that is."""

    word: str
    meant: Mapping[str, int] | None = None

    def condition(self) -> ColumnElement[bool]:
        typed = [WORDS.c.word == self.word]
        if len(self.word) > 1 or RUN.fullmatch(self.word):
            typed = [WORDS.c.word >= self.word, WORDS.c.word < self.word + LAST]
        return and_(*typed) if self.meant is None else WORDS.c.word.in_([self.word, *self.meant])

    def cost(self) -> ColumnElement[int]:
        place = case({"name": 0, "needs": NEEDED, "note": NOTED}, value=WORDS.c.field, else_=ELSEWHERE)
        if self.meant is not None:
            unlike = {self.word: 0, **{other: BEGUN + cost for other, cost in self.meant.items()}}
            return func.min(place + case(unlike, value=WORDS.c.word, else_=0))
        return func.min(case((and_(WORDS.c.field == "name", WORDS.c.word != self.word), BEGUN), else_=place))


@dataclass(frozen=True, slots=True)
class Sought:
    """One term: the words of each alternative, and the fields they may be in."""

    alternatives: tuple[tuple[Wanted, ...], ...]
    fields: tuple[str, ...]

    @property
    def typed(self) -> tuple[str, ...]:
        return tuple(wanted.word for wanted in self.alternatives[0])

    @property
    def is_respelled(self) -> bool:
        return any(wanted.meant is not None for wanted in chain.from_iterable(self.alternatives))


def seek(terms: Sequence[Term]) -> list[Sought] | None:
    """The terms as they are looked for. None where nobody can fit: a term holds no word, or they are more than anybody
    types; to leave some out would find, and perhaps change, people who were not asked for."""
    found = [_seek(term) for term in terms[: _MOST_TERMS + 1]]
    whole = [sought for sought in found if sought.alternatives]
    return whole if len(whole) == len(terms) <= _MOST_TERMS else None


def _seek(term: Term) -> Sought:
    alternatives = [split(" ".join(words))[:_MOST_WORDS] for words in term.alternatives[:_MOST_ALTERNATIVES]]
    wanted = dict.fromkeys(tuple(Wanted(word) for word in words) for words in alternatives if words)
    return Sought(tuple(wanted), tuple(term.fields) or FIELDS)


def seek_name(text: str) -> Sought | None:
    words = split(text)[:_MOST_WORDS]
    words = [word for word in words if word not in _TITLES] or words
    return Sought((tuple(Wanted(word) for word in words),), ("name",)) if words else None


class Seeker:
    """Looks for terms among one user's words."""

    def __init__(self, connection: Connection, user_id: int) -> None:
        self._connection = connection
        self._user_id = user_id
        self._speller = Speller(connection, user_id)

    def respell_missing(self, sought: Sought) -> Sought:
        """Without the alternatives that nobody's words can make up; if that is none, mistyped words count too."""
        words = {wanted.word: wanted for wanted in chain.from_iterable(sought.alternatives)}
        missing = [word for word, wanted in words.items() if not self._occurs(wanted, sought.fields)]
        whole = [words for words in sought.alternatives if not any(wanted.word in missing for wanted in words)]
        return replace(sought, alternatives=tuple(whole)) if whole else self.respell(sought, missing)

    def respell(self, sought: Sought, words: Collection[str] | None = None) -> Sought:
        """With what these words (or all) of the alternatives may have been meant as."""

        def meant(wanted: Wanted) -> Wanted:
            if words is not None and wanted.word not in words:
                return wanted
            return replace(wanted, meant=self._speller.respell(wanted.word, sought.fields))

        return replace(sought, alternatives=tuple(tuple(map(meant, each)) for each in sought.alternatives))

    def _occurs(self, wanted: Wanted, fields: Sequence[str]) -> bool:
        query = _words(self._user_id, fields, wanted.condition()).limit(1)
        return self._connection.execute(query).first() is not None

    def finds(self, sought: Sought) -> bool:
        """Whether the term fits anybody who is not deleted or hidden."""
        found = hits(self._user_id, [sought]).subquery()
        seen = select(found.c.contact_id).join(CONTACTS, CONTACTS.c.id == found.c.contact_id)
        return self._connection.execute(seen.where(CONTACTS.c.deleted_at.is_(None)).limit(1)).first() is not None


def hits(user_id: int, terms: Sequence[Sought]) -> Select[Any]:
    """(contact_id, cost) of whoever all the terms fit."""
    return _all_of([_any_of([_together(user_id, term, words) for words in term.alternatives]) for term in terms])


def _together(user_id: int, term: Sought, words: Sequence[Wanted]) -> Select[Any]:
    """The words of one alternative, all in the same field: the Head of Data of Nordlicht Labs is not at Nordlicht Data."""
    cost = [wanted.cost().label("cost") for wanted in words]
    if len(words) == 1:
        return _words(user_id, term.fields, words[0].condition(), *cost).group_by(WORDS.c.contact_id)
    each = union_all(*(
        _words(user_id, term.fields, wanted.condition(), WORDS.c.field, paid).group_by(WORDS.c.contact_id, WORDS.c.field)
        for wanted, paid in zip(words, cost, strict=True)
    )).subquery()  # fmt: skip
    whole = select(each.c.contact_id, func.sum(each.c.cost).label("cost")).group_by(each.c.contact_id, each.c.field)
    found = whole.having(func.count() == len(words)).subquery()
    return select(found.c.contact_id, func.min(found.c.cost).label("cost")).group_by(found.c.contact_id)


def _words(
    user_id: int, fields: Sequence[str], condition: ColumnElement[bool], *more: ColumnElement[Any]
) -> Select[Any]:
    query = select(WORDS.c.contact_id, *more).where(WORDS.c.user_id == user_id, condition)
    return query if len(set(fields)) == len(FIELDS) else query.where(WORDS.c.field.in_(fields))


def _all_of(queries: Sequence[Select[Any]]) -> Select[Any]:
    if len(queries) == 1:
        return queries[0]
    each = union_all(*queries).subquery()
    query = select(each.c.contact_id, func.sum(each.c.cost).label("cost")).group_by(each.c.contact_id)
    return query.having(func.count() == len(queries))


def _any_of(queries: Sequence[Select[Any]]) -> Select[Any]:
    if len(queries) == 1:
        return queries[0]
    each = union_all(*queries).subquery()
    return select(each.c.contact_id, func.min(each.c.cost).label("cost")).group_by(each.c.contact_id)
