"""`python -m bot copy FROM TO`: everything from one database to another, such as from SQLite at home to PostgreSQL."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, make_url
from sqlalchemy.exc import ArgumentError, DataError, IntegrityError

from bot.opening import EX_CONFIG, StoppedError
from bot.texts.moving import MovingTexts
from bot.texts.startup import StartupTexts
from storage import fault_of, open_engine, place_of
from storage.copying import DifferentError, MisfitError, NotEmptyError, copy_all, prepare
from storage.migrate import HEAD, read_revision
from storage.snapshot import open_snapshot

#: As sysexits.h has it: what was read can't be used.
EX_DATAERR = 65
_KINDS = ("sqlite", "postgres", "postgresql")


def copy_to(source: str, target: str) -> int:
    """Copy, and tell how many rows each table has; the exit code. What stands in the way is a line on standard error.

    Each is a database's URL, or the path of a SQLite file.
    """
    texts = MovingTexts()
    try:
        addresses = _address("FROM", source), _address("TO", target)
        if _identity(addresses[0]) == _identity(addresses[1]):
            raise StoppedError(texts.same_database(), EX_CONFIG)
        _copy(*(address.render_as_string(hide_password=False) for address in addresses))
    except StoppedError as stopped:
        sys.stderr.write(f"{stopped}\n")
        return stopped.code
    return 0


def _address(name: str, given: str) -> URL:
    """Raises StoppedError for what is no database."""
    try:
        address = make_url(given if "://" in given else f"sqlite:///{given}")
    except (ArgumentError, ValueError):
        address = None
    if address is None or address.get_backend_name() not in _KINDS or address.database in (None, "", ":memory:"):
        raise StoppedError(MovingTexts().wants_database(name), EX_CONFIG)
    return address


def _identity(address: URL) -> tuple[Any, ...]:
    """The same for two addresses of one database, as far as they tell."""
    if address.get_backend_name() == "sqlite":
        return (Path(address.database or "").resolve(),)
    return address.host, address.port or 5432, address.database, address.query.get("host")


def _copy(source: str, target: str) -> None:
    texts = MovingTexts()
    with _told(place_of(source)), open_snapshot(source) as reading:
        since = datetime.now(UTC)
        _check_source(reading, place_of(source))
        with _told(place_of(target)):
            engine = open_engine(target)
        try:
            with _told(place_of(target)):
                prepare(engine)
            with _told(texts.either(place_of(source), place_of(target))), engine.begin() as writing:
                lines = _carry(reading, writing)
        finally:
            engine.dispose()
    rows = sum(count for _, count in lines)
    shown = [texts.counted(table, count) for table, count in lines]
    sys.stdout.write("\n".join([*shown, texts.copied(place_of(target), rows, since), ""]))


def _check_source(source: Connection, where: str) -> None:
    """Raises StoppedError for all but a database of this version: it is not to be written to."""
    revision = read_revision(source)
    if revision != HEAD:
        texts = MovingTexts()
        if revision is None:
            raise StoppedError(texts.nothing_to_copy(where), EX_CONFIG)
        newer = revision > HEAD
        raise StoppedError(texts.newer_source(where) if newer else texts.older_source(where), EX_CONFIG)


def _carry(source: Connection, target: Connection) -> list[tuple[str, int]]:
    """By table, how many rows were copied and compared. Raises StoppedError where one can't be."""
    texts = MovingTexts()
    lines: list[tuple[str, int]] = []
    try:
        copy_all(source, target, lambda table, count: lines.append((table, count)))
    except MisfitError as error:
        shown = [texts.misfit(each.table, each.column, _written(each.key), each.fault) for each in error.rows]
        raise StoppedError("\n".join([*shown, texts.misfits(place_of(target.engine.url))]), EX_DATAERR) from error
    except NotEmptyError as error:
        raise StoppedError(texts.not_empty(place_of(target.engine.url)), EX_CONFIG) from error
    except DifferentError as error:
        raise StoppedError(texts.differs(error.table, _written(error.key)), EX_DATAERR) from error
    return lines


def _written(key: tuple[Any, ...]) -> str:
    """A row's key by its numbers: the rest of it may be somebody's words."""
    return ", ".join(str(part) for part in key if isinstance(part, int))


@contextmanager
def _told(where: str) -> Iterator[None]:
    """What is wrong with a database, as a StoppedError that names it."""
    try:
        yield
    except NotEmptyError as error:
        raise StoppedError(MovingTexts().not_empty(where), EX_CONFIG) from error
    except StoppedError:
        raise
    except (DataError, IntegrityError, ValueError, TypeError) as error:
        raise StoppedError(MovingTexts().unreadable(where), EX_DATAERR) from error
    except Exception as error:
        fault = fault_of(error)
        if fault is None:
            raise
        raise StoppedError(StartupTexts().database_unusable(where, fault, named=False), EX_CONFIG) from error
