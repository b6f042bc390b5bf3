"""Buttons about openers from a model."""

from telegram import InlineKeyboardMarkup

from bot.keyboards.data import button, rows
from bot.texts import Texts


def model_choice(texts: Texts) -> InlineKeyboardMarkup:
    """Yes and no to what was just read."""
    choices = {"on": True, "off": False}
    return rows([button(texts.label_model_choice(on=on), "model", 0, arg) for arg, on in choices.items()])
