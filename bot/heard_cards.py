"""The gentle question whether an answer came, for the sending loop and for the handlers alike."""

from datetime import date

from telegram import InlineKeyboardMarkup

from bot import keyboards
from bot.planning import lives
from bot.texts import Html, Texts
from storage import Store
from storage.models import Nudge, User

Message = tuple[Html, InlineKeyboardMarkup | None]


def question(store: Store, user: User, nudge: Nudge, _today: date) -> Message | None:
    """None where it is known by now, they were in touch again since, or have died."""
    touch = store.touch(user.id, nudge.about_id or 0)
    card = store.card(user.id, touch.contact_id) if touch else None
    if touch is None or card is None or touch.reply is not None or store.touched_since(user.id, touch):
        return None
    if not lives(card):
        return None
    texts = Texts(user.language)
    return texts.ask_heard(card.contact.name), keyboards.heard(touch.id or 0, texts)
