"""What the sending loop writes down once a message has gone out."""

from datetime import datetime

from sqlalchemy import Connection, func, select, update

from storage.base import Base, lock_user
from storage.models import Nudge
from storage.tables import NUDGE_MESSAGES, NUDGES, insert_into


class Settling(Base):
    def settle_sent(self, nudge_id: int, *, message_id: int, remind_at: datetime | None, now: datetime) -> bool:
        """The nudge is in the chat: planned or later becomes sent, to be reminded of at `remind_at`.

        False when it was answered while it was on its way; the message is remembered as its carrier all the same.
        """
        with self.engine.begin() as connection:
            if not _carry(connection, nudge_id, message_id):
                return False
            waiting = (NUDGES.c.id == nudge_id, NUDGES.c.status.in_(("planned", "later")))
            values = {"status": "sent", "push_at": remind_at, "sent_at": func.coalesce(NUDGES.c.sent_at, now)}
            return connection.execute(update(NUDGES).where(*waiting).values(**values)).rowcount == 1

    def reword_nudge(self, nudge: Nudge) -> bool:
        """Keep the reason and the opener with which a nudge goes out on a later day; False when there is none such."""
        values = {name: getattr(nudge, name) for name in ("reason_kind", "reason", "opener", "opener_keys")}
        mine = (NUDGES.c.id == nudge.id, NUDGES.c.user_id == nudge.user_id)
        with self.engine.begin() as connection:
            return connection.execute(update(NUDGES).where(*mine).values(**values)).rowcount == 1

    def carry_nudge(self, user_id: int, nudge_id: int, message_id: int) -> bool:
        """One more message carries the nudge; False when there is no such nudge of the user's."""
        mine = select(NUDGES.c.id).where(NUDGES.c.id == nudge_id, NUDGES.c.user_id == user_id)
        with self.engine.begin() as connection:
            if connection.execute(mine).one_or_none() is None:
                return False
            return _carry(connection, nudge_id, message_id)

    def settle_reminder(self, nudge_id: int, *, message_id: int | None, now: datetime) -> bool:
        """The reminder is in the chat, and is the only one; False when the nudge was answered meanwhile."""
        with self.engine.begin() as connection:
            if message_id is not None and not _carry(connection, nudge_id, message_id):
                return False
            sent = (NUDGES.c.id == nudge_id, NUDGES.c.status == "sent")
            settle = update(NUDGES).where(*sent).values(reminded_at=now, push_at=None)
            return connection.execute(settle).rowcount == 1


def _carry(connection: Connection, nudge_id: int, message_id: int) -> bool:
    """Remember which nudge a message carries; False when there is no such nudge any more."""
    user_id = connection.execute(select(NUDGES.c.user_id).where(NUDGES.c.id == nudge_id)).scalar_one_or_none()
    if user_id is None or not lock_user(connection, user_id):
        return False
    values = {"user_id": user_id, "nudge_id": nudge_id, "message_id": message_id}
    carry = insert_into(connection, NUDGE_MESSAGES).values(**values)
    connection.execute(
        carry.on_conflict_do_update(index_elements=["user_id", "message_id"], set_={"nudge_id": nudge_id})
    )
    connection.execute(update(NUDGES).where(NUDGES.c.id == nudge_id).values(message_id=message_id))
    return True
