"""A LinkedIn export of 30,000 rows through the chat, and another user's "done" meanwhile."""

import asyncio
import csv
import io
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import insert
from telegram import Update

from bot.practice.bot_api import PracticeBotApi
from bot.practice.request import PracticeRequest
from bot.practice.users import PracticeUser
from bot.running import PracticeBot
from storage import Store
from storage.models import User
from storage.tables import CONTACTS, USERS
from tests.bench.measuring import best, new_store, percentile, row
from tests.bench.people import connections_csv

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
ROWS = 30_000


def imports() -> list[dict[str, Any]]:
    content = connections_csv(ROWS)
    with tempfile.TemporaryDirectory() as folder:
        bare = best(lambda: read_and_insert(content, Path(folder) / f"bare{time.perf_counter_ns()}.db"))
        figures = asyncio.run(Importer(Path(folder) / "import.db", content).measure())
    whole = figures["preview"] + figures["import"]
    return [
        row("30,000 rows: the csv module and one bulk insert", bare, "s"),
        row("30,000 rows: file to preview", figures["preview"], "s", "csv and insert", bare),
        row("30,000 rows: preview to imported", figures["import"], "s", "csv and insert", bare),
        row("30,000 rows: previewed and imported", whole, "s", "csv and insert", bare),
        row("another user's done meanwhile, median", figures["done"] * 1000, "ms"),
        row("another user's done meanwhile, the slowest", figures["slowest"] * 1000, "ms"),
        row("the same file again: nothing new", figures["again"], "s", "csv and insert", bare),
        row("its undo", figures["undo"], "s", "csv and insert", bare),
    ]


def read_and_insert(content: bytes, path: Path) -> float:
    """What any import costs at least: the rows read by the csv module, and one bulk insert of the contacts alone."""
    store = new_store(path)
    with store.engine.begin() as connection:
        connection.execute(insert(USERS).values(User(id=7, created_at=NOW).model_dump()))
    started = time.perf_counter()
    lines = content.decode().split("\n", 3)[3]
    people = [
        {
            "user_id": 7, "name": f"{each['First Name']} {each['Last Name']}", "name_key": each["Last Name"].lower(),
            "status": "inbox", "company": each["Company"], "role": each["Position"], "source": "import",
            "met_on": datetime.strptime(each["Connected On"], "%d %b %Y").replace(tzinfo=UTC).date(),
            "added_on": NOW.date(), "created_at": NOW,
        }
        for each in csv.DictReader(io.StringIO(lines))
    ]  # fmt: skip
    with store.engine.begin() as connection:
        connection.execute(insert(CONTACTS), people)
    taken = time.perf_counter() - started
    store.engine.dispose()
    return taken


class Importer:
    """One user who imports, and one who says "done", over and over, until it is in."""

    def __init__(self, path: Path, content: bytes) -> None:
        self.store: Store = new_store(path)
        self.content = content
        self.api = PracticeBotApi()
        self.bot = PracticeBot(self.store, PracticeRequest(self.api), lambda: NOW)
        self.user, self.other = self.api.user(7, first_name="Sam"), self.api.user(8, first_name="Mia")
        self.waited: list[float] = []

    async def measure(self) -> dict[str, float]:
        await self.bot.application.initialize()
        self.user.start_chat()
        self.other.start_chat()
        await self.give(self.other.text("Ana Ruiz, monthly"))
        figures = {"preview": await self.beside(self.send_file())}
        figures["import"] = await self.beside(self.press("Import"))
        figures |= {"done": percentile(self.waited, 0.5), "slowest": max(self.waited)}
        kept = self.store.people(7, offset=0, limit=1, status="inbox")[1]
        assert kept == ROWS, kept
        figures["again"] = await self.timed(self.send_file())
        figures["undo"] = await self.timed(self.press("Undo"))
        assert self.store.people(7, offset=0, limit=1, status="inbox")[1] == 0
        await self.bot.application.shutdown()
        return figures

    async def send_file(self) -> None:
        await self.handle(self.user.document("Connections.csv", self.content))

    async def press(self, label: str) -> None:
        await self.handle(press(self.user, label))

    async def handle(self, update: dict[str, Any]) -> None:
        await self.give(update)
        await self.bot.application.bot_data.importing.settle()

    async def give(self, update: dict[str, Any]) -> None:
        await self.bot.application.process_update(Update.de_json(update, self.bot.application.bot))

    async def timed(self, work: Any) -> float:
        started = time.perf_counter()
        await work
        return time.perf_counter() - started

    async def beside(self, work: Any) -> float:
        """Seconds the work takes while the other user says that they were in touch, ten times a second."""
        begun = asyncio.create_task(self.timed(work))
        while not begun.done():
            started = time.perf_counter()
            await self.give(self.other.text("talked to Ana about the trial"))
            self.waited.append(time.perf_counter() - started)
            await asyncio.wait([begun], timeout=0.1)
        return begun.result()


def press(user: PracticeUser, label: str) -> dict[str, Any]:
    """Press the newest button with that label."""
    for message in user.chat.newest():
        for button in message.buttons:
            if button.text == label:
                return user.press(button, message)
    raise LookupError(label)
