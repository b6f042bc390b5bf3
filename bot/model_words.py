"""An opener by the operator's model, for a nudge that has one of our own already."""

import logging
import re
from datetime import UTC, datetime

from bot.context import Services
from bot.opener_model import ASKS_PER_DAY
from bot.rules.given_names import given_name
from bot.rules.model_facts import Question, question_for
from bot.rules.opener_facts import OpenerFacts, facts_of
from bot.rules.opener_fitness import faults
from bot.rules.reasons import Reason
from bot.rules.schedule import local_day
from bot.rules.voices import voice_of
from bot.texts.models import model_rules
from bot.wording import lexicon_for, reason_of
from storage import Card, Store
from storage.models import Nudge, User

log = logging.getLogger(__name__)

#: The key that a model's opener is stored under, in place of a line's.
KEY = "model"


def question_of(store: Store, user: User, card: Card, reason: Reason, now: datetime) -> Question | None:
    """What would be asked about this contact; None where no model is asked. Reads through the Store."""
    contact, first = card.contact, given_name(card.contact.name)
    own_name = re.compile(rf"\b{re.escape(first or contact.name)}\b", re.IGNORECASE)

    def names_others(text: str) -> bool:
        return any(each != contact.id for each, _ in store.named(user.id, own_name.sub(" ", text)))

    tone = voice_of(contact, tags=card.tags, points=card.points)
    rules = model_rules(lexicon_for(user, card).language, tone)
    today = local_day(now, user.timezone)
    return question_for(card, rules=rules, occasion=reason.kind, today=today, names_others=names_others)


def example(store: Store, user: User, now: datetime) -> tuple[str, Question] | None:
    """Somebody the user knows, and what would be sent for them; None where there is nobody for it yet."""
    today = local_day(now, user.timezone)
    people, _ = store.people(user.id, offset=0, limit=20)
    cards = store.cards(user.id, [person.id for person in people if person.id is not None])
    for card in sorted(cards, key=lambda card: not card.notes):
        reason = reason_of(store, user, card, today)
        question = question_of(store, user, card, reason, now)
        if question is not None:
            return card.contact.name, question
    return None


async def model_opener(services: Services, user: User, nudge: Nudge, now: datetime) -> str | None:
    """The model's words for this nudge, where the user wants them and they pass the rules of every opener; None in every
    other case, at once where the model rests, and within `bot.opener_model.PATIENCE` otherwise."""
    model = services.model
    if model is None or not user.model_on or nudge.kind != "contact" or model.rests(now):
        return None
    prepared = await services.db(_prepare, services.store, user, nudge, now)
    day = now.astimezone(UTC).date()
    if prepared is None or not await services.db(services.store.take_model_ask, user.id, on=day, most=ASKS_PER_DAY):
        return None
    question, facts = prepared
    said = (await model.answer(question, services.clock) or "").strip()
    broken = faults(said, facts, recorded=list(question.texts()))
    if broken:
        log.info("the model's opener is not used: %s", ", ".join(broken))
    return said if not broken and said != nudge.opener else None


def _prepare(store: Store, user: User, nudge: Nudge, now: datetime) -> tuple[Question, OpenerFacts] | None:
    card = store.card(user.id, nudge.contact_id or 0)
    if card is None:
        return None
    today = local_day(now, user.timezone)
    reason = reason_of(store, user, card, today)
    question = question_of(store, user, card, reason, now)
    facts = facts_of(card, today=today, reason=reason, lexicon=lexicon_for(user, card))
    return None if question is None else (question, facts)
