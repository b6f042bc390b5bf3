"""How often an operator's model is asked for a user."""

from datetime import date

from sqlalchemy import case, or_, update

from storage.base import Base
from storage.tables import USERS


class ModelAsks(Base):
    def take_model_ask(self, user_id: int, *, on: date, most: int) -> bool:
        """Whether the model may be asked once more on that day (of UTC); it counts as asked then."""
        today = USERS.c.model_day == on
        free = or_(USERS.c.model_day.is_(None), USERS.c.model_day != on, USERS.c.model_asks < most)
        asks = case((today, USERS.c.model_asks + 1), else_=1)
        take = update(USERS).where(USERS.c.id == user_id, USERS.c.model_on, free).values(model_asks=asks, model_day=on)
        with self.engine.begin() as connection:
            return connection.execute(take).rowcount == 1
