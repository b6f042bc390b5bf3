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
    outreach,
    questions,
    rewording,
    settings,
    setup,
    sorting,
    tagging,
    talk,
    touching,
)
from bot.handlers.known import find_known
from bot.handlers.steps import asked_by_this, current
from bot.handlers.told import is_told
from bot.handlers.understanding import Heard, listen, reader
from bot.rules.assent import read_assent
from bot.rules.awaited import asks_why, is_about_someone, is_outcome, is_skip, may_be_name, tells_of_oneself
from bot.rules.choices import Choice
from bot.rules.column_answers import read_column
from bot.rules.days import read_until
from bot.rules.meanings import (
    Adding,
    Asked,
    Greeted,
    Meaning,
    Named,
    NotDone,
    Paused,
    Unclear,
)  # fmt: skip
from bot.rules.names import clean_text
from bot.rules.slots import read_slot
from bot.rules.tag_names import read_tag
from bot.rules.telegram_people import read_address
from bot.rules.zones import find_zone
from storage.models import Nudge

#: Where somebody is asked for, an address on Telegram or LinkedIn is as good as a name.
_ADDRESSED = ("names", "search", "setup")


async def typed(update: Update, context: Context) -> None:
    """A text message."""
    if update.message is not None and update.message.text is not None:
        await hear(update, context, update.message.text)


async def done_command(update: Update, context: Context) -> None:
    """/done, with anything one would type after "done"."""
    await hear(update, context, f"done {behind(update)}".strip())


async def note_command(update: Update, context: Context) -> None:
    """/note Ana: plays chess."""
    if words := behind(update):
        await hear(update, context, f"note on {words}")
    else:
        await talk.ask_whom_to_note(update, context)


def behind(update: Update) -> str:
    """What is typed behind a command."""
    text = update.message.text if update.message else None
    parts = (text or "").split(maxsplit=1)
    return parts[1] if len(parts) > 1 else ""


async def hear(update: Update, context: Context, text: str) -> None:
    """Take the text as an answer, or else do what it means. What was forwarded are somebody else's words: it may
    be an answer, but by itself it only raises the question what it is for."""
    text = clean_text(text).strip()
    forwarded = _is_forwarded(update)
    heard = await context.db(listen, reader(context, context.today), text, _replied_id(update), forwarded=forwarded)
    context.heard_done = heard.done
    choice = Choice(context.update_id, text, context.today, nudge_id=heard.replied.id if heard.replied else None)
    address = None if forwarded else read_address(text)
    if address is not None and current(context) in _ADDRESSED:
        await forwarding.take_address(update, context, address)
    elif await _is_answer(update, context, heard, text):
        return
    elif (writer := forwarding.writer_of(update)) is not None:
        await forwarding.take_forwarded(update, context, writer, text)
    elif address is not None:
        await forwarding.take_address(update, context, address)
    else:
        await talk.act(update, context, choice, heard.meaning)


def _replied_id(update: Update) -> int | None:
    replied = update.message.reply_to_message if update.message else None
    return replied.message_id if replied else None


async def _is_answer(update: Update, context: Context, heard: Heard, text: str) -> bool:
    """Whether it was taken as one: to what it was typed in reply to, to what is waited for, or to what came last."""
    meaning, replied = heard.meaning, heard.replied
    if await _take_reply(update, context, replied, text, meaning) or await _take_answer(update, context, text, meaning):
        return True
    return replied is None and await _answers_newest(update, context, heard.newest, text, meaning)


async def _take_reply(update: Update, context: Context, nudge: Nudge | None, text: str, meaning: Meaning) -> bool:
    """An answer to a reminder or a question, or words for the one whom a nudge names, typed in reply to it."""
    if nudge is None or _is_forwarded(update):
        return False
    if await outreach.take_reply(update, context, nudge, text, meaning):
        return True
    return await rewording.take_reply(update, context, nudge, text, meaning)


async def _answers_newest(update: Update, context: Context, asked: Nudge | None, text: str, meaning: Meaning) -> bool:
    """Whether the text answers the reminder or question that came last, where nothing else is waited for."""
    if current(context) is not None or asked is None or (asked.kind == "outcome" and not is_outcome(text, meaning)):
        return False
    return await outreach.take_reply(update, context, asked, text, meaning)


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
    if is_skip(text, meaning) and await _skip(update, context):
        return True
    if isinstance(meaning, Asked) and meaning.command in ("cancel", "undo", "help"):
        return False
    return await _take_awaited(update, context, text, meaning)


async def _take_awaited(update: Update, context: Context, text: str, meaning: Meaning) -> bool:
    """As above, where it is no word on the question itself."""
    match current(context):
        case "erase":
            await account.take_erase(update, context, text)
        case "edit" if not is_about_someone(meaning, context.user.step_data["field"]):
            await editing.take_value(update, context, text)
        case "note_on":
            await editing.write_note(update, context, context.user.step_data["contact_id"], text)
        case "note" if await is_told(context, text, meaning):
            await touching.note_after_done(update, context, text)
        case "zone" | "when" | "setup" | "pause":
            return await _take_setting(update, context, text, meaning)
        case "search" if may_be_name(meaning) and _is_asked(context):
            await finding.search(update, context, text)
        case "tag_name" if read_tag(text) or isinstance(meaning, (Unclear, Named, Adding)):
            await tagging.take_name(update, context, text)
        case "bulk":
            return await bulk.take_typed(update, context, text)
        case "names" if may_be_name(meaning) or isinstance(meaning, Adding):
            await adding.add_typed(update, context, text)
        case "sort" if not (_is_forwarded(update) or _is_reply(update)):
            return await sorting.take_typed(update, context, text)
        case "about" if asks_why(text, meaning):
            await sorting.say_why(context)
        case "about" if tells_of_oneself(text, meaning) and not await _is_known(context, meaning):
            await sorting.take_about(update, context, text)
        case "choose":
            return await choosing.take_typed(update, context, text, meaning)
        case waiting if waiting in outreach.TAKERS:
            return await outreach.TAKERS[waiting](update, context, text, meaning)
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


async def _skip(update: Update, context: Context) -> bool:
    """As the Skip button of what is open; False where nothing is that has one."""
    match current(context):
        case "note" | "note_on" | "names" | "zone" | "when" | "went":
            await general.press_skip(update, context)
        case "about":
            await sorting.skip_about(update, context)
        case "setup" if context.user.step_data["left"]:
            await setup.press_no_more(update, context)
        case _:
            return False
    return True


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


def _is_slot(text: str) -> bool:
    slot = read_slot(text)
    return slot.weekday is not None or slot.at is not None


def _is_break(context: Context, text: str) -> bool:
    return read_until(text, today=context.today) is not None
