"""What is typed: an answer to what Dotty waits for, or else whatever it means."""

import asyncio

from telegram import Update

from bot.context import Context
from bot.handlers import (
    account,
    adding,
    bulk,
    choosing,
    editing,
    files,
    finding,
    forwarding,
    general,
    questions,
    settings,
    setup,
    sorting,
    tagging,
    talk,
    touching,
)
from bot.handlers.known import find_known
from bot.handlers.steps import asked_by_this, current
from bot.rules.assent import read_assent
from bot.rules.choices import Choice
from bot.rules.column_answers import read_column
from bot.rules.days import read_until
from bot.rules.meanings import (
    Adding,
    Archived,
    Asked,
    Changed,
    Greeted,
    Meaning,
    Named,
    NotDone,
    Noted,
    Paused,
    Touched,
    Unclear,
)  # fmt: skip
from bot.rules.names import clean_text
from bot.rules.slots import read_slot
from bot.rules.tag_names import read_tag
from bot.rules.telegram_people import read_address
from bot.rules.zones import find_zone

#: Where somebody is asked for, an address on Telegram or LinkedIn is as good as a name.
_ADDRESSED = ("names", "search", "setup")


async def typed(update: Update, context: Context) -> None:
    """A text message."""
    if update.message is not None and update.message.text is not None:
        await hear(update, context, update.message.text)


async def done_command(update: Update, context: Context) -> None:
    """/done, with anything one would type after "done"."""
    await hear(update, context, f"done {_behind(update)}".strip())


async def note_command(update: Update, context: Context) -> None:
    """/note Ana: plays chess."""
    if behind := _behind(update):
        await hear(update, context, f"note on {behind}")
    else:
        await talk.ask_whom_to_note(update, context)


def _behind(update: Update) -> str:
    text = update.message.text if update.message else None
    parts = (text or "").split(maxsplit=1)
    return parts[1] if len(parts) > 1 else ""


async def hear(update: Update, context: Context, text: str) -> None:
    """Take the text as an answer, or else do what it means. What was forwarded are somebody else's words: it may
    be an answer, but by itself it only raises the question what it is for."""
    text = clean_text(text).strip()
    message = update.message
    nudge = None
    if message is not None and message.reply_to_message is not None:
        replied = message.reply_to_message.message_id
        nudge = await context.db(context.store.nudge_by_message, context.user.id, replied)
    choice = Choice(context.update_id, text, context.today, nudge_id=nudge.id if nudge else None)
    forwarded = _is_forwarded(update)
    meaning = Unclear() if forwarded else await talk.meaning_of(context, choice)
    address = None if forwarded else read_address(text)
    if address is not None and current(context) in _ADDRESSED:
        await forwarding.take_address(update, context, address)
    elif await _take_answer(update, context, text, meaning):
        return
    elif (writer := forwarding.writer_of(update)) is not None:
        await forwarding.take_forwarded(update, context, writer, text)
    elif address is not None:
        await forwarding.take_address(update, context, address)
    else:
        await talk.act(update, context, choice, meaning)


def _is_forwarded(update: Update) -> bool:
    return update.message is not None and update.message.forward_origin is not None


async def _answers_column(update: Update, context: Context, text: str) -> bool:
    """Whether it names what a column is; a plain no is for the question that waits."""
    is_word = read_column(text) is not None and read_assent(text) is None
    return is_word and not _is_forwarded(update) and await files.take_typed(update, context, text)


def _is_reply(update: Update) -> bool:
    return update.message is not None and update.message.reply_to_message is not None


async def _take_answer(update: Update, context: Context, text: str, meaning: Meaning) -> bool:
    """Whether the text answers what Dotty waits for. What is clearly something else is not taken for an answer."""
    waiting = current(context)
    if waiting is None:
        return not _is_forwarded(update) and await files.take_typed(update, context, text)
    if waiting in ("setup", "sort") and await _answers_column(update, context, text):
        return True
    if asked_by_this(context):
        await _ask_again(update, context)
        return True
    if _is_skip(text, meaning) and await _skip(update, context):
        return True
    if isinstance(meaning, Asked) and meaning.command in ("cancel", "undo", "help"):
        return False
    return await _take_awaited(update, context, text, meaning)


