"""/export and /erase."""

import csv
import io
import json
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import vobject

from bot.handlers import account
from tests.chat import Chat

EVERYTHING = (
    "Ana Ruiz, met at PyCon 2023, Head of Data at Nordlicht, birthday 12 May 1990, monthly, lives in Berlin, "
    "needs a designer, offers intros to VCs, #pycon, +34 600 123 456, ana@example.org, @anaruiz, "
    "linkedin.com/in/anaruiz"
)
CONTACT_KEYS = [
    "name", "status", "cadence_days", "tags", "company", "role", "met", "city", "birthday", "language", "needs",
    "offers", "phones", "emails", "links", "telegram", "telegram_id", "met_on", "added_on", "last_touch_on", "next_due_on",
    "snoozed_until", "turn_on", "headsup_days", "voice", "dates", "notes", "touches", "promises", "from_files",
]  # fmt: skip


def files(chat: Chat) -> dict[str, bytes]:
    """The newest export's files, by their ending."""
    chat.say("/export")
    newest = [message.file for message in chat.newest() if message.file][:3]
    return {Path(file.name).suffix: file.content for file in newest}


def test_the_export_has_every_key_and_nothing_else(chat: Chat) -> None:
    chat.say(EVERYTHING)
    chat.say("called Ana yesterday about the trial")
    chat.say("note on Ana: plays chess")
    chat.week()
    chat.say("done")
    export = chat.export()
    assert list(export) == [
        "format", "version", "exported_at", "user", "tags", "contacts", "nudges", "introductions",
    ]  # fmt: skip
    assert (export["format"], export["version"], export["exported_at"]) == ("dotty-export", 1, "2026-11-30T09:00:00Z")
    assert export["user"] == {
        "language": "en", "timezone": "Europe/London", "nudge_weekday": 0, "nudge_time": "09:00", "people_per_week": 1,
        "next_nudge_at": "2026-12-07T09:00:00Z", "paused_until": None,
    }  # fmt: skip
    (ana,) = export["contacts"]
    assert sorted(ana) == sorted(CONTACT_KEYS)
    assert ana | {"touches": [], "notes": []} == {
        "name": "Ana Ruiz", "status": "active", "cadence_days": 30, "tags": ["pycon"], "company": "Nordlicht",
        "role": "Head of Data", "met": "at PyCon 2023", "city": "Berlin", "birthday": "1990-05-12", "language": None,
        "needs": "a designer", "offers": "intros to VCs", "phones": ["+34600123456"], "emails": ["ana@example.org"],
        "links": ["https://www.linkedin.com/in/anaruiz"], "telegram": "anaruiz", "added_on": "2026-11-23",
        "telegram_id": None, "met_on": None, "snoozed_until": None, "from_files": None,
        "turn_on": None, "headsup_days": None, "voice": None, "dates": [],
        "last_touch_on": "2026-11-30", "next_due_on": "2026-12-30", "notes": [], "touches": [], "promises": [],
    }  # fmt: skip
    assert {"on": "2026-11-23", "text": "plays chess"} in ana["notes"]
    assert ana["touches"][0]["on"] == "2026-11-22"
    assert ana["touches"][0]["channel"] == "call"
    assert ana["touches"][1] == {
        "on": "2026-11-30", "channel": None, "note": None, "started_by": None, "reply": None, "favour": None
    }  # fmt: skip
    (nudge,) = export["nudges"]
    assert list(nudge) == ["sent_at", "contact", "reason", "opener", "status"]
    assert (nudge["sent_at"], nudge["contact"], nudge["status"]) == ("2026-11-30T09:00:00Z", "Ana Ruiz", "done")
    assert nudge["reason"]
    assert nudge["opener"]


