"""What the sending loop takes in hand at once: the nudges of many users, claimed, planned and put into words together.

Everything here runs off the event loop, as the Store does.
"""

import logging
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.exc import SQLAlchemyError

from bot.context import Services
from bot.logs import whereabouts
from bot.nudge_cards import Message, nudge_message, open_nudge, remind_day, remind_day_of
from bot.planning import PUT_OFF, Chosen, Planner
from bot.rules.schedule import at_users_hour, local_day
from bot.rules.weeks import may_be_dormant
from bot.texts import Texts
from bot.troubles import find_trouble
from bot.wording import reword
from storage import Store
from storage.models import Nudge, User

log = logging.getLogger(__name__)

#: A postponed nudge that is to come back within this time of the next slot takes the slot.
SAME_SLOT = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Ready:
    """A claimed nudge, its message (None where there is nothing to say any more), and when to remind of it (UTC)."""

    user: User
    nudge: Nudge
    due: datetime
    message: Message | None
    remind_at: datetime | None


@dataclass(frozen=True, slots=True)
class Claim:
    """How many slots were taken, what is to be sent for them, and whose data were at fault."""

    taken: int
    ready: list[Ready]
    put_off: int = 0


def claim_slots(services: Services, now: datetime, limit: int, *, only: int | None = None) -> Claim:
    """Take what is due, the longest due first. Raises what the Store raises; then nothing was taken."""
    store, planner = services.store, Planner(now, services.spread)
    day = timedelta(days=1)  # today is one of three days, in whatever zone
    familiar = any(may_be_dormant(each.date()) for each in (now - day, now, now + day))
    taken, claimed = store.claim_due(
        now, limit, planner.decide, postponed_until=now + SAME_SLOT, familiar=familiar, only=only
    )
    made = [_made_ready(services, user, nudge, planner.chosen.get(user.id), now) for user, nudge in claimed]
    ready = [each for each in made if each is not None]
    return Claim(taken, ready, len(planner.put_off) + len(made) - len(ready))


def claim_one_by_one(services: Services, now: datetime, limit: int) -> Claim:
    """The same where one user's rows kept all from being taken: that user is put off. Raises what is the database's."""
    claims: list[Claim] = []
    for user_id, seen in services.store.due_users(now, limit):
        try:
            claims.append(claim_slots(services, now, 1, only=user_id))
        except Exception as error:
            if find_trouble(error) is not None:
                raise
            log.error("user %s put off: %s", user_id, whereabouts(error))
            services.store.put_off_user(user_id, seen=seen, until=now + PUT_OFF)
            claims.append(Claim(1, [], 1))
    ready = [each for claim in claims for each in claim.ready]
    return Claim(sum(claim.taken for claim in claims), ready, sum(claim.put_off for claim in claims))


def _made_ready(services: Services, user: User, nudge: Nudge, chosen: Chosen | None, now: datetime) -> Ready | None:
    """None where the user's own data are at fault: the nudge comes back in an hour."""
    try:
        due = user.next_nudge_at or now
        if chosen is None:
            return ready_to_send(services, user, nudge, due, now)
        today = local_day(now, user.timezone)
        message = open_nudge(Texts(user.language), nudge, chosen.card, today)
        remind_at = _remind_at(services, user, nudge, now, remind_day_of(nudge, chosen.reason, today))
        return Ready(user, nudge, due, message, remind_at)
    except SQLAlchemyError:
        raise
    except Exception as error:  # one user's fault must not stop the others
        log.error("nudge %s of user %s put off: %s", nudge.id, user.id, whereabouts(error))
        services.store.release_push(nudge.id or 0, seen=nudge.push_at, until=now + PUT_OFF)
        return None


def ready_to_send(services: Services, user: User, nudge: Nudge, due: datetime, now: datetime) -> Ready:
    """A claimed nudge made ready by itself, in today's words."""
    message = _word(services.store, user, nudge, now)
    return Ready(user, nudge, due, message, _remind_at(services, user, nudge, now))


def _remind_at(services: Services, user: User, nudge: Nudge, now: datetime, day: date | None = None) -> datetime | None:
    if not user.reminder_on or nudge.kind != "contact" or nudge.reminded_at is not None:
        return None
    found = day or remind_day(services.store, user, nudge, local_day(now, user.timezone))
    return at_users_hour(user, found, services.spread)


def _word(store: Store, user: User, nudge: Nudge, now: datetime) -> Message | None:
    """The nudge's message, in today's words."""
    today = local_day(now, user.timezone)
    reworded = reword(store, user, nudge, today) if nudge.kind == "contact" else None
    if reworded is not None:
        store.reword_nudge(reworded)
    return nudge_message(store, user, reworded or nudge, today)
