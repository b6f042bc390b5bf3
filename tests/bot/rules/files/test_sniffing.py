"""What a file is, by its bytes alone."""

import gzip
import io
import zipfile

import pytest

from bot.rules.files.sniffing import Kind, is_locked, is_old_excel, kind_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("people.csv", "Name\nAna Ruiz\n")
    return out.getvalue()


@pytest.mark.parametrize(("content", "kind"), [
    (b"", "empty"), (b" \r\n\t\0\0", "empty"), (b"\xef\xbb\xbf", "empty"),
    (gzip.compress(b"Name\n", mtime=0), "gzip"), (OLE + b"\0" * 512, "ole"), (b"\x09\x08\x10\x00\x00\x06\x05\x00", "ole"),
    (b"\x89PNG\r\n\x1a\n", "image"), (b"\xff\xd8\xff\xe0", "image"), (b"\0\0\0\x18ftypheic", "image"),
    (b"\0\0\0\x18ftypmp42", "not_people"), (b"%PDF-1.7", "not_people"), (b"{\\rtf1", "not_people"),
    (b'\n {"format": 1}', "json"), (b"[]", "json"), (b"[[1]]", "json"), ('\ufeff{"a":1}'.encode("utf-16"), "json"),
    (b"begin:vcard\r\nFN:Ana", "vcard"), (b"\r\n\r\nBEGIN:VCARD", "vcard"),
    (b"<!DOCTYPE html><p>", "html"), (b"<table><tr>", "html"), (b"<?xml version='1.0'?><html>", "html"),
    (b"<?xml version='1.0'?><rss>", "not_people"), (bytes(range(1, 9)) * 20, "not_people"),
    (b"Name,Company\nAna Ruiz,Roche\n", "text"), ("Имя\nАна\n".encode("cp1251"), "text"),
])  # fmt: skip
def test_a_file_is_known_by_its_first_bytes(content: bytes, kind: Kind) -> None:
    assert kind_of(content) == kind


def test_an_archive_is_known() -> None:
    assert kind_of(zipped()) == "zip"


@pytest.mark.parametrize("text", ["{Ana} Ruiz", "[x] Ana Ruiz", "<3 Ana Ruiz", "BM Ana", "MZ Ana", "II Ana"])
def test_a_name_that_begins_oddly_is_text(text: str) -> None:
    assert kind_of(f"{text}\nBen Okafor\n".encode()) == "text"


@pytest.mark.parametrize(("stream", "old", "locked"), [
    ("Workbook", True, False), ("Book", True, False), ("EncryptedPackage", False, True), ("WordDocument", False, False),
])  # fmt: skip
def test_old_excel_is_told_from_a_locked_workbook(stream: str, old: bool, locked: bool) -> None:
    content = OLE + b"\0" * 64 + stream.encode("utf-16-le")
    assert (is_old_excel(content), is_locked(content)) == (old, locked)
