from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlalchemy.event import listen

from storage import NewContact, Step, Store
from storage.models import Change, Contact
from tests.storage.world import NOW, OTHER, TODAY, USER, add, dump, dump_data, fill, open_user, person

STEP = Step("sort", {"deck": []}, NOW + timedelta(hours=1))


@pytest.fixture
def joe(store: Store) -> int:
    """Somebody in the inbox."""
    open_user(store)
    return add(store, person("Joe Park", status="inbox"))


def contact_of(store: Store, contact_id: int) -> Contact:
    contact = store.contact(USER, contact_id)
    assert contact is not None
    return contact


def sort(store: Store, contact_id: int, verdict: Any, update_id: int = 7, **more: Any) -> Change | None:
    return store.sort_contact(USER, update_id, contact_id, verdict=verdict, on=TODAY, now=NOW, **more)


def test_to_keep_somebody_makes_them_active_with_a_rhythm(store: Store, joe: int) -> None:
    change = sort(store, joe, "keep", cadence_days=91)
    kept = contact_of(store, joe)
    assert change is not None
    assert (change.kind, change.result) == ("sorted", {"contact_id": joe, "verdict": "keep", "days": 91})
    assert (kept.status, kept.cadence_days, kept.next_due_on) == ("active", 91, TODAY)
    assert store.inbox(USER) == []


def test_later_puts_them_behind_the_others_and_never_archives_them(store: Store, joe: int) -> None:
    assert sort(store, joe, "later") is not None
    assert [row.put_off_on for row in store.inbox(USER)] == [TODAY]
    assert sort(store, joe, "never", 8) is not None
    assert contact_of(store, joe).status == "archived"
    assert store.inbox(USER) == []


@pytest.mark.parametrize("verdict", ["keep", "later", "never"])
def test_undo_brings_the_card_back_to_the_inbox(store: Store, engine: Engine, joe: int, verdict: str) -> None:
    before = dump_data(engine)
    sort(store, joe, verdict, cadence_days=30)
    undone = store.undo(USER, 8, now=NOW)
    assert undone is not None
    assert (undone.result["undone"], undone.result["names"]) == ("sorted", ["Joe Park"])
    assert dump_data(engine) == before
    assert [row.id for row in store.inbox(USER)] == [joe]


def test_only_who_is_in_the_inbox_is_sorted(store: Store, engine: Engine) -> None:
    world = fill(store)
    store.archive(USER, 5, world.ben, now=NOW)
    before = dump(engine)
    assert sort(store, world.ana, "never") is None
    assert sort(store, world.ben, "keep", 8, cadence_days=30) is None
    assert sort(store, 999_999, "keep", 9) is None
    assert dump(engine) == before


GIVEN: dict[str, Callable[[Store, int], Change | None]] = {
    "set_cadence": lambda s, joe: s.set_cadence(USER, 7, [joe], 30, now=NOW),
    "edit_contact": lambda s, joe: s.edit_contact(USER, 7, joe, values={"cadence_days": 30}, now=NOW),
    "merge_facts": lambda s, joe: s.merge_facts(USER, 7, joe, NewContact(person(cadence_days=30)), now=NOW),
}


@pytest.mark.parametrize("give", GIVEN.values(), ids=GIVEN)
def test_a_rhythm_given_in_any_way_sorts_somebody(
    store: Store, engine: Engine, joe: int, give: Callable[[Store, int], Change | None]
) -> None:
    sort(store, joe, "later", 6)
    before = dump_data(engine)
    given = give(store, joe)
    assert given is not None
    assert given.result.get("fields", ["cadence_days"]) == ["cadence_days"]
    kept = contact_of(store, joe)
    assert (kept.status, kept.put_off_on, kept.next_due_on) == ("active", None, TODAY)
    store.undo(USER, 8, now=NOW)
    assert dump_data(engine) == before


def test_no_rhythm_leaves_somebody_in_the_inbox(store: Store, joe: int) -> None:
    store.set_cadence(USER, 7, [joe], None, now=NOW)
    store.edit_contact(USER, 8, joe, values={"city": "Berlin"}, now=NOW)
    assert contact_of(store, joe).status == "inbox"


