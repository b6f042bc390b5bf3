"""What the sending loop writes down of one nudge; of many that went out, see `storage.claiming`."""

from datetime import datetime

from sqlalchemy import update

from storage.base import Base
from storage.models import Nudge
from storage.tables import NUDGES


class Settling(Base):
    def reword_nudge(self, nudge: Nudge) -> bool:
        """Keep the reason and the opener with which a nudge goes out on a later day; False when there is none such."""
        values = {name: getattr(nudge, name) for name in ("reason_kind", "reason", "opener", "opener_keys")}
        mine = (NUDGES.c.id == nudge.id, NUDGES.c.user_id == nudge.user_id)
        with self.engine.begin() as connection:
            return connection.execute(update(NUDGES).where(*mine).values(**values)).rowcount == 1

    def drop_reminder(self, nudge_id: int, *, now: datetime) -> bool:
        """There will be no reminder, as if it had been sent; False when the nudge was answered meanwhile."""
        sent = (NUDGES.c.id == nudge_id, NUDGES.c.status == "sent")
        with self.engine.begin() as connection:
            dropped = update(NUDGES).where(*sent).values(reminded_at=now, push_at=None)
            return connection.execute(dropped).rowcount == 1
