from datetime import timedelta

import httpx
import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.faults import Fault, NeverSentError, UnansweredError, classify, retry_after


def caused(error: TelegramError, cause: Exception) -> TelegramError:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(("error", "fault"), [
    (Forbidden("Forbidden: bot was blocked by the user"), Fault.GONE),
    (Forbidden("Forbidden: user is deactivated"), Fault.GONE),
    (BadRequest("Chat not found"), Fault.GONE),
    (ChatMigrated(-100123), Fault.GONE),
    (RetryAfter(30), Fault.SLOW_DOWN),
    (BadRequest("Message is not modified: specified new message content is the same"), Fault.UNCHANGED),
    (BadRequest("Query is too old and response timeout expired or query ID is invalid"), Fault.UNCHANGED),
    (BadRequest("Message to edit not found"), Fault.LOST_MESSAGE),
    (BadRequest("Message can't be edited"), Fault.LOST_MESSAGE),
    (BadRequest("Can't parse entities"), Fault.REFUSED),
    (TelegramError("Something new"), Fault.REFUSED),
    (caused(TelegramError("Invalid server response"), ValueError("no JSON")), Fault.MAYBE_DELIVERED),
    (InvalidToken(), Fault.BAD_TOKEN),
    (Conflict("Conflict: terminated by other getUpdates request"), Fault.CONFLICT),
    (TimedOut(), Fault.MAYBE_DELIVERED),
    (caused(TimedOut(), httpx.ReadTimeout("")), Fault.MAYBE_DELIVERED),
    (caused(TimedOut(), httpx.ConnectTimeout("")), Fault.NOT_DELIVERED),
    (caused(TimedOut(), httpx.PoolTimeout("")), Fault.NOT_DELIVERED),
    (caused(TimedOut(), NeverSentError()), Fault.NOT_DELIVERED),
    (caused(TimedOut(), UnansweredError()), Fault.MAYBE_DELIVERED),
    (caused(NetworkError(""), NeverSentError()), Fault.NOT_DELIVERED),
    (caused(NetworkError(""), UnansweredError()), Fault.MAYBE_DELIVERED),
    (caused(NetworkError(""), httpx.ProxyError("")), Fault.NOT_DELIVERED),
    (caused(BadRequest("Chat not found"), NeverSentError()), Fault.GONE),
    (NetworkError("Bad Gateway"), Fault.MAYBE_DELIVERED),
    (caused(NetworkError(""), httpx.ReadError("")), Fault.MAYBE_DELIVERED),
    (caused(NetworkError(""), httpx.ConnectError("")), Fault.NOT_DELIVERED),
])  # fmt: skip
def test_every_error_is_told_apart(error: TelegramError, fault: Fault) -> None:
    assert classify(error) is fault


def test_how_long_to_wait_is_in_seconds_whichever_way_the_library_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert retry_after(RetryAfter(3)) == 3.0
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    assert retry_after(RetryAfter(timedelta(seconds=2.5))) == 2.5
