"""Buttons of promises, of "heard back?", and of what somebody could use."""

from collections.abc import Mapping, Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.keyboards.cards import undo
from bot.keyboards.data import button, in_lines, rows
from bot.texts import Texts
from storage.models import Promise

#: The days that a tap can choose.
DAYS = ("tomorrow", "friday", "week", "none")
#: So many promises have a button in a list.
LISTED = 10


def promise(row: Promise, texts: Texts, *, listed: bool = False) -> InlineKeyboardMarkup:
    """What can be done with an open promise; `listed`: with the way back to all of them."""
    names = ("done", "tomorrow", "week", "drop")
    back = [button(texts.label_promise("list"), "promise", 0, "list")] if listed else []
    return rows(*in_lines([button(texts.label_promise(name), "promise", row.id, name) for name in names], 4), back)


def promises(
    shown: Sequence[Promise], names: Mapping[int, str], texts: Texts, what: str = "open"
) -> InlineKeyboardMarkup:
    """A button a promise: to what can be done with it, or (`what` "kept") to say that it is kept."""
    each = [
        button(texts.label_listed(names.get(row.contact_id, ""), row.text), "promise", row.id, what)
        for row in shown[:LISTED]
    ]
    return rows(*in_lines(each, 1))


def promised(row: Promise, change_id: int | None, texts: Texts) -> InlineKeyboardMarkup:
    """Below a new promise: the days, where it has none yet."""
    days = [] if row.due_on else [button(texts.label_promise(day), "promise", row.id, f"d.{day}") for day in DAYS]
    return rows(*in_lines(days, 4), [button(texts.label("undo"), "undo", change_id)])


def offer(note_id: int, texts: Texts, *, dated: bool, change_id: int | None = None) -> InlineKeyboardMarkup:
    """Whether to remind of what a note promises: with its day, or which one."""
    undo_it = [button(texts.label("undo"), "undo", change_id)] if change_id else []
    no = button(texts.label_promise("no"), "promise", note_id, "o.no")
    if dated:
        yes = [button(texts.label_promise(name), "promise", note_id, f"o.{name}") for name in ("yes", "day")]
        return rows([*yes, no], undo_it)
    days = [button(texts.label_promise(day), "promise", note_id, f"o.{day}") for day in DAYS]
    return rows(days, [no, *undo_it])


def kept(row: Promise, change_id: int | None, texts: Texts) -> InlineKeyboardMarkup:
    return undo(change_id, texts, button(texts.label_promise("touch"), "promise", row.id, "touch"))


def touch_today(contact_id: int, texts: Texts) -> InlineKeyboardMarkup:
    return rows([button(texts.label_promise("touch"), "touched", contact_id, 0)])


def heard(touch_id: int, texts: Texts) -> InlineKeyboardMarkup:
    return rows([button(texts.label_heard(name), "heard", touch_id, name) for name in ("yes", "notyet", "no")])


def unanswered(contact_id: int, change_id: int | None, texts: Texts) -> InlineKeyboardMarkup:
    """After three without an answer: what to do. The change is what the third one was noted with."""
    each = [button(texts.label_heard(name), "heard", contact_id, name) for name in ("way", "leave", "keep")]
    return rows(each[:2], [each[2], button(texts.label("undo"), "undo", change_id)])


def ways(links: Sequence[InlineKeyboardButton]) -> InlineKeyboardMarkup | None:
    return rows(*in_lines(list(links), 2)) if links else None


def with_skip(change_id: int | None, texts: Texts) -> InlineKeyboardMarkup:
    """Below a question that waits for words."""
    return undo(change_id, texts, button(texts.label("skip"), "skip"))


def need(contact_id: int, change_id: int | None, texts: Texts) -> InlineKeyboardMarkup:
    return undo(change_id, texts, button(texts.label("skip"), "need", contact_id, "no"))
