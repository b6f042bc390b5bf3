"""Everything kept of one user, for them to take away."""

from sqlalchemy import select

from storage.base import Base
from storage.contacts import read_cards
from storage.models import Contact, Introduction, Nudge, Tag, User
from storage.shapes import Export
from storage.tables import CONTACTS, INTRODUCTIONS, NUDGES, TAGS, USERS, read_row, read_rows


class Exporting(Base):
    def export(self, user_id: int) -> Export | None:
        """None when there is no such user.

        Deleted contacts, and those that an import is only staging, are left out, with their nudges and introductions;
        so are tags that nobody bears and that carry no rhythm.
        """
        with self.reading() as connection:
            user = connection.execute(select(USERS).where(USERS.c.id == user_id)).one_or_none()
            if user is None:
                return None
            mine = select(CONTACTS).where(CONTACTS.c.user_id == user_id, CONTACTS.c.deleted_at.is_(None))
            contacts = read_rows(Contact, connection.execute(mine.order_by(CONTACTS.c.name_key, CONTACTS.c.id)))
            known = {None, *(contact.id for contact in contacts)}
            tags, nudges, introductions = (
                connection.execute(select(table).where(table.c.user_id == user_id).order_by(table.c.id)).all()
                for table in (TAGS, NUDGES, INTRODUCTIONS)
            )
            cards = read_cards(connection, user_id, contacts)
            borne = {name for card in cards for name in card.tags}
            return Export(
                user=read_row(User, user),
                cards=cards,
                tags=read_rows(Tag, [row for row in tags if row.name in borne or row.cadence_days is not None]),
                nudges=read_rows(Nudge, [row for row in nudges if row.contact_id in known]),
                introductions=read_rows(
                    Introduction, [row for row in introductions if {row.first_id, row.second_id} <= known]
                ),
            )
