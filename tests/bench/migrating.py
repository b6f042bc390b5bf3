"""What a migration keeps others waiting, on PostgreSQL with a million contacts, while people read and write."""

import random
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from types import ModuleType
from typing import Any

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import Script
from sqlalchemy import Connection, Engine, text

from storage import migrate
from storage.migrate import upgrade
from storage.migrations.frozen.indexing import build_index
from storage.upgrading import hold_lock, run_revision
from tests.bench.measuring import row
from tests.bench.postgresql import has_postgresql, new_postgresql

CONTACTS, EACH, WORKERS = 1_000_000, 1_000, 4
MADE = "'2026-11-23 09:00:00+00'"
#: Columns of revision 0002, by table: how many rows for so many contacts, and what is in row `i`.
ROWS: dict[str, tuple[int, dict[str, str]]] = {
    "users": (EACH, {
        "id": "i", "timezone": "'UTC'", "timezone_known": "true", "nudge_weekday": "0", "nudge_time": "'09:00'",
        "people_per_week": "1", "every_weeks": "1", "reminder_on": "true", "unanswered": "0", "step_data": "'{}'",
        "created_at": MADE,
    }),
    "contacts": (1, {
        "id": "i", "user_id": f"i / {EACH}", "name": "'given' || i % 40 || ' family' || i",
        "name_key": "'given' || i % 40 || ' family' || i", "status": "'active'", "next_due_on": "'2026-12-01'",
        "source": "'import'", "added_on": "'2026-11-23'", "created_at": MADE,
    }),
    "touches": (1, {
        "user_id": f"i / {EACH}", "contact_id": "i", "touched_on": "'2026-11-01'", "created_at": MADE,
    }),
}  # fmt: skip
#: What a process of the old version does all the while, as the Store does it: a card, a page of a list, a touch.
READS = (
    "SELECT id, timezone, next_nudge_at, step, step_data FROM users WHERE id = :user",
    "SELECT id, name, status, next_due_on FROM contacts WHERE user_id = :user AND status = 'active' AND deleted_at IS NULL"
    " ORDER BY next_due_on, name_key, id LIMIT 8",
    "SELECT id, touched_on, note FROM touches WHERE contact_id = :contact ORDER BY touched_on DESC LIMIT 5",
)
WRITES = (
    "SELECT id FROM users WHERE id = :user FOR NO KEY UPDATE",
    "INSERT INTO touches (user_id, contact_id, touched_on, created_at) VALUES (:user, :contact, '2026-11-23', now())",
    "UPDATE contacts SET last_touch_on = '2026-11-23', next_due_on = '2026-12-23' WHERE id = :contact",
    "UPDATE users SET unanswered = 0 WHERE id = :user",
)


def migrating() -> list[dict[str, Any]]:
    """Nothing where there is no PostgreSQL."""
    if not has_postgresql():
        return []
    with new_postgresql() as engine:
        with engine.begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE; CREATE SCHEMA public"))
        upgrade(engine, "0002")
        fill(engine, CONTACTS)
        return [*_figures(engine, "0002 to the newest", migrate), *_figures(engine, "an index", index_contacts)]


def _figures(engine: Engine, what: str, work: Callable[[Engine], None]) -> list[dict[str, Any]]:
    taken, took = measure(engine, CONTACTS, work, idle=3.0)
    usual = max(one for at, one in taken if at < 0)
    met = max((one for at, one in taken if at >= 0), default=0.0)
    return [
        row(f"migrating a million contacts under load, {what}", took, "s"),
        row(f"migrating …, {what}: the longest call", met * 1000, "ms", "the longest without", usual * 1000),
    ]


def fill(engine: Engine, contacts: int) -> None:
    """A database at 0002, with a user for each thousand contacts, and a touch for each contact."""
    with engine.begin() as connection:
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        for table, (share, columns) in ROWS.items():
            names, values = ", ".join(columns), ", ".join(columns.values())
            last = contacts // share
            connection.execute(text(f"INSERT INTO {table} ({names}) SELECT {values} FROM generate_series(0, {last}) i"))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("SET statement_timeout = 0"))
        connection.execute(text("VACUUM ANALYZE"))


def measure(
    engine: Engine, contacts: int, work: Callable[[Engine], None], *, idle: float
) -> tuple[list[tuple[float, float]], float]:
    """Do the work while others read and write, after so many seconds without it: for each of their calls, when it ended
    as seconds since the work began, and how long it took; and how long the work took."""
    over, ended = threading.Event(), list[tuple[float, float]]()
    with ThreadPoolExecutor(WORKERS) as pool:
        workers = [pool.submit(_call_until, over, engine, contacts, number, ended) for number in range(WORKERS)]
        try:
            over.wait(idle)
            began = time.perf_counter()
            work(engine)
            took = time.perf_counter() - began
        finally:
            over.set()
        for worker in workers:
            worker.result()
    return [(at - began, one) for at, one in ended], took


def _call_until(
    over: threading.Event, engine: Engine, contacts: int, number: int, ended: list[tuple[float, float]]
) -> None:
    """Every call reads, and every second one writes as well, somebody else's rows each time."""
    rng = random.Random(number)
    while not over.is_set():
        contact = rng.randrange(contacts)
        values = {"contact": contact, "user": contact // EACH}
        started = time.perf_counter()
        with engine.begin() as connection:
            for statement in (*READS, *(WRITES if rng.random() < 0.5 else ())):
                connection.execute(text(statement), values)
        now = time.perf_counter()
        ended.append((now, now - started))


def index_contacts(engine: Engine) -> None:
    """As a revision does it that says `in_transaction = False`."""
    module = ModuleType("a revision")
    module.__dict__.update(revision="0099", down_revision=None, in_transaction=False)

    def build(connection: Connection, _: str) -> None:
        with Operations.context(MigrationContext.configure(connection)):
            build_index("ix_contacts_measured", "contacts", ["user_id", "city"])

    with hold_lock(engine) as connection:
        run_revision(connection, Script(module, "0099", "0099.py"), build)
