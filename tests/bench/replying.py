"""How many "done" a second are answered, and how soon: `python -m bot` as a process, beside bots that only echo.

Each bot has a Bot API of its own that answers in 30 ms; they take turns, so that a busy machine is busy for all of them.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import Engine, Table, insert, text

from storage.models import Contact, Nudge, User
from storage.tables import CONTACTS, NUDGE_MESSAGES, NUDGES, USERS
from tests.bench.bot_api import DELAY, TOKEN, Figures, MeasuringBotApi, Plan
from tests.bench.measuring import new_store, percentile, row
from tests.bench.postgresql import has_postgresql, new_postgresql
from tests.processes import ROOT, environment

WARM, ROUNDS = 150, 3
#: Updates in a turn of each bot.
STOCK_TURN, TURN = 300, 400
#: Seconds of updates that come at half the top load.
HALF_LOAD = 5
#: Enough for every turn, and for half of 1,000 a second.
MANY = WARM * 2 + TURN * ROUNDS * 2 + 500 * HALF_LOAD
NAMES = ("Ana Ruiz", "Ben Okafor", "Grace Lim", "Joe Park", "Zed Quill")
STOCK, OURS = "echo bot, stock python-telegram-bot", "echo bot on our intake and transport"
TYPED, PRESSED = Plan(text="done"), Plan(text="done:{user}", pressed=True)


@dataclass
class Bot:
    """A bot that runs, with the Bot API it runs against. Each of its users has one open nudge, of the same number."""

    api: MeasuringBotApi
    pid: int
    used: int = 0

    def take(self, plan: Plan, users: int, rate: float | None = None) -> Figures:
        """One update each of users who have not said anything yet."""
        self.api.prepare(Plan(users, self.used + 1, plan.text, plan.pressed, rate))
        self.used += users
        return self.api.finish()

    def turn(self, plan: Plan, users: int) -> tuple[float, float]:
        """Updates a second, and a second of its own processor time."""
        before = self.cpu()
        figures = self.take(plan, users)
        return users / (max(figures.last.values()) - (figures.begun or 0)), users / (self.cpu() - before)

    def cpu(self) -> float:
        """Seconds of processor time so far, as Linux counts them (proc(5))."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def resident(self) -> float:
        """MB of memory."""
        return int(Path(f"/proc/{self.pid}/status").read_text().split("VmRSS:")[1].split()[0]) / 1000


@contextmanager
def running(api: MeasuringBotApi, *arguments: str, settings: Mapping[str, str] | None = None) -> Iterator[Bot]:
    """`python -m …`, once it polls."""
    api.prepare(Plan())
    command = [sys.executable, "-m", *arguments]
    process = subprocess.Popen(command, cwd=ROOT, env=environment(**settings or {}), stderr=subprocess.DEVNULL)
    try:
        api.polled_at()
        yield Bot(api, process.pid)
    finally:
        process.kill()
        process.wait()


def settings_for(api: MeasuringBotApi, database: str) -> dict[str, str]:
    return {
        "TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": api.url, "DATABASE_URL": database, "LOG_LEVEL": "WARNING",
    }  # fmt: skip


def replies() -> list[dict[str, Any]]:
    with ExitStack() as left:
        stock, ours = left.enter_context(_echo("stock")), left.enter_context(_echo("ours"))
        dotties = {"SQLite": left.enter_context(_on_sqlite())}
        if has_postgresql():
            dotties["PostgreSQL"] = left.enter_context(_on_postgresql())
        turns = {STOCK: partial(stock.turn, TYPED, STOCK_TURN), OURS: partial(ours.turn, TYPED, TURN)}
        for name, bot in dotties.items():
            bot.take(TYPED, WARM)
            turns |= {f"{name}: done typed": partial(bot.turn, TYPED, TURN)}
            turns |= {f"{name}: done pressed": partial(bot.turn, PRESSED, TURN)}
        taken = [{name: turn() for name, turn in turns.items()} for _ in range(ROUNDS)]
        rows = _rates(taken)
        for name, bot in dotties.items():
            top = median(each[f"{name}: done typed"][0] for each in taken)
            rows += _answer_times(name, bot, top / 2)
    return rows if "PostgreSQL" in dotties else [*rows, row("PostgreSQL: not measured, there is none", 0, "replies/s")]


