"""Files dropped into the chat: seen before anything is written, taken in as one, and taken back as one."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest

from tests.chat import Chat

LINKEDIN = """Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ana,Ruiz,https://www.linkedin.com/in/ana-ruiz-example,,Nordlicht Data,Head of Data,02 Mar 2021
Ben,Okafor,https://www.linkedin.com/in/benokafor-example/,ben@example.org,Roche,Clinical Research Lead,15 Jun 2019
Zoé,Lim,https://www.linkedin.com/in/zo%C3%A9-lim-example,,,,7 Jan 2024
,,,,,,12 Dec 2018
Restricted,Member,,,,,01 Jan 2020
"""
NEWER = LINKEDIN.replace("Nordlicht Data,Head of Data", "Acme,Director").replace(
    "Restricted,Member,,,,,01 Jan 2020", "Joe,Park,https://www.linkedin.com/in/joepark-example,,Acme,CEO,3 Feb 2026"
)
GOOGLE = """First Name,Middle Name,Last Name,Organization Name,Organization Title,Birthday,Notes,Labels,\
E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value
Grace,,Lim,Accra Makers,Founder,1988-04-09,"Met at the maker fair.
Likes chess.",Friends ::: * myContacts,* Work,grace@example.com ::: g.lim@example.org,\
Mobile,+233 24 123 4567 ::: +44 20 7946 0018
,,,,,,,* myContacts,,newsletter@example.com,,
"""
IPHONE = """BEGIN:VCARD
VERSION:3.0
N:Kowalska;Julia;;;
FN:Julia Kowalska
ORG:Studio Lim;
TITLE:Architect
item1.TEL;type=pref:+48 601 234 567
item1.X-ABLabel:_$!<Mobile>!$_
BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-12
NOTE:Met on the night train.
END:VCARD
"""
TELEGRAM = json.dumps({"contacts": {"list": [
    {"user_id": 7000000001, "first_name": "Noor", "last_name": "Haddad", "phone_number": "+961 70 123 456"},
    {"user_id": 0, "first_name": "", "last_name": "", "phone_number": ""},
]}})  # fmt: skip


def test_a_file_is_shown_before_anything_is_written(chat: Chat) -> None:
    before = chat.kept()
    read = chat.drop("Connections.csv", LINKEDIN)
    assert read.startswith("Connections.csv: LinkedIn connections\n3 new\n2 left out: ")
    assert "no name (1)" in read
    assert "members who left LinkedIn (1)" in read
    assert "• Ana Ruiz (Head of Data, Nordlicht Data)\n" in read
    assert "They'd go to your inbox: no nudges until you sort them." in read
    assert chat.last.labels == ["Import", "Cancel", "What was left out"]
    assert chat.kept() == before


def test_import_takes_everybody_in_with_what_the_file_says(chat: Chat) -> None:
    chat.drop("Connections.csv", LINKEDIN)
    read = chat.press("Import")
    assert "Taken in: 3 people are new." in read
    assert chat.last.labels == ["Sort the first twenty", "Undo", "What was left out"]
    ana = chat.person("Ana Ruiz")
    assert (ana["company"], ana["role"], ana["status"]) == ("Nordlicht Data", "Head of Data", "inbox")
    assert ana["links"] == ["https://www.linkedin.com/in/ana-ruiz-example"]
    assert chat.person("Ben Okafor")["emails"] == ["ben@example.org"]
    assert chat.names() == ["Ana Ruiz", "Ben Okafor", "Zoé Lim"]


@pytest.mark.parametrize(("name", "content", "person", "facts"), [
    ("contacts.csv", GOOGLE, "Grace Lim",
     {"company": "Accra Makers", "role": "Founder", "birthday": "1988-04-09", "tags": ["Friends"],
      "emails": ["grace@example.com", "g.lim@example.org"], "phones": ["+233241234567", "+442079460018"]}),
    ("old.csv", GOOGLE.encode("utf-16"), "Grace Lim", {"company": "Accra Makers"}),
    ("julia.vcf", IPHONE, "Julia Kowalska", {"role": "Architect", "birthday": "--05-12", "phones": ["+48601234567"]}),
    ("result.json", TELEGRAM, "Noor Haddad", {"phones": ["+96170123456"]}),
    ("people.csv", "Name;Firma;Ort\nJoe Park;Acme;Basel\n", "Joe Park", {"company": "Acme", "city": "Basel"}),
    ("names.txt", "Joe Park\nGrace Lim\nBen Okafor\n", "Joe Park", {"status": "inbox"}),
])  # fmt: skip
def test_each_kind_of_file_gives_its_people(
    chat: Chat, name: str, content: str | bytes, person: str, facts: dict[str, object]
) -> None:
    chat.drop(name, content)
    chat.press("Import")
    kept = chat.person(person)
    assert {field: kept[field] for field in facts} == facts


def test_the_archive_around_a_file_will_do(chat: Chat) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("Messages.csv", "FROM,TO\nAna,Ben\n")
        packed.writestr("Connections.csv", LINKEDIN)
    assert "3 new" in chat.drop("Basic_LinkedInDataExport.zip", archive.getvalue())


def test_one_undo_takes_all_of_it_back_also_tomorrow(chat: Chat) -> None:
    chat.say("Ana Ruiz, linkedin.com/in/ana-ruiz-example")
    before = chat.kept()
    chat.drop("Connections.csv", LINKEDIN)
    chat.press("Import")
    chat.days(1)
    assert "Taken back: that import (2 people and what it added to one)." in chat.press("Undo")
    after = chat.kept()
    assert after["contacts"] == before["contacts"]


def test_the_same_file_again_changes_nothing_and_a_newer_one_adds_what_is_new(chat: Chat) -> None:
    chat.drop("Connections.csv", LINKEDIN)
    chat.press("Import")
    before = chat.kept()
    read = chat.drop("Connections (1).csv", LINKEDIN)
    assert "LinkedIn connections\n3 you have already\n" in read
    assert "There is nothing new in it" in read
    assert chat.last.labels == ["What was left out"]
    assert chat.kept() == before
    read = chat.drop("Connections (2).csv", NEWER)
    assert "1 new\n1 you have, with something new\n2 you have already\n" in read
    assert "Taken in: one person is new and one has something new." in chat.press("Import")
    assert chat.person("Ana Ruiz")["company"] == "Acme"


def test_what_was_typed_wins_over_the_file(chat: Chat) -> None:
    chat.say("Ana Ruiz, works at Roche, linkedin.com/in/ana-ruiz-example")
    assert chat.person("Ana Ruiz")["company"] == "Roche"
    chat.drop("Connections.csv", LINKEDIN)
    chat.press("Import")
    ana = chat.person("Ana Ruiz")
    assert (ana["company"], ana["role"], ana["status"]) == ("Roche", "Head of Data", "active")


def test_a_namesake_is_kept_apart_and_said_to_be(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    assert "One has the name of somebody you have: I'll keep them apart" in chat.drop("Connections.csv", LINKEDIN)
    chat.press("Import")
    assert chat.names() == ["Ana Ruiz", "Ana Ruiz", "Ben Okafor", "Zoé Lim"]


def test_what_was_left_out_comes_as_a_harmless_table(chat: Chat) -> None:
    chat.drop("people.csv", 'Name,Email\nJoe Park,joe@example.org\n"=HYPERLINK(1)",x@example.org\n,,\n,a@example.org\n')
    chat.press("What was left out")
    assert chat.last.file is not None
    assert chat.last.file.name == "left-out.csv"
    header, *rows = csv.reader(io.StringIO(chat.last.file.content.decode("utf-8-sig")))
    assert header == ["Line", "What it says", "Why it was left out"]
    assert rows
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row)


@pytest.mark.parametrize(("content", "said"), [
    ("", "There is nothing in that file."),
    ("<!DOCTYPE html><html><body>Sign in</body></html>", "That is a web page"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le") + b"\0" * 600,
     "That is an Excel file of the old kind"),
    (b"\x89PNG\r\n\x1a\n" + b"\0" * 60, "That is a picture"),
    (b"PK\x03\x04broken", "That file is damaged"),
])  # fmt: skip
def test_a_file_of_nobody_is_answered_with_what_to_do(chat: Chat, content: str | bytes, said: str) -> None:
    before = chat.kept()
    assert said in chat.drop("contacts.csv", content or b"\n")
    assert chat.kept() == before


def test_a_file_over_telegrams_limit_is_not_even_asked_for(chat: Chat) -> None:
    assert "Telegram lets me fetch files of up to 20 MB" in chat.drop("all.vcf", b"x" * (20 * 1024 * 1024 + 1))
    assert "getFile" not in [call.method for call in chat.api.calls]


def test_a_file_that_cannot_be_fetched_at_once_is_fetched_again(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.intake.WAITS", (0.0,))
    chat.api.fail_next("getFile", 500, "Internal Server Error")
    assert "3 new" in chat.drop("Connections.csv", LINKEDIN)


def test_a_file_with_a_caption_is_a_file(chat: Chat) -> None:
    assert "3 new" in chat.drop("Connections.csv", LINKEDIN, caption="my contacts")


# Buttons


def test_cancel_writes_nothing_and_import_then_says_so(chat: Chat) -> None:
    chat.drop("Connections.csv", LINKEDIN)
    go = next(button for button in chat.last.buttons if button.text == "Import").data
    assert "Forgotten: nobody was taken in." in chat.press("Cancel")
    assert chat.last.labels == []
    assert "That file is settled. Send it again to start over." in tap(chat, go)
    assert chat.names() == []


def test_import_pressed_twice_is_one_import(chat: Chat) -> None:
    chat.drop("Connections.csv", LINKEDIN)
    go = next(button for button in chat.last.buttons if button.text == "Import").data
    chat.press("Import")
    assert "Those are in already." in tap(chat, go)
    chat.press("Undo")
    assert "That import was taken back." in tap(chat, go)
    assert chat.names() == []


def tap(chat: Chat, data: str | None) -> str:
    assert data is not None
    return chat.give(chat.user.tap(data, next(each for each in chat.newest())))


@pytest.mark.parametrize(
    "data", ["import:999:go", "import:0:cancel", "import:1:nonsense", "column:1:0.name", "column:9:x"]
)
def test_a_made_up_button_does_nothing(chat: Chat, data: str) -> None:
    chat.drop("Connections.csv", LINKEDIN)
    before = chat.kept()
    assert tap(chat, data)
    assert chat.kept() == before


def test_two_files_at_once_are_two_previews(chat: Chat) -> None:
    chat.drop("Connections.csv", LINKEDIN)
    first = chat.last
    chat.drop("julia.vcf", IPHONE)
    chat.press("Import")
    chat.press("Import", first)
    assert len(chat.names()) == 4


@pytest.mark.parametrize(("typed", "names"), [("yes", 3), ("import", 3), ("no", 0), ("cancel", 0), ("/cancel", 0)])
def test_a_preview_is_answered_in_words(chat: Chat, typed: str, names: int) -> None:
    chat.drop("Connections.csv", LINKEDIN)
    read = chat.say(typed)
    assert ("Taken in" if names else "Forgotten: nobody was taken in.") in read
    assert len(chat.names()) == names


def test_import_shows_a_preview_that_waits_or_else_how_to_get_a_file(chat: Chat) -> None:
    assert "Get a copy of your data" in chat.say("/import")
    chat.drop("Connections.csv", LINKEDIN)
    assert "3 new" in chat.say("/import")
    chat.press("Cancel")
    assert "Get a copy of your data" in chat.say("/import")


def test_a_long_pasted_list_is_shown_first(chat: Chat) -> None:
    names = [
        f"{first} {last}"
        for first in ("Ana", "Ben", "Grace", "Joe", "Lena")
        for last in ("Ruiz", "Okafor", "Lim", "Park", "Haddad")
    ]
    assert "25 new" in chat.say("\n".join(names))
    assert chat.names() == []
    chat.press("Import")
    assert chat.names() == sorted(names)


# Columns


def test_columns_it_cannot_tell_are_asked_about_one_by_one(chat: Chat) -> None:
    read = chat.drop(
        "people.csv", "Wer,Mail,Dort,Xyz\nJoe Park,joe@example.org,Basel,a1\nGrace Lim,,Rome,b2\nBen Okafor,,Oslo,c3\n"
    )
    assert "What is the column Wer?" in read
    assert "• Joe Park\n• Grace Lim\n• Ben Okafor" in read
    assert "What is the column Dort?" in chat.press("Name")
    chat.press("City")
    chat.press("Leave out the rest")
    chat.press("Import")
    assert chat.person("Joe Park")["city"] == "Basel"


# Once more, and after a kill


def test_a_file_delivered_twice_is_one_import(chat: Chat) -> None:
    chat.drop("Connections.csv", LINKEDIN)
    chat.again()
    chat.press("Import")
    assert "Taken in: 3 people are new." in chat.again() + chat.last.text
    assert len(chat.names()) == 3


def test_a_cancel_delivered_twice_is_one(chat: Chat) -> None:
    chat.drop("Connections.csv", LINKEDIN)
    chat.press("Cancel")
    chat.again()
    assert chat.last.text == "Forgotten: nobody was taken in."


# How many


@pytest.fixture
def small(chat: Chat) -> Chat:
    """A chat with room for two people."""
    chat.store.most_contacts = 2
    return chat


def test_a_file_that_does_not_fit_says_how_many_do(small: Chat) -> None:
    assert "There is room for 2 more people, and 3 in this file are new." in small.drop("Connections.csv", LINKEDIN)
    assert "Import" not in small.last.labels


def test_a_network_that_fills_up_after_the_preview_takes_nobody_in(chat: Chat) -> None:
    chat.drop("Connections.csv", LINKEDIN)
    chat.store.most_contacts = 2
    assert "There is room for 2 more people, so nobody was added." in chat.press("Import")
    assert chat.names() == []


def test_a_network_that_is_full_says_so(small: Chat) -> None:
    small.say("Ana Ruiz, monthly\nBen Okafor, monthly")
    assert "Your network has 2 people, and that is as many as I can keep." in small.say("Grace Lim, monthly")
    assert small.names() == ["Ana Ruiz", "Ben Okafor"]


def test_our_own_export_comes_back_as_it_was(chat: Chat, tmp_path: Path) -> None:
    chat.say("Ana Ruiz, monthly, met at PyCon, ana@example.org, #pycon\nBen Okafor, weekly")
    chat.say("met Ana Ruiz yesterday, she moved")
    chat.say("note on Ben: plays chess")
    before = chat.export()
    chat.say("/erase")
    chat.say("erase everything")
    chat.drop("dotty.json", json.dumps(before))
    assert "They come back as they were" in chat.last.text
    chat.press("Import")
    assert chat.export()["contacts"] == before["contacts"]
    assert "There is nothing new in it" in chat.drop("dotty.json", json.dumps(before))


def test_an_undo_asks_before_it_takes_along_what_was_told_since(chat: Chat) -> None:
    chat.drop("Connections.csv", LINKEDIN)
    chat.press("Import")
    taken_in = chat.last
    chat.say("Ana Ruiz: likes chess")
    before = chat.kept()
    assert "you have told me things about Ana Ruiz." in chat.press("Undo", taken_in)
    assert chat.kept() == before
    chat.press("Undo", taken_in)
    read = chat.press("Undo, but keep that one")
    assert read == "Taken back: that import (2 people). The one you told me about stays."
    assert chat.again() == read
    assert chat.names() == ["Ana Ruiz"]
    assert [note["text"] for note in chat.person("Ana Ruiz")["notes"]] == ["likes chess"]
    assert "1 you have already" in chat.drop("Connections.csv", LINKEDIN)


def test_an_undo_of_an_import_can_take_all_of_it(chat: Chat) -> None:
    chat.drop("Connections.csv", LINKEDIN)
    chat.press("Import")
    taken_in = chat.last
    chat.say("Ana Ruiz: likes chess")
    chat.press("Undo", taken_in)
    assert chat.press("Undo all of it") == "Taken back: that import (3 people)."
    assert chat.names() == []


def test_a_username_in_capitals_is_one_person_at_each_import(chat: Chat) -> None:
    table = "Full name,Telegram username\nAna Ruiz,AnaRuiz\nBen Okafor,@BenOkafor\n"
    chat.drop("people.csv", table)
    chat.press("Import")
    assert "othing new" in chat.drop("people.csv", table)
    assert chat.names() == ["Ana Ruiz", "Ben Okafor"]


def test_a_link_that_is_nobodys_joins_nobody(chat: Chat) -> None:
    cards = "".join(
        f"BEGIN:VCARD\nVERSION:4.0\nFN:{name}\nURL:https://t.me/share?url=x\nEND:VCARD\n"
        for name in ("Ana Ruiz", "Ben Okafor")
    )
    assert "2 new" in chat.drop("people.vcf", cards)


def test_a_preview_shown_anew_has_its_buttons_once(chat: Chat) -> None:
    chat.drop("people.csv", "Name,Company\nAna Ruiz,Roche\n")
    earlier = chat.last
    chat.say("/import")
    assert earlier.labels == []
    assert "further down" in earlier.text
    chat.press("Import")
    assert chat.names() == ["Ana Ruiz"]


def test_files_sent_faster_than_they_are_read_are_turned_away_kindly(chat: Chat) -> None:
    chat.say("/help")
    for number in range(5):
        chat.store.open_import(chat.user.id, -number - 1, file_name="", content=b"Name\nAna\n", now=chat.now)
    assert "once they are done" in chat.drop("people.csv", "Name,Company\nAna Ruiz,Roche\n")
    assert chat.store.imports_under_way(chat.user.id) == 5


def test_what_a_column_is_can_be_typed_also_after_a_restart(chat: Chat) -> None:
    chat.drop("people.csv", "Wer,Dort,Xyz\nJoe Park,Basel,a1\nGrace Lim,Rome,b2\nBen Okafor,Oslo,c3\n")
    assert "What is the column Dort?" in chat.say("name")
    chat.restart()
    assert "What is the column Xyz?" in chat.say("City")
    assert "3 new" in chat.say("skip")
    chat.say("import")
    assert chat.person("Joe Park")["city"] == "Basel"


def test_what_a_column_is_can_be_typed_while_the_first_questions_are_open(chat: Chat) -> None:
    chat.say("/start")
    chat.drop("people.csv", "Wer,Dort\nJoe Park,Basel\nGrace Lim,Rome\n")
    assert "What is the column Dort?" in chat.say("Name")
    assert "2 new" in chat.say("leave it out")


def test_cancel_in_the_middle_of_the_columns_forgets_the_file(chat: Chat) -> None:
    chat.drop("people.csv", "Wer,Dort\nJoe Park,Basel\nGrace Lim,Rome\n")
    chat.press("Name")
    assert "nobody was taken in" in chat.say("cancel")
    assert chat.names() == []


def test_a_preview_says_what_is_new_of_those_who_are_there(chat: Chat) -> None:
    chat.drop("Connections.csv", LINKEDIN)
    chat.press("Import")
    newer = NEWER.replace("zo%C3%A9-lim-example,,", "zo%C3%A9-lim-example,zoe@example.org,")
    read = chat.drop("Connections.csv", newer)
    assert "New about those you have:\n• Ana Ruiz: Acme, Director\n• Zoé Lim: zoe@example.org\n" in read
    assert "What you typed yourself stays as it is." in read


def test_a_role_at_another_company_than_the_typed_one_is_not_taken_in(chat: Chat) -> None:
    chat.drop("Connections.csv", LINKEDIN)
    chat.press("Import")
    chat.say("Ana Ruiz works at Siemens")
    chat.drop("Connections.csv", NEWER)
    chat.press("Import")
    person = chat.person("Ana Ruiz")
    assert (person["company"], person["role"]) == ("Siemens", "Head of Data")
