"""What Dotty answers to a step of an introduction, made from the change alone, and how far one is."""

from collections.abc import Awaitable, Callable, Mapping

from telegram import InlineKeyboardMarkup

from bot import introduction_cards as cards
from bot import keyboards
from bot.context import Context
from bot.handlers.replies import edit, say
from bot.keyboards import introductions as buttons
from bot.rules.introductions import outcome_day
from bot.texts import Html
from storage.models import Change

Answer = tuple[Html, InlineKeyboardMarkup | None]


async def pair_of(context: Context, introduction_id: int) -> cards.Pair | None:
    return await context.db(cards.pair_of, context.store, context.user, introduction_id)


async def _pair(context: Context, change: Change) -> cards.Pair | None:
    return await pair_of(context, change.result["introduction_id"])


async def _settle_pressed(context: Context, text: Html) -> None:
    """The message whose button was pressed says what became of it, and has no buttons any more."""
    if context.pressed.verb == "intro" and context.pressed_in is not None:
        await edit(context, context.pressed_in, text)


async def after_asking(context: Context, change: Change) -> Answer | None:
    """Each of the two is asked first: words for one, then for the other."""
    pair = await _pair(context, change)
    if pair is None:
        return None
    introduction, first, second = pair
    texts = context.texts
    await _settle_pressed(context, texts.proposal(first.contact.name, second.contact.name, introduction.why))
    text = texts.asking(first.contact.name, second.contact.name)
    await say(context, text, keyboards.undo(change.id, texts))
    await say(context, *cards.ask_side(context.user, pair, 1))
    return cards.ask_side(context.user, pair, 2)


async def after_refusing(context: Context, change: Change) -> Answer | None:
    pair = await _pair(context, change)
    if pair is None:
        return None
    names = pair[1].contact.name, pair[2].contact.name
    await _settle_pressed(context, context.texts.proposal(*names, pair[0].why))
    return context.texts.introduction_refused(*names), keyboards.undo(change.id, context.texts)


async def after_putting_off(context: Context, change: Change) -> Answer | None:
    pair = await _pair(context, change)
    if pair is not None:
        text = context.texts.proposal(pair[1].contact.name, pair[2].contact.name, pair[0].why)
        await _settle_pressed(context, text)
    return context.texts.introduction_later(), keyboards.undo(change.id, context.texts)


async def after_reply(context: Context, change: Change) -> Answer | None:
    """On to the other one, to the message for both, or to a kind end."""
    pair = await _pair(context, change)
    if pair is None:
        return None
    introduction, first, second = pair
    contact_id, reply = change.result["contact_id"], change.result["reply"]
    who, other = (first, second) if contact_id == first.contact.id else (second, first)
    await _settle_pressed(context, context.texts.side_answered(who.contact.name, reply))
    if reply == "no":
        return cards.for_the_other(context.user, pair, contact_id, change.id)
    if introduction.status == "agreed":
        return cards.for_both(context.user, pair, change.id)
    text = context.texts.one_agreed(who.contact.name, other.contact.name)
    return text, keyboards.undo(change.id, context.texts)


async def after_making(context: Context, change: Change) -> Answer | None:
    pair = await _pair(context, change)
    if pair is None:
        return None
    introduction, first, second = pair
    names = first.contact.name, second.contact.name
    today, made_on = context.today, introduction.made_on or context.today
    await _settle_pressed(context, context.texts.introduction_told(*names, context.texts.introduced_on(made_on, today)))
    day = context.texts.introduced_on(outcome_day(made_on), today)
    return context.texts.introduction_made(*names, day), buttons.made(introduction, change.id, context.texts)


async def after_outcome(context: Context, change: Change) -> Answer | None:
    pair = await _pair(context, change)
    if pair is None:
        return None
    introduction, first, second = pair
    text = context.texts.outcome_kept(first.contact.name, second.contact.name, introduction.outcome or "")
    await _settle_pressed(context, text)
    return text, keyboards.undo(change.id, context.texts)


async def brought_back(context: Context, change: Change) -> Answer | None:
    """After an Undo of any of these: how far the two are now, with the buttons for going on."""
    of = change.result["of"]
    what = context.texts.change(change.result["undone"], change.result["names"], len(change.result["names"]))
    await say(context, context.texts.undone(what))
    pair = await pair_of(context, of["introduction_id"])
    return None if pair is None else await stand(context, pair)


async def stand(context: Context, pair: cards.Pair) -> Answer:
    """How far two are, with what can be done next; of two sides still to be asked, the first one's words are sent."""
    introduction, first, second = pair
    names, texts = (first.contact.name, second.contact.name), context.texts
    match introduction.status:
        case "proposed":
            return texts.proposal(*names, introduction.why), buttons.proposed(introduction, texts, later=False)
        case "asked":
            sides = [side for side, said in ((1, introduction.first_reply), (2, introduction.second_reply)) if not said]
            for side in sides[:-1]:
                await say(context, *cards.ask_side(context.user, pair, side))
            return cards.ask_side(context.user, pair, sides[-1] if sides else 1)
        case "agreed":
            return cards.for_both(context.user, pair)
        case "made":
            return cards.ask_outcome(context.user, pair, context.today)
        case "closed":
            day = texts.introduced_on(introduction.made_on or context.today, context.today)
            return texts.introduction_told(*names, day), None
        case _:
            return texts.introduction_refused(*names), buttons.pair(first.contact.id, second.contact.id, texts)


BUILDERS: Mapping[str, Callable[[Context, Change], Awaitable[Answer | None]]] = {
    "intro_asked": after_asking,
    "intro_declined": after_refusing,
    "intro_later": after_putting_off,
    "intro_reply": after_reply,
    "intro_made": after_making,
    "intro_outcome": after_outcome,
}
