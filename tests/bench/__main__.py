"""`make bench`: what the bot costs, each figure beside what it can't be cheaper than, in the same run.

Prints a table and writes bench.json. Nothing here passes or fails: a machine's speed is no promise of ours.
"""

import asyncio
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import delete, insert
from telegram import Update
from telegram.ext import Application, MessageHandler, filters

from bot.practice.bot_api import PracticeBotApi
from bot.practice.request import PracticeRequest
from bot.practice.server import PRACTICE_BOT
from bot.rules.drafts import Known
from bot.rules.meaning import understand
from bot.rules.picking import pick
from bot.running import PracticeBot
from storage import Store, migrate, open_engine
from storage.models import Contact, User
from storage.tables import USERS

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
UPDATES = 300


def main() -> None:
    rows = [*start_up(), *updates(), *ticks(), *thinking()]
    width = max(len(row["what"]) for row in rows)
    for row in rows:
        beside = f"  {row['ratio']:.2f} × {row['beside']}" if "ratio" in row else ""
        print(f"{row['what']:<{width}}  {row['value']:>9.2f} {row['unit']:<10}{beside}")
    Path("bench.json").write_text(json.dumps(rows, indent=1))


def row(what: str, value: float, unit: str, beside: str = "", other: float = 0.0) -> dict[str, Any]:
    figure: dict[str, Any] = {"what": what, "value": value, "unit": unit}
    return figure | ({"beside": beside, "ratio": value / other} if beside else {})


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


def best(measure: Callable[[], float], times: int = 3) -> float:
    return min(measure() for _ in range(times))


def updates() -> list[dict[str, Any]]:
    """Messages a second through the whole bot, on SQLite, beside a bot that only echoes; no network in either."""
    echo = asyncio.run(rate_of_echo())
    with tempfile.TemporaryDirectory() as folder:
        touch = asyncio.run(rate_of_bot(folder, "talked to Ana about the trial"))
        card = asyncio.run(rate_of_bot(folder, "ana"))
    return [
        row("echo bot, no database", echo, "updates/s"),
        row("a touch typed, recorded, answered", touch, "updates/s", "echo", echo),
        row("a name typed, the card shown", card, "updates/s", "echo", echo),
    ]


async def rate_of_echo() -> float:
    api = PracticeBotApi()
    request = PracticeRequest(api)
    application = (
        Application.builder().token(PRACTICE_BOT).request(request).get_updates_request(request).updater(None).build()
    )

    async def echo(update: Update, _: object) -> None:
        if update.message and update.message.text:
            await update.message.reply_text(update.message.text)

    application.add_handler(MessageHandler(filters.TEXT, echo))
    await application.initialize()
    return await rate(api, "hello", lambda update: application.process_update(update), application)


async def rate_of_bot(folder: str, text: str) -> float:
    store = new_store(Path(folder) / f"{len(text)}.db")
    api = PracticeBotApi()
    bot = PracticeBot(store, PracticeRequest(api), lambda: NOW)
    await bot.application.initialize()
    user = api.user(7)
    await bot.handle(parsed(user.text("Ana Ruiz, met at PyCon, monthly"), bot.application))
    return await rate(api, text, bot.handle, bot.application)


def parsed(update: dict[str, Any], application: Any) -> Update:
    return Update.de_json(update, application.bot)


async def rate(api: PracticeBotApi, text: str, handle: Callable[[Update], Awaitable[None]], application: Any) -> float:
    user = api.user(7)
    made = [parsed(user.text(text), application) for _ in range(UPDATES)]
    started = time.perf_counter()
    for update in made:
        await handle(update)
    return UPDATES / (time.perf_counter() - started)


def new_store(path: Path) -> Store:
    engine = open_engine(f"sqlite:///{path}")
    migrate(engine)
    return Store(engine)


def ticks() -> list[dict[str, Any]]:
    """ "Who is due?" when nobody is, among few users and among many."""
    with tempfile.TemporaryDirectory() as folder:
        store = new_store(Path(folder) / "users.db")
        few = seconds_of_due(store, 10)
        many = seconds_of_due(store, 20_000)
    return [
        row("nobody due among 10 users", few * 1000, "ms"),
        row("nobody due among 20,000 users", many * 1000, "ms", "among 10", few * 1000),
    ]


def seconds_of_due(store: Store, users: int) -> float:
    with store.engine.begin() as connection:
        rows = [
            User(id=number, created_at=NOW, next_nudge_at=NOW + timedelta(days=1)).model_dump()
            for number in range(1, users)
        ]
        connection.execute(delete(USERS))
        connection.execute(insert(USERS), rows)
    return best(lambda: seconds(lambda: store.due_users(NOW, 200)), 20)


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def thinking() -> list[dict[str, Any]]:
    """The two rules every message and every nudge go through, over 1,500 contacts."""
    rng = random.Random(7)
    today = date(2026, 11, 23)
    contacts = [made_up_contact(number, today, rng) for number in range(1, 1501)]
    people = [Known(contact.id or 0, contact.name) for contact in contacts]
    picking = best(lambda: seconds(lambda: pick(contacts, nudged_on={}, today=today)), 10)
    sentence = "had coffee with Given7 and Given9 Family9 on Friday about the trial"
    understand(sentence, people=people, today=today, region=None)
    reading = best(lambda: seconds(lambda: understand(sentence, people=people, today=today, region=None)), 10)
    return [
        row("pick among 1,500 contacts", picking * 1000, "ms"),
        row("understand a sentence, 1,500 contacts", reading * 1000, "ms"),
    ]


def made_up_contact(number: int, today: date, rng: random.Random) -> Contact:
    added_on = today - timedelta(days=rng.randrange(2000))
    name = f"Given{number} Family{number}"
    return Contact(
        id=number, user_id=7, name=name, name_key=name.lower(), cadence_days=rng.choice([None, 30, 91, 365]),
        last_touch_on=added_on if rng.random() < 0.7 else None, added_on=added_on, created_at=NOW,
    )  # fmt: skip


if __name__ == "__main__":
    main()
