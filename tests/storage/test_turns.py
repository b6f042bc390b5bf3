from datetime import timedelta

import pytest
from sqlalchemy import Engine

from storage import Store, Turn
from storage.models import Contact, Nudge
from tests.storage.world import NOW, OTHER, TODAY, USER, World, dump_data, fill, open_user

SPRING = TODAY + timedelta(days=98)


@pytest.fixture
def world(store: Store) -> World:
    return fill(store)


def contact_of(store: Store, contact_id: int) -> Contact:
    contact = store.contact(USER, contact_id)
    assert contact is not None
    return contact


def nudge_of(store: Store, nudge_id: int) -> Nudge:
    nudge = store.nudge(USER, nudge_id)
    assert nudge is not None
    return nudge


def test_a_day_said_makes_it_their_turn_from_that_day_and_not_sooner(store: Store, world: World) -> None:
    change = store.set_next_time(USER, 7, world.ana, on=SPRING, now=NOW)
    assert change is not None
    assert change.result["on"] == SPRING.isoformat()
    ana = contact_of(store, world.ana)
    assert (ana.turn_on, ana.snoozed_until) == (SPRING, SPRING)


def test_a_limit_makes_it_nobodys_turn_and_ends_one_that_was_settled(store: Store, world: World) -> None:
    store.set_next_time(USER, 7, world.ana, on=TODAY + timedelta(days=3), now=NOW)
    store.set_next_time(USER, 8, world.ana, not_before=SPRING, now=NOW)
    ana = contact_of(store, world.ana)
    assert (ana.turn_on, ana.snoozed_until) == (None, SPRING)


def test_the_nudge_that_waits_about_them_is_answered_by_it_and_others_stay(store: Store, world: World) -> None:
    store.set_next_time(USER, 7, world.ben, on=SPRING, now=NOW)
    assert nudge_of(store, world.nudge).status == "sent"
    change = store.set_next_time(USER, 8, world.ana, on=SPRING, now=NOW)
    assert change is not None
    assert change.result["nudge_ids"] == [world.nudge]
    assert nudge_of(store, world.nudge).status == "skipped"


def test_a_longer_rhythm_comes_with_its_due_day(store: Store, world: World) -> None:
    store.log_touches(USER, 6, [world.ana], on=TODAY - timedelta(days=40), now=NOW)
    store.refuse(USER, 7, world.ana, "soon", not_before=SPRING, cadence_days=61, now=NOW)
    ana = contact_of(store, world.ana)
    assert (ana.cadence_days, ana.snoozed_until) == (61, SPRING)
    assert ana.next_due_on == TODAY + timedelta(days=21)


def test_a_refusal_without_a_rhythm_leaves_theirs(store: Store, world: World) -> None:
    change = store.refuse(USER, 7, world.ana, "moment", not_before=SPRING, nudge_id=world.nudge, now=NOW)
    assert change is not None
    assert change.result == {
        "contact_id": world.ana, "because": "moment", "not_before": SPRING.isoformat(), "days": None,
        "nudge_ids": [world.nudge],
    }  # fmt: skip
    assert contact_of(store, world.ana).cadence_days == 30


def test_turns_are_given_to_those_who_are_there(store: Store, world: World) -> None:
    change = store.set_turns(
        USER, 7, [Turn(world.ana, None, SPRING), Turn(999, TODAY), Turn(world.ben, SPRING)], now=NOW
    )
    assert change is not None
    assert change.result == {"contact_ids": [world.ana, world.ben]}
    assert contact_of(store, world.ben).turn_on == SPRING
    assert store.set_turns(USER, 8, [Turn(999, TODAY)], now=NOW) is None


def test_nobody_reaches_another_users_people(store: Store, engine: Engine, world: World) -> None:
    open_user(store, OTHER)
    before = dump_data(engine)
    assert store.set_next_time(OTHER, 7, world.ana, on=SPRING, now=NOW) is None
    assert store.set_turns(OTHER, 8, [Turn(world.ana, SPRING)], now=NOW) is None
    assert store.refuse(OTHER, 9, world.ana, "soon", not_before=SPRING, nudge_id=world.nudge, now=NOW) is None
    assert dump_data(engine) == before
