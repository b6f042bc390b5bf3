"""Telegram Desktop's export."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.drafts import Draft
from bot.rules.files.shapes import FileReading
from bot.rules.files.telegram import read_telegram

SAMPLE: dict[str, Any] = {
    "about": "Made-up export",
    "contacts": {
        "about": "Contacts",
        "list": [
            {"user_id": 7000000001, "first_name": "Noor", "last_name": "Haddad", "phone_number": "+961 70 123 456",
             "date": "2023-02-01T10:11:12", "date_unixtime": "1675246272"},
            {"user_id": 0, "first_name": "", "last_name": "", "phone_number": "", "date": "2019-01-01T00:00:00"},
            {"first_name": "Otto", "last_name": "", "phone_number": "0049 151 2345678", "date": "2020-05-05T05:05:05"},
        ],
    },
    "frequent_contacts": {"about": "", "list": [{"id": 1, "type": "user", "name": "Somebody Else", "rating": 12.5}]},
}  # fmt: skip


def read(content: Any, region: str | None = "ES") -> FileReading:
    return read_telegram(json.dumps(content).encode(), region=region, most=100)


def entries(*people: Any) -> dict[str, Any]:
    return {"contacts": {"list": list(people)}}


def test_the_people_of_an_export_are_read_field_by_field() -> None:
    reading = read(SAMPLE)
    assert reading.people == (
        Draft("Noor Haddad", phones=("+96170123456",), telegram_id="7000000001"),
        Draft("Otto", phones=("+491512345678",)),
    )
    assert [(each.line, each.reason) for each in reading.skipped] == [(2, "no_name")]
    assert (reading.format, reading.problem) == ("telegram", None)


def test_the_chats_around_them_are_passed_over() -> None:
    chats = {
        "list": [
            {"name": "Grace", "contacts": {"list": [{"first_name": "Nobody"}]}, "messages": [{"text": ["x", {}]}] * 50}
        ]
    }
    full = {"personal_information": {"first_name": "Me"}, "chats": chats} | SAMPLE | {"left_chats": chats}
    assert [each.name for each in read(full).people] == ["Noor Haddad", "Otto"]


@pytest.mark.parametrize(("number", "kept"), [
    ("+34 600 123 456", ("+34600123456",)), ("0034 600 123 456", ("+34600123456",)), ("600 123 456", ("+34600123456",)),
    ("", ()), ("5", ()), (None, ()), (34600123456, ()), ("9" * 5000, ()),
])  # fmt: skip
def test_a_number_is_kept_in_its_international_form(number: Any, kept: tuple[str, ...]) -> None:
    assert read(entries({"first_name": "Ana", "phone_number": number})).people == (Draft("Ana", phones=kept),)


@pytest.mark.parametrize("user_id", [0, -5, None, "7", True, 7.5, [7], 10**18 * 9])
def test_only_a_number_above_nothing_is_somebodys_id(user_id: Any) -> None:
    (ana,) = read(entries({"first_name": "Ana", "user_id": user_id})).people
    assert ana.telegram_id == (str(user_id) if user_id == 10**18 * 9 else None)


@pytest.mark.parametrize(("entry", "reason"), [
    ({"first_name": "Deleted Account", "user_id": 5}, "not_person"),
    ({"first_name": "Deleted", "last_name": "Account"}, "not_person"),
    ({"phone_number": "+34600123456"}, "no_name"), ({"first_name": "\u200b\u202e", "last_name": None}, "no_name"),
    ({"first_name": 5, "last_name": {"a": "b"}}, "no_name"), ("Ana", "unreadable"), ([], "unreadable"),
    (None, "unreadable"),
    ({"first_name": "a" * 300}, "too_long"), ({"first_name": "Ana", "more": [0] * 200_001}, "too_long"),
])  # fmt: skip
def test_who_cannot_be_read_is_skipped_with_the_reason(entry: Any, reason: str) -> None:
    reading = read(entries({"first_name": "Ben"}, entry, {"first_name": "Grace"}))
    assert [each.name for each in reading.people] == ["Ben", "Grace"]
    assert [(each.line, each.reason) for each in reading.skipped] == [(2, reason)]


@pytest.mark.parametrize(("content", "problem"), [
    (b"[" * 10_000, "too_deep"), (b"[" * 20_000_000, "too_deep"), (b'{"a":' * 10_000, "too_deep"), (b"", "damaged"),
    (b'{"contacts": {"list": [{"first_name": ' + b"[" * 10_000, "too_deep"), (b"{}", "not_people"),
    (b"[]", "not_people"),
    (b'{"contacts": {"list": [{"first_name": "Ana"}, {"fir', "damaged"), (b"null", "not_people"),
    (b"\x00\xff", "damaged"),
    (b'{"contacts": {"list": []}}', "not_people"),
    (json.dumps(entries(*[{"first_name": "Ana", "user_id": n} for n in range(1, 102)])).encode(), "too_many"),
])  # fmt: skip
def test_a_broken_file_has_a_problem_and_nobody(content: bytes, problem: str) -> None:
    reading = read_telegram(content, region=None, most=100)
    assert (reading.problem, reading.people) == (problem, ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_any_encoding_of_unicode_is_read(encoding: str) -> None:
    content = json.dumps(entries({"first_name": "Łucja"}), ensure_ascii=False).encode(encoding)
    assert [each.name for each in read_telegram(content, region=None, most=9).people] == ["Łucja"]


def test_a_broken_letter_costs_itself_alone() -> None:
    content = (
        json.dumps(entries({"first_name": "Ana"}, {"first_name": "BenX"}), ensure_ascii=False).encode() + b" " * 50
    )
    reading = read_telegram("é".encode().join([b"", content.replace(b"X", b"\xff")])[2:], region=None, most=9)
    assert [each.name[:3] for each in reading.people] == ["Ana", "Ben"]


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=100), st.integers(0, 900))
def test_no_bytes_raise(rubbish: bytes, at: int) -> None:
    content = json.dumps(SAMPLE).encode()
    read_telegram(rubbish, region="ES", most=9)
    read_telegram(content[:at] + rubbish + content[at:], region="ES", most=9)


_ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["contacts", "list", "first_name", "x"]), inner)
    ),
    max_leaves=9,
)


@settings(deadline=None, max_examples=60)
@given(_ANY)
def test_no_document_raises(content: Any) -> None:
    read(content)
    read(entries(content))
