"""Who is proposed to each other, and in which words: the store read, the rules asked."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.matching import best_pair, introducers, needy_first, propose, reason_of, words_for, words_to_seek
from storage import Card, NewContact, Store
from storage.models import Contact, Introduction, User
from tests.storage.world import due_pushes

USER = 7
MONDAY = datetime(2026, 11, 30, 9, tzinfo=UTC)
WEEK = timedelta(days=7)


@pytest.fixture
def store(sqlite_store: Store) -> Store:
    sqlite_store.open_user(USER, language="en", timezone="Europe/Madrid", next_nudge_at=MONDAY, now=MONDAY)
    return sqlite_store


def user_of(store: Store) -> User:
    user = store.user(USER)
    assert user is not None
    return user


def add(store: Store, name: str, *, notes: tuple[str, ...] = (), **facts: Any) -> int:
    row: dict[str, Any] = {
        "user_id": USER,
        "name": name,
        "name_key": "",
        "added_on": MONDAY.date(),
        "created_at": MONDAY,
    }
    change = store.add_contacts(
        USER, -store.count(USER) - 1, [NewContact(Contact(**row, **facts), notes=notes)], now=MONDAY
    )
    assert change is not None
    contact_id: int = change.result["contact_ids"][0]
    return contact_id


def card_of(store: Store, contact_id: int) -> Card:
    card = store.card(USER, contact_id)
    assert card is not None
    return card


def test_the_best_pair_is_written_down_for_three_days_later_at_the_users_hour(store: Store) -> None:
    add(store, "Grace Lim", needs="a designer", city="Oslo")
    add(store, "Joe Park", role="Designer", city="Oslo")
    proposed = propose(store, user_of(store), MONDAY)
    introduction = store.introduction(USER, proposed or 0)
    assert introduction is not None
    assert introduction.why == "Grace needs a designer; Joe is one. Both are in Oslo."
    due = MONDAY + timedelta(days=3)
    (_, _, push_at), = due_pushes(store, due)  # fmt: skip
    assert push_at == datetime(2026, 12, 3, 8, tzinfo=UTC)
    assert propose(store, user_of(store), MONDAY) is None


@pytest.mark.parametrize(
    "note", ["Joe died in May", "his mother died", "old friend of Grace Lim", "diagnosed with cancer"]
)
def test_what_a_note_tells_passes_over_a_pair_for_the_next_best(store: Store, note: str) -> None:
    grace = add(store, "Grace Lim", needs="a designer", city="Oslo")
    add(store, "Joe Park", role="Designer", city="Oslo", notes=(note,))
    zed = add(store, "Zed Quill", offers="design")
    found = best_pair(store, user_of(store))
    assert found is not None
    assert {found.first.contact.id, found.second.contact.id} == {grace, zed}


def test_the_best_of_one_person_is_asked_for(store: Store) -> None:
    add(store, "Grace Lim", needs="a designer")
    add(store, "Joe Park", role="Designer")
    ana = add(store, "Ana Ruiz", offers="pricing advice")
    add(store, "Ben Okafor", needs="help with prices")
    found = best_pair(store, user_of(store), of=ana)
    assert found is not None
    assert found.why == "Ana offers pricing advice, which Ben could use."
    assert best_pair(store, user_of(store), of=ana, skip=[(3, 4)]) is None


@pytest.mark.parametrize(("need", "facts", "why"), [
    ("a designer", {"role": "Head of Design"}, "Grace needs a designer; Joe is Head of Design."),
    ("a lawyer", {"role": "attorney"}, "Grace needs a lawyer; Joe is an attorney."),
    ("designers", {"offers": "a good eye for design"}, "Joe offers a good eye for design, which Grace could use."),
    ("a flat, help with taxes", {"offers": "tax advice, running"}, "Joe offers tax advice, which Grace could use."),
])  # fmt: skip
def test_the_why_is_a_sentence(store: Store, need: str, facts: dict[str, Any], why: str) -> None:
    two = add(store, "Grace Lim", needs=need), add(store, "Joe Park", **facts)
    assert reason_of(store, user_of(store), *two) == why
    assert reason_of(store, user_of(store), two[1], two[0]) == why
    assert reason_of(store, user_of(store), two[0], 999) == ""


def test_the_words_speak_to_each_and_name_the_other(store: Store) -> None:
    ana, ben = (
        add(store, "Ana Ruiz", offers="pricing advice"),
        add(store, "Ben Okafor", needs="help with prices", language="de"),
    )
    first, second = card_of(store, ana), card_of(store, ben)
    assert needy_first(first, second) == needy_first(second, first) == (second, first)
    row = Introduction(id=1, user_id=USER, first_id=ana, second_id=ben, created_at=MONDAY)
    user = user_of(store)
    assert "Ben Okafor" in words_for(user, row, first, second, "intro_ask")
    assert "Ana Ruiz" in (to_ben := words_for(user, row, second, first, "intro_ask"))
    assert "introduce" not in to_ben
    assert "Ben" in words_for(user, row, first, second, "intro_decline")
    assert "BMW" in words_to_seek(user, first, "BMW")


def test_nobody_leads_to_nothing_but_signs(store: Store) -> None:
    add(store, "Ana Ruiz", company="BMW")
    assert introducers(store, user_of(store), "???") == []
    assert [lead.kind for lead in introducers(store, user_of(store), "bmw")] == ["there"]
