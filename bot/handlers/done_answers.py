"""What Dotty answers to a nudge that is done, from the change alone: the answer most often given of all."""

from dataclasses import dataclass

from telegram import InlineKeyboardMarkup

from bot import keyboards
from bot.context import Context
from bot.handlers import moments, promise_answers
from bot.handlers.nudge_messages import KEPT_UP, close_nudge
from bot.texts import Html
from storage import Store
from storage.models import Change, Contact, Nudge, Promise, Touch

#: So many open promises are asked about with a done.
ASKED_KEPT = 2


@dataclass(frozen=True, slots=True)
class Done:
    """What the answer tells of. `carriers` are the messages that carry the nudge."""

    contact: Contact
    nudge: Nudge
    touch: Touch
    carriers: list[int]
    promises: list[Promise]


def read_done(store: Store, user_id: int, change: Change) -> Done | None:
    """None where the contact is gone since. Runs off the event loop."""
    contact_id, nudge_id, touch_id = (change.result[name] for name in ("contact_id", "nudge_id", "touch_id"))
    with store.together():
        found = store.done(user_id, nudge_id, touch_id)
        if found is None:
            return None
        carriers = store.nudge_messages(user_id, nudge_id, limit=KEPT_UP)
        return Done(*found, carriers, store.open_promises(user_id, contact_id)[:ASKED_KEPT])


async def after_done(context: Context, change: Change) -> tuple[Html, InlineKeyboardMarkup | None] | None:
    """The nudge's own message says done from now on; a new one has the warm line and the next time, and room for a note
    or else the one question that is open."""
    done = await context.db(read_done, context.store, context.user.id, change)
    if done is None:
        return None
    contact, note, texts = done.contact, done.touch.note, context.texts
    await close_nudge(context, done.nudge, contact.name, "done", carriers=done.carriers)
    text = texts.done(contact, note=note, next_time=moments.next_time(context, contact), seed=done.touch.id or 0)
    if done.promises:
        text = Html(f"{text}\n{texts.ask_kept([each.text for each in done.promises])}")
    elif change.result.get("note_id") is not None:
        offered = await promise_answers.question(context, change, contact)
        if offered is not None:
            return Html(f"{text}\n{offered[0]}"), offered[1]
    return text, keyboards.after_done(change.id, texts, ask_note=not note, promised=done.promises)
