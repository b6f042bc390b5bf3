import asyncio
import logging
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from bot.logs import log_loop_error, set_up_logs, whereabouts

TYPED = "Ana Ruiz likes tea"
LOGGERS = ("bot", "storage", "telegram", "httpx", "httpcore", "apscheduler")


@contextmanager
def logging_from(level: str) -> Iterator[None]:
    """Set up as a program does, which finds no handlers; and all put back."""
    root = logging.getLogger()
    handlers, levels = root.handlers[:], {name: logging.getLogger(name).level for name in LOGGERS}
    root.handlers.clear()
    set_up_logs(level)
    yield
    root.handlers[:] = handlers
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)


def fail() -> None:
    raise ValueError(TYPED)


def test_an_error_is_told_by_its_type_and_places_and_never_by_its_text() -> None:
    with pytest.raises(ValueError, match=TYPED) as caught:
        fail()
    said = whereabouts(caught.value)
    assert said.startswith("ValueError at test_logs.py:")
    assert TYPED not in said
    assert whereabouts(None) == "NoneType at "


def test_only_ours_are_turned_up(capsys: pytest.CaptureFixture[str]) -> None:
    with logging_from("DEBUG"):
        logging.getLogger("bot.intake").debug("update 5 of user 7: handled")
        for name in ("telegram.ext.ExtBot", "httpx", "httpcore.http11", "aiohttp.access", "asyncio", "sqlalchemy"):
            logging.getLogger(name).info(TYPED)
            logging.getLogger(name).debug(TYPED)
        logging.getLogger("telegram.Bot").critical("Received data was %r", TYPED)
    said = capsys.readouterr().err
    assert "update 5 of user 7: handled" in said
    assert TYPED not in said


def test_warnings_of_libraries_are_told_in_a_line_without_the_errors_text(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with logging_from("INFO"):
        try:
            fail()
        except ValueError:
            logging.getLogger("aiohttp.server").exception("Error handling %s", "request")
    said = capsys.readouterr().err
    assert "Error handling request: ValueError at test_logs.py:" in said
    assert said.count("\n") == 1
    assert TYPED not in said


def test_what_nobody_waited_for_is_told_by_where_it_happened(caplog: pytest.LogCaptureFixture) -> None:
    async def use() -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(log_loop_error)
        loop.call_soon(fail)
        await asyncio.sleep(0)

    with caplog.at_level("ERROR", "bot"):
        asyncio.run(use())
    assert "ValueError at test_logs.py:" in caplog.text
    assert TYPED not in caplog.text
