"""The words searches look for: taken from what is known of contacts, and kept beside it."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select

from storage.keys import fold
from storage.models.people import WORD_LENGTH
from storage.tables import CONTACT_TAGS, CONTACTS, NOTES, TAGS, WORDS

#: So many words of one text can be searched for: a long note has some 700.
MOST_WORDS = 1_000
#: The columns of contacts that hold words, and every field of a word.
COLUMNS = ("name", "company", "role", "city", "met", "needs", "offers")
FIELDS = (*COLUMNS, "tag", "note")
_MOST_PAIRS = 200
#: A statement has its time limit, and PostgreSQL checks the references of each row.
_MOST_ROWS = 20_000
#: Databases bound the parameters of a statement: PostgreSQL 65,535, SQLite 32,766.
_MOST_IDS = 10_000

_ASCII_WORD = re.compile("[a-z0-9]+")
#: Scripts that put no blank between words.
RUN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003134f]+")

#: Not by `executemany`, which psycopg sends row by row.
_INSERT_POSTGRESQL = (
    "INSERT INTO contact_words (user_id, word, field, contact_id) SELECT * FROM "
    "unnest(%s::bigint[], %s::text[], %s::text[], %s::bigint[]) ON CONFLICT DO NOTHING"
)
_INSERT_SQLITE = "INSERT OR IGNORE INTO contact_words (user_id, word, field, contact_id) VALUES (?, ?, ?, ?)"
_DELETE_SQLITE = "DELETE FROM contact_words WHERE user_id = ? AND word = ? AND field = ? AND contact_id = ?"

#: A row of contact_words: user, word, field, contact.
WordRow = tuple[int, str, str, int]


def words_of(text: str) -> list[str]:
    """The different words of a text in their order, folded, without apostrophes ("o'neil" is "oneil").

    Punctuation and emoji part words. A run of Han, Kana or Hangul gives each of its endings too, so that a family name
    and a given name are found, written together as they are. Words are cut to WORD_LENGTH.
    """
    folded = fold(text).replace("'", "")
    words = _ASCII_WORD.findall(folded) if folded.isascii() else _endings(_split(folded))
    found: dict[str, None] = {}
    for word in words:
        found[word[:WORD_LENGTH]] = None
        if len(found) == MOST_WORDS:
            break
    return list(found)


def split(text: str) -> list[str]:
    """The words of a query: as `words_of`, but every run is looked for as it was typed."""
    return list(dict.fromkeys(word[:WORD_LENGTH] for word in _split(fold(text).replace("'", ""))))[:MOST_WORDS]


def pairs_of(text: str) -> list[str]:
    """Each two characters that follow each other in a run of Han, Kana or Hangul: where a name may begin."""
    runs = (run[0] for run in RUN.finditer(fold(text)))
    return list(dict.fromkeys(run[at : at + 2] for run in runs for at in range(len(run) - 1)))[:_MOST_PAIRS]


def _split(folded: str) -> list[str]:
    parted = "".join(" " if unicodedata.category(char)[0] in "PSZC" else char for char in folded)
    return [word for word in parted.split() if any(char.isalnum() for char in word)]


def _endings(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield word
        for run in RUN.finditer(word):
            yield from (run[0][start:] for start in range(len(run[0])))


def facts_words(
    values: Mapping[str, Any], tags: Iterable[str] = (), notes: Iterable[str] = ()
) -> Iterator[tuple[str, str]]:
    """(field, text) of what is known of a contact, as `insert_words` takes them behind the contact's id; `values` are
    columns of contacts."""
    for column in COLUMNS:
        if value := values.get(column):
            yield column, value
    for tag in tags:
        yield "tag", tag
    for note in notes:
        yield "note", note


def insert_words(connection: Connection, user_id: int, rows: Iterable[tuple[int, str, str]]) -> int:
    """Keep the words of (contact id, field, text), of any number of contacts; those kept already stay. How many words.

    Words lie all over the index: several thousand contacts at once cost far less than as many hundreds.
    """
    words = rows_of(user_id, rows)
    write_words(connection, words)
    return len(words)


def rows_of(user_id: int, rows: Iterable[tuple[int, str, str]]) -> set[WordRow]:
    known: dict[str, list[str]] = {}  # thousands of people share a company or a role
    return {
        (user_id, word, field, contact_id)
        for contact_id, field, text in rows
        for word in (known[text] if text in known else known.setdefault(text, words_of(text)))
    }


def write_words(connection: Connection, words: Collection[WordRow]) -> None:
    """In the key's order, which fills the pages of the index one after the other."""
    if not words:
        return
    ordered = sorted(words)
    if connection.dialect.name != "postgresql":
        connection.exec_driver_sql(_INSERT_SQLITE, ordered)
        return
    for start in range(0, len(ordered), _MOST_ROWS):
        columns = zip(*ordered[start : start + _MOST_ROWS], strict=True)
        connection.exec_driver_sql(_INSERT_POSTGRESQL, tuple(map(list, columns)))


