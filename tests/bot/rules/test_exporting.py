import csv
import io
import json
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.exporting import COLUMNS, document, to_csv, to_json, to_vcards
from bot.rules.exporting.tables import split_cell, unguarded
from storage import Card, Export
from storage.models import Contact, ContactPoint, Introduction, Note, Nudge, Promise, Tag, Touch, User, YearlyDate

NOW = datetime(2026, 11, 23, 9, 0, 5, 999, tzinfo=UTC)
DAY = date(2026, 11, 20)
USER = User(id=7, language="es", timezone="Europe/Madrid", nudge_weekday=4, nudge_time=time(8, 5), created_at=NOW)
typed = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80)


def contact(number: int, name: str, **facts: Any) -> Contact:
    return Contact(id=number, user_id=7, name=name, name_key="", added_on=DAY, created_at=NOW, **facts)


def card(name: str = "Ana Ruiz", note: str = "", points: tuple[tuple[str, str], ...] = (), **facts: Any) -> Card:
    notes = [Note(user_id=7, contact_id=1, noted_on=DAY, text=note, created_at=NOW)] if note else []
    rows = [ContactPoint(user_id=7, contact_id=1, kind=kind, value=value) for kind, value in points]
    return Card(contact(1, name, **facts), points=rows, notes=notes)


