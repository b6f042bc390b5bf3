"""How long the program takes to start, and how much memory it keeps."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.bench.bot_api import MeasuringBotApi, Plan
from tests.bench.measuring import best, row
from tests.bench.replying import running, settings_for

#: What the bot is built on, and a database opened: no program of this kind can start sooner.
_BUILT_ON = """
import telegram.ext, sqlalchemy
with sqlalchemy.create_engine("sqlite:///bare.db").connect() as connection:
    connection.execute(sqlalchemy.text("SELECT 1"))
"""
#: So many people write for the first time, and those after them are what memory is measured over.
FIRST_CHATS, CHATS = 500, 4_000


def polling(imports: float) -> list[dict[str, Any]]:
    """The bot itself, against a Bot API that answers at once: until its first getUpdates, and its memory. `imports` are
    the seconds that importing all it is built on takes."""
    with tempfile.TemporaryDirectory() as folder:
        bare = best(lambda: run_python("-c", _BUILT_ON, folder=folder))
        with MeasuringBotApi(delay=0) as api:
            settings = settings_for(api, f"sqlite:///{folder}/dotty.db")
            _seconds_to_poll(api, settings)
            started = best(lambda: _seconds_to_poll(api, settings))
            answered = best(lambda: _seconds_to_answer(api, settings))
            with running(api, "bot", settings=settings) as bot:
                bot.take(Plan(text="/help"), 1)  # once all is loaded
                idle = bot.resident()
                bot.take(Plan(text="/help"), FIRST_CHATS)
                warm = bot.resident()
                for _ in range(4):
                    bot.take(Plan(text="/help"), CHATS // 4)
                grown = bot.resident() - warm
    return [
        row("python-telegram-bot and SQLAlchemy imported, a database opened", bare, "s"),
        row("the bot, to its first getUpdates (target: 1.5)", started, "s", "imported and opened", bare),
        row("the bot, to its first getUpdates", started, "s", "imports alone", imports),
        row("the bot, to its answer to who wrote meanwhile", answered, "s", "imported and opened", bare),
        row("the bot, idle (target: 120)", idle, "MB"),
        row(f"the bot, over idle once {FIRST_CHATS:,} have written", warm - idle, "MB"),
        row("the bot, for each 10,000 chats more", grown * 10_000 / CHATS, "MB"),
    ]


def _seconds_to_poll(api: MeasuringBotApi, settings: dict[str, str]) -> float:
    """Both clocks are the machine's monotonic one."""
    started = time.monotonic()
    with running(api, "bot", settings=settings):
        return api.polled_at() - started


def _seconds_to_answer(api: MeasuringBotApi, settings: dict[str, str]) -> float:
    """To somebody who writes the moment it polls: what answers is loaded from then on."""
    started = time.monotonic()
    with running(api, "bot", settings=settings) as bot:
        return max(bot.take(Plan(text="/help"), 1).last.values()) - started


def start_up() -> list[dict[str, Any]]:
    """The practice chat from nothing to its end, beside a process that only imports what it is built on."""
    bare = best(lambda: run_python("-c", "import telegram.ext, sqlmodel, apscheduler.schedulers.asyncio"))
    with tempfile.TemporaryDirectory() as folder:
        first = run_python("-m", "bot", "try", folder=folder)
        again = best(lambda: run_python("-m", "bot", "try", folder=folder))
    return [
        row("imports alone", bare, "s"),
        row("start, first time", first, "s", "imports alone", bare),
        row("start, again", again, "s", "imports alone", bare),
        *polling(bare),
    ]


def run_python(*arguments: str, folder: str | None = None) -> float:
    """Seconds a Python process takes; the program is found from wherever it runs."""
    root = str(Path(__file__).parents[2])
    started = time.perf_counter()
    command = [sys.executable, *arguments]
    subprocess.run(
        command, cwd=folder or root, env={"PYTHONPATH": root, "PATH": "/usr/bin:/bin"}, stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True,
    )  # fmt: skip
    return time.perf_counter() - started
