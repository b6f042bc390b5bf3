"""A PostgreSQL of its own for a measurement: brought by the pgserver package, or on the server TEST_POSTGRES_URL names."""

import os
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from uuid import uuid4

from sqlalchemy import Engine, make_url, text

from storage import migrate, open_engine

SERVER = "TEST_POSTGRES_URL"


def has_postgresql() -> bool:
    return bool(os.environ.get(SERVER)) or find_spec("pgserver") is not None


@contextmanager
def new_postgresql() -> Iterator[Engine]:
    """A migrated and empty database, gone afterwards."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as left:
        url, name = os.environ.get(SERVER), f"dotty_{uuid4().hex}"
        if url is None:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # it warns of where its lock file goes
                from pgserver.postgres_server import get_server

                server = get_server(folder)
            left.callback(server.cleanup)
            url = server.get_uri()
        outside = open_engine(url).execution_options(isolation_level="AUTOCOMMIT")
        left.callback(outside.dispose)
        with outside.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
        engine = open_engine(make_url(url).set(database=name).render_as_string(hide_password=False))
        migrate(engine)
        try:
            yield engine
        finally:
            engine.dispose()
            with outside.connect() as connection:
                connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
