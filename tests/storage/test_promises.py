from datetime import date, timedelta

import pytest
from sqlalchemy import Engine

from storage import Store, Told
from storage.models import Change, Promise
from tests.storage.world import NOW, OTHER, TODAY, USER, World, due_pushes, dump_data, fill, open_user

DUE = TODAY + timedelta(days=4)
REMIND_AT = NOW + timedelta(days=4)


@pytest.fixture
def world(store: Store) -> World:
    return fill(store)


def make(
    store: Store, contact_id: int, text: str = "send the report", due_on: date | None = DUE, update_id: int = 7
) -> int:
    remind_at = REMIND_AT if due_on else None
    change = store.make_promise(USER, update_id, contact_id, text, due_on=due_on, remind_at=remind_at, now=NOW)
    assert change is not None
    promise_id: int = change.result["promise_id"]
    return promise_id


def get(store: Store, promise_id: int) -> Promise:
    promise = store.promise(USER, promise_id)
    assert promise is not None
    return promise


def waits(store: Store) -> list[tuple[int, int]]:
    """The nudge and its user, of what goes out once the promise is due."""
    return [(nudge_id, user_id) for nudge_id, user_id, _ in due_pushes(store, REMIND_AT) if store.nudge(USER, nudge_id)]


def reminders(store: Store) -> int:
    found = [store.nudge(USER, nudge_id) for nudge_id, _ in waits(store)]
    return len([1 for nudge in found if nudge is not None and nudge.kind == "promise"])


def test_a_promise_brings_a_reminder_and_its_undo_takes_it_along(engine: Engine, store: Store, world: World) -> None:
    before = dump_data(engine)
    promise_id = make(store, world.ana)
    assert (get(store, promise_id).text, get(store, promise_id).due_on) == ("send the report", DUE)
    assert reminders(store) == 1
    store.undo(USER, 8, now=NOW)
    assert dump_data(engine) == before


def test_a_moved_promise_is_reminded_of_on_its_new_day_only(store: Store, world: World) -> None:
    promise_id = make(store, world.ana)
    later = DUE + timedelta(days=7)
    moved = store.move_promise(USER, 8, promise_id, later, remind_at=REMIND_AT + timedelta(days=7), now=NOW)
    assert moved is not None
    assert get(store, promise_id).due_on == later
    assert reminders(store) == 0
    assert store.move_promise(USER, 9, promise_id, later, remind_at=None, now=NOW) is None
    store.undo(USER, 10, now=NOW)
    assert (get(store, promise_id).due_on, reminders(store)) == (DUE, 1)


@pytest.mark.parametrize("kept", [True, False])
def test_a_settled_promise_is_reminded_of_no_more_and_settled_once(store: Store, world: World, *, kept: bool) -> None:
    promise_id = make(store, world.ana)

    def settle(update_id: int) -> Change | None:
        write = store.keep_promise if kept else store.drop_promise
        return write(USER, update_id, promise_id, on=TODAY, now=NOW)

    first = settle(8)
    assert first is not None
    assert settle(8) == first
    assert settle(9) is None
    assert (reminders(store), store.open_promises(USER)) == (0, [])
    assert store.ledger(USER, world.ana).gave == int(kept)
    store.undo(USER, 10, now=NOW)
    assert (reminders(store), len(store.open_promises(USER))) == (1, 1)


def test_what_is_open_comes_in_the_order_of_its_days(store: Store, world: World) -> None:
    make(store, world.ana, "no day", None, 7)
    make(store, world.ben, "late", TODAY + timedelta(days=9), 8)
    make(store, world.ana, "soon", TODAY, 9)
    assert [each.text for each in store.open_promises(USER)] == ["soon", "late", "no day"]
    assert [each.text for each in store.open_promises(USER, world.ana)] == ["soon", "no day"]


def test_the_same_is_promised_once_while_it_is_open(store: Store, world: World) -> None:
    promise_id = make(store, world.ana)
    assert store.make_promise(USER, 8, world.ana, "send the report", due_on=None, remind_at=None, now=NOW) is None
    store.keep_promise(USER, 9, promise_id, on=TODAY, now=NOW)
    make(store, world.ana, update_id=10)


def test_nobody_reads_or_changes_another_users_promise(store: Store, world: World) -> None:
    promise_id = make(store, world.ana)
    open_user(store, OTHER)
    assert store.promise(OTHER, promise_id) is None
    assert store.keep_promise(OTHER, 1, promise_id, on=TODAY, now=NOW) is None
    assert store.move_promise(OTHER, 2, promise_id, None, remind_at=None, now=NOW) is None
    assert store.make_promise(OTHER, 3, world.ana, "x", due_on=None, remind_at=None, now=NOW) is None


def test_of_the_archived_nothing_comes_and_of_the_inbox_it_does(store: Store, world: World) -> None:
    make(store, world.ana)
    store.archive(USER, 8, world.ana, now=NOW)
    assert reminders(store) == 0
    store.edit_contact(USER, 9, world.ana, values={"status": "inbox"}, now=NOW)
    assert reminders(store) == 1


def test_heard_back_is_asked_after_a_nudge_is_done_and_goes_with_its_undo(store: Store, world: World) -> None:
    told = Told(favour="gave", heard_at=REMIND_AT)
    assert store.mark_done(USER, 8, world.nudge, on=TODAY, told=told, now=NOW) is not None
    assert store.ledger(USER, world.ana).gave == 1
    asked = [store.nudge(USER, nudge_id) for nudge_id, _ in waits(store)]
    assert [nudge.kind for nudge in asked if nudge is not None] == ["heard"]
    store.undo(USER, 9, now=NOW)
    assert "heard" not in [nudge.kind for nudge_id, _ in waits(store) if (nudge := store.nudge(USER, nudge_id))]
