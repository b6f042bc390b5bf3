"""Claims and settles for many users at once: as many statements for a hundred as for one, in one transaction.

On PostgreSQL a claim holds the users it is for and leaves those that another process holds, so processes share the work;
what a user writes meanwhile waits for it. On SQLite one transaction writes at a time.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import Connection, bindparam, case, func, select, update

from storage.among import Among
from storage.base import Base
from storage.briefing import Briefing, Shown, read_briefings, read_particulars
from storage.journal import insert_rows, values_of
from storage.models import Nudge, User
from storage.nudges import CLAIM
from storage.sending import OPEN, names_somebody, pushes, pushes_due, unsent_due
from storage.shapes import Card
from storage.tables import NUDGE_MESSAGES, NUDGES, USERS, insert_into, make_row, read_row, read_rows

#: Reads the card of the contact that was picked for each user, and what it was shown since an instant (UTC).
Particulars = Callable[[Mapping[int, int], datetime], dict[int, tuple[Card, Shown]]]


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a user's slot: it moves to `next_at`, for a new nudge, for one that was put off, or for nothing."""

    user: User
    next_at: datetime
    nudge: Nudge | None = None
    retake_id: int | None = None


@dataclass(frozen=True, slots=True)
class Delivered:
    """A message that Telegram took: a nudge's, to be reminded of at `remind_at` (UTC), or its one reminder."""

    nudge_id: int
    message_id: int
    remind_at: datetime | None = None
    is_reminder: bool = False


#: Decides about each of the users; whom it leaves out stays due.
Decide = Callable[[Sequence[Briefing], Particulars], Sequence[Decision]]


class Claiming(Base):
    def claim_due(
        self,
        now: datetime,
        limit: int,
        decide: Decide,
        *,
        postponed_until: datetime,
        familiar: bool = True,
        only: int | None = None,
    ) -> tuple[int, list[tuple[User, Nudge]]]:
        """Take the slots of the users who are due, the longest due first, as `decide` says: how many they were, and the
        nudges that are to be sent now. `only`: this user, if due. `familiar`: it matters how often contacts were in
        touch."""
        with self.engine.begin() as connection:
            due = _DUE if only is None else _DUE.where(USERS.c.id == only)
            users = read_rows(User, connection.execute(due, {"now": now, "limit": limit}))
            if not users:
                return 0, []
            briefings = read_briefings(connection, users, postponed_until, familiar=familiar)
            decisions = decide(briefings, partial(read_particulars, connection))
            return len(users), _write(connection, decisions, {each.user.id: each for each in briefings}, now)

    def claim_pushes(
        self, now: datetime, limit: int, *, since: datetime | None = None, unsent: bool = False
    ) -> list[tuple[User, Nudge, datetime]]:
        """Take the nudges whose time to go out has come (since an instant), the longest due first: each with its user and
        the instant it was due. `unsent`: only those of the week that were tried in vain."""
        query = unsent_due(now, limit) if unsent else pushes_due(now, limit, since)
        with self.engine.begin() as connection:
            due = {row.id: row.push_at for row in connection.execute(query)}
            if not due:
                return []
            rows = connection.execute(_TAKE, {"ids": list(due), "push_at": now + CLAIM}).all()
            nudges = {row.id: read_row(Nudge, row) for row in rows}
            owners = connection.execute(_OWNERS, {"ids": list({nudge.user_id for nudge in nudges.values()})})
            users = {user.id: user for user in read_rows(User, owners)}
            return [(users[nudge.user_id], nudge, due[id]) for id in due if (nudge := nudges.get(id)) is not None]

    def settle_all(self, delivered: Collection[Delivered], now: datetime) -> int:
        """These nudges are in their chats: planned or later becomes sent, and a reminder is the only one. What was answered
        while it was on its way stays answered, and the message is remembered as its carrier all the same. How many of the
        nudges are still there."""
        with self.engine.begin() as connection:
            ids = [each.nudge_id for each in delivered]
            owner = {row.id: row.user_id for row in connection.execute(_HELD, {"ids": ids})}
            there = [each for each in delivered if each.nudge_id in owner]
            if not there:
                return 0
            carry = insert_into(connection, NUDGE_MESSAGES)
            on_conflict = carry.on_conflict_do_update(
                index_elements=["user_id", "message_id"], set_={"nudge_id": carry.excluded.nudge_id}
            )
            connection.execute(
                on_conflict,
                [
                    {"user_id": owner[each.nudge_id], "nudge_id": each.nudge_id, "message_id": each.message_id}
                    for each in there
                ],
            )
            for statement, is_reminder in ((_SENT, False), (_REMINDED, True)):
                rows = [_settled(each, now) for each in there if each.is_reminder is is_reminder]
                if rows:
                    connection.execute(statement, rows)
            return len(there)

    def still_claimed(self, nudges: Mapping[int, datetime | None]) -> set[int]:
        """Which of these, claimed till an instant each, are to go out still: not those that were answered or erased since,
        or whose contact was archived."""
        with self.reading() as connection:
            rows = connection.execute(_PUSH_AT, {"ids": list(nudges)}).all()
            return {row.id for row in rows if row.push_at == nudges[row.id]}

    def release_all(self, nudges: Collection[tuple[int, datetime | None]], until: datetime) -> None:
        """Give nudges back that were claimed till an instant each, to go out at `until`; not those that others have."""
        with self.engine.begin() as connection:
            rows = [{"_id": nudge_id, "seen": seen, "until": until} for nudge_id, seen in nudges if seen is not None]
            if rows:
                connection.execute(_RELEASE, rows)


