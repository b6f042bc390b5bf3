"""Yearly dates besides the birthday, and how long before them a nudge may come."""

from datetime import datetime
from typing import Any

from sqlalchemy import select

from storage.base import Base
from storage.journal import Journal
from storage.keys import fold
from storage.models import Change, YearlyDate
from storage.shapes import Step
from storage.tables import CONTACTS, YEARLY_DATES, read_rows

#: Nobody has more; a program that sends them is stopped here.
MOST_DATES = 50


class Yearly(Base):
    def yearly_dates(self, user_id: int, contact_id: int) -> list[YearlyDate]:
        """In the order they were told."""
        mine = (YEARLY_DATES.c.user_id == user_id, YEARLY_DATES.c.contact_id == contact_id)
        with self.reading() as connection:
            query = select(YEARLY_DATES).where(*mine).order_by(YEARLY_DATES.c.id)
            return read_rows(YearlyDate, connection.execute(query).all())

    def set_yearly(
        self,
        user_id: int,
        update_id: int,
        contact_id: int,
        name: str,
        day: str,
        *,
        now: datetime,
        then: Step | None = None,
    ) -> Change | None:
        """Kind "yearly", result {"contact_id", "date_id"}; `day` is "2015-06-12" or "--06-12".

        A date of that name, in any case, gets the new day. None when there is no such contact, or it has `MOST_DATES`.
        """

        def work(journal: Journal) -> dict[str, Any] | None:
            if journal.row(CONTACTS, contact_id) is None:
                return None
            known = dates_of(journal, contact_id)
            date_id = next((each.id for each in known if fold(each.name) == fold(name)), None)
            if date_id is not None:
                journal.update(YEARLY_DATES, date_id, day=day)
            elif len(known) >= MOST_DATES:
                return None
            else:
                new = YearlyDate(user_id=user_id, contact_id=contact_id, name=name, day=day)
                date_id = journal.insert(new)
            return {"contact_id": contact_id, "date_id": date_id}

        return self._write(user_id, update_id, "yearly", work, now=now, then=then)

    def drop_yearly(
        self, user_id: int, update_id: int, date_id: int, *, now: datetime, then: Step | None = None
    ) -> Change | None:
        """Kind "unyearly", result {"contact_id", "name": of the date, which is gone}; None when it isn't there."""

        def work(journal: Journal) -> dict[str, Any] | None:
            row = journal.row(YEARLY_DATES, date_id)
            if row is None or journal.row(CONTACTS, row.contact_id) is None:
                return None
            journal.delete(YEARLY_DATES, date_id)
            return {"contact_id": row.contact_id, "name": row.name}

        return self._write(user_id, update_id, "unyearly", work, now=now, then=then)

    def set_headsup(
        self,
        user_id: int,
        update_id: int,
        contact_id: int,
        days: int | None,
        *,
        now: datetime,
        then: Step | None = None,
    ) -> Change | None:
        """Kind "headsup", result {"contact_id", "days"}: how long before their yearly days a nudge may tell of them."""

        def work(journal: Journal) -> dict[str, Any] | None:
            written = journal.update(CONTACTS, contact_id, headsup_days=days)
            return None if written is None else {"contact_id": contact_id, "days": days}

        return self._write(user_id, update_id, "headsup", work, now=now, then=then)


def dates_of(journal: Journal, contact_id: int) -> list[YearlyDate]:
    mine = (YEARLY_DATES.c.user_id == journal.user_id, YEARLY_DATES.c.contact_id == contact_id)
    query = select(YEARLY_DATES).where(*mine).order_by(YEARLY_DATES.c.id)
    return read_rows(YearlyDate, journal.connection.execute(query).all())
