"""Files inside files: gzip, and zip archives such as LinkedIn's, opened within fixed bounds."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

#: Unpacked, more than this is no list of people: 30,000 rows of LinkedIn's are 5 MB.
MOST_UNPACKED = 48_000_000
MOST_ENTRIES = 5_000
_MOST_WORKBOOKS = 3
#: Finding out what an entry is takes as long as reading so many bytes.
_ENTRY_COST = 8_000
_DIRECTORY_ENTRY = b"PK\1\2"
_CHUNK = 1 << 16
#: What else LinkedIn's archive holds; its tables name the user, or people in messages.
_LINKEDIN_OTHERS = frozenset(
    {"profile.csv", "registration.csv", "messages.csv", "invitations.csv", "positions.csv", "skills.csv"}
)
_CONNECTIONS = "connections.csv"
_UNREAD = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".mp4", ".mov", ".mp3", ".pdf", ".css", ".js")


class TooBigError(Exception):
    """What is packed is larger than a list of people can be."""


class LockedError(Exception):
    """It needs a password."""


@dataclass(slots=True)
class Room:
    """How many bytes may still be unpacked of one file, and how many workbooks read, whatever is packed in what."""

    left: int = MOST_UNPACKED
    workbooks: int = _MOST_WORKBOOKS

    def take(self, size: int) -> None:
        self.left -= size + _ENTRY_COST

    def take_workbook(self) -> None:
        """Raises TooBigError where it is one too many."""
        if not self.workbooks:
            raise TooBigError
        self.workbooks -= 1


def unpack_gzip(content: bytes, room: Room) -> bytes:
    """The bytes inside. Raises TooBigError, and zlib.error where they are damaged."""
    unpacker = zlib.decompressobj(wbits=31)
    if room.left <= 0:
        raise TooBigError
    unpacked = unpacker.decompress(content, room.left + 1)
    if len(unpacked) > room.left:
        raise TooBigError
    room.take(len(unpacked))
    return unpacked


def open_zip(content: bytes) -> zipfile.ZipFile:
    """The archive. Raises TooBigError before a directory of a hundred thousand entries is read, and
    zipfile.BadZipFile."""
    if content.count(_DIRECTORY_ENTRY) > MOST_ENTRIES:
        raise TooBigError
    return zipfile.ZipFile(io.BytesIO(content))


def is_workbook(archive: zipfile.ZipFile) -> bool:
    names = set(archive.namelist())
    return "[Content_Types].xml" in names and any(name.startswith("xl/") for name in names)


def is_other_office(archive: zipfile.ZipFile) -> bool:
    """Whether it is a text, a presentation, or a sheet of another program than Excel."""
    names = set(archive.namelist())
    return "[Content_Types].xml" in names or "META-INF/manifest.xml" in names or "Index/Document.iwa" in names


def is_other_sheet(archive: zipfile.ZipFile) -> bool:
    """Whether that is a sheet: LibreOffice's says so at its beginning, Apple's can't be told from a text."""
    names = set(archive.namelist())
    if "Index/Document.iwa" in names:
        return any(name.startswith("Index/Tables/") for name in names)
    said = [entry for entry in archive.infolist() if entry.filename == "mimetype" and entry.file_size < _CHUNK]
    return bool(said) and b"opendocument.spreadsheet" in b"".join(chunks(archive, "mimetype"))


def readable_entries(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Those that may hold people, by the order they are to be read in: LinkedIn's connections alone where they are,
    then JSON (our own holds more than the tables beside it), then the rest."""
    entries = [entry for entry in archive.infolist() if not entry.is_dir() and _is_read(entry.filename)]
    named = {_base(entry.filename) for entry in entries}
    if _CONNECTIONS in named:
        return [entry for entry in entries if _base(entry.filename) == _CONNECTIONS][:1]
    if len(named & _LINKEDIN_OTHERS) > 1:
        return [entry for entry in entries if "contacts" in _base(entry.filename)]
    return sorted(entries, key=lambda entry: (not entry.filename.lower().endswith(".json"), entry.filename))


def _base(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).name.lower()


def _is_read(name: str) -> bool:
    base = _base(name)
    return not name.startswith("__MACOSX/") and not base.startswith(".") and not base.endswith(_UNREAD)


def unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: Room) -> bytes:
    """One entry's bytes. Raises TooBigError where there is no room for it, whatever its header says, and LockedError;
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError and lzma's errors where it is damaged."""
    if entry.flag_bits & 1:
        raise LockedError
    if entry.file_size > room.left:
        raise TooBigError
    with archive.open(entry) as file:
        unpacked = file.read(room.left + 1)
    if len(unpacked) > room.left:
        raise TooBigError
    room.take(len(unpacked))
    return unpacked


def chunks(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """An entry's bytes, a little at a time."""
    with archive.open(name) as file:
        while chunk := file.read(_CHUNK):
            yield chunk
