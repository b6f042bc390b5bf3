"""Opening the database, and what stops a start."""

from typing import TYPE_CHECKING

from sqlalchemy import Engine
from sqlalchemy.exc import ArgumentError

from bot.config import DEFAULT_CONTACTS
from bot.texts.startup import StartupTexts
from storage import fault_of, migrate, open_engine, place_of

if TYPE_CHECKING:
    from storage import Store

#: Exit codes: a setting or a database to mend (as sysexits.h has it), and what Telegram refuses.
EX_CONFIG, EX_UNAVAILABLE = 78, 69


class StoppedError(Exception):
    """The program can't go on. Its text is the line for the operator."""

    def __init__(self, line: str, code: int) -> None:
        super().__init__(line)
        self.code = code


def open_store(url: str, *, most_contacts: int = DEFAULT_CONTACTS, practising: bool = False) -> "Store":
    """As below, with a store over it. `most_contacts` is what one user may have."""
    engine = open_database(url, practising=practising)
    from storage import Store  # only here: a start opens its database before it imports all that is done with it

    return Store(engine, most_contacts)


def open_database(url: str, *, practising: bool = False) -> Engine:
    """The database at `url`, migrated; raises StoppedError with what to do where that can't be.

    `practising`: no setting has named this database.
    """
    texts = StartupTexts()
    try:
        return _open_migrated(url)
    except (ArgumentError, ValueError) as error:
        raise StoppedError(texts.wrong_setting("DATABASE_URL"), EX_CONFIG) from error
    except Exception as error:
        fault = fault_of(error)
        if fault is None:
            raise
        line = texts.database_unusable(place_of(url), fault, named=not practising)
        raise StoppedError(line, EX_CONFIG) from error


def _open_migrated(url: str) -> Engine:
    engine = open_engine(url)
    try:
        migrate(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine
