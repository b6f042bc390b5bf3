"""A LinkedIn export of 30,000 rows through the chat: how fast, and how long another user's "done" waits meanwhile."""

import asyncio
import csv
import io
import multiprocessing
import re
import tempfile
import time
from collections.abc import Awaitable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import insert
from telegram import Update

from bot.practice.bot_api import PracticeBotApi
from bot.practice.request import PracticeRequest
from bot.practice.users import PracticeUser
from bot.practising import PracticeBot
from storage import Store
from storage.models import User
from storage.tables import CONTACTS, USERS
from tests.bench.measuring import best, new_store, percentile, row
from tests.bench.people import connections_csv, newer_connections

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
ROWS, SOME = 30_000, 3_000
TIMES = 3
#: What the one user does after the other, by what it is called in the table.
STEPS = {
    "preview": "file to preview",
    "import": "preview to imported",
    "again": "the same file again, nothing new",
    "newer": f"a newer file previewed, {SOME:,} changed",
    "merge": f"{SOME:,} changes taken in",
    "unmerge": "their undo",
    "all": "a newer file previewed, all changed",
    "merge all": "all changes taken in",
    "unmerge all": "their undo, all of them",
    "undo": "the undo of the import",
}
BESIDE = "csv and insert"


def imports() -> list[dict[str, Any]]:
    content = connections_csv(ROWS)
    with tempfile.TemporaryDirectory() as folder:
        bare = best(lambda: read_and_insert(content, Path(folder) / f"bare{time.perf_counter_ns()}.db"), TIMES)
        runs = [asyncio.run(Importer(Path(folder) / f"alone{run}.db").measure()) for run in range(TIMES)]
        crowd = Importer(Path(folder) / "beside.db", crowded=True)
        asyncio.run(crowd.measure())
    taken = {step: min(run[step] for run in runs) for step in STEPS}
    whole = min(run["preview"] + run["import"] for run in runs)
    waited = [each for step in STEPS for each in crowd.waited[step]]
    return [
        row("30,000 rows: the csv module, strptime and one bulk insert", bare, "s"),
        row("30,000 rows: previewed and imported", whole, "s", BESIDE, bare),
        *(row(f"30,000 rows: {said}", taken[step], "s", BESIDE, bare) for step, said in STEPS.items()),
        row("memory above idle, previewed and imported", in_process(memory_above_idle), "MB"),
        row("another user's done meanwhile, median", percentile(waited, 0.5) * 1000, "ms"),
        *(row(f"… the slowest: {said}", max(crowd.waited[step]) * 1000, "ms") for step, said in STEPS.items()),
    ]


def read_and_insert(content: bytes, path: Path) -> float:
    """What any import costs at least: the rows read by the csv module, their days by strptime, as who writes this in a
    few lines would, and one bulk insert of the contacts alone, without their points and words."""
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
    """One user who imports. Where it is `crowded`, another says "done", over and over, until it is in."""

    def __init__(self, path: Path, *, crowded: bool = False) -> None:
        self.store: Store = new_store(path)
        self.crowded = crowded
        self.api = PracticeBotApi()
        self.bot = PracticeBot(self.store, PracticeRequest(self.api), lambda: NOW)
        self.user, self.other = self.api.user(7, first_name="Sam"), self.api.user(8, first_name="Mia")
        #: Seconds the other user waited for each answer, by the step.
        self.waited: dict[str, list[float]] = {}

    async def begin(self) -> None:
        await self.bot.application.initialize()
        self.user.start_chat()
        self.other.start_chat()
        await self.give(self.other.text("Ana Ruiz, monthly"))

    async def measure(self) -> dict[str, float]:
        """Seconds by step."""
        await self.begin()
        figures = await self.bring()
        content = connections_csv(ROWS)
        figures["again"] = await self.step("again", self.send(content))
        for share, names in ((ROWS // SOME, ("newer", "merge", "unmerge")), (1, ("all", "merge all", "unmerge all"))):
            newer = newer_connections(content, share)
            works = (self.send(newer), self.press("Import"), self.press("Undo"))
            figures |= {name: await self.step(name, work) for name, work in zip(names, works, strict=True)}
        figures["undo"] = await self.step("undo", self.press("Undo", newest=False))
        assert self.count() == 0
        await self.end()
        return figures

    async def bring(self) -> dict[str, float]:
        figures = {"preview": await self.step("preview", self.send(connections_csv(ROWS)))}
        figures["import"] = await self.step("import", self.press("Import"))
        assert self.count() == ROWS, self.count()
        return figures

    async def end(self) -> None:
        await self.bot.application.shutdown()
        self.store.engine.dispose()

    def count(self) -> int:
        return self.store.inbox_count(7)

    async def step(self, name: str, work: Awaitable[None]) -> float:
        """Seconds the work takes, while the other user says that they were in touch, ten times a second."""
        begun = asyncio.ensure_future(timed(work))
        while self.crowded and not begun.done():
            answered = await timed(self.give(self.other.text("talked to Ana about the trial")))
            self.waited.setdefault(name, []).append(answered)
            await asyncio.wait([begun], timeout=0.1)
        return await begun

    async def send(self, content: bytes) -> None:
        await self.handle(self.user.document("Connections.csv", content))

    async def press(self, label: str, *, newest: bool = True) -> None:
        await self.handle(press(self.user, label, newest=newest))

    async def handle(self, update: dict[str, Any]) -> None:
        await self.give(update)
        await self.bot.application.bot_data.importing.settle()

    async def give(self, update: dict[str, Any]) -> None:
        await self.bot.application.process_update(Update.de_json(update, self.bot.application.bot))


async def timed(work: Awaitable[None]) -> float:
    started = time.perf_counter()
    await work
    return time.perf_counter() - started


def press(user: PracticeUser, label: str, *, newest: bool = True) -> dict[str, Any]:
    """Press the newest button with that label, or the oldest."""
    messages = list(user.chat.newest())
    for message in messages if newest else reversed(messages):
        for button in message.buttons:
            if button.text == label:
                return user.press(button, message)
    raise LookupError(label)


def in_process(work: Any) -> float:
    """What the work gives in a process of its own, which has held nothing before."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        result: float = pool.apply(work)
        return result


def memory_above_idle() -> float:
    """The most memory in MB that previewing and importing held at a time, beyond what the bot has that has answered
    once."""

    async def bring(folder: str) -> float:
        importer = Importer(Path(folder) / "memory.db")
        await importer.begin()
        idle = memory("VmRSS")
        await importer.bring()
        await importer.end()
        return memory("VmHWM") - idle

    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(bring(folder))


def memory(name: str) -> float:
    """This process's resident memory in MB, now (VmRSS) or at most so far (VmHWM), as Linux tells it."""
    found = re.search(rf"^{name}:\s+(\d+) kB$", Path("/proc/self/status").read_text(), re.MULTILINE)
    return int(found[1]) / 1024 if found else float("nan")
