"""What this process remembers of what was typed, to be quicker: words of notes, names and needs, not whose they are."""

from typing import Any, Final
from urllib.parse import urlsplit

from bot.rules import events, given_names, matching, places, stems

#: Every memory of words there is, that of links in the standard library too; each keeps a bounded number of them.
MEMORIES: Final[tuple[Any, ...]] = (
    events._events_in, given_names.given_name, matching.phrases_of, places._population, stems.stems_of, urlsplit,
)  # fmt: skip


def forget_words() -> None:
    """Somebody's data was erased: nothing of it stays in memory either. It is only slower for a moment."""
    for memory in MEMORIES:
        memory.cache_clear()
