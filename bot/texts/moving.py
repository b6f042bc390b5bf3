"""What the program says to whom moves its data: one line each, with what to do."""

from datetime import datetime

from bot.texts.voice import Voice


class MovingTexts(Voice):
    def wants_database(self, name: str) -> str:
        line = self._("{name} is not right: it wants a SQLite file, or postgresql://user:password@host:5432/name.")
        return line.format(name=name)

    def same_database(self) -> str:
        return self._("FROM and TO are the same database. Nothing was copied.")

    def nothing_to_copy(self, where: str) -> str:
        return self._("{where} holds no data of Dotty's. Nothing was copied.").format(where=where)

    def older_source(self, where: str) -> str:
        line = self._("{where} was last used by an older Dotty: start this one on it once, stop it, and copy then.")
        return line.format(where=where)

    def newer_source(self, where: str) -> str:
        return self._("{where} was written by a newer Dotty: copy it with that version.").format(where=where)

    def not_empty(self, where: str) -> str:
        return self._("{where} is not empty: name a new database in TO. Nothing was copied.").format(where=where)

    def either(self, source: str, target: str) -> str:
        return self._("{source} or {target}").format(source=source, target=target)

    def counted(self, table: str, count: int) -> str:
        """A line of a table: what it is called in the database, and how many rows it has."""
        return f"{table:<16}{count:>12,}"

    def copied(self, where: str, rows: int, since: datetime) -> str:
        line = self._(
            "Copied to {where}, and compared row by row: {rows:,} rows. What was written to FROM since {time:%H:%M:%S} UTC"
            " is not among them. Set DATABASE_URL to TO, and start Dotty."
        )
        return line.format(where=where, rows=rows, time=since)

    def misfit(self, table: str, column: str, key: str, fault: str) -> str:
        """`fault` as storage.misfits names it."""
        why = {
            "too long": self._("is too long"),
            "a NUL character": self._("holds a NUL character"),
            "too large a number": self._("is too large a number"),
        }
        line = self._("{table} {key}: {column} {why}, and PostgreSQL won't take it.")
        return line.format(table=table, key=key, column=column, why=why[fault])

    def misfits(self, where: str) -> str:
        return self._(
            "Nothing was copied, and {where} is as it was. Change those rows in FROM, and copy again."
        ).format(where=where)

    def differs(self, table: str, key: str) -> str:
        line = self._(
            "What was written differs from what was read, in {table} {key}; please report it. Nothing was copied."
        )
        return line.format(table=table, key=key)

    def unreadable(self, where: str) -> str:
        line = self._(
            "{where} holds a value that is not of its column's kind, or refers to a row that is gone. Nothing was copied."
        )
        return line.format(where=where)
