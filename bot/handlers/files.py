"""A file sent to the chat: taken in, previewed, imported. The work itself is done in the background (bot.importing)."""

from typing import Any

from telegram import Document, Update
from telegram.error import BadRequest

from bot import keyboards
from bot.context import Context
from bot.handlers import import_answers
from bot.handlers.replies import edit, nod, replace, say
from bot.import_cards import import_message
from bot.rules.assent import read_assent
from bot.rules.column_answers import read_column
from bot.rules.names import clean_text
from storage.models import Import
from storage.models.imports import OPEN

#: What a bot may fetch, in bytes (https://core.telegram.org/bots/api#getfile).
DOWNLOAD_LIMIT = 20 * 1024 * 1024
#: What is typed at a preview.
_WORDS = {"import": True, "import them": True, "cancel": False}
#: More people than this in one message are shown before they are taken in, as a file's are.
MOST_TYPED = 20
#: Files of one user's that are read or written at a time; each is kept whole until then.
MOST_UNDER_WAY = 5


async def document(update: Update, context: Context) -> None:
    """Fetch the file and keep it; from there on it is an import."""
    sent = update.message.document if update.message else None
    if sent is None:
        return
    row = await context.db(context.store.import_of, context.user.id, context.update_id)
    if row is None:
        if await context.db(context.store.imports_under_way, context.user.id) >= MOST_UNDER_WAY:
            await say(context, context.texts.too_many_files())
            return
        if not await _may_read_more(context):
            return
        content = await _fetch(context, sent)
        if content is None:
            await say(context, context.texts.file_too_big())
            return
        row = await _open(context, content, sent.file_name or "")
    await _put(context, row)


async def take_in_text(context: Context, text: str) -> None:
    """A pasted list of many people goes the way of a file."""
    row = await context.db(context.store.import_of, context.user.id, context.update_id)
    if row is None and not await _may_read_more(context):
        return
    await _put(context, row or await _open(context, text.encode(), ""))


async def _may_read_more(context: Context) -> bool:
    """Whether the user has not had many files read of late; they are told if so."""
    if context.bot_data.limits.take("files", context.user.id):
        return True
    await say(context, context.texts.files_for_now())
    return False


async def _fetch(context: Context, sent: Document) -> bytes | None:
    """The file's content; None where Telegram won't give so much to a bot."""
    if sent.file_size and sent.file_size > DOWNLOAD_LIMIT:
        return None
    async with context.bot_data.importing.fetching:
        try:
            file = await context.bot.get_file(sent.file_id)
        except BadRequest as error:
            if "too big" not in error.message.lower():
                raise
            return None
        return bytes(await file.download_as_bytearray())


async def _open(context: Context, content: bytes, name: str) -> Import:
    shown = " ".join(clean_text(name).split())  # without what could make it look like another
    return await context.db(
        context.store.open_import, context.user.id, context.update_id, file_name=shown, content=content,
        now=context.now(),
    )  # fmt: skip


async def _put(context: Context, row: Import) -> None:
    """Show the import in a message of its own, unless it has one, and go on with it."""
    if row.message_id is None:
        row = await _show_anew(context, row)
    await context.bot_data.importing.begin(row)


async def _show_anew(context: Context, row: Import) -> Import:
    """In a new message, which is the import's from now on; the one before points to it, so that only one has buttons."""
    message_id = await say(context, *import_message(row, context.texts))
    if row.message_id is not None:
        await edit(context, row.message_id, context.texts.import_further_down())
    kept = await _change(context, row, (row.state,), message_id=message_id)
    return kept or row


async def _change(context: Context, row: Import, states: tuple[str, ...], **values: Any) -> Import | None:
    return await context.db(context.store.change_import, context.user.id, row.id or 0, states=states, **values)


async def import_command(update: Update, context: Context) -> None:
    """How to get a file of people out of other programs; or the preview that waits for an answer."""
    row = await context.db(context.store.ready_import, context.user.id, now=context.now())
    if row is not None and _is_open(row):
        await _show_anew(context, row)
    else:
        await say(context, context.texts.import_guide())


async def take_typed(update: Update, context: Context, text: str) -> bool:
    """Whether the text answers a preview, or a question about a column, that is open: as its buttons would."""
    said, field = _WORDS.get(text.lower().strip(" .!"), read_assent(text)), read_column(text)
    if said is None and field is None:
        return False
    row = await context.db(context.store.ready_import, context.user.id, now=context.now())
    if row is None or not _is_open(row):
        return False
    if row.state == "asking":
        return await _take_column(update, context, row, text, field)
    if said is None:
        return False
    await (_go(update, context, row) if said else _cancel(update, context, row))
    return True


