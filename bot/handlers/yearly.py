"""Days that come round every year besides the birthday, and how long before them to be told."""

from telegram import Update

from bot.context import Context
from bot.handlers import answers, naming
from bot.handlers.replies import say
from bot.rules.choices import Choice
from bot.rules.names import fold
from bot.rules.outreach_meanings import Dated, HeadsUp
from storage.models import Change


async def dated(update: Update, context: Context, choice: Choice, meaning: Dated) -> None:
    """Keep the day, or forget it."""
    contact_id = await naming.one(update, context, choice, meaning.who)
    if contact_id is None:
        return
    if not meaning.day:
        await _forget(update, context, contact_id, meaning.name)
        return
    await _answer(update, context, await context.db(
        context.store.set_yearly, context.user.id, context.update_id, contact_id, meaning.name, meaning.day,
        now=context.now(),
    ))  # fmt: skip


async def _forget(update: Update, context: Context, contact_id: int, name: str) -> None:
    dates = await context.db(context.store.yearly_dates, context.user.id, contact_id)
    named = [each for each in dates if fold(each.name) == fold(name)]
    like = named or [each for each in dates if fold(name) in fold(each.name)]
    if len(like) != 1:
        contact = await context.db(context.store.contact, context.user.id, contact_id)
        if contact is None:
            await say(context, context.texts.html(context.texts.gone()))
        else:
            await say(context, context.texts.no_such_date(contact.name, name, [each.name for each in like or dates]))
        return
    await _answer(update, context, await context.db(
        context.store.drop_yearly, context.user.id, context.update_id, like[0].id or 0, now=context.now()
    ))  # fmt: skip


async def heads_up(update: Update, context: Context, choice: Choice, meaning: HeadsUp) -> None:
    contact_id = await naming.one(update, context, choice, meaning.who)
    if contact_id is not None:
        await _answer(update, context, await context.db(
            context.store.set_headsup, context.user.id, context.update_id, contact_id, meaning.days, now=context.now()
        ))  # fmt: skip


async def _answer(update: Update, context: Context, change: Change | None) -> None:
    if change is not None:
        await answers.answer(update, context, change)
    else:
        await say(context, context.texts.html(context.texts.gone()))
