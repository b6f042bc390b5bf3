from datetime import date, timedelta

from sqlalchemy import Engine

from storage import NewContact, Store
from storage.models import Contact
from tests.storage.world import (
    NOW,
    OTHER,
    TODAY,
    USER,
    WEEK,
    asking,
    due_pushes,
    dump_data,
    fill,
    names,
    open_user,
    person,
)


def contact_of(store: Store, contact_id: int) -> Contact:
    contact = store.contact(USER, contact_id)
    assert contact is not None
    return contact


def test_undo_takes_the_newest_change_and_then_the_one_before(store: Store) -> None:
    world = fill(store)
    store.edit_contact(USER, 7, world.ana, values={"city": "Berlin"}, now=NOW)
    store.edit_contact(USER, 8, world.ana, values={"role": "Head of Data"}, now=NOW)
    store.undo(USER, 9, now=NOW)
    assert (contact_of(store, world.ana).city, contact_of(store, world.ana).role) == ("Berlin", None)
    store.undo(USER, 10, now=NOW)
    assert (contact_of(store, world.ana).city, contact_of(store, world.ana).role) == (None, None)


def test_a_change_is_undone_once(store: Store, engine: Engine) -> None:
    world = fill(store)
    change = store.archive(USER, 7, world.ana, now=NOW)
    assert change is not None
    assert store.undo(USER, 8, change.id, now=NOW) is not None
    after = dump_data(engine)
    assert store.undo(USER, 9, change.id, now=NOW) is None
    assert dump_data(engine) == after


def test_a_second_run_of_an_undo_answers_the_same(store: Store) -> None:
    world = fill(store)
    store.archive(USER, 7, world.ana, now=NOW)
    first = store.undo(USER, 8, now=NOW)
    assert store.undo(USER, 8, now=NOW) == first
    assert contact_of(store, world.ana).status == "active"


def test_an_undo_cannot_be_undone_nor_what_is_another_s(store: Store) -> None:
    world = fill(store)
    change = store.archive(USER, 7, world.ana, now=NOW)
    undone = store.undo(USER, 8, now=NOW)
    open_user(store, OTHER)
    assert change is not None
    assert undone is not None
    assert store.undo(USER, 9, undone.id, now=NOW) is None
    assert store.undo(OTHER, 10, change.id, now=NOW) is None
    assert store.undo(OTHER, 11, now=NOW) is None


def test_after_thirty_days_there_is_nothing_to_undo(store: Store) -> None:
    world = fill(store)
    change = store.archive(USER, 7, world.ana, now=NOW)
    assert change is not None
    assert store.undo(USER, 8, change.id, now=NOW + timedelta(days=30)) is None
    assert store.undo(USER, 9, change.id, now=NOW + timedelta(days=29, hours=23)) is not None


def test_what_was_changed_since_is_left_and_counted(store: Store) -> None:
    world = fill(store)
    first = store.edit_contact(USER, 7, world.ana, values={"city": "Berlin", "role": "Lead"}, now=NOW)
    store.edit_contact(USER, 8, world.ana, values={"city": "Madrid"}, now=NOW)
    assert first is not None
    undone = store.undo(USER, 9, first.id, now=NOW)
    assert undone is not None
    assert undone.result["kept"] == 1
    assert (contact_of(store, world.ana).city, contact_of(store, world.ana).role) == ("Madrid", None)


def test_undoing_a_touch_counts_from_the_one_before(store: Store) -> None:
    world = fill(store)
    assert contact_of(store, world.ben).last_touch_on == date(2026, 11, 1)
    store.log_touches(USER, 7, [world.ben], on=TODAY, now=NOW)
    assert contact_of(store, world.ben).next_due_on == TODAY + timedelta(days=91)
    store.undo(USER, 8, now=NOW)
    assert contact_of(store, world.ben).last_touch_on == date(2026, 11, 1)
    assert contact_of(store, world.ben).next_due_on == date(2026, 11, 1) + timedelta(days=91)


def test_undoing_the_older_of_two_touches_keeps_the_newer(store: Store) -> None:
    world = fill(store)
    older = store.log_touches(USER, 7, [world.ben], on=TODAY - WEEK, now=NOW)
    store.log_touches(USER, 8, [world.ben], on=TODAY, now=NOW)
    assert older is not None
    store.undo(USER, 9, older.id, now=NOW)
    assert contact_of(store, world.ben).last_touch_on == TODAY


def test_an_undone_answer_opens_the_nudge_and_its_reminder_again(store: Store) -> None:
    world = fill(store)
    store.mark_done(USER, 7, world.nudge, on=TODAY, now=NOW)
    store.undo(USER, 8, now=NOW)
    nudge = store.open_nudge(USER)
    assert nudge is not None
    assert (nudge.id, nudge.status, nudge.push_at) == (world.nudge, "sent", NOW + timedelta(days=3))
    assert store.mark_done(USER, 9, world.nudge, on=TODAY, now=NOW) is not None


