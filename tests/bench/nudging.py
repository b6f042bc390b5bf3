"""Due nudges a second, through claim, pick, compose, send and settle, beside the bare library on the same transport; and
what a tick costs when nobody is due.

Each process is the whole bot but for its intake (tests.bench.nudger), against the Bot API that answers in 30 ms; nothing
else holds it back. `BENCH_USERS` users (100,000 unless set) have 100 contacts each, some thousands of them are due for each
measurement; ten times as many users, without contacts, are not due.
"""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import Engine

from bot.context import Services
from bot.nudging import Nudging
from bot.troubles import Troubles
from storage import Store
from tests.bench import crowd
from tests.bench.bot_api import ROOT, MeasuringBotApi
from tests.bench.measuring import new_store, row
from tests.bench.postgresql import has_postgresql, new_postgresql

USERS = int(os.environ.get("BENCH_USERS", "100000"))
#: So many are due for each process that is measured, or are sent bare.
DUE = max(50, min(3000, USERS // 16))
#: How many processes are measured on PostgreSQL.
PROCESSES = (1, 2, 4)
IDLE_TICKS = 30
Rows = list[dict[str, Any]]


def nudging() -> Rows:
    with tempfile.TemporaryDirectory() as folder, MeasuringBotApi() as api:
        store = new_store(Path(folder) / "nudges.db")
        bare = _rate(api, store.engine, "bare", 1)
        rows = [row("bare sends of a nudge's message, one process", bare, "sends/s")]
        crowd.make(store.engine, USERS)
        rows.append(_told(f"due nudges, SQLite, {USERS:,} users", _rate(api, store.engine, "nudges", 1), bare))
        rows.append(_idle("SQLite", store.engine))
        store.engine.dispose()
        if has_postgresql():
            with new_postgresql() as engine:
                rows += _on_postgresql(api, engine, bare)
    return rows


def _on_postgresql(api: MeasuringBotApi, engine: Engine, bare: float) -> Rows:
    crowd.make(engine, USERS)
    rows, first = [], 1
    for processes in PROCESSES:
        rate = _rate(api, engine, "nudges", processes, first)
        rows.append(_told(f"due nudges, PostgreSQL, {USERS:,} users, {processes} process(es)", rate, bare))
        first += processes * DUE
    return [*rows, _idle("PostgreSQL", engine)]


def _told(what: str, rate: float, bare: float) -> dict[str, Any]:
    return row(what, rate, "nudges/s", "bare sends", bare)


def _rate(api: MeasuringBotApi, engine: Engine, kind: str, processes: int, first: int = 1) -> float:
    """Messages a second of so many processes together, from the first to begin to the last to end."""
    if kind == "nudges":
        crowd.make_due(engine, first, processes * DUE)
    url = engine.url.render_as_string(hide_password=False)
    command = [sys.executable, "-m", "tests.bench.nudger", kind, api.url, url, str(DUE)]
    with ExitStack() as stack:
        running = [
            stack.enter_context(
                subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            )
            for _ in range(processes)
        ]
        for each in running:
            if each.stdout is None or each.stdout.readline() != "ready\n":
                raise RuntimeError("a process did not come up")
        for each in running:
            if each.stdin is not None:
                each.stdin.write("go\n")
                each.stdin.flush()
        figures = [json.loads(each.stdout.readline()) for each in running if each.stdout is not None]
    sent = sum(each["sent"] for each in figures)
    if sent < processes * DUE:
        raise RuntimeError(f"{sent} of {processes * DUE} nudges went out")
    return float(sent / (max(each["to"] for each in figures) - min(each["from"] for each in figures)))


def _idle(where: str, engine: Engine) -> dict[str, Any]:
    """The middle one of some ticks with nobody due."""
    users = 10 * USERS
    crowd.make_strangers(engine, users)
    services = Services()
    services.store, services.clock, services.troubles = Store(engine), lambda: crowd.NOW, Troubles(where)

    async def send(*_: object) -> int:
        raise RuntimeError("nobody is due")

    async def ticks() -> list[float]:
        loop, taken = Nudging(services, send), []
        for _ in range(IDLE_TICKS):
            began = time.perf_counter()
            await loop.tick(crowd.NOW)
            taken.append(time.perf_counter() - began)
        return taken

    with ThreadPoolExecutor(1) as services.threads:
        return row(f"a tick when nobody is due, {where}, {users:,} users", median(asyncio.run(ticks())) * 1000, "ms")