def test_absent_facts_are_null_or_empty(chat: Chat) -> None:
    chat.say("add Joe Park")
    joe = chat.person("Joe Park")
    empty = [name for name in CONTACT_KEYS if joe[name] == []]
    absent = [name for name in CONTACT_KEYS if joe[name] is None]
    assert empty == ["tags", "phones", "emails", "links", "dates", "notes", "touches", "promises"]
    assert absent == ["cadence_days", "company", "role", "met", "city", "birthday", "language", "needs", "offers",
                      "telegram", "telegram_id", "met_on", "last_touch_on", "next_due_on", "snoozed_until",
                      "turn_on", "headsup_days", "voice", "from_files"]  # fmt: skip


def test_the_contacts_come_as_vcards_that_others_read(chat: Chat) -> None:
    chat.say(EVERYTHING)
    chat.say("李小龙, weekly")
    chat.say("note on Ana: plays chess; and, well\\go")
    ana, lee = vobject.readComponents(files(chat)[".vcf"].decode())
    assert (ana.version.value, ana.fn.value, lee.fn.value) == ("4.0", "Ana Ruiz", "李小龙")
    assert (ana.org.value, ana.title.value, ana.bday.value) == (["Nordlicht"], "Head of Data", "19900512")
    assert (ana.tel.value, ana.email.value) == ("+34600123456", "ana@example.org")
    assert ana.url.value == "https://www.linkedin.com/in/anaruiz"
    assert ana.adr.value.city == "Berlin"
    assert ana.categories.value == ["pycon"]
    assert "plays chess; and, well\\go" in ana.note.value


def test_the_contacts_come_as_a_table(chat: Chat) -> None:
    chat.say(EVERYTHING)
    chat.say('add Joe "Quote" Park')
    rows = list(csv.DictReader(io.StringIO(files(chat)[".csv"].decode("utf-8-sig"))))
    assert [row["name"] for row in rows] == ["Ana Ruiz", 'Joe "Quote" Park']
    assert (rows[0]["company"], rows[0]["tags"], rows[0]["cadence_days"]) == ("Nordlicht", "pycon", "30")
    assert rows[1]["company"] == ""


@pytest.mark.parametrize("formula", ["=HYPERLINK(1)", "+1+1", "-1+1", "@SUM(A1)"])
def test_no_cell_of_the_table_is_a_formula(chat: Chat, formula: str) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("Ana")
    chat.press("Edit")
    chat.press("Company")
    chat.say(formula)
    (row,) = csv.DictReader(io.StringIO(files(chat)[".csv"].decode("utf-8-sig")))
    assert row["company"] == f"'{formula}"
    assert chat.person("Ana Ruiz")["company"] == formula


@pytest.mark.parametrize("text", ["/export", "export", "send me my data"])
def test_the_export_in_plain_words(chat: Chat, text: str) -> None:
    chat.say("Ana Ruiz, monthly")
    said = chat.say(text)
    assert "Everything I have: one person." in said
    assert "<dotty-2026-11-23.json>" in said
    assert "<dotty-2026-11-23.vcf>" in said
    assert "<dotty-2026-11-23.csv>" in said


