"""A database of five hundred users beside those of a test, made in a second: tables long enough that a planner with a
choice looks things up."""

from typing import Any

from sqlalchemy import Connection, Engine, insert, text

from storage.models import User
from storage.tables import USERS
from tests.storage.world import NOW

PEOPLE = 500
#: Ids of the crowd's rows begin here, far from those that tests count up.
FIRST = 1_000_000
CONTACT, OWNER = f"{FIRST} + i", f"1 + i % {PEOPLE}"
MADE, TODAY = "'2026-11-23 09:00:00'", "'2026-11-23'"
_NAME = "'given' || i % 40 || ' family' || i"
_MINE = {"user_id": OWNER, "contact_id": CONTACT}
#: How many rows of each table, and what is in the columns of row `i`; a contact's other rows are its owner's too.
ROWS: dict[str, tuple[int, dict[str, str]]] = {
    "contacts": (6_000, {
        "id": CONTACT, "user_id": OWNER, "name": _NAME, "name_key": _NAME, "source": "'import'",
        "status": "CASE WHEN i % 3 = 0 THEN 'active' ELSE 'inbox' END", "company": "'company' || i % 50",
        "next_due_on": TODAY, "added_on": TODAY, "created_at": MADE,
    }),
    "contact_points": (4_000, {**_MINE, "kind": "'email'", "value": "'p' || i || '@example.org'"}),
    "tags": (4_000, {"id": CONTACT, "user_id": OWNER, "name": "'tag' || i", "key": "'tag' || i"}),
    "contact_tags": (2_000, {**_MINE, "tag_id": CONTACT}),
    "notes": (2_000, {**_MINE, "text": "'likes tea'", "noted_on": TODAY, "created_at": MADE}),
    "yearly_dates": (2_000, {**_MINE, "name": "'name day'", "day": "'--06-24'"}),
    "promises": (2_000, {**_MINE, "text": "'a book'", "created_at": MADE}),
    "nudges": (2_000, {
        **_MINE, "id": CONTACT, "kind": "'contact'", "status": "'done'", "reason_kind": "''", "reason": "''",
        "opener": "''", "opener_keys": "'[]'", "created_at": MADE,
    }),
    "nudge_messages": (2_000, {"user_id": OWNER, "nudge_id": CONTACT, "message_id": "i"}),
    "touches": (2_000, {**_MINE, "touched_on": TODAY, "created_at": MADE}),
    "contact_pairs": (2_000, {
        "user_id": OWNER, "first_id": CONTACT, "second_id": f"{CONTACT} + {PEOPLE}", "verdict": "'later'",
        "decided_on": TODAY,
    }),
    "introductions": (2_000, {
        "user_id": OWNER, "first_id": CONTACT, "second_id": f"{CONTACT} + {PEOPLE}", "why": "''", "status": "''",
        "created_at": MADE,
    }),
    "imports": (2_000, {
        "id": CONTACT, "user_id": OWNER, "update_id": "-i", "state": "'done'", "format": "''", "file_name": "''",
        "columns": "'{}'", "counts": "'{}'", "created_at": MADE,
    }),
    "import_files": (2_000, {"user_id": OWNER, "import_id": CONTACT, "content": "''", "created_at": MADE}),
    "changes": (2_000, {
        "user_id": OWNER, "update_id": "i", "kind": "'note'", "result": "'{}'", "before": "'[]'", "created_at": MADE,
    }),
}  # fmt: skip


def gather(engine: Engine) -> None:
    """Fill a migrated database that has no rows, and let PostgreSQL count them, as it does by itself in time; SQLite
    is never told."""
    with engine.begin() as connection:
        connection.execute(insert(USERS), [_user(number) for number in range(1, PEOPLE + 1)])
        for table, (count, columns) in ROWS.items():
            _insert(connection, table, count, columns)
        _insert(connection, "contact_words", 6_000, {**_MINE, "word": "'given' || i % 40", "field": "'name'"})
        _insert(connection, "contact_words", 6_000, {**_MINE, "word": "'family' || i", "field": "'name'"})
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("ANALYZE"))


def _user(number: int) -> dict[str, Any]:
    return User(id=number, created_at=NOW).model_dump()


def _insert(connection: Connection, table: str, count: int, columns: dict[str, str]) -> None:
    numbers = f"WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {count - 1})"
    into = ", ".join(f'"{name}"' for name in columns)
    connection.execute(text(f"INSERT INTO {table} ({into}) {numbers} SELECT {', '.join(columns.values())} FROM n"))
