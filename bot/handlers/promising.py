"""Promises: made, moved, kept, dropped, and shown."""

from datetime import date, datetime

from telegram import Update

from bot import keyboards
from bot.context import Context
from bot.handlers import answers, naming, questions
from bot.handlers.replies import replace, say
from bot.handlers.spoken_of import last_spoken_of, of_step
from bot.handlers.steps import step, wait_for
from bot.rules.choices import Choice
from bot.rules.kept_promises import fitting
from bot.rules.outreach_meanings import Kept, Promised
from bot.rules.promise_days import remind_at
from storage.models import Change, Promise


async def promised(update: Update, context: Context, choice: Choice, meaning: Promised) -> None:
    contact_id = await _whom(update, context, choice, meaning.who)
    if contact_id is not None:
        await make(update, context, contact_id, meaning)


async def _whom(update: Update, context: Context, choice: Choice, who: str) -> int | None:
    """Whom it is about; None once that had to be asked."""
    if who or "" in choice.picked:
        return await naming.one(update, context, choice, who)
    contact_id = await last_spoken_of(context, choice)
    if contact_id is None:
        await questions.ask_likely(update, context, choice.meant_as("promise"))
    return contact_id


async def make(update: Update, context: Context, contact_id: int, meaning: Promised) -> None:
    """Write the promise; where it has no day, that is asked once."""
    then = None if meaning.due_on else step(context, "promise_day", contact_id=contact_id)
    change = await context.db(
        context.store.make_promise, context.user.id, context.update_id, contact_id, meaning.text,
        due_on=meaning.due_on, remind_at=_remind_at(context, meaning.due_on), now=context.now(), then=then,
    )  # fmt: skip
    if change is not None:
        await answers.answer(update, context, change)
    elif await context.db(context.store.contact, context.user.id, contact_id) is None:
        await say(context, context.texts.html(context.texts.gone()))
    else:
        await say(context, context.texts.promised_already())


# Kept


async def kept(update: Update, context: Context, choice: Choice, meaning: Kept) -> None:
    """The promise that fits the words, or the only one; where several may be meant, which one is asked."""
    if not meaning.who and "" not in choice.picked and (told := await _of_the_reminder(context, choice)) is not None:
        await keep(update, context, told)
        return
    contact_id = await _whom(update, context, choice, meaning.who)
    contact = None if contact_id is None else await context.db(context.store.contact, context.user.id, contact_id)
    if contact is None:
        return
    open_ones = await context.db(context.store.open_promises, context.user.id, contact_id)
    found = fitting(meaning.text, open_ones)
    if len(found) == 1:
        await keep(update, context, found[0])
    elif open_ones:
        shown = found or open_ones
        markup = keyboards.promises(shown, {contact.id or 0: contact.name}, context.texts, "kept")
        await say(context, context.texts.which_promise(contact.name), markup)
    else:
        markup = keyboards.touch_today(contact.id or 0, context.texts)
        await say(context, context.texts.no_promise_to(contact.name), markup)


async def _of_the_reminder(context: Context, choice: Choice) -> Promise | None:
    """What the replied-to reminder is about, or the one sent last, where it isn't answered."""
    nudge = None
    if choice.nudge_id is not None:
        nudge = await context.db(context.store.nudge, context.user.id, choice.nudge_id)
    if nudge is not None and nudge.kind == "promise":
        return await context.db(context.store.promise, context.user.id, nudge.about_id or 0)
    if await of_step(context) is not None:  # somebody else is spoken of by now
        return None
    return await context.db(context.store.waiting_reminder, context.user.id)


async def keep(update: Update, context: Context, promise: Promise) -> None:
    change = await context.db(
        context.store.keep_promise, context.user.id, context.update_id, promise.id or 0, on=context.today,
        now=context.now(),
    )  # fmt: skip
    await _answer(update, context, change)


async def _answer(update: Update, context: Context, change: Change | None) -> None:
    if change is not None:
        await answers.answer(update, context, change)
    else:
        await say(context, context.texts.html(context.texts.promise_settled()))


async def keep_reminded(update: Update, context: Context) -> bool:
    """A bare "done" with no nudge open: it means the reminder that was sent; False where none waits."""
    promise = await context.db(context.store.waiting_reminder, context.user.id)
    if promise is not None:
        await keep(update, context, promise)
    return promise is not None


def _remind_at(context: Context, day: date | None) -> datetime | None:
    return remind_at(context.user, day, context.now(), context.bot_data.spread)


# Moved and dropped


async def move(update: Update, context: Context, promise: Promise, day: date | None) -> None:
    change = await context.db(
        context.store.move_promise, context.user.id, context.update_id, promise.id or 0, day,
        remind_at=_remind_at(context, day), now=context.now(),
    )  # fmt: skip
    if change is not None:
        await answers.answer(update, context, change)
        return
    await wait_for(context, None)
    if day is None:
        await say(context, context.texts.html(context.texts.no_day()))
    else:
        await say(context, context.texts.html(context.texts.promise_there()))


async def drop(update: Update, context: Context, promise: Promise) -> None:
    change = await context.db(
        context.store.drop_promise, context.user.id, context.update_id, promise.id or 0, on=context.today,
        now=context.now(),
    )  # fmt: skip
    await _answer(update, context, change)


# Shown


async def show_promises(update: Update, context: Context) -> None:
    """What is open, those due first on top; a tap on one shows what can be done with it."""
    shown = await context.db(context.store.open_promises, context.user.id)
    ids = list(dict.fromkeys(promise.contact_id for promise in shown))
    contacts = await context.db(context.store.contacts_by_ids, context.user.id, ids)
    names = {contact.id or 0: contact.name for contact in contacts}
    lines = [context.texts.promise_line(names.get(each.contact_id, ""), each, context.today) for each in shown]
    markup = keyboards.promises(shown, names, context.texts) if shown else None
    await replace(update, context, context.texts.promise_list(lines), markup)
