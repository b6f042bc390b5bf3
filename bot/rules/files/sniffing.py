"""What a file is, told by its first bytes; its name may say anything."""

import re
from typing import Literal

from bot.rules.files.encodings import open_text

Kind = Literal["zip", "gzip", "ole", "json", "vcard", "html", "image", "not_people", "empty", "text"]

_HEAD = 4096
_IMAGE = re.compile(
    rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|RIFF.{4}WEBP|II\*\0|MM\0\*|.{4}ftyp(?:hei|avif|mif1)|BM.{4}\0{4}|\0\0\x01\0\x01",
    re.DOTALL,
)
#: PDF, rich text, 7z, RAR, bzip2, xz, SQLite, programs, PostScript, sound and film.
_OTHER = re.compile(
    rb"%PDF-|\{\\rtf|7z\xbc\xaf|Rar!\x1a|BZh[1-9]1AY|\xfd7zXZ|SQLite format 3|\x7fELF|MZ\x90|%!PS|ID3[\x02-\x04]|OggS|"
    rb"fLaC|\x1aE\xdf\xa3|RIFF.{4}(?:WAVE|AVI )|.{4}ftyp",
    re.DOTALL,
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: Excel before 1997 wrote no container around its records: BOF of BIFF 2 to 5.
_BIFF = re.compile(rb"\x09[\x00\x02\x04\x08][\x04-\x10]\x00.[\x00-\x06][\x05\x10\x00]\x00", re.DOTALL)
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|table|meta|script|style|title|div|p)\b|<!--", re.IGNORECASE)
_JSON = re.compile(r'\{\s*["}]|\[\s*[\[{"]|\[\s*\]\s*\Z')
_CARD = re.compile(r"BEGIN\s*:\s*VCARD", re.IGNORECASE)
#: Controls that no text holds but by accident.
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
_CONTROL_SHARE = 0.1


def kind_of(content: bytes) -> Kind:
    """What the file is. "ole" is the container of old Excel and of locked workbooks; "text" may be a table or a list."""
    if content.startswith((b"PK\3\4", b"PK\5\6", b"PK\7\x08")):
        return "zip"
    if content.startswith(b"\x1f\x8b"):
        return "gzip"
    if content.startswith(_OLE) or _BIFF.match(content):
        return "ole"
    if _IMAGE.match(content):
        return "image"
    if _OTHER.match(content):
        return "not_people"
    return _kind_of_text(content)


def _kind_of_text(content: bytes) -> Kind:
    text = _first_text(content)
    if not text:
        return "empty"
    if _JSON.match(text):
        return "json"
    if _CARD.match(text):
        return "vcard"
    if _HTML.match(text):
        return "html"
    if text.startswith("<?xml"):
        return "html" if "<html" in text.lower() else "not_people"
    return "not_people" if len(_CONTROLS.findall(text)) > len(text) * _CONTROL_SHARE else "text"


def _first_text(content: bytes) -> str:
    """The first few thousand characters behind blanks, BOMs and NULs; "" when there is nothing else."""
    with open_text(content) as file:
        while chunk := file.read(_HEAD * 16):
            if text := chunk.replace("\0", "").lstrip("\ufeff \t\n\r\v\f\x1a\u00a0"):
                return text[:_HEAD]
    return ""


def is_old_excel(content: bytes) -> bool:
    """Whether the container holds a workbook that anybody may read."""
    return not content.startswith(_OLE) or any(_stream(name) in content for name in ("Workbook", "Book"))


def is_locked(content: bytes) -> bool:
    """Whether the container holds a workbook with a password."""
    return _stream("EncryptedPackage") in content


def _stream(name: str) -> bytes:
    """A stream's name as its directory writes it ([MS-CFB] 2.6.1)."""
    return name.encode("utf-16-le")
