"""Telegram's own picker of people, and the button that brings it."""

from telegram import InlineKeyboardButton, KeyboardButton, KeyboardButtonRequestUsers, ReplyKeyboardMarkup

from bot.keyboards.data import button
from bot.texts import Texts

#: Telegram lets no more be picked at a time.
MOST_PICKED = 10
#: Telegram gives it back with those picked; there is only one such button.
_REQUEST = 1


def to_picker(texts: Texts) -> list[InlineKeyboardButton]:
    """A line with the button that brings the picker, which only a keyboard of the other kind can hold."""
    return [button(texts.label_picker(), "picker")]


def picker(texts: Texts) -> ReplyKeyboardMarkup:
    """Pick up to ten people; Telegram shares their names and usernames."""
    users = KeyboardButtonRequestUsers(
        _REQUEST, user_is_bot=False, max_quantity=MOST_PICKED, request_name=True, request_username=True
    )
    pick = KeyboardButton(texts.label_pick(), request_users=users)
    return ReplyKeyboardMarkup([[pick]], resize_keyboard=True, one_time_keyboard=True)
