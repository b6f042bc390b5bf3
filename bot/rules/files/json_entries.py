"""Entries of a JSON document, one at a time: however long, deep or wide it is, one entry is held in memory."""

import io
from collections.abc import Collection, Iterator
from typing import Any

from bot.rules.files.encodings import as_utf8

#: Exports nest a dozen deep; a parser that follows thousands of brackets is being led.
DEEPEST = 64
#: Of one entry: somebody with ten thousand touches has fewer.
MOST_EVENTS = 200_000
#: Bytes. What the parser has of a long text is copied once more for each part it is read in.
_READ_AT_ONCE = 4_000_000

#: Where an entry stands: the keys that lead to it, and "[]" for a list on the way.
Path = tuple[str, ...]
_OPENS = frozenset({"start_map", "start_array"})
_ENDS = frozenset({"end_map", "end_array"})


class TooDeepError(Exception):
    """The document nests deeper than any export does."""


class DamagedError(Exception):
    """The document ends too early, or is no JSON from some place on."""


class TooLong:
    """Stands for an entry with too much in it."""


def read_entries(content: bytes, wanted: Collection[Path]) -> Iterator[tuple[Path, Any]]:
    """What stands at these paths, in the order of the file, as Python values; TooLong() for what is too long.

    Raises TooDeepError and DamagedError, maybe after some entries. The document's events are read without the paths
    that ijson would put before each of them: those of 65,000 brackets alone fill gigabytes.
    """
    import ijson

    events = ijson.basic_parse(io.BytesIO(_valid(as_utf8(content))), use_float=True, buf_size=_READ_AT_ONCE)
    try:
        yield from _Walk(frozenset(wanted)).entries(events)
    except (ijson.JSONError, ValueError, ArithmeticError) as error:
        raise DamagedError from error


def _valid(content: bytes) -> bytes:
    """A broken letter costs itself, not the file."""
    try:
        content.decode()
    except UnicodeDecodeError:
        return content.decode("utf-8", "replace").encode()
    return content


class _Walk:
    """Where in the document the events have come to."""

    def __init__(self, wanted: frozenset[Path]) -> None:
        self._wanted = wanted
        self._path: list[str] = []

    def entries(self, events: Iterator[tuple[str, Any]]) -> Iterator[tuple[Path, Any]]:
        path = self._path
        for event, value in events:
            if event == "map_key":
                path[-1] = value
            elif event in _ENDS:
                path.pop()
            elif (here := tuple(path)) in self._wanted:
                yield here, self._build(event, value, events)
            elif event in _OPENS:
                self._open(event)

    def _open(self, event: str) -> None:
        if len(self._path) >= DEEPEST:
            raise TooDeepError
        self._path.append("[]" if event == "start_array" else "")

    def _build(self, event: str, value: Any, events: Iterator[tuple[str, Any]]) -> Any:
        """The value that begins with this event; what is over the limit is read and let go."""
        builder = _Builder()
        count = 0
        while True:
            count += 1
            if event in _OPENS and len(builder.open) + len(self._path) >= DEEPEST:
                raise TooDeepError
            if count <= MOST_EVENTS:
                builder.take(event, value)
            else:
                builder.pass_over(event)
            if not builder.open:
                return builder.root if count <= MOST_EVENTS else TooLong()
            event, value = next(events, ("", None))
            if not event:
                raise DamagedError


class _Builder:
    """A value put together from events. `open` are the lists and objects begun and not ended, outermost first."""

    def __init__(self) -> None:
        self.root: Any = None
        self.open: list[Any] = []
        self._keys: list[str] = []

    def take(self, event: str, value: Any) -> None:
        if event == "map_key":
            self._keys[-1] = value
        elif event in _ENDS:
            self._end()
        elif event in _OPENS:
            value = {} if event == "start_map" else []
            self._put(value)
            self._begin(value)
        else:
            self._put(value)

    def pass_over(self, event: str) -> None:
        """Only follow where lists and objects end."""
        if event in _ENDS:
            self._end()
        elif event in _OPENS:
            self._begin(None)

    def _begin(self, value: Any) -> None:
        self.open.append(value)
        self._keys.append("")

    def _end(self) -> None:
        self.open.pop()
        self._keys.pop()

    def _put(self, value: Any) -> None:
        if not self.open:
            self.root = value
        elif isinstance(self.open[-1], list):
            self.open[-1].append(value)
        else:
            self.open[-1][self._keys[-1]] = value
