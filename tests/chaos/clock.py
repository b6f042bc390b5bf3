"""A clock that can be moved, for several processes at once: the machine's, and an offset that stands in a file."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path


class MovedClock:
    """`now` is a UTC instant. The file holds seconds, and is read each time."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=self.offset)

    @property
    def offset(self) -> float:
        return float(self._path.read_text())

    def set(self, offset: float) -> None:
        fresh = self._path.with_suffix(".new")
        fresh.write_text(str(offset))
        os.replace(fresh, self._path)  # no process ever reads half a number

    def move(self, by: timedelta) -> None:
        self.set(self.offset + by.total_seconds())

    def move_to(self, instant: datetime) -> None:
        self.set((instant - datetime.now(UTC)).total_seconds())
