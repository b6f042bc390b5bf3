import asyncio
import json
import logging
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import copy_context
from typing import Any

import pytest

from bot.logs import concern, log_loop_error, set_up_logs, tell, whereabouts
from tests.chat import Chat

TYPED = "Ana Ruiz likes tea"
LOGGERS = ("bot", "storage", "operator", "telegram", "httpx", "httpcore", "apscheduler")
FORMS = pytest.mark.parametrize("form", ["text", "json"])


@contextmanager
def logging_from(level: str, form: str = "text") -> Iterator[None]:
    """Set up as a program does, which finds no handlers; and all put back."""
    root = logging.getLogger()
    handlers, levels = root.handlers[:], {name: logging.getLogger(name).level for name in LOGGERS}
    root.handlers.clear()
    set_up_logs(level, form)
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


@FORMS
def test_only_ours_are_turned_up(capsys: pytest.CaptureFixture[str], form: str) -> None:
    with logging_from("DEBUG", form):
        logging.getLogger("bot.intake").debug("update 5 of user 7: handled")
        for name in ("telegram.ext.ExtBot", "httpx", "httpcore.http11", "aiohttp.access", "asyncio", "sqlalchemy"):
            logging.getLogger(name).info(TYPED)
            logging.getLogger(name).debug(TYPED)
        logging.getLogger("telegram.Bot").critical("Received data was %r", TYPED)
    said = capsys.readouterr().err
    assert "update 5 of user 7: handled" in said
    assert TYPED not in said


@FORMS
def test_warnings_of_libraries_are_told_in_a_line_without_the_errors_text(
    capsys: pytest.CaptureFixture[str], form: str
) -> None:
    with logging_from("INFO", form):
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


def concerning(work: Callable[[], None], **ids: int) -> None:
    """Do the work as a task of its own does."""

    def do() -> None:
        concern(**ids)
        work()

    copy_context().run(do)


def test_a_line_for_people_has_the_time_in_utc_and_whose_update_it_was(capsys: pytest.CaptureFixture[str]) -> None:
    with logging_from("INFO"):
        concerning(lambda: logging.getLogger("bot.errors").info("found no %s", "room"), update_id=5, user_id=7)
        logging.getLogger("bot.errors").info("a line\nbroken")
    first, second = capsys.readouterr().err.splitlines()
    stamp = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"
    assert re.fullmatch(rf"{stamp} INFO bot\.errors \[update 5 user 7\] found no room", first)
    assert re.fullmatch(rf"{stamp} INFO bot\.errors a line broken", second)


def test_a_line_for_machines_is_one_document_with_the_same_facts(capsys: pytest.CaptureFixture[str]) -> None:
    with logging_from("INFO", "json"):
        concerning(lambda: logging.getLogger("bot.errors").warning("found\nno %s", "room"), user_id=7, nudge_id=3)
    line = capsys.readouterr().err
    assert line.count("\n") == 1
    event: dict[str, Any] = json.loads(line)
    assert event.pop("time").endswith("Z")
    assert event.pop("host")
    assert event == {
        "level": "warning", "logger": "bot.errors", "event": "found\nno room", "user_id": 7, "nudge_id": 3,
        "process": os.getpid(),
    }  # fmt: skip


def test_what_the_operator_is_to_read_is_a_bare_line_or_an_event(capsys: pytest.CaptureFixture[str]) -> None:
    with logging_from("ERROR"):
        tell("Dotty is running.")
    assert capsys.readouterr().err == "Dotty is running.\n"
    with logging_from("ERROR", "json"):
        tell("Dotty is running.")
    assert json.loads(capsys.readouterr().err)["event"] == "Dotty is running."


@FORMS
def test_while_an_update_is_handled_all_that_is_logged_carries_its_ids(
    three: Chat, capsys: pytest.CaptureFixture[str], form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the Store, too, which runs in a thread; and none of it holds a name, a note or the token."""

    def look(*_: object, **__: object) -> None:
        logging.getLogger("storage.base").info("looked")
        raise LookupError(TYPED)

    monkeypatch.setattr(type(three.store), "open_update", look)
    with logging_from("DEBUG", form):
        assert "my fault" in three.say("Grace Lim likes tea, note: she moved to Porto")
    said = capsys.readouterr().err
    update_id = three.updates[-1]["update_id"]
    ids = f'"update_id": {update_id}' if form == "json" else f"[update {update_id} user 7]"
    lines = [line for line in said.splitlines() if "looked" in line or "LookupError" in line]
    assert len(lines) == 2
    assert all(ids in line for line in lines)
    for word in ("Grace", "tea", "Porto", "Ana", three.api.server.token):
        assert word not in said


@FORMS
def test_while_a_nudge_is_sent_its_ids_are_in_the_log(
    three: Chat, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    three.api.fail_next("sendMessage", 403, "Forbidden: bot was blocked by Sam Quill")
    with logging_from("INFO", form):
        three.week()
    said = capsys.readouterr().err
    assert ('"user_id": 7' in said and '"nudge_id": 1' in said) if form == "json" else "[user 7 nudge 1]" in said
    assert not any(word in said for word in ("Quill", "Ana", "Ruiz"))
