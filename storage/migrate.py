"""Bringing a database up to date. Alembic is the only creator of tables.

A new revision is a file of its own in migrations/versions, and HEAD below names it. Test it with rows in every table.
While a fleet changes over, the old program runs on the new schema, and millions of rows are read and written; so, kept
by tests/storage/test_revisions.py for all after 0003:

- A revision only adds: tables, columns that may be NULL or have a constant default, indexes. What an old program reads
  or writes is not dropped, renamed, narrowed or given another type; that waits for a later release, once no program of
  the earlier one runs any more, and needs an exception in that test, with its reason.
- Its id is its number and the oldest number whose program still runs on it: "0005_0004". So an old program that starts
  again, or is rolled back to, knows from the database alone whether it may run. "0004" alone means that none may.
- It runs in a transaction of its own, which waits for a lock a tenth of a second and then gives way and tries again
  (storage.upgrading): so what it does there takes no time, however long the table.
- An index of a table that was there before is built with `migrations.frozen.indexing.build_index`, and rows are changed in
  batches by id, in a revision of its own that says `in_transaction = False` and may be run again from its beginning.
- On SQLite tables are altered with `op.batch_alter_table`, and all revisions are one transaction: there is no fleet.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from storage.faults import NewerDatabaseError
from storage.upgrading import hold_lock, run_revision

if TYPE_CHECKING:
    from alembic.config import Config
    from alembic.script import Script

#: The newest revision. Written down here, for to ask Alembic takes a third of a second of every start.
HEAD = "0004_0003"
MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(engine: Engine) -> None:
    """Upgrade to the newest revision; quick when there is nothing to do, and safe in several processes at once.

    A database that a newer program has only added to is left as it is, to be used. Raises NewerDatabaseError when this
    program can't run on what a newer one made of it, and what opening the database raises (see faults).
    """
    with engine.begin() as connection:
        if fits(read_revision(connection)):
            # A write that changes nothing: a database that can be read only is to be known of before the first update.
            connection.execute(text("UPDATE alembic_version SET version_num = version_num"))
            return
    upgrade(engine, HEAD)


def fits(revision: str | None, head: str = HEAD) -> bool:
    """Whether a program whose newest revision is `head` runs on a database at this one, as it is."""
    if revision is None or revision == head:
        return revision is not None
    number, _, oldest = revision.partition("_")
    mine = head.partition("_")[0]
    return number > mine >= (oldest or number)


def read_revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def upgrade(engine: Engine, revision: str) -> None:
    """Upgrade to a revision. A failure leaves the database at the revision it had come to: on SQLite the one before."""
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            _upgrade_sqlite(connection, revision)
        return
    with hold_lock(engine) as connection:
        for script in _pending(connection, revision):
            run_revision(connection, script, _run)


def _upgrade_sqlite(connection: Connection, revision: str) -> None:
    """Batch mode drops and remakes tables; with foreign keys on, that would delete the rows that refer to them. They
    can be switched outside a transaction only."""
    cursor = connection.connection.cursor()
    cursor.execute("PRAGMA foreign_keys = OFF")
    try:
        with connection.begin():
            _pending(connection, revision)
            _run(connection, revision)
            if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").all():
                raise RuntimeError(f"revision {revision} leaves {len(broken)} rows that refer to nothing")
    finally:
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.close()


def _pending(connection: Connection, revision: str) -> "list[Script]":
    """The revisions yet to come, up to this one, oldest first. Raises NewerDatabaseError."""
    from alembic.script import ScriptDirectory

    present = read_revision(connection)
    scripts = list(ScriptDirectory.from_config(configure(connection)).walk_revisions())[::-1]
    known: list[str | None] = [None, *(script.revision for script in scripts)]
    if present not in known:
        raise NewerDatabaseError(str(present))
    return scripts[known.index(present) : known.index(revision)]


def _run(connection: Connection, revision: str) -> None:
    from alembic import command

    command.upgrade(configure(connection), revision)


def configure(connection: Connection) -> "Config":
    """Alembic's settings, without a file: the same from an installed package and from any folder."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
