"""Words mistyped: those of the user's that look like a word nobody has."""

from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Any

from rapidfuzz import fuzz, process
from sqlalchemy import ColumnElement, Connection, Label, Select, and_, bindparam, case, func, or_, select, true

from storage.tables import WORDS
from storage.words import FIELDS, RUN

#: Behind every word that begins alike: no word holds this character.
LAST = "\U0010ffff"
#: Folded words of Latin letters, and all others.
_ASCII, _BEYOND = ("", "\x7f"), ("\x7f", LAST)
#: Of 100, as bot.rules.names has it: "ruis" and "ruiz" are 75 alike.
ALIKE = 75
#: How unlike a word of the same letters in another order is, and how unlike is near enough to look no further.
_SWAPPED, _NEAR = 15, 20
#: So many letters a word needs: three of which one is another are another word, unless they changed places.
_LEAST, _LEAST_SWAPPED = 4, 3
_MOST_LIKE = 8
_USER = bindparam("user_id", type_=WORDS.c.user_id.type)


class Speller:
    """Reads the user's words that are near a word at most once for a search."""

    def __init__(self, connection: Connection, user_id: int) -> None:
        self._connection = connection
        self._user_id = user_id
        self._words: dict[tuple[str, frozenset[str]], Sequence[str]] = {}

    def respell(self, word: str, fields: Sequence[str]) -> dict[str, int]:
        """The words in these fields that `word` may have been meant as, at most eight, by how unlike they are: 0 to 25.

        The first letter is seldom wrong: words with another count only where none with the same is near. Then one of
        the first two letters is right, in its own place or in the other's; to read all words takes ten times as long.
        """
        if len(word) < _LEAST_SWAPPED:
            return {}
        same = self._present(word[0], fields)
        near = _nearest(word, same)
        if min(near.values(), default=100) <= _NEAR or RUN.match(word):
            return near
        return _nearest(word, [*same, *self._present(word[:2], fields)])

    def _present(self, begin: str, fields: Sequence[str]) -> Sequence[str]:
        key = begin, frozenset(fields)
        if key not in self._words:
            joined = self._connection.execute(_joined(*key), {"user_id": self._user_id}).scalar_one()
            self._words[key] = (joined or "").split(" ")
        return self._words[key]


@lru_cache(maxsize=1_000)
def _joined(begin: str, fields: Collection[str]) -> Select[Any]:
    """All of them as one text, for to fetch some thousand rows takes longer than to find them. Kept, for to put the
    statement together takes as long as a small network's answer."""
    return select(func.aggregate_strings(_different(begin, fields).subquery().c.word, " "))


def _different(begin: str, fields: Collection[str]) -> Select[Any]:
    """Each word in the fields once: those that begin with a letter, or if two are given, the others that have one of
    them first or second. Neither database skips a word's other rows by itself, and common words have thousands: here the
    next word is looked up after each, first by the beginnings of two letters, then within those that may do."""
    first, last = (begin, begin + LAST) if len(begin) == 1 else _ASCII if begin.isascii() else _BEYOND
    begun = select(_next(WORDS.c.word >= first, WORDS.c.word < last)).cte("begun", recursive=True)
    behind = case((func.length(begun.c.word) == 1, begun.c.word), else_=_end(begun.c.word))
    more = select(_next(WORDS.c.word > behind, WORDS.c.word < last))
    begun = begun.union_all(more.where(begun.c.word.is_not(None)))
    first_letter, second_letter = (func.substr(begun.c.word, place, 1) for place in (1, 2))
    near = and_(first_letter != begin[0], or_(first_letter == begin[1:], second_letter.in_(list(begin))))
    some = select(begun.c.word).where(func.length(begun.c.word) > 1, near if len(begin) == 2 else true())
    present = some.cte("present", recursive=True)
    more = select(_next(WORDS.c.word > present.c.word, WORDS.c.word < _end(present.c.word)))
    present = present.union_all(more.where(present.c.word.is_not(None)))
    query = select(present.c.word).where(present.c.word.is_not(None))
    if len(fields) == len(FIELDS):
        return query
    its = (WORDS.c.user_id == _USER, WORDS.c.word == present.c.word, WORDS.c.field.in_(fields))
    return query.where(select(WORDS.c.word).where(*its).exists())


def _next(*conditions: ColumnElement[bool]) -> Label[str]:
    query = select(WORDS.c.word).where(WORDS.c.user_id == _USER, *conditions).order_by(WORDS.c.word).limit(1)
    return query.correlate_except(WORDS).scalar_subquery().label("word")


def _end(word: ColumnElement[str]) -> ColumnElement[str]:
    """Behind every word that begins with the same two letters."""
    return func.substr(word, 1, 2, type_=WORDS.c.word.type) + LAST


def _nearest(word: str, present: Sequence[str]) -> dict[str, int]:
    letters = sorted(word)
    size, some = len(word), word[1]
    unlike = {other: _SWAPPED for other in present if len(other) == size and some in other and sorted(other) == letters}
    if len(word) >= _LEAST:
        alike = process.extract(word, present, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=_MOST_LIKE)
        unlike |= {other: min(100 - int(likeness), unlike.get(other, 100)) for other, likeness, _ in alike}
    return dict(sorted(unlike.items(), key=lambda pair: (pair[1], pair[0]))[:_MOST_LIKE])
