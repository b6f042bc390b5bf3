"""Buttons of two contacts that may be one person."""

from telegram import InlineKeyboardMarkup

from bot.keyboards.data import button, rows
from bot.texts import Texts


def double(first_id: int, second_id: int, undo_id: int | None, texts: Texts) -> InlineKeyboardMarkup:
    """The same, different, or later; and the way back from the pair before, by the change that settled it."""
    same, different, later = (
        button(texts.label_double(what), "double", first_id, f"{what}.{second_id}")
        for what in ("same", "different", "later")
    )
    return rows([same, different], [later], [button(texts.label("undo"), "undo", undo_id)] if undo_id else [])


def doubles_ended(undo_id: int | None, texts: Texts) -> InlineKeyboardMarkup:
    return rows([button(texts.label("undo"), "undo", undo_id)] if undo_id else [])
