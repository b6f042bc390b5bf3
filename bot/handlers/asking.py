"""The buttons under /start: each opens one of the small questions."""

from telegram import Update

from bot.context import Context
from bot.handlers import adding, settings, setup
from bot.handlers.replies import nod


async def press_ask(update: Update, context: Context) -> None:
    await nod(update)
    match context.pressed.arg:
        case "who":
            await adding.ask_names(update, context)
        case "zone":
            await settings.ask_zone(update, context)
        case "when":
            await settings.ask_when(update, context)
        case _:
            await setup.press_no_more(update, context)
