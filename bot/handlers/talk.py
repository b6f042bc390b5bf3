"""Doing what a sentence means; where it can mean several things, asking."""

import asyncio
from collections.abc import Awaitable, Callable

from telegram import Update

from bot.context import Context
from bot.handlers import (
    account,
    adding,
    editing,
    general,
    nudges,
    people,
    questions,
    settings,
    setup,
    touching,
)
from bot.rules.choices import Choice
from bot.rules.meaning import understand
from bot.rules.meanings import (
    Adding,
    Archived,
    Asked,
    Changed,
    Command,
    Greeted,
    Meaning,
    Named,
    NotDone,
    Noted,
    Paused,
    Resumed,
    Touched,
    Unclear,
)  # fmt: skip
from bot.rules.newcomers import draft_of

Conversation = Callable[[Update, Context], Awaitable[None]]


async def reconsider(update: Update, context: Context, choice: Choice) -> None:
    """Understand a sentence again, knowing more."""
    if choice.drafts:
        await adding.add_drafts(update, context, choice)
    else:
        await act(update, context, choice, await meaning_of(context, choice))


async def reconsider_as_new(update: Update, context: Context, choice: Choice) -> None:
    """As above, where the name in question is somebody new: what was told of them is kept with them."""
    if choice.drafts:
        await reconsider(update, context, choice)
        return
    meaning = await meaning_of(context, choice)
    if isinstance(meaning, Touched) and len(meaning.who) > 1:
        await reconsider(update, context, choice.pick(0))
    else:
        await adding.add_first(update, context, choice.about([draft_of(choice.typed, meaning)]))


async def meaning_of(context: Context, choice: Choice) -> Meaning:
    """What a sentence means, with what the user has chosen of it so far."""
    if choice.purpose == "note":
        return Noted("", choice.text)
    if choice.purpose == "touch":
        return Touched(("",), choice.on, note=choice.text or None)
    known = await questions.everybody(context)
    # In a thread: the first city named reads a file, and a long list takes a while; others are answered meanwhile.
    return await asyncio.to_thread(understand, choice.text, people=known, today=choice.on, region=context.region)


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
            await touching.not_done(update, context, choice)
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
        await nudges.in_words(update, context, choice, later=command == "later")
    else:
        await COMMANDS[command](update, context)


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
    **dict.fromkeys(("promise", "intro", "import", "sort", "stats"), general.not_yet_command),
}
