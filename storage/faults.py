"""Telling a database that can't be used, which the operator can mend, from a fault of the program."""

import errno
import sqlite3
from typing import Literal

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

Fault = Literal["unreachable", "denied", "read-only", "full", "busy", "damaged", "newer"]


class NewerDatabaseError(Exception):
    """A newer version of the program has migrated this database; `revision` is not known to this one."""

    def __init__(self, revision: str) -> None:
        super().__init__(f"the database is at revision {revision}, which this version does not know")
        self.revision = revision


class LostDatabaseError(Exception):
    """The SQLite file was moved or deleted while the program was using it."""


#: SQLite's extended and primary result codes: https://www.sqlite.org/rescode.html. On a full disk its shared memory
#: can't be made or grow; what a quota or a limit on file sizes stops is a plain failed write.
_SQLITE: dict[int, Fault] = {
    sqlite3.SQLITE_IOERR_SHMOPEN: "full",
    sqlite3.SQLITE_IOERR_SHMSIZE: "full",
    sqlite3.SQLITE_IOERR_WRITE: "full",
    sqlite3.SQLITE_CANTOPEN: "unreachable",
    sqlite3.SQLITE_IOERR: "unreachable",
    sqlite3.SQLITE_PERM: "denied",
    sqlite3.SQLITE_AUTH: "denied",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
}
#: PostgreSQL's codes, a whole class where the key has two letters:
#: https://www.postgresql.org/docs/current/errcodes-appendix.html
_POSTGRESQL: dict[str, Fault] = {
    "25006": "read-only",
    "42501": "denied",
    "28": "denied",
    "3D": "unreachable",
    "08": "unreachable",
    "53100": "full",
    "53": "busy",
    "57P": "unreachable",
    "55P03": "busy",
    "40": "busy",
    "58": "unreachable",
    "XX001": "damaged",
    "XX002": "damaged",
}
_OS: dict[int, Fault] = {errno.ENOSPC: "full", errno.EDQUOT: "full", errno.EROFS: "read-only"}


def fault_of(error: BaseException) -> Fault | None:
    """What the operator can mend, from any error that opening, migrating or using the database raised; None: a bug.

    SQLAlchemy raises OperationalError for all of SQLite's but "not a database" (DatabaseError), and for an
    unreachable PostgreSQL or a wrong password; InternalError for a read-only and ProgrammingError for a forbidden
    PostgreSQL; its own TimeoutError when every connection is taken. OSError comes from making SQLite's folder.
    """
    if isinstance(error, NewerDatabaseError):
        return "newer"
    if isinstance(error, LostDatabaseError):
        return "unreachable"
    if isinstance(error, PoolTimeout):
        return "busy"
    if isinstance(error, PermissionError):
        return "denied"
    if isinstance(error, OSError):
        return _OS.get(error.errno or 0, "unreachable")
    if not isinstance(error, DBAPIError) or error.orig is None:
        return None
    if error.statement is None and type(error.orig).__name__ == "ProgrammingError":
        return "unreachable"  # psycopg, of an option in the address that it does not know
    return _fault_of_driver(error.orig)


def _fault_of_driver(error: BaseException) -> Fault | None:
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", None)
        return None if code is None else _SQLITE.get(code) or _SQLITE.get(code & 0xFF)
    state = getattr(error, "sqlstate", None)
    if state is None:
        return "unreachable" if type(error).__name__ == "OperationalError" else None
    return next((_POSTGRESQL[state[:n]] for n in (5, 3, 2) if state[:n] in _POSTGRESQL), None)
