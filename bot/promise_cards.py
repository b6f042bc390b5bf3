"""How the reminder of a promise looks, for the sending loop and for the handlers alike."""

from datetime import date

from telegram import InlineKeyboardMarkup

from bot import keyboards
from bot.texts import Html, Texts
from storage import Store
from storage.models import Nudge, User

Message = tuple[Html, InlineKeyboardMarkup | None]


def reminder(store: Store, user: User, nudge: Nudge, today: date) -> Message | None:
    """What was promised, and what can be done with it; None where it is settled, or whom it was made to is gone."""
    promise = store.promise(user.id, nudge.about_id or 0)
    contact = store.contact(user.id, promise.contact_id) if promise else None
    if promise is None or contact is None or promise.kept_on is not None or promise.dropped_on is not None:
        return None
    texts = Texts(user.language)
    return texts.promise_reminder(contact.name, promise, today), keyboards.promise(promise, texts)