async def _take_awaited(update: Update, context: Context, text: str, meaning: Meaning) -> bool:
    """As above, where it is no word on the question itself."""
    match current(context):
        case "erase":
            await account.take_erase(update, context, text)
        case "edit" if not _is_about_someone(meaning, context.user.step_data["field"]):
            await editing.take_value(update, context, text)
        case "note_on":
            await editing.write_note(update, context, context.user.step_data["contact_id"], text)
        case "note" if await _may_be_note(context, meaning):
            await touching.note_after_done(update, context, text)
        case "zone" | "when" | "setup" | "pause":
            return await _take_setting(update, context, text, meaning)
        case "search" if _may_be_name(meaning) and _is_asked(context):
            await finding.search(update, context, text)
        case "tag_name" if read_tag(text) or isinstance(meaning, (Unclear, Named, Adding)):
            await tagging.take_name(update, context, text)
        case "bulk":
            return await bulk.take_typed(update, context, text)
        case "names" if _may_be_name(meaning) or isinstance(meaning, Adding):
            await adding.add_typed(update, context, text)
        case "sort" if not (_is_forwarded(update) or _is_reply(update)):
            return await sorting.take_typed(update, context, text)
        case "about" if text.endswith("?"):
            await sorting.say_why(context)
        case "about" if not isinstance(meaning, (Asked, Touched, Paused)) and not await _is_known(context, meaning):
            await sorting.take_about(update, context, text)
        case "choose":
            return await choosing.take_typed(update, context, text, meaning)
        case _:
            return False
    return True


async def _take_setting(update: Update, context: Context, text: str, meaning: Meaning) -> bool:
    match current(context):
        case "zone":
            return await _take_zone(update, context, text, meaning)
        case "when" if _is_slot(text) or not await _is_other(context, meaning):
            await settings.take_when(update, context, text)
        case "setup" if _is_slot(text):
            await settings.take_when(update, context, text)
        case "pause" if isinstance(meaning, (Unclear, Paused)) and _is_break(context, text):
            await settings.take_pause(update, context, text)
        case _:
            return False
    return True


async def _ask_again(update: Update, context: Context) -> None:
    """A second delivery: what the text led to is no answer to itself."""
    if current(context) == "note_on":
        await editing.ask_note(update, context, context.user.step_data["contact_id"])
    else:
        await questions.put_open(update, context)


def _is_skip(text: str, meaning: Meaning) -> bool:
    if isinstance(meaning, Asked):
        return meaning.command == "skip" or (meaning.command == "cancel" and read_assent(text) is False)
    return isinstance(meaning, (NotDone, Unclear, Named)) and read_assent(text) is False


async def _skip(update: Update, context: Context) -> bool:
    """As the Skip button of what is open; False where nothing is that has one."""
    match current(context):
        case "note" | "note_on" | "names" | "zone" | "when":
            await general.press_skip(update, context)
        case "about":
            await sorting.skip_about(update, context)
        case "setup" if context.user.step_data["left"]:
            await setup.press_no_more(update, context)
        case _:
            return False
    return True


def _is_about_someone(meaning: Meaning, field: str) -> bool:
    """A whole sentence, which is no value of a fact: "Ana moved to Berlin". How one met is told much like a touch."""
    match meaning:
        case Changed() | Archived():
            return True
        case Noted(who):
            return bool(who)
        case Touched(who):
            return bool(who) and field != "met"
        case _:
            return False


async def _is_other(context: Context, meaning: Meaning) -> bool:
    """Whether a text is clearly no day, hour or city, but something to act on."""
    match meaning:
        case Named(query):
            return bool((await find_known(context, query)).exact)
        case Adding(reading):
            return reading.evidence == "strong"
        case Unclear() | Greeted() | NotDone():
            return False
        case _:
            return True


async def _take_zone(update: Update, context: Context, text: str, meaning: Meaning) -> bool:
    if read_assent(text):
        await settings.set_zone(update, context, context.user.timezone)
        return True
    places = await asyncio.to_thread(find_zone, text)  # the first time it reads the cities, for half a second
    if all(place.guess for place in places) and await _is_other(context, meaning):
        return False
    await settings.take_city(update, context, text, places)
    return True


async def _is_known(context: Context, meaning: Meaning) -> bool:
    """Whether it names somebody who is there."""
    return isinstance(meaning, Named) and bool((await find_known(context, meaning.query)).exact)


def _is_asked(context: Context) -> bool:
    """Whether the search is still open, or was this update's."""
    return bool(context.user.step_data.get("done_by", context.update_id) == context.update_id)


def _may_be_name(meaning: Meaning) -> bool:
    match meaning:
        case Named() | Unclear(()):
            return True
        case Unclear(readings):
            return all(isinstance(each, (Adding, Named)) for each in readings)
        case Adding(reading):
            return reading.evidence != "strong"
        case _:
            return False


def _has_two_capitals(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _is_slot(text: str) -> bool:
    slot = read_slot(text)
    return slot.weekday is not None or slot.at is not None


def _is_break(context: Context, text: str) -> bool:
    return read_until(text, today=context.today) is not None


async def _may_be_note(context: Context, meaning: Meaning) -> bool:
    """Whether a text is a note when one is asked for: also "likes tea", which could be a name in other places."""
    match meaning:
        case Named(query):
            found = await find_known(context, query)
            return not (found.exact or found.close or _has_two_capitals(query))
        case Unclear(readings):
            return not any(isinstance(each, (Asked, Paused, Changed)) for each in readings)
        case Adding(reading):
            return reading.evidence != "strong"
        case _:
            return False
