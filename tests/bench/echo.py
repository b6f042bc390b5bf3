"""Bots that only echo, to be measured beside Dotty: `python -m tests.bench.echo stock|ours URL`.

`stock` is python-telegram-bot as its guide has it, with its own intake and transport, 64 updates at once. `ours` is the
same handler behind Dotty's intake and transport, with no database. Neither knows anything but Telegram.
"""

import asyncio
import sys
from typing import Any

from telegram import Update
from telegram.ext import Application, ApplicationBuilder, ContextTypes, MessageHandler, filters

from tests.bench.bot_api import TOKEN

AT_ONCE = 64


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


def built(builder: Any, url: str) -> Any:
    application = builder.token(TOKEN).base_url(f"{url}/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    return application


def run_stock(url: str) -> None:
    builder = Application.builder().concurrent_updates(AT_ONCE).connection_pool_size(AT_ONCE)
    built(builder.pool_timeout(60), url).run_polling(stop_signals=None)


async def run_ours(url: str) -> None:
    from bot.context import Services
    from bot.intake import Intake, poll
    from bot.stopping import Stop
    from bot.transport import Transport
    from bot.troubles import Troubles

    builder: Any = ApplicationBuilder().updater(None).context_types(ContextTypes(bot_data=Services))
    application = built(builder.request(Transport()).get_updates_request(Transport(connections=2)), url)
    application.bot_data.troubles = Troubles("nowhere")
    stop = Stop()
    async with application:
        await poll(application.bot, Intake(application, stop), stop, lambda _: None)


if __name__ == "__main__":
    kind, address = sys.argv[1:]
    if kind == "stock":
        run_stock(address)
    else:
        asyncio.run(run_ours(address))
