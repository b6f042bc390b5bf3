from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, insert, select

from storage import Card, NewContact, Store
from storage.models import Change
from storage.pairing import MOST_ALIKE
from storage.tables import CONTACTS, INTRODUCTIONS, NUDGES, PAIRS, PROMISES
from tests.storage.world import (
    NOW,
    OTHER,
    TODAY,
    USER,
    World,
    add,
    asking,
    dump,
    dump_data,
    fill,
    names,
    open_user,
    person,
)


def card_of(store: Store, contact_id: int) -> Card:
    card = store.card(USER, contact_id)
    assert card is not None
    return card


def merge(store: Store, keep: int, drop: int, update_id: int = 7, **values: Any) -> Change | None:
    return store.merge_contacts(USER, update_id, keep, drop, values=values, now=NOW)


def judge(store: Store, first: int, second: int, verdict: Any, update_id: int) -> Change | None:
    return store.judge_pair(USER, update_id, first, second, verdict, on=TODAY, now=NOW)


# Candidates


@pytest.fixture
def someone(store: Store) -> Any:
    open_user(store)
    updates = iter(range(1000, 2000))
    return lambda name, points=(), **facts: add(
        store, person(name, **facts), update_id=next(updates), points=points
    )  # fmt: skip


def test_those_of_one_name_may_be_one_person(store: Store, someone: Any) -> None:
    first, second = someone("Ana Ruiz"), someone("ANA RUÍZ", status="inbox")
    someone("Ana Ruiz", status="archived")
    someone("Ana Ruiz Soto")
    assert store.doubles(USER) == [(first, second)]


def test_those_reached_the_same_way_come_before_those_of_one_name(store: Store, someone: Any) -> None:
    names = someone("Ana Ruiz"), someone("Ana Ruiz")
    point = (("phone", "+34600123456"),)
    reached = someone("Grace Lim", point), someone("G. L.", point)
    assert store.doubles(USER) == [reached, names]
    assert store.doubles(USER, 1) == [reached]


def test_a_family_name_and_a_company_in_common_are_enough_to_be_weighed(store: Store, someone: Any) -> None:
    bob, robert, bobby = (someone(f"{first} Okafor", company="Nordlicht") for first in ("Bob", "Robert", "Bobby"))
    someone("Bob Okafor-Smith", company="Nordlicht")
    someone("Bob Park", company="Nordlicht")
    someone("Bill Okafor", company="Stripe")
    assert store.doubles(USER) == [(bob, bobby), (bob, robert), (robert, bobby)]


def test_a_company_is_the_same_in_any_spelling_of_case(store: Store, someone: Any) -> None:
    pair = someone("Jo Park", company="Nordlicht GmbH"), someone("Joe Park", company="NORDLICHT  gmbh")
    assert store.doubles(USER) == [pair]


def test_nobody_is_paired_with_themselves_or_with_another_s(store: Store, someone: Any) -> None:
    someone("Ana Ruiz", (("email", "ana@example.org"), ("phone", "+34600123456")))
    open_user(store, OTHER)
    add(store, person("Ana Ruiz"), user_id=OTHER, points=(("email", "ana@example.org"),))
    assert store.doubles(USER) == store.doubles(OTHER) == []


def test_who_is_deleted_is_nobody_s_double(store: Store, someone: Any) -> None:
    someone("Ana Ruiz", (("email", "ana@example.org"),))
    details = NewContact(person("Ana Ruiz"), points=(("email", "ana@example.org"),))
    added = store.add_contacts(USER, 7, [details], now=NOW)
    assert added is not None
    assert len(store.doubles(USER)) == 1
    store.undo(USER, 8, added.id, now=NOW)
    assert store.doubles(USER) == []


def test_a_pair_that_is_different_is_not_named_again_and_one_put_off_comes_last(store: Store, someone: Any) -> None:
    first, second, third = (someone("Ana Ruiz") for _ in range(3))
    judge(store, second, first, "later", 7)
    judge(store, first, third, "different", 8)
    assert store.doubles(USER) == [(second, third), (first, second)]
    store.undo(USER, 9, now=NOW)
    assert store.doubles(USER) == [(first, third), (second, third), (first, second)]


def test_of_those_put_off_the_longest_ago_comes_first(store: Store, someone: Any) -> None:
    first, second, third = (someone("Ana Ruiz") for _ in range(3))
    for update_id, pair in enumerate([(first, second), (first, third), (second, third)], start=7):
        judge(store, *pair, "later", update_id)
    tomorrow = TODAY + timedelta(days=1)
    store.judge_pair(USER, 20, first, second, "later", on=tomorrow, now=NOW)
    assert store.doubles(USER) == [(first, third), (second, third), (first, second)]


