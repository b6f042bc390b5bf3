"""How long the program takes to start."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.bench.measuring import best, row


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
