"""Lives of `python -m bot` forked from a process that has imported what they need: to import it takes most of a second,
which is most of what a short life costs. Such a life has a process, environment, folder and standard error of its own, is
killed and stopped as any other is, and ends with the same exit code."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Mapping
from multiprocessing.connection import Connection
from multiprocessing.forkserver import ensure_running
from pathlib import Path
from typing import TextIO
from unittest.mock import patch

from bot.__main__ import main

#: What a life imports at first use, and nothing that would begin a thread or open a connection.
IMPORTED = [
    "tests.forking", "bot.running", "bot.app", "bot.webhook", "bot.status_server", "bot.opening", "storage.store",
    "sqlalchemy.dialects.sqlite", "sqlalchemy.dialects.postgresql", "sqlalchemy.dialects.postgresql.psycopg", "psycopg",
]  # fmt: skip
FORKS = multiprocessing.get_context("forkserver")


class ForkedLife:
    """As much of subprocess.Popen as is used of it; `stderr` is a pipe of text."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        FORKS.set_forkserver_preload(IMPORTED)
        with patch.dict(os.environ, environment, clear=True):
            ensure_running()
        reading, writing = FORKS.Pipe(duplex=False)
        self._process = FORKS.Process(target=_live, args=(writing, folder, dict(environment)), daemon=True)
        self._process.start()
        writing.close()
        self.stderr: TextIO = os.fdopen(os.dup(reading.fileno()), encoding="utf-8")
        reading.close()

    @property
    def pid(self) -> int:
        assert self._process.pid is not None, "it was started"
        return self._process.pid

    def kill(self) -> None:
        self._process.kill()

    def send_signal(self, how: signal.Signals) -> None:
        os.kill(self.pid, how)

    def wait(self, timeout: float) -> int:
        """Until it has ended; the exit code, or minus the signal that ended it. Raises TimeoutError."""
        self._process.join(timeout)
        if (code := self._process.exitcode) is None:
            raise TimeoutError(f"it has not ended in {timeout} seconds")
        self._process.close()
        return code


def _live(stderr: Connection, folder: Path, environment: dict[str, str]) -> None:
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    nothing = os.open(os.devnull, os.O_RDWR)
    for ours, theirs in ((nothing, 0), (nothing, 1), (stderr.fileno(), 2)):
        os.dup2(ours, theirs)
    os.close(nothing)
    stderr.close()
    sys.argv = ["bot"]
    sys.exit(main([]))
