"""What Dotty answers when a pair is settled: what became of it, and the next pair in its place."""

from telegram import InlineKeyboardMarkup

from bot import keyboards
from bot.context import Context
from bot.handlers import double_pairs
from bot.handlers.replies import edit
from bot.texts import Html
from storage.models import Change

Answer = tuple[Html, InlineKeyboardMarkup | None]


async def after_merge(context: Context, change: Change) -> Answer | None:
    return await _go_on(context, change, context.texts.made_one(change.result["name"], change.result["dropped_name"]))


async def after_judging(context: Context, change: Change) -> Answer | None:
    later = change.result["verdict"] == "later"
    first, second = change.result["contact_ids"]
    but = (first, second) if later else None
    return await _go_on(context, change, context.texts.pair_later() if later else context.texts.kept_apart(), but)


async def _go_on(context: Context, change: Change, said: Html, but: tuple[int, int] | None = None) -> Answer | None:
    """On the message whose button was pressed, else as a new one."""
    shown = await double_pairs.next_pair(context, change.id, but=but)
    text, markup = shown or (context.texts.doubles_done(), keyboards.doubles_ended(change.id, context.texts))
    whole = Html(f"{said}\n\n{text}")
    pressed = context.pressed_in if context.pressed.verb == "double" else None
    if pressed is not None and await edit(context, pressed, whole, markup):
        return None
    return whole, markup
