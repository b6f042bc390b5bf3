"""Indexes of tables that are in use."""

import sqlalchemy as sa
from alembic import op

_STATE = sa.text("SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass(:name)")


def build_index(name: str, table: str, columns: list[str], *, where: str | None = None, unique: bool = False) -> None:
    """Build an index without keeping writers waiting; for a revision with `in_transaction = False`.

    It may be run again: PostgreSQL leaves an invalid index where it was cut short, which is dropped and built anew
    (https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY).
    """
    connection = op.get_bind()
    some = None if where is None else sa.text(where)
    if connection.dialect.name != "postgresql":
        op.create_index(name, table, columns, unique=unique, sqlite_where=some, if_not_exists=True)
        return
    valid = connection.execute(_STATE, {"name": name}).scalar_one_or_none()
    if valid is False:
        op.drop_index(name, table, postgresql_concurrently=True)
    if not valid:
        op.create_index(name, table, columns, unique=unique, postgresql_where=some, postgresql_concurrently=True)