def test_a_large_file_comes_packed_so_that_it_can_be_dropped_into_the_chat_again(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(account, "LARGEST_PLAIN", 50)
    chat.say("Ana Ruiz, monthly")
    chat.say("/export")
    sent = {message.file.name: message.file.content for message in chat.newest() if message.file}
    assert sorted(sent) == ["dotty-2026-11-23.csv.zip", "dotty-2026-11-23.json.zip", "dotty-2026-11-23.vcf.zip"]
    with zipfile.ZipFile(io.BytesIO(sent["dotty-2026-11-23.json.zip"])) as archive:
        (entry,) = archive.namelist()
        assert json.loads(archive.read(entry))["contacts"][0]["name"] == "Ana Ruiz"


def test_archived_people_are_exported_and_those_taken_back_are_not(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("archive Ana")
    chat.say("Ben Okafor, weekly")
    chat.say("undo")
    assert [(each["name"], each["status"]) for each in chat.export()["contacts"]] == [("Ana Ruiz", "archived")]


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Chat]:
    """A chat in which something of everything was said, by a user whose id is like no other number."""
    chat = Chat(tmp_path, user_id=7_654_321_098_765)
    chat.say("/start")
    chat.say(EVERYTHING)
    chat.say("note on Ana: plays Xiangqi")
    chat.say("Ana moved to Timbuktu")
    chat.say("undo")
    chat.week()
    chat.say("done: she found a Zymurgist")
    yield chat
    chat.close()


def rows_left(chat: Chat) -> dict[str, int]:
    with sqlite3.connect(chat.folder / "dotty.db") as database:
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        counts = {name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}
    database.close()
    return {
        name: count for name, count in counts.items() if count and name not in ("alembic_version", "sqlite_sequence")
    }


def test_erase_leaves_nothing_in_the_database_its_file_or_its_log(full: Chat) -> None:
    assert "This deletes one person and everything else" in full.say("/erase")
    full.restart()
    said = full.say("erase everything")
    assert said.startswith("All gone.")
    assert rows_left(full) == {}
    for path in full.folder.iterdir():
        content = path.read_bytes()
        for word in (b"Ana Ruiz", b"Nordlicht", b"Xiangqi", b"Timbuktu", b"Zymurgist", b"anaruiz", b"7654321098765"):
            assert word not in content, (path.name, word)
    assert full.again() == said
    assert rows_left(full) == {}


def test_after_erasing_the_chat_works_afresh(full: Chat) -> None:
    full.say("/erase")
    full.say("Erase everything.")
    assert "I know nobody of yours yet." in full.say("/export")
    assert full.export()["contacts"] == []
    assert full.export()["nudges"] == []
    assert "There's nothing to take back" in full.say("undo")
    assert "I don't know Ana yet" in full.say("Ana")
    assert "Added Ben Okafor" in full.say("Ben Okafor, weekly")
    assert "How about Ben Okafor?" in full.week()


@pytest.mark.parametrize("text", [
    "no", "yes", "erase", "erase everythin", "erase everything please", "delete everything", "Ana", "/cancel", "cancel",
    "never mind", "erase everything\nno", "👍", "/help",
])  # fmt: skip
def test_anything_but_the_very_words_keeps_everything(chat: Chat, text: str) -> None:
    chat.say("Ana Ruiz, monthly")
    before = chat.kept()
    chat.say("/erase")
    chat.say(text)
    assert chat.kept() == before


def test_what_comes_after_another_answer_erases_nothing(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("/erase")
    assert chat.say("no") == "Nothing was deleted."
    assert "To go ahead, type erase everything." in chat.say("erase everything")
    assert chat.names() == ["Ana Ruiz"]


def test_the_confirmation_lapses(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("/erase")
    chat.days(1)
    assert "To go ahead, type erase everything." in chat.say("erase everything")
    assert chat.names() == ["Ana Ruiz"]


@pytest.mark.parametrize("text", ["delete my data", "erase my account", "delete everything"])
def test_erase_in_plain_words_asks_first(chat: Chat, text: str) -> None:
    chat.say("Ana Ruiz, monthly")
    assert "To go ahead, type erase everything." in chat.say(text)


def test_archived_people_are_counted_among_what_is_deleted(chat: Chat) -> None:
    chat.say("Ana Ruiz, Ben Okafor and Grace Lim")
    chat.say("archive Ben")
    assert "This deletes 3 people" in chat.say("/erase")


def test_settings_alone_are_not_erased_unasked(chat: Chat) -> None:
    chat.say("/start")
    chat.say("Friday 8:30")
    assert "This deletes everything I have about you" in chat.say("/erase")
    assert chat.export()["user"]["nudge_weekday"] == 4


def test_erasing_leaves_others_alone(chat: Chat) -> None:
    other = chat.api.user(8)
    chat.give(other.text("Ben Okafor, weekly"))
    chat.say("Ana Ruiz, monthly")
    chat.say("/erase")
    chat.say("erase everything")
    chat.give(other.text("Ben"))
    assert other.chat.last().text.startswith("Ben Okafor\n")
