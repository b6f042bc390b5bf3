"""Buttons around whom Dotty names when: the outlook, the four reasons against somebody, what comes after."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.keyboards.data import Verb, button, in_lines, rows
from bot.rules.outlooks import Outlook
from bot.rules.rests import REASONS
from bot.texts import Texts
from storage.models import Nudge


def outlook(shown: Outlook, texts: Texts, change_id: int | None = None) -> InlineKeyboardMarkup:
    """Each of those to come now, or not them; the two change places; and an Undo of the last such change."""
    lines = [
        [
            button(texts.label_now(each.name), "now", each.contact_id),
            button(texts.label_instead(each.name), "turn", each.contact_id, "skip"),
        ]
        for each in shown.later
    ]
    last = []
    if len(shown.later) == 2:
        first, second = (each.contact_id for each in shown.later)
        last.append(button(texts.label_swap(shown.later[1].name), "turn", first, f"swap.{second}"))
    if change_id is not None:
        last.append(button(texts.label("undo"), "undo", change_id))
    return rows(*lines, last)


def refuse(row: Nudge, texts: Texts) -> InlineKeyboardMarkup:
    """The four reasons, in place of the nudge's buttons, and the way back to them."""
    return rows(*_reasons("refuse", row.id, texts), [button(texts.label("back"), "back", row.id)])


def because(contact_id: int, texts: Texts) -> InlineKeyboardMarkup:
    """The four reasons against somebody whom no nudge names."""
    return rows(*_reasons("turn", contact_id, texts))


def _reasons(verb: Verb, row_id: int | None, texts: Texts) -> list[list[InlineKeyboardButton]]:
    return in_lines([button(texts.label_because(each), verb, row_id, each) for each in REASONS], 2)


def someone_else(change_id: int | None, texts: Texts) -> InlineKeyboardMarkup:
    return rows([button(texts.label_else(), "now"), button(texts.label("undo"), "undo", change_id)])
