"""Bytes of a file as text, decoded as it is read so that no second copy of a large file is held."""

import codecs
import io

_CHUNK = 1 << 16
#: Longest first: the BOM of UTF-32 begins as that of UTF-16 does.
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4096
#: Of the bytes on one side, how many are NUL in UTF-16 of a Latin script: the header alone is.
_NUL_SHARE = 0.6
#: So many right letters beside one broken one make damaged UTF-8, not another encoding.
_RIGHT_PER_BROKEN = 10


def encoding_of(content: bytes) -> str:
    """The codec to read the file with: by its BOM, by its NULs (UTF-16), UTF-8 where that fits, else Windows-1252."""
    for bom, codec in _BOMS:
        if content.startswith(bom):
            return codec
    sample = content[:_SAMPLE]
    half = len(sample) // 2
    if half and sample[1::2].count(0) >= half * _NUL_SHARE and sample[0::2].count(0) < half * _NUL_SHARE:
        return "utf-16-le"
    if half and sample[0::2].count(0) >= half * _NUL_SHARE and sample[1::2].count(0) < half * _NUL_SHARE:
        return "utf-16-be"
    return "utf-8" if content.isascii() or _is_utf8(content) else "cp1252"


def _is_utf8(content: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    right = broken = 0
    for start in range(0, len(content), _CHUNK):
        text = decoder.decode(content[start : start + _CHUNK])
        lost = text.count("\ufffd")
        broken += lost
        right += len(text) - len(text.encode("ascii", "ignore")) - lost
    return right >= broken * _RIGHT_PER_BROKEN


def open_text(content: bytes) -> io.TextIOWrapper:
    """The file as lines that end in \\n, whatever ended them; what its encoding does not know is U+FFFD."""
    return io.TextIOWrapper(io.BytesIO(content), encoding=encoding_of(content), errors="replace", newline=None)


def as_utf8(content: bytes) -> bytes:
    """The file in UTF-8 without BOM; as it is, where it is that already."""
    encoding = encoding_of(content)
    if encoding == "utf-8":
        return content
    if encoding == "utf-8-sig":
        return content[len(codecs.BOM_UTF8) :]
    return content.decode(encoding, "replace").encode("utf-8", "replace")
