"""Tables and lists made to harm, and what is called one and is none."""

import gzip
import random

from tests.bot.rules.files.harm_packed import HEADER, MEGA, ROW, zipped


def million_rows() -> bytes:
    """Of one and the same person, and of others in between, in 12 MB."""
    return ("Name,Email\n" + "Ana Ruiz,\n" * MEGA).encode()


def million_people() -> bytes:
    return ("Name\n" + "".join(f"Ana Ru{number:x}\n" for number in range(MEGA))).encode()


def long_cell() -> bytes:
    return (HEADER + ROW.replace("Roche", "R" * 10 * MEGA) + ROW.replace("Ana", "Ben")).encode()


def long_quoted_cell() -> bytes:
    return (HEADER + ROW.replace("Roche", '"' + "Ana, Ruiz\n" * MEGA + '"')).encode()


def open_quotes() -> bytes:
    return (HEADER + '"Ana,Ruiz\n' * 200_000).encode()


def quotes_on_every_line() -> bytes:
    """Each line opens a quote, and each keeps open what the one before has opened."""
    return (HEADER + 'a","\n' * 20_000).encode()


def spaces_in_name() -> bytes:
    return ("Name,Company\n" + ("A" + " " * 90_000 + "(x,b\n") * 20).encode()


def nested_quotes() -> bytes:
    return (HEADER + 'Ana,"Ruiz ""the ""best"" one"" says",""""""""\n' * 20_000 + '"' * MEGA).encode()


def all_quotes() -> bytes:
    return b'"' * 5 * MEGA


def nul_bytes() -> bytes:
    return bytes(5 * MEGA)


def nuls_between() -> bytes:
    return HEADER.encode() + b"\0A\0n\0a\0,\0Ruiz\0" + b"\0" * MEGA


def wide_table() -> bytes:
    return (",".join(f"Column {number}" for number in range(100_000)) + "\n" + "Ana Ruiz," * 100_000).encode()


def known_columns() -> bytes:
    """A hundred thousand columns, every one of them of names."""
    return ("Name," * 100_000 + "\n" + ("Ana Ruiz," * 100_000 + "\n") * 5).encode()


def one_line() -> bytes:
    return b"Ana Ruiz, " * 2 * MEGA


def commas() -> bytes:
    return b"," * 20 * MEGA


def newlines() -> bytes:
    return b"\n" * 20 * MEGA


def page() -> bytes:
    return (
        b"\xef\xbb\xbf\r\n<!DOCTYPE html><html><body><table>"
        b"<tr><td>Name,Email</td></tr><tr><td>Ana Ruiz</td></tr></table>"
    )


def page_of_login() -> bytes:
    return b"<html><head><title>Sign in, please</title></head><body>" + b"<p>Ana Ruiz, Ben Okafor</p>\n" * 2_000


def odd_utf16() -> bytes:
    return ("\ufeff" + HEADER + ROW).encode("utf-16-le") + b"A"


def utf7() -> bytes:
    return (HEADER + ROW).replace("Ana", "Zoé").encode("utf-7")


def ebcdic() -> bytes:
    return (HEADER + ROW * 20).encode("cp500")


def noise() -> bytes:
    return random.Random(7).randbytes(2 * MEGA)


def picture() -> bytes:
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + noise()[:5_000]


def old_excel() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "Workbook".encode("utf-16-le") + bytes(500)


def locked_excel() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(500)


def open_document() -> bytes:
    files = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<office/>"}
    return zipped(files | {"META-INF/manifest.xml": b"<manifest/>"})


def numbers_sheet() -> bytes:
    return zipped(
        {
            "Index/Document.iwa": b"\0",
            "Index/Tables/Tile.iwa": b"\0",
            "Metadata/Properties.plist": b"bplist00",
            "preview.jpg": b"\xff\xd8\xff",
        }
    )


def hidden_names() -> bytes:
    names = (
        "\u202e\u200f\u202d",
        "\u200b\u200b",
        "\U0001f642\U0001f643",
        "...",
        "\ufeff",
        "\u00ad",
        "=",
        "\u0301\u0301",
    )
    return ("Name,Company\n" + "".join(f"{name},Roche\n" for name in names)).encode()


def formulas() -> bytes:
    names = (
        "=cmd|' /C calc'!A0",
        "@SUM(1+9)*cmd|' /C calc'!A0",
        "+1+cmd|' /C calc'!A0",
        '"=HYPERLINK(""http://example.org"")"',
    )
    return ("Name,Company\n" + "".join(f"{name},=1+1\n" for name in names)).encode()


def long_names() -> bytes:
    return ("Name\n" + ("Ana " * 40 + "\n") * 100 + "A" * 50_000 + "\n").encode()


def growing_person() -> bytes:
    """One person, each time with an address more."""
    return ("Name,Email\n" + "".join(f"Ana,{number}@example.org;a@example.org\n" for number in range(60_000))).encode()


def emoji_notes() -> bytes:
    """One emoji makes each letter of its text take four bytes; packed, as much of it as is ever unpacked."""
    rows = "".join(f"Ana {number},\U0001f600{'x' * 930}\n" for number in range(49_000))
    return gzip.compress(("Name,Notes\n" + rows).encode(), 1)


def zip_of_lists() -> bytes:
    return zipped({f"{number}.txt": b"Ana Ruiz, likes cats\n" * 30 for number in range(2_500)})