def test_four_hundred_of_one_name_give_no_more_pairs_than_can_be_weighed(store: Store, engine: Engine) -> None:
    open_user(store)
    row = person("Joe Park").model_dump(exclude={"id"}) | {"user_id": USER, "name_key": "joe park"}
    with engine.begin() as connection:
        connection.execute(insert(CONTACTS), [row] * 400)
    assert len(set(store.doubles(USER, 10_000))) == len(store.doubles(USER, 10_000)) == MOST_ALIKE


# What the user says of a pair


def test_a_verdict_can_be_changed_and_undone(store: Store, engine: Engine, someone: Any) -> None:
    first, second = someone("Ana Ruiz"), someone("Ana Ruiz")
    change = judge(store, second, first, "later", 7)
    assert change is not None
    assert (change.kind, change.result) == ("paired", {"contact_ids": [first, second], "verdict": "later"})
    judge(store, first, second, "different", 8)
    with engine.begin() as connection:
        assert [row.verdict for row in connection.execute(select(PAIRS))] == ["different"]
    store.undo(USER, 9, now=NOW)
    assert store.doubles(USER) == [(first, second)]


def test_what_is_no_verdict_is_refused(store: Store, someone: Any) -> None:
    with pytest.raises(ValueError, match="same"):
        judge(store, someone("Ana Ruiz"), someone("Ana Ruiz"), "same", 7)


def test_one_and_the_same_is_no_pair(store: Store, someone: Any) -> None:
    ana = someone("Ana Ruiz")
    assert judge(store, ana, ana, "different", 7) is None
    assert judge(store, ana, 999_999, "different", 8) is None


# Making one of two


@pytest.fixture
def world(store: Store, engine: Engine) -> World:
    """Ana and Ben, with something of everything in common and apart, and Grace, who was introduced to both."""
    world = fill(store)
    store.edit_contact(USER, 200, world.ben, points=[("email", "ana@example.org"), ("link", "https://example.org/ben")],
                       tags=["pycon", "vip"], now=NOW)  # fmt: skip
    store.add_note(USER, 201, world.ben, "likes hats", on=TODAY, now=NOW)
    grace = add(store, person("Grace Lim"), update_id=202)
    judge(store, world.ben, grace, "different", 203)
    pairs = [(world.ben, grace), (grace, world.ben), (world.ana, world.ben), (world.ana, grace)]
    with engine.begin() as connection:
        values = [{"user_id": USER, "first_id": first, "second_id": second, "why": "", "status": "proposed",
                   "created_at": NOW} for first, second in pairs]  # fmt: skip
        connection.execute(insert(INTRODUCTIONS), values)
        promise = {"user_id": USER, "contact_id": world.ben, "text": "send the book", "created_at": NOW}
        connection.execute(insert(PROMISES), [promise])
    return world


def test_the_one_who_is_kept_has_what_both_had(store: Store, engine: Engine, world: World) -> None:
    nudge = store.plan_nudge(USER, 300, asking(world.ben), now=NOW)
    assert nudge is not None
    change = merge(store, world.ana, world.ben, role="Lead", cadence_days=30)
    assert change is not None
    assert (change.kind, change.result) == (
        "doubled",
        {"contact_id": world.ana, "name": "Ana Ruiz", "dropped": world.ben, "dropped_name": "Ben Okafor"},
    )  # fmt: skip
    card = card_of(store, world.ana)
    assert store.card(USER, world.ben) is None
    assert sorted(point.value for point in card.points) == [
        "+34600123456", "ana@example.org", "https://example.org/ben"
    ]  # fmt: skip
    assert sorted(card.tags) == ["pycon", "vip"]
    assert sorted(note.text for note in card.notes) == ["likes hats", "likes tea"]
    assert [promise.text for promise in card.promises] == ["send the book"]
    assert [touch.channel for touch in card.touches] == ["call"]
    assert (card.contact.role, card.contact.last_touch_on) == ("Lead", card.touches[0].touched_on)
    assert card.contact.next_due_on == card.touches[0].touched_on + timedelta(days=30)
    with engine.begin() as connection:
        assert set(connection.execute(select(NUDGES.c.contact_id)).scalars()) == {world.ana}


