"""Words mistyped: those of the user's that look like a word nobody has."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process
from sqlalchemy import Connection, func, select

from storage.tables import WORDS
from storage.words import FIELDS

#: Behind every word that begins alike: no word holds this character.
LAST = "\U0010ffff"
#: Of 100, as bot.rules.names has it: "ruis" and "ruiz" are 75 alike.
ALIKE = 75
#: How unlike a word of the same letters in another order is, and how unlike is near enough to look no further.
_SWAPPED, _NEAR = 15, 20
#: So many letters a word needs: three of which one is another are another word, unless they changed places.
_LEAST, _LEAST_SWAPPED = 4, 3
_MOST_LIKE = 8


class Speller:
    """Reads the user's words of a search at most once."""

    def __init__(self, connection: Connection, user_id: int) -> None:
        self._connection = connection
        self._user_id = user_id
        self._words: dict[tuple[str, frozenset[str]], Sequence[str]] = {}

    def respell(self, word: str, fields: Sequence[str]) -> dict[str, int]:
        """The words in these fields that `word` may have been meant as, at most eight, by how unlike they are: 0 to 25.

        The first letter is seldom wrong: words with another count only where none with the same is near, for to read
        them all takes ten times as long.
        """
        if len(word) < _LEAST_SWAPPED:
            return {}
        near = _nearest(word, self._present(word[0], fields))
        return near if min(near.values(), default=100) <= _NEAR else _nearest(word, self._present("", fields))

    def _present(self, first: str, fields: Sequence[str]) -> Sequence[str]:
        key = first, frozenset(fields)
        if key not in self._words:
            mine = [WORDS.c.user_id == self._user_id]
            if first:
                mine += [WORDS.c.word >= first, WORDS.c.word < first + LAST]
            if len(key[1]) < len(FIELDS):
                mine.append(WORDS.c.field.in_(fields))
            different = select(WORDS.c.word).where(*mine).distinct().subquery()
            # As one text, for to fetch some ten thousand rows takes longer than to find them.
            joined = self._connection.execute(select(func.aggregate_strings(different.c.word, " "))).scalar_one()
            self._words[key] = (joined or "").split(" ")
        return self._words[key]


def _nearest(word: str, present: Sequence[str]) -> dict[str, int]:
    letters = sorted(word)
    size, some = len(word), word[1]
    unlike = {other: _SWAPPED for other in present if len(other) == size and some in other and sorted(other) == letters}
    if len(word) >= _LEAST:
        alike = process.extract(word, present, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=_MOST_LIKE)
        unlike |= {other: min(100 - int(likeness), unlike.get(other, 100)) for other, likeness, _ in alike}
    return dict(sorted(unlike.items(), key=lambda pair: (pair[1], pair[0]))[:_MOST_LIKE])
