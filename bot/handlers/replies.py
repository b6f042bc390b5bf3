"""How an answer reaches the chat: as a new message, in place of an old one, or as a passing word on a button."""

from telegram import InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove, Update
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.context import Context
from bot.faults import Fault, classify
from bot.texts import Html

Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove


async def say(context: Context, text: Html, markup: Markup | None = None) -> int:
    """Send a new message to whoever wrote; its message id."""
    message = await context.bot.send_message(context.user.id, text, parse_mode=ParseMode.HTML, reply_markup=markup)
    return message.message_id


async def replace(update: Update, context: Context, text: Html, markup: InlineKeyboardMarkup | None = None) -> None:
    """Change the message whose button was pressed; where it can't be changed any more, say it anew."""
    query = update.callback_query
    if query is None or query.message is None:
        await say(context, text, markup)
        return
    if not await edit(context, query.message.message_id, text, markup):
        await say(context, text, markup)


async def edit(context: Context, message_id: int, text: Html, markup: InlineKeyboardMarkup | None = None) -> bool:
    """Change one of our messages; False when it is gone. An edit that changes nothing is as good as done."""
    try:
        await context.bot.edit_message_text(
            text, chat_id=context.user.id, message_id=message_id, parse_mode=ParseMode.HTML, reply_markup=markup
        )
    except TelegramError as error:
        fault = classify(error)
        if fault is Fault.LOST_MESSAGE:
            return False
        if fault is not Fault.UNCHANGED:
            raise
    return True


async def nod(update: Update, text: str = "") -> None:
    """Answer a button press, so that the phone stops waiting; with words where something has to be said in passing. Where
    no answer of Telegram's comes, what was pressed is done all the same."""
    if update.callback_query is None:
        return
    try:
        await update.callback_query.answer(text or None)
    except TelegramError as error:
        if classify(error) not in (Fault.UNCHANGED, Fault.MAYBE_DELIVERED):
            raise


async def edit_buttons(update: Update, markup: InlineKeyboardMarkup | None) -> None:
    """Change the buttons of the message whose button was pressed, and nothing else of it."""
    query = update.callback_query
    if query is None or query.message is None:
        return
    try:  # by its id, for the library refuses to edit a message that is too old to be told more of
        chat_id, message_id = query.message.chat.id, query.message.message_id
        await query.get_bot().edit_message_reply_markup(chat_id, message_id, reply_markup=markup)
    except TelegramError as error:
        if classify(error) not in (Fault.UNCHANGED, Fault.LOST_MESSAGE):
            raise
