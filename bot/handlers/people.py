"""Looking people up: the list, the search, and a person's card."""

import math

from telegram import InlineKeyboardMarkup, Update

from bot import keyboards
from bot.context import Context
from bot.handlers import questions
from bot.handlers.replies import Markup, nod, replace, say
from bot.handlers.steps import current, step, wait_for
from bot.rules.choices import Choice
from bot.rules.names import clean_text, find
from bot.texts import Html

PAGE = 8
#: A search is one page, for a button can't carry what was searched for.
SEARCH_PAGE = 24


async def people_command(update: Update, context: Context) -> None:
    """/people, with what to search for behind it."""
    query = clean_text(" ".join(context.args or [])).strip()
    await (search(update, context, query) if query else show_people(update, context))


async def show_people(update: Update, context: Context, query: str = "", page: int = 0) -> None:
    """Send a page of the list, or replace the one whose button was pressed."""
    text, markup = await _page(context, query, page)
    await replace(update, context, text, markup)  # without a button pressed, it says it anew


async def _page(context: Context, query: str, page: int) -> tuple[Html, InlineKeyboardMarkup]:
    size = SEARCH_PAGE if query else PAGE
    shown, total = await context.db(
        context.store.people, context.user.id, offset=page * size, limit=size, query=query or None
    )
    pages = 1 if query else max(1, math.ceil(total / size))
    if page >= pages:  # an old button, of when there were more
        return await _page(context, query, pages - 1)
    text = context.texts.people(shown, total=total, query=query or None, today=context.today)
    return text, keyboards.people(shown, page=page, pages=pages, texts=context.texts)


async def press_people(update: Update, context: Context) -> None:
    await nod(update)
    await show_people(update, context, page=min(context.pressed.id, 10_000))


async def press_search(update: Update, context: Context) -> None:
    await nod(update)
    await wait_for(context, step(context, "search"))
    await say(context, context.texts.ask_search())


async def search(update: Update, context: Context, query: str) -> None:
    """A name opens the card; anything else lists who fits, by company, role, city or tag.

    What is typed next is no search any more, but this very text is, should it be delivered again.
    """
    if current(context) == "search":
        await wait_for(context, step(context, "search", done_by=context.update_id))
    found = find(query, await questions.everybody(context))
    if len(found.exact) == 1:
        await show_card(update, context, found.exact[0].id)
        return
    _, total = await context.db(context.store.people, context.user.id, offset=0, limit=1, query=query)
    if total or not found.close:
        await show_people(update, context, query=query)
    else:
        await open_named(update, context, Choice(context.update_id, query, context.today), query)


async def open_named(update: Update, context: Context, choice: Choice, typed: str) -> None:
    """Open the card of whom the name fits, typos forgiven; ask which where it fits several, and offer to add nobody."""
    if (chosen := choice.picked.get(typed)) is not None:
        await show_card(update, context, chosen)
        return
    found = find(typed, await questions.everybody(context))
    fits = found.exact or found.close
    if len(fits) == 1:
        await show_card(update, context, fits[0].id)
    elif fits:
        await questions.ask(update, context, choice.ask("which", typed=typed, ids=[known.id for known in fits[:8]]))
    else:
        await questions.ask(update, context, choice.ask("new", typed=typed))


async def show_card(update: Update, context: Context, contact_id: int) -> None:
    text, markup = await card_message(context, contact_id)
    await say(context, text, markup)


async def card_message(context: Context, contact_id: int) -> tuple[Html, Markup | None]:
    card = await context.db(context.store.card, context.user.id, contact_id)
    if card is None:
        return context.texts.html(context.texts.gone()), None
    return context.texts.card(card, context.today), keyboards.card(card.contact, context.texts)


async def press_card(update: Update, context: Context) -> None:
    """Open a card from a list, or go back to it from one of its own menus."""
    await nod(update)
    card = await context.db(context.store.card, context.user.id, context.pressed.id)
    if card is None:
        await say(context, context.texts.html(context.texts.gone()))
        return
    text, markup = context.texts.card(card, context.today), keyboards.card(card.contact, context.texts)
    if context.pressed.arg == "back":
        await replace(update, context, text, markup)
    else:
        await say(context, text, markup)
