"""Buttons on words typed in reply to a nudge."""

from telegram import InlineKeyboardMarkup

from bot.keyboards.data import button, rows
from bot.texts import Texts


def own_words(nudge_id: int, texts: Texts) -> InlineKeyboardMarkup:
    """Are they the opener, or a note?"""
    return rows([button(texts.label_own(what), "own", nudge_id, what) for what in ("opener", "note")])


def ask_or_give(nudge_id: int, texts: Texts) -> InlineKeyboardMarkup:
    return rows([button(texts.label_rework(what), "rework", nudge_id, what) for what in ("give", "ask")])
