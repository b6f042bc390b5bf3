from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, insert

from storage import Ledger, Store, Told
from storage.models import Touch
from storage.tables import INTRODUCTIONS
from tests.storage.world import NOW, OTHER, TODAY, USER, World, fill, open_user


@pytest.fixture
def world(store: Store) -> World:
    return fill(store)


def get(store: Store, touch_id: int) -> Touch:
    touch = store.touch(USER, touch_id)
    assert touch is not None
    return touch


def log(store: Store, world: World, update_id: int, on: date, told: Told | None = None) -> int:
    change = store.log_touches(USER, update_id, [world.ben], on=on, told=told, now=NOW)
    assert change is not None
    touch_id: int = change.result["touch_ids"][0]
    return touch_id


def test_the_ledger_counts_favours_kept_promises_and_introductions_made(
    engine: Engine, store: Store, world: World
) -> None:
    log(store, world, 7, TODAY, Told(favour="gave"))
    log(store, world, 8, TODAY, Told(favour="asked"))
    log(store, world, 9, TODAY)
    made = store.make_promise(USER, 10, world.ben, "x", due_on=None, remind_at=None, now=NOW)
    assert made is not None
    assert store.ledger(USER, world.ben) == Ledger(gave=1, asked=1)
    store.keep_promise(USER, 11, made.result["promise_id"], on=TODAY, now=NOW)
    rows = [{"user_id": USER, "first_id": world.ana, "second_id": world.ben, "status": status, "created_at": NOW, "why": ""}
            for status in ("made", "closed", "proposed", "declined")]  # fmt: skip
    with engine.begin() as connection:
        connection.execute(insert(INTRODUCTIONS), rows)
    assert store.ledger(USER, world.ben) == Ledger(gave=4, asked=1)
    assert store.ledger(USER, world.ana) == Ledger(gave=2, asked=0)
    open_user(store, OTHER)
    assert store.ledger(OTHER, world.ben) == Ledger()


def test_how_many_in_a_row_went_without_an_answer(store: Store, world: World) -> None:
    for days, reply in ((1, "no"), (2, "no"), (3, "yes"), (4, "no")):
        log(store, world, 10 + days, TODAY - timedelta(days=days), Told(reply=reply))
    assert store.without_answer(USER, world.ben) == 2
    log(store, world, 20, TODAY)
    assert store.without_answer(USER, world.ben) == 0


def test_a_reply_is_written_once(store: Store, world: World) -> None:
    change = store.set_reply(USER, 7, world.touch, "no", now=NOW)
    assert change is not None
    assert store.set_reply(USER, 7, world.touch, "no", now=NOW) == change
    assert store.set_reply(USER, 8, world.touch, "no", now=NOW) is None
    assert store.set_reply(USER, 9, world.touch, None, now=NOW) is None
    assert get(store, world.touch).reply == "no"
    store.undo(USER, 10, now=NOW)
    assert get(store, world.touch).reply is None


def test_what_words_on_a_touch_tell_is_written_with_them(store: Store, world: World) -> None:
    on = TODAY + timedelta(days=14)
    told = Told(reply="yes", favour="asked", turn_on=on, need_asked_on=TODAY)
    change = store.note_touch(USER, 7, world.touch, "lunch", NOW, told=told)
    assert change is not None
    assert change.result["turn_on"] == on.isoformat()
    touch = get(store, world.touch)
    assert (touch.note, touch.reply, touch.favour) == ("lunch", "yes", "asked")
    contact = store.contact(USER, world.ben)
    assert contact is not None
    assert contact.turn_on == on
    store.note_touch(USER, 8, world.touch, "and cake", NOW)
    assert get(store, world.touch).note == "lunch\nand cake"
    store.undo(USER, 9, now=NOW)
    store.undo(USER, 10, now=NOW)
    assert (get(store, world.touch).note, get(store, world.touch).reply) == (None, None)
    user = store.user(USER)
    assert user is not None
    assert user.need_asked_on == TODAY


def test_a_touch_is_followed_by_a_later_one(store: Store, world: World) -> None:
    assert not store.touched_since(USER, get(store, world.touch))
    log(store, world, 7, date(2026, 10, 1))
    assert not store.touched_since(USER, get(store, world.touch))
    log(store, world, 8, TODAY)
    assert store.touched_since(USER, get(store, world.touch))


def test_nobody_reads_or_answers_for_another_user(store: Store, world: World) -> None:
    open_user(store, OTHER)
    assert store.touch(OTHER, world.touch) is None
    assert store.set_reply(OTHER, 1, world.touch, "no", now=NOW) is None
    assert store.leave_contact(OTHER, 2, world.ana, until=TODAY, now=NOW) is None
    assert store.set_needs(OTHER, 3, world.ana, "a designer", now=NOW) is None
    assert store.note(OTHER, 1) is None
