"""Buttons of introductions. `intro:id:what` is about an introduction; with two ids, about a pair that has none yet."""

from collections.abc import Mapping, Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.keyboards.data import DATA_BYTES, button, copy_button, in_lines, rows
from bot.keyboards.nudges import reach
from bot.texts import Texts
from bot.texts.people import clip
from storage.models import Contact, ContactPoint, Introduction

#: What stands before the query in `intro:1234567890123456789:anyway.query`.
_SEEK_BYTES = 33
LISTED = 10


def proposed(introduction: Introduction, texts: Texts, *, later: bool) -> InlineKeyboardMarkup:
    """Under a proposal; `later`: it came by itself, and may be put off."""
    both, refuse, put_off = (button(texts.label_intro(what), "intro", introduction.id, what)
                             for what in ("both", "not", "later"))  # fmt: skip
    return rows([both], [refuse, put_off] if later else [refuse])


def pair(first_id: int | None, second_id: int | None, texts: Texts) -> InlineKeyboardMarkup:
    """Under a pair that was asked for, and of which nothing is written yet."""
    return rows(
        *[[button(texts.label_intro(what), "intro", first_id, f"{what}.{second_id}")] for what in ("both", "not")]
    )


def topic(first_id: int, second_id: int, texts: Texts) -> InlineKeyboardMarkup:
    return rows([button(texts.label_intro("skip"), "intro", first_id, f"both.{second_id}")])


def words(opener: str, points: Sequence[ContactPoint], texts: Texts) -> list[list[InlineKeyboardButton]]:
    """The ways to send words to somebody."""
    return in_lines([*copy_button(texts.label_intro("copy"), opener), *reach(points, opener, texts)], 2)


def asking(
    introduction: Introduction, side: int, opener: str, points: Sequence[ContactPoint], texts: Texts
) -> InlineKeyboardMarkup:
    """Under the words for one of the two; `side` 1 is the first, 2 the second."""
    said = [button(texts.label_intro(what), "intro", introduction.id, f"{what}.{side}") for what in ("yes", "no")]
    return rows(*words(opener, points, texts), said)


def together(
    introduction: Introduction, opener: str, texts: Texts, change_id: int | None = None
) -> InlineKeyboardMarkup:
    """Under the words for both; with an Undo of what led to them."""
    sent = button(texts.label_intro("sent"), "intro", introduction.id, "sent")
    undo = [button(texts.label("undo"), "undo", change_id)] if change_id else []
    return rows([*copy_button(texts.label_intro("copy"), opener), sent], undo)


def declined(opener: str, points: Sequence[ContactPoint], change_id: int | None, texts: Texts) -> InlineKeyboardMarkup:
    return rows(*words(opener, points, texts), [button(texts.label("undo"), "undo", change_id)])


def made(introduction: Introduction, change_id: int | None, texts: Texts) -> InlineKeyboardMarkup:
    touch = button(texts.label_intro("touch"), "intro", introduction.id, "touch")
    return rows([touch], [button(texts.label("undo"), "undo", change_id)])


def outcome(introduction: Introduction, texts: Texts) -> InlineKeyboardMarkup:
    each = [button(texts.label_intro(what), "intro", introduction.id, what) for what in ("talked", "nothing", "words")]
    return rows(*in_lines(each, 2))


def under_way(shown: Sequence[Introduction], names: Mapping[int, str], texts: Texts) -> InlineKeyboardMarkup:
    """A button each, to where it stands; then another pair."""
    each = [
        button(texts.label_pair(names.get(row.first_id, ""), names.get(row.second_id, "")), "intro", row.id, "show")
        for row in shown[:LISTED]
    ]
    return rows(*in_lines(each, 2), [button(texts.label_intro("another"), "intro", 0, "another")])


def introducers(people: Sequence[Contact], query: str) -> InlineKeyboardMarkup:
    """A button each: words to ask them."""
    each = [button(clip(contact.name, 30), "intro", contact.id, f"seek.{fitting(query)}") for contact in people]
    return rows(*in_lines(each, 2))


def give_first(contact_id: int | None, query: str, texts: Texts) -> InlineKeyboardMarkup:
    give = button(texts.label_intro("give"), "intro", contact_id, "give")
    return rows([give], [button(texts.label_intro("anyway"), "intro", contact_id, f"anyway.{fitting(query)}")])


def fitting(query: str) -> str:
    """As much of a query as a button carries."""
    return query.encode()[: DATA_BYTES - _SEEK_BYTES].decode(errors="ignore").strip()


def sought(opener: str, points: Sequence[ContactPoint], texts: Texts) -> InlineKeyboardMarkup | None:
    lines = words(opener, points, texts)
    return rows(*lines) if lines else None
