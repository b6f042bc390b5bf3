"""SQLite engines for tests, which need not survive a power cut, and of which each test opens new ones."""

from pathlib import Path
from typing import Any

from sqlalchemy import Dialect, Engine
from sqlalchemy.event import listen

from storage import open_engine

#: The statements compiled in this process, and the dialect they were compiled for: compiling them anew for each engine
#: took half of the time of a short test.
_COMPILED: dict[Any, Any] = {}
_DIALECTS: list[Dialect] = []


def open_file(path: Path) -> Engine:
    """An engine that doesn't wait for the disk, and knows what engines before it have compiled."""
    return hasten(open_engine(f"sqlite:///{path}"))


def hasten(engine: Engine) -> Engine:
    """The same engine, before it has connected."""
    listen(engine, "connect", _write_lazily)
    if not _DIALECTS:
        engine.connect().close()
        _DIALECTS.append(engine.dialect)
    engine.dialect = _DIALECTS[0]
    engine.update_execution_options(compiled_cache=_COMPILED)
    return engine


def _write_lazily(connection: Any, _: object) -> None:
    connection.execute("PRAGMA synchronous=OFF")
