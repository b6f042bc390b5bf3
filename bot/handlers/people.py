"""The list of people, and a person's card."""

import math
from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update

from bot import keyboards
from bot.context import Context
from bot.handlers.replies import nod, replace, say
from bot.handlers.steps import step, wait_for
from bot.texts import Html

PAGE = 8


async def show_people(update: Update, context: Context, page: int = 0) -> None:
    """Send a page of the list, or replace the one whose button was pressed."""
    text, markup = await _page(context, page)
    await replace(update, context, text, markup)  # without a button pressed, it says it anew


async def _page(context: Context, page: int) -> tuple[Html, InlineKeyboardMarkup]:
    shown, total = await context.db(context.store.people, context.user.id, offset=page * PAGE, limit=PAGE)
    pages = max(1, math.ceil(total / PAGE))
    if page >= pages:  # an old button, of when there were more
        return await _page(context, pages - 1)
    waiting = await context.db(context.store.inbox_count, context.user.id)
    text = context.texts.people(shown, total=total, inbox=waiting, today=context.today)
    return text, keyboards.people(shown, page=page, pages=pages, texts=context.texts)


async def press_people(update: Update, context: Context) -> None:
    await nod(update)
    await show_people(update, context, page=min(context.pressed.id, 10_000))


async def press_search(update: Update, context: Context) -> None:
    await nod(update)
    await wait_for(context, step(context, "search"))
    await say(context, context.texts.ask_search())


async def show_card(update: Update, context: Context, contact_id: int) -> None:
    await say_card(context, contact_id)


async def say_card(context: Context, contact_id: int, more: Sequence[InlineKeyboardButton] = ()) -> None:
    """Send the card, with more buttons below its own."""
    text, markup = await card_message(context, contact_id)
    if more and markup is not None:
        markup = InlineKeyboardMarkup([*markup.inline_keyboard, more])
    await say(context, text, markup)


async def card_message(context: Context, contact_id: int) -> tuple[Html, InlineKeyboardMarkup | None]:
    card = await context.db(context.store.card, context.user.id, contact_id)
    if card is None:
        return context.texts.html(context.texts.gone()), None
    ledger = await context.db(context.store.ledger, context.user.id, contact_id)
    introduced = await context.db(context.store.introduced_to, context.user.id, contact_id)
    text = context.texts.with_ledger(context.texts.card(card, context.today), ledger)
    text = context.texts.with_introductions(text, introduced, context.today)
    return text, keyboards.card(card.contact, context.texts)


async def press_card(update: Update, context: Context) -> None:
    """Open a card from a list, or go back to it from one of its own menus."""
    await nod(update)
    text, markup = await card_message(context, context.pressed.id)
    if context.pressed.arg == "back" and markup is not None:
        await replace(update, context, text, markup)
    else:
        await say(context, text, markup)
