from datetime import timedelta

import pytest

from storage import Card, Store
from tests.storage.world import NOW, TODAY, USER, WEEK, fill


def card_of(store: Store, contact_id: int) -> Card:
    card = store.card(USER, contact_id)
    assert card is not None
    return card


def test_an_edit_names_what_it_changed(store: Store) -> None:
    world = fill(store)
    change = store.edit_contact(
        USER,
        7,
        world.ana,
        values={"company": "Stripe", "city": None, "name": "Ana Ruíz"},
        points=[("email", "new@example.org")],
        remove_points=[("email", None)],
        tags=["vip"],
        remove_tags=["PYCON"],
        now=NOW,
    )
    card = card_of(store, world.ana)
    assert change is not None
    assert change.result == {"contact_id": world.ana, "fields": ["company", "name", "email", "tag"]}
    assert (card.contact.company, card.contact.name, card.contact.name_key) == ("Stripe", "Ana Ruíz", "ana ruiz")
    assert sorted(point.value for point in card.points) == ["+34600123456", "new@example.org"]
    assert card.tags == ["vip"]


def test_one_point_of_a_kind_can_be_removed(store: Store) -> None:
    world = fill(store)
    store.edit_contact(USER, 7, world.ana, points=[("email", "two@example.org")], now=NOW)
    store.edit_contact(USER, 8, world.ana, remove_points=[("email", "ana@example.org"), ("link", None)], now=NOW)
    assert [point.value for point in card_of(store, world.ana).points] == ["+34600123456", "two@example.org"]


def test_a_new_cadence_moves_the_due_day_and_none_takes_it_away(store: Store) -> None:
    world = fill(store)
    store.log_touches(USER, 7, [world.ana], on=TODAY, now=NOW)
    store.edit_contact(USER, 8, world.ana, values={"cadence_days": 7}, now=NOW)
    assert card_of(store, world.ana).contact.next_due_on == TODAY + WEEK
    store.edit_contact(USER, 9, world.ana, values={"cadence_days": None}, now=NOW)
    assert card_of(store, world.ana).contact.next_due_on is None


@pytest.mark.parametrize("column", ["user_id", "id", "name_key", "deleted_at", "last_touch_on", "nonsense"])
def test_only_facts_can_be_edited(store: Store, column: str) -> None:
    world = fill(store)
    with pytest.raises(ValueError, match=column):
        store.edit_contact(USER, 7, world.ana, values={column: 1}, now=NOW)


def test_archiving_twice_or_reviving_the_active_meets_nothing(store: Store) -> None:
    world = fill(store)
    assert store.unarchive(USER, 6, world.ana, now=NOW) is None
    assert store.archive(USER, 7, world.ana, now=NOW) is not None
    assert store.archive(USER, 8, world.ana, now=NOW) is None
    assert [contact.id for contact in store.candidates(USER)] == [world.ben]
    change = store.unarchive(USER, 9, world.ana, now=NOW)
    assert change is not None
    assert (change.kind, change.result) == ("unarchived", {"contact_id": world.ana})
    assert len(store.candidates(USER)) == 2


def test_a_note_is_dated_as_the_user_said(store: Store) -> None:
    world = fill(store)
    change = store.add_note(USER, 7, world.ben, "likes hats", on=TODAY - timedelta(days=1), now=NOW)
    notes = card_of(store, world.ben).notes
    assert change is not None
    assert change.result == {"contact_id": world.ben, "note_id": notes[0].id}
    assert (notes[0].text, notes[0].noted_on) == ("likes hats", TODAY - timedelta(days=1))


def test_the_words_after_a_touch_are_its_note_and_a_note_of_that_day(store: Store) -> None:
    world = fill(store)
    change = store.note_touch(USER, 7, world.touch, "about the trial", NOW)
    card = card_of(store, world.ben)
    assert change is not None
    assert change.result == {"contact_id": world.ben, "touch_id": world.touch, "note_id": card.notes[0].id}
    assert card.touches[0].note == "about the trial"
    assert (card.notes[0].text, card.notes[0].noted_on) == ("about the trial", card.touches[0].touched_on)


def test_a_note_brings_its_tags_along_with_their_rhythm_and_an_undo_takes_both(store: Store) -> None:
    world = fill(store)
    before = card_of(store, world.ben)
    store.edit_contact(USER, 7, world.ana, tags=["rust"], now=NOW)
    tag = store.find_tag(USER, "rust")
    assert tag is not None
    store.set_tag_cadence(USER, 8, tag.id or 0, 30, now=NOW, wake=False)
    change = store.add_note(USER, 9, world.ben, "met again #rust", on=TODAY, tags=["rust", "rust"], now=NOW)
    assert change is not None
    assert change.result["tags"] == ["rust"]
    card = card_of(store, world.ben)
    assert card.tags == [*before.tags, "rust"]
    assert card.contact.tag_cadence_days == 30
    store.undo(USER, 10, change.id, now=NOW)
    assert card_of(store, world.ben) == before
