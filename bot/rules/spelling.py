"""How names of places are compared, whatever the script."""

import re
import unicodedata

_MARKS = re.compile(r"[\u0300-\u036f]+")
_SILENT = re.compile(r"[.'’‘ʻʼ`´]+")
_STOPS = re.compile(r"(?<=\w\w)\.(?=\w)")
_GAPS = re.compile(r"[ \n\r\f\v,;:_()/\-‐‑‒–—]+")
_EDGES = re.compile(r" ?\t ?")


def fold(text: str) -> str:
    """`text` in lower case, without accents, dots and apostrophes, with hyphens, commas and the like as one space.

    A dot between words is a space too ("St.Petersburg", but "D.C."). Tabs stay, so that many names can be folded at
    once, and so do the marks of other scripts than Latin, Greek and Cyrillic.
    """
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    return _EDGES.sub("\t", _GAPS.sub(" ", _SILENT.sub("", _STOPS.sub(" ", plain)))).strip(" ")
