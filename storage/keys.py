"""Text as the tables keep and compare it."""

import re
import unicodedata

#: NUL is refused by PostgreSQL, and half a surrogate pair by UTF-8.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def fold(text: str) -> str:
    """The text as searches compare it: without case and accents, runs of white space as one blank."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(bare.casefold().split())


def storable(text: str, length: int | None) -> str:
    """What both databases accept in a column of that many characters; the rest is cut off."""
    clean = _UNSTORABLE.sub("", text)
    return clean if length is None else clean[:length]
