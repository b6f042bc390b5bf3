"""All of a user's data: out as files, or gone."""

import asyncio
import io
import zipfile
from collections.abc import Callable
from typing import Final

from telegram import InputFile, Update

from bot.context import Context
from bot.forgetting import forget_words
from bot.handlers.replies import say
from bot.handlers.steps import step, wait_for
from bot.rules.exporting import to_csv, to_json, to_vcards
from storage.models import User

#: Telegram hands bots files of up to 20 MB; what is to come back some day stays well below that.
LARGEST_PLAIN: Final = 10_000_000


async def export_command(update: Update, context: Context) -> None:
    """Everything, as JSON; the contacts as vCard and CSV too. A file over 10 MB goes as a zip with that file in it, so
    that it can be dropped into the chat again.

    The files are made one at a time, beside the event loop: those of 30,000 contacts take seconds.
    """
    if not context.bot_data.limits.take("exports", context.user.id):
        await say(context, context.texts.enough_exports())
        return
    export = await context.db(context.store.export, context.user.id)
    if export is None:
        await say(context, context.texts.nothing_to_erase())
        return
    await say(context, context.texts.export_ready(len(export.cards)))
    now = context.now()
    writers: dict[str, Callable[[], bytes]] = {"json": lambda: to_json(export, now)}
    if export.cards:
        writers |= {"vcf": lambda: to_vcards(export.cards), "csv": lambda: to_csv(export.cards)}
    for ending, write in writers.items():
        file = await asyncio.to_thread(_file, f"dotty-{context.today.isoformat()}.{ending}", write)
        await context.bot.send_document(context.user.id, file)


def _file(name: str, write: Callable[[], bytes]) -> InputFile:
    content = write()
    if len(content) <= LARGEST_PLAIN:
        return InputFile(content, filename=name)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return InputFile(packed.getvalue(), filename=f"{name}.zip")


async def erase_command(update: Update, context: Context) -> None:
    """Ask for the words that delete everything.

    Where there is nobody and no setting, nothing has to be confirmed: they are new, or it is the words that erased
    everything, delivered once more.
    """
    people = await context.db(context.store.count, context.user.id)
    if not people and _is_untouched(context.user):
        await _erase(update, context)
        return
    await wait_for(context, step(context, "erase"))
    await say(context, context.texts.ask_erase(people))


def _is_untouched(user: User) -> bool:
    """Whether the user never set anything."""
    fresh = User(id=user.id, created_at=user.created_at)
    settings = ("timezone_known", "nudge_weekday", "nudge_time", "people_per_week", "every_weeks", "reminder_on")
    return all(getattr(user, name) == getattr(fresh, name) for name in (*settings, "paused_until"))


async def take_erase(update: Update, context: Context, text: str) -> None:
    """The very words delete everything; any others keep it."""
    if " ".join(text.lower().split()).strip(".!\"'“”") != context.texts.erase_phrase():
        await wait_for(context, None)
        await say(context, context.texts.not_erased())
        return
    await _erase(update, context)


async def _erase(update: Update, context: Context) -> None:
    await context.db(context.store.erase, context.user.id)
    forget_words()
    await say(context, context.texts.erased())
