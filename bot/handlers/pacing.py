"""When somebody is named next: said in words, or settled on the outlook that /next shows."""

from telegram import Update

from bot import keyboards
from bot.context import Context
from bot.handlers import answers, meant, refusing
from bot.handlers.nudges import next_command
from bot.handlers.replies import edit_buttons, nod, replace, say
from bot.outlook import look_ahead
from bot.planning import plan_for
from bot.rules.choices import Choice
from bot.rules.outlooks import turns_exchanged, turns_without
from bot.rules.outreach_meanings import NextTime
from storage import Turn


async def next_time(update: Update, context: Context, choice: Choice, meaning: NextTime) -> None:
    contact_id = await meant.spoken_of(update, context, choice, meaning.who)
    if contact_id is None:
        if not meaning.who:
            await say(context, context.texts.whose_turn())
        return
    change = await context.db(
        context.store.set_next_time, context.user.id, context.update_id, contact_id, on=meaning.on,
        not_before=meaning.not_before, now=context.now(),
    )  # fmt: skip
    if change is not None:
        await answers.answer(update, context, change)
    else:
        await say(context, context.texts.html(context.texts.gone()))


async def press_turn(update: Update, context: Context) -> None:
    """On the outlook: somebody else than them, or the two change places. On "why not them?": one of the reasons."""
    what, _, other = context.pressed.arg.partition(".")
    if what not in ("skip", "swap"):
        await refusing.press_because(update, context)
        return
    outlook = await context.db(look_ahead, context.store, context.user, context.now())
    if what == "skip":
        turns = turns_without(outlook, context.pressed.id)
    else:
        second = int(other) if other.isascii() and other.isdigit() and len(other) < 19 else 0
        turns = turns_exchanged(outlook, context.pressed.id, second)
    if not turns:
        await nod(update, context.texts.outlook_changed())
        if text := context.texts.outlook(outlook, context.today):
            await replace(update, context, text, keyboards.outlook(outlook, context.texts))
        else:
            await edit_buttons(update, None)
        return
    await nod(update)
    change = await context.db(
        context.store.set_turns, context.user.id, context.update_id, [Turn(*turn) for turn in turns], now=context.now()
    )
    if change is not None:
        await answers.answer(update, context, change)


async def press_now(update: Update, context: Context) -> None:
    """Them now, in place of whom the open nudge names; with the id 0 just somebody, where no nudge is open."""
    if not context.pressed.id:
        await nod(update)
        await next_command(update, context)
        return
    store, user = context.store, context.user
    planned = await context.db(plan_for, store, user, context.pressed.id, context.now())
    waiting = await context.db(store.open_nudge, user.id)
    if planned is None:
        await nod(update, context.texts.gone())
        return
    await nod(update)
    if waiting is not None and waiting.contact_id == planned.contact_id:
        await context.bot_data.nudging.show(waiting, user, context.now())
        return
    if waiting is not None:
        change = await context.db(
            store.skip_and_plan, user.id, context.update_id, waiting.id or 0, planned, now=context.now()
        )
    else:
        change = await context.db(store.plan_nudge, user.id, context.update_id, planned, now=context.now())
    await edit_buttons(update, None)
    if change is not None:
        await answers.answer(update, context, change)
