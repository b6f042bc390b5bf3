"""Buttons of tags, and of a change to many people at once."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.keyboards.cards import CADENCES
from bot.keyboards.data import button, in_lines, rows
from bot.rules.meanings import Bulk
from bot.texts import Texts
from storage import TagCount


def bulk(meaning: Bulk, count: int, token: int, texts: Texts) -> InlineKeyboardMarkup:
    """Do it, or not. A rhythm for everybody of a tag may be the tag's own instead."""
    cancel = button(texts.label_tag("cancel"), "bulk", token, "no")
    if meaning.action == "cadence" and meaning.search.only_tag is not None:
        everybody = button(texts.label_all(meaning.days, count), "bulk", token, "all")
        carry = "carry" if meaning.days is not None else "carry none"
        return rows([everybody], [button(texts.label_tag(carry), "bulk", token, "tag")], [cancel])
    return rows([button(texts.label_tag("do"), "bulk", token, "all"), cancel])


def tags(shown: Sequence[TagCount], *, page: int, pages: int, texts: Texts) -> InlineKeyboardMarkup:
    """A button a tag, to its people; then the way through the pages. `page` counts from 0."""
    each = [button(texts.label_tagged(tag), "tag", tag.id) for tag in shown]
    back = [button(texts.label("previous"), "tag", 0, f"page.{page - 1}")] if page > 0 else []
    on = [button(texts.label("next"), "tag", 0, f"page.{page + 1}")] if page + 1 < pages else []
    return rows(*in_lines(each, 2), [*back, *on])


def to_tag(tag_id: int | None, texts: Texts) -> list[InlineKeyboardButton]:
    """Under the people of a tag: what can be done with it."""
    return [button(texts.label_tag("menu"), "tag", tag_id, "menu")]


def tag_menu(tag_id: int | None, texts: Texts) -> InlineKeyboardMarkup:
    buttons = [button(texts.label_tag(what), "tag", tag_id, what) for what in ("people", "rhythm", "rename", "remove")]
    return rows(*in_lines(buttons, 2), [button(texts.label_tag("all"), "tag", 0, "page.0")])


def tag_rhythms(tag_id: int | None, texts: Texts) -> InlineKeyboardMarkup:
    every = [button(texts.cadence(days).capitalize(), "tag", tag_id, f"days.{days}") for days in CADENCES]
    none = button(texts.label("none"), "tag", tag_id, "days.0")
    return rows(every[:3], every[3:], [none, button(texts.label("back"), "tag", tag_id, "menu")])


def near_tags(found: Sequence[TagCount], texts: Texts) -> InlineKeyboardMarkup | None:
    """The tags that may have been meant, each to its people; None without any."""
    return rows(*in_lines([button(texts.label_tagged(tag), "tag", tag.id) for tag in found], 2)) if found else None
