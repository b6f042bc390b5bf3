"""Bringing a database up to date. Alembic is the only creator of tables.

A new revision is a file of its own in migrations/versions, and HEAD below names it; on SQLite it alters tables with
`op.batch_alter_table`. Test it with rows in every table.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from storage.faults import NewerDatabaseError

if TYPE_CHECKING:
    from alembic.config import Config

#: The newest revision. Written down here, for to ask Alembic takes a third of a second of every start.
HEAD = "0003"
MIGRATIONS = Path(__file__).parent / "migrations"
#: Any number that nobody else locks in the same PostgreSQL database.
_LOCK = 0x446F747479


def migrate(engine: Engine) -> None:
    """Upgrade to the newest revision; quick when there is nothing to do, and safe in several processes at once.

    Raises NewerDatabaseError when a newer program has been here, and what opening the database raises (see faults).
    """
    with engine.begin() as connection:
        if read_revision(connection) == HEAD:
            # A write that changes nothing: a database that can be read only is to be known of before the first update.
            connection.execute(text("UPDATE alembic_version SET version_num = version_num"))
            return
    upgrade(engine, HEAD)


def read_revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def upgrade(engine: Engine, revision: str) -> None:
    """Upgrade to a revision in one transaction, so that a failure halfway leaves the database as it was."""
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            _upgrade_sqlite(connection, revision)
        else:
            with connection.begin():
                connection.execute(text("SET LOCAL statement_timeout = 0"))
                connection.execute(text("SET LOCAL lock_timeout = 0"))
                # Two upgrades at once of an empty PostgreSQL crash one of them.
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
                _run(connection, revision)


def _upgrade_sqlite(connection: Connection, revision: str) -> None:
    """Batch mode drops and remakes tables; with foreign keys on, that would delete the rows that refer to them. They
    can be switched outside a transaction only."""
    cursor = connection.connection.cursor()
    cursor.execute("PRAGMA foreign_keys = OFF")
    try:
        with connection.begin():
            _run(connection, revision)
            if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").all():
                raise RuntimeError(f"revision {revision} leaves {len(broken)} rows that refer to nothing")
    finally:
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.close()


def _run(connection: Connection, revision: str) -> None:
    from alembic import command

    config = configure(connection)
    present = read_revision(connection)
    if present is not None and present not in known_revisions(config):
        raise NewerDatabaseError(present)
    command.upgrade(config, revision)


def configure(connection: Connection) -> "Config":
    """Alembic's settings, without a file: the same from an installed package and from any folder."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def known_revisions(config: "Config") -> set[str]:
    from alembic.script import ScriptDirectory

    return {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
