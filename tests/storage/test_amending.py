from collections.abc import Callable, Mapping

import pytest
from sqlalchemy import Engine

from storage import Incoming, NewContact, Store
from tests.storage.arrivals import GRACE, JOE, card_of, import_all, seen
from tests.storage.world import NOW, TODAY, USER, add, names, open_user, person


def test_whom_the_user_told_something_about_since_an_import_stays_if_spared(store: Store) -> None:
    open_user(store)
    change = import_all(store, JOE, GRACE)
    joe = card_of(store, "Joe Park").contact.id or 0
    store.add_note(USER, 700, joe, "likes tea", on=TODAY, now=NOW)
    assert store.amended(USER, change.id or 0) == ["Joe Park"]
    undone = store.undo(USER, 701, change.id, now=NOW, spare=True)
    assert undone is not None
    assert undone.result["spared"] == 1
    assert [name for _, name in names(store, USER)] == ["Joe Park"]
    assert card_of(store, "Joe Park").tags == ["basel"]
    assert store.amended(USER, change.id or 0) == []


def test_turning_somebody_down_says_nothing_of_them(store: Store) -> None:
    open_user(store)
    change = import_all(store, JOE)
    joe = card_of(store, "Joe Park").contact.id or 0
    store.sort_contact(USER, 700, joe, verdict="never", on=TODAY, now=NOW)
    assert store.amended(USER, change.id or 0) == []
    assert store.amended(USER + 1, change.id or 0) == []


def test_nobody_the_user_had_before_goes_with_an_import_they_were_merged_into(store: Store, engine: Engine) -> None:
    open_user(store)
    typed = add(store, person("Josef Park"), update_id=7, tags=("chess",), notes=("typed by hand",))
    before = seen(engine)
    change = import_all(store, JOE)
    merged = _merge(store, keep=_id(store, "Joe Park"), drop=typed)
    undone = store.undo(USER, 701, change.id, now=NOW)
    assert undone is not None
    assert (undone.result["parted"], undone.result["kept"], undone.result["spared"]) == (1, 0, 0)
    assert seen(engine) == before
    assert store.undo(USER, 702, merged, now=NOW) is None
    assert seen(engine) == before


def test_nothing_of_an_import_stays_with_somebody_it_was_merged_into(store: Store, engine: Engine) -> None:
    open_user(store)
    typed = add(store, person("Josef Park"), update_id=7, notes=("typed by hand",))
    before = seen(engine)
    change = import_all(store, JOE)
    _merge(store, keep=typed, drop=_id(store, "Joe Park"), values={"company": "Roche"})
    store.undo(USER, 701, change.id, now=NOW)
    assert seen(engine) == before


def test_people_of_two_imports_that_were_merged_are_two_again(store: Store) -> None:
    open_user(store)
    first = import_all(store, JOE, update_id=2)
    import_all(store, Incoming({"name": "Joseph Park"}, notes=((TODAY, "from a phone"),)), update_id=3)
    _merge(store, keep=_id(store, "Joe Park"), drop=_id(store, "Joseph Park"))
    store.undo(USER, 701, first.id, now=NOW)
    assert [note.text for note in card_of(store, "Joseph Park").notes] == ["from a phone"]
    assert len(names(store, USER)) == 1


def test_merges_that_build_on_one_another_are_undone_newest_first(store: Store, engine: Engine) -> None:
    open_user(store)
    typed = add(store, person("Josef Park"), update_id=7, notes=("typed by hand",))
    other = add(store, person("J. Park"), update_id=8)
    before = seen(engine)
    change = import_all(store, JOE, GRACE)
    _merge(store, keep=_id(store, "Grace Lim"), drop=typed, update_id=900)
    _merge(store, keep=_id(store, "Joe Park"), drop=_id(store, "Grace Lim"), update_id=901)
    _merge(store, keep=other, drop=_id(store, "Joe Park"), update_id=902)
    undone = store.undo(USER, 903, change.id, now=NOW)
    assert undone is not None
    assert (undone.result["parted"], undone.result["kept"]) == (3, 0)
    assert seen(engine) == before


