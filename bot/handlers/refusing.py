""" "Not them, because…": in two taps on the nudge, or in words. Each reason does something that lasts."""

from telegram import Update

from bot import keyboards
from bot.context import Context
from bot.handlers import answers, meant
from bot.handlers.nudges import pressed_nudge
from bot.handlers.replies import edit_buttons, nod, say
from bot.rules.choices import Choice
from bot.rules.outreach_meanings import Refused
from bot.rules.rests import REASONS, Because, rest_after


async def refused(update: Update, context: Context, choice: Choice, meaning: Refused) -> None:
    contact_id = await meant.nudged(update, context, choice, meaning.who)
    if contact_id is None:
        if not meaning.who:
            await say(context, context.texts.html(context.texts.no_open_nudge()))
        return
    nudge = await meant.open_about(context, choice, contact_id)
    if meaning.because is not None:
        await set_aside(update, context, contact_id, meaning.because, nudge.id if nudge else None)
        return
    contact = await context.db(context.store.contact, context.user.id, contact_id)
    if contact is None:
        await say(context, context.texts.html(context.texts.gone()))
    else:
        await say(context, context.texts.ask_because(contact.name), keyboards.because(contact_id, context.texts))


async def press_refuse(update: Update, context: Context) -> None:
    """The nudge's buttons become the four reasons; or one of them was pressed."""
    nudge = await pressed_nudge(update, context)
    if nudge is None or nudge.contact_id is None:
        return
    because = _reason(context.pressed.arg)
    if because is None:
        await edit_buttons(update, keyboards.refuse(nudge, context.texts))
    else:
        await set_aside(update, context, nudge.contact_id, because, nudge.id)


async def press_because(update: Update, context: Context) -> None:
    """A reason for somebody whom no nudge names now."""
    await nod(update)
    because = _reason(context.pressed.arg)
    if because is not None:
        await set_aside(update, context, context.pressed.id, because, None)


def _reason(arg: str) -> Because | None:
    return next((each for each in REASONS if each == arg), None)


async def set_aside(update: Update, context: Context, contact_id: int, because: Because, nudge_id: int | None) -> None:
    contact = await context.db(context.store.contact, context.user.id, contact_id)
    if contact is None:
        await say(context, context.texts.html(context.texts.gone()))
        return
    rest = rest_after(because, rhythm=contact.rhythm, last_touch_on=contact.last_touch_on, today=context.today)
    change = await context.db(
        context.store.refuse, context.user.id, context.update_id, contact_id, because, not_before=rest.not_before,
        cadence_days=rest.cadence_days, nudge_id=nudge_id, now=context.now(),
    )  # fmt: skip
    if change is not None:
        await answers.answer(update, context, change)
