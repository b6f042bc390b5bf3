"""Questions for people: ranked, paged, each a tap from their card."""

import asyncio
import math
from collections.abc import Sequence
from dataclasses import replace as altered

from telegram import InlineKeyboardButton, Update

from bot import keyboards
from bot.context import Context
from bot.handlers import people, questions
from bot.handlers.known import find_known, recall_mentioned
from bot.handlers.replies import nod, replace, say
from bot.handlers.steps import current, step, wait_for
from bot.handlers.tag_spelling import is_known, say_unknown
from bot.rules.choices import Choice
from bot.rules.fits import has_words
from bot.rules.name_shapes import likely_name
from bot.rules.names import Found, begins_with, clean_text
from bot.rules.roster import Roster
from bot.rules.searches import Search, plain_search, read_search

PAGE = 8
#: The only page of a search whose text no button can carry.
LONE_PAGE = 24
#: As many namesakes are asked about; more are listed.
FEW = 8
#: What is no sentence, but may be looked for, is no longer.
LONGEST_QUERY, MOST_QUERY_WORDS = 60, 5
#: What a bare word may be beside a name.
BESIDE_NAMES = ("company", "role", "city", "tag")


async def people_command(update: Update, context: Context) -> None:
    """/people, with what to search for behind it."""
    query = clean_text(" ".join(context.args or [])).strip()
    await (search(update, context, query) if query else people.show_people(update, context))


async def search(update: Update, context: Context, query: str) -> None:
    """A name opens the card; anything else lists who fits.

    What is typed next is no search any more, but this very text is, should it be delivered again.
    """
    if current(context) == "search":
        await wait_for(context, step(context, "search", done_by=context.update_id))
    initialled = Roster(await recall_mentioned(context, query)).full_name(query)  # "Ana R"
    known = await find_known(context, initialled or query)
    if len(known.exact) == 1:
        await _open(context, query, known.exact[0].id)
    elif len(known.close) == 1 and not known.exact and not await _is_more_than_a_name(context, query):
        await people.say_card(context, known.close[0].id)
    elif not await show_some(update, context, await read_query(context, query), add=_addable(query)):
        await _say_nobody(context, query, known)


async def read_query(context: Context, text: str) -> Search:
    """What a text looks for; a page button's text gives the same as the words that were typed."""
    roster = Roster(await recall_mentioned(context, text))
    asked = await asyncio.to_thread(read_search, text, today=context.today, roster=roster)  # it may read the cities
    return asked or plain_search(text)


async def open_named(update: Update, context: Context, choice: Choice, typed: str) -> None:
    """Open the card of whom the name fits, typos forgiven; ask which where it fits several. A word that is nobody's name
    may be a company, a city or a tag; else offer to add them."""
    if (chosen := choice.picked.get(typed)) is not None:
        await people.show_card(update, context, chosen)
        return
    known = await find_known(context, typed)
    fits = known.exact or known.close
    if len(known.exact) == 1:
        await _open(context, typed, fits[0].id)
    elif fits and (len(fits) > FEW or await _is_more_than_a_name(context, typed)):
        near = [] if known.exact else [each for each in fits if begins_with(each.name, typed)]
        await show_some(update, context, await read_query(context, typed), near=[each.id for each in near])
    elif len(fits) == 1:
        await people.show_card(update, context, fits[0].id)
    elif fits:
        await questions.ask(update, context, choice.ask("which", typed=typed, ids=[each.id for each in fits]))
    elif await _is_word_of_somebody(context, typed):
        await show_some(update, context, await read_query(context, typed), add=_addable(typed))
    else:
        await questions.ask(update, context, choice.ask("new", typed=typed))


async def _open(context: Context, typed: str, contact_id: int) -> None:
    """The card of the one whose name it is, with a way to the others that the word finds."""
    more = keyboards.others(typed, context.texts) if await _is_more_than_a_name(context, typed) else []
    await people.say_card(context, contact_id, more)


async def _is_more_than_a_name(context: Context, typed: str) -> bool:
    """Whether somebody is of that company, role, city or tag, by that very word."""
    wanted = _beside_names(typed)
    return bool(wanted.terms) and await _has_words(context, wanted)


def _beside_names(typed: str) -> Search:
    wanted = plain_search(typed)
    return altered(wanted, terms=tuple(altered(term, fields=BESIDE_NAMES) for term in wanted.terms))


async def _has_words(context: Context, wanted: Search) -> bool:
    """Whether somebody has the very words that are looked for, and not only others like them."""
    shown, _ = await context.db(context.store.search, context.user.id, wanted, offset=0, limit=1)
    cards = await context.db(context.store.cards, context.user.id, [contact.id or 0 for contact in shown])
    return any(has_words(card, wanted) for card in cards)


