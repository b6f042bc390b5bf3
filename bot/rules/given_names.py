"""The name one greets somebody with, out of the name they are filed under."""

import re
import unicodedata
from functools import lru_cache

#: Beyond this a "first name" is no name, or would take up the message.
LONGEST = 40
_ACADEMIC = frozenset({"dr", "prof", "professor", "doctor"})
_TITLES = _ACADEMIC | frozenset(
    {
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "sir",
        "dame",
        "herr",
        "frau",
        "mme",
        "mlle",
        "madame",
        "monsieur",
        "señor",
        "señora",
        "sr",
        "sra",
        "rev",
        "rabbi",
        "imam",
        "ing",
        "dipl.-ing",
    }
)
#: First halves of a given name: "Abdul Rahman", "Abu Bakr", and the same in Arabic script.
_FIRST_HALVES = frozenset({"abd", "abdul", "abdel", "abu", "umm", "عبد", "أبو", "أم"})
_FAMILY = frozenset(
    {
        "mum",
        "mom",
        "mam",
        "mama",
        "mamma",
        "mami",
        "mummy",
        "mommy",
        "mother",
        "dad",
        "daddy",
        "papa",
        "papi",
        "pa",
        "pop",
        "pops",
        "father",
        "grandma",
        "grandmother",
        "granny",
        "gran",
        "nan",
        "nana",
        "nanny",
        "oma",
        "abuela",
        "grandad",
        "granddad",
        "grandpa",
        "grandfather",
        "opa",
        "abuelo",
        "sis",
        "bro",
    }
)
#: Said together with the name that follows: "Aunt Grace".
_RELATIVES = frozenset({"uncle", "aunt", "auntie", "aunty", "cousin", "tante", "onkel", "tío", "tía"})
_SUFFIXES = frozenset({"jr", "sr", "phd", "md", "mba", "esq", "ii", "iii", "iv"})
#: Names in these scripts have no spaces to part them, and are used whole.
_WHOLE_NAME_SCRIPTS = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL")
_ASIDE = re.compile(r"[(\[{\"“].*")
_SIGNS = " .,'’-"


def is_family(name: str) -> bool:
    """Whether somebody is filed under what one calls one's own family: "Mum", "my Dad", "Uncle Joe"."""
    words = [word.casefold() for word in _words(name) if word.casefold() not in {"my", "our"}]
    return bool(words) and (words[0] in _FAMILY or words[0] in _RELATIVES)


@lru_cache(maxsize=20_000)  # asked for again and again while one nudge is made
def given_name(name: str) -> str | None:
    """The first name; None where no word of the name can be one.

    Titles and initials are skipped ("Dr. Ana Ruiz" → "Ana"), unless all that follows a title is a surname
    ("Dr. Ruiz" stays). "Ruiz, Ana" is Ana. A Chinese, Japanese or Korean name is used whole. Signs, digits and
    whatever stands in brackets are no part of a name. "ana" and "ANA RUIZ" get the capitals one would write.
    """
    words = _words(name)
    if any(_is_whole_name(word) for word in words):
        return _fitting(" ".join(words))
    if len(words) > 1 and words[0].casefold() in {"my", "our"} and is_family(name):
        words = words[1:]
    bare = [word for word in words if word.casefold().strip(".") not in _TITLES]
    if len(words) > 1 and words[0].casefold() in _RELATIVES:
        return _fitting(" ".join(_capitalised(word, words) for word in words[:2]))
    if len(bare) == 1 and len(words) > 1:
        title = words[words.index(bare[0]) - 1] if words.index(bare[0]) else ""
        return _fitting(f"{title} {_capitalised(bare[0], words)}".strip())
    return _fitting(_first_of(bare, words))


def full_name(name: str) -> str | None:
    """The name one greets somebody with formally, titles and all; None where `given_name` finds none either."""
    words = _words(name)
    whole = " ".join(_capitalised(word, words).lstrip(".'’-,") for word in words)
    return whole if given_name(name) is not None and len(whole) <= LONGEST else given_name(name)


def _words(name: str) -> list[str]:
    plain = " ".join(visible(name[:400]).split())
    readable = "".join(sign if _spells(sign) else " " for sign in _ASIDE.sub("", plain) or plain)
    last, comma, first = readable.partition(",")
    if comma and first.strip() and first.casefold().strip(" .") not in _SUFFIXES:
        readable = f"{first.replace(',', ' ')} {last}"
    else:
        readable = last
    return [word for word in readable.split() if any(sign.isalpha() for sign in word)]


def _spells(sign: str) -> bool:
    return sign in _SIGNS or unicodedata.category(sign)[0] in "LM"


def visible(text: str) -> str:
    """Without what can't be seen but changes how text is shown or read: controls, bidi overrides, zero-width signs."""
    if text.isascii() and text.isprintable():
        return text
    kept = (" " if sign in "\n\r\t" else sign for sign in text)
    return "".join(sign for sign in kept if unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Co", "Cn"})


def _is_whole_name(word: str) -> bool:
    return any(unicodedata.name(sign, "").startswith(_WHOLE_NAME_SCRIPTS) for sign in word)


def _first_of(bare: list[str], words: list[str]) -> str:
    spelled_out = [word for word in bare[:-1] if len(word.strip(".")) > 1] or bare
    if not spelled_out:
        return ""
    first = spelled_out[0]
    after = bare.index(first) + 1
    if first.casefold() in _FIRST_HALVES and after < len(bare):
        first = f"{first} {bare[after]}"
    return _capitalised(first, words)


def _capitalised(word: str, words: list[str]) -> str:
    shouted = len(word) > 2 and all(other.isupper() for other in words) and len(words) > 1
    if word.islower() or shouted:
        return word.title()
    return word


def _fitting(word: str) -> str | None:
    name = word if word.casefold().split(".")[0] in _ACADEMIC else word.strip(".'’-,")
    return name if 0 < len(name) <= LONGEST and name[0].isalpha() else None
