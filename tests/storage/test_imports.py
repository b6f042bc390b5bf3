from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from storage import Step, Store
from storage.models import Import
from tests.storage.arrivals import DAY, GRACE, JOE, import_all, opened, seen
from tests.storage.world import NOW, OTHER, USER, dump, fill, names, open_user


def test_a_file_is_kept_with_its_row_and_only_once(store: Store, engine: Engine) -> None:
    open_user(store)
    first = store.open_import(USER, 1, file_name="a\x00" + "b" * 300, content=b"\x00\xff", now=NOW)
    again = store.open_import(USER, 1, file_name="other", content=b"other", now=NOW + DAY)
    assert first == again
    assert (first.state, first.format, first.work_at, first.counts, len(first.file_name)) == (
        "reading",
        "",
        NOW,
        {},
        255,
    )
    assert store.file_of(USER, first.id or 0) == b"\x00\xff"
    assert store.import_of(USER, 1) == store.import_row(USER, first.id or 0) == first
    assert len(dump(engine)["import_files"]) == 1


def test_a_file_of_nobody_is_not_kept(store: Store, engine: Engine) -> None:
    with pytest.raises(IntegrityError):
        store.open_import(USER, 1, file_name="a", content=b"a", now=NOW)
    assert dump(engine)["imports"] == []


def test_an_import_is_nobody_else_s(store: Store, engine: Engine) -> None:
    fill(store)
    open_user(store, OTHER)
    import_id = opened(store)
    store.stage(USER, import_id, [JOE], now=NOW)
    before = dump(engine)
    assert store.import_row(OTHER, import_id) is None
    assert store.import_of(OTHER, 1) is None
    assert store.file_of(OTHER, import_id) is None
    assert store.change_import(OTHER, import_id, states=("running",), state="done") is None
    assert store.stage(OTHER, import_id, [JOE], now=NOW) == 0
    assert store.unstage(OTHER, import_id) == 0
    assert store.finish_import(OTHER, 7, import_id, [], now=NOW) is None
    assert store.match(OTHER, [("email", "ana@example.org")]) == {}
    assert store.namesakes(OTHER, ["Ana Ruiz"]) == set()
    assert dump(engine) == before


def test_the_newest_that_waits_for_an_answer_is_the_ready_one(store: Store) -> None:
    open_user(store)
    assert store.ready_import(USER) is None
    opened(store, update_id=1, state="ready")
    asking = opened(store, update_id=2, state="asking")
    opened(store, update_id=3, state="cancelled")
    ready = store.ready_import(USER)
    assert ready is not None
    assert ready.id == asking
    assert store.ready_import(USER, now=NOW + DAY) is None


def test_a_row_changes_only_from_the_states_it_may_be_in(store: Store) -> None:
    open_user(store)
    import_id = opened(store, state="ready")
    assert store.change_import(USER, import_id, states=("reading", "running"), state="failed") is None
    changed = store.change_import(USER, import_id, states=("asking", "ready"), state="running", go_update_id=9)
    assert changed is not None
    assert (changed.state, changed.go_update_id) == ("running", 9)


def test_one_that_was_not_shown_yet_is_left_to_its_update_for_a_while(store: Store) -> None:
    open_user(store)
    import_id = opened(store)
    assert store.due_imports(NOW + timedelta(minutes=3), 10) == []
    assert [each[0] for each in store.due_imports(NOW + timedelta(minutes=4), 10)] == [import_id]


def test_of_two_that_claim_an_import_one_has_it(store: Store) -> None:
    open_user(store)
    store.change_import(USER, opened(store), states=("running",), message_id=77)
    ((import_id, user_id, work_at),) = store.due_imports(NOW, 10)
    assert user_id == USER
    with ThreadPoolExecutor(2) as pool:
        claims = list(pool.map(lambda _: store.claim_import(USER, import_id, seen=work_at, now=NOW), range(2)))
    (won,) = [claim for claim in claims if claim is not None]
    assert won.work_at == NOW + timedelta(minutes=2)
    assert store.due_imports(NOW, 10) == []
    assert [due[0] for due in store.due_imports(NOW + timedelta(minutes=2), 10)] == [import_id]


def test_a_claim_is_extended_as_long_as_it_stands(store: Store) -> None:
    open_user(store)
    import_id = opened(store)
    claim = store.claim_import(USER, import_id, seen=NOW, now=NOW)
    assert claim is not None
    later = NOW + timedelta(minutes=1)
    extended = store.extend_import(USER, import_id, now=later, seen=claim.work_at)
    assert extended == later + timedelta(minutes=2)
    assert store.extend_import(USER, import_id, now=later, seen=claim.work_at) is None
    assert store.extend_import(USER, import_id, now=later + timedelta(minutes=1)) == later + timedelta(minutes=3)
    store.change_import(USER, import_id, states=("running",), work_at=None)
    assert store.extend_import(USER, import_id, now=later) is None


