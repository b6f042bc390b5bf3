"""A promise that the words after "done" tell of: offered as such, and made with a tap or a day.

Nothing of it is kept but the note: what it promises is read from it again, as of the day it was written.
"""

from datetime import date

from telegram import Update

from bot import keyboards
from bot.context import Context
from bot.handlers.promising import make
from bot.handlers.replies import edit_buttons, nod, say
from bot.handlers.steps import step, wait_for
from bot.rules.assent import read_assent
from bot.rules.meanings import Meaning
from bot.rules.outreach_meanings import Promised
from bot.rules.promise_answers import declines, may_be_day
from bot.rules.promise_days import day_of_tap, read_due
from bot.rules.promise_phrases import promise_in
from bot.rules.schedule import local_day
from storage.models import Note

#: An answer to the offer is no longer than this.
_ANSWER_LENGTH = 40


def promised_in(note: Note, timezone: str) -> Promised | None:
    """What a note promises, its day as of when it was written."""
    return promise_in(note.text, today=local_day(note.created_at, timezone))


async def press(update: Update, context: Context, what: str) -> None:
    """Yes, with the day it names · another day · one of the days · no."""
    note = await context.db(context.store.note, context.user.id, context.pressed.id)
    promised = promised_in(note, context.user.timezone) if note else None
    if note is None or promised is None:
        await nod(update, context.texts.promise_gone())
        return
    day = day_of_tap(what, context.today)
    if what == "yes" and promised.due_on is not None and promised.due_on < context.today:
        what = "day"  # an old button, its day gone by
    await nod(update)
    if what == "no":
        await _decline(update, context)
    elif what == "yes":
        await _make(update, context, note, promised, promised.due_on)
    elif what == "none" or day is not None:
        await _make(update, context, note, promised, day)
    else:
        await wait_for(context, step(context, "promise_day", note_id=note.id))
        markup = keyboards.offer(note.id or 0, context.texts, dated=False)
        await say(context, context.texts.ask_promise_day(), markup)


async def _decline(update: Update, context: Context) -> None:
    await wait_for(context, None)
    await edit_buttons(update, None)
    await say(context, context.texts.no_promise())


async def _make(update: Update, context: Context, note: Note, promised: Promised, day: date | None) -> None:
    await make(update, context, note.contact_id, Promised("", promised.text, day))


async def take_answer(update: Update, context: Context, note_id: int, text: str, meaning: Meaning) -> bool:
    """A yes, a no or a day, typed; False for what is about something else."""
    note = await context.db(context.store.note, context.user.id, note_id)
    promised = promised_in(note, context.user.timezone) if note else None
    if note is None or promised is None or len(text) > _ANSWER_LENGTH:
        return False
    day = read_due(text, today=context.today)
    if day is not None:
        await _make(update, context, note, promised, day)
    elif read_assent(text):
        await _make(update, context, note, promised, promised.due_on)
    elif declines(text, meaning):
        await _decline(update, context)
    elif may_be_day(meaning):
        await say(context, context.texts.no_such_day())
    else:
        return False
    return True
