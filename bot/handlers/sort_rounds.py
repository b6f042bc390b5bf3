"""A round of sorting: up to twenty people of the inbox, the likeliest worth keeping first, and the card that is due.

The round's order waits in the user's step as [contact id, reasons] each, with the place it is at. Where something else
has taken the step since, the order is made anew from those who are left; the buttons tell at which place it goes on.
"""

import asyncio
from typing import Any

from telegram import InlineKeyboardMarkup

from bot import keyboards
from bot.context import Context
from bot.handlers.steps import step, wait_for
from bot.rules.sorting import rank
from bot.rules.zones import city_of
from bot.texts import Html
from storage import Card, Step
from storage.models import User

ROUND = 20
#: One card to show: the contact, and why they come now.
Place = tuple[int, list[str]]


def round_of(user: User) -> list[Place]:
    """The order of the round that the user is in; [] where they are in none."""
    kept: list[Any] = user.step_data.get("deck", []) if user.step == "sort" else []
    return [(each[0], each[1]) for each in kept]


def place_of(user: User) -> int:
    """From where in the round the card that is due is looked for."""
    return int(user.step_data.get("at", 0)) if user.step == "sort" else 0


def waiting(context: Context, places: list[Place], at: int = 0) -> Step:
    return step(context, "sort", deck=[list(each) for each in places], at=at)


async def new_round(context: Context, size: int = ROUND) -> list[Place]:
    """The likeliest of those who wait in the inbox, best first."""
    rows = await context.db(context.store.inbox, context.user.id)
    network = await context.db(context.store.network, context.user.id)
    ranked = await asyncio.to_thread(
        rank, rows, network=network, about=context.user.about or "", city=city_of(context.user.timezone),
        today=context.today,
    )  # fmt: skip
    return [(each.id, list(each.reasons)) for each in ranked[:size]]


async def begin(context: Context) -> tuple[Html, InlineKeyboardMarkup]:
    """A new round, and its first card."""
    places = await new_round(context)
    await wait_for(context, waiting(context, places))
    return await card_due(context, places, 0)


async def first_waiting(context: Context, places: list[Place], place: int) -> tuple[int, Card] | None:
    """The first from this place of the round on who still waits in the inbox."""
    for number in range(place, len(places)):
        card = await context.db(context.store.card, context.user.id, places[number][0])
        if card is not None and card.contact.status == "inbox":
            return number, card
    return None


async def card_due(context: Context, places: list[Place], place: int) -> tuple[Html, InlineKeyboardMarkup]:
    """The card at this place of the round, or the first behind it whose person still waits; or the round's end."""
    left = await context.db(context.store.inbox_count, context.user.id)
    most = max(len(places), place + 1)
    if found := await first_waiting(context, places, place):
        number, card = found
        text = context.texts.sort_card(card, places[number][1], place=number, most=most, left=left)
        return text, keyboards.sort_card(card.contact.id, number, context.texts)
    text = context.texts.sort_round(min(place, ROUND), left)
    return text, keyboards.sort_ended(context.texts, left=left, back=place)
