from datetime import timedelta

from sqlalchemy import Engine

from storage import Incoming, Merge, Store
from tests.storage.arrivals import DAY, GRACE, JOE, card_of, import_all, seen, state_of
from tests.storage.world import NOW, TODAY, USER, add, fill, names, person


def test_one_undo_takes_a_whole_import_back(store: Store, engine: Engine) -> None:
    world = fill(store)
    before = seen(engine)
    added = Incoming(
        {"city": "Berlin", "imported": {"city": "Berlin"}}, (("phone", "+4930123"),), ("vip",), ((TODAY, "a"),)
    )
    touched = Incoming({}, touches=((TODAY, "email", None, None),), promises=(("call", None, None, None),))
    change = import_all(store, JOE, GRACE, merges=(Merge(world.ana, added), Merge(world.ben, touched)))
    assert change.result["updated"] == 2
    assert len(change.before) < 12
    undone = store.undo(USER, 7, change.id, now=NOW + DAY)
    assert undone is not None
    assert (undone.result["undone"], undone.result["kept"]) == ("imported", 0)
    assert seen(engine) == before
    assert state_of(store, change.result["import_id"]) == "undone"


def test_what_the_user_changed_since_is_kept_by_the_undo(store: Store) -> None:
    world = fill(store)
    merge = Merge(
        world.ana, Incoming({"city": "Berlin", "role": "Lead", "imported": {"city": "Berlin", "role": "Lead"}})
    )
    change = import_all(store, JOE, merges=(merge,))
    store.edit_contact(USER, 7, world.ana, values={"city": "Madrid"}, now=NOW)
    store.edit_contact(USER, 8, world.ben, tags=["basel"], now=NOW)
    undone = store.undo(USER, 9, change.id, now=NOW)
    assert undone is not None
    assert undone.result["kept"] == 2
    ana = card_of(store, "Ana Ruiz").contact
    assert (ana.city, ana.role, ana.imported) == ("Madrid", None, None)
    assert card_of(store, "Ben Okafor").tags == ["basel"]
    assert [name for _, name in names(store, USER)] == ["Ana Ruiz", "Ben Okafor"]


def test_a_merge_writes_only_what_is_new(store: Store) -> None:
    world = fill(store)
    known = Incoming(
        {"company": "Nordlicht"}, (("email", "ana@example.org"), ("email", "ana@example.org")), ("PyCon", "vip", "VIP")
    )
    change = import_all(store, merges=(Merge(world.ana, known), Merge(world.ben, Incoming({}, (("phone", ""),)))))
    assert change.result["updated"] == 1
    assert card_of(store, "Ana Ruiz").tags == ["pycon", "vip"]
    assert {image["table"] for image in change.before} == {"tags", "contact_tags", "imports"}


def test_a_fact_typed_since_the_plan_was_made_stays(store: Store) -> None:
    world = fill(store)
    said = {"city": "Berlin", "role": "Lead"}
    import_all(store, merges=(Merge(world.ana, Incoming({**said, "imported": said})),))
    store.edit_contact(USER, 7, world.ana, values={"city": "Madrid"}, now=NOW)
    newer = {"city": "Hamburg", "role": "Head"}
    import_all(store, merges=(Merge(world.ana, Incoming({**newer, "imported": newer})),), update_id=2)
    ana = card_of(store, "Ana Ruiz").contact
    assert (ana.city, ana.role, ana.imported) == ("Madrid", "Head", newer)


def test_a_merge_with_somebody_deleted_meanwhile_is_left_out(store: Store) -> None:
    world = fill(store)
    added = store.change_of(USER, 101)
    assert added is not None
    store.undo(USER, 7, added.id, now=NOW)
    change = import_all(store, JOE, merges=(Merge(world.ben, JOE), Merge(999_999, JOE)))
    assert (change.result["new"], change.result["updated"]) == (1, 0)


def test_merged_touches_and_cadences_move_the_due_day(store: Store) -> None:
    world = fill(store)
    paced = Incoming({"cadence_days": 7, "imported": {"cadence_days": 7}}, touches=((TODAY, None, None, None),))
    other = add(store, person("Grace Lim"), update_id=7)
    import_all(store, merges=(Merge(world.ben, paced), Merge(other, paced)))
    ben, grace = card_of(store, "Ben Okafor").contact, card_of(store, "Grace Lim").contact
    assert (ben.cadence_days, ben.next_due_on) == (91, TODAY + timedelta(days=91))
    assert (grace.cadence_days, grace.next_due_on) == (7, TODAY + timedelta(days=7))
