"""What health and figures ask of the database: small questions, of no user's."""

from contextlib import closing
from datetime import datetime

from sqlalchemy import Engine, func, select

from storage.tables import USERS

#: What every migrated database has, and reads its file or asks its server.
_QUESTION = "SELECT version_num FROM alembic_version"


def ping(engine: Engine) -> None:
    """Ask the database for a row; raises what the driver raises. No transaction of SQLAlchemy's is begun, for on SQLite
    that takes the one lock for writing."""
    with closing(engine.raw_connection()) as connection:
        cursor = connection.cursor()
        cursor.execute(_QUESTION)
        cursor.fetchall()
        cursor.close()


def look_at_due(engine: Engine, now: datetime, most: int) -> tuple[int, datetime | None]:
    """How many users' nudges are due, counted up to `most`, and since when the one that waits longest (UTC).

    It reads the index of what is due and no more of it than it counts.
    """
    due_at = USERS.c.next_nudge_at
    due = select(due_at).where(due_at <= now).order_by(due_at).limit(most).subquery()
    with engine.begin() as connection:
        count, since = connection.execute(select(func.count(), func.min(due.c.next_nudge_at))).one()
        return count, since
