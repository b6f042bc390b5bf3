""" "Heard back?": what came of a touch, and what to do where nothing ever comes."""

from datetime import timedelta

from telegram import Update

from bot import keyboards
from bot.context import Context
from bot.handlers import answers
from bot.handlers.replies import nod, replace, say
from bot.handlers.steps import step
from bot.rules.assent import read_assent
from bot.rules.heard_phrases import read_heard
from bot.rules.meanings import Meaning
from storage.models import Contact

LEFT_FOR = timedelta(days=365)
#: After so many without an answer, and again after as many more, it is asked what to do.
ASKED_AFTER = 3


async def press_heard(update: Update, context: Context) -> None:
    """An answer to the question (the id is the touch's), or what to do after several without one (the contact's)."""
    match context.pressed.arg:
        case "yes" | "no" as reply:
            await _take(update, context, context.pressed.id, reply)
        case "notyet":
            await _take(update, context, context.pressed.id, None)
        case "way" | "leave" | "keep" as what:
            await _unanswered(update, context, what)
        case _:
            await nod(update, context.texts.question_settled())


async def _take(update: Update, context: Context, touch_id: int, reply: str | None) -> None:
    if not await _set(update, context, touch_id, reply):
        await nod(update, context.texts.question_settled())


async def _set(update: Update, context: Context, touch_id: int, reply: str | None) -> bool:
    """Write the answer; after a yes, how it went is waited for. False where it is settled or gone."""
    then = step(context, "went", touch_id=touch_id) if reply == "yes" else None
    change = await context.db(
        context.store.set_reply, context.user.id, context.update_id, touch_id, reply, now=context.now(), then=then
    )
    if change is not None:
        await nod(update)
        await answers.answer(update, context, change)
    return change is not None


async def take_reply(update: Update, context: Context, touch_id: int, text: str, meaning: Meaning) -> bool:
    """What was typed in reply to the question; False for anything that is no answer."""
    said = read_heard(text)
    if said is None:
        assent = read_assent(text)
        said = None if assent is None else "yes" if assent else "not yet"
    if said is None:
        return False
    if not await _set(update, context, touch_id, None if said == "not yet" else said):
        await say(context, context.texts.html(context.texts.question_settled()))
    return True


async def _unanswered(update: Update, context: Context, what: str) -> None:
    contact = await context.db(context.store.contact, context.user.id, context.pressed.id)
    if contact is None:
        await nod(update, context.texts.gone())
    elif what == "way":
        await nod(update)
        await _show_ways(context, contact)
    elif what == "leave":
        await _leave(update, context, contact)
    else:
        await nod(update)
        await replace(update, context, context.texts.kept_as_is(contact.name))


async def _show_ways(context: Context, contact: Contact) -> None:
    """How they can be reached: links that open a chat, and the rest to read."""
    card = await context.db(context.store.card, context.user.id, contact.id or 0)
    points = [point for point in card.points if point.kind != "telegram_id"] if card else []
    told = [(context.texts.point_kind(point.kind), point.value) for point in points]
    text = context.texts.fit([context.texts.ways_to_reach(contact.name, known=bool(points)),
                              *context.texts.point_lines(told)])  # fmt: skip
    await say(context, text, keyboards.ways(keyboards.reach(points, "", context.texts)))


async def _leave(update: Update, context: Context, contact: Contact) -> None:
    change = await context.db(
        context.store.leave_contact, context.user.id, context.update_id, contact.id or 0,
        until=context.today + LEFT_FOR, now=context.now(),
    )  # fmt: skip
    await nod(update, "" if change else context.texts.question_settled())
    if change is not None:
        await answers.answer(update, context, change)