def test_what_is_no_verdict_and_no_action_is_refused(store: Store, joe: int) -> None:
    with pytest.raises(ValueError, match="perhaps"):
        sort(store, joe, "perhaps")
    with pytest.raises(ValueError, match="perhaps"):
        change_many(store, [joe], "perhaps")


def test_nobody_sorts_for_another(store: Store, engine: Engine, joe: int) -> None:
    open_user(store, OTHER)
    before = dump(engine)
    assert store.sort_contact(OTHER, 7, joe, verdict="never", on=TODAY, now=NOW) is None
    assert store.inbox(OTHER) == []
    assert dump(engine) == before


def test_a_second_run_of_a_sorting_changes_nothing_and_answers_the_same(store: Store, engine: Engine, joe: int) -> None:
    first = sort(store, joe, "keep", cadence_days=30, then=STEP)
    after = dump(engine)
    assert sort(store, joe, "keep", cadence_days=30, then=STEP) == first
    assert dump(engine) == after
    user = store.user(USER)
    assert user is not None
    assert (user.step, user.step_data) == ("sort", {"deck": []})


def test_the_inbox_tells_what_ranking_needs(store: Store, joe: int) -> None:
    facts = {"company": "Nordlicht", "role": "Lead", "city": "Berlin", "birthday": "--05-12", "met_on": TODAY}
    points = (("email", "ben@example.org"), ("phone", "+34600123456"))
    ben = add(
        store, person("Ben Okafor", status="inbox", **facts), update_id=2, points=points, tags=("vip", "pycon")
    )  # fmt: skip
    add(store, person("Ana Ruiz"), update_id=3, points=points, tags=("vip",))
    first, second = store.inbox(USER)
    assert first == (joe, "Joe Park", None, None, None, None, TODAY, None, None, 0, ())
    assert second._asdict() == {
        "id": ben, "name": "Ben Okafor", **facts, "added_on": TODAY, "put_off_on": None, "points": 2,
        "tags": ("vip", "pycon"),
    }  # fmt: skip


def test_the_network_counts_what_the_active_have_in_common(store: Store, joe: int) -> None:
    for number, company in enumerate(["Nordlicht", "NORDLICHT", "Málaga Labs", None], start=2):
        add(store, person(f"Contact {number}", company=company, city="Berlin"), update_id=number, tags=("PyCon",))
    add(store, person("Ben Okafor", status="archived", company="Nordlicht"), update_id=9, tags=("pycon",))
    network = store.network(USER)
    assert network.companies == {"nordlicht": 2, "malaga labs": 1}
    assert (network.roles, network.cities, network.tags) == ({}, {"berlin": 4}, {"pycon": 4})


# Many at once


@pytest.fixture
def mixed(store: Store, joe: int) -> list[int]:
    """One in the inbox, put off; one active with a rhythm; one archived; one active with a tag."""
    sort(store, joe, "later", -5)
    ana = add(store, person("Ana Ruiz", cadence_days=30), update_id=2, touch=(TODAY, "call"))
    ben = add(store, person("Ben Okafor", status="archived", cadence_days=7), update_id=3)
    return [joe, ana, ben, add(store, person("Grace Lim"), update_id=4, tags=("pycon",))]


def change_many(store: Store, ids: list[int], action: Any, update_id: int = 7, **more: Any) -> Change | None:
    return store.change_many(USER, update_id, ids, action=action, now=NOW, **more)


def told(store: Store, ids: list[int]) -> list[tuple[str, int | None]]:
    return [(contact.status, contact.cadence_days) for contact in store.contacts_by_ids(USER, ids)]


def test_a_rhythm_for_many_wakes_the_inbox_and_leaves_the_archived(store: Store, mixed: list[int]) -> None:
    change = change_many(store, mixed, "cadence", days=91)
    assert change is not None
    assert (change.kind, change.result) == ("bulk", {"action": "cadence", "days": 91, "tag": None, "count": 3})
    assert told(store, mixed) == [("active", 91), ("active", 91), ("archived", 7), ("active", 91)]
    due = [contact_of(store, each).next_due_on for each in mixed]
    assert due == [TODAY, TODAY + timedelta(days=91), TODAY, TODAY]


