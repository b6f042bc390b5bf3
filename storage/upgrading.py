"""Upgrading PostgreSQL while a fleet works on it: one process at a time, and nobody kept waiting for a long lock.

An ALTER TABLE that waits for a long transaction keeps everybody behind it waiting too. So it waits briefly, gives way,
and tries again.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DBAPIError

if TYPE_CHECKING:
    from alembic.script import Script

#: Any number that nobody else locks in the same PostgreSQL database.
_LOCK = 0x446F747479
#: Seconds between two looks whether another process is done migrating.
LOOK_AGAIN = 0.2
#: How long a statement waits for a lock: far less than PostgreSQL's deadlock_timeout (1 s), so that of two that wait for
#: each other it is always the migration that gives way, and never an update of somebody's.
BRIEF = "100ms"
#: How long it waits where nobody waits behind it, which is long enough for PostgreSQL to end an autovacuum that is in
#: the way (https://www.postgresql.org/docs/current/routine-vacuuming.html#AUTOVACUUM).
LONG = "2s"
#: Seconds to wait before the next try, doubled each time up to the longest; and when to give up.
FIRST_WAIT, LONGEST_WAIT, PATIENCE = 0.25, 5.0, 300.0
#: lock_not_available, deadlock_detected.
_IN_THE_WAY = ("55P03", "40P01")

Run = Callable[[Connection, str], None]


@contextmanager
def hold_lock(engine: Engine) -> Iterator[Connection]:
    """A connection that alone may migrate, each statement by itself. Who waits for it is in no transaction and holds
    nothing: one that did would keep `CREATE INDEX CONCURRENTLY` waiting for ever."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        try:
            while not connection.scalar(text("SELECT pg_try_advisory_lock(:key)"), {"key": _LOCK}):
                time.sleep(LOOK_AGAIN)
            connection.execute(text("SET statement_timeout = 0"))
            yield connection
        finally:
            connection.invalidate()  # closed, and with it go the lock and what was set


def run_revision(connection: Connection, script: "Script", run: Run) -> None:
    """Run one revision, however often it takes. Raises DBAPIError when something is in its way for minutes."""
    give_up = time.monotonic() + PATIENCE
    wait = FIRST_WAIT
    while True:
        try:
            _run_once(connection, script, run)
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) not in _IN_THE_WAY or time.monotonic() > give_up:
                raise
        else:
            return
        time.sleep(wait)
        wait = min(wait * 2, LONGEST_WAIT)


def _run_once(connection: Connection, script: "Script", run: Run) -> None:
    """In a transaction, unless the revision wants none: then each statement is one, and may wait as long as it takes,
    for building an index concurrently waits for every transaction that is open, and keeps nobody waiting."""
    together = getattr(script.module, "in_transaction", True)
    connection.rollback()  # SQLAlchemy counts a read as the beginning of a transaction
    connection.execution_options(isolation_level="READ COMMITTED" if together else "AUTOCOMMIT")
    with connection.begin():
        if together:
            _clear_the_way(connection)
        else:
            connection.execute(text("SET lock_timeout = 0"))
        run(connection, script.revision)


def _clear_the_way(connection: Connection) -> None:
    """Take what a revision would else wait for while it holds what others want.

    First every table from autovacuums, in a mode that keeps nobody from reading and writing. Then `users` for itself:
    every write begins there (storage.base), so those under way come to their end, and new ones wait there, holding
    nothing. Altering one table after the other without that met a writer coming the other way at nearly every try.
    """
    from storage.tables import TABLES  # only here: a start that has nothing to upgrade needs none of them

    tables = [name for name in inspect(connection).get_table_names() if name in TABLES]
    connection.execute(text(f"SET LOCAL lock_timeout = '{LONG}'"))
    if tables:
        connection.execute(text(f"LOCK TABLE {', '.join(tables)} IN SHARE UPDATE EXCLUSIVE MODE"))
    connection.execute(text(f"SET LOCAL lock_timeout = '{BRIEF}'"))
    if "users" in tables:
        connection.execute(text("LOCK TABLE users IN ACCESS EXCLUSIVE MODE"))
