"""Other words for a nudge: the user's own, typed in reply to it, or Dotty's in another tone or language, or as an ask."""

from telegram import Update

from bot import keyboards
from bot.context import Context
from bot.handlers import answers, editing
from bot.handlers.meant import nudged
from bot.handlers.nudges import pressed_nudge
from bot.handlers.replies import say
from bot.handlers.steps import current, step, wait_for
from bot.handlers.touching import nudge_meant
from bot.rephrasing import ask_opener, give_instead, rephrased
from bot.rules.choices import Choice
from bot.rules.given_names import given_name
from bot.rules.ledger import only_asked
from bot.rules.meanings import Adding, Greeted, Meaning, Named, NotDone, Noted, Touched, Unclear
from bot.rules.outreach_meanings import Reworded, Voiced
from bot.rules.own_words import FEWEST_WORDS, LONGEST, likeness
from bot.texts.openers import LEXICONS
from storage.models import Nudge

#: The key that the user's own words are stored under, in place of a line's.
OWN = "own"
#: What can still be worded otherwise.
_OPEN = ("planned", "sent", "later", "expired")


async def take_reply(update: Update, context: Context, nudge: Nudge, text: str, meaning: Meaning) -> bool:
    """Words typed in reply to a nudge: kept as its opener where that is clear; False where they mean something to Dotty;
    else the user is asked what they are."""
    if nudge.status not in _OPEN or nudge.kind != "contact":
        return False
    contact = await context.db(context.store.contact, context.user.id, nudge.contact_id or 0)
    if contact is None:
        return False
    alike = likeness(text, given_name(contact.name))
    if alike == "yes" and isinstance(meaning, (Unclear, Adding, Named, Noted, Greeted, Touched, NotDone)):
        await _keep(update, context, nudge, text)
        return True
    if meaning != Unclear() or (alike == "no" and len(text.split()) < FEWEST_WORDS):
        return False
    await wait_for(context, step(context, OWN, nudge_id=nudge.id, text=text))
    await say(context, context.texts.own_words_or_note(contact.name), keyboards.own_words(nudge.id or 0, context.texts))
    return True


async def _keep(update: Update, context: Context, nudge: Nudge, text: str) -> None:
    if len(text) > LONGEST:
        await say(context, context.texts.own_words_too_long(LONGEST))
        return
    change = await context.db(
        context.store.word_nudge, context.user.id, context.update_id, nudge.id or 0, opener=text, key=OWN,
        now=context.now(),
    )  # fmt: skip
    if change is not None:
        await answers.answer(update, context, change)


async def press_own(update: Update, context: Context) -> None:
    """The words typed before are the opener, or something to remember."""
    nudge = await pressed_nudge(update, context)
    waiting = context.user.step_data if current(context) == OWN else {}
    if nudge is None:
        return
    if waiting.get("nudge_id") != nudge.id:
        await say(context, context.texts.words_gone())
    elif context.pressed.arg == "opener":
        await _keep(update, context, nudge, waiting["text"])
    else:
        await editing.write_note(update, context, nudge.contact_id or 0, waiting["text"])


async def reworded(update: Update, context: Context, choice: Choice, meaning: Reworded) -> None:
    """ "shorter", "in Spanish", "ask for an intro to Grace", about the nudge that was replied to or is open."""
    nudge = await nudge_meant(context, choice)
    if nudge is None or nudge.status not in _OPEN:
        await say(context, context.texts.html(context.texts.no_open_nudge()))
    elif meaning.how == "ask":
        await _ask(update, context, nudge, meaning.to)
    elif meaning.how == "language" and meaning.language not in LEXICONS:
        await say(context, context.texts.no_openers_in(meaning.language or "", list(LEXICONS)))
    else:
        await _rephrase(update, context, nudge, meaning)


async def _rephrase(update: Update, context: Context, nudge: Nudge, meaning: Reworded) -> None:
    found = await context.db(rephrased, context.store, context.user, nudge, meaning, context.today)
    if found is None:
        texts = context.texts
        await say(context, texts.short_already() if meaning.how == "shorter" else texts.no_other_words())
    else:
        await _show(update, context, nudge, *found)


async def _ask(update: Update, context: Context, nudge: Nudge, to: str, *, all_the_same: bool = False) -> None:
    """An ask, once it is clear that it is not all one ever does with them."""
    ledger = await context.db(context.store.ledger, context.user.id, nudge.contact_id or 0)
    contact = await context.db(context.store.contact, context.user.id, nudge.contact_id or 0)
    if contact is not None and only_asked(ledger) and not all_the_same:
        await wait_for(context, step(context, "ask", nudge_id=nudge.id, to=to))
        choices = keyboards.ask_or_give(nudge.id or 0, context.texts)
        await say(context, context.texts.only_asked(contact.name), choices)
        return
    found = await context.db(ask_opener, context.store, context.user, nudge, to, context.today)
    if found is None:
        await say(context, context.texts.no_other_words())
    else:
        await _show(update, context, nudge, *found)


async def press_rework(update: Update, context: Context) -> None:
    """After "you have only ever asked them": ask all the same, or offer something instead."""
    nudge = await pressed_nudge(update, context)
    waiting = context.user.step_data if current(context) == "ask" else {}
    if nudge is None:
        return
    if context.pressed.arg == "ask" and waiting.get("nudge_id") == nudge.id:
        await _ask(update, context, nudge, waiting["to"], all_the_same=True)
    elif context.pressed.arg == "give":
        found = await context.db(give_instead, context.store, context.user, nudge, context.today)
        await (_show(update, context, nudge, *found) if found else say(context, context.texts.no_other_words()))
    else:
        await say(context, context.texts.words_gone())


async def _show(update: Update, context: Context, nudge: Nudge, opener: str, key: str) -> None:
    change = await context.db(
        context.store.show_opener, context.user.id, context.update_id, nudge.id or 0, opener=opener, key=key,
        now=context.now(),
    )  # fmt: skip
    if change is not None:
        await answers.answer(update, context, change)


async def voiced(update: Update, context: Context, choice: Choice, meaning: Voiced) -> None:
    """ "write to Ana formally": so from now on, and the opener that is open for them at once."""
    contact_id = await nudged(update, context, choice, meaning.who)
    if contact_id is None:
        if not meaning.who:
            await say(context, context.texts.html(context.texts.no_open_nudge()))
        return
    change = await context.db(
        context.store.edit_contact, context.user.id, context.update_id, contact_id, values={"voice": meaning.voice},
        now=context.now(),
    )  # fmt: skip
    if change is not None:
        await answers.answer(update, context, change)
