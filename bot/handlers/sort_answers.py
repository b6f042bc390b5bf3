"""What Dotty answers to a sorted card: the next one, in its place."""

from telegram import InlineKeyboardMarkup

from bot.context import Context
from bot.handlers import sort_rounds
from bot.handlers.replies import edit
from bot.handlers.steps import wait_for
from bot.texts import Html
from storage.models import Change

Answer = tuple[Html, InlineKeyboardMarkup | None]


async def after_sorted(context: Context, change: Change) -> Answer | None:
    """The next card, on the message whose button was pressed; as a new one where that is gone, or none was."""
    user = await context.db(context.store.user, context.user.id)
    places = sort_rounds.round_of(user) if user else []
    place = _place(context) + 1 if context.pressed.verb == "sort" else sort_rounds.place_of(user) if user else 0
    if not places:  # something else has come between
        sorted_before: list[sort_rounds.Place] = [(change.result["contact_id"], [])] * place
        places = sorted_before + await sort_rounds.new_round(context, max(0, sort_rounds.ROUND - place))
        await wait_for(context, sort_rounds.waiting(context, places, place))
    return await _in_place(context, *await sort_rounds.card_due(context, places, place))


async def after_about(context: Context, _: Change) -> Answer | None:
    """It is known what they do: the first card."""
    user = await context.db(context.store.user, context.user.id)
    context.user.about = user.about if user else ""
    return await sort_rounds.begin(context)


async def brought_back(context: Context, change: Change) -> Answer | None:
    """One was taken back: their card comes again, and the round goes on behind it."""
    contact_id: int = change.result["of"]["contact_id"]
    place = max(0, (_place(context) if context.pressed.verb == "sort" else sort_rounds.place_of(context.user)) - 1)
    others = [each for each in await sort_rounds.new_round(context, sort_rounds.ROUND) if each[0] != contact_id]
    sorted_before: list[sort_rounds.Place] = [(0, [])] * place
    places = [*sorted_before, (contact_id, []), *others][: sort_rounds.ROUND]
    await wait_for(context, sort_rounds.waiting(context, places, place))
    return await _in_place(context, *await sort_rounds.card_due(context, places, place))


async def _in_place(context: Context, text: Html, markup: InlineKeyboardMarkup) -> Answer | None:
    pressed = context.pressed_in if context.pressed.verb == "sort" else None
    if pressed is not None and await edit(context, pressed, text, markup):
        return None
    return text, markup


def _place(context: Context) -> int:
    """Which card of the round was pressed, from 0, as its button tells."""
    number = context.pressed.arg.partition(".")[2] if context.pressed.verb == "sort" else ""
    return min(int(number), sort_rounds.ROUND) if number.isascii() and number.isdigit() and len(number) < 4 else 0
