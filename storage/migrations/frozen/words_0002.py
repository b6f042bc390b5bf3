"""Text folded and split into words, as of revision 0002."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection

#: The columns of contacts that hold words.
COLUMNS = ("name", "company", "role", "city", "met", "needs", "offers")
_MOST_WORDS, _WORD_LENGTH = 1_000, 64
_MOST_ROWS = 20_000

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_PLAIN = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
_MARKS = str.maketrans(dict.fromkeys("’‘ʼʹ`´＇", "'") | dict.fromkeys("‐‑‒–—－", "-"))
_RUN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003134f]+")

_INSERT_POSTGRESQL = (
    "INSERT INTO contact_words (user_id, word, field, contact_id) SELECT * FROM "
    "unnest(%s::bigint[], %s::text[], %s::text[], %s::bigint[]) ON CONFLICT DO NOTHING"
)
_INSERT_SQLITE = "INSERT OR IGNORE INTO contact_words (user_id, word, field, contact_id) VALUES (?, ?, ?, ?)"

#: User, word, field, contact.
WordRow = tuple[int, str, str, int]


def fold(text: str) -> str:
    """Without case and accents, one kind of apostrophe and of hyphen, white space as one blank."""
    folded = _fold_once(text)
    while (again := _fold_once(folded)) != folded:
        folded = again
    return folded


def _fold_once(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text.translate(_MARKS)).casefold()
    bare = "".join(char for char in unicodedata.normalize("NFKD", spread) if not _is_accent(char))
    return " ".join(unicodedata.normalize("NFC", bare).translate(_PLAIN).split())


def _is_accent(char: str) -> bool:
    rank = unicodedata.combining(char)
    return rank >= 200 or 10 <= rank <= 36


def storable(text: str, length: int) -> str:
    return _UNSTORABLE.sub("", text)[:length]


def words_of(text: str) -> list[str]:
    """The different words in their order; of a run of Han, Kana or Hangul each of its endings too."""
    folded = fold(text).replace("'", "")
    parted = "".join(" " if unicodedata.category(char)[0] in "PSZC" else char for char in folded)
    words = (word for word in parted.split() if any(char.isalnum() for char in word))
    found: dict[str, None] = {}
    for word in _endings(words):
        found[word[:_WORD_LENGTH]] = None
        if len(found) == _MOST_WORDS:
            break
    return list(found)


def _endings(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield word
        for run in _RUN.finditer(word):
            yield from (run[0][start:] for start in range(len(run[0])))


def rows_of(
    user_id: int, contact_id: int, values: Mapping[str, Any], tags: Iterable[str], notes: Iterable[str]
) -> set[WordRow]:
    """The words of a contact; `values` are its columns."""
    facts = [(column, values[column]) for column in COLUMNS if values[column]]
    facts += [("tag", tag) for tag in tags] + [("note", note) for note in notes]
    return {(user_id, word, field, contact_id) for field, text in facts for word in words_of(text)}


def write_words(connection: Connection, words: Iterable[WordRow]) -> None:
    """In the key's order, which fills the pages of the index one after the other."""
    ordered = sorted(words)
    if connection.dialect.name != "postgresql":
        if ordered:
            connection.exec_driver_sql(_INSERT_SQLITE, ordered)
        return
    for start in range(0, len(ordered), _MOST_ROWS):
        columns = zip(*ordered[start : start + _MOST_ROWS], strict=True)
        connection.exec_driver_sql(_INSERT_POSTGRESQL, tuple(map(list, columns)))
