"""What the IANA time zone database says beside the clocks: which zones there are and which country each is in.

Read from the tables in the tzdata package, so that every machine knows the same zones; `zoneinfo` itself prefers the
system's files and falls back on the package, zone by zone. The tables are in the public domain.
"""

from datetime import datetime, timedelta
from functools import cache
from importlib import resources
from zoneinfo import ZoneInfo

from bot.rules.spelling import fold

#: Zones that are clocks and nobody's home; those the tables still tie to a place are CET (Brussels), EST (Panama) ….
_CLOCKS = frozenset({"CET", "CST6CDT", "EET", "EST", "EST5EDT", "HST", "MET", "MST", "MST7MDT", "PST8PDT", "WET"})
#: A year beyond the known changes: the rules as they stand.
_LATER = 2037


def _lines(name: str) -> list[list[str]]:
    text = (resources.files("tzdata") / name).read_text(encoding="utf-8")
    return [line.split() for line in text.splitlines() if line and not line.startswith("#")]


@cache
def zones_by_fold() -> dict[str, str]:
    """Lower-case name to name, of every zone that can be set ("europe/madrid" → "Europe/Madrid")."""
    return {name.lower(): name for name, *_ in _lines("zones") if name != "Factory"}


@cache
def _links() -> dict[str, str]:
    return {row[2]: row[1] for row in _lines("zoneinfo/tzdata.zi") if row[0] == "L"}


@cache
def _countries() -> dict[str, str]:
    return {row[2]: row[0] for row in _lines("zoneinfo/zone.tab")}


def canonical(zone: str) -> str:
    """The zone's present name: "US/Pacific" → "America/Los_Angeles". One with a country stays; Etc/UTC is "UTC"."""
    if zone in _countries() or zone in _CLOCKS:
        return zone
    target = _links().get(zone, zone)
    return "UTC" if target in {"Etc/UTC", "Etc/GMT"} else target


def country_of(zone: str) -> str | None:
    """The ISO 3166 code of the country a zone is in; None for UTC, Etc and other clocks, and names not known."""
    return _countries().get(canonical(zone))


def zones_of(country: str) -> list[str]:
    """The zones of a country by its ISO code, in the database's order, which is by geography."""
    return [zone for zone, code in _countries().items() if code == country]


@cache
def zones_by_city() -> dict[str, list[str]]:
    """The folded last part of each zone in a country to such zones ("lord howe" → ["Australia/Lord_Howe"])."""
    named: dict[str, list[str]] = {}
    for zone in _countries():
        named.setdefault(fold(zone.rpartition("/")[2]), []).append(zone)
    return named


@cache
def clock(zone: str) -> tuple[timedelta | None, ...]:
    """The zone's offsets through a year to come: zones with the same show the same time from now on."""
    info = ZoneInfo(zone)
    return tuple(datetime(_LATER, month, 1, tzinfo=info).utcoffset() for month in range(1, 13))
