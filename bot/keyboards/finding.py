"""Buttons of what a search found."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.keyboards.data import DATA_BYTES, button, in_lines, rows
from bot.texts import Texts
from bot.texts.people import clip
from storage.models import Contact

#: What stands before the text in `find:12345:text` and in `add:1:text`.
_FIND_BYTES, _ADD_BYTES = 11, 6
LAST_PAGE = 99_999


def carried(text: str) -> str | None:
    """A search's text as its page buttons carry it; None where it is too long for them."""
    said = " ".join(text.split()).strip(" ?.!")
    return said if 0 < len(said.encode()) <= DATA_BYTES - _FIND_BYTES else None


def found(
    shown: Sequence[Contact], text: str, *, page: int, pages: int, texts: Texts, near: Sequence[Contact] = (),
    below: Sequence[InlineKeyboardButton] = (),
) -> InlineKeyboardMarkup:  # fmt: skip
    """A button a person, those whose names are near, the way through the pages, and what else is
    offered. `page` counts from 0."""
    each = [button(clip(contact.name, 30), "card", contact.id) for contact in shown]
    close = [[button(label, "card", contact.id)] for label, contact in zip(texts.label_people(near), near, strict=True)]
    said = carried(text)
    back = [button(texts.label("previous"), "find", page - 1, said)] if said and page > 0 else []
    on = [button(texts.label("next"), "find", page + 1, said)] if said and page + 1 < pages else []
    return rows(*in_lines(each, 2), *close, [*back, button(texts.label("search"), "search"), *on], list(below))


def add_named(name: str | None, texts: Texts) -> list[InlineKeyboardButton]:
    """A button that adds somebody by that name, whenever it is pressed; none where the name is too long for it."""
    if not name or len(name.encode()) > DATA_BYTES - _ADD_BYTES:
        return []
    return [button(texts.label_add([name]), "add", 1, name)]


def others(typed: str, texts: Texts) -> list[InlineKeyboardButton]:
    """On a card: a way to whoever else the typed word finds."""
    said = carried(typed)
    return [button(texts.label_others(typed), "find", 0, said)] if said else []
