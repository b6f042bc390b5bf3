"""Imports, the words searches look for, and rhythms that tags carry."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import sqlalchemy as sa
from alembic import op

from storage.migrations.frozen.words_0002 import COLUMNS, WordRow, fold, rows_of, storable, write_words

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

#: SQLite only counts up an INTEGER PRIMARY KEY.
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
#: Words are compared as bytes on both databases.
WORD = sa.String(length=64).with_variant(sa.String(length=64, collation="C"), "postgresql")

#: The tables as they are at this revision, as far as rows are read here.
CONTACTS = sa.table("contacts", *map(sa.column, ("id", "user_id", "name_key", *COLUMNS)))
POINTS = sa.table("contact_points", *map(sa.column, ("id", "contact_id", "kind", "value")))
TAGS = sa.table("tags", *map(sa.column, ("id", "user_id", "name", "key")))
CONTACT_TAGS = sa.table("contact_tags", *map(sa.column, ("contact_id", "tag_id")))
NOTES = sa.table("notes", *map(sa.column, ("contact_id", "text")))
BATCH = 2_000
LINKEDIN = re.compile(r"(?:https?://)?(?:[a-z0-9-]+\.)?linkedin\.com/in/([^/?#\s]{1,600})(?:[/?#]\S*)?", re.IGNORECASE)

SLUG = re.compile(r"[^\s/?#<>\"\\\x00-\x1f\x7f]{1,200}")


def upgrade() -> None:
    _add_columns()
    _create_imports()
    _create_words()
    _create_pairs()
    connection = op.get_bind()
    _fold_again(connection, TAGS, "name", "key", 128)
    _fold_again(connection, CONTACTS, "name", "name_key", 400)
    _fill_words(connection)
    _normalise_links(connection)
    _lower_usernames(connection)


def _add_columns() -> None:
    op.add_column("users", sa.Column("about", sa.String(), nullable=True))
    for column in (
        sa.Column("tag_cadence_days", sa.Integer(), nullable=True),
        sa.Column("put_off_on", sa.Date(), nullable=True),
        sa.Column("import_id", sa.BigInteger(), nullable=True),
        sa.Column("imported", sa.JSON(), nullable=True),
    ):
        op.add_column("contacts", column)
    op.drop_index("ix_contacts_due", "contacts")
    there = sa.text("deleted_at IS NULL")
    listed = ["user_id", "status", "next_due_on", "name_key", "id"]
    op.create_index("ix_contacts_due", "contacts", listed, sqlite_where=there, postgresql_where=there)
    _index_waiting("ix_contacts_deleted", "contacts", "deleted_at")
    _index_waiting("ix_contacts_import", "contacts", "import_id")
    op.create_index("ix_changes_created_at", "changes", ["created_at"])


def _index_waiting(name: str, table: str, column: str) -> None:
    waits = sa.text(f"{column} IS NOT NULL")
    op.create_index(name, table, [column], sqlite_where=waits, postgresql_where=waits)


def _create_imports() -> None:
    op.create_table(
        "imports",
        sa.Column("id", ID, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("format", sa.String(length=16), nullable=False),
        sa.Column("file_name", sa.String(length=255), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("go_update_id", sa.BigInteger(), nullable=True),
        sa.Column("work_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_imports_user_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_imports"),
        sa.UniqueConstraint("user_id", "update_id", name="uq_imports_update"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_imports_user_id", "imports", ["user_id"])
    _index_waiting("ix_imports_work", "imports", "work_at")
    op.create_index("ix_imports_created_at", "imports", ["created_at"])
    op.create_table(
        "import_files",
        sa.Column("id", ID, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("import_id", sa.BigInteger(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_import_files_user_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["import_id"], ["imports.id"], name="fk_import_files_import_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_import_files"),
        sa.UniqueConstraint("import_id", name="uq_import_files"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_import_files_user_id", "import_files", ["user_id"])


def _create_words() -> None:
    op.create_table(
        "contact_words",
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("word", WORD, nullable=False),
        sa.Column("field", sa.String(length=16), nullable=False),
        sa.Column("contact_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_contact_words_user_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.id"], name="fk_contact_words_contact_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("user_id", "word", "field", "contact_id", name="pk_contact_words"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_contact_words_contact", "contact_words", ["contact_id"])


def _create_pairs() -> None:
    op.create_table(
        "contact_pairs",
        sa.Column("id", ID, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("first_id", sa.BigInteger(), nullable=False),
        sa.Column("second_id", sa.BigInteger(), nullable=False),
        sa.Column("verdict", sa.String(length=16), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_contact_pairs_user_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["first_id"], ["contacts.id"], name="fk_contact_pairs_first_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["second_id"], ["contacts.id"], name="fk_contact_pairs_second_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_contact_pairs"),
        sa.UniqueConstraint("first_id", "second_id", name="uq_contact_pairs"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_contact_pairs_user_id", "contact_pairs", ["user_id"])
    op.create_index("ix_contact_pairs_second_id", "contact_pairs", ["second_id"])


def _read_batches(
    connection: sa.Connection, query: sa.Select[Any], row_id: sa.ColumnElement[int]
) -> Iterator[list[Any]]:
    """The rows of a statement, some at a time: memory stays small however many there are."""
    last = 0
    while rows := connection.execute(query.where(row_id > last).order_by(row_id).limit(BATCH)).all():
        yield list(rows)
        last = rows[-1].id


def _fold_again(connection: sa.Connection, table: sa.TableClause, text: str, key: str, length: int) -> None:
    """Keys are folded further than they were: ø is found by o. A tag whose key another has by now keeps its own."""
    for rows in _read_batches(connection, sa.select(*table.c["id", "user_id", text, key]), table.c.id):
        for row_id, user_id, name, old in rows:
            new = storable(fold(name), length)
            taken = sa.exists().where(table.c.user_id == user_id, table.c[key] == new)
            if new != old and not (table is TAGS and connection.execute(sa.select(taken)).scalar_one()):
                connection.execute(sa.update(table).where(table.c.id == row_id).values({key: new}))


def _fill_words(connection: sa.Connection) -> None:
    query = sa.select(*CONTACTS.c["id", "user_id"], *CONTACTS.c[COLUMNS])
    tagged = sa.select(CONTACT_TAGS.c.contact_id, TAGS.c.name).join(TAGS, TAGS.c.id == CONTACT_TAGS.c.tag_id)
    noted = sa.select(NOTES.c.contact_id, NOTES.c.text)
    for rows in _read_batches(connection, query, CONTACTS.c.id):
        ids = [row.id for row in rows]
        tags = _by_contact(connection, tagged.where(CONTACT_TAGS.c.contact_id.in_(ids)))
        notes = _by_contact(connection, noted.where(NOTES.c.contact_id.in_(ids)))
        words: set[WordRow] = set()
        for row in rows:
            words |= rows_of(row.user_id, row.id, row._mapping, tags.get(row.id, ()), notes.get(row.id, ()))
        write_words(connection, words)


def _by_contact(connection: sa.Connection, query: sa.Select[Any]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for contact_id, text in connection.execute(query):
        found.setdefault(contact_id, []).append(text)
    return found


def _normalise_links(connection: sa.Connection) -> None:
    """A LinkedIn address as imports have it, so that a file finds whom the user typed. Of two that become one, the
    other stays as it is."""
    linked = sa.and_(POINTS.c.kind == "link", POINTS.c.value.ilike("%linkedin.com/in/%"))
    for rows in _read_batches(connection, sa.select(*POINTS.c["id", "contact_id", "value"]).where(linked), POINTS.c.id):
        for row_id, contact_id, value in rows:
            match = LINKEDIN.fullmatch(value.strip())
            slug = unicodedata.normalize("NFC", unquote(unquote(match[1])).lower()) if match else ""
            page = f"https://www.linkedin.com/in/{slug}"
            same = (POINTS.c.contact_id == contact_id, POINTS.c.kind == "link", POINTS.c.value == page)
            taken = connection.execute(sa.select(sa.exists().where(*same))).scalar_one()
            if SLUG.fullmatch(slug) and not taken:
                connection.execute(sa.update(POINTS).where(POINTS.c.id == row_id).values(value=page))


def _lower_usernames(connection: sa.Connection) -> None:
    """Telegram knows no capitals in them. Of two that become one, the first is changed."""
    other = POINTS.alias()
    same = (other.c.contact_id == POINTS.c.contact_id, other.c.kind == POINTS.c.kind)
    first = sa.select(sa.func.min(other.c.id)).where(
        *same, sa.func.lower(other.c.value) == sa.func.lower(POINTS.c.value)
    )
    taken = sa.select(other.c.id).where(*same, other.c.value == sa.func.lower(POINTS.c.value)).exists()
    written = (POINTS.c.kind == "telegram", ~taken, POINTS.c.id == first.scalar_subquery())
    connection.execute(sa.update(POINTS).where(*written).values(value=sa.func.lower(POINTS.c.value)))
