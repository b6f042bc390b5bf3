"""What Dotty answers to a change, made from the change alone: so a repeated update gets the same answer.

A change in the Store's words (`Change.kind`) has one builder here, which reads what it needs and gives the message.
"""

from collections.abc import Awaitable, Callable

from telegram import InlineKeyboardMarkup, Update

from bot import keyboards
from bot.context import Context
from bot.handlers import (
    done_answers,
    double_answers,
    import_answers,
    intro_answers,
    moments,
    outlook_answers,
    promise_answers,
    questions,
    rework_answers,
    sort_answers,
    tag_answers,
)
from bot.handlers.nudge_messages import close_nudge, close_question, pressed_message, reopen_nudge
from bot.handlers.replies import edit, say
from bot.nudge_cards import open_nudge
from bot.texts import Html
from storage import Card
from storage.models import Change, Contact, Nudge

#: Changes that keep words of the user's, and give the #words of them as tags.
_WITH_WORDS = frozenset({"noted", "touched", "done"})
#: One more than an answer lists, so that it can say there are more.
SHOWN = 21

Answer = tuple[Html, InlineKeyboardMarkup | None]
Builder = Callable[[Context, Change], Awaitable[Answer | None]]


async def answer(update: Update, context: Context, change: Change) -> None:
    """Say what the change did; then put the question that is open now, if the change led to one."""
    told = await _BUILDERS[change.kind](context, change)
    if told is not None:
        text, markup = told
        tags = change.result.get("tags", []) if change.kind in _WITH_WORDS else []
        await say(context, context.texts.tagged_along(text, tags) if tags else text, markup)
    if context.leads_on:
        await questions.put_open(update, context)


async def _cards(context: Context, ids: list[int]) -> list[Card]:
    return await context.db(context.store.cards, context.user.id, ids[:SHOWN])


async def _contact(context: Context, change: Change) -> Contact | None:
    return await context.db(context.store.contact, context.user.id, change.result["contact_id"])


async def _added(context: Context, change: Change) -> Answer | None:
    cards = await _cards(context, change.result["contact_ids"])
    if len(change.result["contact_ids"]) != 1:
        text = context.texts.added(cards, len(change.result["contact_ids"]))
        return text, keyboards.added_many(change.id, context.texts)
    if not cards:
        return None
    contact = cards[0].contact
    text = context.texts.added(cards, 1)
    if contact.rhythm is None:
        text = Html(f"{text}\n{context.texts.how_often()}")
    return text, keyboards.added(contact.id, change.id, context.texts)


async def _merged(context: Context, change: Change) -> Answer | None:
    cards = await _cards(context, [change.result["contact_id"]])
    return (context.texts.merged(cards[0]), keyboards.undo(change.id, context.texts)) if cards else None


async def _edited(context: Context, change: Change) -> Answer | None:
    cards = await _cards(context, [change.result["contact_id"]])
    if not cards:
        return None
    if change.result["fields"] == ["voice"]:
        text = context.texts.voice_set(cards[0].contact.name, cards[0].contact.voice or "warm")
    elif change.result["fields"] == ["cadence_days"]:
        text = context.texts.cadence_set(cards[0].contact, context.today)
    else:
        text = context.texts.edited(cards[0], context.today)
    return text, keyboards.undo(change.id, context.texts)


async def _cadence(context: Context, change: Change) -> Answer | None:
    ids = change.result["contact_ids"]
    contacts = await context.db(context.store.contacts_by_ids, context.user.id, ids)
    if len(contacts) == 1:
        return context.texts.cadence_set(contacts[0], context.today), keyboards.undo(change.id, context.texts)
    names = [contact.name for contact in contacts]
    days = contacts[0].cadence_days if contacts else None
    return context.texts.cadence_set_for(names, days), keyboards.undo(change.id, context.texts)


async def _archived(context: Context, change: Change) -> Answer | None:
    contact = await _contact(context, change)
    say_it = context.texts.archived if change.kind == "archived" else context.texts.restored
    return (say_it(contact.name), keyboards.undo(change.id, context.texts)) if contact else None


async def _noted(context: Context, change: Change) -> Answer | None:
    contact = await _contact(context, change)
    if contact is None:
        return None
    if "touch_id" in change.result:
        return await promise_answers.after_note(context, change)
    cards = await _cards(context, [change.result["contact_id"]])
    written = next((note.text for card in cards for note in card.notes if note.id == change.result["note_id"]), "")
    text = context.texts.noted(contact.name, written)
    return text, keyboards.undo(change.id, context.texts)


async def _touched(context: Context, change: Change) -> Answer | None:
    contacts = await context.db(context.store.contacts_by_ids, context.user.id, change.result["contact_ids"])
    touches = await context.db(context.store.touches_by_ids, context.user.id, change.result["touch_ids"])
    if not contacts or not touches:
        return None
    names = {contact.id: contact.name for contact in contacts}
    for nudge in await _nudges(context, change.result.get("nudge_ids", [])):
        await close_nudge(context, nudge, names.get(nudge.contact_id, ""), "done")
    text = context.texts.touched(
        contacts, on=touches[0].touched_on, note=touches[0].note, today=context.today,
        next_times=[moments.next_time(context, contact) or "" for contact in contacts],
    )  # fmt: skip
    if (asked := await promise_answers.need_question(context, change, contacts[0])) is not None:
        return Html(f"{text}\n{asked[0]}"), asked[1]
    return text, keyboards.undo(change.id, context.texts)


