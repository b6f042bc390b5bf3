"""What a nudge is planned from, read for many users with as many statements as for one."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select

from storage.among import Among
from storage.base import Base
from storage.candidates import candidates_of
from storage.contacts import read_cards
from storage.follow_ups import WEEKLY
from storage.introduced import MADE
from storage.models import Contact, User
from storage.shapes import Candidate, Card, Ledger
from storage.tables import CONTACTS, INTRODUCTIONS, NUDGES, USERS, read_rows

#: So many openers of other contacts are looked at, so that those who are written to in a row aren't written to alike.
RECENT = 3


@dataclass(slots=True)
class Briefing:
    """A user whose slot is due, and whom their nudge may name. `open_ids`: this week's nudges that were sent or planned,
    and make room for the next; `unanswered` of them were about a contact, sent, and not answered. `is_waiting`: one of
    those can still be answered. `postponed_id`: the nudge they put off that takes the slot."""

    user: User
    open_ids: list[int] = field(default_factory=list)
    unanswered: int = 0
    is_waiting: bool = False
    postponed_id: int | None = None
    candidates: list[Candidate] = field(default_factory=list)
    #: contact id → when they were last named (UTC).
    nudged_on: dict[int, datetime] = field(default_factory=dict)


@dataclass(slots=True)
class Shown:
    """What a contact was shown: each nudge's instant (UTC) and opener keys, oldest first; the last keys that the user was
    shown of anybody, newest first; and who gave and asked."""

    offered: list[tuple[datetime, list[str]]] = field(default_factory=list)
    recent: list[str] = field(default_factory=list)
    ledger: Ledger = field(default_factory=Ledger)


class Briefings(Base):
    def briefing(self, user_id: int) -> Briefing | None:
        """Of a user who asks for a nudge; None where there is no such user."""
        with self.reading() as connection:
            users = read_rows(User, connection.execute(_USER, {"user": user_id}))
            return read_briefings(connection, users, None)[0] if users else None

    def particulars(self, user_id: int, contact_id: int, since: datetime) -> tuple[Card, Shown] | None:
        """A contact's card, and what it was shown since then (UTC); None where it is gone, or somebody else's."""
        with self.reading() as connection:
            return read_particulars(connection, {user_id: contact_id}, since).get(user_id)


def read_briefings(
    connection: Connection, users: Sequence[User], postponed_until: datetime | None, *, familiar: bool = True
) -> list[Briefing]:
    """In the order of the users. A nudge that was put off takes the slot where it comes back before `postponed_until`. Not
    `familiar`: how often contacts were in touch is left out."""
    ids = [user.id for user in users]
    briefings = {user.id: Briefing(user) for user in users}
    for row in connection.execute(_OPEN, {"ids": ids}).all():
        _add_open(briefings[row.user_id], row, postponed_until)
    picking = [each.user.id for each in briefings.values() if each.postponed_id is None]
    for user_id, candidates in candidates_of(connection, picking, familiar=familiar).items():
        briefings[user_id].candidates = candidates
    for user_id, contact_id, at in connection.execute(_NAMED, {"ids": picking}).all():
        briefings[user_id].nudged_on[contact_id] = at
    return list(briefings.values())


def read_particulars(
    connection: Connection, chosen: Mapping[int, int], since: datetime
) -> dict[int, tuple[Card, Shown]]:
    """By user, of the contact that was picked for them: the card, and what it was shown since then (UTC)."""
    contacts = read_rows(Contact, connection.execute(_CHOSEN, {"ids": list(chosen.values())}))
    theirs = [contact for contact in contacts if chosen.get(contact.user_id) == contact.id]
    cards = {card.contact.user_id: card for card in read_cards(connection, 0, theirs)}
    shown = read_shown(connection, cards, since)
    return {user_id: (card, shown[user_id]) for user_id, card in cards.items()}


def read_shown(connection: Connection, cards: Mapping[int, Card], since: datetime) -> dict[int, Shown]:
    """By user, of one card of theirs."""
    users = {card.contact.id or 0: user_id for user_id, card in cards.items()}
    made = _introductions_made(connection, users.keys())
    shown = {
        user_id: Shown(ledger=_ledger_of(card, made.get(card.contact.id or 0, 0))) for user_id, card in cards.items()
    }
    for contact_id, at, keys in connection.execute(_OFFERED, {"ids": list(users), "since": since}).all():
        shown[users[contact_id]].offered.append((at, keys))
    for user_id, keys in connection.execute(_LAST, {"ids": list(cards), "most": RECENT}).all():
        recent = shown[user_id].recent
        recent += list(reversed(keys))[: RECENT - len(recent)]
    return shown


def _add_open(briefing: Briefing, row: Any, postponed_until: datetime | None) -> None:
    """Rows come in the order in which postponed nudges come back."""
    if row.status != "later":
        briefing.open_ids.append(row.id)
        if row.kind == "contact" and row.status == "sent":
            briefing.unanswered += 1
            briefing.is_waiting |= row.contact_status is not None
    elif briefing.postponed_id is None and row.kind == "contact" and row.contact_status == "active":
        comes_back = postponed_until is not None and row.push_at is not None and row.push_at <= postponed_until
        briefing.postponed_id = row.id if comes_back else None


def _introductions_made(connection: Connection, contact_ids: Collection[int]) -> dict[int, int]:
    made: dict[int, int] = {}
    for pair in connection.execute(_MADE, {"ids": list(contact_ids), "others": list(contact_ids)}).all():
        for contact_id in pair:
            made[contact_id] = made.get(contact_id, 0) + 1
    return made


def _ledger_of(card: Card, made: int) -> Ledger:
    """As `Store.ledger` counts it."""
    favours = [touch.favour for touch in card.touches]
    kept = sum(promise.kept_on is not None for promise in card.promises)
    return Ledger(gave=favours.count("gave") + kept + made, asked=favours.count("asked"))


_USER = select(USERS).where(USERS.c.id == bindparam("user"))
_OPEN = (
    select(*NUDGES.c["id", "user_id", "kind", "status", "push_at"], CONTACTS.c.status.label("contact_status"))
    .select_from(NUDGES.outerjoin(CONTACTS, (CONTACTS.c.id == NUDGES.c.contact_id) & CONTACTS.c.deleted_at.is_(None)))
    .where(Among(NUDGES.c.user_id), NUDGES.c.kind.in_(WEEKLY), NUDGES.c.status.in_(("planned", "sent", "later")))
    .order_by(NUDGES.c.push_at, NUDGES.c.id)
)
_NAMED = (
    select(NUDGES.c.user_id, NUDGES.c.contact_id, func.max(func.coalesce(NUDGES.c.sent_at, NUDGES.c.created_at)))
    .where(Among(NUDGES.c.user_id), NUDGES.c.kind == "contact", NUDGES.c.contact_id.is_not(None))
    .group_by(NUDGES.c.user_id, NUDGES.c.contact_id)
)
_CHOSEN = select(CONTACTS).where(Among(CONTACTS.c.id), CONTACTS.c.deleted_at.is_(None))
_OFFERED_AT = func.coalesce(NUDGES.c.sent_at, NUDGES.c.created_at)
_OFFERED = (
    select(NUDGES.c.contact_id, _OFFERED_AT, NUDGES.c.opener_keys)
    .where(Among(NUDGES.c.contact_id), bindparam("since") <= _OFFERED_AT)
    .order_by(NUDGES.c.id)
)
_MADE = select(INTRODUCTIONS.c.first_id, INTRODUCTIONS.c.second_id).where(
    Among(INTRODUCTIONS.c.first_id) | Among(INTRODUCTIONS.c.second_id, "others"),
    INTRODUCTIONS.c.status.in_(MADE),
)


def _last_keys() -> Select[Any]:
    newest = func.row_number().over(partition_by=NUDGES.c.user_id, order_by=NUDGES.c.id.desc()).label("place")
    own = select(*NUDGES.c["user_id", "id", "opener_keys"], newest)
    own_rows = own.where(Among(NUDGES.c.user_id), NUDGES.c.kind == "contact").subquery()
    query = select(own_rows.c.user_id, own_rows.c.opener_keys).where(own_rows.c.place <= bindparam("most"))
    return query.order_by(own_rows.c.user_id, own_rows.c.id.desc())


_LAST = _last_keys()
