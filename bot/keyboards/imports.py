"""Buttons of a file of people: what to do with it, and what its columns are."""

from telegram import InlineKeyboardMarkup

from bot.keyboards.data import button, in_lines, rows
from bot.rules.files.shapes import Field
from bot.texts import Texts

#: What a column that Dotty doesn't know may be, in the order of its buttons.
COLUMNS: tuple[Field, ...] = (
    "name", "first", "last", "company", "role", "email", "phone", "city", "notes", "tags", "met", "birthday",
)  # fmt: skip


def preview(import_id: int | None, texts: Texts, *, go: bool, skipped: bool) -> InlineKeyboardMarkup | None:
    """`go`: there is something to take in."""
    doing = [button(texts.label_import(what), "import", import_id, what) for what in ("go", "cancel")] if go else []
    listing = [button(texts.label_import("skipped"), "import", import_id, "skipped")] if skipped else []
    return rows(doing, listing) if doing or listing else None


def stop_import(import_id: int | None, texts: Texts) -> InlineKeyboardMarkup:
    return rows([button(texts.label_import("cancel"), "import", import_id, "cancel")])


def imported(
    change_id: int | None, import_id: int | None, texts: Texts, *, sort: bool, skipped: bool
) -> InlineKeyboardMarkup:
    first = [button(texts.label_import("sort"), "sort")] if sort else []
    listing = [button(texts.label_import("skipped"), "import", import_id, "skipped")] if skipped else []
    return rows(first, [button(texts.label("undo"), "undo", change_id), *listing])


def undo_import(change_id: int | None, amended: int, texts: Texts) -> InlineKeyboardMarkup:
    """How much of an import goes, where `amended` people have been told about since."""
    return rows(
        [button(texts.label_undo_import("spare", amended), "undo", change_id, "spare")],
        [button(texts.label_undo_import("all", amended), "undo", change_id, "all")],
    )


def columns(import_id: int | None, number: int, texts: Texts) -> InlineKeyboardMarkup:
    """What the column of that number is; "rest" leaves it and all after it out."""
    fields = [button(texts.column(name), "column", import_id, f"{number}.{name}") for name in COLUMNS]
    out = [button(texts.label_import(what), "column", import_id, f"{number}.{what}") for what in ("out", "rest")]
    cancel = [button(texts.label_import("cancel"), "import", import_id, "cancel")]
    return rows(*in_lines(fields, 3), out, cancel)
