"""`python -m bot` as a process, and the people who chat with it."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from bot.practice.bot_api import PracticeBotApi
from tests.forking import ForkedLife
from tests.loopback import TOKEN, LoopbackBotApi

ROOT = Path(__file__).parent.parent
#: Seconds for what a busy machine may take long for; nothing waits them out where all goes well.
PATIENCE = 30.0


def environment(**settings: str) -> dict[str, str]:
    """What a process gets to see: nothing of the tests' own settings."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT", "TMPDIR") if name in os.environ}
    return {**kept, "PYTHONPATH": str(ROOT), **settings}


def run(folder: Path, *arguments: str, stdin: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
    """Run to the end."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments], cwd=folder, env=environment(**settings), input=stdin,
        capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


class Dotty:
    """A bot in a process of its own. `lines` is what it wrote on standard error, over all its lives."""

    def __init__(self, folder: Path, telegram: LoopbackBotApi, **settings: str) -> None:
        self.folder = folder
        self.database = folder / "dotty.db"
        self.lines: list[str] = []
        self._settings = {
            "TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": telegram.url, "LOG_LEVEL": "DEBUG",
            "DATABASE_URL": f"sqlite:///{self.database}", "UPDATES_PER_MINUTE": "100000", **settings,
        }  # fmt: skip
        self._said = threading.Condition()
        self._process: subprocess.Popen[str] | ForkedLife | None = None
        self._reader: threading.Thread | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None:
            self.kill()

    @property
    def pid(self) -> int:
        return self._running().pid

    def start(self) -> Self:
        """Begin a life; what it does is waited for by other means."""
        self._process = self._begin()
        self._reader = threading.Thread(target=self._read, args=(self._process,), daemon=True)
        self._reader.start()
        return self

    def _begin(self) -> subprocess.Popen[str] | ForkedLife:
        return ForkedLife(self.folder, environment(**self._settings))

    def ready(self) -> Self:
        """Begin a life, and wait until it takes updates."""
        seen = len(self.lines)
        return self.start().wait_for_line("is running as", after=seen)

    def kill(self) -> None:
        """kill -9"""
        self._running().kill()
        self.wait()

    def send(self, how: signal.Signals) -> None:
        self._running().send_signal(how)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        self.send(how)
        return self.wait()

    def wait(self) -> int:
        """Until it has ended; the exit code."""
        process, reader = self._running(), self._reader
        code = process.wait(PATIENCE)
        if reader is not None:
            reader.join(PATIENCE)
        assert process.stderr is not None
        process.stderr.close()
        self._process = None
        return code

    def wait_for_line(self, words: str, *, after: int = 0) -> Self:
        """Until a line with these words has been written; `after` so many lines."""
        with self._said:
            if not self._said.wait_for(lambda: any(words in line for line in self.lines[after:]), PATIENCE):
                raise TimeoutError(f"{words!r} is not in {self.lines}")
        return self

    def _running(self) -> subprocess.Popen[str] | ForkedLife:
        assert self._process is not None, "it was started"
        return self._process

    def _read(self, process: subprocess.Popen[str] | ForkedLife) -> None:
        assert process.stderr is not None
        for line in process.stderr:
            with self._said:
                self.lines.append(line.rstrip("\n"))
                self._said.notify_all()


class FreshDotty(Dotty):
    """Each life begins with an interpreter of its own."""

    def _begin(self) -> subprocess.Popen[str] | ForkedLife:
        return subprocess.Popen(
            [sys.executable, "-m", "bot"], cwd=self.folder, env=environment(**self._settings),
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip


class Person:
    """Somebody who chats with a bot behind `telegram`."""

    def __init__(self, telegram: LoopbackBotApi, user_id: int = 7) -> None:
        self.telegram = telegram
        self.user = telegram.user(user_id)
        self._read = 0

    def say(self, text: str) -> str:
        """Type, wait until it has been handled and acknowledged, and read what is new."""
        self.user.text(text)
        return self.read()

    def press(self, label: str) -> str:
        self.user.press(label)
        return self.read()

    def read(self) -> str:
        """What the bot wrote since the last time, once nothing waits for it any more."""
        self.telegram.wait_for(lambda api: not api.server.updates.waiting, PATIENCE)
        return self.new()

    def wait_for(self, words: str) -> str:
        """Until a message with these words came; all that is new."""
        self.telegram.wait_for(lambda api: any(words in text for text in self._texts(api)[self._read :]), PATIENCE)
        return self.new()

    def wait_until_reads(self, words: str) -> None:
        """Until a message says so, be it new or changed."""
        self.telegram.wait_for(lambda api: any(words in text for text in self._texts(api)), PATIENCE)

    def new(self) -> str:
        texts = self._texts(self.telegram.api)
        new, self._read = texts[self._read :], len(texts)
        return "\n".join(new)

    def texts(self) -> list[str]:
        """All the bot ever wrote, as it reads now."""
        return self._texts(self.telegram.api)

    def export(self) -> dict[str, Any]:
        self.say("/export")
        sent = self.telegram.api.chat(self.user.id).sent()
        newest = next(one.file for one in reversed(sent) if one.file and one.file.name.endswith(".json"))
        content: dict[str, Any] = json.loads(newest.content)
        return content

    def _texts(self, api: PracticeBotApi) -> list[str]:
        return [one.text for one in api.chat(self.user.id).sent()]
