"""The user's time zone: from what they type or share, offline, and what to suppose before they say."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.rules.cities import find_cities, guess_cities
from bot.rules.clock_names import zones_at_offset, zones_called
from bot.rules.gazetteer import City
from bot.rules.language_zones import zone_of_language
from bot.rules.regions import country_names, regions_called
from bot.rules.spelling import fold
from bot.rules.tz_database import canonical, country_of, zones_by_city, zones_by_fold, zones_of

_MOST, _MOST_GUESSES = 5, 3
#: Longer than any city's name with its state and country and an opening before it.
_LONGEST = 120
_AROUND = """
i i'm im i’m am live living we we're are my our city home town time timezone tz zone is it's its in at near from based
currently now here located to moved set use please the of for around by a just outside somewhere thanks area
"""
_OPENING = frozenset(_AROUND.split())
_CLOSING = frozenset({"now", "please", "currently", "timezone", "tz", "time", "zone", "thanks", "city", "area"})
_EDGES = re.compile(r"^[^\w+]+|[^\w)]+$")


@dataclass(frozen=True, slots=True)
class Place:
    """A zone with the words to ask about it: "Berlin", "Germany" ("" where there is none), "Europe/Berlin".

    `guess` says that the text had to be bent to find it: a letter changed, or only the country known.
    """

    name: str
    country: str
    zone: str
    guess: bool = False


def find_zone(text: str) -> list[Place]:
    """The places `text` may mean, most people first, each zone once, at most five; [] if it names none.

    It reads cities in the world's spellings, "Paris, Texas", countries and states, IANA names, "CET", "Pacific time",
    "UTC+2" and "I live in Berlin". A typing mistake is forgiven where nothing is exact, and marked as a guess. The
    first call takes half a second, for the cities are read then, and the next ones milliseconds.
    """
    asked = " ".join(text.split())
    if len(asked) > _LONGEST:
        return []
    bare = _bare(asked)
    wordings = list(dict.fromkeys([asked, _EDGES.sub("", asked), bare, _bare(bare.rpartition(" in ")[2])]))
    for read in (_read_clock, _read_zone, _read_cities, _read_small):
        for wording in wordings:
            if places := read(wording):
                return places[:_MOST]
    return _guess(bare)[:_MOST_GUESSES]


def zone_at(lat: float, lon: float) -> str | None:
    """The IANA zone at these degrees north and east (Etc/GMT±n at sea); None if they are no place on Earth.

    From the timezone-boundary-builder's borders (the tzfpy package); the first call takes 0.1 s and 35 MB.
    """
    if not (math.isfinite(lat) and math.isfinite(lon) and abs(lat) <= 90 and abs(lon) <= 180):
        return None
    from tzfpy import get_tz

    name = get_tz(lon, lat)
    return canonical(name) if name.lower() in zones_by_fold() else None


def guess_zone(language_code: str | None) -> str:
    """The zone to suppose until the user says theirs, from Telegram's language tag; "UTC" if it tells nothing.

    A guess to confirm: English gives London and Spanish Madrid, wherever the user is, unless the tag names a country.
    """
    return zone_of_language(language_code or "") or "UTC"


def region_of(zone: str) -> str | None:
    """The ISO 3166 code of the zone's country, for reading phone numbers; None for UTC and other clocks without one."""
    return country_of(zone)


def city_of(zone: str) -> str | None:
    """The city a zone is named for, "Buenos Aires" for America/Argentina/Buenos_Aires; None for "UTC" and the like."""
    return zone.rpartition("/")[2].replace("_", " ") if "/" in zone and not zone.startswith("Etc/") else None


def _bare(text: str) -> str:
    """`text` without the words people put around a place: "i live in", "… please"."""
    words = _EDGES.sub("", text).split(" ")
    first = next((at for at, word in enumerate(words) if word.lower() not in _OPENING), len(words))
    last = next((at for at in range(len(words), first, -1) if words[at - 1].lower() not in _CLOSING), first)
    return _EDGES.sub("", " ".join(words[first:last]))


def _read_clock(text: str) -> list[Place]:
    zones = zones_at_offset(text) or zones_called(fold(text), in_capitals=text.isupper())
    return [_place_of(zone) for zone in zones]


def _read_zone(text: str) -> list[Place]:
    """An IANA name in any case, with spaces or underscores. Those of one word are countries and clocks."""
    name = "_".join(text.lower().split()).replace("_/_", "/")
    zone = zones_by_fold().get(name) if "/" in name else None
    return [_place_of(canonical(zone))] if zone else []


def _read_cities(text: str) -> list[Place]:
    return _places(find_cities(text), guess=False)


def _read_small(text: str) -> list[Place]:
    """Places without a city of 15,000: a country's zones ("Antarctica"), or the town a zone is named for."""
    name = fold(text)
    zones = [zone for country, part in regions_called(name) if part is None for zone in zones_of(country)]
    return [_place_of(zone) for zone in zones or zones_by_city().get(name, [])]


def _guess(text: str) -> list[Place]:
    return _places(guess_cities(text.rpartition("/")[2]), guess=True)


def _places(cities: Iterable[City], *, guess: bool) -> list[Place]:
    names = country_names()
    places: dict[str, Place] = {}
    for city in cities:
        zone = canonical(city.zone)
        places.setdefault(zone, Place(city.name, names.get(city.country, ""), zone, guess))
    return list(places.values())


def _place_of(zone: str) -> Place:
    """The zone as a place, named for its city, or for its distance from UTC ("Etc/GMT-2" → "UTC+2")."""
    name = zone.rpartition("/")[2].replace("_", " ")
    if zone.startswith("Etc/GMT") and name != "GMT":
        name = f"UTC{-int(name.removeprefix('GMT')):+d}"
    return Place(name, country_names().get(country_of(zone) or "", ""), zone)
