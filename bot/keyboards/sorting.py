"""Buttons of the inbox, sorted one card at a time."""

from telegram import InlineKeyboardMarkup

from bot.keyboards.data import button, in_lines, rows
from bot.texts import Texts

#: Days of the rhythms that sorting offers.
RHYTHMS = (30, 91, 182, 365)


def sort_card(contact_id: int | None, place: int, texts: Texts) -> InlineKeyboardMarkup:
    """A rhythm, later or never; `place` counts the cards from 0 and tells where "back" leads."""
    rhythms = [button(texts.cadence(days).capitalize(), "sort", contact_id, f"{days}.{place}") for days in RHYTHMS]
    others = [button(texts.label_sort(what), "sort", contact_id, f"{what}.{place}") for what in ("later", "never")]
    back = [button(texts.label_sort("back"), "sort", contact_id, f"back.{place}")] if place else []
    return rows(*in_lines(rhythms, 2), others, back)


def sort_ended(texts: Texts, *, left: int, back: int) -> InlineKeyboardMarkup:
    """Where the twenty are sorted: go on while anybody is left, or go back to the last one."""
    on = [button(texts.label_sort("more"), "sort", 0, "more")] if left else []
    return rows(on, [button(texts.label_sort("back"), "sort", 0, f"back.{back}")] if back else [])


def sort_about(texts: Texts) -> InlineKeyboardMarkup:
    return rows([button(texts.label("skip"), "sort", 0, "skip")])
