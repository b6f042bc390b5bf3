"""What each kind of follow-up says when its time comes: one builder a kind, for the sending loop and handlers alike."""

from collections.abc import Callable
from datetime import date

from telegram import InlineKeyboardMarkup

from bot import heard_cards, introduction_cards, promise_cards
from bot.texts import Html
from storage import Store
from storage.models import Nudge, User

Message = tuple[Html, InlineKeyboardMarkup | None]
#: The message of a follow-up; None where there is nothing to say any more, and it is let go of.
Builder = Callable[[Store, User, Nudge, date], Message | None]

BUILDERS: dict[str, Builder] = {
    "promise": promise_cards.reminder,
    "heard": heard_cards.question,
    "intro": introduction_cards.proposal,
    "outcome": introduction_cards.outcome_question,
}
