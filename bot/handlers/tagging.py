"""Tags: listed, renamed, merged, given a rhythm."""

import math

from telegram import Update

from bot import keyboards
from bot.context import Context
from bot.handlers import answers, finding
from bot.handlers.replies import nod, replace, say
from bot.handlers.steps import step, wait_for
from bot.handlers.tag_spelling import say_unknown
from bot.rules.meanings import Retagged, TagPaced, Untagged
from bot.rules.searches import Search
from bot.rules.tag_names import read_tag
from storage import TagCount
from storage.models import Change, Tag

PAGE = 20


async def tags_command(update: Update, context: Context) -> None:
    """All tags, with their counts and rhythms."""
    await _show_tags(update, context, 0)


async def _show_tags(update: Update, context: Context, page: int) -> None:
    tags = await context.db(context.store.tags, context.user.id)
    pages = max(1, math.ceil(len(tags) / PAGE))
    page = min(page, pages - 1)  # an old button, of when there were more
    shown = tags[page * PAGE : (page + 1) * PAGE]
    markup = keyboards.tags(shown, page=page, pages=pages, texts=context.texts) if shown else None
    await replace(update, context, context.texts.tags(shown, len(tags)), markup)


async def press_tag(update: Update, context: Context) -> None:
    """A tag of the list, its menu, or what is on that."""
    await nod(update)
    what, _, number = context.pressed.arg.partition(".")
    number = number if number.isascii() and number.isdigit() and len(number) < 5 else "0"
    if what == "page":
        await _show_tags(update, context, int(number))
        return
    tag = await _tag(context, context.pressed.id)
    if tag is None:
        await say(context, context.texts.tag_gone())
        return
    match what:
        case "menu":
            await _show_menu(update, context, tag)
        case "rhythm":
            text = context.texts.ask_tag_rhythm(tag.name)
            await replace(update, context, text, keyboards.tag_rhythms(tag.id, context.texts))
        case "days":
            await _pace(update, context, tag.id, int(number) or None)
        case "rename":
            await wait_for(context, step(context, "tag_name", tag_id=tag.id))
            await say(context, context.texts.ask_tag_name(tag.name))
        case "remove":
            await _remove(update, context, tag.id)
        case _:
            await finding.find(update, context, Search(f"#{tag.name}", tags=(tag.name,)))


async def _tag(context: Context, tag_id: int) -> TagCount | None:
    """One of the user's tags by its id."""
    tags = await context.db(context.store.tags, context.user.id)
    return next((tag for tag in tags if tag.id == tag_id), None)


async def _show_menu(update: Update, context: Context, tag: TagCount) -> None:
    await replace(update, context, context.texts.tag(tag), keyboards.tag_menu(tag.id, context.texts))


# In words


async def change(update: Update, context: Context, meaning: Retagged | Untagged | TagPaced) -> None:
    """Rename a tag, take it from everybody, or give it a rhythm."""
    match meaning:
        case Retagged(old, new):
            if (tag := await _named(context, old)) is not None:
                await _rename(update, context, tag.id or 0, new)
        case Untagged(name):
            if (tag := await _named(context, name)) is not None:
                await _remove(update, context, tag.id or 0)
        case TagPaced(name, days):
            await pace(update, context, name, days)


async def pace(update: Update, context: Context, name: str, days: int | None) -> None:
    """Let the tag of that name carry a rhythm; None for none."""
    if (tag := await _named(context, name)) is not None:
        await _pace(update, context, tag.id or 0, days)


async def _named(context: Context, name: str) -> Tag | None:
    """The tag of that name; None once it has been said that there is none."""
    tag = await context.db(context.store.find_tag, context.user.id, name)
    if tag is None:
        await wait_for(context, None)
        await say_unknown(context, name)
    return tag


async def take_name(update: Update, context: Context, text: str) -> None:
    """The new name that was asked for."""
    name = read_tag(text)
    if name is None:
        await say(context, context.texts.bad_tag())
    else:
        await _rename(update, context, context.user.step_data["tag_id"], name)


# The changes


async def _rename(update: Update, context: Context, tag_id: int, name: str) -> None:
    await _answer(update, context, await context.db(
        context.store.rename_tag, context.user.id, context.update_id, tag_id, name, now=context.now()
    ))  # fmt: skip


async def _remove(update: Update, context: Context, tag_id: int) -> None:
    await _answer(update, context, await context.db(
        context.store.remove_tag, context.user.id, context.update_id, tag_id, now=context.now()
    ))  # fmt: skip


async def _pace(update: Update, context: Context, tag_id: int, days: int | None) -> None:
    """Who of the tag waits in the inbox comes out of it: a rhythm is the wish to be in touch."""
    await _answer(update, context, await context.db(
        context.store.set_tag_cadence, context.user.id, context.update_id, tag_id, days, now=context.now(), wake=True
    ))  # fmt: skip


async def _answer(update: Update, context: Context, change: Change | None) -> None:
    if change is not None:
        await answers.answer(update, context, change)
    else:  # its name already, or gone meanwhile
        await wait_for(context, None)
        await say(context, context.texts.nothing_to_change())
