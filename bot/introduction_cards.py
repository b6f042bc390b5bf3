"""How the messages of introductions look, for the sending loop and for the handlers alike."""

from datetime import date

from telegram import InlineKeyboardMarkup

from bot.keyboards import introductions as keyboards
from bot.keyboards.data import COPY_LENGTH
from bot.matching import needy_first, words_for
from bot.planning import lives
from bot.texts import Html, Texts
from storage import Card, Store
from storage.models import Introduction, Nudge, User

Message = tuple[Html, InlineKeyboardMarkup | None]
#: An introduction and the cards of its two.
Pair = tuple[Introduction, Card, Card]


def pair_of(store: Store, user: User, introduction_id: int) -> Pair | None:
    """None where one of the two is gone."""
    introduction = store.introduction(user.id, introduction_id)
    cards = store.cards(user.id, [introduction.first_id, introduction.second_id]) if introduction else []
    return (introduction, cards[0], cards[1]) if introduction and len(cards) == 2 else None


def proposal(store: Store, user: User, nudge: Nudge, today: date) -> Message | None:
    """Two who should know each other; None where that is settled, or one of them is gone, archived or dead."""
    del today
    pair = _active(store, user, nudge)
    if pair is None or pair[0].status != "proposed":
        return None
    introduction, first, second = pair
    texts = Texts(user.language)
    text = texts.proposal(first.contact.name, second.contact.name, introduction.why)
    return text, keyboards.proposed(introduction, texts, later=True)


def outcome_question(store: Store, user: User, nudge: Nudge, today: date) -> Message | None:
    """What came of it? None where that is known, or one of them is gone, archived or dead."""
    pair = _active(store, user, nudge)
    if pair is None or pair[0].status != "made":
        return None
    return ask_outcome(user, pair, today)


def _active(store: Store, user: User, nudge: Nudge) -> Pair | None:
    pair = pair_of(store, user, nudge.about_id or 0)
    if pair is None or any(card.contact.status == "archived" or not lives(card) for card in pair[1:]):
        return None
    return pair


def ask_outcome(user: User, pair: Pair, today: date) -> Message:
    introduction, first, second = pair
    texts = Texts(user.language)
    day = texts.introduced_on(introduction.made_on or today, today)
    return texts.ask_outcome(first.contact.name, second.contact.name, day), keyboards.outcome(introduction, texts)


def ask_side(user: User, pair: Pair, side: int) -> Message:
    """Words for one of the two, with the ways to send them; `side` 1 is the first, 2 the second."""
    introduction, first, second = pair
    to, other = (first, second) if side == 1 else (second, first)
    texts = Texts(user.language)
    words = words_for(user, introduction, to, other, "intro_ask")
    text = texts.words_to(to.contact.name, words, tap_to_copy=len(words) > COPY_LENGTH)
    return text, keyboards.asking(introduction, side, words, to.points, texts)


def for_both(user: User, pair: Pair, change_id: int | None = None) -> Message:
    """The message that introduces them to each other."""
    introduction, first, second = pair
    texts = Texts(user.language)
    words = words_for(user, introduction, *needy_first(first, second), "intro_both")
    text = texts.both_agreed(
        first.contact.name, second.contact.name, words, tap_to_copy=len(words) > COPY_LENGTH
    )  # fmt: skip
    return text, keyboards.together(introduction, words, texts, change_id)


def for_the_other(user: User, pair: Pair, declined_by: int, change_id: int | None) -> Message:
    """One said no: words for the other one, who may have been asked already."""
    introduction, first, second = pair
    who, other = (first, second) if declined_by == first.contact.id else (second, first)
    texts = Texts(user.language)
    words = words_for(user, introduction, other, who, "intro_decline")
    text = texts.one_declined(
        who.contact.name, other.contact.name, words, tap_to_copy=len(words) > COPY_LENGTH
    )  # fmt: skip
    return text, keyboards.declined(words, other.points, change_id, texts)
