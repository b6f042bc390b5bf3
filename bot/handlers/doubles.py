"""Likely doubles, one pair at a time."""

from telegram import Update

from bot.context import Context
from bot.handlers import answers, double_pairs, general
from bot.handlers.replies import nod, say
from bot.rules.doubles import keep_first, merged_note, merged_values
from storage import Card
from storage.models import Change


async def merge_command(update: Update, context: Context) -> None:
    """/merge: the pair most alike, or word that there is none."""
    shown = await double_pairs.next_pair(context)
    await say(context, *(shown or (context.texts.no_doubles(), None)))


async def press_double(update: Update, context: Context) -> None:
    """The same, different, or later; where one of them is gone or merged meanwhile, it says so."""
    what, _, other = context.pressed.arg.partition(".")
    second_id = int(other) if other.isascii() and other.isdigit() and len(other) < 19 else 0
    if what not in ("same", "different", "later"):
        await general.old_button(update, context)
        return
    pair = await context.db(context.store.cards, context.user.id, [context.pressed.id, second_id])
    change = await _settle(context, what, pair) if len(pair) == 2 else None
    await nod(update, "" if change else context.texts.pair_settled())
    if change is not None:
        await answers.answer(update, context, change)


async def _settle(context: Context, what: str, pair: list[Card]) -> Change | None:
    first, second = pair
    if what == "same":
        return await _make_one(context, *((first, second) if keep_first(first, second) else (second, first)))
    return await context.db(
        context.store.judge_pair, context.user.id, context.update_id, first.contact.id or 0, second.contact.id or 0,
        what, on=context.today, now=context.now(),
    )  # fmt: skip


async def _make_one(context: Context, keep: Card, drop: Card) -> Change | None:
    """What the two say differently of the same fact is kept as a note."""
    facts = merged_note(keep, drop)
    note = context.texts.merged_note(drop.contact.name, facts) if facts else None
    return await context.db(
        context.store.merge_contacts, context.user.id, context.update_id, keep.contact.id or 0, drop.contact.id or 0,
        values=merged_values(keep, drop), note=note, on=context.today, now=context.now(),
    )  # fmt: skip
