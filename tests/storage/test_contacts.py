from datetime import timedelta

import pytest

from storage import NewContact, Store
from tests.storage.world import NOW, OTHER, TODAY, USER, WEEK, add, asking, fill, open_user, person, send


def page(store: Store, status: str = "active") -> list[str]:
    found, _ = store.people(USER, offset=0, limit=10, status=status)
    return [contact.name for contact in found]


@pytest.fixture
def network(store: Store) -> Store:
    open_user(store)
    people = [
        NewContact(person("Ana Ruiz", cadence_days=30, company="Nordlicht"), tags=("PyCon",), touch=(TODAY, None)),
        NewContact(person("Ben Okafor", cadence_days=7, city="Nürnberg"), touch=(TODAY, None)),
        NewContact(person("Zoë Lim", role="Designer")),
        NewContact(person("Юлия Иванова"), tags=("pycon", "chess")),
        NewContact(person("Joe Park", cadence_days=7, status="archived")),
        NewContact(person("Émile Roy", status="inbox")),
    ]
    store.add_contacts(USER, 1, people, now=NOW)
    return store


def test_people_come_soonest_due_first_and_without_a_due_day_last(network: Store) -> None:
    assert page(network) == ["Ben Okafor", "Ana Ruiz", "Zoë Lim", "Юлия Иванова"]


def test_pages_hold_everybody_once(network: Store) -> None:
    first, total = network.people(USER, offset=0, limit=3)
    second, _ = network.people(USER, offset=3, limit=3)
    assert total == 4
    assert [contact.name for contact in (*first, *second)] == page(network)


def test_the_archived_and_the_inbox_are_lists_of_their_own(network: Store) -> None:
    assert page(network, status="archived") == ["Joe Park"]
    assert page(network, status="inbox") == ["Émile Roy"]


def test_candidates_are_the_active_ones(network: Store) -> None:
    assert [contact.name for contact in network.candidates(USER)] == page(network)


def test_a_card_shows_all_that_is_known_newest_first(store: Store) -> None:
    world = fill(store)
    store.add_note(USER, 7, world.ana, "an older one", on=TODAY - WEEK, now=NOW)
    store.log_touches(USER, 8, [world.ana], on=TODAY, channel="call", now=NOW)
    store.log_touches(USER, 9, [world.ana], on=TODAY - WEEK, channel="email", now=NOW)
    card = store.card(USER, world.ana)
    assert card is not None
    assert card.contact.name == "Ana Ruiz"
    assert [(point.kind, point.value) for point in card.points] == [
        ("email", "ana@example.org"),
        ("phone", "+34600123456"),
    ]
    assert card.tags == ["pycon"]
    assert [note.text for note in card.notes] == ["likes tea", "an older one"]
    assert [touch.channel for touch in card.touches] == ["call", "email"]
    assert card.promises == []


def test_contacts_come_in_the_order_asked_for(store: Store) -> None:
    world = fill(store)
    found = store.contacts_by_ids(USER, [world.ben, 999_999, world.ana, world.ben])
    assert [contact.id for contact in found] == [world.ben, world.ana]
    assert store.contacts_by_ids(USER, []) == []


def test_nobody_reads_the_rows_of_another(store: Store) -> None:
    world = fill(store)
    open_user(store, OTHER)
    change = store.change_of(USER, 100)
    assert change is not None
    assert store.contact(OTHER, world.ana) is None
    assert store.card(OTHER, world.ana) is None
    assert store.contacts_by_ids(OTHER, [world.ana]) == []
    assert (store.named(OTHER, "Ana Ruiz"), store.alike(OTHER, "ana")) == ([], [])
    assert store.candidates(OTHER) == []
    assert store.people(OTHER, offset=0, limit=10) == ([], 0)
    assert store.nudged_on(OTHER) == {}
    assert store.nudge(OTHER, world.nudge) is None
    assert store.nudge_by_message(OTHER, 77) is None
    assert store.open_nudge(OTHER) is None
    assert store.particulars(OTHER, world.ana, NOW - WEEK) is None
    assert store.change(OTHER, change.id or 0) is None
    assert store.change_of(OTHER, 100) is None
    exported = store.export(OTHER)
    assert exported is not None
    assert (exported.cards, exported.nudges, exported.tags) == ([], [], [])


def test_the_newest_nudge_of_each_contact_counts(store: Store) -> None:
    world = fill(store)
    assert store.nudged_on(USER) == {world.ana: NOW}
    send(store, asking(world.ana), seen=NOW + WEEK, message_id=78)
    assert store.nudged_on(USER) == {world.ana: NOW + WEEK}


def test_many_contacts_are_read_at_once(sqlite_store: Store) -> None:
    open_user(sqlite_store)
    many = [NewContact(person(f"Ana {n}", company="Nordlicht")) for n in range(1_500)]
    sqlite_store.add_contacts(USER, 1, many, now=NOW)
    found, total = sqlite_store.people(USER, offset=0, limit=10)
    assert (len(found), total) == (10, 1_500)
    assert sqlite_store.count(USER) == 1_500


def test_somebody_without_a_touch_is_due_the_day_they_were_added(store: Store) -> None:
    open_user(store)
    added = add(store, person(cadence_days=30, added_on=TODAY - timedelta(days=2)))
    contact = store.contact(USER, added)
    assert contact is not None
    assert contact.next_due_on == TODAY - timedelta(days=2)
