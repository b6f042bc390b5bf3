"""Archives made to harm."""

import gzip
import io
import zipfile
from functools import cache

#: No content of these files may be in a log; all of them that hold words hold one of these.
MARKS = ("Ana", "Ruiz", "Okafor", "example.org", "calc")
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ROW = "Ana,Ruiz,https://www.linkedin.com/in/ana-ruiz-example,ana@example.org,Roche,Lead,15 Jun 2019\n"
MEGA = 1_000_000


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def zip_bomb() -> bytes:
    return zipped({"people.csv": bytes(100 * MEGA)})


@cache
def _small_bomb() -> bytes:
    return zipped({"0.csv": bytes(50 * MEGA)})


def nested_bomb() -> bytes:
    """As 42.zip is made: archives of archives of archives, each with the same bomb in it."""
    inner = _small_bomb()
    for depth in range(3):
        inner = zipped({f"{depth}-{number}.zip": inner for number in range(16)})
    return inner


def many_bombs() -> bytes:
    """Each of them is within the bounds, and all of them together are not."""
    return zipped({f"{number}.csv": bytes(40 * MEGA) for number in range(3)})


def overlapping_bomb() -> bytes:
    """Every entry of the directory leads to the same bytes (as in zbsm.zip)."""
    content = _small_bomb()
    start = content.index(b"PK\x01\x02")
    end = content.index(b"PK\x05\x06")
    entry = content[start:end]
    directory = b"".join(entry.replace(b"0.csv", b"%05d" % number) for number in range(4_000))
    tail = bytearray(content[end:])
    tail[8:12] = (4_000).to_bytes(2, "little") * 2
    tail[12:16] = len(directory).to_bytes(4, "little")
    return content[:start] + directory + bytes(tail)


def lying_zip() -> bytes:
    """Its header says ten bytes."""
    content = bytearray(zip_bomb())
    for sign, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        where = content.index(sign) + at
        content[where : where + 4] = (10).to_bytes(4, "little")
    return bytes(content)


def locked_zip() -> bytes:
    content = bytearray(zipped({"people.csv": (HEADER + ROW).encode()}))
    content[content.index(b"PK\x03\x04") + 6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def gzip_bomb() -> bytes:
    return gzip.compress(bytes(100 * MEGA))


def gzips_in_gzips() -> bytes:
    content = (HEADER + ROW).encode()
    for _ in range(200):
        content = gzip.compress(content)
    return content
