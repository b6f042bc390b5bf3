from datetime import date

import pytest
from sqlalchemy import Engine, insert

from storage import Incoming, Store
from storage.tables import TAGS
from tests.storage.arrivals import GRACE, JOE, card_of, import_all, opened, seen
from tests.storage.world import NOW, TODAY, USER, add, dump, fill, names, open_user, person


def test_points_find_who_is_there(store: Store) -> None:
    world = fill(store)
    gone = add(store, person("Joe Park"), update_id=7, points=(("email", "joe@example.org"),))
    removed = store.change_of(USER, 7)
    assert removed is not None
    store.undo(USER, 8, removed.id, now=NOW)
    add(store, person("Ana R."), update_id=9, points=(("email", "ana@example.org"),))
    keys = [
        ("email", "ana@example.org"),
        ("phone", "ana@example.org"),
        ("phone", "+34600123456"),
        ("email", "joe@example.org"),
    ]
    assert gone
    assert store.match(USER, keys) == {("email", "ana@example.org"): world.ana, ("phone", "+34600123456"): world.ana}


def test_namesakes_are_found_without_case_and_accents(store: Store) -> None:
    fill(store)
    assert store.namesakes(USER, ["ANA RUÍZ", "Ana Ruiz", "Joe Park"]) == {"ANA RUÍZ", "Ana Ruiz"}


def test_people_who_are_staged_are_seen_nowhere(store: Store, engine: Engine) -> None:
    world = fill(store)
    before, exported = seen(engine), store.export(USER)
    import_id = opened(store)
    assert store.stage(USER, import_id, [JOE, GRACE], now=NOW) == 2
    after = seen(engine)
    assert {**after, "tags": before["tags"]} == before
    assert store.export(USER) == exported
    assert [tag.name for tag in store.tags(USER)] == ["pycon"]
    assert [name for _, name in names(store, USER)] == ["Ana Ruiz", "Ben Okafor"]
    assert store.match(USER, JOE.points) == {}
    assert store.namesakes(USER, ["Joe Park"]) == set()
    assert {contact.id for contact in store.candidates(USER)} == {world.ana, world.ben}


def test_finished_people_have_all_that_the_file_said(store: Store) -> None:
    fill(store)
    change = import_all(store, JOE, GRACE)
    assert (change.kind, change.result) == ("imported", {"import_id": 1, "new": 2, "updated": 0, "skipped": 3})
    joe, grace = card_of(store, "Joe Park"), card_of(store, "Grace Lim")
    assert (joe.contact.status, joe.contact.source, joe.contact.added_on) == ("inbox", "import", TODAY)
    assert (joe.contact.company, joe.contact.met_on, joe.contact.next_due_on) == ("Roche", date(2019, 6, 15), None)
    assert joe.contact.imported == JOE.values["imported"]
    assert [(point.kind, point.value) for point in joe.points] == list(JOE.points)
    assert (joe.tags, [(note.noted_on, note.text) for note in joe.notes]) == (["basel"], list(JOE.notes))
    assert (grace.contact.status, grace.contact.added_on, grace.contact.cadence_days) == (
        "active",
        date(2021, 1, 1),
        30,
    )
    assert (grace.contact.last_touch_on, grace.contact.next_due_on) == (date(2026, 11, 1), date(2026, 12, 1))
    assert [(each.touched_on, each.channel, each.note, each.started_by) for each in grace.touches] == list(
        GRACE.touches
    )
    assert [(each.text, each.due_on, each.kept_on, each.dropped_on) for each in grace.promises] == list(GRACE.promises)


def test_finished_people_are_found_by_what_is_known_of_them(store: Store) -> None:
    fill(store)
    import_all(store, JOE)
    joe = card_of(store, "Joe Park").contact.id
    assert [each for each, _ in store.alike(USER, "park")] == [joe]
    assert [each for each, _ in store.named(USER, "joe park")] == [joe]


def test_a_tag_s_rhythm_counts_for_people_of_that_tag(store: Store) -> None:
    world = fill(store)
    store.set_tag_cadence(USER, 7, world.pycon, 60, now=NOW, wake=False)
    import_all(store, Incoming({"name": "Joe Park", "added_on": TODAY}, tags=("PyCon",)))
    joe = card_of(store, "Joe Park").contact
    assert (joe.tag_cadence_days, joe.next_due_on) == (60, TODAY)


