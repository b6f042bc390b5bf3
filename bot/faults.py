"""What went wrong between us and Telegram: every error of the library told apart, in this one place."""

from enum import Enum, auto
from typing import Final

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)


class NeverSentError(Exception):
    """What a transport gives as the cause of its error when nothing of the call has left."""


class UnansweredError(Exception):
    """… and when something of it may have: a connection dropped, an answer broken off or not come in time."""


class Fault(Enum):
    """What an error means for the message that was being sent."""

    GONE = auto()  #: blocked, deactivated, chat not found: no use trying again until they write
    SLOW_DOWN = auto()  #: 429: nothing is sent before the deadline, by anybody
    NOT_DELIVERED = auto()  #: it surely never arrived: send again
    MAYBE_DELIVERED = auto()  #: no answer came: it may have arrived
    UNCHANGED = auto()  #: an edit that changes nothing, or a button press too old to answer: as good as done
    LOST_MESSAGE = auto()  #: the message to edit is not there any more
    BAD_TOKEN = auto()
    CONFLICT = auto()  #: another process polls
    REFUSED = auto()  #: Telegram understood and said no: our mistake


#: Causes that say so; those of httpx come from the library's own transport and the practice chat.
_NEVER_SENT: Final = (
    NeverSentError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ConnectError,
    httpx.UnsupportedProtocol,
    httpx.ProxyError,
)

#: Telegram's wordings, from its Bot API server (telegram-bot-api, Client.cpp).
_BAD_REQUESTS: Final = (
    ("chat not found", Fault.GONE),
    ("message is not modified", Fault.UNCHANGED),
    ("query is too old", Fault.UNCHANGED),
    ("message to edit not found", Fault.LOST_MESSAGE),
    ("message can't be edited", Fault.LOST_MESSAGE),
    ("message_id_invalid", Fault.LOST_MESSAGE),
)


def classify(error: TelegramError) -> Fault:
    """BadRequest and TimedOut are subclasses of NetworkError in the library, BadRequest to be seen before it."""
    match error:
        case RetryAfter():
            return Fault.SLOW_DOWN
        case Forbidden() | ChatMigrated():
            return Fault.GONE
        case InvalidToken():
            return Fault.BAD_TOKEN
        case Conflict():
            return Fault.CONFLICT
        case BadRequest():
            return _bad_request(error)
        case NetworkError():
            return Fault.NOT_DELIVERED if isinstance(error.__cause__, _NEVER_SENT) else Fault.MAYBE_DELIVERED
        case TelegramError(__cause__=ValueError()):
            return Fault.MAYBE_DELIVERED  # the library could not read the answer: it may say either
        case _:
            return Fault.REFUSED


def _bad_request(error: BadRequest) -> Fault:
    said = error.message.lower()
    return next((fault for words, fault in _BAD_REQUESTS if words in said), Fault.REFUSED)


def retry_after(error: RetryAfter) -> float:
    """Seconds to wait; the library gives an int or, when asked to, a timedelta."""
    given = error.retry_after
    return float(given) if isinstance(given, int) else given.total_seconds()