def _write(
    connection: Connection, decisions: Sequence[Decision], briefings: Mapping[int, Briefing], now: datetime
) -> list[tuple[User, Nudge]]:
    retaken = _retake(connection, [each.retake_id for each in decisions if each.retake_id is not None], now)
    closing = [each for each in decisions if each.nudge is not None or each.retake_id in retaken]
    open_ids = [open_id for each in closing for open_id in briefings[each.user.id].open_ids]
    if open_ids:
        connection.execute(_EXPIRE, {"ids": open_ids})
    expired = {each.user.id: briefings[each.user.id].unanswered for each in closing}
    taken = [each for each in decisions if each.retake_id is None or each.retake_id in retaken]
    moved = [_moved(each, expired.get(each.user.id, 0), now) for each in taken]
    if moved:
        connection.execute(_MOVE, moved)
    planned = iter(_plan(connection, [(each.user.id, each.nudge) for each in closing if each.nudge is not None], now))
    return [(each.user, retaken[each.retake_id] if each.retake_id else next(planned)) for each in closing]


def _moved(decision: Decision, expired: int, now: datetime) -> dict[str, Any]:
    """The question for names is asked once, and the one for the pace starts counting anew."""
    user, kind = decision.user, decision.nudge.kind if decision.nudge is not None else ""
    return {
        "_id": user.id,
        "next_nudge_at": decision.next_at,
        "unanswered": 0 if kind == "pace" else user.unanswered + expired,
        "asked_for_names_at": now if kind == "names" else user.asked_for_names_at,
    }


def _retake(connection: Connection, ids: Sequence[int], now: datetime) -> dict[int | None, Nudge]:
    rows = connection.execute(_RETAKE, {"ids": ids, "push_at": now + CLAIM}).all() if ids else []
    return {row.id: read_row(Nudge, row) for row in rows}


def _plan(connection: Connection, nudges: Sequence[tuple[int, Nudge]], now: datetime) -> list[Nudge]:
    """Insert users' nudges that are to go out now."""
    claimed = {"status": "planned", "created_at": now, "push_at": now + CLAIM}
    rows = [values_of(nudge) | claimed | {"user_id": user_id} for user_id, nudge in nudges]
    insert_rows(connection, NUDGES, rows)
    return [make_row(Nudge, row) for row in rows]


def _settled(each: Delivered, now: datetime) -> dict[str, Any]:
    return {"_id": each.nudge_id, "message_id": each.message_id, "_at": now} | (
        {} if each.is_reminder else {"_remind_at": each.remind_at}
    )


_DUE = (
    select(USERS)
    .where(USERS.c.next_nudge_at <= bindparam("now"))
    .order_by(USERS.c.next_nudge_at)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True, key_share=True)
)
_MOVE = update(USERS).where(USERS.c.id == bindparam("_id"))
_MOVE = _MOVE.values({name: bindparam(name) for name in ("next_nudge_at", "unanswered", "asked_for_names_at")})
_EXPIRE = update(NUDGES).where(Among(NUDGES.c.id), NUDGES.c.status.in_(("planned", "sent")))
_EXPIRE = _EXPIRE.values(status="expired", push_at=None)
_RETAKE = (
    update(NUDGES)
    .where(Among(NUDGES.c.id), NUDGES.c.status == "later", names_somebody())
    .values(status="planned", push_at=bindparam("push_at"))
    .returning(*NUDGES.c)
)
_TAKE = (
    update(NUDGES)
    .where(Among(NUDGES.c.id), NUDGES.c.status.in_(OPEN))
    .values(push_at=bindparam("push_at"))
    .returning(*NUDGES.c)
)
_PUSH_AT = pushes(NUDGES.c.id, NUDGES.c.push_at).where(Among(NUDGES.c.id))
_OWNERS = select(USERS).where(Among(USERS.c.id))
#: Users are held in the order of their ids, so that two processes never wait for each other.
_HELD = (
    select(NUDGES.c.id, NUDGES.c.user_id)
    .select_from(NUDGES.join(USERS, USERS.c.id == NUDGES.c.user_id))
    .where(Among(NUDGES.c.id))
    .order_by(USERS.c.id)
    .with_for_update(of=USERS, key_share=True)
)
_IS_WAITING = (NUDGES.c.status == "planned") | (NUDGES.c.status == "later")
_SENT = (
    update(NUDGES)
    .where(NUDGES.c.id == bindparam("_id"))
    .values(
        message_id=bindparam("message_id"),
        push_at=case((_IS_WAITING, bindparam("_remind_at", type_=NUDGES.c.push_at.type)), else_=NUDGES.c.push_at),
        sent_at=case(
            (_IS_WAITING, func.coalesce(NUDGES.c.sent_at, bindparam("_at", type_=NUDGES.c.sent_at.type))),
            else_=NUDGES.c.sent_at,
        ),
        status=case((_IS_WAITING, "sent"), else_=NUDGES.c.status),
    )
)
_WAS_SENT = NUDGES.c.status == "sent"
_REMINDED = (
    update(NUDGES)
    .where(NUDGES.c.id == bindparam("_id"))
    .values(
        message_id=bindparam("message_id"),
        reminded_at=case((_WAS_SENT, bindparam("_at", type_=NUDGES.c.sent_at.type)), else_=NUDGES.c.reminded_at),
        push_at=case((_WAS_SENT, None), else_=NUDGES.c.push_at),
    )
)
_RELEASE = (
    update(NUDGES)
    .where(NUDGES.c.id == bindparam("_id"), NUDGES.c.push_at == bindparam("seen"))
    .values(push_at=bindparam("until"))
)
