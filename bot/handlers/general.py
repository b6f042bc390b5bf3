"""Help, undo, cancel, and what no other handler knows."""

from telegram import Update

from bot import keyboards
from bot.context import Context
from bot.handlers import answers
from bot.handlers.replies import nod, say
from bot.handlers.steps import current, wait_for


async def help_command(update: Update, context: Context) -> None:
    await say(update, context, context.texts.help())


async def greet(update: Update, context: Context) -> None:
    await say(update, context, context.texts.greeting())


async def cancel_command(update: Update, context: Context) -> None:
    """Forget the question that is open."""
    waiting = current(context) is not None
    await wait_for(context, None)
    await say(update, context, context.texts.cancelled() if waiting else context.texts.nothing_to_cancel())


async def undo_command(update: Update, context: Context) -> None:
    """Take the newest change back."""
    await _undo(update, context, None)


async def press_undo(update: Update, context: Context) -> None:
    await _undo(update, context, context.pressed.id)


async def _undo(update: Update, context: Context, change_id: int | None) -> None:
    undone = await context.db(
        context.store.undo, context.user.id, context.update_id, change_id, now=context.now()
    )
    if undone is not None:
        await nod(update)
        await answers.answer(update, context, undone)
    elif change_id is None:
        await say(update, context, context.texts.nothing_to_undo())
    else:
        await nod(update, context.texts.already_undone())


async def press_skip(update: Update, context: Context) -> None:
    """No answer to whatever was asked."""
    left = context.user.step_data.get("left") if current(context) else None
    await nod(update)
    await wait_for(context, None)
    if isinstance(left, list):
        await say(update, context, context.texts.more_questions(), keyboards.setup(context.user, left, context.texts))
    else:
        await say(update, context, context.texts.no_note())


async def let_go(update: Update, context: Context) -> None:
    await say(update, context, context.texts.cancelled())


async def old_button(update: Update, context: Context) -> None:
    """A button that no handler knows: of a version long gone, or made up."""
    await nod(update, context.texts.old_button())


async def unknown_command(update: Update, context: Context) -> None:
    await say(update, context, context.texts.no_such_command())


async def not_yet_command(update: Update, context: Context) -> None:
    await say(update, context, context.texts.not_yet())


async def unreadable(update: Update, context: Context) -> None:
    """Photos, stickers, voices and the like."""
    await say(update, context, context.texts.cant_read())
