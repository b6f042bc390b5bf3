"""Files made to harm, sent into the chat: one clear answer, nothing written, nothing logged, and the chat goes on."""

import logging

import pytest

from tests.bot.rules.files import harm
from tests.chat import Chat

BROKEN = "That file is damaged, or was cut off on its way. Please download and send it again."
TOO_BIG = "Unpacked, that file is too big for me. Send only the part with the contacts."
TOO_DEEP = "That file is nested deeper than any list of people I know, so I left it alone."
LOCKED = "That file is locked with a password. Save it without one, and send it again."
NOBODY = "I see no people in that file. /import tells which files I can read."
NOTHING = "There is nothing in that file. Is it the right one?"
PAGE = "That is a web page, not the file itself: log in, download it again, and send me that."
OTHER = "That is a sheet of another program than Excel. Save or export it as .xlsx or .csv, and send that."
ANSWERS = {
    "zip bomb": TOO_BIG, "nested bombs": TOO_DEEP, "many bombs": TOO_BIG, "lying zip": BROKEN, "locked zip": LOCKED,
    "cut zip": BROKEN, "gzip bomb": TOO_BIG, "gzips in gzips": TOO_DEEP, "all quotes": NOBODY, "NULs": NOTHING,
    "web page": PAGE, "sign-in page": PAGE, "nothing": NOTHING, "one newline": NOTHING, "PDF": NOBODY,
    "picture": "That is a picture, and I can't read those. /import tells which files I can read.",
    "old Excel": "That is an Excel file of the old kind (.xls or .xlsb). Save it as .xlsx or .csv, and send that.",
    "locked Excel": LOCKED, "OpenDocument": OTHER, "Numbers": OTHER, "hidden names": NOBODY, "long names": NOBODY,
    "cut workbook": BROKEN, "entities": BROKEN, "outside entity": BROKEN, "entities in UTF-16": BROKEN,
    "long string": TOO_BIG, "deep JSON": TOO_DEEP, "broken JSON": BROKEN, "long text": NOBODY,
    "EBCDIC": "I found no names in that file. Add a first row that says which column is the name.",
}  # fmt: skip
#: These hold people beside what harms.
SHOWN = {
    "cell of 10 MB": "far too long", "NULs between": "1 new", "odd UTF-16": "1 new", "UTF-7": "1 new",
    "formulas": "3 new", "outside links": "1 new", "macros": "2 new", "100,000 telephones": "1 new",
    "20 MB card": "1 new", "spaces in a name": "1 new",
}  # fmt: skip


def test_each_file_that_harms_gets_one_answer_and_writes_nothing(chat: Chat, caplog: pytest.LogCaptureFixture) -> None:
    chat.say("Grace Lim, monthly")
    before = chat.kept()
    for name in ("bot", "storage"):
        caplog.set_level(logging.DEBUG, name)
    for what, answer in ANSWERS.items():
        chat.drop(harm.FILES[what][0], harm.FILES[what][1]())
        assert (what, chat.last.text) == (what, answer)
        assert "Import" not in chat.last.labels
    assert chat.kept() == before
    assert chat.store.due_imports(chat.now.replace(year=9000), 10) == []
    assert "Grace Lim" in chat.say("Grace Lim")
    ours = [record.getMessage() for record in caplog.records if record.name.partition(".")[0] in ("bot", "storage")]
    assert not [line for line in ours if any(mark in line for mark in harm.MARKS)]


def test_what_harms_beside_people_is_left_out_and_said_before_anything_is_written(chat: Chat) -> None:
    before = chat.kept()
    for what, answer in SHOWN.items():
        read = chat.drop(harm.FILES[what][0], harm.FILES[what][1]())
        assert answer in read, what
        chat.press("Cancel")
    assert chat.kept() == before


def test_names_made_as_formulas_come_in_and_go_out_as_text(chat: Chat) -> None:
    chat.drop("formulas.csv", harm.formulas())
    chat.press("Import")
    chat.say("/export")
    (table,) = (each.file.content for each in chat.newest() if each.file and each.file.name.endswith(".csv"))
    cells = [line.partition(",")[0] for line in table.decode("utf-8-sig").splitlines()[1:]]
    assert [cell for cell in cells if not cell.lstrip('"').startswith("'")] == []


def test_a_file_over_telegrams_20_mb_is_not_fetched(chat: Chat) -> None:
    sent = chat.user.document("people.csv", b"Name\nAna Ruiz\n")
    sent["message"]["document"]["file_size"] = 20 * 1024 * 1024 + 1
    assert "Telegram lets me fetch files of up to 20 MB." in chat.give(sent)
    assert chat.names() == []


@pytest.fixture
def small(chat: Chat) -> Chat:
    """A chat with two people, whose limit was lowered to one since."""
    chat.say("Ana Ruiz, monthly\nBen Okafor, monthly")
    chat.store.most_contacts = 1
    return chat


def test_under_a_lowered_limit_everybody_stays_and_nobody_comes(small: Chat) -> None:
    assert "as many as I can keep. Nobody was added." in small.say("Grace Lim, monthly")
    read = small.drop("people.csv", "Name,Company\nGrace Lim,Acme\n")
    assert "Your network is as full as it can get here, and 1 in this file are new." in read
    small.share_contact("Joe Park", "+34600123456")
    assert "Nobody was added" in small.last.text
    assert small.names() == ["Ana Ruiz", "Ben Okafor"]
    small.say("talked to Ana Ruiz today")
    assert small.person("Ana Ruiz")["touches"]


def test_of_many_files_in_a_row_the_newest_few_are_kept(chat: Chat) -> None:
    previews = []
    for number in range(9):
        chat.drop(f"{number}.csv", f"Name\nAna Ruiz {'abcdefghi'[number]}\n")
        previews.append(chat.last)
    assert "I keep the newest few files for a day, and that one is gone." in chat.press("Import", previews[0])
    assert chat.names() == []
    assert "Taken in: one person is new." in chat.press("Import", previews[-1])
