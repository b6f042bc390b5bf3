"""What Dotty answers to a change of a promise, to what came of a touch, and to words on one; from the change alone."""

from collections.abc import Awaitable, Callable
from datetime import date

from telegram import InlineKeyboardMarkup

from bot import keyboards
from bot.context import Context
from bot.handlers.heard_back import ASKED_AFTER
from bot.handlers.nudge_messages import KEPT_UP
from bot.handlers.promise_offers import promised_in
from bot.handlers.replies import edit
from bot.texts import Html
from storage.models import Change, Contact, Promise

Answer = tuple[Html, InlineKeyboardMarkup | None]
Builder = Callable[[Context, Change], Awaitable[Answer | None]]
#: Buttons whose message becomes what was done: a reminder's, or those of one promise of the list.
_CLOSING = frozenset({"done", "tomorrow", "week", "drop"})


async def _contact(context: Context, change: Change) -> Contact | None:
    return await context.db(context.store.contact, context.user.id, change.result["contact_id"])


async def _promise(context: Context, change: Change) -> Promise | None:
    return await context.db(context.store.promise, context.user.id, change.result["promise_id"])


async def after_promising(context: Context, change: Change) -> Answer | None:
    contact, promise = await _contact(context, change), await _promise(context, change)
    if contact is None or promise is None:
        return None
    text = context.texts.promised(contact.name, promise, context.today)
    return text, keyboards.promised(promise, change.id, context.texts)


async def after_settling(context: Context, change: Change) -> Answer | None:
    """Moved, kept or dropped: what showed the promise says so from now on."""
    contact, promise = await _contact(context, change), await _promise(context, change)
    if contact is None or promise is None:
        return None
    due = change.result.get("due_on")
    due_on = date.fromisoformat(due) if due else None
    left = context.texts.promise_outcome(contact.name, promise, change.kind, due_on, context.today)
    for message_id in await _shown_in(context, change.result["nudge_ids"], pressed=context.pressed.arg in _CLOSING):
        await edit(context, message_id, left)
    if change.kind == "promise_kept":
        text = context.texts.promise_kept(contact.name, promise)
        return text, keyboards.promise_kept(promise, change.id, context.texts)
    if change.kind == "promise_dropped":
        return context.texts.promise_dropped(contact.name, promise), keyboards.undo(change.id, context.texts)
    text = context.texts.promise_moved(contact.name, promise, due_on, context.today)
    return text, keyboards.undo(change.id, context.texts)


async def _shown_in(context: Context, nudge_ids: list[int], *, pressed: bool) -> list[int]:
    """The messages that carry these follow-ups, and the one whose button was pressed where it is such a one."""
    found = [context.pressed_in] if pressed and context.pressed_in is not None else []
    for nudge_id in nudge_ids:
        found += await context.db(context.store.nudge_messages, context.user.id, nudge_id, limit=KEPT_UP)
    return list(dict.fromkeys(found))


async def after_reply(context: Context, change: Change) -> Answer | None:
    """The question says what was answered; then how it went is asked, or, after several without an answer, what now."""
    contact = await _contact(context, change)
    if contact is None:
        return None
    reply, texts = change.result["reply"], context.texts
    for message_id in await _shown_in(context, change.result["nudge_ids"], pressed=context.pressed.verb == "heard"):
        await edit(context, message_id, texts.heard(contact.name, reply))
    if reply is None:
        return None
    if reply == "yes":
        return texts.how_did_it_go(contact.name), keyboards.with_skip(change.id, texts)
    count = await context.db(context.store.without_answer, context.user.id, contact.id or 0)
    if count and count % ASKED_AFTER == 0:
        return texts.ask_unanswered(contact.name), keyboards.unanswered(contact.id or 0, change.id, texts)
    return texts.no_answer(contact.name), keyboards.undo(change.id, texts)


async def after_leaving(context: Context, change: Change) -> Answer | None:
    contact = await _contact(context, change)
    if contact is None or contact.snoozed_until is None:
        return None
    text = context.texts.left_alone(contact.name, contact.snoozed_until, context.today)
    return text, keyboards.undo(change.id, context.texts)


async def after_need(context: Context, change: Change) -> Answer | None:
    contact = await _contact(context, change)
    if contact is None or not contact.needs:
        return None
    return context.texts.need_noted(contact.name, contact.needs), keyboards.undo(change.id, context.texts)


# The words after a done


async def after_note(context: Context, change: Change) -> Answer | None:
    """Words that came with a touch are kept; the next time they tell, a promise in them, or a need is spoken of."""
    contact = await _contact(context, change)
    if contact is None:
        return None
    lines = [context.texts.note_kept(contact.name)]
    turn_on, not_before = (_day(change.result.get(name)) for name in ("turn_on", "not_before"))
    if turn_on or not_before:
        lines.append(Html(context.texts.told_next_time(turn_on, not_before, context.today)))
    offered = await question(context, change, contact)
    if offered is None:
        return Html("\n".join(lines)), keyboards.undo(change.id, context.texts)
    return Html("\n".join([*lines, offered[0]])), offered[1]


async def need_question(context: Context, change: Change, contact: Contact) -> tuple[str, InlineKeyboardMarkup] | None:
    """What they could use, where that is asked with this change."""
    if not change.result.get("need"):
        return None
    return context.texts.ask_need(contact.name), keyboards.need(contact.id or 0, change.id, context.texts)


async def question(context: Context, change: Change, contact: Contact) -> tuple[str, InlineKeyboardMarkup] | None:
    """The one question that follows from the words: a promise in them, or else a need."""
    note = await context.db(context.store.note, context.user.id, change.result["note_id"])
    promised = promised_in(note, context.user.timezone) if note else None
    if note is None or promised is None:
        return await need_question(context, change, contact)
    markup = keyboards.offer(note.id or 0, context.texts, dated=promised.due_on is not None, change_id=change.id)
    return context.texts.offer_promise(promised, context.today), markup


def _day(kept: str | None) -> date | None:
    return date.fromisoformat(kept) if kept else None


BUILDERS: dict[str, Builder] = {
    "promised": after_promising,
    "promise_moved": after_settling,
    "promise_kept": after_settling,
    "promise_dropped": after_settling,
    "replied": after_reply,
    "left": after_leaving,
    "needed": after_need,
}
