"""Names of large cities that lie a typing mistake away."""

from functools import cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from bot.rules.gazetteer import load_gazetteer

#: One mistake (a letter wrong, left out, added, or two swapped) is forgiven from five letters on, two from nine.
_ONE_FROM, _TWO_FROM = 5, 9
#: No name that somebody errs in is shorter or much longer.
_LONGEST = 60
_MOST = 8


@cache
def _by_letter() -> dict[str, list[str]]:
    """The spellings that one may err in, by their first letter."""
    found: dict[str, list[str]] = {}
    for spelling in load_gazetteer().spellings():
        if len(spelling) >= _ONE_FROM:
            found.setdefault(spelling[0], []).append(spelling)
    return found


def nearest(name: str) -> list[str]:
    """The spellings nearest to a folded name, at most eight; [] if none is near enough.

    Hardly anybody errs in a first letter, so that one must agree, which keeps everyday words from being cities.
    """
    if not _ONE_FROM <= len(name) <= _LONGEST:
        return []
    mistakes = 2 if len(name) >= _TWO_FROM else 1
    likely = [spelling for spelling in _by_letter().get(name[0], ()) if abs(len(spelling) - len(name)) <= mistakes]
    near = extract(name, likely, scorer=OSA.distance, score_cutoff=mistakes, limit=None)
    least = min((distance for _, distance, _ in near), default=0)
    return list(dict.fromkeys(spelling for spelling, distance, _ in near if distance == least))[:_MOST]
