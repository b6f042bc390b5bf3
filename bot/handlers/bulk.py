"""Many people changed at once: shown, asked, done.

What was typed and its day wait in the user's step, and are read again when they say yes. Who was asked about is kept as
a checksum: where it fits others by then, it is asked again.
"""

import zlib
from dataclasses import replace as altered
from datetime import date
from typing import Literal

from telegram import Update

from bot import keyboards
from bot.context import Context
from bot.handlers import answers, tagging
from bot.handlers.replies import edit_buttons, nod, say
from bot.handlers.steps import current, step, wait_for
from bot.handlers.tag_spelling import is_known, say_unknown
from bot.handlers.understanding import reader
from bot.rules.assent import read_assent
from bot.rules.choices import Choice
from bot.rules.meanings import Bulk, Unclear

#: How many are named before they are changed.
NAMED = 8
#: To everybody found, or to the tag, which they then follow.
Way = Literal["all", "tag"]


async def propose(context: Context, choice: Choice, meaning: Bulk) -> None:
    """Say how many and whom, and ask."""
    texts, tag = context.texts, meaning.search.only_tag
    if tag is not None and not await is_known(context, tag):
        await say_unknown(context, tag)
        return
    ids = await _whom(context, meaning)
    if not ids:
        await wait_for(context, None)
        await say(context, texts.found_nobody(meaning.search, near=False))
        return
    await _ask(context, meaning, ids, text=choice.text, on=choice.on.isoformat(), reading=choice.reading)


async def _ask(context: Context, meaning: Bulk, ids: list[int], *, before: int | None = None, **typed: object) -> None:
    """`before` is how many it was when it was asked first."""
    texts = context.texts
    named = await context.db(context.store.contacts_by_ids, context.user.id, ids[:NAMED])
    asked = {"count": len(ids), "whom": _checksum(ids), "before": before, "token": context.update_id}
    await wait_for(context, step(context, "bulk", **typed, **asked))
    text = texts.ask_bulk(meaning, [contact.name for contact in named], len(ids), context.today, before=before)
    await say(context, text, keyboards.bulk(meaning, len(ids), context.update_id, texts))


async def press_bulk(update: Update, context: Context) -> None:
    """Do it, let the tag carry it, or leave it."""
    token = context.user.step_data.get("token")
    if current(context) != "bulk" or token not in (context.pressed.id, context.update_id):
        await nod(update, context.texts.old_question())
        return
    await nod(update)
    await edit_buttons(update, None)
    match context.pressed.arg:
        case "all" | "tag" as way:
            await _do(update, context, way)
        case _:
            await _leave(context)


async def take_typed(update: Update, context: Context, text: str) -> bool:
    """Whether the text says yes or no. Anything else leaves the question behind."""
    said = read_assent(text)
    if said is None:
        await wait_for(context, None)
        context.user.step = None
        return False
    if said:
        await _do(update, context, "all")
    else:
        await _leave(context)
    return True


async def _leave(context: Context) -> None:
    await wait_for(context, None)
    await say(context, context.texts.cancelled())


async def _do(update: Update, context: Context, way: Way) -> None:
    meaning = await _asked_about(context)
    if meaning is None:
        await _leave(context)
    elif way == "tag" and meaning.search.only_tag is not None:
        await tagging.pace(update, context, meaning.search.only_tag, meaning.days)
    else:
        await _change(update, context, meaning)


async def _asked_about(context: Context) -> Bulk | None:
    """What the question is about, read once more."""
    data = context.user.step_data
    meaning = await context.db(reader(context, date.fromisoformat(data["on"])).read, data["text"])
    if isinstance(meaning, Unclear) and data["reading"] is not None:
        meaning = meaning.readings[min(data["reading"], len(meaning.readings) - 1)]
    return meaning if isinstance(meaning, Bulk) else None


async def _change(update: Update, context: Context, meaning: Bulk) -> None:
    ids, data = await _whom(context, meaning), context.user.step_data
    again = data["token"] == context.update_id  # delivered once more, after it had led to the question
    if ids and (again or data.get("whom") != _checksum(ids)):
        typed = {name: data[name] for name in ("text", "on", "reading")}
        await _ask(context, meaning, ids, before=data.get("before" if again else "count"), **typed)
        return
    change = await context.db(
        context.store.change_many, context.user.id, context.update_id, ids, action=meaning.action, days=meaning.days,
        tag=meaning.tag, now=context.now(),
    )  # fmt: skip
    if change is not None:
        await answers.answer(update, context, change)
    else:
        await wait_for(context, None)
        await say(context, context.texts.nothing_to_change())


def _checksum(ids: list[int]) -> int:
    return zlib.crc32(" ".join(map(str, sorted(ids))).encode())


async def _whom(context: Context, meaning: Bulk) -> list[int]:
    """Those it is for: the archived stay as they are, but for their tags."""
    search = meaning.search
    if meaning.action != "tag":
        search = altered(search, statuses=tuple(each for each in search.statuses if each != "archived"))
    return await context.db(context.store.search_ids, context.user.id, search) if search.statuses else []