def test_a_tag_that_somebody_else_bears_by_now_survives_the_undo_that_made_it(store: Store) -> None:
    world = fill(store)
    first = store.edit_contact(USER, 7, world.ana, tags=["vip"], now=NOW)
    store.edit_contact(USER, 8, world.ben, tags=["vip"], now=NOW)
    assert first is not None
    store.undo(USER, 9, first.id, now=NOW)
    cards = [store.card(USER, world.ana), store.card(USER, world.ben)]
    assert [card and card.tags for card in cards] == [["pycon"], ["vip"]]


def test_a_point_added_again_since_is_not_doubled_by_an_undo(store: Store) -> None:
    world = fill(store)
    removed = store.edit_contact(USER, 7, world.ana, remove_points=[("email", "ana@example.org")], now=NOW)
    store.edit_contact(USER, 8, world.ana, points=[("email", "ana@example.org")], now=NOW)
    assert removed is not None
    undone = store.undo(USER, 9, removed.id, now=NOW)
    card = store.card(USER, world.ana)
    assert undone is not None
    assert card is not None
    assert undone.result["kept"] == 1
    assert sorted(point.kind for point in card.points) == ["email", "phone"]


def test_an_undone_addition_is_not_seen_anywhere(store: Store) -> None:
    fill(store)
    added = store.add_contacts(USER, 7, [NewContact(person("Joe Park"), notes=("a note",))], now=NOW)
    assert added is not None
    joe = added.result["contact_ids"][0]
    store.undo(USER, 8, now=NOW)
    exported = store.export(USER)
    assert exported is not None
    assert store.contact(USER, joe) is None
    assert store.card(USER, joe) is None
    assert "Joe Park" not in [name for _, name in names(store, USER)]
    assert joe not in [contact.id for contact in store.candidates(USER)]
    assert "Joe Park" not in [card.contact.name for card in exported.cards]
    assert store.alike(USER, "joe") == []


def test_a_nudge_asked_for_and_answered_since_stays(store: Store) -> None:
    world = fill(store)
    asked = store.plan_nudge(USER, 7, asking(world.ben), now=NOW)
    assert asked is not None
    store.mark_done(USER, 8, asked.result["nudge_id"], on=TODAY, now=NOW)
    undone = store.undo(USER, 9, asked.id, now=NOW)
    nudge = store.nudge(USER, asked.result["nudge_id"])
    assert undone is not None
    assert nudge is not None
    assert (undone.result["kept"], nudge.status) == (1, "done")


def test_undone_settings_are_as_they_were(store: Store) -> None:
    fill(store)
    before = store.user(USER)
    store.change_settings(USER, 7, values={"timezone": "Asia/Tokyo", "next_nudge_at": None}, now=NOW)
    store.undo(USER, 8, now=NOW)
    assert store.user(USER) == before


def test_undoing_an_answer_given_over_since_leaves_the_nudge_as_it_is(store: Store) -> None:
    world = fill(store)
    skipped = store.answer_nudge(USER, 50, world.nudge, status="skipped", now=NOW)
    assert skipped is not None
    store.mark_done(USER, 51, world.nudge, on=TODAY, now=NOW)
    store.undo(USER, 52, skipped.id, now=NOW)
    nudge = store.nudge(USER, world.nudge)
    assert nudge is not None
    assert (nudge.status, nudge.push_at) == ("done", None)
    assert due_pushes(store, NOW.replace(year=2099)) == []


def test_undoing_settings_never_brings_a_slot_that_has_gone_by(store: Store) -> None:
    fill(store)
    paused = store.change_settings(USER, 50, values={"next_nudge_at": None}, now=NOW)
    assert paused is not None
    later = NOW.replace(year=NOW.year + 1)
    slot = later.replace(hour=9) + (later - NOW)
    store.undo(USER, 51, paused.id, now=later - (later - NOW) / 365 * 340, next_slot=lambda _user, _after: slot)
    user = store.user(USER)
    assert user is not None
    assert user.next_nudge_at == slot


def test_an_undo_of_something_else_leaves_a_nudge_that_is_just_due_where_it_is(store: Store) -> None:
    world = fill(store)
    store.change_settings(USER, 50, values={"next_nudge_at": NOW}, now=NOW - WEEK)
    store.archive(USER, 51, world.ana, now=NOW)
    assert store.undo(USER, 52, now=NOW, next_slot=lambda _user, after: after + WEEK) is not None
    user = store.user(USER)
    assert user is not None
    assert user.next_nudge_at == NOW