def test_introductions_and_verdicts_come_along_but_nobody_meets_themselves(
    store: Store, engine: Engine, world: World
) -> None:
    merge(store, world.ana, world.ben)
    grace = next(each for each, name in names(store, USER) if name == "Grace Lim")
    with engine.begin() as connection:
        made = connection.execute(
            select(INTRODUCTIONS.c.first_id, INTRODUCTIONS.c.second_id).order_by(INTRODUCTIONS.c.id)
        ).all()
        judged = connection.execute(select(PAIRS.c.first_id, PAIRS.c.second_id)).all()
    assert [tuple(pair) for pair in made] == [
        (world.ana, grace), (grace, world.ana), (world.ana, world.ben), (world.ana, grace)
    ]  # fmt: skip
    assert [tuple(pair) for pair in judged] == [(world.ana, grace)]


def test_undo_gives_both_back_exactly(store: Store, engine: Engine, world: World) -> None:
    store.plan_nudge(USER, 300, asking(world.ben), now=NOW)
    before = dump_data(engine)
    change = store.merge_contacts(
        USER, 301, world.ana, world.ben, values={"name": "Ana Ruiz-Okafor", "company": None, "status": "active"},
        note="Ben Okafor: in Berlin", on=TODAY, now=NOW,
    )  # fmt: skip
    assert change is not None
    assert dump_data(engine) != before
    assert card_of(store, world.ana).contact.name_key == "ana ruiz-okafor"
    assert "Ben Okafor: in Berlin" in [note.text for note in card_of(store, world.ana).notes]
    undone = store.undo(USER, 302, now=NOW)
    assert undone is not None
    assert (undone.result["undone"], undone.result["kept"]) == ("doubled", 0)
    assert dump_data(engine) == before


def test_what_was_said_since_of_the_merged_one_stays_with_them(store: Store, world: World) -> None:
    change = merge(store, world.ana, world.ben)
    assert change is not None
    store.add_note(USER, 8, world.ana, "moved to Berlin", on=TODAY, now=NOW)
    store.undo(USER, 9, change.id, now=NOW)
    assert sorted(note.text for note in card_of(store, world.ana).notes) == ["likes tea", "moved to Berlin"]
    assert [note.text for note in card_of(store, world.ben).notes] == ["likes hats"]


def test_what_files_said_of_both_is_joined(store: Store, engine: Engine) -> None:
    open_user(store)
    one = {"company": "Nordlicht", "points": ["email:a@example.org"], "tags": ["pycon"]}
    other = {"company": "Stripe", "city": "Berlin", "points": ["email:b@example.org", "email:a@example.org"]}
    keep = add(store, person("Ana Ruiz", imported=one))
    drop = add(store, person("Ana Ruiz", imported=other), update_id=2)
    plain = add(store, person("Ana Ruiz"), update_id=3)
    merge(store, keep, drop)
    joined = {
        "company": "Nordlicht", "city": "Berlin", "points": ["email:a@example.org", "email:b@example.org"],
        "tags": ["pycon"],
    }  # fmt: skip
    assert card_of(store, keep).contact.imported == joined
    merge(store, plain, keep, 8)
    assert card_of(store, plain).contact.imported == joined


def test_the_tag_s_rhythm_comes_along(store: Store, world: World) -> None:
    grace = add(store, person("Grace Lim"), update_id=400)
    store.set_tag_cadence(USER, 401, world.pycon, 365, now=NOW, wake=False)
    merge(store, grace, world.ana)
    assert card_of(store, grace).contact.rhythm == 365
    store.undo(USER, 8, now=NOW)
    assert card_of(store, grace).contact.rhythm is None


def test_nobody_is_made_one_with_themselves_or_with_another_s(store: Store, engine: Engine, world: World) -> None:
    open_user(store, OTHER)
    stranger = add(store, person("Ana Ruiz"), user_id=OTHER)
    before = dump(engine)
    assert merge(store, world.ana, world.ana) is None
    assert merge(store, world.ana, stranger) is None
    assert merge(store, stranger, world.ana) is None
    assert dump(engine) == before


@pytest.mark.parametrize("column", ["id", "user_id", "deleted_at", "next_due_on", "nonsense"])
def test_only_what_is_known_of_somebody_can_be_written(store: Store, world: World, column: str) -> None:
    with pytest.raises(ValueError, match=column):
        merge(store, world.ana, world.ben, **{column: 1})


def test_somebody_merged_twice_comes_back_step_by_step(store: Store, engine: Engine, world: World) -> None:
    grace = next(each for each, name in names(store, USER) if name == "Grace Lim")
    start = dump_data(engine)
    merge(store, world.ana, world.ben)
    between = dump_data(engine)
    merge(store, grace, world.ana, 8)
    assert len(card_of(store, grace).notes) == 2
    store.undo(USER, 9, now=NOW)
    assert dump_data(engine) == between
    store.undo(USER, 10, now=NOW)
    assert dump_data(engine) == start
