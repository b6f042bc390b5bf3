"""Archives, opened within bounds."""

import gzip
import io
import zipfile
import zlib

import pytest

from bot.rules.files import archives
from bot.rules.files.archives import (
    LockedError,
    Room,
    TooBigError,
    chunks,
    open_zip,
    readable_entries,
    unpack,
    unpack_gzip,
)


def archive_of(*names: str, content: bytes = b"Name\nAna Ruiz\n") -> zipfile.ZipFile:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, content)
    return open_zip(out.getvalue())


@pytest.mark.parametrize(("names", "read"), [
    (["b.csv", "a.vcf", "dotty.json"], ["dotty.json", "a.vcf", "b.csv"]),
    (["Profile.csv", "messages.csv", "linkedin/Connections.csv"], ["linkedin/Connections.csv"]),
    (["Profile.csv", "Messages.csv", "ImportedContacts.csv"], ["ImportedContacts.csv"]),
    (["__MACOSX/._a.csv", ".DS_Store", "photo.JPG", "folder/", "a.csv"], ["a.csv"]),
    (["Profile.csv", "people.csv"], ["Profile.csv", "people.csv"]),
])  # fmt: skip
def test_what_may_hold_people_is_read_in_its_order(names: list[str], read: list[str]) -> None:
    assert [entry.filename for entry in readable_entries(archive_of(*names))] == read


def test_an_entry_is_unpacked_up_to_the_room_there_is() -> None:
    archive = archive_of("a.csv", content=b"x" * 1_000)
    (entry,) = archive.infolist()
    assert unpack(archive, entry, Room(1_000)) == b"x" * 1_000
    with pytest.raises(TooBigError):
        unpack(archive, entry, Room(999))


def test_what_was_unpacked_leaves_less_room_for_the_next() -> None:
    archive = archive_of("a.csv", "b.csv", content=b"x" * 1_000)
    first, second = archive.infolist()
    room = Room(1_500)
    unpack(archive, first, room)
    with pytest.raises(TooBigError):
        unpack(archive, second, room)


def test_an_entry_with_a_password_is_locked() -> None:
    archive = archive_of("a.csv")
    (entry,) = archive.infolist()
    entry.flag_bits |= 1
    with pytest.raises(LockedError):
        unpack(archive, entry, Room(1_000))


def test_a_directory_of_very_many_is_not_read() -> None:
    with pytest.raises(TooBigError):
        open_zip(b"PK\1\2" * (archives.MOST_ENTRIES + 1))


def test_gzip_is_unpacked_within_bounds() -> None:
    assert unpack_gzip(gzip.compress(b"x" * 1_000), Room(1_000)) == b"x" * 1_000
    with pytest.raises(TooBigError):
        unpack_gzip(gzip.compress(b"x" * 1_001), Room(1_000))
    with pytest.raises(zlib.error):
        unpack_gzip(b"\x1f\x8b not so", Room())


def test_workbooks_are_counted_wherever_they_are_packed() -> None:
    room = Room(workbooks=1)
    room.take_workbook()
    with pytest.raises(TooBigError):
        room.take_workbook()


def test_a_large_entry_comes_a_little_at_a_time() -> None:
    parts = list(chunks(archive_of("a.csv", content=b"x" * 200_000), "a.csv"))
    assert b"".join(parts) == b"x" * 200_000
    assert len(parts) > 1


@pytest.mark.parametrize(("names", "workbook", "other"), [
    (["[Content_Types].xml", "xl/workbook.xml"], True, True), (["[Content_Types].xml", "word/document.xml"], False, True),
    (["META-INF/manifest.xml", "content.xml"], False, True), (["people.csv"], False, False),
])  # fmt: skip
def test_excels_workbook_is_told_from_other_documents(names: list[str], workbook: bool, other: bool) -> None:
    archive = archive_of(*names)
    assert (archives.is_workbook(archive), archives.is_other_office(archive)) == (workbook, other)
