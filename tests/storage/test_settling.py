from datetime import timedelta

from storage import Store
from storage.claiming import Delivered
from storage.models import Nudge
from tests.storage.world import NOW, TODAY, USER, add, asking, claim, due_pushes, fill, open_user, person, settle

HOUR = timedelta(hours=1)


def nudge_of(store: Store, nudge_id: int | None) -> Nudge:
    nudge = store.nudge(USER, nudge_id or 0)
    assert nudge is not None
    return nudge


def test_a_sent_nudge_waits_for_its_reminder(store: Store) -> None:
    world = fill(store)
    sent = nudge_of(store, world.nudge)
    assert (sent.status, sent.sent_at, sent.push_at) == ("sent", NOW, NOW + timedelta(days=3))
    assert sent.message_id == 77


def test_a_nudge_answered_on_its_way_stays_answered_and_its_message_is_known(store: Store) -> None:
    open_user(store)
    nudge_id = claim(store, asking(add(store, person()))).id or 0
    store.mark_done(USER, 7, nudge_id, on=TODAY, now=NOW)
    settle(store, nudge_id, 78, remind_at=NOW + HOUR, now=NOW)
    assert (nudge_of(store, nudge_id).status, nudge_of(store, nudge_id).push_at) == ("done", None)
    found = store.nudge_by_message(USER, 78)
    assert found is not None
    assert found.id == nudge_id


def test_a_nudge_that_comes_back_keeps_the_day_it_was_first_sent(store: Store) -> None:
    world = fill(store)
    store.answer_nudge(USER, 7, world.nudge, status="later", push_at=NOW + HOUR, now=NOW)
    store.claim_push(world.nudge, seen=NOW + HOUR, now=NOW + HOUR)
    settle(store, world.nudge, 90, now=NOW + HOUR)
    sent = nudge_of(store, world.nudge)
    assert (sent.status, sent.sent_at, sent.push_at, sent.message_id) == ("sent", NOW, None, 90)


def test_every_message_that_carried_a_nudge_finds_it(store: Store) -> None:
    world = fill(store)
    store.settle_all([Delivered(world.nudge, 91, is_reminder=True)], NOW + HOUR)
    assert [nudge and nudge.id for nudge in (store.nudge_by_message(USER, 77), store.nudge_by_message(USER, 91))] == [
        world.nudge,
        world.nudge,
    ]
    assert store.nudge_by_message(USER, 92) is None


def test_a_message_that_carries_another_nudge_now_finds_that_one(store: Store) -> None:
    world = fill(store)
    swapped = store.skip_and_plan(USER, 7, world.nudge, asking(world.ben), now=NOW)
    assert swapped is not None
    new_id = swapped.result["nudge_id"]
    settle(store, new_id, 77, now=NOW)
    found = store.nudge_by_message(USER, 77)
    assert found is not None
    assert found.id == new_id


def test_a_reminder_that_is_dropped_does_not_come_later(store: Store) -> None:
    world = fill(store)
    assert store.drop_reminder(world.nudge, now=NOW + HOUR)
    reminded = nudge_of(store, world.nudge)
    assert (reminded.status, reminded.reminded_at, reminded.push_at) == ("sent", NOW + HOUR, None)
    assert due_pushes(store, NOW + timedelta(days=30)) == []


def test_a_nudge_erased_on_its_way_is_let_go(store: Store) -> None:
    world = fill(store)
    store.erase(USER)
    assert store.settle_all([Delivered(world.nudge, 78), Delivered(world.nudge, 79, is_reminder=True)], NOW) == 0
    assert not store.drop_reminder(world.nudge, now=NOW)
