"""Encodings of files."""

import pytest

from bot.rules.files.encodings import as_utf8, encoding_of, open_text

TEXT = "Name,City\nJürgen Groß,Köln\n"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_a_text_is_read_in_its_encoding(codec: str) -> None:
    with open_text(TEXT.encode(codec)) as file:
        assert file.read() == TEXT
    assert as_utf8(TEXT.encode(codec)) == TEXT.encode()


def test_one_broken_letter_makes_no_other_encoding() -> None:
    assert encoding_of(("é" * 20).encode() + b"\xff") == "utf-8"
    assert encoding_of(b"caf\xe9, no\xebl") == "cp1252"


def test_bytes_of_no_meaning_are_replaced() -> None:
    with open_text(b"J\xfcrgen \x81\r\n") as file:
        assert file.read() == "Jürgen \ufffd\n"
