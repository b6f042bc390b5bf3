"""What keeps an update from being handled, and passes by itself: a database or a Telegram that can't be reached.

Such an update is not acknowledged but tried again, so that nothing a person wrote is lost. They are told once; the
operator is told, with what to do, once in a while.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from telegram.error import TelegramError

from bot.faults import Fault, classify
from bot.texts.startup import StartupTexts
from storage import Fault as DatabaseFault
from storage import fault_of

log = logging.getLogger(__name__)

#: Seconds between two lines that say the same.
SAID_AGAIN = 60.0
#: How often an update is tried when its answer may have arrived, or Telegram wants nothing for now.
TRIES = 5
#: How many users are remembered as told; after very many it begins anew.
MOST_TOLD = 10_000
#: Seconds to wait before an update is tried again; the last one holds from then on.
WAITS = (1.0, 2.0, 4.0, 10.0)


@dataclass(frozen=True, slots=True)
class Trouble:
    """`database` names what is wrong with it; None means the trouble is with Telegram. `lasting` is waited for however
    long it takes: nobody's update gets through; anything else is tried TRIES times in all."""

    database: DatabaseFault | None
    lasting: bool


def find_trouble(error: BaseException | None) -> Trouble | None:
    """None for what another try would only repeat."""
    if isinstance(error, TelegramError):
        fault = classify(error)
        passes = fault in (Fault.NOT_DELIVERED, Fault.MAYBE_DELIVERED, Fault.SLOW_DOWN)
        return Trouble(None, lasting=fault is Fault.NOT_DELIVERED) if passes else None
    # A plain OSError in a handler is none of the database's, which SQLAlchemy wraps in errors of its own.
    fault_of_database = fault_of(error) if error is not None and not isinstance(error, OSError) else None
    return Trouble(fault_of_database, lasting=True) if fault_of_database else None


class Troubles:
    """What is in trouble at the moment, in this process. `where` is the database as the operator knows it."""

    def __init__(self, where: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._where = where
        self._clock = clock
        self._updates: dict[int, Trouble] = {}
        self._told: set[int] = set()
        self._said: dict[str, float] = {}

    def begin(self, update_id: int, trouble: Trouble) -> None:
        """This update was not handled, because of that."""
        self._updates[update_id] = trouble

    def take(self, update_id: int) -> Trouble | None:
        """What kept the update from being handled, once."""
        return self._updates.pop(update_id, None)

    def tell_user(self, user_id: int) -> bool:
        """Whether the user is yet to be told; told once, until something of theirs is handled."""
        if user_id in self._told:
            return False
        if len(self._told) >= MOST_TOLD:
            self._told.clear()
        self._told.add(user_id)
        return True

    def end(self, user_id: int) -> None:
        """Something of this user's was handled."""
        self._told.discard(user_id)

    def tell_operator(self, trouble: Trouble) -> None:
        texts = StartupTexts()
        fault = trouble.database
        line = texts.database_unusable(self._where, fault) if fault else texts.telegram_unreachable()
        now = self._clock()
        if now - self._said.get(line, -SAID_AGAIN) >= SAID_AGAIN:
            self._said[line] = now
            log.error("%s", line)
