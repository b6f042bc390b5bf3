""" "Why Ana?", "why not Ben?": the facts that decided, for whom the open nudge names and for anybody else."""

from telegram import Update

from bot.context import Context
from bot.handlers import meant
from bot.handlers.replies import nod, say
from bot.outlook import account_for
from bot.rules.choices import Choice
from bot.rules.outreach_meanings import Why


async def why(update: Update, context: Context, choice: Choice, meaning: Why) -> None:
    contact_id = await meant.nudged(update, context, choice, meaning.who)
    if contact_id is None and not meaning.who:
        contact_id = await meant.spoken_of(update, context, choice, "")
    if contact_id is not None:
        await _explain(context, contact_id)
    elif not meaning.who:
        await say(context, context.texts.html(context.texts.no_open_nudge()))


async def press_why(update: Update, context: Context) -> None:
    """On a nudge, also on one that was answered."""
    nudge = await context.db(context.store.nudge, context.user.id, context.pressed.id)
    if nudge is None or nudge.contact_id is None:
        await nod(update, context.texts.lost_nudge())
    else:
        await nod(update)
        await _explain(context, nudge.contact_id)


async def _explain(context: Context, contact_id: int) -> None:
    account = await context.db(account_for, context.store, context.user, contact_id, context.now())
    if account is None:
        await say(context, context.texts.html(context.texts.gone()))
    else:
        await say(context, context.texts.account(account, context.today))
