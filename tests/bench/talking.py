"""How many messages a second go through the whole bot."""

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from telegram import Update
from telegram.ext import Application, MessageHandler, filters

from bot.practice.bot_api import PracticeBotApi
from bot.practice.request import PracticeRequest
from bot.practice.server import PRACTICE_BOT
from bot.practising import PracticeBot
from tests.bench.measuring import new_store, row

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
UPDATES = 300


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
