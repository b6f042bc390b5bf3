"""The pace of all processes together: whose turn it is to send, and until when nobody may."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import Connection, select, update

from storage.base import Base
from storage.tables import PACE, insert_into

_FREE_AT = select(PACE.c.free_at)


class Paces(Base):
    def reserve(self, name: str, count: int, per_second: float, *, now: datetime) -> datetime:
        """Take the next `count` sends of that name; the instant (UTC) from which they may go out, one after the other."""
        taken = timedelta(seconds=count / per_second)
        return self._move(name, now, lambda free_at: max(free_at, now) + taken)

    def hold(self, name: str, until: datetime) -> None:
        """Nobody sends before then; of two such instants the later counts."""
        self._move(name, until, lambda free_at: max(free_at, until))

    def free_at(self, name: str) -> datetime | None:
        """When the next send is free (UTC); None while nobody has sent yet."""
        with self.reading() as connection:
            return connection.execute(_FREE_AT.where(PACE.c.name == name)).scalar_one_or_none()

    def _move(self, name: str, now: datetime, later: Callable[[datetime], datetime]) -> datetime:
        """Write the later instant, and give the one from before, or `now` where that has passed."""
        with self.engine.begin() as connection:
            before = _held(connection, name, now)
            connection.execute(update(PACE).where(PACE.c.name == name).values(free_at=later(before)))
            return max(before, now)


def _held(connection: Connection, name: str, now: datetime) -> datetime:
    """The row's instant, held against other processes till the end; it is made where there is none."""
    query = _FREE_AT.where(PACE.c.name == name).with_for_update()
    found: datetime | None = connection.execute(query).scalar_one_or_none()
    if found is None:
        connection.execute(insert_into(connection, PACE).values(name=name, free_at=now).on_conflict_do_nothing())
        found = connection.execute(query).scalar_one()
    return found
