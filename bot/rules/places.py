"""Names of cities, to tell "from Berlin" from "from Nordlicht"."""

from functools import lru_cache

from bot.rules.gazetteer import load_gazetteer
from bot.rules.names import fold

#: Inhabitants from which a city is known by its name alone, and by its names in other languages.
KNOWN_ALONE = 200_000
_ALSO = frozenset({"new york", "nyc", "washington dc", "sf", "cdmx", "the hague", "la"})
#: The longest city's name in use has 58 letters; a longer text is none.
_LONGEST = 60


def is_city(text: str) -> bool:
    """Whether it is the name of a city of 15,000 people or more (GeoNames, offline)."""
    return _population(fold(text)) > 0


def is_known_city(text: str) -> bool:
    """Whether it is the chief name of a city of 200,000 people or more."""
    return fold(text) in _ALSO or _population(fold(text)) >= KNOWN_ALONE


@lru_cache(maxsize=4096)
def _population(name: str) -> int:
    """How many live in the largest city of the name; 1 where only a large city's other name fits, 0 for none."""
    if name in _ALSO:
        return KNOWN_ALONE
    if not name or len(name) > _LONGEST:
        return 0
    chief, also = load_gazetteer().find(name)
    if chief:
        return chief[0].population
    return int(len(name) > 3 and bool(also) and also[0].population >= KNOWN_ALONE)
