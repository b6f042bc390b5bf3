"""Dotty's own JSON, out and in again."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.drafts import Draft, History
from bot.rules.exporting import to_json
from bot.rules.files.own import read_own
from bot.rules.files.shapes import FileReading
from storage import Card, Export
from storage.models import Tag
from tests.bot.rules.files.networks import NOW, USER, cards, draft_of, history_of


def read(contacts: Any, **more: Any) -> FileReading:
    content = {"format": "dotty-export", "version": 1, "contacts": contacts} | more
    return read_own(json.dumps(content).encode(), most=100)


@settings(deadline=None, max_examples=40)
@given(st.lists(cards(), max_size=2))
def test_an_export_comes_back_as_it_was(network: list[Card]) -> None:
    reading = read_own(to_json(Export(USER, network, [], [], []), NOW), most=100)
    expected = tuple(
        replace(draft_of(card), notes=(), history=history_of(card), turn_on=card.contact.turn_on,
                headsup_days=card.contact.headsup_days, voice=card.contact.voice) for card in network
    )  # fmt: skip
    assert reading == FileReading("dotty", expected)


def test_the_cadences_of_tags_come_back() -> None:
    tags = [Tag(id=1, user_id=7, name="pycon", key="pycon", cadence_days=90), Tag(id=2, user_id=7, name="b", key="b")]
    assert read_own(to_json(Export(USER, [], tags, [], []), NOW), most=9).tags == {"pycon": 90}


def test_whom_the_user_keeps_apart_stays_apart() -> None:
    twice = [{"name": "Ana Ruiz", "emails": ["ana@example.org"]}] * 2
    assert len(read(twice).people) == 2


def test_an_export_of_before_is_read_and_one_of_later_too() -> None:
    ana = {"name": "Ana Ruiz", "notes": [{"on": "2026-11-20", "text": "chess"}], "mood": "good"}
    expected = Draft("Ana Ruiz", history=History(notes=((date(2026, 11, 20), "chess"),)))
    assert read([ana]).people == (expected,)
    assert read([ana], version=99, galaxies=[{"name": "x"}]).people == (expected,)


@pytest.mark.parametrize("fact", [
    {"cadence_days": "monthly"}, {"cadence_days": True}, {"cadence_days": 10**9}, {"cadence_days": -1}, {"status": "king"},
    {"status": ["active"]}, {"company": 5}, {"company": {"a": 1}}, {"birthday": "yesterday"}, {"met_on": "2026-02-31"},
    {"added_on": 20261123}, {"tags": "pycon"}, {"tags": [1, None, ["x"]]}, {"phones": {"a": "+1"}}, {"notes": ["x", 5]},
    {"notes": [{"on": None, "text": "x"}]}, {"touches": [{"on": "x"}, []]}, {"promises": [{"due_on": "2026-11-20"}]},
    {"links": ["https://example.org/" + "a" * 600]}, {"language": " "}, {"telegram": 7}, {"notes": None},
    {"headsup_days": -1}, {"headsup_days": True}, {"voice": "loud"}, {"voice": ["warm"]}, {"turn_on": "soon"},
    {"dates": ["12 June"]}, {"dates": [{"name": "name day", "day": "2026-02-31"}]}, {"dates": [{"day": "--06-12"}]},
])  # fmt: skip
def test_a_fact_of_a_wrong_kind_is_none(fact: dict[str, Any]) -> None:
    assert read([{"name": "Ana Ruiz"} | fact]).people == (Draft("Ana Ruiz"),)


@pytest.mark.parametrize(("entry", "reason"), [
    ("Ana Ruiz", "unreadable"), (None, "unreadable"), ({}, "no_name"), ({"name": "  "}, "no_name"),
    ({"name": 5}, "no_name"), ({"name": "a" * 300}, "too_long"),
])  # fmt: skip
def test_who_cannot_be_read_is_skipped_with_the_reason(entry: Any, reason: str) -> None:
    reading = read([{"name": "Ben Okafor"}, entry])
    assert [each.name for each in reading.people] == ["Ben Okafor"]
    assert [(each.line, each.reason) for each in reading.skipped] == [(2, reason)]


@pytest.mark.parametrize(("content", "problem"), [
    (b'{"contacts": [{"name": "Ana', "damaged"), (b"", "damaged"), (b"x", "damaged"), (b"[" * 10_000, "too_deep"),
    (b'{"contacts": [' + b'{"a":' * 10_000, "too_deep"), (b'{"format": "other", "contacts": []}', "not_people"),
    (b'{"contacts": ' + json.dumps([{"name": "Ana"}] * 101).encode() + b"}", "too_many"),
    (b'{"contacts": [1' + b"0" * 5000 + b"]}", "damaged"),
])  # fmt: skip
def test_a_broken_file_has_a_problem_and_nobody(content: bytes, problem: str) -> None:
    reading = read_own(content, most=100)
    assert (reading.problem, reading.people) == (problem, ())


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=200), st.integers(0, 2_000))
def test_no_bytes_raise(rubbish: bytes, at: int) -> None:
    content = json.dumps({"contacts": [{"name": "Ana Ruiz", "notes": [{"on": "2026-11-20", "text": "ü"}]}]}).encode()
    read_own(rubbish, most=9)
    read_own(content[:at] + rubbish + content[at:], most=9)
