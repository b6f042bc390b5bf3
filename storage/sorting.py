"""The inbox sorted one by one, and changes to many contacts at once."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from storage.adding import find_tag, tag_key
from storage.base import refresh_due, refresh_many_due
from storage.inbox import Inbox
from storage.journal import Journal, chunks_of
from storage.models import Change, Tag
from storage.shapes import Step
from storage.tables import CONTACT_TAGS, CONTACTS, TAGS

VERDICTS = ("keep", "later", "never")
#: Which contacts an action is for, by status.
_FOR: dict[str, tuple[str, ...]] = {
    "cadence": ("inbox", "active"),
    "archive": ("inbox", "active"),
    "tag": ("inbox", "active", "archived"),
    "restore": ("archived",),
}


class Sorting(Inbox):
    def sort_contact(
        self,
        user_id: int,
        update_id: int,
        contact_id: int,
        *,
        verdict: str,
        cadence_days: int | None = None,
        on: date,
        now: datetime,
        then: Step | None = None,
    ) -> Change | None:
        """Kind "sorted", result {"contact_id", "verdict", "days"}; None for somebody who isn't in the inbox.

        "keep" makes them active, with that cadence; "later" puts them behind the others, as of the day `on` in the
        user's zone; "never" archives them. ValueError for any other verdict.
        """
        if verdict not in VERDICTS:
            raise ValueError(f"no verdict: {verdict}")

        def work(journal: Journal) -> dict[str, Any] | None:
            row = journal.row(CONTACTS, contact_id)
            if row is None or row.status != "inbox":
                return None
            journal.update(CONTACTS, contact_id, **_sorted(verdict, cadence_days, on))
            refresh_due(journal.connection, user_id, contact_id)
            return {"contact_id": contact_id, "verdict": verdict, "days": cadence_days if verdict == "keep" else None}

        return self._write(user_id, update_id, "sorted", work, now=now, then=then)

    def change_many(
        self,
        user_id: int,
        update_id: int,
        ids: Iterable[int],
        *,
        action: str,
        days: int | None = None,
        tag: str | None = None,
        now: datetime,
        then: Step | None = None,
    ) -> Change | None:
        """Kind "bulk", result {"action", "days", "tag", "count": of those it is for}; None when there are none.

        "cadence" (of `days`, None takes it away) and "archive" are for whoever isn't archived, "restore" is for who
        is, "tag" for all. A cadence makes those of the inbox active. ValueError for any other action.
        """
        if action not in _FOR:
            raise ValueError(f"nothing to do to many: {action}")

        def work(journal: Journal) -> dict[str, Any] | None:
            mine = _fitting(journal, ids, _FOR[action])
            if not mine:
                return None
            if action == "tag" and not tag_key(tag or ""):
                return None
            _ACTIONS[action](journal, mine, days, tag or "")
            return {"action": action, "days": days, "tag": tag, "count": len(mine)}

        return self._write(user_id, update_id, "bulk", work, now=now, then=then)


def _sorted(verdict: str, days: int | None, on: date) -> dict[str, Any]:
    if verdict == "keep":
        return {"status": "active", "cadence_days": days, "put_off_on": None}
    return {"put_off_on": on} if verdict == "later" else {"status": "archived"}


def _fitting(journal: Journal, ids: Iterable[int], statuses: Sequence[str]) -> list[int]:
    """Those of the ids that are the user's and of these statuses, each once, in their order."""
    found: list[int] = []
    for chunk in chunks_of(dict.fromkeys(ids)):
        status = {row.id: row.status for row in journal.rows(CONTACTS, chunk, ("status",))}
        found += [each for each in chunk if status.get(each) in statuses]
    return found


def _set_cadence(journal: Journal, ids: list[int], days: int | None, _tag: str) -> None:
    values: dict[str, Any] = {"cadence_days": days}
    if days is not None:
        values |= {"status": "active", "put_off_on": None}
    journal.update_many(CONTACTS, ids, **values)
    refresh_many_due(journal.connection, journal.user_id, ids)


def _archive(journal: Journal, ids: list[int], _days: int | None, _tag: str) -> None:
    journal.update_many(CONTACTS, ids, status="archived")


def _restore(journal: Journal, ids: list[int], _days: int | None, _tag: str) -> None:
    journal.update_many(CONTACTS, ids, status="active")


def _tag(journal: Journal, ids: list[int], _days: int | None, name: str) -> None:
    tag_id = find_tag(journal, tag_key(name))
    if tag_id is None:
        tag_id = journal.insert(Tag(user_id=journal.user_id, name=name, key=tag_key(name)))
    bearers = select(CONTACT_TAGS.c.contact_id).where(CONTACT_TAGS.c.tag_id == tag_id)
    bearing = set(journal.connection.execute(bearers).scalars())
    links = [{"contact_id": each, "tag_id": tag_id} for each in ids if each not in bearing]
    journal.insert_many(CONTACT_TAGS, links)
    paced = journal.row(TAGS, tag_id)
    if paced is not None and paced.cadence_days is not None:
        refresh_many_due(journal.connection, journal.user_id, ids)


_ACTIONS: dict[str, Callable[[Journal, list[int], int | None, str], None]] = {
    "cadence": _set_cadence,
    "archive": _archive,
    "tag": _tag,
    "restore": _restore,
}
