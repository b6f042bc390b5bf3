"""What is typed: an answer to what Dotty waits for, or else whatever it means."""

import asyncio
from collections.abc import Awaitable, Callable

from telegram import Update

from bot.context import Context
from bot.handlers import (
    account, adding, editing, general, nudges, people, questions, settings, setup, touching,
)
from bot.handlers.replies import say
from bot.handlers.steps import current
from bot.rules.choices import Choice
from bot.rules.days import read_until
from bot.rules.drafts import Draft
from bot.rules.meaning import understand
from bot.rules.meanings import (
    Adding, Archived, Asked, Changed, Command, Greeted, Meaning, Named, NotDone, Noted, Paused, Resumed, Touched, Unclear,
)  # fmt: skip
from bot.rules.names import clean_text, find
from bot.rules.slots import read_slot

Conversation = Callable[[Update, Context], Awaitable[None]]


async def typed(update: Update, context: Context) -> None:
    """A text message."""
    message = update.message
    if message is None or message.text is None:
        return
    await hear(update, context, message.text)


async def hear(update: Update, context: Context, text: str) -> None:
    text = clean_text(text).strip()
    replied = update.message.reply_to_message if update.message else None
    nudge = None
    if replied is not None:
        nudge = await context.db(context.store.nudge_by_message, context.user.id, replied.message_id)
    choice = Choice(context.update_id, text, context.today, nudge_id=nudge.id if nudge else None)
    meaning = await _understand(context, choice)
    if not await _take_answer(update, context, text, meaning):
        await act(update, context, choice, meaning)


async def reconsider(update: Update, context: Context, choice: Choice) -> None:
    """Understand a sentence again, knowing more."""
    if choice.drafts:
        await adding.add_drafts(update, context, choice)
    else:
        await act(update, context, choice, await _understand(context, choice))


async def reconsider_as_new(update: Update, context: Context, choice: Choice) -> None:
    """As above, where the name in question is somebody new."""
    if choice.drafts or choice.purpose or isinstance(await _understand(context, choice), Touched):
        await reconsider(update, context, choice if choice.drafts else choice.pick(0))
    else:
        await adding.add_drafts(update, context, choice.about([Draft(choice.typed)]))


async def _understand(context: Context, choice: Choice) -> Meaning:
    if choice.purpose == "note":
        return Noted("", choice.text)
    if choice.purpose == "touch":
        return Touched(("",), choice.on, note=choice.text or None)
    known = await questions.everybody(context)
    # In a thread: the first city named reads a file, and a long list takes a while; others are answered meanwhile.
    return await asyncio.to_thread(understand, choice.text, people=known, today=choice.on, region=context.region)


async def _take_answer(update: Update, context: Context, text: str, meaning: Meaning) -> bool:
    """Whether the text answers what Dotty waits for. A value or a city is taken as it comes; a note gives way to
    whatever is clearly something else."""
    waiting = current(context)
    if isinstance(meaning, Asked) and meaning.command in ("cancel", "undo", "help") and waiting != "note_on":
        return False
    match waiting:
        case "erase":
            await account.take_erase(update, context, text)
        case "edit":
            await editing.take_value(update, context, text)
        case "note_on":
            await editing.write_note(update, context, context.user.step_data["contact_id"], text)
        case "note" | "names" | "zone" | "when" | "setup" if meaning == Asked("skip"):
            await general.press_skip(update, context)
        case "note" if _may_be_note(meaning):
            await touching.note_after_done(update, context, text)
        case "zone":
            await settings.take_city(update, context, text)
        case "when":
            await settings.take_when(update, context, text)
        case "setup" if _is_slot(text):
            await settings.take_when(update, context, text)
        case "pause" if isinstance(meaning, (Unclear, Paused)) and _is_break(context, text):
            await settings.take_pause(update, context, text)
        case "search":
            await people.search(update, context, text)
        case "names" if isinstance(meaning, (Adding, Named, Unclear, Greeted)):
            await adding.add_typed(update, context, text)
        case "choose":
            return await _take_choice(update, context, text, meaning)
        case _:
            return False
    return True