def test_tags_are_given_the_rhythms_of_the_file_but_where_they_have_one(store: Store) -> None:
    world = fill(store)
    store.set_tag_cadence(USER, 7, world.pycon, 60, now=NOW, wake=False)
    import_id = opened(store)
    store.stage(USER, import_id, [JOE], now=NOW)
    done = store.finish_import(USER, 8, import_id, [], tags={"basel": 30, "pycon": 90, "sailing": 14}, now=NOW)
    assert {tag.name: tag.cadence_days for tag in store.tags(USER)} == {"pycon": 60, "basel": 30, "sailing": 14}
    assert card_of(store, "Joe Park").contact.next_due_on == TODAY
    assert done is not None
    store.undo(USER, 9, done.id, now=NOW)
    assert {tag.name: tag.cadence_days for tag in store.tags(USER)} == {"pycon": 60}


def test_a_press_that_comes_twice_finishes_once(store: Store, engine: Engine) -> None:
    fill(store)
    import_id = opened(store)
    store.stage(USER, import_id, [JOE], now=NOW)
    first = store.finish_import(USER, 7, import_id, [], now=NOW)
    after = dump(engine)
    assert store.finish_import(USER, 7, import_id, [], now=NOW) == first
    assert store.finish_import(USER, 8, import_id, [], now=NOW) is None
    assert dump(engine) == after
    row = store.import_row(USER, import_id)
    assert row is not None
    assert (row.state, row.work_at, row.counts) == ("done", NOW, {"skipped": 3, "new": 1, "updated": 0})


@pytest.mark.parametrize("state", ["reading", "asking", "ready", "cancelled", "failed"])
def test_only_a_running_import_writes_people(store: Store, engine: Engine, state: str) -> None:
    open_user(store)
    import_id = opened(store, state=state)
    assert store.stage(USER, import_id, [JOE], now=NOW) == 0
    assert store.finish_import(USER, 7, import_id, [], now=NOW) is None
    assert dump(engine)["contacts"] == []


def test_what_was_staged_goes_without_a_trace(store: Store, engine: Engine) -> None:
    fill(store)
    import_id = opened(store)
    before = dump(engine)
    for _ in range(3):
        store.stage(USER, import_id, [JOE, GRACE], now=NOW)
    assert [store.unstage(USER, import_id, limit=4) for _ in range(3)] == [4, 2, 0]
    assert dump(engine) == before


def test_an_import_killed_between_batches_begins_again(store: Store, engine: Engine) -> None:
    fill(store)
    import_id = opened(store)
    before = seen(engine)
    store.stage(USER, import_id, [JOE], now=NOW)
    started_again = Store(store.engine)
    assert {**seen(engine), "tags": before["tags"]} == before
    while started_again.unstage(USER, import_id):
        assert names(started_again, USER) == names(store, USER)
    started_again.stage(USER, import_id, [JOE], now=NOW)
    started_again.stage(USER, import_id, [GRACE], now=NOW)
    done = started_again.finish_import(USER, 7, import_id, [], now=NOW)
    assert done is not None
    assert done.result["new"] == 2
    assert [name for _, name in names(store, USER)] == ["Ana Ruiz", "Ben Okafor", "Grace Lim", "Joe Park"]


def test_people_of_a_finished_import_are_not_dropped(store: Store) -> None:
    fill(store)
    change = import_all(store, JOE)
    store.undo(USER, 7, change.id, now=NOW)
    assert store.unstage(USER, change.result["import_id"]) == 0


def test_a_tag_without_people_that_was_there_before_stays_when_it_has_a_rhythm(store: Store, engine: Engine) -> None:
    open_user(store)
    with engine.begin() as connection:
        connection.execute(insert(TAGS).values(user_id=USER, name="Basel", key="basel", cadence_days=30))
    change = import_all(store, JOE)
    store.undo(USER, 7, change.id, now=NOW)
    assert [tag.name for tag in store.tags(USER)] == ["Basel"]


def test_text_that_a_database_refuses_is_imported_without_it(store: Store) -> None:
    open_user(store)
    bad = "Zoe\x00 \ud83dPark"
    people = Incoming(
        {"name": bad + "x" * 500, "company": bad, "imported": {"company": bad}},
        (("email", "zoe\x00@example.org"),),
        ("a\x00b" * 40,),
        ((TODAY, bad),),
        ((TODAY, "call", bad, None),),
        ((bad, None, None, None),),
    )
    import_all(store, people, people)
    (first, _second) = names(store, USER)
    assert first[1] == ("Zoe Park" + "x" * 500)[:200]