def test_what_was_said_of_both_since_they_were_merged_stays_with_the_one_it_was_said_of(store: Store) -> None:
    open_user(store)
    typed = add(store, person("Josef Park"), update_id=7)
    change = import_all(store, JOE, GRACE)
    joe = _id(store, "Joe Park")
    _merge(store, keep=joe, drop=typed)
    store.add_note(USER, 700, joe, "likes tea", on=TODAY, now=NOW)
    assert store.amended(USER, change.id or 0) == ["Joe Park"]
    undone = store.undo(USER, 701, change.id, now=NOW)
    assert undone is not None
    assert undone.result["spared"] == 1
    assert sorted(name for _, name in names(store, USER)) == ["Joe Park", "Josef Park"]
    assert "likes tea" in [note.text for note in card_of(store, "Joe Park").notes]


def test_somebody_told_of_before_they_were_merged_stays(store: Store) -> None:
    open_user(store)
    typed = add(store, person("Josef Park"), update_id=7)
    change = import_all(store, JOE)
    joe = _id(store, "Joe Park")
    store.log_touches(USER, 700, [joe], on=TODAY, channel="call", now=NOW)
    _merge(store, keep=typed, drop=joe)
    assert store.amended(USER, change.id or 0) == ["Joe Park"]
    store.undo(USER, 701, change.id, now=NOW)
    assert sorted(name for _, name in names(store, USER)) == ["Joe Park", "Josef Park"]
    assert len(card_of(store, "Joe Park").touches) == 1


Said = Callable[[Store, int], object]


@pytest.mark.parametrize("said", [
    lambda s, joe: s.add_note(USER, 700, joe, "likes tea", on=TODAY, now=NOW),
    lambda s, joe: s.log_touches(USER, 700, [joe], on=TODAY, channel="call", now=NOW),
    lambda s, joe: s.edit_contact(USER, 700, joe, values={"city": "Basel"}, now=NOW),
    lambda s, joe: s.edit_contact(USER, 700, joe, points=[("email", "park@example.org")], now=NOW),
    lambda s, joe: s.merge_facts(USER, 700, joe, NewContact(person("Joe Park", role="Lead")), now=NOW),
])  # fmt: skip
def test_an_undo_leaves_whom_the_user_has_something_of_their_own_of(store: Store, said: Said) -> None:
    open_user(store)
    change = import_all(store, JOE, GRACE)
    assert said(store, _id(store, "Joe Park"))
    undone = store.undo(USER, 701, change.id, now=NOW)
    assert undone is not None
    assert undone.result["spared"] == 1
    assert [name for _, name in names(store, USER)] == ["Joe Park"]


@pytest.mark.parametrize("sorts", [
    lambda s, joe: s.sort_contact(USER, 700, joe, verdict="keep", cadence_days=30, on=TODAY, now=NOW),
    lambda s, joe: s.set_cadence(USER, 700, [joe], 30, now=NOW),
    lambda s, joe: s.edit_contact(USER, 700, joe, values={"cadence_days": 30}, now=NOW),
    lambda s, joe: s.change_many(USER, 700, [joe], action="tag", tag="chess", now=NOW),
    lambda s, joe: s.archive(USER, 700, joe, now=NOW),
])  # fmt: skip
def test_an_undo_takes_whom_the_user_only_sorted(store: Store, sorts: Said) -> None:
    open_user(store)
    change = import_all(store, JOE)
    assert sorts(store, _id(store, "Joe Park"))
    store.undo(USER, 701, change.id, now=NOW)
    assert names(store, USER) == []


def test_what_was_taken_back_before_keeps_nobody(store: Store) -> None:
    open_user(store)
    change = import_all(store, JOE)
    noted = store.add_note(USER, 700, _id(store, "Joe Park"), "likes tea", on=TODAY, now=NOW)
    assert noted is not None
    store.undo(USER, 701, noted.id, now=NOW)
    store.undo(USER, 702, change.id, now=NOW)
    assert names(store, USER) == []


def _id(store: Store, name: str) -> int:
    return card_of(store, name).contact.id or 0


def _merge(
    store: Store, *, keep: int, drop: int, update_id: int = 900, values: Mapping[str, object] | None = None
) -> int | None:
    change = store.merge_contacts(USER, update_id, keep, drop, values=values or {}, on=TODAY, now=NOW)
    assert change is not None
    return change.id
