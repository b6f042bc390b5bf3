"""Time in the practice chat, and the numbers already given out, kept beside its database."""

import json
import os
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any


@dataclass(slots=True)
class _Kept:
    now: str
    next_update: int
    next_message: int


class PracticeClock:
    """Stands still until told to jump, and never goes back: a run begins at the later of the real time and where the
    last one ended.

    Update and message ids go on in the same file, written before each is used, so that none comes twice for one
    database, also after a kill. A new file begins its update ids at the Unix time in seconds: past those of a file
    that was lost. A file that can't be read counts as lost.
    """

    def __init__(self, path: Path, real_now: datetime) -> None:
        self._path = path
        saved = _read(path)
        self._now = max(real_now.astimezone(UTC), _instant(saved.get("now")) or real_now)
        self.next_update = int(saved.get("next_update") or real_now.timestamp())
        self.next_message = int(saved.get("next_message") or 1)
        self._write()

    def now(self) -> datetime:
        """The practice chat's present, aware, in UTC."""
        return self._now

    def jump_to(self, instant: datetime) -> None:
        """Go there, unless that is the past."""
        self._now = max(self._now, instant.astimezone(UTC))
        self._write()

    def advance_ids(self, next_update: int, next_message: int) -> None:
        """Keep the next numbers; 0 leaves one as it is. Fits `Ids.advanced`."""
        self.next_update = max(self.next_update, next_update)
        self.next_message = max(self.next_message, next_message)
        self._write()

    def _write(self) -> None:
        kept = _Kept(self._now.isoformat(), self.next_update, self.next_message)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        beside = self._path.with_suffix(".tmp")
        beside.unlink(missing_ok=True)
        beside.touch(mode=0o600)
        beside.write_text(json.dumps(asdict(kept)), encoding="utf-8")
        os.replace(beside, self._path)


def _read(path: Path) -> dict[str, Any]:
    try:
        saved = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return saved if isinstance(saved, dict) else {}


def _instant(written: object) -> datetime | None:
    try:
        instant = datetime.fromisoformat(str(written))
    except ValueError:
        return None
    return instant.astimezone(UTC) if instant.tzinfo else None