def read_csv(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def visible(text: str) -> str:
    """The text as a vCard keeps it."""
    return "".join(char for char in text if char in "\n\t" or ((ord(char) >= 32 and not 127 <= ord(char) < 160)
                   and char not in "\u2028\u2029"))  # fmt: skip


def test_everything_is_in_the_document() -> None:
    ana, ben = (
        contact(1, "Ana Ruiz", cadence_days=30, birthday="--05-12", turn_on=DAY, headsup_days=0, voice="warm"),
        contact(2, "Ben Okafor", status="archived"),
    )
    touches = [
        Touch(user_id=7, contact_id=1, touched_on=date(2026, 11, day), channel=channel, note=note, created_at=NOW)
        for day, channel, note in ((21, "call", "the trial"), (20, None, None))
    ]
    promises = [Promise(user_id=7, contact_id=1, text="send the deck", due_on=DAY, created_at=NOW)]
    dates = [YearlyDate(user_id=7, contact_id=1, name="name day", day="--06-24")]
    cards = [Card(ana, touches=touches, promises=promises, tags=["pycon"], dates=dates), Card(ben)]
    nudges = [
        Nudge(
            user_id=7,
            contact_id=1,
            reason="It has been a while.",
            opener="Hi Ana",
            status="sent",
            sent_at=NOW,
            created_at=NOW,
        ),
        Nudge(user_id=7, contact_id=9, status="expired", created_at=NOW),
        Nudge(user_id=7, kind="pace", status="sent", sent_at=NOW, created_at=NOW),
    ]
    introductions = [
        Introduction(user_id=7, first_id=1, second_id=2, why="both sail", status="closed", first_reply="yes",
                     made_on=DAY, outcome="they sail now", created_at=NOW)
    ]  # fmt: skip
    found = document(Export(USER, cards, [], nudges, introductions), NOW)
    assert found["exported_at"] == "2026-11-23T09:00:05Z"
    assert found["user"]["nudge_time"] == "08:05"
    assert [each["status"] for each in found["contacts"]] == ["active", "archived"]
    assert found["contacts"][0]["touches"] == [
        {"on": "2026-11-20", "channel": None, "note": None, "started_by": None, "reply": None, "favour": None},
        {"on": "2026-11-21", "channel": "call", "note": "the trial", "started_by": None, "reply": None, "favour": None},
    ]  # fmt: skip
    assert found["contacts"][0]["promises"] == [
        {"text": "send the deck", "due_on": "2026-11-20", "kept_on": None, "dropped_on": None}
    ]
    assert found["contacts"][1]["promises"] == []
    assert found["contacts"][0]["dates"] == [{"name": "name day", "day": "--06-24"}]
    assert [found["contacts"][0][name] for name in ("turn_on", "headsup_days", "voice")] == ["2026-11-20", 0, "warm"]
    assert found["nudges"] == [
        {"sent_at": "2026-11-23T09:00:05Z", "contact": "Ana Ruiz", "reason": "It has been a while.", "opener": "Hi Ana",
         "status": "sent"},
        {"sent_at": None, "contact": None, "reason": "", "opener": "", "status": "expired"},
    ]  # fmt: skip
    assert found["introductions"] == [
        {"first": "Ana Ruiz", "second": "Ben Okafor", "why": "both sail", "status": "closed",
         "first_reply": "yes", "second_reply": None, "made_on": "2026-11-20", "outcome": "they sail now"}
    ]  # fmt: skip


def test_letters_of_any_script_stay_readable_in_the_json() -> None:
    content = to_json(Export(USER, [card("李小龙")], [], [], []), NOW)
    assert "李小龙" in content.decode()
    assert json.loads(content)["contacts"][0]["name"] == "李小龙"


@given(name=typed, note=typed, company=typed)
def test_a_vcard_reads_back_whatever_was_typed(name: str, note: str, company: str) -> None:
    read = vobject.readOne(to_vcards([card(name, note, company=company)]).decode())
    assert read.fn.value == visible(name)
    assert read.note.value == visible(note)
    assert read.org.value == [visible(company)]


@given(name=typed, note=typed)
def test_the_lines_of_a_vcard_are_at_most_75_octets(name: str, note: str) -> None:
    content = to_vcards([card(name * 5, note * 5)])
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert content.endswith(b"END:VCARD\r\n")


@pytest.mark.parametrize(("birthday", "written"), [("1990-05-12", "BDAY:19900512"), ("--05-12", "BDAY:--0512")])
def test_a_birthday_in_a_vcard(birthday: str, written: str) -> None:
    assert f"{written}\r\n".encode() in to_vcards([card(birthday=birthday)])


@pytest.mark.parametrize(("language", "written"), [("es", True), ("pt-BR", True), ("Klingon", False), (None, False)])
def test_only_a_language_tag_is_a_language_to_a_vcard(language: str | None, written: bool) -> None:
    assert (b"LANG:" in to_vcards([card(language=language)])) is written


def test_every_point_is_in_the_vcard() -> None:
    points = (("phone", "+34600123456"), ("email", "ana@example.org"), ("link", "https://example.org/a?b=c;d"),
              ("telegram", "anaruiz"))  # fmt: skip
    read = vobject.readOne(to_vcards([card(points=points)]).decode())
    assert (read.tel.value, read.email.value) == ("+34600123456", "ana@example.org")
    assert read.url.value == "https://example.org/a?b=c;d"
    assert read.impp.value == "https://t.me/anaruiz"


def test_several_vcards_follow_each_other() -> None:
    names = ["Ana Ruiz", "Ben Okafor"]
    read = vobject.readComponents(to_vcards([card(name) for name in names]).decode())
    assert [each.fn.value for each in read] == names
    assert to_vcards([]) == b""


@given(name=typed, note=typed)
def test_a_table_reads_back_whatever_was_typed(name: str, note: str) -> None:
    (row,) = read_csv(to_csv([card(name, note)]))
    assert list(row) == list(COLUMNS)
    assert unguarded(row["name"]) == name
    assert split_cell(unguarded(row["notes"])) == [note]
    assert row["name"][0] not in "=+-@\t\r\n＝＋－＠"


@given(st.lists(typed, max_size=4))
def test_several_values_of_a_cell_are_told_apart_again(tags: list[str]) -> None:
    (row,) = read_csv(to_csv([Card(contact(1, "Ana Ruiz"), tags=tags)]))
    assert split_cell(unguarded(row["tags"])) == tags


def test_the_document_and_what_is_written_are_the_same() -> None:
    export = Export(USER, [card("Ana Ruiz", "one\ntwo"), card("Ben Okafor")], [], [], [])
    assert json.loads(to_json(export, NOW)) == document(export, NOW)
    assert json.loads(to_json(Export(USER, [], [], [], []), NOW))["contacts"] == []


def test_only_tags_with_a_cadence_are_told_apart_from_contacts() -> None:
    tags = [Tag(id=1, user_id=7, name="pycon", key="pycon", cadence_days=90), Tag(id=2, user_id=7, name="b", key="b")]
    assert document(Export(USER, [], tags, [], []), NOW)["tags"] == [{"name": "pycon", "cadence_days": 90}]


def test_a_second_username_is_a_link() -> None:
    points = (("telegram", "anaruiz"), ("telegram", "ana_work"), ("telegram_id", "7001"))
    (ana,) = document(Export(USER, [card(points=points)], [], [], []), NOW)["contacts"]
    assert (ana["telegram"], ana["links"], ana["telegram_id"]) == ("anaruiz", ["https://t.me/ana_work"], "7001")


@pytest.mark.parametrize(("value", "cell"), [
    ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"), ("-2", "'-2"),
    ("＝1", "'＝1"), ("Nordlicht", "Nordlicht"), ("a=b", "a=b"),
    ("'=1", "''=1"), ("'t Hooft", "'t Hooft"),
    (" =1", "' =1"), ("\u3000＋1", "'\u3000＋1"), ('"=1', "'\"=1"), ("\t=1", "'\t=1"),
])  # fmt: skip
def test_a_cell_is_never_a_formula(value: str, cell: str) -> None:
    assert read_csv(to_csv([card(company=value)]))[0]["company"] == cell


def test_phone_numbers_stay_as_other_programs_read_them() -> None:
    row = read_csv(to_csv([card(points=(("phone", "+34600123456"), ("phone", "+442079460958")))]))[0]
    assert row["phones"] == "+34600123456; +442079460958"


def test_a_table_of_nobody_still_has_its_heads() -> None:
    assert to_csv([]).decode("utf-8-sig").strip() == ",".join(COLUMNS)
