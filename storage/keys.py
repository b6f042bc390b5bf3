"""Text as the tables keep and compare it."""

import re
import unicodedata

#: NUL is refused by PostgreSQL, and half a surrogate pair by UTF-8.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
#: Letters that Unicode does not decompose, though people leave their stroke or ligature out.
_PLAIN = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
_MARKS = str.maketrans(dict.fromkeys("’‘ʼʹ`´＇", "'") | dict.fromkeys("‐‑‒–—－", "-"))


def fold(text: str) -> str:
    """The text as searches compare it: without case and accents, one kind of apostrophe and of hyphen, runs of white
    space as one blank.

    The marks of the Indic and Thai scripts and the Japanese voicing marks stay, for they are letters to their readers.
    Folding twice changes nothing. bot.rules.names compares names in the same way; a test holds the two together.
    """
    if text.isascii():
        return " ".join(text.translate(_MARKS).lower().split())
    folded = _fold_once(text)
    while (again := _fold_once(folded)) != folded:
        folded = again
    return folded


def _fold_once(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text.translate(_MARKS)).casefold()
    bare = "".join(char for char in unicodedata.normalize("NFKD", spread) if not _is_accent(char))
    return " ".join(unicodedata.normalize("NFC", bare).translate(_PLAIN).split())


def _is_accent(char: str) -> bool:
    """By combining class: those of the Hebrew and Arabic points, and from 200 on."""
    rank = unicodedata.combining(char)
    return rank >= 200 or 10 <= rank <= 36


def storable(text: str, length: int | None) -> str:
    """What both databases accept in a column of that many characters; the rest is cut off."""
    clean = _UNSTORABLE.sub("", text)
    return clean if length is None else clean[:length]
