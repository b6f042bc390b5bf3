"""/promise: what is open, or with words behind it a new one."""

from telegram import Update

from bot.context import Context
from bot.handlers import hearing, promising


async def promise_command(update: Update, context: Context) -> None:
    """/promise Ana: send the report by Friday."""
    if behind := hearing.behind(update):
        await hearing.hear(update, context, f"promise {behind}")
    else:
        await promising.show_promises(update, context)
