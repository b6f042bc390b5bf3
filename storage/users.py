"""The user's own row: opening it, settings, and the step Dotty waits at."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from storage import base
from storage.base import Base, find_change
from storage.journal import Journal, values_of
from storage.models import Change, User
from storage.shapes import Step
from storage.tables import CHANGES, NUDGES, USERS, insert_into, read_parts, read_row

SETTINGS = frozenset(
    {
        "timezone",
        "timezone_known",
        "nudge_weekday",
        "nudge_time",
        "people_per_week",
        "every_weeks",
        "reminder_on",
        "model_on",
        "next_nudge_at",
        "paused_until",
        "language",
        "unanswered",
        "about",
    }
)
_USER = select(USERS).where(USERS.c.id == bindparam("user"))
_USER_AND_CHANGE = (
    select(*USERS.c, *CHANGES.c)
    .select_from(
        USERS.outerjoin(CHANGES, (CHANGES.c.user_id == USERS.c.id) & (CHANGES.c.update_id == bindparam("update")))
    )
    .where(USERS.c.id == bindparam("user"))
)
#: Kept as the end of a pause without end while the user can't be reached; far, yet in every zone's calendar.
FOREVER = datetime(9000, 1, 1, tzinfo=UTC)


class Users(Base):
    def user(self, user_id: int) -> User | None:
        with self.reading() as connection:
            return _read_user(connection, user_id)

    def open_update(self, user_id: int, update_id: int) -> tuple[User | None, Change | None]:
        """Who writes, None where they are to be opened (`open_user`): new, or not reachable until now; and what the
        update wrote when it was handled before."""
        with self.reading() as connection:
            row = connection.execute(_USER_AND_CHANGE, {"user": user_id, "update": update_id}).one_or_none()
        user, change = (None, None) if row is None else read_parts((User, Change), row)
        return None if user is None or user.unreachable_at is not None else user, change

    def open_user(
        self, user_id: int, *, language: str | None, timezone: str, next_nudge_at: datetime | None, now: datetime
    ) -> User:
        """The user's row, made if there is none. Writing again, one who could not be reached is nudged again: from
        `next_nudge_at`, or from the end of their pause; never if they had paused without end."""
        with self.engine.begin() as connection:
            user = _read_user(connection, user_id)
            if user is not None and user.unreachable_at is None:
                return user
            new = User(id=user_id, language=language, timezone=timezone, next_nudge_at=next_nudge_at, created_at=now)
            values = {**values_of(new), "id": user_id}
            connection.execute(insert_into(connection, USERS).values(**values).on_conflict_do_nothing())
            base.lock_user(connection, user_id)
            user = _read_user(connection, user_id)
            if user is not None and user.unreachable_at is not None:
                connection.execute(update(USERS).where(USERS.c.id == user_id).values(**_back(user, next_nudge_at, now)))
                due = (NUDGES.c.user_id == user_id, NUDGES.c.kind == "promise", NUDGES.c.status == "planned")
                connection.execute(update(NUDGES).where(*due, NUDGES.c.push_at.is_(None)).values(push_at=now))
                user = _read_user(connection, user_id)
            if user is None:
                raise LookupError(f"user {user_id} was erased while being opened")
            return user

    def change_settings(
        self,
        user_id: int,
        update_id: int,
        *,
        values: Mapping[str, object],
        now: datetime,
        nudge_id: int | None = None,
        then: Step | None = None,
    ) -> Change | None:
        """Kind "settings", result {"fields": the columns that changed, or all that were given where they all were so
        before; "nudge_id" if it was given}; ValueError for a column that is no setting. `nudge_id`: the question about
        the pace that this answers; None when it was answered before."""
        if unknown := values.keys() - SETTINGS:
            raise ValueError(f"not a setting: {', '.join(sorted(unknown))}")

        def work(journal: Journal) -> dict[str, Any] | None:
            if nudge_id is not None and not _answer_question(journal, nudge_id):
                return None
            fields = journal.update(USERS, user_id, **values) or list(values)
            return {"fields": fields} | ({} if nudge_id is None else {"nudge_id": nudge_id})

        return self._write(user_id, update_id, "settings", work, now=now, then=then)

    def set_step(self, user_id: int, step: Step | None) -> None:
        """Wait for something, or for nothing; each change does the same with its `then`."""
        with self.engine.begin() as connection:
            base.set_step(connection, user_id, step)

    def change_of(self, user_id: int, update_id: int) -> Change | None:
        """What an update wrote, if it did: a handler that runs twice answers from this."""
        with self.reading() as connection:
            return find_change(connection, user_id, update_id)

    def change(self, user_id: int, change_id: int) -> Change | None:
        with self.reading() as connection:
            mine = (CHANGES.c.id == change_id, CHANGES.c.user_id == user_id)
            row = connection.execute(select(CHANGES).where(*mine)).one_or_none()
            return None if row is None else read_row(Change, row)


def _answer_question(journal: Journal, nudge_id: int) -> bool:
    question = journal.row(NUDGES, nudge_id)
    if question is None or question.kind != "pace" or question.status == "done":
        return False
    journal.update(NUDGES, nudge_id, status="done", push_at=None, answered_at=journal.now)
    return True


def _read_user(connection: Connection, user_id: int) -> User | None:
    row = connection.execute(_USER, {"user": user_id}).one_or_none()
    return None if row is None else read_row(User, row)


def _back(user: User, next_nudge_at: datetime | None, now: datetime) -> dict[str, Any]:
    if user.paused_until == FOREVER:
        return {"unreachable_at": None, "paused_until": None, "next_nudge_at": None}
    if user.paused_until is not None and user.paused_until > now:
        return {"unreachable_at": None, "next_nudge_at": max(user.paused_until, next_nudge_at or user.paused_until)}
    return {"unreachable_at": None, "next_nudge_at": next_nudge_at}
