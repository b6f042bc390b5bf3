import string
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from bot.rules import names
from storage import NewContact, Store
from storage.keys import fold
from storage.models.people import WORD_LENGTH
from storage.words import MOST_WORDS, facts_words, insert_words, split, words_of
from tests.storage.world import NOW, OTHER, TODAY, USER, add, dump, fill, open_user, person

Words = dict[int, dict[str, set[str]]]


def words_in(engine: Engine, user_id: int = USER) -> Words:
    """The words kept, by contact and field."""
    found: Words = {}
    for row in dump(engine, only=user_id)["contact_words"]:
        found.setdefault(row["contact_id"], {}).setdefault(row["field"], set()).add(row["word"])
    return found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ana Ruiz", ["ana", "ruiz"]),
        ("Ana RUIZ, ana", ["ana", "ruiz"]),
        ("Zoë O’Neil-Søndergård", ["zoe", "oneil", "sondergard"]),
        ("Łukasz Straße", ["lukasz", "strasse"]),
        ("C++ / R&D @ 3M", ["c", "r", "d", "3m"]),
        ("Ana ❤️ Ruiz 👩🏽‍💻", ["ana", "ruiz"]),
        ("Юлия Ёлкина", ["юлия", "елкина"]),
        ("فاطمة", ["فاطمة"]),
        ("山田 太郎", ["山田", "田", "太郎", "郎"]),
        ("김민준", ["김민준", "민준", "준"]),
        ("a\x00b\ud800c", ["a", "b", "c"]),
        ("", []),
        ("!? 🎉", []),
    ],
)
def test_a_text_gives_its_words_folded(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_a_query_keeps_its_runs_whole() -> None:
    assert split("山田太郎 Ana-Ana") == ["山田太郎", "ana"]


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(codec=None), max_size=60))
def test_any_text_gives_words_that_databases_keep(text: str) -> None:
    words = words_of(text)
    assert len(words) == len(set(words)) <= MOST_WORDS
    assert all(0 < len(word) <= WORD_LENGTH and word.encode() and "\x00" not in word for word in words)
    assert all(words_of(word)[:1] == [word] for word in words)


def test_a_text_without_end_gives_words_without_trouble() -> None:
    assert words_of("x" * 100_000) == ["x" * WORD_LENGTH]
    assert len(words_of("山" * 100_000 + " ".join(map(str, range(100_000))))) <= MOST_WORDS


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=40))
def test_names_are_folded_here_as_the_rules_fold_them(text: str) -> None:
    assert fold(text) == names.fold(text)


@settings(max_examples=100, deadline=None)
@given(st.text("áöøłßÆé'’-. " + string.ascii_letters + "ыЮ山あ김", min_size=1, max_size=30))
def test_the_rules_find_by_exact_name_only_whom_the_words_find(text: str) -> None:
    assert set(split(text)) <= set(words_of(text))


def test_words_are_kept_with_their_field(store: Store, engine: Engine) -> None:
    open_user(store)
    facts: dict[str, Any] = {"company": "Nordlicht GmbH", "role": "UX", "city": "Köln", "met": "at PyCon"}
    contact = person(needs="a designer", offers="advice", **facts)
    ana = add(store, contact, tags=("Berlin-Meetup",), notes=("likes tea",))
    assert words_in(engine) == {
        ana: {
            "name": {"ana", "ruiz"},
            "company": {"nordlicht", "gmbh"},
            "role": {"ux"},
            "city": {"koln"},
            "met": {"at", "pycon"},
            "needs": {"a", "designer"},
            "offers": {"advice"},
            "tag": {"berlin", "meetup"},
            "note": {"likes", "tea"},
        }
    }


def test_words_follow_every_edit_and_its_undo(store: Store, engine: Engine) -> None:
    world = fill(store)
    before = words_in(engine)
    edits = {"name": "Anna Ruiz-Soto", "company": None, "city": "Bern"}
    changes = [
        store.edit_contact(USER, 1, world.ana, values=edits, tags=["vip"], remove_tags=["pycon"], now=NOW),
        store.add_note(USER, 2, world.ana, "moved to Lisbon", on=TODAY, now=NOW),
        store.merge_facts(USER, 3, world.ben, NewContact(person(role="Chef"), tags=("vip",)), now=NOW),
    ]
    after = words_in(engine)
    assert after[world.ana] == {
        "name": {"anna", "ruiz", "soto"},
        "city": {"bern"},
        "tag": {"vip"},
        "note": {"likes", "tea", "moved", "to", "lisbon"},
    }
    assert after[world.ben] == {"name": {"ben", "okafor"}, "role": {"chef"}, "tag": {"vip"}}
    for number, change in enumerate(reversed(changes), 10):
        assert change is not None
        assert store.undo(USER, number, change.id, now=NOW) is not None
    assert words_in(engine) == before


def test_a_touch_reads_and_writes_no_words(sqlite_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    world = fill(sqlite_store)
    monkeypatch.setattr("storage.rewording.refresh_words", lambda *_: pytest.fail("no word changed"))
    assert sqlite_store.log_touches(USER, 1, [world.ana], on=TODAY, channel="call", now=NOW) is not None
    assert sqlite_store.set_cadence(USER, 2, [world.ana], 14, now=NOW) is not None
    assert sqlite_store.archive(USER, 3, world.ana, now=NOW) is not None


def test_the_words_of_another_stay_as_they_are(store: Store, engine: Engine) -> None:
    fill(store)
    theirs = fill(store, OTHER)
    before = words_in(engine)
    assert store.edit_contact(OTHER, 1, theirs.ana, values={"name": "Grace Lim"}, now=NOW) is not None
    assert words_in(engine) == before
    assert words_in(engine, OTHER)[theirs.ana]["name"] == {"grace", "lim"}


def test_words_kept_twice_are_there_once(store: Store, engine: Engine) -> None:
    world = fill(store)
    before = words_in(engine)
    with engine.begin() as connection:
        assert insert_words(connection, USER, [(world.ana, "name", "Ana Ruiz"), (world.ana, "note", "likes tea")]) == 4
        assert insert_words(connection, USER, []) == 0
    assert words_in(engine) == before


def test_words_go_with_their_contact(store: Store, engine: Engine) -> None:
    fill(store)
    assert store.erase(USER)
    assert dump(engine)["contact_words"] == []


def test_the_words_of_many_are_kept_quickly(engine: Engine) -> None:
    store = Store(engine)
    open_user(store)
    change = store.add_contacts(USER, 1, [NewContact(person(f"Ana {n}")) for n in range(300)], now=NOW)
    assert change is not None
    ids = change.result["contact_ids"]
    rows = [(ids[n % 300], "note", " ".join(f"w{n}x{k}" for k in range(7))) for n in range(6_000)]
    started = time.perf_counter()
    with engine.begin() as connection:
        assert insert_words(connection, USER, rows) == 42_000
    assert time.perf_counter() - started < 5


def test_facts_are_told_with_their_fields() -> None:
    values = {"name": "Ana Ruiz", "company": None, "language": "es", "role": "Chef"}
    assert list(facts_words(values, ["vip"], ["likes tea"])) == [
        ("name", "Ana Ruiz"),
        ("role", "Chef"),
        ("tag", "vip"),
        ("note", "likes tea"),
    ]
