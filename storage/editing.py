"""Changing one contact: its facts, its points and tags, its status, its notes."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from storage.adding import (
    FACTS,
    add_note,
    add_points,
    add_tags,
    find_tag,
    leave_inbox,
    name_key,
    tag_key,
)
from storage.base import Base, refresh_due
from storage.journal import Journal
from storage.models import Change
from storage.shapes import Step
from storage.tables import CONTACT_TAGS, CONTACTS, POINTS

EDITABLE = frozenset({*FACTS, "name", "status", "snoozed_until", "voice"})


class Editing(Base):
    def edit_contact(
        self,
        user_id: int,
        update_id: int,
        contact_id: int,
        *,
        values: Mapping[str, object] | None = None,
        points: Iterable[tuple[str, str]] = (),
        remove_points: Iterable[tuple[str, str | None]] = (),
        tags: Iterable[str] = (),
        remove_tags: Iterable[str] = (),
        now: datetime,
        then: Step | None = None,
    ) -> Change | None:
        """Kind "edited", result {"contact_id", "fields": the columns and kinds that changed}.

        `values` are by column, None erases; ValueError for a column that isn't the user's to edit. A point to remove
        is (kind, value), or (kind, None) for all of the kind; points are removed before others are added. A cadence
        makes somebody of the inbox active.
        """
        columns = _editable(values or {})

        def work(journal: Journal) -> dict[str, Any] | None:
            changed = journal.update(CONTACTS, contact_id, **columns)
            if changed is None:
                return None
            if "cadence_days" in changed and "status" not in columns:
                leave_inbox(journal, contact_id)
            changed += _remove_points(journal, contact_id, remove_points) + add_points(journal, contact_id, points)
            changed += _remove_tags(journal, contact_id, remove_tags) + add_tags(journal, contact_id, tags)
            refresh_due(journal.connection, user_id, contact_id)
            return {"contact_id": contact_id, "fields": [name for name in dict.fromkeys(changed) if name != "name_key"]}

        return self._write(user_id, update_id, "edited", work, now=now, then=then)

    def set_cadence(
        self,
        user_id: int,
        update_id: int,
        contact_ids: Sequence[int],
        days: int | None,
        *,
        now: datetime,
        then: Step | None = None,
    ) -> Change | None:
        """Kind "cadence", result {"contact_ids"}; ids that aren't the user's are left out, None when none is left.

        A cadence makes those of the inbox active.
        """

        def work(journal: Journal) -> dict[str, Any] | None:
            mine = [each for each in contact_ids if journal.update(CONTACTS, each, cadence_days=days) is not None]
            for contact_id in mine:
                leave_inbox(journal, contact_id)
                refresh_due(journal.connection, user_id, contact_id)
            return {"contact_ids": mine} if mine else None

        return self._write(user_id, update_id, "cadence", work, now=now, then=then)

    def archive(
        self, user_id: int, update_id: int, contact_id: int, *, now: datetime, then: Step | None = None
    ) -> Change | None:
        """Kind "archived", result {"contact_id"}; None when they were archived already."""
        return self._set_status(user_id, update_id, contact_id, "archived", "archived", now, then)

    def unarchive(
        self, user_id: int, update_id: int, contact_id: int, *, now: datetime, then: Step | None = None
    ) -> Change | None:
        """Kind "unarchived", result {"contact_id"}; None when they were active already."""
        return self._set_status(user_id, update_id, contact_id, "active", "unarchived", now, then)

    def _set_status(
        self, user_id: int, update_id: int, contact_id: int, status: str, kind: str, now: datetime, then: Step | None
    ) -> Change | None:
        def work(journal: Journal) -> dict[str, Any] | None:
            return {"contact_id": contact_id} if journal.update(CONTACTS, contact_id, status=status) else None

        return self._write(user_id, update_id, kind, work, now=now, then=then)

    def add_note(
        self,
        user_id: int,
        update_id: int,
        contact_id: int,
        text: str,
        *,
        on: date,
        tags: Iterable[str] = (),
        now: datetime,
        then: Step | None = None,
    ) -> Change | None:
        """Kind "noted", result {"contact_id", "note_id"}, and "tags" where the contact was given some with it."""

        def work(journal: Journal) -> dict[str, Any] | None:
            if journal.row(CONTACTS, contact_id) is None:
                return None
            written = {"contact_id": contact_id, "note_id": add_note(journal, contact_id, text, on)}
            return written | tag_along(journal, contact_id, tags)

        return self._write(user_id, update_id, "noted", work, now=now, then=then)


def tag_along(journal: Journal, contact_id: int, tags: Iterable[str]) -> dict[str, Any]:
    """Give the contact the tags that were typed with a note; {"tags"} where there were some."""
    names = list(dict.fromkeys(tags))
    if not names:
        return {}
    add_tags(journal, contact_id, names)
    refresh_due(journal.connection, journal.user_id, contact_id)
    return {"tags": names}


def _editable(values: Mapping[str, object]) -> dict[str, Any]:
    if unknown := values.keys() - EDITABLE:
        raise ValueError(f"not a fact of a contact: {', '.join(sorted(unknown))}")
    columns: dict[str, Any] = dict(values)
    if "name" in columns:
        columns["name_key"] = name_key(columns["name"])
    return columns


def _remove_points(journal: Journal, contact_id: int, points: Iterable[tuple[str, str | None]]) -> list[str]:
    removed = []
    for kind, value in points:
        query = select(POINTS.c.id).where(POINTS.c.contact_id == contact_id, POINTS.c.kind == kind)
        if value is not None:
            query = query.where(POINTS.c.value == value)
        for point_id in journal.connection.execute(query.order_by(POINTS.c.id)).scalars().all():
            journal.delete(POINTS, point_id)
            removed.append(kind)
    return removed


def _remove_tags(journal: Journal, contact_id: int, names: Iterable[str]) -> list[str]:
    removed = []
    for name in names:
        theirs = (CONTACT_TAGS.c.contact_id == contact_id, CONTACT_TAGS.c.tag_id == find_tag(journal, tag_key(name)))
        for link_id in journal.connection.execute(select(CONTACT_TAGS.c.id).where(*theirs)).scalars().all():
            journal.delete(CONTACT_TAGS, link_id)
            removed.append("tag")
    return removed
