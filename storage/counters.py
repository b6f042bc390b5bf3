"""The counters that ids come from. An id is never given twice, not even that of a row which is gone."""

from sqlalchemy import Connection, func, select, text

from storage.tables import USERS

_TABLES = [table for table in USERS.metadata.sorted_tables if table.autoincrement_column is not None]


def read_counters(connection: Connection) -> dict[str, int]:
    """By table, the last id it gave; 0 where it never gave one."""
    names = [table.name for table in _TABLES]
    if connection.dialect.name == "sqlite":
        given = {
            str(name): int(last) for name, last in connection.execute(text("SELECT name, seq FROM sqlite_sequence"))
        }
        return {name: given.get(name, 0) for name in names}
    last_value = "SELECT last_value FROM pg_sequences WHERE format('%I.%I', schemaname, sequencename) = :sequence"
    found = {}
    for name in names:
        sequence = connection.scalar(text("SELECT pg_get_serial_sequence(:name, 'id')"), {"name": name})
        found[name] = int(connection.scalar(text(last_value), {"sequence": sequence}) or 0)
    return found


def set_counters(connection: Connection, last: dict[str, int]) -> None:
    """Go on counting from these, or from the highest id there is. On PostgreSQL a rollback does not take it back, and
    need not: numbers are left out, never given twice."""
    for table in _TABLES:
        name = table.name
        newest = max(last[name], int(connection.scalar(select(func.max(table.c.id))) or 0))
        if connection.dialect.name == "sqlite":
            connection.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), {"name": name})
            connection.execute(
                text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :seq)"), {"name": name, "seq": newest}
            )
        else:
            sequence = "pg_get_serial_sequence(:name, 'id')"
            values = {"name": name, "next": newest + 1}
            connection.execute(text(f"SELECT setval({sequence}, :next, false)"), values)
