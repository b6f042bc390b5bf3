"""How a nudge looks: its message and its buttons, for the sending loop and for the handlers alike."""

from datetime import date, timedelta

from telegram import InlineKeyboardMarkup

from bot import keyboards
from bot.follow_ups import BUILDERS
from bot.rules.birthdays_near import next_birthday
from bot.rules.reasons import Reason
from bot.texts import Html, Texts
from bot.wording import reason_of
from storage import Card, Store
from storage.models import Nudge, User

#: An unanswered nudge is reminded of once, after so long.
REMIND_AFTER = timedelta(days=3)
#: What is told of with a day that comes round every year.
_YEARLY = ("birthday", "yearly")

Message = tuple[Html, InlineKeyboardMarkup | None]


def nudge_message(store: Store, user: User, nudge: Nudge, today: date) -> Message | None:
    """The message that carries a nudge, one of the two questions that stand in for it, or a follow-up; None where what
    it is about is gone since."""
    texts = Texts(user.language)
    if nudge.kind == "names":
        return texts.ask_for_names(), None
    if nudge.kind == "pace":
        return texts.ask_about_pace(), keyboards.pace(nudge, texts)
    if nudge.kind in BUILDERS:
        return BUILDERS[nudge.kind](store, user, nudge, today)
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
    return text, keyboards.nudge(nudge, card.points, texts, name=card.contact.name)


def remind_day(store: Store, user: User, nudge: Nudge, today: date) -> date:
    """When to remind of a nudge sent today: on the birthday or other yearly date that it told of, else in three days."""
    card = store.card(user.id, nudge.contact_id or 0) if nudge.reason_kind in _YEARLY else None
    return remind_day_of(nudge, reason_of(store, user, card, today) if card else None, today)


def remind_day_of(nudge: Nudge, reason: Reason | None, today: date) -> date:
    """The same, of today's reason."""
    told = reason if nudge.reason_kind in _YEARLY else None
    days = [] if told is None else [day for day in (told.birthday_on, told.yearly_on) if day and day > today]
    return min(days, default=today + REMIND_AFTER)


def reminder_message(store: Store, user: User, nudge: Nudge, today: date) -> Message | None:
    """The gentle reminder; None where the contact is gone since."""
    card = store.card(user.id, nudge.contact_id or 0)
    if card is None:
        return None
    texts = Texts(user.language)
    birthday = next_birthday(card.contact.birthday, today=today) == today
    return texts.reminder(card.contact.name, birthday=birthday), keyboards.reminder(nudge, texts)