def test_no_rhythm_for_many_leaves_the_inbox_where_it_is(store: Store, mixed: list[int]) -> None:
    change_many(store, mixed, "cadence", days=None)
    assert told(store, mixed) == [("inbox", None), ("active", None), ("archived", 7), ("active", None)]


def test_many_are_archived_and_restored(store: Store, mixed: list[int]) -> None:
    archived = change_many(store, mixed, "archive")
    assert archived is not None
    assert archived.result["count"] == 3
    assert [status for status, _ in told(store, mixed)] == ["archived"] * 4
    restored = change_many(store, mixed[:3], "restore", 8)
    assert restored is not None
    assert restored.result["count"] == 3
    assert [status for status, _ in told(store, mixed)] == ["active"] * 3 + ["archived"]


def test_a_tag_for_many_is_given_once_each_and_brings_its_rhythm(store: Store, mixed: list[int]) -> None:
    tag = store.find_tag(USER, "pycon")
    assert tag is not None
    store.set_tag_cadence(USER, 6, tag.id or 0, 365, now=NOW, wake=False)
    change = change_many(store, [*mixed, mixed[0]], "tag", tag="PyCon")
    assert change is not None
    assert change.result == {"action": "tag", "days": None, "tag": "PyCon", "count": 4}
    cards = store.cards(USER, mixed)
    assert [card.tags for card in cards] == [["pycon"]] * 4
    assert [card.contact.tag_cadence_days for card in cards] == [365] * 4


def test_a_new_tag_for_many_is_made(store: Store, mixed: list[int]) -> None:
    change_many(store, mixed[:2], "tag", tag="Berlin")
    assert [(tag.name, tag.count) for tag in store.tags(USER)] == [("Berlin", 2), ("pycon", 1)]


@pytest.mark.parametrize(
    ("action", "more"),
    [("cadence", {"days": 91}), ("archive", {}), ("tag", {"tag": "new"}), ("tag", {"tag": "pycon"}), ("restore", {})],
)
def test_what_was_done_to_many_is_undone_exactly(
    store: Store, engine: Engine, mixed: list[int], action: str, more: dict[str, Any]
) -> None:
    before = dump_data(engine)
    assert change_many(store, mixed, action, **more) is not None
    assert dump_data(engine) != before
    undone = store.undo(USER, 8, now=NOW)
    assert undone is not None
    assert undone.result["kept"] == 0
    assert dump_data(engine) == before


def test_nobody_to_change_is_nothing_written(store: Store, engine: Engine, mixed: list[int]) -> None:
    open_user(store, OTHER)
    before = dump(engine)
    assert change_many(store, [], "archive") is None
    assert change_many(store, [999_999], "archive") is None
    assert change_many(store, mixed[:2], "restore") is None
    assert change_many(store, mixed, "tag", tag="") is None
    assert store.change_many(OTHER, 7, mixed, action="archive", now=NOW) is None
    assert dump(engine) == before


def test_what_was_done_to_one_of_many_since_is_left_by_the_undo(store: Store, mixed: list[int]) -> None:
    change = change_many(store, mixed, "cadence", days=91)
    assert change is not None
    store.set_cadence(USER, 8, [mixed[1]], 7, now=NOW)
    undone = store.undo(USER, 9, change.id, now=NOW)
    assert undone is not None
    assert undone.result["kept"] == 1
    assert told(store, mixed) == [("inbox", None), ("active", 7), ("archived", 7), ("active", None)]


@pytest.mark.parametrize(("action", "more"), [("cadence", {"days": 91}), ("archive", {}), ("tag", {"tag": "new"})])
def test_many_are_changed_with_few_statements(store: Store, engine: Engine, action: str, more: dict[str, Any]) -> None:
    open_user(store)
    added = store.add_contacts(USER, 1, [NewContact(person(f"Contact {number}")) for number in range(60)], now=NOW)
    assert added is not None
    statements: list[str] = []
    listen(engine, "before_cursor_execute", lambda *told: statements.append(told[2]))
    change_many(store, added.result["contact_ids"], action, **more)
    assert 0 < len(statements) < 40
