from datetime import timedelta

import pytest

from storage import Card, NewContact, Store
from storage.models import LONGEST_CADENCE
from tests.storage.world import NOW, TODAY, USER, WEEK, add, fill, open_user, person


def card_of(store: Store, contact_id: int) -> Card:
    card = store.card(USER, contact_id)
    assert card is not None
    return card


def test_people_are_added_with_all_that_was_said(store: Store) -> None:
    open_user(store)
    new = NewContact(
        person("Zoë  O’Neil", cadence_days=30, met="at PyCon 2023", birthday="--05-12"),
        (("email", "zoe@example.org"), ("telegram", "zoe")),
        ("pycon", "vip"),
        ("does logistics",),
        (TODAY - timedelta(days=1), "meeting"),
    )
    change = store.add_contacts(USER, 1, [new, NewContact(person("Ben Okafor"))], now=NOW)
    assert change is not None
    assert change.kind == "added"
    zoe, ben = (card_of(store, contact_id) for contact_id in change.result["contact_ids"])
    assert (zoe.contact.name_key, zoe.contact.met, zoe.contact.birthday) == ("zoe o'neil", "at PyCon 2023", "--05-12")
    assert zoe.contact.last_touch_on == TODAY - timedelta(days=1)
    assert zoe.contact.next_due_on == TODAY + timedelta(days=29)
    assert (zoe.tags, [note.text for note in zoe.notes]) == (["pycon", "vip"], ["does logistics"])
    assert [touch.channel for touch in zoe.touches] == ["meeting"]
    assert (ben.contact.name, ben.contact.next_due_on, ben.contact.user_id) == ("Ben Okafor", None, USER)


def test_what_the_caller_put_in_the_store_s_own_columns_is_not_believed(store: Store) -> None:
    open_user(store)
    contact = person(user_id=1, name_key="zzz", last_touch_on=TODAY, next_due_on=TODAY, deleted_at=NOW)
    card = card_of(store, add(store, contact))
    assert (card.contact.user_id, card.contact.name_key) == (USER, "ana ruiz")
    assert (card.contact.last_touch_on, card.contact.next_due_on, card.contact.deleted_at) == (None, None, None)


def test_tags_that_differ_in_case_are_one(store: Store) -> None:
    open_user(store)
    ana = add(store, person(), tags=("PyCon", "pycon", "PYCON", " "))
    ben = add(store, person("Ben Okafor"), update_id=-2, tags=("pycon",))
    assert card_of(store, ana).tags == ["PyCon"]
    assert card_of(store, ben).tags == ["PyCon"]


def test_a_point_said_twice_is_kept_once(store: Store) -> None:
    open_user(store)
    ana = add(store, person(), points=(("email", "a@example.org"), ("email", "a@example.org"), ("email", "")))
    assert [point.value for point in card_of(store, ana).points] == ["a@example.org"]


def test_merging_fills_and_replaces_and_never_erases(store: Store) -> None:
    world = fill(store)
    new = NewContact(
        person("Anita", city="Berlin", cadence_days=14),
        (("email", "ana@example.org"), ("phone", "+49301234567")),
        ("pycon", "berlin"),
        ("moved in May",),
    )
    change = store.merge_facts(USER, 7, world.ana, new, now=NOW)
    card = card_of(store, world.ana)
    assert change is not None
    assert change.result == {
        "contact_id": world.ana,
        "fields": ["cadence_days", "city", "phone", "tag", "note"],
    }
    assert (card.contact.name, card.contact.company, card.contact.city) == ("Ana Ruiz", "Nordlicht", "Berlin")
    assert card.tags == ["pycon", "berlin"]
    assert len(card.points) == 3
    assert card.contact.next_due_on == TODAY


def test_merging_what_is_known_already_changes_nothing(store: Store) -> None:
    world = fill(store)
    change = store.merge_facts(USER, 7, world.ana, NewContact(person(company="Nordlicht")), now=NOW)
    assert change is not None
    assert change.result["fields"] == []
    assert change.before == []


def test_merging_a_touch_that_is_older_than_the_last_leaves_the_due_day(store: Store) -> None:
    world = fill(store)
    before = card_of(store, world.ben).contact
    store.merge_facts(USER, 7, world.ben, NewContact(person(), touch=(TODAY - 10 * WEEK, None)), now=NOW)
    after = card_of(store, world.ben)
    assert after.contact.next_due_on == before.next_due_on
    assert len(after.touches) == 2


@pytest.mark.parametrize(("said", "kept"), [(0, 1), (-5, 1), (10**12, LONGEST_CADENCE), (30, 30)])
def test_a_cadence_stays_within_what_days_can_count(store: Store, said: int, kept: int) -> None:
    open_user(store)
    assert card_of(store, add(store, person(cadence_days=said), touch=(TODAY, None))).contact.cadence_days == kept


def test_text_longer_than_its_column_is_cut(store: Store) -> None:
    open_user(store)
    long = "ﷺ" * 1000
    ana = add(store, person(long), points=(("link", "https://example.org/" + "x" * 1000),), tags=(long,))
    card = card_of(store, ana)
    assert (len(card.contact.name), len(card.contact.name_key)) == (200, 400)
    assert len(card.points[0].value) == 500
    assert len(card.tags[0]) == 64
