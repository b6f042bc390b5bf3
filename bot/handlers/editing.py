"""Changing what is known of a person: facts, notes, cadence, archive."""

import re
from typing import cast

from telegram import Update

from bot import keyboards
from bot.context import Context
from bot.handlers import answers, naming, people
from bot.handlers.replies import nod, replace, say
from bot.handlers.steps import step, wait_for
from bot.rules.choices import Choice
from bot.rules.fact_values import normalised
from bot.rules.meanings import Archived, Changed, ChangedField, Noted
from bot.rules.names import clean_name
from bot.rules.tag_names import tags_in
from bot.texts import Html
from storage.models import Change, Contact

POINTS = ("phone", "email", "link", "telegram")
#: Of these a contact has several, typed with commas between or a line each.
SEVERAL = ("phone", "email", "link")
SEPARATORS = re.compile(r"[,;\n]")
#: Column of each field that is a column.
COLUMNS = {"cadence": "cadence_days"}
CLEAR = frozenset({"none", "-", "clear", "nothing", "remove"})
NOTE_LENGTH = 4000


async def changed(update: Update, context: Context, choice: Choice, meaning: Changed) -> None:
    """ "Ana moved to Berlin": change the card."""
    contact_id = await naming.one(update, context, choice, meaning.who)
    if contact_id is not None:
        await write_facts(update, context, contact_id, dict(meaning.facts))


async def write_facts(update: Update, context: Context, contact_id: int, facts: dict[ChangedField, str]) -> None:
    """Write normalised facts; points and tags are added to those that are there, but there is one username."""
    values: dict[str, object] = {}
    for field, value in facts.items():
        if field not in (*POINTS, "tag", "untag"):
            values[COLUMNS.get(field, field)] = int(value) if field == "cadence" else value
    points = [(field, value) for field, value in facts.items() if field in POINTS]
    tags = [tag.strip() for tag in facts.get("tag", "").split(",") if tag.strip()]
    await _answer(update, context, await context.db(
        context.store.edit_contact, context.user.id, context.update_id, contact_id,
        values=values, points=points, remove_points=[("telegram", None)] if "telegram" in facts else [], tags=tags,
        remove_tags=[facts["untag"]] if "untag" in facts else [], now=context.now(),
    ))  # fmt: skip


async def _answer(update: Update, context: Context, change: Change | None) -> None:
    if change is None:
        await say(context, context.texts.html(context.texts.gone()))
    else:
        await answers.answer(update, context, change)


async def noted(update: Update, context: Context, choice: Choice, meaning: Noted) -> None:
    contact_id = await naming.one(update, context, choice, meaning.who)
    if contact_id is None:
        return
    if meaning.text:
        await write_note(update, context, contact_id, meaning.text)
    else:
        await ask_note(update, context, contact_id)


async def write_note(update: Update, context: Context, contact_id: int, text: str) -> None:
    """Keep a note; its #words are tags of the person too, unless they are somebody else's words, forwarded."""
    forwarded = update.message is not None and update.message.forward_origin is not None
    tags = [] if forwarded else tags_in(text)
    await _answer(update, context, await context.db(
        context.store.add_note, context.user.id, context.update_id, contact_id, text[:NOTE_LENGTH],
        on=context.today, tags=tags, now=context.now(),
    ))  # fmt: skip


async def ask_note(update: Update, context: Context, contact_id: int, text: Html | None = None) -> None:
    """Ask what to remember, in these words or the usual ones."""
    contact = await _contact(update, context, contact_id)
    if contact is not None:
        await wait_for(context, step(context, "note_on", contact_id=contact_id, token=context.update_id))
        await say(context, text or context.texts.ask_note(contact.name), keyboards.skip(context.texts))


async def _contact(update: Update, context: Context, contact_id: int) -> Contact | None:
    contact = await context.db(context.store.contact, context.user.id, contact_id)
    if contact is None:
        await say(context, context.texts.html(context.texts.gone()))
    return contact


async def archived(update: Update, context: Context, choice: Choice, meaning: Archived) -> None:
    contact_id = await naming.one(update, context, choice, meaning.who)
    if contact_id is not None:
        await _archive(update, context, contact_id)


async def _archive(update: Update, context: Context, contact_id: int) -> None:
    await _answer_status(update, context, contact_id, await context.db(
        context.store.archive, context.user.id, context.update_id, contact_id, now=context.now()
    ))  # fmt: skip


