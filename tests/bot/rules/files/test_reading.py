"""Whole files of every kind, as people send them."""

import gzip
import io
import zipfile
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.rules.drafts import Draft
from bot.rules.files.reading import read_content, read_file
from bot.rules.files.shapes import FileReading
from bot.rules.files.sniffing import kind_of
from bot.rules.files.tables import Request

TODAY = date(2026, 11, 23)
LINKEDIN = (
    "Notes:\r\n"
    '"When exporting your connection data, you may notice that some of the email addresses are missing."\r\n'
    "\r\n"
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\r\n"
    "Ana,Ruiz,https://www.linkedin.com/in/ana-ruiz-example,,Nordlicht Data,Head of Data,02 Mar 2021\r\n"
    "Ben,Okafor,https://www.linkedin.com/in/benokafor-example/,ben@okafor.example,Roche,Lead,15 Jun 2019\r\n"
    "Chloé,Lefèvre,https://www.linkedin.com/in/chlo%C3%A9-lef%C3%A8vre-example,,,,7 Jan 2024\r\n"
    'Dmitri,"Volkov, PhD",https://www.linkedin.com/in/dvolkov-example,,"Acme, Inc.","Engineer, Platform",30 Nov 2017\r\n'
    ",,,,,,30 Apr 2026\r\n"
    "Restricted,Member,,,,,11 May 2020\r\n"
    "Esra,Yılmaz 🌍,https://www.linkedin.com/in/esrayilmaz-example,esra@example.org,Yeşil Enerji,Kurucu,21 Sep 2022\r\n"
    "Ben,Okafor,https://www.linkedin.com/in/benokafor-example,,Roche,Lead,15 Jun 2019\r\n"
    "Fei,王,https://www.linkedin.com/in/fei-wang-example,,北辰科技,产品经理,01 Feb 2023\r\n"
)
PAGE = "https://www.linkedin.com/in/"
CONNECTIONS = (
    Draft("Ana Ruiz", company="Nordlicht Data", role="Head of Data", met_on=date(2021, 3, 2),
          links=(f"{PAGE}ana-ruiz-example",)),
    Draft("Ben Okafor", company="Roche", role="Lead", met_on=date(2019, 6, 15), emails=("ben@okafor.example",),
          links=(f"{PAGE}benokafor-example",)),
    Draft("Chloé Lefèvre", met_on=date(2024, 1, 7), links=(f"{PAGE}chloé-lefèvre-example",)),
    Draft("Dmitri Volkov", company="Acme, Inc.", role="Engineer, Platform", met_on=date(2017, 11, 30),
          links=(f"{PAGE}dvolkov-example",)),
    Draft("Esra Yılmaz", company="Yeşil Enerji", role="Kurucu", met_on=date(2022, 9, 21), emails=("esra@example.org",),
          links=(f"{PAGE}esrayilmaz-example",)),
    Draft("Fei 王", company="北辰科技", role="产品经理", met_on=date(2023, 2, 1), links=(f"{PAGE}fei-wang-example",)),
)  # fmt: skip
GOOGLE = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Nickname,File As,Organization Name,Organization Title,"
    "Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value\n"
    'Grace,,Mensah,,,,Accra Makers,Founder,1988-04-09,"Met at the maker fair.\nLikes chess.",,'
    "Friends ::: * myContacts,* Work,grace@example.com ::: g.mensah@example.org,Mobile,"
    "+233 24 123 4567 ::: +44 20 7946 0018\n"
    "Hiro,,Tanaka,,,,,, --12-03,,,* myContacts,,,,090-1234-5678\n"
    ",,,,,,Only A Firm,,,,,* myContacts,,,,\n"
    ",,,,,,,,,,,* myContacts,,newsletter@example.com,,\n"
)
OLD_GOOGLE = (
    "Name,Given Name,Additional Name,Family Name,Birthday,Notes,Group Membership,E-mail 1 - Type,E-mail 1 - Value,"
    "Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value,Organization 1 - Name,Organization 1 - Yomi Name,"
    "Organization 1 - Title,Website 1 - Value,Address 1 - City\r\n"
    "Ingrid Solberg,Ingrid,,Solberg,1979-07-21,,* myContacts ::: Oslo,* ,ingrid@example.no,Mobile,+47 912 34 567,"
    "Home,+47 22 12 34 56,Fjord Capital,,Partner,https://t.me/ingrid_example,Bergen\r\n"
)


