"""What is said to a change of an opener by the user's own words."""

from telegram import InlineKeyboardMarkup

from bot import keyboards
from bot.context import Context
from bot.handlers.nudge_messages import reopen_nudge
from bot.texts import Html
from storage.models import Change


async def after_wording(context: Context, change: Change) -> tuple[Html, InlineKeyboardMarkup | None] | None:
    """The nudge's message shows the words, and its buttons carry them."""
    nudge = await context.db(context.store.nudge, context.user.id, change.result["nudge_id"])
    contact = await context.db(context.store.contact, context.user.id, change.result["contact_id"])
    if nudge is None or contact is None:
        return None
    await reopen_nudge(context, nudge)
    return context.texts.own_words_kept(contact.name), keyboards.undo(change.id, context.texts)
