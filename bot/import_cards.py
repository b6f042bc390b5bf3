"""The message of an import, as it stands: made from its row alone, in the background and for a button alike."""

from typing import assert_never

from telegram import InlineKeyboardMarkup

from bot import keyboards
from bot.texts import Html, Texts
from storage.models import Change, Import

Message = tuple[Html, InlineKeyboardMarkup | None]


def import_message(row: Import, texts: Texts) -> Message:
    """What the message of an import that isn't done says; ValueError for one that is."""
    counts = row.counts
    match row.state:
        case "asking":
            return _column_message(row, texts)
        case "ready":
            return _preview_message(row, texts)
        case "running":
            return texts.import_running(0, 0), None
        case "cancelled":
            return texts.import_cancelled(), None
        case "failed":
            skipped = keyboards.preview(row.id, texts, go=False, skipped=bool(counts.get("skipped")))
            return texts.import_problem(counts.get("problem", "fault"), room=counts.get("room", 0)), skipped
        case "reading":
            return texts.import_reading(row.file_name), keyboards.stop_import(row.id, texts)
        case "done" | "undone":
            raise ValueError(f"its change tells: {row.state}")
        case _:
            assert_never(row.state)


def _preview_message(row: Import, texts: Texts) -> Message:
    counts = row.counts
    go = bool(counts["new"] or counts["updated"]) and "room" not in counts
    markup = keyboards.preview(row.id, texts, go=go, skipped=bool(counts.get("skipped")))
    return texts.import_preview(row.file_name, row.format, counts), markup


def _column_message(row: Import, texts: Texts) -> Message:
    """The first column that nobody has told the meaning of."""
    unknown = row.counts.get("unknown", [])
    number = next((number for number, column in enumerate(unknown) if column["header"] not in row.columns), None)
    if number is None:
        return texts.import_reading(row.file_name), None
    column = unknown[number]
    asked = texts.ask_column(column["header"], column["samples"], number + 1, len(unknown))
    return asked, keyboards.columns(row.id, number, texts)


def imported_message(row: Import, change: Change, texts: Texts) -> Message:
    """What an import that is done says."""
    new, updated = change.result.get("new", 0), change.result.get("updated", 0)
    sort = bool(new) and row.format != "dotty"
    skipped = bool(row.counts.get("skipped"))
    markup = keyboards.imported(change.id, row.id, texts, sort=sort, skipped=skipped)
    return texts.imported(new, updated, row.counts, sort=sort), markup
