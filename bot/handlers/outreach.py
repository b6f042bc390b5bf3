"""Doing what a sentence around reaching out means, and taking the answers to what Dotty asks there."""

from collections.abc import Awaitable, Callable

from telegram import Update

from bot.context import Context
from bot.handlers import (
    explaining,
    heard_back,
    introducers,
    introducing_by_hand,
    introducing_in_words,
    needs,
    pacing,
    promise_buttons,
    promising,
    refusing,
    rewording,
    told,
    yearly,
)
from bot.rules.choices import Choice
from bot.rules.meanings import Meaning
from bot.rules.outreach_meanings import (
    Dated,
    HeadsUp,
    Introducer,
    Introducing,
    IntroOutcome,
    IntroReply,
    Kept,
    NextTime,
    Outreach,
    Promised,
    Refused,
    Reworded,
    Voiced,
    Why,
)
from storage.models import Nudge

#: Takes a text as the answer to a step; False where it is none, and is to be acted on.
Taker = Callable[[Update, Context, str, Meaning], Awaitable[bool]]

#: Who takes what is typed while Dotty waits for it, by step (bot.handlers.steps).
TAKERS: dict[str, Taker] = {
    "promise_day": promise_buttons.take_day,
    "went": told.take_went,
    "need": needs.take_need,
    "intro_why": introducing_by_hand.take_topic,
    "intro_outcome": introducing_in_words.take_outcome,
}


async def take_reply(update: Update, context: Context, nudge: Nudge, text: str, meaning: Meaning) -> bool:
    """Whether a text in reply to a follow-up answers it."""
    if nudge.kind == "promise":
        return await promise_buttons.take_reply(update, context, nudge.about_id or 0, text, meaning)
    if nudge.kind == "heard":
        return await heard_back.take_reply(update, context, nudge.about_id or 0, text, meaning)
    if nudge.kind in ("intro", "outcome"):
        return await introducing_in_words.take_reply(update, context, nudge, text, meaning)
    return False


async def act(update: Update, context: Context, choice: Choice, meaning: Outreach) -> None:
    match meaning:
        case Promised():
            await promising.promised(update, context, choice, meaning)
        case Kept():
            await promising.kept(update, context, choice, meaning)
        case Introducing():
            await introducing_by_hand.begin(update, context, choice, meaning)
        case Introducer():
            await introducers.find(context, meaning.query)
        case IntroReply():
            await introducing_in_words.replied(update, context, choice, meaning)
        case IntroOutcome():
            await introducing_in_words.turned_out(update, context, choice, meaning)
        case Why():
            await explaining.why(update, context, choice, meaning)
        case Refused():
            await refusing.refused(update, context, choice, meaning)
        case NextTime():
            await pacing.next_time(update, context, choice, meaning)
        case Dated():
            await yearly.dated(update, context, choice, meaning)
        case HeadsUp():
            await yearly.heads_up(update, context, choice, meaning)
        case Reworded():
            await rewording.reworded(update, context, choice, meaning)
        case Voiced():
            await rewording.voiced(update, context, choice, meaning)