def read(content: bytes | str, region: str | None = "DE", most: int = 50_000, **columns: str) -> FileReading:
    data = content.encode() if isinstance(content, str) else content
    return read_file(data, name="file", region=region, today=TODAY, columns=columns, most=most)


def names(reading: FileReading) -> list[str]:
    return [draft.name for draft in reading.people]


def reasons(reading: FileReading) -> list[tuple[int, str]]:
    return [(skipped.line, skipped.reason) for skipped in reading.skipped]


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_linkedins_connections_are_read_field_by_field() -> None:
    reading = read(LINKEDIN)
    assert (reading.format, reading.problem, reading.unknown) == ("linkedin", None, ())
    assert reading.people == CONNECTIONS
    assert reasons(reading) == [(9, "no_name"), (10, "restricted"), (12, "same")]


def test_googles_contacts_are_read_field_by_field() -> None:
    reading = read(GOOGLE, region="JP")
    assert reading.format == "google"
    assert reading.people == (
        Draft("Grace Mensah", company="Accra Makers", role="Founder", birthday="1988-04-09", tags=("Friends",),
              phones=("+233241234567", "+442079460018"), emails=("grace@example.com", "g.mensah@example.org"),
              notes=("Met at the maker fair.\nLikes chess.",)),
        Draft("Hiro Tanaka", birthday="--12-03", phones=("+819012345678",)),
    )  # fmt: skip
    assert reasons(reading) == [(5, "no_name"), (6, "robot")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8", "utf-8-sig"])
def test_googles_older_file_is_read_in_any_unicode(encoding: str) -> None:
    reading = read(OLD_GOOGLE.encode(encoding))
    assert reading.people == (
        Draft("Ingrid Solberg", company="Fjord Capital", role="Partner", birthday="1979-07-21", tags=("Oslo",),
              city="Bergen", phones=("+4791234567", "+4722123456"), emails=("ingrid@example.no",),
              telegram="ingrid_example"),
    )  # fmt: skip


def test_linkedins_archive_gives_the_connections_and_not_the_user() -> None:
    others = {"Profile.csv": b"First Name,Last Name\nJoe,Park\n", "messages.csv": b"FROM,TO\nAna Ruiz,Joe Park\n"}
    assert read(zipped({**others, "Connections.csv": LINKEDIN.encode()})).people == CONNECTIONS
    assert not read(zipped(others)).people


def test_an_archive_gives_the_people_of_all_its_files_once() -> None:
    reading = read(zipped({"a/one.csv": b"Name,Email\nAna Ruiz,ana@example.org\n", "__MACOSX/x": b"Name\nJoe Park\n",
                           "two.csv": b"Name,Email\nAna Ruiz,ana@example.org\nGrace Lim,\n"}))  # fmt: skip
    assert names(reading) == ["Ana Ruiz", "Grace Lim"]
    assert [skipped.reason for skipped in reading.skipped] == ["same"]


def test_gzip_is_opened() -> None:
    assert names(read(gzip.compress(b"Name,Email\nAna Ruiz,ana@example.org\n"))) == ["Ana Ruiz"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n\x00", "empty"),
        (b"Name,Email\n", "empty"),
        (b"\n<!DOCTYPE html><html><table><tr><td>Name</td></tr></table></html>", "html"),
        (b"<HTML><body>Name,Email</body></HTML>", "html"),
        (b"<?xml version='1.0'?><people/>", "not_people"),
        (b"\x89PNG\r\n\x1a\n0000", "image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image"),
        (b"%PDF-1.7\n", "not_people"),
        (b"{\\rtf1 Ana Ruiz}", "not_people"),
        (b'{"people": 1}', "not_people"),
        (b"sku,quantity,price\n1,2,3\n4,5,6\n", "no_names"),
        (b"Dear all, it was a good meeting.\nWe shall meet again soon, and talk of cats.\n", "not_people"),
        (bytes(range(256)) * 20, "not_people"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "old_excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "locked"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "not_people"),
        (b"\x09\x08\x10\x00\x00\x06\x05\x00", "old_excel"),
        (b"PK\x03\x04 and no more", "damaged"),
        (zipped({"a.csv": b"Name,Email\n" + b"Ana,\n" * 100})[:-30], "damaged"),
        (b"\x1f\x8b\x08 and no more", "damaged"),
        (zipped({"a": zipped({"b": zipped({"c": b"Name\nAna\n"})})}), "too_deep"),
        (zipped({"word/document.xml": b"", "[Content_Types].xml": b""}), "not_people"),
        (zipped({}), "empty"),
        (zipped({"a.csv": b"\0" * 70_000_000}), "too_big"),
        (gzip.compress(b"\0" * 70_000_000), "too_big"),
        (zipped({f"{number}.csv": b"" for number in range(5_001)}), "too_big"),
    ],
)  # fmt: skip
def test_what_holds_no_people_says_why(content: bytes, problem: str) -> None:
    reading = read(content)
    assert (reading.people, reading.problem) == ((), problem)


def test_a_locked_archive_is_told() -> None:
    content = bytearray(zipped({"a.csv": b"Name\nAna Ruiz\n"}))
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1
    assert read(bytes(content)).problem == "locked"


def test_too_many_people_are_none() -> None:
    content = "Name\n" + "".join(f"Ana Ruiz {letter}{other}\n" for letter in "abcde" for other in "abcdefghij")
    assert len(read(content, most=50).people) == 50
    assert read(content, most=49) == FileReading("table", problem="too_many")


def test_names_of_files_say_nothing() -> None:
    assert read_file(LINKEDIN.encode(), name="holiday.png", region=None, today=TODAY).people == CONNECTIONS


def read_hard(content: bytes) -> FileReading:
    """Without the net that `read_file` has below the libraries."""
    return read_content(content, Request("DE", TODAY))


def assert_whole(reading: FileReading) -> None:
    assert all(draft.name for draft in reading.people)
    assert all(len(skipped.what) <= 80 and skipped.line > 0 for skipped in reading.skipped)
    assert not (reading.problem and reading.people)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read(content: bytes) -> None:
    assert_whole(read_hard(content))


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet=st.sampled_from('Ana,Ruiz;"\n\t@.:+1-é王🌍\x00\\|'), max_size=120))
def test_any_text_is_read(text: str) -> None:
    assert_whole(read_hard(text.encode()))


