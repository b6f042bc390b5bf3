"""How a nudge looks: its message and its buttons, for the sending loop and for the handlers alike."""

from datetime import date

from telegram import InlineKeyboardMarkup

from bot import keyboards
from bot.texts import Html, Texts
from storage import Card, Store
from storage.models import Nudge, User

Message = tuple[Html, InlineKeyboardMarkup | None]


def nudge_message(store: Store, user: User, nudge: Nudge, today: date) -> Message | None:
    """The message that carries a nudge, or one of the two questions that stand in for it; None where its contact is
    gone since."""
    texts = Texts(user.language)
    if nudge.kind == "names":
        return texts.ask_for_names(), None
    if nudge.kind == "pace":
        return texts.ask_about_pace(), keyboards.pace(nudge, texts)
    card = store.card(user.id, nudge.contact_id or 0)
    return open_nudge(texts, nudge, card, today) if card else None


def open_nudge(texts: Texts, nudge: Nudge, card: Card, today: date) -> Message:
    text = texts.nudge(
        name=card.contact.name,
        reason=nudge.reason,
        context=texts.context(card, today=today),
        opener=nudge.opener,
        tap_to_copy=len(nudge.opener) > keyboards.COPY_LENGTH,
    )
    return text, keyboards.nudge(nudge, card.points, texts)


def reminder_message(store: Store, user: User, nudge: Nudge) -> Message | None:
    """The gentle reminder; None where the contact is gone since."""
    contact = store.contact(user.id, nudge.contact_id or 0)
    texts = Texts(user.language)
    return None if contact is None else (texts.reminder(contact.name), keyboards.reminder(nudge, texts))