def test_files_go_after_a_day_with_imports_that_came_to_nothing(store: Store, engine: Engine) -> None:
    open_user(store)
    done = import_all(store, JOE).result["import_id"]
    store.change_import(USER, done, states=("done",), work_at=None)
    for update_id, state in enumerate(("ready", "asking", "cancelled", "failed"), 2):
        idle = opened(store, update_id=update_id, state=state)
        store.change_import(USER, idle, states=(state,), work_at=None)
    working = opened(store, update_id=7)
    fresh = opened(store, update_id=8, state="ready", now=NOW + timedelta(hours=1))
    assert store.drop_old_files(NOW + DAY - timedelta(seconds=1)) == 0
    assert store.drop_old_files(NOW + DAY) == 5
    assert [row["id"] for row in dump(engine)["imports"]] == [done, working, fresh]
    assert [row["import_id"] for row in dump(engine)["import_files"]] == [working, fresh]
    assert store.file_of(USER, done) is None


def test_what_an_interrupted_import_left_goes_with_its_file(store: Store, engine: Engine) -> None:
    fill(store)
    import_id = opened(store)
    before = seen(engine)
    store.stage(USER, import_id, [JOE], now=NOW)
    store.change_import(USER, import_id, states=("running",), state="cancelled", work_at=None)
    store.drop_old_files(NOW + DAY)
    assert [row["name"] for row in dump(engine)["contacts"]] == ["Ana Ruiz", "Ben Okafor"]
    store.drop_old_files(NOW + DAY)
    assert dump(engine)["imports"] == []
    assert seen(engine) == before


def test_two_people_at_once_each_get_their_own(store: Store) -> None:
    open_user(store)
    open_user(store, OTHER)
    rows: list[Import] = [
        store.open_import(user_id, 1, file_name="a.csv", content=b"a", now=NOW) for user_id in (USER, OTHER)
    ]

    def bring(row: Import) -> None:
        store.change_import(row.user_id, row.id or 0, states=("reading",), state="running")
        for _ in range(5):
            store.stage(row.user_id, row.id or 0, [JOE, GRACE] * 5, now=NOW)
        store.finish_import(row.user_id, 2, row.id or 0, [], now=NOW)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(bring, rows))
    assert (len(names(store, USER)), len(names(store, OTHER))) == (50, 50)


def test_who_lost_the_claim_writes_nothing_more(store: Store, engine: Engine) -> None:
    open_user(store)
    import_id = opened(store)
    claim = store.claim_import(USER, import_id, seen=NOW, now=NOW)
    assert claim is not None
    other = store.claim_import(USER, import_id, seen=claim.work_at or NOW, now=NOW + timedelta(minutes=3))
    assert other is not None
    assert store.stage(USER, import_id, [JOE], now=NOW, claim=claim.work_at) == 0
    assert dump(engine)["contacts"] == []
    assert store.stage(USER, import_id, [JOE], now=NOW, claim=other.work_at) == 1


def test_two_imports_of_one_user_are_never_worked_on_at_once(store: Store) -> None:
    open_user(store)
    open_user(store, OTHER)
    first, second = opened(store, update_id=1), opened(store, update_id=2)
    theirs = opened(store, user_id=OTHER)
    assert store.claim_import(USER, first, seen=NOW, now=NOW)
    assert store.claim_import(USER, second, seen=NOW, now=NOW) is None
    assert store.claim_import(OTHER, theirs, seen=NOW, now=NOW)
    store.change_import(USER, first, states=("running",), state="done", work_at=None)
    assert store.claim_import(USER, second, seen=NOW, now=NOW)


def test_who_was_thought_dead_writes_nothing_more(store: Store, engine: Engine) -> None:
    open_user(store)
    import_id = opened(store)
    mine = store.claim_import(USER, import_id, seen=NOW, now=NOW)
    assert mine is not None
    later = NOW + timedelta(minutes=3)
    theirs = store.claim_import(USER, import_id, seen=mine.work_at or NOW, now=later)
    assert theirs is not None
    store.stage(USER, import_id, [JOE], now=later, claim=theirs.work_at)
    before = dump(engine)
    assert store.stage(USER, import_id, [GRACE], now=later, claim=mine.work_at) == 0
    assert store.unstage(USER, import_id, claim=mine.work_at) == 0
    assert store.finish_import(USER, 9, import_id, [], now=later, claim=mine.work_at) is None
    assert store.change_import(USER, import_id, states=("running",), claim=mine.work_at, state="failed") is None
    assert dump(engine) == before
    assert store.finish_import(USER, 9, import_id, [], now=later, claim=theirs.work_at)


def test_the_end_of_an_import_leaves_what_is_being_asked(store: Store) -> None:
    open_user(store)
    import_id = opened(store)
    store.stage(USER, import_id, [JOE], now=NOW)
    asked = Step("note_on", {"contact_id": 1}, NOW + DAY)
    store.set_step(USER, asked)
    assert store.finish_import(USER, 9, import_id, [], now=NOW)
    user = store.user(USER)
    assert user is not None
    assert (user.step, user.step_data) == ("note_on", {"contact_id": 1})
