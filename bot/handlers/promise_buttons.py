"""Answers about promises: the buttons of one, and what is typed when a day is asked for or a reminder came."""

from datetime import timedelta

from telegram import Update

from bot import keyboards
from bot.context import Context
from bot.handlers import answers, promise_offers
from bot.handlers.promising import drop, keep, move, show_promises
from bot.handlers.replies import nod, replace, say
from bot.rules.assent import read_assent
from bot.rules.meanings import Asked, Meaning, Touched
from bot.rules.promise_answers import declines, may_be_day
from bot.rules.promise_days import day_of_tap, read_due
from storage.models import Promise

#: An answer to "by when?" is no longer than this; what is longer is about something else.
_ANSWER_LENGTH = 40


async def press_promise(update: Update, context: Context) -> None:
    """A promise of the list, what is to become of it, or the offer of one that a note tells of."""
    arg = context.pressed.arg
    if arg == "list":
        await nod(update)
        await show_promises(update, context)
        return
    if arg.startswith("o."):
        await promise_offers.press(update, context, arg.removeprefix("o."))
        return
    promise = await context.db(context.store.promise, context.user.id, context.pressed.id)
    if promise is None:
        await nod(update, context.texts.promise_gone())
    elif arg == "touch":
        await _touch_today(update, context, promise)
    elif promise.kept_on is not None or promise.dropped_on is not None:
        await nod(update, context.texts.promise_settled())
    else:
        await _do(update, context, promise, arg)


async def _do(update: Update, context: Context, promise: Promise, arg: str) -> None:
    day = day_of_tap(arg.removeprefix("d."), context.today)
    if day is not None and day == promise.due_on:
        await nod(update, context.texts.promise_there())
        return
    await nod(update)
    if arg in ("done", "kept"):
        await keep(update, context, promise)
    elif arg == "drop":
        await drop(update, context, promise)
    elif day is not None or arg == "d.none":
        await move(update, context, promise, day)
    else:
        contact = await context.db(context.store.contact, context.user.id, promise.contact_id)
        text = context.texts.promise_open(contact.name if contact else "", promise, context.today)
        await replace(update, context, text, keyboards.promise(promise, context.texts, listed=True))


async def _touch_today(update: Update, context: Context, promise: Promise) -> None:
    """Keeping it was being in touch, too. A second tap is the same touch."""
    card = await context.db(context.store.card, context.user.id, promise.contact_id)
    if card is None or any(touch.touched_on == context.today for touch in card.touches):
        await nod(update, context.texts.already_done() if card else context.texts.gone())
        return
    await nod(update)
    change = await context.db(
        context.store.log_touches, context.user.id, context.update_id, [promise.contact_id], on=context.today,
        now=context.now(),
    )  # fmt: skip
    if change is not None:
        await answers.answer(update, context, change)


async def take_reply(update: Update, context: Context, promise_id: int, text: str, meaning: Meaning) -> bool:
    """What was typed in reply to a reminder: done, a day, or that it is dropped; False for anything else."""
    promise = await context.db(context.store.promise, context.user.id, promise_id)
    if promise is None:
        return False
    if meaning == Asked("cancel"):
        await drop(update, context, promise)
    elif (day := read_due(text, today=context.today)) is not None:
        await move(update, context, promise, day)
    elif meaning == Asked("later"):
        await move(update, context, promise, context.today + timedelta(days=1))
    elif read_assent(text) or (isinstance(meaning, Touched) and not (meaning.who or meaning.note)):
        await keep(update, context, promise)
    else:
        return False
    return True


async def take_day(update: Update, context: Context, text: str, meaning: Meaning) -> bool:
    """An answer to "by when?": a day, or none; False for what is about something else."""
    data = context.user.step_data
    if "note_id" in data:
        return await promise_offers.take_answer(update, context, data["note_id"], text, meaning)
    promise = await context.db(context.store.promise, context.user.id, data.get("promise_id", 0))
    if promise is None or len(text) > _ANSWER_LENGTH:
        return False
    day = read_due(text, today=context.today)
    if day is not None or declines(text, meaning):
        await move(update, context, promise, day)
        return True
    if may_be_day(meaning):
        await say(context, context.texts.no_such_day())
        return True
    return False
