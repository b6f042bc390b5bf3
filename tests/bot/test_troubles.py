import httpx
import psycopg
import pytest
from sqlalchemy.exc import OperationalError
from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut

from bot.troubles import SAID_AGAIN, Trouble, Troubles, find_trouble
from storage.faults import LostDatabaseError


def unreachable() -> NetworkError:
    error = NetworkError("httpx.ConnectError")
    error.__cause__ = httpx.ConnectError("")
    return error


@pytest.mark.parametrize(("error", "trouble"), [
    (unreachable(), Trouble(None, lasting=True)),
    (TimedOut(), Trouble(None, lasting=False)),
    (RetryAfter(5), Trouble(None, lasting=False)),
    (LostDatabaseError(), Trouble("unreachable", lasting=True)),
    (BadRequest("Can't parse entities"), None),
    (ConnectionResetError(), None),
    (LookupError(), None),
    (OperationalError("SELECT 1", {}, psycopg.OperationalError("no")), Trouble("unreachable", lasting=True)),
    (None, None),
])  # fmt: skip
def test_what_passes_by_itself_is_told_from_what_does_not(error: Exception | None, trouble: Trouble | None) -> None:
    assert find_trouble(error) == trouble


def test_a_user_is_told_once_until_something_is_handled() -> None:
    troubles = Troubles("dotty.db")
    assert [troubles.tell_user(7), troubles.tell_user(7), troubles.tell_user(8)] == [True, False, True]
    troubles.end(7)
    assert [troubles.tell_user(7), troubles.tell_user(8)] == [True, False]


def test_the_operator_is_told_once_in_a_while(caplog: pytest.LogCaptureFixture) -> None:
    times = iter([1000.0, 1001.0, 1000.0 + SAID_AGAIN - 1, 1000.0 + SAID_AGAIN, 1000.0])
    troubles = Troubles("dotty.db", clock=lambda: next(times))
    for _ in range(4):
        troubles.tell_operator(Trouble("full", lasting=True))
    troubles.tell_operator(Trouble(None, lasting=True))
    full, again, telegram = [record.getMessage() for record in caplog.records]
    assert full == again
    assert full.startswith("The database dotty.db has no room left: free some space")
    assert telegram.startswith("Telegram can't be reached")