def refresh_words(
    connection: Connection, user_id: int, contact_ids: Iterable[int], fields: Collection[str] = FIELDS
) -> None:
    """Bring the words of these fields of these contacts of the user's to what the rows say, with a few statements.

    Words stay while a contact is deleted or hidden: searches leave such contacts out.
    """
    ids = sorted(set(contact_ids))
    for start in range(0, len(ids), _MOST_IDS):
        some = ids[start : start + _MOST_IDS]
        wanted = rows_of(user_id, _texts(connection, user_id, some, fields))
        mine = (WORDS.c.user_id == user_id, WORDS.c.contact_id.in_(some), WORDS.c.field.in_(fields))
        query = select(*WORDS.c["user_id", "word", "field", "contact_id"]).where(*mine)
        kept: set[WordRow] = set(map(tuple, connection.execute(query)))
        _drop(connection, kept - wanted)
        write_words(connection, wanted - kept)


def _drop(connection: Connection, words: Collection[WordRow]) -> None:
    if not words:
        return
    if connection.dialect.name != "postgresql":
        connection.exec_driver_sql(_DELETE_SQLITE, sorted(words))
        return
    names = ("user_id", "word", "field", "contact_id")
    same = [WORDS.c[name] == bindparam(f"its_{name}") for name in names]
    rows = [{f"its_{name}": value for name, value in zip(names, row, strict=True)} for row in words]
    connection.execute(delete(WORDS).where(*same), rows)


def _texts(
    connection: Connection, user_id: int, ids: list[int], fields: Collection[str]
) -> Iterator[tuple[int, str, str]]:
    columns = [CONTACTS.c[name] for name in COLUMNS if name in fields]
    if columns:
        query = select(CONTACTS.c.id, *columns).where(CONTACTS.c.user_id == user_id, CONTACTS.c.id.in_(ids))
        for contact_id, *texts in connection.execute(query):
            yield from ((contact_id, column.name, text) for column, text in zip(columns, texts, strict=True) if text)
    if "tag" in fields:
        named = select(CONTACT_TAGS.c.contact_id, TAGS.c.name)
        named = named.select_from(CONTACT_TAGS.join(TAGS, TAGS.c.id == CONTACT_TAGS.c.tag_id))
        rows = connection.execute(named.where(CONTACT_TAGS.c.user_id == user_id, CONTACT_TAGS.c.contact_id.in_(ids)))
        yield from ((contact_id, "tag", name) for contact_id, name in rows)
    if "note" in fields:
        noted = select(NOTES.c.contact_id, NOTES.c.text)
        rows = connection.execute(noted.where(NOTES.c.user_id == user_id, NOTES.c.contact_id.in_(ids)))
        yield from ((contact_id, "note", text) for contact_id, text in rows)
