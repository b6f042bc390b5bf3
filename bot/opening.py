"""Opening the database, and what stops a start."""

from sqlalchemy import Engine
from sqlalchemy.exc import ArgumentError

from bot.config import DEFAULT_CONTACTS
from bot.texts.startup import StartupTexts
from storage import Store, fault_of, migrate, open_engine, place_of

#: Exit codes: a setting or a database to mend (as sysexits.h has it), and what Telegram refuses.
EX_CONFIG, EX_UNAVAILABLE = 78, 69


class StoppedError(Exception):
    """The program can't go on. Its text is the line for the operator."""

    def __init__(self, line: str, code: int) -> None:
        super().__init__(line)
        self.code = code


def open_store(url: str, *, most_contacts: int = DEFAULT_CONTACTS, practising: bool = False) -> Store:
    """The store at `url`, migrated; raises StoppedError with what to do where that can't be.

    `most_contacts` is what one user may have. `practising`: no setting has named this database.
    """
    texts = StartupTexts()
    try:
        return Store(_open_migrated(url), most_contacts)
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