async def is_found(update: Update, context: Context, text: str) -> bool:
    """Whether a short text that says nothing else is somebody's company, role, city or tag: "head of data"."""
    return _is_short(update, text) and await _is_more_than_a_name(context, text)


def _is_short(update: Update, text: str) -> bool:
    forwarded = update.message is not None and update.message.forward_origin is not None
    short = len(text) <= LONGEST_QUERY and len(text.split()) <= MOST_QUERY_WORDS and "\n" not in text
    return short and not forwarded


async def is_told(update: Update, context: Context, text: str) -> bool:
    """Whether a short text is somebody's name and something known of them: "ana ruiz roche", "Ana at Roche"."""
    wanted = plain_search(text)
    named = altered(wanted, terms=tuple(altered(term, fields=("name", *BESIDE_NAMES)) for term in wanted.terms))
    return _is_short(update, text) and len(named.terms) > 1 and await _has_words(context, named)


async def _is_word_of_somebody(context: Context, typed: str) -> bool:
    """Whether a text that is nobody's name is found elsewhere. Only a single word may be misspelt, and only of a company,
    a role, a city or a tag: else hardly anybody new could be added by the name alone."""
    if await _has_words(context, await read_query(context, typed)):
        return True
    wanted = _beside_names(typed)
    if len(wanted.terms) != 1:
        return False
    _, total = await context.db(context.store.search, context.user.id, wanted, offset=0, limit=1)
    return total > 0


def _addable(typed: str) -> str | None:
    """The text as the name of somebody to add, where it may be one."""
    return None if "#" in typed else likely_name(typed)


async def find(update: Update, context: Context, wanted: Search) -> None:
    """Answer a question for people."""
    if await show_some(update, context, wanted):
        return
    if wanted.only_tag is not None and not await is_known(context, wanted.only_tag):
        await say_unknown(context, wanted.only_tag)
    else:
        await _say_nobody(context, wanted.text, Found([], []), wanted)


async def show_some(
    update: Update, context: Context, wanted: Search, page: int = 0, *, near: Sequence[int] = (), add: str | None = None
) -> bool:
    """Send a page of those who fit, or replace the one whose button was pressed; False where nobody fits."""
    if not wanted.is_narrow and wanted.statuses == Search("").statuses:
        return False
    texts, paged = context.texts, keyboards.carried(wanted.text) is not None
    size = PAGE if paged else LONE_PAGE
    shown, total = await context.db(context.store.search, context.user.id, wanted, offset=page * size, limit=size)
    pages = max(1, math.ceil(total / size))
    if page >= pages:  # an old button, of when there were more
        return await show_some(update, context, wanted, pages - 1, near=near, add=add)
    if not total:
        return False
    cards = await context.db(context.store.cards, context.user.id, [contact.id or 0 for contact in shown])
    seen = {contact.id for contact in shown}
    beside = [each for each in near if each not in seen]
    close = await context.db(context.store.contacts_by_ids, context.user.id, beside)
    text = texts.found(cards, wanted, total=total, cut=not paged and total > size, today=context.today)
    below = keyboards.add_named(add, texts) or await _tag_menu(context, wanted)
    await replace(update, context, text, keyboards.found(
        shown, wanted.text, page=page, pages=pages, texts=texts, near=close, below=below
    ))  # fmt: skip
    return True


async def _tag_menu(context: Context, wanted: Search) -> list[InlineKeyboardButton]:
    """Under the people of one tag, what can be done with that."""
    if wanted.only_tag is None:
        return []
    tag = await context.db(context.store.find_tag, context.user.id, wanted.only_tag)
    return [] if tag is None else keyboards.to_tag(tag.id, context.texts)


async def _say_nobody(context: Context, query: str, known: Found, wanted: Search | None = None) -> None:
    """Nobody fits: the names it may be misspelt of are offered, and to add them where it may be a name."""
    near = await context.db(context.store.contacts_by_ids, context.user.id, [each.id for each in known.close])
    text = context.texts.found_nobody(wanted or plain_search(query), near=bool(near))
    add = _addable(query) if wanted is None else None
    below = keyboards.add_named(add, context.texts)
    await say(context, text, keyboards.found([], query, page=0, pages=1, texts=context.texts, near=near, below=below))


async def press_find(update: Update, context: Context) -> None:
    """Another page of what a search found, or all that a tag or a word finds."""
    await nod(update)
    query = clean_text(context.pressed.arg).strip()
    page = min(context.pressed.id, keyboards.LAST_PAGE)
    wanted = await read_query(context, query)
    if not await show_some(update, context, wanted, page):
        text = context.texts.found_nobody(wanted, near=False)
        await replace(update, context, text, keyboards.found([], query, page=0, pages=1, texts=context.texts))