async def _take_column(update: Update, context: Context, row: Import, text: str, field: str | None) -> bool:
    if text.lower().strip(" .!") == "cancel":
        await _cancel(update, context, row)
        return True
    headers = [each["header"] for each in row.counts.get("unknown", [])]
    number = next((number for number, header in enumerate(headers) if header not in row.columns), None)
    if field is None or number is None:
        return False
    await _tell_column(update, context, row, number, field)
    return True


async def press_import(update: Update, context: Context) -> None:
    """Import, Cancel, or What was left out."""
    row = await context.db(context.store.import_row, context.user.id, context.pressed.id)
    if row is None:
        await nod(update, context.texts.old_button())
        return
    match context.pressed.arg:
        case "go":
            await _go(update, context, row)
        case "cancel":
            await _cancel(update, context, row)
        case "skipped":
            await import_answers.list_skipped(update, context, row)
        case _:
            await nod(update, context.texts.old_button())


async def _go(update: Update, context: Context, row: Import) -> None:
    """Have it written, in the background. Delivered again meanwhile, it says the same."""
    go = {"state": "running", "go_update_id": context.update_id, "work_at": context.now()}
    running = await _change(context, row, ("ready",), **go) if _may_go(row) else None
    if running is None and row.state == "running" and row.go_update_id == context.update_id:
        running = row
    if running is None:
        await _tell(update, context, import_answers.why_not(context, row))
        return
    await nod(update)
    await _show(update, context, running)
    await context.bot_data.importing.begin(running)


def _is_open(row: Import) -> bool:
    """Whether it waits for an answer; one that brings nothing has nothing to ask."""
    return row.state == "asking" or _may_go(row)


def _may_go(row: Import) -> bool:
    """The preview has an Import button: an old or made-up one of another state does nothing."""
    return row.state == "ready" and "room" not in row.counts and bool(row.counts["new"] or row.counts["updated"])


async def _cancel(update: Update, context: Context, row: Import) -> None:
    cancelled = await _change(context, row, OPEN, state="cancelled", work_at=None)
    if cancelled is None and row.state != "cancelled":
        await _tell(update, context, import_answers.why_not(context, row))
        return
    await nod(update)
    await _show(update, context, cancelled or row)


async def _tell(update: Update, context: Context, text: str) -> None:
    """In passing where a button was pressed; as a message where it was typed."""
    if update.callback_query is None:
        await say(context, context.texts.html(text))
    else:
        await nod(update, text)


async def _show(update: Update, context: Context, row: Import) -> None:
    """In the import's own message: that of the button, or else the one that is kept."""
    message = import_message(row, context.texts)
    if update.callback_query is not None:
        await replace(update, context, *message)
    elif row.message_id is None or not await edit(context, row.message_id, *message):
        await say(context, *message)


async def press_column(update: Update, context: Context) -> None:
    """What a column is: `number.field`, or that it, or all from it on, is left out. Then the next is asked, or the
    file is read again."""
    row = await context.db(context.store.import_row, context.user.id, context.pressed.id)
    number, _, field = context.pressed.arg.partition(".")
    headers = [each["header"] for each in row.counts.get("unknown", [])] if row is not None else []
    known = field in (*keyboards.COLUMNS, "out", "rest") and number.isascii() and number.isdigit()
    if row is None or row.state != "asking" or not known or not int(number[:3]) < len(headers):
        await nod(update, context.texts.old_question())
        return
    await nod(update)
    await _tell_column(update, context, row, int(number[:3]), field)


async def _tell_column(update: Update, context: Context, row: Import, number: int, field: str) -> None:
    """That the column of that number is `field`, is left out ("out"), or that all from it on are ("rest")."""
    headers = [each["header"] for each in row.counts.get("unknown", [])]
    told = headers[number:] if field == "rest" else [headers[number]]
    columns = {**dict.fromkeys(told, "" if field in ("out", "rest") else field), **row.columns}
    left = [header for header in headers if header not in columns]
    onward = {} if left else {"state": "reading", "work_at": context.now()}
    changed = await _change(context, row, ("asking",), columns=columns, **onward)
    if changed is not None:
        await _show(update, context, changed)
        await context.bot_data.importing.begin(changed)
