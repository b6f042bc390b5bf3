"""Names of people: made clean, made comparable, and found among those the user has."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from bot.rules.drafts import Known

NAME_LENGTH = 200
MOST_CLOSE = 8
#: Of 100; "Anna Ruis" and "Ana Ruiz" are 82 alike, "Ana Ruiz" and "Ana Lopez" 59.
ALIKE = 75
#: Every part typed must resemble some part of the name, or "Ben Ruiz" would be close to "Ana Ruiz".
PART_ALIKE = 60

#: Letters that Unicode does not decompose, though people leave their stroke or ligature out.
_PLAIN = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
_MARKS = str.maketrans(dict.fromkeys("’‘ʼʹ`´＇", "'") | dict.fromkeys("‐‑‒–—－", "-"))
_TITLES = frozenset({"dr", "mr", "mrs", "ms", "prof", "sir", "herr", "frau", "don", "doña", "sr", "sra"})
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003134f]+")


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a typed name may mean: `exact` has it as the full name or a whole part of it; `close` forgives typos."""

    exact: list[Known]
    close: list[Known]


def fold(text: str) -> str:
    """The text as names are compared: case-folded, without accents, spaces collapsed.

    Only accents go (combining classes of the Hebrew and Arabic points, and 200 and up), for the marks of the Indic and
    Thai scripts and the Japanese voicing marks are letters to their readers. Folding twice changes nothing. The result
    may be longer than the text.
    """
    if text.isascii():
        return " ".join(text.translate(_MARKS).lower().split())
    folded = _fold_once(text)
    while (again := _fold_once(folded)) != folded:
        folded = again
    return folded


def _fold_once(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text.translate(_MARKS)).casefold()
    kept = "".join(char for char in unicodedata.normalize("NFKD", spread) if not _is_accent(char))
    return " ".join(unicodedata.normalize("NFC", kept).translate(_PLAIN).split())


def _is_accent(char: str) -> bool:
    rank = unicodedata.combining(char)
    return rank >= 200 or 10 <= rank <= 36


def clean_text(text: str) -> str:
    """The text without what cannot be seen: controls, NULs, surrogates, bidi overrides, zero-width; tabs and line
    ends stay."""
    if text.isprintable():
        return text
    return "".join(char for char in text if char in "\n\t" or unicodedata.category(char) not in {"Cc", "Cf", "Cs"})


def clean_name(text: str) -> str | None:
    """The name as it is kept: visible characters, single spaces. None without a letter, or over 200 characters."""
    name = " ".join(clean_text(text.replace("\r", " ")).split())
    if not 0 < len(name) <= NAME_LENGTH or not any(char.isalpha() for char in name):
        return None
    return name


def find(query: str, people: Sequence[Known]) -> Found:
    """Those whom the query may mean.

    Exact: the same full name (in any order of its parts), or its first or last parts whole; full names come first.
    Close: like it but for typos, or beginning with it; best first, at most eight, and nobody who is exact.
    """
    typed = _parts(query)
    if not typed:
        return Found([], [])
    exact: list[tuple[int, Known]] = []
    close: list[tuple[float, Known]] = []
    for known in people:
        parts = _parts(known.name)
        if (rank := _rank(typed, parts)) is not None:
            exact.append((rank, known))
        elif (score := _likeness(typed, parts)) >= ALIKE:
            close.append((-score, known))
    exact.sort(key=lambda pair: pair[0])
    close.sort(key=lambda pair: pair[0])
    return Found([known for _, known in exact], [known for _, known in close[:MOST_CLOSE]])


def begins_with(name: str, typed: str) -> bool:
    """Whether a part of the name begins with what was typed."""
    wanted = " ".join(_parts(typed))
    return any(part.startswith(wanted) for part in _parts(name))


def _parts(name: str) -> list[str]:
    """The words of a name, folded, without apostrophes (O'Neil, ONeil), titles, punctuation and emoji."""
    folded = fold(name).replace("'", "")
    words = "".join(" " if unicodedata.category(char)[0] in "PSZC" else char for char in folded).split()
    return [word for word in words if word not in _TITLES] or words


def _rank(typed: list[str], parts: list[str]) -> int | None:
    """0 for the full name, 1 for a whole first or last part of it, None when it is neither."""
    if typed == parts or sorted(typed) == sorted(parts):
        return 0
    if parts[: len(typed)] == typed or parts[-len(typed) :] == typed:
        return 1
    if len(typed) == len(parts) == 1 and _HAN.fullmatch(parts[0]) and _ends(parts[0], typed[0]):
        return 1
    return None


def _ends(name: str, query: str) -> bool:
    return name.startswith(query) or name.endswith(query)


def _likeness(typed: list[str], parts: list[str]) -> float:
    """0–100: how like the name what was typed is."""
    if not parts:
        return 0
    best = [max(_word_likeness(word, part) for part in parts) for word in typed]
    if min(best) < PART_ALIKE:
        return 0
    if len(typed) < len(parts):
        return sum(best) / len(best)
    return max(fuzz.ratio(" ".join(typed), " ".join(parts)), sum(best) / len(best) if len(typed) == len(parts) else 0)


def _word_likeness(word: str, part: str) -> float:
    if len(word) >= 3 and part.startswith(word):
        return 90
    if len(word) >= 3 and sorted(word) == sorted(part):
        return 85
    return fuzz.ratio(word, part)
