"""Doing what a sentence means; where it can mean several things, asking."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

from telegram import Update

from bot.context import Context
from bot.handlers import (
    account,
    adding,
    bulk,
    doubles,
    editing,
    files,
    finding,
    general,
    introducing,
    nudges,
    outreach,
    people,
    promising,
    questions,
    settings,
    setup,
    sorting,
    tagging,
    touching,
)
from bot.handlers.understanding import reader
from bot.rules.choices import Choice
from bot.rules.meanings import (
    Adding,
    Archived,
    Asked,
    Bulk,
    Changed,
    Command,
    Greeted,
    Located,
    Meaning,
    Named,
    NotDone,
    Noted,
    Paced,
    Paused,
    Resumed,
    Retagged,
    Scheduled,
    Searched,
    TagPaced,
    Touched,
    Unclear,
    Untagged,
)  # fmt: skip
from bot.rules.newcomers import draft_of
from bot.rules.searches import Search
from bot.rules.slots import Slot
from bot.rules.tag_names import only_tags
from bot.rules.zones import find_zone

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
    return await context.db(reader(context, choice.on).read, choice.text)


async def act(update: Update, context: Context, choice: Choice, meaning: Meaning) -> None:
    """Do what was meant; where it can mean several things, ask."""
    match meaning:
        case Unclear(readings):
            await _settle(update, context, choice, readings)
        case Touched():
            await touching.touched(update, context, choice, meaning)
        case NotDone():
            await touching.not_done(update, context, choice)
        case Noted("") | Archived("") if "" not in choice.picked:
            await _of_the_nudge(update, context, choice, meaning)
        case Noted():
            await editing.noted(update, context, choice, meaning)
        case Changed():
            await editing.changed(update, context, choice, meaning)
        case Archived():
            await editing.archived(update, context, choice, meaning)
        case Paused() | Resumed() | Scheduled() | Located() | Paced():
            await _set(update, context, meaning)
        case Searched(search):
            await _tag_or_find(update, context, choice, search)
        case Named(query):
            await finding.open_named(update, context, choice, query)
        case Bulk():
            await bulk.propose(context, choice, meaning)
        case Retagged() | Untagged() | TagPaced():
            await tagging.change(update, context, meaning)
        case Adding(reading) if reading.evidence == "weak" and await _is_of_somebody(update, context, choice):
            await finding.find(update, context, await finding.read_query(context, choice.text))
        case Adding(reading):
            await adding.add(update, context, choice, reading)
        case Greeted():
            await general.greet(update, context)
        case Asked(command):
            await _command(update, context, choice, command)
        case _:
            await outreach.act(update, context, choice, meaning)


async def _settle(update: Update, context: Context, choice: Choice, readings: tuple[Meaning, ...]) -> None:
    """Ask which reading is meant, even of one; only what shows or asks something is done at once."""
    match readings:
        case () if await finding.is_found(update, context, choice.text):
            await finding.find(update, context, await finding.read_query(context, choice.text))
        case ():
            await questions.ask(update, context, choice.ask("what"))
        case (Named() | Adding() | Asked() | Searched() | Bulk() as reading,):
            await act(update, context, choice, reading)
        case _ if all(isinstance(each, (Noted, Adding)) for each in readings) and await _tells_known(
            update, context, choice
        ):
            await finding.find(update, context, await finding.read_query(context, choice.text))
        case _ if choice.reading is None:
            labels = [context.texts.meaning(each, choice.on) for each in readings]
            await questions.ask(update, context, choice.ask("mean", labels=labels))
        case _:
            await act(update, context, choice, readings[min(choice.reading, len(readings) - 1)])


async def _is_of_somebody(update: Update, context: Context, choice: Choice) -> bool:
    """ "Weiß & Söhne" are no two people to add, but a firm that somebody is of."""
    return choice.reading is None and not choice.drafts and await finding.is_found(update, context, choice.text)


async def _tells_known(update: Update, context: Context, choice: Choice) -> bool:
    """ "Ana at Roche" is no news where one is: it looks for her."""
    return choice.reading is None and choice.nudge_id is None and await finding.is_told(update, context, choice.text)


async def _set(update: Update, context: Context, meaning: Paused | Resumed | Scheduled | Located | Paced) -> None:
    match meaning:
        case Paused(until):
            await settings.pause_until(update, context, until)
        case Resumed():
            await settings.resume(update, context)
        case Scheduled(weekday, at):
            await settings.change_slot(update, context, Slot(weekday, at))
        case Located(text):
            await settings.take_city(update, context, text, await asyncio.to_thread(find_zone, text))
        case Paced(per_week):
            await settings.change(update, context, {"people_per_week": per_week, "every_weeks": 1})


async def _of_the_nudge(update: Update, context: Context, choice: Choice, meaning: Meaning) -> None:
    """ "She died", "called her, no answer": it is about the person of the nudge; without one, whom is asked."""
    nudge = await touching.nudge_meant(context, choice)
    if nudge is None or nudge.contact_id is None:
        await questions.ask_likely(update, context, choice.meant_as("note"))
    else:
        await act(update, context, replace(choice, picked={**choice.picked, "": nudge.contact_id}), meaning)


async def _tag_or_find(update: Update, context: Context, choice: Choice, search: Search) -> None:
    """ "#pycon" in reply to a nudge is for its person; anywhere else, who has it is looked for."""
    tags = only_tags(choice.text)
    nudge = await touching.nudge_meant(context, choice) if tags and choice.nudge_id is not None else None
    if nudge is None or nudge.contact_id is None:
        await finding.find(update, context, search)
    else:
        await editing.write_facts(update, context, nudge.contact_id, {"tag": ",".join(tags)})


async def _command(update: Update, context: Context, choice: Choice, command: Command) -> None:
    if command == "done":
        await touching.touched(update, context, choice, Touched((), context.today))
    elif command in ("else", "another"):
        await nudges.instead_in_words(update, context, choice, whom=command == "else")
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
    "resume": settings.resume,
    "export": account.export_command,
    "erase": account.erase_command,
    "undo": general.undo_command,
    "help": general.help_command,
    "cancel": general.cancel_command,
    "import": files.import_command,
    "sort": sorting.sort_command,
    "merge": doubles.merge_command,
    "tags": tagging.tags_command,
    "promise": promising.show_promises,
    "intro": introducing.ask_whom,
    "stats": general.not_yet_command,
}