async def press_archive(update: Update, context: Context) -> None:
    await nod(update)
    await _archive(update, context, context.pressed.id)


async def press_restore(update: Update, context: Context) -> None:
    await nod(update)
    await _answer_status(update, context, context.pressed.id, await context.db(
        context.store.unarchive, context.user.id, context.update_id, context.pressed.id, now=context.now()
    ))  # fmt: skip


async def _answer_status(update: Update, context: Context, contact_id: int, change: Change | None) -> None:
    """Archived, or brought back; where they were so already, the card says it."""
    if change is None:
        await people.show_card(update, context, contact_id)
    else:
        await answers.answer(update, context, change)


async def press_note(update: Update, context: Context) -> None:
    await nod(update)
    await ask_note(update, context, context.pressed.id)


async def press_cadence(update: Update, context: Context) -> None:
    """On a card: which rhythm?"""
    await nod(update)
    if await _contact(update, context, context.pressed.id) is not None:
        await replace(update, context, context.texts.how_often(), keyboards.cadences(context.pressed.id, context.texts))


async def press_every(update: Update, context: Context) -> None:
    """A rhythm, in days; 0 is none."""
    await nod(update)
    days = min(context.pressed.number, 3650)
    await _answer(update, context, await context.db(
        context.store.set_cadence, context.user.id, context.update_id, [context.pressed.id], days or None,
        now=context.now(),
    ))  # fmt: skip


async def press_everyone(update: Update, context: Context) -> None:
    """A rhythm for everybody that one change added."""
    await nod(update)
    added = await context.db(context.store.change, context.user.id, context.pressed.id)
    ids = added.result.get("contact_ids", []) if added else []
    days = min(context.pressed.number, 3650)
    await _answer(update, context, await context.db(
        context.store.set_cadence, context.user.id, context.update_id, ids, days or None, now=context.now()
    ))  # fmt: skip


async def press_edit(update: Update, context: Context) -> None:
    """On a card: which fact?"""
    await nod(update)
    contact = await _contact(update, context, context.pressed.id)
    if contact is not None:
        await replace(
            update, context, context.texts.ask_field(contact.name), keyboards.fields(contact.id, context.texts)
        )


async def press_field(update: Update, context: Context) -> None:
    """Which value?"""
    await nod(update)
    card = await context.db(context.store.card, context.user.id, context.pressed.id)
    if card is None:
        await say(context, context.texts.html(context.texts.gone()))
    elif context.pressed.arg in keyboards.FIELDS:
        await wait_for(context, step(context, "edit", contact_id=card.contact.id, field=context.pressed.arg))
        await say(context, context.texts.ask_value(card, context.pressed.arg))


async def take_value(update: Update, context: Context, text: str) -> None:
    """The value that was asked for, in place of what was there; what can't be read is asked for again."""
    contact_id, field = context.user.step_data["contact_id"], cast(ChangedField, context.user.step_data["field"])
    clears = text.strip(" .").lower() in CLEAR and field != "name"
    values = [] if clears else _read_values(context, field, text)
    if values is None:
        await say(context, context.texts.bad_value(field))
        return
    card = await context.db(context.store.card, context.user.id, contact_id)
    await _answer(update, context, await context.db(
        context.store.edit_contact, context.user.id, context.update_id, contact_id,
        values={} if field in (*POINTS, "tag") else {COLUMNS.get(field, field): _column(field, values)},
        remove_points=[(field, None)] if field in POINTS else [],
        points=[(field, value) for value in values] if field in POINTS else [],
        remove_tags=card.tags if card and field == "tag" else [], tags=values if field == "tag" else [],
        now=context.now(),
    ))  # fmt: skip


def _read_values(context: Context, field: ChangedField, text: str) -> list[str] | None:
    """The value, normalised; several of a field that has several. None where any of it is not one."""
    if field == "name":
        name = clean_name(text)
        return [name] if name and name.lower() not in CLEAR else None
    parts = [part for part in SEPARATORS.split(text) if part.strip()] if field in SEVERAL else [text]
    read = [normalised(field, part, today=context.today, region=context.region) for part in parts]
    values = [value for value in read if value is not None]
    if len(values) < len(read) or not values:
        return None
    return list(dict.fromkeys(values[0].split(","))) if field == "tag" else values


def _column(field: ChangedField, values: list[str]) -> str | int | None:
    if not values:
        return None
    return int(values[0]) if field == "cadence" else values[0]
