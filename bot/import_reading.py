"""An import's file, read, and what the preview tells of it."""

from collections import Counter
from datetime import date
from typing import Any

from bot.config import DEFAULT_CONTACTS
from bot.rules.files.shapes import FileReading
from bot.rules.imports import Plan
from bot.rules.zones import region_of
from storage import Incoming
from storage.models import Import, User

#: How many of those who are new the preview names.
EXAMPLES = 5


def read_import(content: bytes, row: Import, user: User, *, today: date, most: int) -> FileReading:
    """The people of an import's file. `most` is what the user may have; a file of more than a usual network's is read
    to its end all the same, so that they are told how many there are."""
    from bot.rules.files.reading import read_file  # here, for its tables of words take a while to load

    region = region_of(user.timezone) if user.timezone_known else None
    most = max(most, DEFAULT_CONTACTS)
    return read_file(content, name=row.file_name, region=region, today=today, columns=row.columns, most=most)


def counts_of(reading: FileReading, planned: Plan) -> dict[str, Any]:
    reasons = reasons_of(reading)
    if planned.joined:
        reasons["same"] = reasons.get("same", 0) + planned.joined
    examples = [[draft.name, draft.role, draft.company] for draft in planned.new[:EXAMPLES]]
    return {
        "new": len(planned.new), "updated": len(planned.merges), "same": planned.same, "skipped": reasons,
        "examples": examples,
    }  # fmt: skip


def news_of(added: Incoming) -> list[list[str]]:
    facts = [[name, str(value)] for name, value in added.values.items() if name != "imported"]
    tags, notes = [["tag", tag] for tag in added.tags], [["note", text[:200]] for _, text in added.notes]
    history = [["history", ""]] if added.touches or added.promises or added.dates else []
    return [*facts, *([kind, value] for kind, value in added.points), *tags, *notes, *history]


def reasons_of(reading: FileReading) -> dict[str, int]:
    return dict(Counter(each.reason for each in reading.skipped))