@settings(max_examples=80, deadline=None)
@given(st.sampled_from([LINKEDIN, GOOGLE, OLD_GOOGLE]), st.integers(0, 1200), st.integers(0, 40), st.binary(max_size=6))
def test_mutilated_files_are_read(text: str, start: int, length: int, put: bytes) -> None:
    content = text.encode()
    assert_whole(read_hard(content[:start] + put + content[start + length :]))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=12), min_size=3, max_size=3),
        max_size=8,
    )
)
def test_every_row_of_a_table_is_a_person_or_a_reason(rows: list[list[str]]) -> None:
    import csv

    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([["Name", "Company", "City"], *rows])
    content = out.getvalue().encode("utf-8", "replace")
    assume(kind_of(content) == "text")  # what is mostly controls is no table
    reading = read_hard(content)
    assert_whole(reading)
    filled = [row for row in rows if any(cell.replace("\0", "").strip() for cell in row)]
    assert len(reading.people) + len(reading.skipped) >= len(filled)


def test_a_list_tells_a_rhythm_behind_the_comma_from_a_given_name() -> None:
    reading = read_file(b"Ana Ruiz, monthly\nOkafor, Ben\nGrace Lim, yearly\n", name="", region=None, today=TODAY)
    assert [(each.name, each.cadence_days) for each in reading.people] == [
        ("Ana Ruiz", 30),
        ("Ben Okafor", None),
        ("Grace Lim", 365),
    ]
