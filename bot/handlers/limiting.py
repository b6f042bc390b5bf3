"""What is said to whoever asks for more than Dotty can keep up with, so that they don't slow everybody else."""

from telegram import Update

from bot.context import Context
from bot.handlers.replies import nod
from bot.texts import Texts


async def keeps_up(update: Update, context: Context, user_id: int) -> bool:
    """Whether the update is to be handled. One too many costs no look at the database, and an answer once a minute."""
    can_be_told = update.callback_query is not None or update.message is not None
    verdict = context.bot_data.limits.let_in(user_id, update.update_id, can_be_told=can_be_told)
    if verdict == "tell":
        text = Texts(update.effective_user.language_code if update.effective_user else None).too_fast()
        if update.callback_query is not None:
            await nod(update, text)
        else:
            await context.bot.send_message(user_id, text)
    return verdict == "in"
