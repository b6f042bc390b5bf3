"""Buttons of lists and cards, and of what was done to them."""

from collections.abc import Sequence
from typing import Literal

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.keyboards.data import Verb, button, in_lines, rows
from bot.texts import Texts
from bot.texts.people import clip
from storage.models import Contact, Promise


def undo(change_id: int | None, texts: Texts, *more: InlineKeyboardButton) -> InlineKeyboardMarkup:
    return rows([*more, button(texts.label("undo"), "undo", change_id)])


def after_done(
    change_id: int | None, texts: Texts, *, ask_note: bool, promised: Sequence[Promise] = ()
) -> InlineKeyboardMarkup:
    """`promised`: what was promised to them and may be kept with it, a button each."""
    skip = [button(texts.label("skip"), "skip")] if ask_note else []
    kept = [[button(texts.label_kept(row.text), "promise", row.id, "kept")] for row in promised]
    return rows(*kept, [*skip, button(texts.label("undo"), "undo", change_id)])


CADENCES = (7, 30, 91, 182, 365)


def added(contact_id: int | None, change_id: int | None, texts: Texts) -> InlineKeyboardMarkup:
    every = [button(texts.cadence(days).capitalize(), "every", contact_id, days) for days in CADENCES]
    edit = button(texts.label("edit"), "edit", contact_id)
    return rows(every[:3], every[3:], [edit, button(texts.label("undo"), "undo", change_id)])


def added_many(change_id: int | None, texts: Texts) -> InlineKeyboardMarkup:
    every = [button(texts.cadence(days).capitalize(), "everyone", change_id, days) for days in CADENCES]
    return rows(every[:3], every[3:], [button(texts.label("undo"), "undo", change_id)])


def card(contact: Contact, texts: Texts) -> InlineKeyboardMarkup:
    away = "restore" if contact.status == "archived" else "archive"
    names: list[Verb] = ["touch", "note", "cadence", "edit", "restore" if away == "restore" else "archive"]
    return rows(*in_lines([button(texts.label(name), name, contact.id) for name in names], 2))


def people(shown: Sequence[Contact], *, page: int, pages: int, texts: Texts) -> InlineKeyboardMarkup:
    """A button a person, then the way through the pages. `page` counts from 0."""
    each = [button(clip(contact.name, 30), "card", contact.id) for contact in shown]
    back = [button(texts.label("previous"), "people", page - 1)] if page > 0 else []
    on = [button(texts.label("next"), "people", page + 1)] if page + 1 < pages else []
    return rows(*in_lines(each, 2), [*back, button(texts.label("search"), "search"), *on])


def touch_days(contact_id: int | None, texts: Texts) -> InlineKeyboardMarkup:
    days: list[tuple[Literal["today", "yesterday", "week"], int]] = [("today", 0), ("yesterday", 1), ("week", 7)]
    buttons = [button(texts.label(name), "touched", contact_id, ago) for name, ago in days]
    return rows(buttons, [button(texts.label("back"), "card", contact_id, "back")])


def cadences(contact_id: int | None, texts: Texts) -> InlineKeyboardMarkup:
    every = [button(texts.cadence(days).capitalize(), "every", contact_id, days) for days in (7, 14, 30, 91, 182, 365)]
    none = button(texts.label("none"), "every", contact_id, 0)
    return rows(every[:3], every[3:], [none, button(texts.label("back"), "card", contact_id, "back")])


FIELDS = (
    "name", "role", "company", "met", "city", "birthday", "needs", "offers", "cadence", "tag", "phone", "email",
    "telegram", "link", "language",
)  # fmt: skip


def fields(contact_id: int | None, texts: Texts) -> InlineKeyboardMarkup:
    buttons = [button(texts.field(name), "field", contact_id, name) for name in FIELDS]
    return rows(*in_lines(buttons, 3), [button(texts.label("back"), "card", contact_id, "back")])