async def _nudges(context: Context, ids: list[int]) -> list[Nudge]:
    found = [await context.db(context.store.nudge, context.user.id, each) for each in ids]
    return [nudge for nudge in found if nudge is not None]


async def _put_off(context: Context, change: Change) -> Answer | None:
    contact = await _contact(context, change)
    nudge = await context.db(context.store.nudge, context.user.id, change.result["nudge_id"])
    if contact is None or nudge is None:
        return None
    await close_nudge(context, nudge, contact.name, change.kind)
    if change.kind == "later" and contact.snoozed_until is not None:
        text = context.texts.later(contact.name, contact.snoozed_until, context.today)
    else:
        text = context.texts.skipped(moments.next_nudge(context))
    return text, keyboards.undo(change.id, context.texts)


async def _opener(context: Context, change: Change) -> Answer | None:
    nudge = await context.db(context.store.nudge, context.user.id, change.result["nudge_id"])
    card = await context.db(context.store.card, context.user.id, (nudge and nudge.contact_id) or 0)
    if nudge is None or card is None:
        return None
    text, markup = open_nudge(context.texts, nudge, card, context.today)
    message_id = pressed_message(context, nudge) or nudge.message_id
    if message_id is not None and await edit(context, message_id, text, markup):
        return None
    return text, markup


async def _planned(context: Context, change: Change) -> Answer | None:
    """A nudge asked for: the old one's message is closed, and the new one sent where it hasn't been."""
    old_id = change.result.get("old_id")
    if old_id is not None:
        old = await context.db(context.store.nudge, context.user.id, old_id)
        contact = await context.db(context.store.contact, context.user.id, (old and old.contact_id) or 0)
        if old is not None and contact is not None:
            await close_nudge(context, old, contact.name, "skipped")
    if change.result.get("nudge_id") is None:
        return context.texts.nobody_else(), None
    nudge = await context.db(context.store.nudge, context.user.id, change.result["nudge_id"])
    if nudge is not None and nudge.sent_at is None:
        nudging = context.bot_data.nudging
        worded = await nudging.by_model(nudge, context.user, context.now())
        if worded is not None:
            await nudging.deliver(worded, context.user, context.now())
    return None


async def _settings(context: Context, change: Change) -> Answer | None:
    user = await context.db(context.store.user, context.user.id)
    if user is None:
        return None
    if change.result["fields"] == ["about"]:
        return await sort_answers.after_about(context, change)
    text = moments.settings_changed(context, user, change.result["fields"])
    if (asked_in := change.result.get("nudge_id")) is not None:
        await close_question(context, asked_in)
        text = text if change.result["fields"] else context.texts.kept_pace()
    return text, keyboards.undo(change.id, context.texts)


async def _undone(context: Context, change: Change) -> Answer | None:
    of = change.result["of"]
    if change.result["undone"] == "turns":
        await outlook_answers.bring_up_to_date(context)
    if change.result["undone"] == "sorted":
        return await sort_answers.brought_back(context, change)
    if change.result["undone"] in intro_answers.BUILDERS:
        return await intro_answers.brought_back(context, change)
    if change.result["undone"] == "imported":
        spared, parted = change.result.get("spared", 0), change.result.get("parted", 0)
        return context.texts.import_undone(of, spared, parted, change.result["kept"]), None
    answered = [*of.get("nudge_ids", []), *(of[key] for key in ("nudge_id", "old_id") if of.get(key))]
    for nudge in await _nudges(context, answered):
        await reopen_nudge(context, nudge)
    count = len(of.get("contact_ids") or []) or of.get("count", 0)
    text = context.texts.undone(context.texts.change(change.result["undone"], change.result["names"], count))
    if change.result.get("kept"):
        text = Html(f"{text} {context.texts.undone_partly()}")
    return text, None


_BUILDERS: dict[str, Builder] = {
    "added": _added,
    "merged": _merged,
    "edited": _edited,
    "cadence": _cadence,
    "archived": _archived,
    "unarchived": _archived,
    "noted": _noted,
    "touched": _touched,
    "done": done_answers.after_done,
    "skipped": _put_off,
    "later": _put_off,
    "opener": _opener,
    "worded": rework_answers.after_wording,
    "asked": _planned,
    "swapped": _planned,
    "settings": _settings,
    "sorted": sort_answers.after_sorted,
    "doubled": double_answers.after_merge,
    "paired": double_answers.after_judging,
    "imported": import_answers.imported,
    "retagged": tag_answers.after_renaming,
    "untagged": tag_answers.after_removing,
    "tag_cadence": tag_answers.after_pacing,
    "bulk": tag_answers.after_bulk,
    "undone": _undone,
    **intro_answers.BUILDERS,
    **promise_answers.BUILDERS,
    **outlook_answers.BUILDERS,
}
