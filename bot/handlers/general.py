"""Help, undo, cancel, and what no other handler knows."""

from datetime import timedelta
from functools import partial

from telegram import Update

from bot import keyboards
from bot.context import Context
from bot.handlers import answers, files, setup
from bot.handlers.replies import nod, say
from bot.handlers.steps import current, wait_for
from bot.rules.schedule import local_day, next_slot

#: How long "undo" surely means the last change; later, it is asked about first.
FRESH = timedelta(hours=12)


async def help_command(update: Update, context: Context) -> None:
    await say(context, context.texts.help())


async def greet(update: Update, context: Context) -> None:
    await say(context, context.texts.greeting())


async def cancel_command(update: Update, context: Context) -> None:
    """Forget the question that is open."""
    waiting, texts = current(context), context.texts
    if waiting is None and await files.take_typed(update, context, "cancel"):
        return
    await wait_for(context, None)
    if waiting == "note":  # the done stays
        await say(context, texts.no_note())
    else:
        await say(context, texts.cancelled() if waiting else texts.nothing_to_cancel())


async def undo_command(update: Update, context: Context) -> None:
    """Take the newest change back, if it is what they have in mind; one of long ago is asked about."""
    last = await context.db(context.store.last_change, context.user.id, now=context.now())
    if last is None or (context.now() - last.change.created_at < FRESH and not last.shown_since):
        await undo_change(update, context, None)
        return
    texts = context.texts
    result = last.change.result
    count = len(result.get("contact_ids") or []) or result.get("count", result.get("new", 0))
    what = texts.change(last.change.kind, list(last.names), count)
    day = local_day(last.change.created_at, context.user.timezone)
    markup = keyboards.undo(last.change.id, texts)
    await say(context, texts.ask_undo(what, day, context.today), markup)


async def press_undo(update: Update, context: Context) -> None:
    """Of an import whose people they have told something about since, it is asked how much of it goes."""
    how = context.pressed.arg
    amended = [] if how else await context.db(context.store.amended, context.user.id, context.pressed.id)
    if amended:
        await nod(update)
        await say(
            context,
            context.texts.ask_undo_import(amended),
            keyboards.undo_import(context.pressed.id, len(amended), context.texts),
        )
    else:
        await undo_change(update, context, context.pressed.id, spare=how != "all")


async def undo_change(update: Update, context: Context, change_id: int | None, *, spare: bool = True) -> None:
    undone = await context.db(
        context.store.undo, context.user.id, context.update_id, change_id,
        now=context.now(), next_slot=partial(next_slot, spread=context.bot_data.spread), spare=spare,
    )  # fmt: skip
    if undone is not None:
        await nod(update)
        await answers.answer(update, context, undone)
    elif change_id is None:
        await say(context, context.texts.nothing_to_undo())
    else:
        change = await context.db(context.store.change, context.user.id, change_id)
        undone_before = change is not None and change.undone_at is not None
        await nod(update, context.texts.already_undone() if undone_before else context.texts.too_old_to_undo())


async def press_skip(update: Update, context: Context) -> None:
    """No answer to whatever was asked."""
    waiting = current(context)
    left = setup.left_questions(context)
    await nod(update)
    if left is not None:
        await setup.skip(update, context, [each for each in left if each != setup.STEPS.get(waiting or "")])
    else:
        await wait_for(context, None)
        await say(context, context.texts.no_note())


async def let_go(update: Update, context: Context) -> None:
    await say(context, context.texts.cancelled())


async def old_button(update: Update, context: Context) -> None:
    """A button that no handler knows: of a version long gone, or made up."""
    await nod(update, context.texts.old_button())


async def unknown_command(update: Update, context: Context) -> None:
    await say(context, context.texts.no_such_command())


async def not_yet_command(update: Update, context: Context) -> None:
    await say(context, context.texts.not_yet())


async def unreadable(update: Update, context: Context) -> None:
    """Photos, stickers, voices and the like."""
    await say(context, context.texts.cant_read())


async def edited(update: Update, context: Context) -> None:
    """A message of theirs that they changed later: it was acted on as it was, and nothing of that is changed."""
    await say(context, context.texts.read_before_edit())
