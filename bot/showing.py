"""A message that changes in place, written from the background: where it can't be changed any more, it is sent anew."""

from collections.abc import Awaitable, Callable

from telegram import InlineKeyboardMarkup
from telegram.constants import ParseMode
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.faults import Fault, classify
from bot.texts import Html

#: Puts a text into a message of a chat (None: into a new one), and gives the message's id; raises what the library does.
Show = Callable[[int, int | None, Html, InlineKeyboardMarkup | None], Awaitable[int]]


def shower(bot: ExtBot[str]) -> Show:
    async def show(chat_id: int, message_id: int | None, text: Html, markup: InlineKeyboardMarkup | None) -> int:
        if message_id is not None and await _edit(bot, chat_id, message_id, text, markup):
            return message_id
        message = await bot.send_message(chat_id, text, parse_mode=ParseMode.HTML, reply_markup=markup)
        return message.message_id

    return show


async def _edit(
    bot: ExtBot[str], chat_id: int, message_id: int, text: Html, markup: InlineKeyboardMarkup | None
) -> bool:
    """False where the message is gone."""
    try:
        await bot.edit_message_text(
            text, chat_id=chat_id, message_id=message_id, parse_mode=ParseMode.HTML, reply_markup=markup
        )
    except TelegramError as error:
        fault = classify(error)
        if fault is not Fault.UNCHANGED:
            if fault is not Fault.LOST_MESSAGE:
                raise
            return False
    return True
