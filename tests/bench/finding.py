"""Finding among 30,000 contacts of one user, in a database of a million: the store's searches, and whole answers."""

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import text
from telegram import Update

from bot.practice.bot_api import PracticeBotApi
from bot.practice.request import PracticeRequest
from bot.practising import PracticeBot
from bot.rules.search_terms import Term
from bot.rules.searches import Search, plain_search
from storage import Store
from tests.bench.measuring import new_store, percentile, row, seconds
from tests.bench.network import NOW, TODAY, USER, fill
from tests.bench.postgresql import has_postgresql, new_postgresql

TIMES, ANSWERS, SOME_ANSWERS = 60, 25, 4
#: What is looked for in the store, and by what the page begins; a card's id is its own.
SEARCHES: dict[str, tuple[Search, int]] = {
    "a first name": (plain_search("ana"), 0),
    "a name begun": (plain_search("an"), 0),
    "a mistyped name": (plain_search("borrgiga"), 0),
    "a mistyped first name": (plain_search("wanjriu"), 0),
    "a company": (plain_search("roche"), 0),
    "a role and a city": (
        Search("", (Term((("designer",), ("designers",)), ("role",)), Term((("berlin",),), ("city",)))),
        0,
    ),
    "a #tag": (Search("", tags=("pycon",)), 0),
    "a word of needs": (Search("", (Term((("job",),), ("needs",)),)), 0),
    "three broad words": (plain_search("head of data"), 0),
    "untouched this year": (Search("", statuses=("active",), untouched_since=date(TODAY.year, 1, 1)), 0),
    "nobody fits": (plain_search("qqqqwwww"), 0),
    "nobody is close to both": (plain_search("anna qqwwkk"), 0),
    "the list's 500th page": (Search("", statuses=("active",)), 4_000),
    "the inbox's first page": (Search("", statuses=("inbox",)), 0),
    "the inbox's 2,500th page": (Search("", statuses=("inbox",)), 20_000),
}
#: Stands for a contact's whole name, which shows their card.
NAME = "a whole name"
#: What is typed into the chat.
TYPED = (
    "who do I know at Roche", "ruis", "ana", "designers in Berlin", "#pycon", "had coffee with Ana Ruiz yesterday",
    "/people", "/sort", NAME,
)  # fmt: skip
#: What is typed seldom, for it takes long.
SELDOM = ("/export",)


def finding() -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        rows = _among_many(new_store(Path(folder) / "network.db"), "")
    if has_postgresql():
        with new_postgresql() as engine:
            rows += _among_many(Store(engine), "PostgreSQL: ")
    return rows


def _among_many(store: Store, where: str) -> list[dict[str, Any]]:
    fill(store)
    if store.engine.dialect.name == "postgresql":
        with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("ANALYZE"))  # as autovacuum does a minute later
    rows = [_figure(where + what, work) for what, work in _questions(store).items()]
    return [*rows, *asyncio.run(_answers(store, where))]


def _questions(store: Store) -> dict[str, Callable[[], object]]:
    def searching(wanted: Search, offset: int) -> Callable[[], object]:
        return lambda: store.search(USER, wanted, offset=offset, limit=8)

    found: dict[str, Callable[[], object]] = {what: searching(*asked) for what, asked in SEARCHES.items()}
    known = store.contact(USER, 600)
    found["a whole name"] = searching(plain_search(known.name if known else ""), 0)
    found["whom a mistyped name may mean"] = lambda: store.alike(USER, "ana ruis")
    found["who is named in a sentence"] = lambda: store.named(USER, "had coffee with Ana Ruiz yesterday")
    found["a card"] = lambda: store.card(USER, 600)
    return found


def _figure(what: str, work: Callable[[], object]) -> dict[str, Any]:
    work()
    return row(f"{what}: 95 of 100 within", percentile([seconds(work) for _ in range(TIMES)], 0.95) * 1000, "ms")


async def _answers(store: Store, where: str) -> list[dict[str, Any]]:
    """From the text to the last message of the answer, with no network between."""
    api = PracticeBotApi(now=lambda: NOW)
    bot = PracticeBot(store, PracticeRequest(api), lambda: NOW)
    await bot.application.initialize()
    user = api.user(USER, first_name="Sam")
    user.start_chat()
    rows = []
    known = store.contact(USER, 600)
    for typed in (*TYPED, *SELDOM):
        taken, said = [], known.name if typed == NAME and known else typed
        for _ in range(SOME_ANSWERS if typed in SELDOM else ANSWERS + 1):
            update = Update.de_json(user.text(said), bot.application.bot)
            taken.append(await _timed(bot.handle(update)))
        what = f'{where}"{typed}", answered: 95 of 100 within'
        rows.append(row(what, percentile(taken[1:], 0.95) * 1000, "ms"))
    await bot.application.shutdown()
    return rows


async def _timed(work: Awaitable[object]) -> float:
    started = time.perf_counter()
    await work
    return time.perf_counter() - started