def _rates(taken: list[dict[str, tuple[float, float]]]) -> list[dict[str, Any]]:
    """Medians of the rounds: in real time beside both echo bots, and in processor time."""
    rates = {name: median(each[name][0] for each in taken) for name in taken[0]}
    rows = [row(STOCK, rates[STOCK], "updates/s"), row(OURS, rates[OURS], "updates/s", "stock echo", rates[STOCK])]
    for name, rate in rates.items():
        if name not in (STOCK, OURS):
            rows.append(row(f"{name} (target: 2.5)", rate, "replies/s", "stock echo", rates[STOCK]))
            rows.append(row(f"{name} (target: 0.5)", rate, "replies/s", "echo on our transport", rates[OURS]))
    for name in rates:
        of_a_core = median(each[name][1] for each in taken)
        rows.append(row(f"{name}, processor time each", 1000 / of_a_core, "ms"))
    return rows


def _answer_times(name: str, bot: Bot, rate: float) -> list[dict[str, Any]]:
    """From an update's coming to Telegram until Telegram has its answer; updates come by chance, so many a second."""
    figures = bot.take(TYPED, int(rate * HALF_LOAD), rate)
    waited = [at - figures.came[user] for user, at in figures.first.items()]
    goals = {0.5: "", 0.95: "", 0.99: " (target: 10)"}
    return [
        row(
            f"{name}: at {rate:.0f}/s, {share:.0%} answered within{goal}", percentile(waited, share) * 1000, "ms",
            "the Bot API's own time", DELAY * 1000,
        )
        for share, goal in goals.items()
    ]  # fmt: skip


@contextmanager
def _echo(kind: str) -> Iterator[Bot]:
    with MeasuringBotApi() as api, running(api, "tests.bench.echo", kind, api.url) as bot:
        bot.take(TYPED, WARM)
        yield bot


@contextmanager
def _on_sqlite() -> Iterator[Bot]:
    with tempfile.TemporaryDirectory() as folder, MeasuringBotApi() as api:
        store = new_store(Path(folder) / "dotty.db")
        fill(store.engine)
        store.engine.dispose()
        with running(api, "bot", settings=settings_for(api, f"sqlite:///{folder}/dotty.db")) as bot:
            yield bot


@contextmanager
def _on_postgresql() -> Iterator[Bot]:
    with new_postgresql() as engine, MeasuringBotApi() as api:
        fill(engine)
        url = engine.url.render_as_string(hide_password=False)
        with running(api, "bot", settings=settings_for(api, url)) as bot:
            yield bot


def fill(engine: Engine, users: int = MANY) -> None:
    """So many users, each with a few contacts and, about the first of them, a nudge that was sent an hour ago. User,
    nudge and message have the same number."""
    now = datetime.now(UTC)
    earlier = now - timedelta(hours=1)
    user = User(
        id=0, language="en", timezone_known=True, about="", next_nudge_at=now + timedelta(days=6), created_at=now
    ).model_dump()
    contact = Contact(
        id=0, user_id=0, name="", name_key="", source="chat", cadence_days=91, next_due_on=now.date(),
        added_on=now.date(), created_at=now,
    ).model_dump()  # fmt: skip
    nudge = Nudge(
        id=0, user_id=0, status="sent", reason_kind="due", reason="It is time.", opener="Hi Ana, how are you?",
        created_at=earlier, sent_at=earlier,
    ).model_dump()  # fmt: skip
    ids = range(1, users + 1)
    people = [(each, place, name) for each in ids for place, name in enumerate(NAMES)]
    rows: dict[Table, list[dict[str, Any]]] = {
        USERS: [user | {"id": each} for each in ids],
        CONTACTS: [
            contact | {"id": each * len(NAMES) + place, "user_id": each, "name": name, "name_key": name.casefold()}
            for each, place, name in people
        ],
        NUDGES: [
            nudge | {"id": each, "user_id": each, "contact_id": each * len(NAMES), "message_id": each} for each in ids
        ],
        NUDGE_MESSAGES: [{"id": each, "user_id": each, "nudge_id": each, "message_id": each} for each in ids],
    }
    with engine.begin() as connection:
        for table, those in rows.items():
            connection.execute(insert(table), those)
            if engine.dialect.name == "postgresql" and table is not USERS:
                name = table.name
                connection.execute(text(f"SELECT setval('{name}_id_seq', (SELECT max(id) FROM {name}))"))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))
