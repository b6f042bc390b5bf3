"""Files made to harm cost a bounded time and memory, and give an answer."""

import io
import subprocess
import sys
import warnings
import zipfile
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.files.reading import read_file
from bot.rules.files.shapes import FileReading
from bot.rules.skipped_lists import skipped_list
from tests.bot.rules.files import harm

ROOT = Path(__file__).parents[4]
#: The widest in memory, and those that once took minutes; one after another.
WORST = (
    "emoji notes", "lying zip", "gzip bomb", "many bombs", "long text", "quoted cell of 10 MB", "quotes on every line",
    "spaces in a name", "long string", "20 MB card", "very deep JSON",
)  # fmt: skip
#: Prints by how many MB the process had grown at its largest. (ru_maxrss would begin with the size of its parent.)
MEASURED = """
import sys
from datetime import date
from bot.rules.files.reading import read_file
from tests.bot.rules.files import harm
def read(content):
    read_file(content, name="", region="DE", today=date(2026, 11, 23))
def resident(figure):
    with open("/proc/self/status") as status:
        return int(status.read().split(figure)[1].split()[0])
read(harm.people_workbook())
read(b"Name,Email\\nAna,a@example.org")
idle = resident("VmRSS:")
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        read(file.read())
print((resident("VmHWM:") - idle) // 1000)
"""


def read(content: bytes) -> FileReading:
    return read_file(content, name="", region="DE", today=date(2026, 11, 23))


@cache
def read_harmful(name: str) -> FileReading:
    """Read once for all that is asked of it."""
    return read(harm.FILES[name][1]())


def test_the_worst_files_take_less_than_300_mb(tmp_path: Path) -> None:
    paths = []
    for number, name in enumerate(WORST):
        paths.append(tmp_path / str(number))
        paths[-1].write_bytes(harm.FILES[name][1]())
    command = [sys.executable, "-c", MEASURED, *map(str, paths)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=True)
    assert int(ended.stdout) < 300


@pytest.mark.parametrize("name", [name for name in harm.FILES if name not in harm.SLOW])
def test_every_file_gives_people_or_a_reason(name: str) -> None:
    reading = read_harmful(name)
    assert reading.people or reading.problem or reading.skipped or reading.unknown
    assert not (reading.people and reading.problem)


@pytest.mark.parametrize(("name", "problem"), [
    ("zip bomb", "too_big"), ("nested bombs", "too_deep"), ("many bombs", "too_big"), ("gzip bomb", "too_big"),
    ("lying zip", "damaged"), ("locked zip", "locked"), ("entities", "damaged"), ("outside entity", "damaged"),
    ("entities in UTF-16", "damaged"), ("deep JSON", "too_deep"), ("OpenDocument", "other_sheet"),
    ("Numbers", "other_sheet"), ("long string", "too_big"), ("old Excel", "old_excel"), ("web page", "html"),
])  # fmt: skip
def test_the_reason_is_the_right_one(name: str, problem: str) -> None:
    assert read_harmful(name).problem == problem


def test_what_is_packed_in_packed_files_shares_one_room() -> None:
    inner = harm.zipped({"people.csv": bytes(20_000_000)})
    assert read(harm.zipped({"0.zip": inner})).problem == "empty"
    assert read(harm.zipped({f"{number}.zip": inner for number in range(3)})).problem == "too_big"


def test_an_archive_of_many_workbooks_is_refused() -> None:
    book = harm.people_workbook()
    assert len(read(harm.zipped({f"{number}.xlsx": book for number in range(3)})).people) == 2
    assert read(harm.zipped({f"{number}.xlsx": book for number in range(4)})).problem == "too_big"


PROSE = (
    "Thank you for asking. The export holds First Name, Last Name, URL, Email Address, Company and so on.\n"
    "Open the file, look at it, and tell me what you think.\n"
    "If anything is wrong, write to me, please.\n"
    "We can talk tomorrow, or the day after, as you like.\n",
    "# How to export\n\nGo to Settings, then Data privacy, then Get a copy.\n\nFirst Name, Last Name, URL\n\n"
    "The columns are in this order, always.\nWhen it is done, download it, unzip it, and look inside.\n"
    "Nobody else sees it.\nIt takes ten minutes, sometimes more.\n",
    "Name, Company\nWe met on Monday, at ten.\nAna talked about the budget, Ben about the fair, and Joe of nothing.\n"
    "It was decided to go on, with some changes.\nNext time we meet on Tuesday, at the same place.\n",
    "name, company = row\nfor each in (name, company):\n    print(each, len(each))\n",
)


@pytest.mark.parametrize("text", PROSE)
def test_text_that_names_columns_is_no_table(text: str) -> None:
    assert (read(text.encode()).problem, read(text.encode()).people) == ("not_people", ())


@pytest.mark.parametrize(("text", "people"), [
    ("Name,Company,City\nAna Ruiz\nBen Okafor,Acme\nJoe Park,,Basel\n", 3),
    ("Name,Notes\nana ruiz,\"met at the fair, nice.\"\nben,\"likes cats, dogs.\"\n", 2),
    ("Our friends, 2024 edition\n\nName,Company,City,Phone\nAna Ruiz,Roche,Basel,\nBen Okafor,,,\n", 2),
    ("name,company\nthe tall man from the fair in June,Roche\nsomebody who sold us the old boat,Acme\n", 2),
])  # fmt: skip
def test_a_table_kept_by_hand_is_one(text: str, people: int) -> None:
    assert len(read(text.encode()).people) == people


def test_a_name_of_more_than_ten_words_is_none() -> None:
    reading = read(b"Name,Company\nAna Ruiz,Roche\nWhat we talked about when we met for lunch on that day,Acme\n")
    assert [draft.name for draft in reading.people] == ["Ana Ruiz"]
    assert [each.reason for each in reading.skipped] == ["too_long"]


def test_a_workbook_that_the_library_warns_of_is_read_and_leaves_no_filter_behind() -> None:
    filters = list(warnings.filters)
    styles = b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    assert len(read(harm.workbook(**{"xl/styles.xml": styles})).people) == 2
    assert warnings.filters == filters


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_workbook_with_bytes_changed_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    content = bytearray(harm.people_workbook())
    for at, byte in changes:
        content[at % len(content)] = byte
    reading = read(bytes(content))
    assert reading.people or reading.problem or reading.skipped or reading.unknown


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 3_000), st.integers(0, 30), st.binary(max_size=6), st.sampled_from([harm.SHEET, "xl/workbook.xml"])
)
def test_a_workbook_with_a_part_mutilated_is_read_or_refused(start: int, length: int, put: bytes, part: str) -> None:
    with zipfile.ZipFile(io.BytesIO(harm.people_workbook())) as book:
        text = book.read(part)
    reading = read(harm.workbook(**{part: text[: start % len(text)] + put + text[start % len(text) + length :]}))
    assert reading.people or reading.problem or reading.skipped or reading.unknown


@pytest.mark.parametrize("cell", ["=1+1", "  =1+1", "+1", "-1", "@A1", "＝1", "\u3000＋1", '"=1', "'=1"])
def test_the_list_of_what_was_left_out_runs_no_formula(cell: str) -> None:
    from bot.rules.files.shapes import Skipped

    listed = skipped_list([Skipped(1, cell, "no_name")], header=("a", "b", "c"), reason=str).decode("utf-8-sig")
    import csv

    (_, (_, shown, _)) = list(csv.reader(io.StringIO(listed)))
    assert shown == f"'{cell}"
