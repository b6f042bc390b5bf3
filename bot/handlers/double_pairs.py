"""The pair of contacts that is looked at next."""

import asyncio

from telegram import InlineKeyboardMarkup

from bot import keyboards
from bot.context import Context
from bot.rules.doubles import Likeness, likeness
from bot.texts import Html
from storage import Card

#: Candidates looked at, and how many of them are weighed at a time: the first that are alike are enough.
CANDIDATES, WEIGHED = 500, 100
#: Less alike than this, they aren't shown.
ALIKE = 0.5

Pair = tuple[Likeness, Card, Card]


async def next_pair(
    context: Context, undo_id: int | None = None, *, but: tuple[int, int] | None = None
) -> tuple[Html, InlineKeyboardMarkup] | None:
    """The question about the next pair, other than the one just put off; None when there is none."""
    candidates = await context.db(context.store.doubles, context.user.id, CANDIDATES)
    wanted = [ids for ids in candidates if ids != but]
    for start in range(0, len(wanted), WEIGHED):
        if alike := await _alike(context, wanted[start : start + WEIGHED]):
            why, first, second = alike[0]
            text = context.texts.double(first, second, why.reasons, len(alike))
            return text, keyboards.double(first.contact.id or 0, second.contact.id or 0, undo_id, context.texts)
    return None


async def _alike(context: Context, ids: list[tuple[int, int]]) -> list[Pair]:
    """Those that are alike, in their order: the surest first, and those put off last."""
    wanted = list(dict.fromkeys(each for pair in ids for each in pair))
    cards = {card.contact.id: card for card in await context.db(context.store.cards, context.user.id, wanted)}
    there = [(cards[first], cards[second]) for first, second in ids if first in cards and second in cards]
    return await asyncio.to_thread(_weighed, there)


def _weighed(there: list[tuple[Card, Card]]) -> list[Pair]:
    weighed = [(likeness(first, second), first, second) for first, second in there]
    return [pair for pair in weighed if pair[0].score >= ALIKE]
