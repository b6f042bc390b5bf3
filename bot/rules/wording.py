"""How typed text is tidied before it is read: one kind of quote, one kind of dash, single spaces, nothing invisible."""

import re

_SAME = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "—": "–", "\t": " ", "\u00a0": " "})
#: Controls but the newline; soft hyphen; zero-width space; directional marks, overrides and isolates; the BOM.
#: The zero-width joiners stay: Persian and Indic names are spelled with them.
_INVISIBLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" ?\n[ \n]*")


def tidy(text: str) -> str:
    """The text with plain quotes, single spaces and no blank lines; what the user wrote stays otherwise."""
    visible = _INVISIBLE.sub("", text.translate(_SAME).replace("\r\n", "\n").replace("\r", "\n"))
    return _LINES.sub("\n", _SPACES.sub(" ", visible)).strip()
