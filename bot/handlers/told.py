"""What the words on a touch tell besides, and what may be asked after it."""

import re
from dataclasses import replace
from datetime import timedelta

from telegram import Update

from bot.context import Context
from bot.handlers import answers
from bot.handlers.known import find_known
from bot.handlers.replies import say
from bot.handlers.spoken_of import of_step
from bot.handlers.steps import step
from bot.rules.awaited import has_two_capitals
from bot.rules.ledger import answered_in, favour_in, may_ask_need
from bot.rules.meanings import Adding, Asked, Changed, Meaning, Named, NotDone, Paused, Touched, Unclear
from bot.rules.next_times import next_time_in
from bot.rules.outreach_meanings import NextTime, Promised
from bot.rules.promise_phrases import promise_in
from bot.rules.tag_names import tags_in
from storage import Step, Told
from storage.models import Contact, Touch

#: "Heard back?" comes so many days after a touch.
HEARD_AFTER = timedelta(days=4)
#: Kind words at any other time; when it is asked how it went, that is how.
_WENT = re.compile(
    r"(?:(?:very|really|all|so) )?(?:good|great|nice|lovely|perfect|super|awesome|amazing|wonderful|brilliant|excellent)"
    r"(?:,? (?:thanks|thank you))?[.! ]*",
    re.IGNORECASE,
)
#: Where an answer may still be to come; who called or met has talked.
_OPEN_ENDED = (None, "message", "email")


def told_by(context: Context, text: str, meaning: Touched) -> Told:
    """Of a touch: what its words tell, and when to ask whether an answer came, where that isn't clear."""
    reply = "yes" if meaning.note and answered_in(meaning.note) else None
    favour = favour_in(text) or (favour_in(meaning.note) if meaning.note else None)
    ask = reply is None and meaning.channel in _OPEN_ENDED
    day = max(meaning.on + HEARD_AFTER, context.today + timedelta(days=1))
    return Told(reply, favour, heard_at=context.at_hour(day) if ask else None)


async def with_need(context: Context, told: Told, contact_id: int | None, note: str | None) -> tuple[Told, Step | None]:
    """As well asking what they could use, where nothing else is asked and it is time; and the step that waits for it.

    Without a note it is left, for then there is room for one."""
    contact = await context.db(context.store.contact, context.user.id, contact_id or 0)
    if contact is None or (note and promise_in(note, today=context.today)):
        return told, step(context, "promise_day") if contact and note else None
    if not await _may_ask(context, contact):
        return told, None
    return replace(told, need_asked_on=context.today), step(context, "need", contact_id=contact.id)


async def _may_ask(context: Context, contact: Contact) -> bool:
    if not may_ask_need(context.user, contact, context.today):
        return False
    return not await context.db(context.store.open_promises, context.user.id, contact.id)


async def keep_words(update: Update, context: Context, touch: Touch | None, text: str) -> None:
    """Words that came after a touch: kept with it, and done what they say of the next time, an answer, a favour."""
    contact = await context.db(context.store.contact, context.user.id, touch.contact_id) if touch else None
    if touch is None or contact is None:
        await say(context, context.texts.html(context.texts.gone()))
        return
    next_time = next_time_in(text, context.today) or NextTime("")
    said = Told(
        reply="yes" if answered_in(text) else None, favour=favour_in(text), turn_on=next_time.on,
        not_before=next_time.not_before,
    )  # fmt: skip
    told, then = await with_need(context, said, contact.id, text)
    change = await context.db(
        context.store.note_touch, context.user.id, context.update_id, touch.id or 0, text, context.now(), then,
        tags=tags_in(text), told=told,
    )  # fmt: skip
    if change is not None:
        await answers.answer(update, context, change)


async def take_went(update: Update, context: Context, text: str, meaning: Meaning) -> bool:
    """How it went, in their words; False for what is about something else."""
    if _WENT.fullmatch(text) is None and not await is_told(context, text, meaning):
        return False
    touch = await context.db(context.store.touch, context.user.id, context.user.step_data["touch_id"])
    await keep_words(update, context, touch, text)
    return True


async def is_told(context: Context, text: str, meaning: Meaning) -> bool:
    """Whether a text is a note when one is asked for, rather than something to act on."""
    return await _may_be_note(context, meaning) or await _tells_of_last(context, text, meaning)


async def _may_be_note(context: Context, meaning: Meaning) -> bool:
    """Also "likes tea", which could be a name in other places."""
    match meaning:
        case Named(query):
            found = await find_known(context, query)
            return not (found.exact or found.close or has_two_capitals(query))
        case Unclear(readings):
            return not any(isinstance(each, (Asked, Paused, Changed)) for each in readings)
        case Adding(reading):
            return reading.evidence != "strong"
        case _:
            return False


async def _tells_of_last(context: Context, text: str, meaning: Meaning) -> bool:
    """Whether words that mean something by themselves are to be kept with the touch that Dotty asks about: "I'll send
    her the report by Friday", "again in two weeks", "asked her for feedback"."""
    match meaning:
        case Promised(who) | NextTime(who):
            return not who or await _is_last(context, who)
        case NotDone():
            return promise_in(text, today=context.today) is not None
        case Touched((), on, channel, note):
            told = bool(channel or note) or favour_in(text) is not None or answered_in(text)
            return on == context.today and told
        case _:
            return False


async def _is_last(context: Context, who: str) -> bool:
    contact_id = await of_step(context)
    return contact_id in [known.id for known in (await find_known(context, who)).exact]
