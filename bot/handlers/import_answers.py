"""What is answered about an import: that it is done, why it can't be, and the list of what was left out."""

import asyncio

from telegram import InlineKeyboardMarkup, InputFile, Update

from bot.context import Context
from bot.handlers.replies import edit, nod, say
from bot.import_cards import imported_message
from bot.import_reading import read_import
from bot.rules.skipped_lists import skipped_list
from bot.texts import Html
from storage.models import Change, Import

Answer = tuple[Html, InlineKeyboardMarkup | None]


async def imported(context: Context, change: Change) -> Answer | None:
    """Once more, for the press came again: in the import's own message, which said how far it was."""
    row = await context.db(context.store.import_row, context.user.id, change.result["import_id"])
    if row is None:
        return None
    message = imported_message(row, change, context.texts)
    if row.message_id is not None and await edit(context, row.message_id, *message):
        return None
    return message


def why_not(context: Context, row: Import) -> str:
    """Why Import or Cancel does nothing any more."""
    texts = context.texts
    match row.state:
        case "reading" | "asking":
            return texts.import_still_reading()
        case "running":
            late = context.pressed.arg == "cancel"
            return texts.import_too_late() if late else texts.import_under_way()
        case "done":
            return texts.import_done_already()
        case "undone":
            return texts.import_taken_back()
        case _:
            return texts.import_settled()


async def list_skipped(update: Update, context: Context, row: Import) -> None:
    """As a file, made from the import's file once more."""
    texts = context.texts
    await nod(update)
    async with context.bot_data.importing.reading:
        content = await context.db(context.store.file_of, context.user.id, row.id or 0)
        if content is None:
            await say(context, texts.import_problem("gone"))
            return
        most = context.store.most_contacts
        reading = await asyncio.to_thread(read_import, content, row, context.user, today=context.today, most=most)
    if not reading.skipped:
        await say(context, texts.html(texts.nothing_skipped()))
        return
    listed = skipped_list(reading.skipped, header=texts.skipped_header(), reason=texts.skip_reason)
    await context.bot.send_document(context.user.id, InputFile(listed, filename=texts.skipped_file_name()))
