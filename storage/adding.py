"""Adding contacts, and writing facts about those who are there."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from storage.base import Base, refresh_due
from storage.journal import Journal, length_of
from storage.keys import fold, storable
from storage.models import Change, Contact, ContactPoint, ContactTag, Note, Tag, Touch
from storage.room import check_room
from storage.shapes import NewContact, Step
from storage.tables import CONTACT_TAGS, CONTACTS, POINTS, TAGS, USERS

#: The facts that a second mention of somebody may fill in or replace.
FACTS = ("cadence_days", "company", "role", "met", "met_on", "city", "birthday", "language", "needs", "offers")


class Adding(Base):
    def add_contacts(
        self, user_id: int, update_id: int, people: Sequence[NewContact], *, now: datetime, then: Step | None = None
    ) -> Change | None:
        """Kind "added", result {"contact_ids"} in the order of `people`; the question for names may be asked again.

        Raises storage.FullError, and writes nothing, when they are too many.
        """

        def work(journal: Journal) -> dict[str, Any]:
            check_room(journal.connection, user_id, self.most_contacts, len(people))
            journal.update(USERS, user_id, asked_for_names_at=None)
            return {"contact_ids": [add_contact(journal, new) for new in people]}

        return self._write(user_id, update_id, "added", work, now=now, then=then)

    def merge_facts(
        self,
        user_id: int,
        update_id: int,
        contact_id: int,
        new: NewContact,
        *,
        now: datetime,
        then: Step | None = None,
    ) -> Change | None:
        """Kind "merged", result {"contact_id", "fields": the facts and kinds that changed}.

        What is given replaces what was there, what isn't given stays; the name and the status stay too, but that a
        cadence makes somebody of the inbox active.
        """

        def work(journal: Journal) -> dict[str, Any] | None:
            given = {name: getattr(new.contact, name) for name in FACTS if getattr(new.contact, name) is not None}
            fields = journal.update(CONTACTS, contact_id, **given)
            if fields is None:
                return None
            if "cadence_days" in given:
                leave_inbox(journal, contact_id)
            return {"contact_id": contact_id, "fields": [*fields, *add_details(journal, contact_id, new)]}

        return self._write(user_id, update_id, "merged", work, now=now, then=then)


def add_contact(journal: Journal, new: NewContact) -> int:
    contact = Contact(**new.contact.model_dump())
    contact.name_key = name_key(contact.name)
    contact.created_at = journal.now
    contact.last_touch_on = contact.next_due_on = contact.deleted_at = None
    contact_id = journal.insert(contact)
    add_details(journal, contact_id, new)
    return contact_id


def leave_inbox(journal: Journal, contact_id: int) -> None:
    """Whoever was given a rhythm is sorted with it: no longer in the inbox, but active."""
    row = journal.row(CONTACTS, contact_id)
    if row is not None and row.status == "inbox" and row.cadence_days is not None:
        journal.update(CONTACTS, contact_id, status="active", put_off_on=None)


def add_details(journal: Journal, contact_id: int, new: NewContact) -> list[str]:
    """The kinds of what was added: "phone", …, "tag", "note", "touch"."""
    kinds = [*add_points(journal, contact_id, new.points), *add_tags(journal, contact_id, new.tags)]
    for text in new.notes:
        add_note(journal, contact_id, text, new.contact.added_on)
        kinds.append("note")
    if new.touch is not None:
        add_touch(journal, contact_id, *new.touch)
        kinds.append("touch")
    refresh_due(journal.connection, journal.user_id, contact_id)
    return list(dict.fromkeys(kinds))


def name_key(name: str) -> str:
    return storable(fold(name), length_of(CONTACTS.c.name_key))


def add_points(journal: Journal, contact_id: int, points: Iterable[tuple[str, str]]) -> list[str]:
    """The kinds of the points that were not there yet."""
    present = select(POINTS.c.kind, POINTS.c.value).where(POINTS.c.contact_id == contact_id)
    known = {(kind, value) for kind, value in journal.connection.execute(present)}
    added = []
    for kind, value in points:
        kept = storable(value, length_of(POINTS.c.value))
        if kept and (kind, kept) not in known:
            known.add((kind, kept))
            journal.insert(ContactPoint(user_id=journal.user_id, contact_id=contact_id, kind=kind, value=kept))
            added.append(kind)
    return added


def add_tags(journal: Journal, contact_id: int, names: Iterable[str]) -> list[str]:
    """["tag"] when the contact has a tag more."""
    before = len(journal.images)
    for name in names:
        key = tag_key(name)
        if not key:
            continue
        tag_id = find_tag(journal, key)
        if tag_id is None:
            tag_id = journal.insert(Tag(user_id=journal.user_id, name=name, key=key))
        theirs = (CONTACT_TAGS.c.contact_id == contact_id, CONTACT_TAGS.c.tag_id == tag_id)
        if journal.connection.execute(select(CONTACT_TAGS.c.id).where(*theirs)).one_or_none() is None:
            journal.insert(ContactTag(user_id=journal.user_id, contact_id=contact_id, tag_id=tag_id))
    return ["tag"] if len(journal.images) > before else []


def tag_key(name: str) -> str:
    return storable(fold(name), length_of(TAGS.c.key))


def find_tag(journal: Journal, key: str) -> int | None:
    mine = (TAGS.c.user_id == journal.user_id, TAGS.c.key == key)
    return journal.connection.execute(select(TAGS.c.id).where(*mine)).scalar_one_or_none()


def add_note(journal: Journal, contact_id: int, text: str, on: date) -> int:
    return journal.insert(
        Note(user_id=journal.user_id, contact_id=contact_id, noted_on=on, text=text, created_at=journal.now)
    )


def add_touch(
    journal: Journal,
    contact_id: int,
    on: date,
    channel: str | None,
    note: str | None = None,
    nudge_id: int | None = None,
) -> int:
    return journal.insert(
        Touch(
            user_id=journal.user_id,
            contact_id=contact_id,
            touched_on=on,
            channel=channel,
            note=note,
            nudge_id=nudge_id,
            created_at=journal.now,
        )
    )
