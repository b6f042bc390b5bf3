"""Tags: listed, renamed, merged, and the rhythms they carry."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, select

from storage.adding import find_tag, tag_key
from storage.base import Base, refresh_many_due
from storage.journal import Journal
from storage.models import Change, Tag
from storage.shapes import Step, TagCount
from storage.tables import CONTACT_TAGS, CONTACTS, TAGS, read_row

_PRESENT = CONTACTS.c.deleted_at.is_(None) & (CONTACTS.c.status != "archived")


class Tagging(Base):
    def tags(self, user_id: int) -> list[TagCount]:
        """Most people first, then by name; not those that nobody has and that carry no rhythm."""
        joined = CONTACT_TAGS.join(CONTACTS, CONTACTS.c.id == CONTACT_TAGS.c.contact_id)
        count = select(CONTACT_TAGS.c.tag_id, func.count()).select_from(joined)
        count = count.where(CONTACT_TAGS.c.user_id == user_id, CONTACTS.c.user_id == user_id, _PRESENT)
        query = select(TAGS.c.id, TAGS.c.name, TAGS.c.cadence_days).where(TAGS.c.user_id == user_id)
        with self.reading() as connection:
            counts = {row[0]: row[1] for row in connection.execute(count.group_by(CONTACT_TAGS.c.tag_id))}
            rows = connection.execute(query.order_by(TAGS.c.key)).all()
        found = [TagCount(*row, count=counts.get(row.id, 0)) for row in rows]
        return sorted((tag for tag in found if tag.count or tag.cadence_days), key=lambda tag: -tag.count)

    def find_tag(self, user_id: int, name: str) -> Tag | None:
        """The tag of that name, without its # and without regard to case and accents."""
        query = select(TAGS).where(TAGS.c.user_id == user_id, TAGS.c.key == tag_key(name))
        with self.reading() as connection:
            row = connection.execute(query).one_or_none()
            return None if row is None else read_row(Tag, row)

    def rename_tag(
        self, user_id: int, update_id: int, tag_id: int, name: str, *, now: datetime, then: Step | None = None
    ) -> Change | None:
        """Kind "retagged", result {"tag_id", "old", "name", "merged", "count": who has it now, without the archived}.

        To the name of another tag: both become that one ("tag_id" and "name" are the kept one's), whose rhythm stays,
        or else the old one's comes along. None for a name with nothing in it, and for the name it has.
        """

        def work(journal: Journal) -> dict[str, Any] | None:
            tag, key = journal.row(TAGS, tag_id), tag_key(name)
            if tag is None or not key or tag.name == name:
                return None
            kept_id = find_tag(journal, key) or tag_id
            if kept_id == tag_id:
                journal.update(TAGS, tag_id, name=name, key=key)
            else:
                _merge_tag(journal, tag, kept_id)
            kept = journal.row(TAGS, kept_id)
            told = {"tag_id": kept_id, "old": tag.name, "name": name if kept is None else kept.name}
            return {**told, "merged": kept_id != tag_id, "count": _count(journal, kept_id)}

        return self._write(user_id, update_id, "retagged", work, now=now, then=then)

    def remove_tag(
        self, user_id: int, update_id: int, tag_id: int, *, now: datetime, then: Step | None = None
    ) -> Change | None:
        """Kind "untagged", result {"tag_id", "name", "count": who had it, without the archived}: nobody has it now."""

        def work(journal: Journal) -> dict[str, Any] | None:
            tag = journal.row(TAGS, tag_id)
            if tag is None:
                return None
            result = {"tag_id": tag_id, "name": tag.name, "count": _count(journal, tag_id)}
            links = _links(journal, tag_id)
            journal.delete_many(CONTACT_TAGS, links.values())
            journal.delete(TAGS, tag_id)
            _refresh(journal, tag, links)
            return result

        return self._write(user_id, update_id, "untagged", work, now=now, then=then)

    def set_tag_cadence(
        self,
        user_id: int,
        update_id: int,
        tag_id: int,
        days: int | None,
        *,
        now: datetime,
        wake: bool,
        then: Step | None = None,
    ) -> Change | None:
        """Kind "tag_cadence", result {"tag_id", "name", "days", "count": who has it, without the archived, "woken"}.

        `wake`: a rhythm makes those of the tag who wait in the inbox active ("woken" is how many); None wakes nobody.
        """

        def work(journal: Journal) -> dict[str, Any] | None:
            if journal.update(TAGS, tag_id, cadence_days=days) is None:
                return None
            tag = journal.row(TAGS, tag_id)
            links = _links(journal, tag_id)
            woken = _wake(journal, tag_id) if wake and days is not None else 0
            refresh_many_due(journal.connection, user_id, links)
            told = {"tag_id": tag_id, "name": "" if tag is None else tag.name}
            kept = None if tag is None else tag.cadence_days
            return {**told, "days": kept, "count": _count(journal, tag_id), "woken": woken}

        return self._write(user_id, update_id, "tag_cadence", work, now=now, then=then)


def _merge_tag(journal: Journal, tag: Row[Any], kept_id: int) -> None:
    """The bearers of one tag bear the other; who bears both loses the link to the first."""
    links, theirs = _links(journal, tag.id), _links(journal, kept_id)
    journal.delete_many(CONTACT_TAGS, [link for bearer, link in links.items() if bearer in theirs])
    journal.update_many(CONTACT_TAGS, [link for bearer, link in links.items() if bearer not in theirs], tag_id=kept_id)
    kept = journal.row(TAGS, kept_id)
    if kept is not None and kept.cadence_days is None and tag.cadence_days is not None:
        journal.update(TAGS, kept_id, cadence_days=tag.cadence_days)
        links |= theirs
    journal.delete(TAGS, tag.id)
    refresh_many_due(journal.connection, journal.user_id, links)


def _links(journal: Journal, tag_id: int) -> dict[int, int]:
    """Who bears a tag, archived, deleted and hidden ones too: the link's id by the contact's."""
    query = select(CONTACT_TAGS.c.contact_id, CONTACT_TAGS.c.id).where(CONTACT_TAGS.c.tag_id == tag_id)
    return {row[0]: row[1] for row in journal.connection.execute(query)}


def _refresh(journal: Journal, tag: Row[Any], bearers: dict[int, int]) -> None:
    if tag.cadence_days is not None:
        refresh_many_due(journal.connection, journal.user_id, bearers)


def _bearers(tag_id: int) -> Any:
    joined = CONTACT_TAGS.join(CONTACTS, CONTACTS.c.id == CONTACT_TAGS.c.contact_id)
    return select(CONTACTS.c.id).select_from(joined).where(CONTACT_TAGS.c.tag_id == tag_id, _PRESENT)


def _count(journal: Journal, tag_id: int) -> int:
    count: int = journal.connection.execute(select(func.count()).select_from(_bearers(tag_id).subquery())).scalar_one()
    return count


def _wake(journal: Journal, tag_id: int) -> int:
    waiting = _bearers(tag_id).where(CONTACTS.c.status == "inbox")
    return journal.update_many(CONTACTS, journal.connection.execute(waiting).scalars().all(), status="active")
