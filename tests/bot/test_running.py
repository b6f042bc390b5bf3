"""The program's life within this process; as processes of their own see tests/end_to_end."""

import asyncio
import http.client
import os
import signal
import socket
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from bot.config import Config
from bot.opening import open_database
from bot.running import run
from tests.loopback import TOKEN, LoopbackBotApi
from tests.processes import free_port


@pytest.fixture(autouse=True)
def _signals() -> Iterator[None]:
    """Put back what a run sets."""
    before = {each: signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)}
    yield
    for each, handler in before.items():
        signal.signal(each, handler)


@pytest.fixture
def telegram() -> Iterator[LoopbackBotApi]:
    with LoopbackBotApi() as server:
        yield server


def run_until(happened: Callable[[], None], telegram: LoopbackBotApi, folder: Path, **chosen: Any) -> int:
    """Run until `happened`, which waits in a thread, returns; then SIGTERM. The exit code."""

    def wait_and_stop() -> None:
        try:
            happened()
        finally:
            os.kill(os.getpid(), signal.SIGTERM)

    waiting = threading.Thread(target=wait_and_stop)
    waiting.start()
    config = Config(token=TOKEN, api_url=telegram.url, database_url=f"sqlite:///{folder}/dotty.db", **chosen)
    code = run(config)
    waiting.join()
    return code


def migrated_at(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def status_of(port: int, path: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer.status, body


def test_what_takes_too_long_at_a_stop_is_cut_and_comes_again(
    telegram: LoopbackBotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.stopping.LIMIT", 0.1)
    held = telegram.hold_next("sendMessage", carried_out=False)
    telegram.user(7).text("Ana Ruiz, monthly")
    assert run_until(held.wait, telegram, tmp_path) == 0
    assert len(telegram.api.server.updates.waiting) == 1


def test_a_tick_that_takes_too_long_at_a_stop_is_cut(
    telegram: LoopbackBotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticking = threading.Event()

    async def tick(*_: object) -> None:
        ticking.set()
        await asyncio.Event().wait()

    monkeypatch.setattr("bot.stopping.LIMIT", 0.1)
    monkeypatch.setattr("bot.nudging.Nudging.tick", tick)
    assert run_until(lambda: wait_for(ticking), telegram, tmp_path) == 0


def wait_for(event: threading.Event) -> None:
    assert event.wait(20)


def test_the_first_tick_comes_at_once_and_so_does_the_next_while_more_is_due(
    telegram: LoopbackBotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticking, more_is_due = threading.Event(), iter((True, False))

    async def tick(*_: object) -> bool:
        more = next(more_is_due)
        if not more:
            ticking.set()
        return more

    monkeypatch.setattr("bot.app.TICK_SECONDS", 3600)
    monkeypatch.setattr("bot.nudging.Nudging.tick", tick)
    assert run_until(lambda: wait_for(ticking), telegram, tmp_path) == 0


def test_where_what_answers_can_not_be_loaded_it_ends_and_leaves_what_came(
    telegram: LoopbackBotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("not today")

    monkeypatch.setattr("bot.app.build_application", fail)
    telegram.user(7).text("Ana Ruiz, monthly")
    config = Config(token=TOKEN, api_url=telegram.url, database_url=f"sqlite:///{tmp_path}/dotty.db")
    with pytest.raises(RuntimeError, match="not today"):
        run(config)
    assert len(telegram.api.server.updates.waiting) == 1


def test_commands_that_telegram_does_not_take_are_no_reason_not_to_run(
    telegram: LoopbackBotApi, tmp_path: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    telegram.api.fail_next("setMyCommands", 400, "Bad Request: BOT_COMMAND_INVALID")

    def polling() -> None:
        telegram.wait_for(lambda api: api.server.updates.polling)

    assert run_until(polling, telegram, tmp_path) == 0
    assert capsys.readouterr().err == "Dotty is running as @dotty_practice_bot. Ctrl-C stops it.\n"
    assert "Telegram did not take the commands: REFUSED" in caplog.text


def test_the_commands_and_what_dotty_is_are_registered(telegram: LoopbackBotApi, tmp_path: Path) -> None:
    assert run_until(lambda: telegram.wait_for(lambda api: api.server.updates.polling), telegram, tmp_path) == 0
    commands = telegram.api.server.profile["commands:default::"]
    assert {"command": "people", "description": commands[2]["description"]} in commands
    assert all(command["description"] for command in commands)
    assert "network" in telegram.api.server.profile["description:"]


def test_health_can_be_asked_for_while_the_database_is_migrated(
    telegram: LoopbackBotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on, port, said = threading.Event(), threading.Event(), free_port(), []

    def migrate_slowly(url: str) -> Engine:
        begun.set()
        wait_for(go_on)
        return open_database(url)

    def ask() -> None:
        wait_for(begun)
        said.extend([status_of(port, "/healthz"), status_of(port, "/readyz")])
        go_on.set()
        telegram.wait_for(lambda api: api.server.updates.polling)
        said.append(status_of(port, "/readyz"))

    monkeypatch.setattr("bot.running.open_database", migrate_slowly)
    assert run_until(ask, telegram, tmp_path, metrics_port=port, host="127.0.0.1") == 0
    assert said == [
        (200, '{"alive": true}'),
        (503, '{"ready": false, "failing": ["migrations"]}'),
        (200, '{"ready": true, "failing": []}'),
    ]


def test_told_to_stop_while_the_database_is_migrated_it_stops_when_that_is_done(
    telegram: LoopbackBotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def migrate_and_be_told(url: str) -> Engine:
        os.kill(os.getpid(), signal.SIGTERM)
        return open_database(url)

    monkeypatch.setattr("bot.running.open_database", migrate_and_be_told)
    assert run(Config(token=TOKEN, api_url=telegram.url, database_url=f"sqlite:///{tmp_path}/dotty.db")) == 0
    assert not telegram.api.calls
    assert migrated_at(tmp_path / "dotty.db")


def test_a_port_for_figures_that_is_taken_is_told_in_a_line(
    telegram: LoopbackBotApi, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        database = f"sqlite:///{tmp_path}/dotty.db"
        chosen = Config(token=TOKEN, api_url=telegram.url, database_url=database, host="127.0.0.1", metrics_port=port)
        assert run(chosen) == 78
    free = "set METRICS_PORT, and HOST, to what is free on this machine."
    assert capsys.readouterr().err == f"Port {port} of 127.0.0.1 can't be listened on: {free}\n"
