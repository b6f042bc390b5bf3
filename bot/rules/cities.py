"""Which cities a user means: by name, with or without the country behind it, and with a typing mistake."""

from collections.abc import Iterable, Iterator
from itertools import islice

from bot.rules.gazetteer import City, load_gazetteer
from bot.rules.regions import Region, regions_behind, regions_called
from bot.rules.spelling import fold
from bot.rules.typing_mistakes import nearest
from bot.rules.tz_database import clock

#: Of a name's cities, the smaller ones count from this share of the largest: Paris in Texas has to be asked for.
_SHARE = 1 / 30
#: The same for cities that have the name as another or as a part: Santiago de Cuba beside Santiago.
_OTHER_NAME_SHARE = 1 / 10
#: Of a country's or state's clocks, those count that this share of the people of the most usual one live by.
_CLOCK_SHARE = 1 / 20
#: "ben" and "pet" are airports: so short, another name than the chief one counts only if it is listed below.
_SHORT = 3
#: States whose name alone says the city.
_CITIES_FIRST = frozenset({"new york", "washington"})
_ALSO_CALLED = {
    "ny": "new york city", "nyc": "new york city", "big apple": "new york city", "la": "los angeles",
    "sf": "san francisco california", "bay area": "san francisco california", "silicon valley": "san jose california",
    "dc": "washington dc", "philly": "philadelphia", "vegas": "las vegas", "cdmx": "mexico city",
    "rio": "rio de janeiro", "bsas": "buenos aires", "caba": "buenos aires", "bcn": "barcelona spain",
    "kl": "kuala lumpur", "hk": "hong kong", "hcmc": "ho chi minh city", "spb": "saint petersburg",
    "питер": "saint petersburg", "jozi": "johannesburg", "joburg": "johannesburg", "sao paolo": "sao paulo",
}  # fmt: skip


def find_cities(text: str) -> list[City]:
    """The cities that `text` names, one for each clock in a country: "Paris", "Paris, Texas", "portland or", "Spain".

    The largest first. A name alone means the large cities of that name; a country or state gives the largest city of
    each of its clocks. [] if it names none.
    """
    name = fold(text)
    name = _ALSO_CALLED.get(name, name)
    inside = [city for region in regions_called(name) for city in cities_in(region)]
    if inside and name not in _CITIES_FIRST:
        return inside
    return [*_known(name), *inside] or _find_qualified(name)


def guess_cities(text: str) -> list[City]:
    """The cities that `text` may mean: with a typing mistake, or where only a part of it is known.

    "berln"; "Munich, Bavaria" is Munich; "Smallville, Spain" gives Spain's (a code only in capitals, for "ok, me" are
    two states). [] if nothing is near.
    """
    name, (head, _, tail) = fold(text), text.partition(",")
    for place, regions in islice(_qualified(name), 2):
        if cities := _within(regions, (city for near in nearest(place) for city in _all(near))):
            return cities
    if tail:
        behind = regions_behind(fold(tail)) if tail.isupper() else regions_called(fold(tail))
        return [city for region in behind for city in cities_in(region)] or _known(fold(head))
    return _most_known(city for near in nearest(name) for city in _known(near))


def cities_in(region: Region) -> list[City]:
    """The largest city for each clock of a country or a part of it, without clocks that few live by."""
    clocks = _by_clock(load_gazetteer().find_in(*region))
    return [city for city, people in clocks if people >= clocks[0][1] * _CLOCK_SHARE]


def _by_clock(cities: Iterable[City]) -> list[tuple[City, int]]:
    """The largest city for each clock in each country, with the people of them all; the most people first."""
    groups: dict[object, list[City]] = {}
    for city in cities:
        groups.setdefault((city.country, clock(city.zone)), []).append(city)
    chosen = [(max(group, key=_people), sum(map(_people, group))) for group in groups.values()]
    return sorted(chosen, key=lambda pair: -pair[1])


def _people(city: City) -> int:
    return city.population


def _spelled(name: str) -> Iterator[str]:
    """`name`, and with its saint written out or short."""
    yield name
    first, _, rest = name.partition(" ")
    if rest and first in {"st", "saint", "sankt", "ste", "sainte"}:
        yield from (f"{saint} {rest}" for saint in ("saint", "st", "sankt") if saint != first)


def _all(name: str) -> list[City]:
    """Every city with this name, as its chief one or another."""
    found = [load_gazetteer().find(spelled) for spelled in _spelled(name)]
    return [city for named, called in found for city in (*named, *called)]


def _known(name: str) -> list[City]:
    """The cities somebody means who says just this name."""
    for spelled in _spelled(name):
        named, called = load_gazetteer().find(spelled)
        if len(name) <= _SHORT and name.isascii():
            called = []
        if found := _most_known(named, called, part=spelled):
            return found
    return []


def _most_known(named: Iterable[City], called: Iterable[City] = (), *, part: str = "") -> list[City]:
    """The cities of weight among those with the name and those also called so, one a clock and the largest first.

    A city that is only also called so, and doesn't have the name as a part of its own, must be larger than any named.
    """
    chief, other = list(named), list(called)
    largest = max(map(_people, chief), default=0)
    other = [city for city in other if city.population > largest or f"{part} " in f"{fold(city.name)} "]
    most = max([largest, *map(_people, other)])
    kept = [city for city in chief if city.population >= most * _SHARE]
    kept += [city for city in other if city.population >= most * _OTHER_NAME_SHARE]
    return sorted((city for city, _ in _by_clock(kept)), key=lambda city: -city.population)


def _qualified(name: str) -> Iterator[tuple[str, list[Region]]]:
    """Each way to read a folded name as a place and the country or state behind it, or before it."""
    words = name.split(" ")
    for size in range(1, min(len(words), 5)):
        if regions := regions_behind(" ".join(words[-size:])):
            yield " ".join(words[:-size]), regions
        if regions := regions_called(" ".join(words[:size])):
            yield " ".join(words[size:]), regions


def _find_qualified(name: str) -> list[City]:
    for place, regions in _qualified(name):
        if cities := _within(regions, _all(_ALSO_CALLED.get(place, place))):
            return cities
    return []


def _within(regions: list[Region], cities: Iterable[City]) -> list[City]:
    inside = [city for city in cities if (city.country, None) in regions or (city.country, city.region) in regions]
    return _most_known(inside)
