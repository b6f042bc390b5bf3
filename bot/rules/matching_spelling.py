"""Words that are a typing mistake away from one of those that are there, found without comparing all of them."""

from collections.abc import Iterable

from rapidfuzz.distance import OSA

from bot.rules.names import fold

#: In shorter words one letter makes another word: "patent" and "patient".
_ONE_FROM = 7
#: Two letters swapped make hardly ever another word.
_SWAPPED_FROM = 5
_LONGEST = 30


class Spelling:
    """Each word stands in the index under itself and under itself without any one letter; two words that are one mistake
    apart share one of these."""

    def __init__(self, words: Iterable[str]) -> None:
        self._near: dict[str, set[str]] = {}
        for word in words:
            for key in _keys(fold(word)):
                self._near.setdefault(key, set()).add(word)

    def nearest(self, word: str) -> str | None:
        """The word that was meant, where it is sure: the same first letter, and but one mistake."""
        typed = fold(word)
        candidates = {each for key in _keys(typed) for each in self._near.get(key, ())}
        return min((each for each in candidates if each != word and _is_meant(typed, fold(each))), default=None)


def _keys(word: str) -> list[str]:
    if not _SWAPPED_FROM <= len(word) <= _LONGEST:
        return []
    return [word, *dict.fromkeys(word[:at] + word[at + 1 :] for at in range(1, len(word)))]


def _is_meant(typed: str, word: str) -> bool:
    if typed[:1] != word[:1] or OSA.distance(typed, word, score_cutoff=1) > 1:
        return False
    return sorted(typed) == sorted(word) or min(len(typed), len(word)) >= _ONE_FROM
