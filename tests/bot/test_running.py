"""The program's life within this process; as processes of their own see tests/end_to_end."""

import asyncio
import os
import signal
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.config import Config
from bot.running import run
from tests.loopback import TOKEN, LoopbackBotApi


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


def run_until(happened: Callable[[], None], telegram: LoopbackBotApi, folder: Path) -> int:
    """Run until `happened`, which waits in a thread, returns; then SIGTERM. The exit code."""

    def wait_and_stop() -> None:
        try:
            happened()
        finally:
            os.kill(os.getpid(), signal.SIGTERM)

    waiting = threading.Thread(target=wait_and_stop)
    waiting.start()
    code = run(Config(token=TOKEN, api_url=telegram.url, database_url=f"sqlite:///{folder}/dotty.db"))
    waiting.join()
    return code


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


def test_the_first_tick_comes_at_once(
    telegram: LoopbackBotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticking = threading.Event()

    async def tick(*_: object) -> None:
        ticking.set()

    monkeypatch.setattr("bot.app.TICK_SECONDS", 3600)
    monkeypatch.setattr("bot.nudging.Nudging.tick", tick)
    assert run_until(lambda: wait_for(ticking), telegram, tmp_path) == 0


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
