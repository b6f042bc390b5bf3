"""Which words a change may have changed, told from the images of its rows (see storage.journal)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, select

from storage.journal import Image, chunks_of, ids_of
from storage.tables import CONTACT_TAGS, NOTES
from storage.words import COLUMNS, refresh_words

#: By contact, the fields whose words may differ.
Concerned = dict[int, set[str]]
_COLUMNS = frozenset(COLUMNS)
#: Rows that give a contact words of one field, and the column that the words are in.
_DETAILS: dict[str, tuple[Table, str, str]] = {
    "contact_tags": (CONTACT_TAGS, "tag", "tag_id"),
    "notes": (NOTES, "note", "text"),
}


def keep_words(connection: Connection, user_id: int, images: Iterable[Image]) -> None:
    """Bring the words to what the rows of these images say now."""
    refresh_concerned(connection, user_id, concern(connection, user_id, images))


def refresh_concerned(connection: Connection, user_id: int, concerned: Concerned) -> None:
    alike: dict[frozenset[str], list[int]] = defaultdict(list)
    for contact_id, fields in concerned.items():
        alike[frozenset(fields)].append(contact_id)
    for same, ids in alike.items():
        refresh_words(connection, user_id, ids, same)


def concern(connection: Connection, user_id: int, images: Iterable[Image]) -> Concerned:
    """The contacts whose words these rows make, as far as the rows are there now or the images know.

    Contacts inserted many at once are left out: who does that keeps their words too (`insert_words`), for it has the
    texts at hand. A contact that is deleted or comes back has the same words as before.
    """
    found: Concerned = defaultdict(set)
    unknown: dict[str, list[int]] = defaultdict(list)
    for image in images:
        if image["table"] == "contacts":
            if columns := _fields(image):
                for contact_id in ids_of(image):
                    found[contact_id] |= columns
        elif image["table"] == "tags" and "name" in (image.get("columns") or ()):
            unknown["tags"] += ids_of(image)
        elif image["table"] in _DETAILS and _is_text(image):
            for contact_id in _owners(image):
                found[contact_id].add(_DETAILS[image["table"]][1])
            unknown[image["table"]] += ids_of(image)
    for name, ids in unknown.items():
        table, field, _ = _DETAILS["contact_tags" if name == "tags" else name]
        for contact_id in _look_up(connection, user_id, table, table.c["tag_id" if name == "tags" else "id"], ids):
            found[contact_id].add(field)
    return found


def _fields(image: Image) -> Set[str]:
    if "ids" in image and image.get("columns") is None:
        return set()
    columns = image.get("columns")
    return set(COLUMNS) if columns is None else _COLUMNS.intersection(columns)


def _is_text(image: Image) -> bool:
    """Whether the rows came, went, or changed their contact or their words."""
    columns = image.get("columns")
    return columns is None or "contact_id" in columns or _DETAILS[image["table"]][2] in columns


def _owners(image: Image) -> Iterator[int]:
    """The contacts that an image itself names: of a row that is gone, or was another's."""
    if "row" in image:
        yield image["row"]["contact_id"]
    if "rows" in image:
        at = image["names"].index("contact_id")
        yield from (row[at] for row in image["rows"])
    yield from (image.get("columns") or {}).get("contact_id", ())


def _look_up(
    connection: Connection, user_id: int, table: Table, column: ColumnElement[Any], ids: Iterable[int]
) -> Iterator[int]:
    for chunk in chunks_of(ids):
        query = select(table.c.contact_id).where(table.c.user_id == user_id, column.in_(chunk)).distinct()
        yield from connection.execute(query).scalars()
