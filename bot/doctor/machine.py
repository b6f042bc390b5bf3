"""The machine: its zone data and its disk."""

import shutil
import zoneinfo
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from pathlib import Path

from sqlalchemy import make_url

from bot.config import Config
from bot.doctor.findings import Finding
from bot.texts.doctor import DoctorTexts

#: Changes of late, and the offset since: Kazakhstan is one zone (tzdata 2024a), Paraguay keeps summer time all year
#: (2024b); https://data.iana.org/time-zones/tzdb/NEWS
TRANSITIONS = (
    ("Asia/Almaty", datetime(2024, 3, 2, tzinfo=UTC), timedelta(hours=5)),
    ("America/Asuncion", datetime(2025, 7, 1, tzinfo=UTC), timedelta(hours=-3)),
)
#: Some country changes its clocks nearly every year.
OLD_YEARS = 2
#: Bytes free: under the first SQLite may stop any day; the other leaves room to copy and upgrade the database as well.
NO_ROOM, LITTLE_ROOM = 100_000_000, 1_000_000_000


def check_zones(today: date) -> list[Finding]:
    texts = DoctorTexts()
    version = _version()
    try:
        current = all(
            moment.astimezone(zoneinfo.ZoneInfo(zone)).utcoffset() == off for zone, moment, off in TRANSITIONS
        )
    except zoneinfo.ZoneInfoNotFoundError:
        return [Finding("wrong", "zones", texts.zones_missing())]
    shown = version or texts.unknown_version()
    old = version[:4].isdigit() and today.year - int(version[:4]) > OLD_YEARS
    if old or not current:
        return [Finding("warning", "zones", texts.zones_old(shown))]
    return [Finding("ok", "zones", texts.zones_right(shown))]


def _version() -> str:
    """Of the data that is used: the system's, where it has some, before the tzdata package's. "" where it isn't told."""
    for folder in map(Path, zoneinfo.TZPATH):
        if (folder / "UTC").exists():
            source = folder / "tzdata.zi"
            text = source.read_text(encoding="utf-8") if source.exists() else ""
            return text.partition("\n")[0].removeprefix("# version ").strip()
    try:
        package = import_module("tzdata")
    except ImportError:
        return ""
    return str(package.IANA_VERSION)


def check_disk(config: Config) -> list[Finding]:
    """Where the database lives; a server's disk is its own, and ours then matters only for what runs here."""
    address = make_url(config.database_url)
    file = Path(address.database or "") if address.get_backend_name() == "sqlite" else Path.cwd() / "dotty"
    place = next(folder for folder in file.absolute().parents if folder.exists())
    size = file.stat().st_size if file.is_file() else 0
    free = shutil.disk_usage(place).free
    texts = DoctorTexts()
    if free >= max(LITTLE_ROOM, 2 * size):
        return [Finding("ok", "disk", texts.room(str(place), free))]
    return [Finding("wrong" if free < NO_ROOM else "warning", "disk", texts.little_room(str(place), free))]
