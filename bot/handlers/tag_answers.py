"""What Dotty answers to a change of a tag, and of many people at once, made from the change alone."""

from telegram import InlineKeyboardMarkup

from bot import keyboards
from bot.context import Context
from bot.texts import Html
from storage.models import Change

Answer = tuple[Html, InlineKeyboardMarkup | None]


async def after_renaming(context: Context, change: Change) -> Answer:
    return context.texts.retagged(change.result), keyboards.undo(change.id, context.texts)


async def after_removing(context: Context, change: Change) -> Answer:
    return context.texts.untagged(change.result), keyboards.undo(change.id, context.texts)


async def after_pacing(context: Context, change: Change) -> Answer:
    return context.texts.tag_paced(change.result), keyboards.undo(change.id, context.texts)


async def after_bulk(context: Context, change: Change) -> Answer:
    return context.texts.bulk_done(change.result), keyboards.undo(change.id, context.texts)