def _is_slot(text: str) -> bool:
    slot = read_slot(text)
    return slot.weekday is not None or slot.at is not None


def _is_break(context: Context, text: str) -> bool:
    return read_until(text, today=context.today) is not None


def _may_be_note(meaning: Meaning) -> bool:
    match meaning:
        case Unclear(readings):
            return not any(isinstance(each, (Asked, Paused, Changed)) for each in readings)
        case Adding(reading):
            return reading.evidence != "strong"
        case _:
            return False


async def _take_choice(update: Update, context: Context, text: str, meaning: Meaning) -> bool:
    """A name typed in answer to "which one?"."""
    choice = Choice.from_json(context.user.step_data)
    if choice.asking != "which" or not isinstance(meaning, (Named, Adding)):
        return False
    known = await questions.everybody(context)
    offered = [each for each in known if not choice.typed or each.id in choice.ids]
    fits = find(text, offered).exact
    if len(fits) != 1:
        return False
    await reconsider(update, context, choice.pick(fits[0].id).asked_by(context.update_id))
    return True


async def act(update: Update, context: Context, choice: Choice, meaning: Meaning) -> None:
    """Do what was meant; where it can mean several things, ask."""
    match meaning:
        case Unclear(()):
            await questions.ask(update, context, choice.ask("what"))
        case Unclear((reading,)):
            await act(update, context, choice, reading)
        case Unclear(readings) if choice.reading is None:
            labels = [context.texts.meaning(each) for each in readings]
            await questions.ask(update, context, choice.ask("mean", labels=labels))
        case Unclear(readings):
            await act(update, context, choice, readings[min(choice.reading or 0, len(readings) - 1)])
        case Touched():
            await touching.touched(update, context, choice, meaning)
        case NotDone():
            await say(update, context, context.texts.not_done())
        case Noted():
            await editing.noted(update, context, choice, meaning)
        case Changed():
            await editing.changed(update, context, choice, meaning)
        case Archived():
            await editing.archived(update, context, choice, meaning)
        case Paused(until):
            await settings.pause_until(update, context, until)
        case Resumed():
            await settings.resume(update, context)
        case Named(query):
            await people.open_named(update, context, choice, query)
        case Adding(reading):
            await adding.add(update, context, choice, reading)
        case Greeted():
            await general.greet(update, context)
        case Asked(command):
            await _command(update, context, choice, command)


async def _command(update: Update, context: Context, choice: Choice, command: Command) -> None:
    if command == "done":
        await touching.touched(update, context, choice, Touched((), context.today))
    elif command in ("later", "skip"):
        await nudges.in_words(update, context, later=command == "later")
    else:
        await COMMANDS[command](update, context)


async def done_command(update: Update, context: Context) -> None:
    """/done, with anything one would type after "done"."""
    await hear(update, context, f"done {_behind(update)}".strip())


async def note_command(update: Update, context: Context) -> None:
    """/note Ana: plays chess."""
    behind = _behind(update)
    if behind:
        await hear(update, context, f"note on {behind}")
    else:
        await ask_whom_to_note(update, context)


def _behind(update: Update) -> str:
    text = update.message.text if update.message else None
    parts = (text or "").split(maxsplit=1)
    return parts[1] if len(parts) > 1 else ""


async def ask_whom_to_note(update: Update, context: Context) -> None:
    """A note on whom?"""
    await questions.ask_likely(update, context, Choice(context.update_id, "", context.today).meant_as("note"))


#: Commands that take nothing behind them, and what plain words ask for.
COMMANDS: dict[str, Conversation] = {
    "start": setup.start_command,
    "add": adding.ask_names,
    "people": people.show_people,
    "next": nudges.next_command,
    "note": ask_whom_to_note,
    "settings": settings.settings_command,
    "pause": settings.ask_pause,
    "resume": settings.resume_command,
    "export": account.export_command,
    "erase": account.erase_command,
    "undo": general.undo_command,
    "help": general.help_command,
    "cancel": general.cancel_command,
}
