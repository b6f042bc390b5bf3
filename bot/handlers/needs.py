"""The one light question of what somebody could use, and the answer to it."""

from telegram import Update

from bot.context import Context
from bot.handlers import answers
from bot.handlers.known import find_known
from bot.handlers.replies import edit_buttons, nod, say
from bot.handlers.steps import current, wait_for
from bot.rules.awaited import has_two_capitals
from bot.rules.meanings import Meaning, Named
from bot.rules.needs import declines_need, is_need, tidy_need


async def take_need(update: Update, context: Context, text: str, meaning: Meaning) -> bool:
    """What they could use, or that nothing comes to mind; False for what is about something else."""
    if declines_need(text):
        await _leave(update, context)
        return True
    if not is_need(text, meaning):
        return False
    if isinstance(meaning, Named) and await _is_somebody(context, meaning.query):
        return False
    change = await context.db(
        context.store.set_needs, context.user.id, context.update_id, context.user.step_data["contact_id"],
        tidy_need(text), now=context.now(),
    )  # fmt: skip
    if change is not None:
        await answers.answer(update, context, change)
    else:
        await say(context, context.texts.html(context.texts.gone()))
    return True


async def _is_somebody(context: Context, query: str) -> bool:
    return has_two_capitals(query) or bool((await find_known(context, query)).exact)


async def press_need(update: Update, context: Context) -> None:
    """Skip. An old button only loses its place."""
    await nod(update)
    await _leave(update, context)


async def _leave(update: Update, context: Context) -> None:
    if current(context) == "need":
        await wait_for(context, None)
    await edit_buttons(update, None)
    await say(context, context.texts.no_need())
