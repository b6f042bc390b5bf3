"""What Dotty answers to a change of whom it names when, made from the change alone."""

from datetime import date
from typing import Any

from telegram import InlineKeyboardMarkup

from bot import keyboards
from bot.context import Context
from bot.handlers.nudge_messages import close_nudge
from bot.handlers.replies import edit
from bot.outlook import look_ahead
from bot.texts import Html
from storage.models import Change, Contact

Answer = tuple[Html, InlineKeyboardMarkup | None]


async def after_next_time(context: Context, change: Change) -> Answer | None:
    contact = await _contact(context, change)
    if contact is None:
        return None
    await _close(context, change, contact)
    on, not_before = _day(change.result, "on"), _day(change.result, "not_before")
    text = context.texts.next_time_set(contact.name, on, not_before, context.today)
    return text, keyboards.undo(change.id, context.texts)


async def after_refusal(context: Context, change: Change) -> Answer | None:
    contact, until = await _contact(context, change), _day(change.result, "not_before")
    if contact is None or until is None:
        return None
    await _close(context, change, contact)
    text = context.texts.set_aside(contact.name, change.result["because"], change.result["days"], until, context.today)
    if not change.result["nudge_ids"]:  # nobody was taken off this week's place
        return text, keyboards.undo(change.id, context.texts)
    return text, keyboards.someone_else(change.id, context.texts)


async def after_turns(context: Context, change: Change) -> Answer | None:
    """The outlook says how it is now, in the message whose button was pressed."""
    outlook = await context.db(look_ahead, context.store, context.user, context.now())
    text = context.texts.outlook(outlook, context.today)
    if not text:
        return context.texts.nobody_after(), keyboards.undo(change.id, context.texts)
    markup = keyboards.outlook(outlook, context.texts, change.id)
    if context.pressed_in is not None and await edit(context, context.pressed_in, text, markup):
        return None
    return text, markup


async def bring_up_to_date(context: Context) -> None:
    """After an Undo on the outlook itself: it says how it is now."""
    outlook = await context.db(look_ahead, context.store, context.user, context.now())
    if context.pressed_in is not None and (text := context.texts.outlook(outlook, context.today)):
        await edit(context, context.pressed_in, text, keyboards.outlook(outlook, context.texts))


async def after_yearly(context: Context, change: Change) -> Answer | None:
    contact = await _contact(context, change)
    if contact is None:
        return None
    dates = await context.db(context.store.yearly_dates, context.user.id, contact.id or 0)
    kept = next((each for each in dates if each.id == change.result["date_id"]), None)
    if kept is None:
        return None
    text = context.texts.yearly_kept(contact.name, kept.name, kept.day, contact.headsup_days)
    return text, keyboards.undo(change.id, context.texts)


async def after_forgetting(context: Context, change: Change) -> Answer | None:
    contact = await _contact(context, change)
    if contact is None:
        return None
    text = context.texts.yearly_forgotten(contact.name, change.result["name"])
    return text, keyboards.undo(change.id, context.texts)


async def after_heads_up(context: Context, change: Change) -> Answer | None:
    contact = await _contact(context, change)
    if contact is None:
        return None
    text = context.texts.heads_up_set(contact.name, change.result["days"])
    return text, keyboards.undo(change.id, context.texts)


BUILDERS = {
    "next_time": after_next_time,
    "refused": after_refusal,
    "turns": after_turns,
    "yearly": after_yearly,
    "unyearly": after_forgetting,
    "headsup": after_heads_up,
}


async def _contact(context: Context, change: Change) -> Contact | None:
    return await context.db(context.store.contact, context.user.id, change.result["contact_id"])


async def _close(context: Context, change: Change, contact: Contact) -> None:
    """The nudges that the change answered say so in their messages."""
    for nudge_id in change.result["nudge_ids"]:
        nudge = await context.db(context.store.nudge, context.user.id, nudge_id)
        if nudge is not None:
            await close_nudge(context, nudge, contact.name, "skipped")


def _day(result: dict[str, Any], name: str) -> date | None:
    return date.fromisoformat(result[name]) if result.get(name) else None
