"""People gathered from rows: those who are there twice become one."""

from dataclasses import fields
from typing import Any

from bot.rules.drafts import Draft
from bot.rules.files.shapes import WHAT_LENGTH, FileReading, Format, Reason, Skipped
from bot.rules.names import fold

#: Of the rows that gave nobody so many are told; a file of more is none of people.
MOST_SKIPPED = 100_000
_LINKEDIN = "https://www.linkedin.com/in/"
_MANY = frozenset({"tags", "phones", "emails", "links", "notes"})
_FIELDS = tuple(field.name for field in fields(Draft) if field.name != "name")


class Gathering:
    """People in the order of the file, each once, and what was skipped."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.people: list[Draft] = []
        self.skipped: list[Skipped] = []
        self._index: dict[str, int] = {}
        self._over = False

    @property
    def is_full(self) -> bool:
        return self._over or len(self.people) > self.most or len(self.skipped) > max(MOST_SKIPPED, self.most)

    def add(self, line: int, draft: Draft) -> None:
        keys = keys_of(draft)
        found = None
        for key in keys:
            index = self._index.get(key)
            if index is not None and _may_be_one(key, self.people[index], draft):
                found = index
                break
        if found is None:
            found = len(self.people)
            self.people.append(draft)
        else:
            self.people[found] = joined(self.people[found], draft)
            self.skip(line, draft.name, "same")
        for key in keys:
            self._index.setdefault(key, found)

    def skip(self, line: int, what: str, reason: Reason) -> None:
        self.skipped.append(Skipped(line, " ".join(what[: WHAT_LENGTH * 4].split())[:WHAT_LENGTH], reason))

    def overflow(self) -> None:
        """Gives up: there is more than is ever read."""
        self._over = True

    def reading(self, format_: Format) -> FileReading:
        """All of them, or none where they are too many."""
        if self.is_full:
            return FileReading(format_, problem="too_many")
        return FileReading(format_, tuple(self.people), tuple(self.skipped))


def keys_of(draft: Draft) -> list[str]:
    """What says that two rows are one person; where a row has nothing of the kind, all that a list says of them."""
    keys = [link for link in draft.links if link.startswith(_LINKEDIN)]
    keys += draft.emails
    keys += draft.phones
    if draft.telegram:
        keys.append(f"@{draft.telegram.lower()}")
    if draft.telegram_id:
        keys.append(f"id {draft.telegram_id}")
    return keys or [f"= {draft.name}|{draft.company}|{draft.role}|{draft.city}|{draft.met_on}|{draft.birthday}"]


def _may_be_one(key: str, first: Draft, second: Draft) -> bool:
    """A profile or a username is one person; a telephone or a mailbox is shared by people of plainly different names."""
    if key.startswith(("@", "id ", _LINKEDIN)):
        return True
    one, other = fold(first.name).replace(".", "").split(), fold(second.name).replace(".", "").split()
    if not one or not other or set(one) & set(other[:1]) or set(other) & set(one[:1]):
        return True
    return one[0].startswith(other[0]) or other[0].startswith(one[0])


def joined(first: Draft, second: Draft) -> Draft:
    """One person of two rows; of two facts that differ the first row's stays."""
    values: dict[str, Any] = {}
    for name in _FIELDS:
        old, new = getattr(first, name), getattr(second, name)
        values[name] = (*old, *(each for each in new if each not in old)) if name in _MANY else old or new
    return Draft(first.name or second.name, **values)
