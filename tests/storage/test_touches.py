from datetime import timedelta

import pytest

from storage import Card, Store
from storage.models import Nudge
from tests.storage.world import NOW, OTHER, TODAY, USER, WEEK, add, asking, claim, fill, open_user, person, send


def card_of(store: Store, contact_id: int) -> Card:
    card = store.card(USER, contact_id)
    assert card is not None
    return card


def nudge_of(store: Store, nudge_id: int) -> Nudge:
    nudge = store.nudge(USER, nudge_id)
    assert nudge is not None
    return nudge


def test_done_counts_a_touch_and_moves_the_due_day(store: Store) -> None:
    world = fill(store)
    change = store.mark_done(USER, 7, world.nudge, on=TODAY, channel="message", note="a new job", now=NOW)
    card = card_of(store, world.ana)
    assert change is not None
    assert change.result == {
        "nudge_id": world.nudge,
        "contact_id": world.ana,
        "touch_id": card.touches[0].id,
        "note_id": card.notes[0].id,
    }
    assert (card.touches[0].nudge_id, card.touches[0].note, card.notes[0].text) == (
        world.nudge,
        "a new job",
        "a new job",
    )
    assert (card.contact.last_touch_on, card.contact.next_due_on) == (TODAY, TODAY + timedelta(days=30))
    done = nudge_of(store, world.nudge)
    assert (done.status, done.push_at, done.answered_at) == ("done", None, NOW)


def test_a_second_done_of_the_same_nudge_meets_nothing(store: Store) -> None:
    world = fill(store)
    store.mark_done(USER, 7, world.nudge, on=TODAY, now=NOW)
    assert store.mark_done(USER, 8, world.nudge, on=TODAY, now=NOW) is None
    assert len(card_of(store, world.ana).touches) == 1


@pytest.mark.parametrize("status", ["planned", "sent", "later", "expired", "skipped"])
def test_a_nudge_can_be_done_late(store: Store, status: str) -> None:
    world = fill(store)
    nudge_id = world.nudge
    if status in ("later", "skipped"):
        store.answer_nudge(USER, 6, nudge_id, status=status, push_at=NOW + WEEK, snoozed_until=TODAY + WEEK, now=NOW)
    elif status == "expired":
        send(store, asking(world.ben), seen=NOW + WEEK, message_id=78)
    elif status == "planned":
        nudge_id = claim(store, asking(world.ana), seen=NOW + WEEK).id or 0
    assert nudge_of(store, nudge_id).status == status
    assert store.mark_done(USER, 7, nudge_id, on=TODAY, now=NOW) is not None
    user = store.user(USER)
    assert user is not None
    assert (nudge_of(store, nudge_id).status, nudge_of(store, nudge_id).push_at) == ("done", None)
    assert card_of(store, world.ana).contact.snoozed_until is None
    assert user.unanswered == 0


def test_a_question_cannot_be_done(store: Store) -> None:
    open_user(store)
    nudge_id = send(store, asking(None, kind="names"))
    assert store.mark_done(USER, 7, nudge_id, on=TODAY, now=NOW) is None


def test_a_touch_dated_before_the_last_does_not_move_the_due_day(store: Store) -> None:
    world = fill(store)
    before = card_of(store, world.ben).contact
    store.log_touches(USER, 7, [world.ben], on=TODAY - 20 * WEEK, now=NOW)
    after = card_of(store, world.ben).contact
    assert (after.last_touch_on, after.next_due_on) == (before.last_touch_on, before.next_due_on)


def test_one_sentence_about_two_people_is_two_touches(store: Store) -> None:
    world = fill(store)
    change = store.log_touches(
        USER, 7, [world.ben, world.ana, world.ben], on=TODAY, channel="meeting", note="coffee", now=NOW
    )
    assert change is not None
    assert change.kind == "touched"
    assert change.result["contact_ids"] == [world.ben, world.ana]
    assert len(change.result["touch_ids"]) == len(change.result["note_ids"]) == 2
    assert change.result["nudge_ids"] == [world.nudge]
    assert [touch.channel for touch in card_of(store, world.ana).touches] == ["meeting"]


def test_a_touch_answers_the_nudge_that_waits_for_it(store: Store) -> None:
    world = fill(store)
    store.log_touches(USER, 7, [world.ana], on=TODAY, now=NOW)
    assert nudge_of(store, world.nudge).status == "done"
    assert card_of(store, world.ana).touches[0].nudge_id == world.nudge
    assert store.open_nudge(USER) is None


def test_a_touch_answers_a_nudge_that_may_have_arrived_though_nobody_told(store: Store) -> None:
    open_user(store)
    contact_id = add(store, person())
    nudge_id = claim(store, asking(contact_id)).id or 0
    store.log_touches(USER, 7, [contact_id], on=TODAY, now=NOW)
    assert (nudge_of(store, nudge_id).status, nudge_of(store, nudge_id).push_at) == ("done", None)


def test_a_touch_answers_an_expired_nudge_only_when_it_is_meant(store: Store) -> None:
    world = fill(store)
    send(store, asking(world.ben), seen=NOW + WEEK, message_id=78)
    store.log_touches(USER, 7, [world.ana], on=TODAY, now=NOW)
    assert nudge_of(store, world.nudge).status == "expired"
    store.log_touches(USER, 8, [world.ana], on=TODAY, nudge_id=world.nudge, now=NOW)
    assert nudge_of(store, world.nudge).status == "done"


def test_ids_of_another_are_left_out(store: Store) -> None:
    world = fill(store)
    open_user(store, OTHER)
    theirs = add(store, person("Joe Park"), user_id=OTHER)
    change = store.log_touches(USER, 7, [theirs, world.ben], on=TODAY, now=NOW)
    assert change is not None
    assert change.result["contact_ids"] == [world.ben]
    assert store.log_touches(USER, 8, [theirs], on=TODAY, now=NOW) is None


def test_everybody_of_a_touch_gets_the_tags_of_its_words(store: Store) -> None:
    world = fill(store)
    change = store.log_touches(
        USER, 7, [world.ana, world.ben], on=TODAY, note="at the #chess club", tags=["chess"], now=NOW
    )
    assert change is not None
    assert change.result["tags"] == ["chess"]
    assert all("chess" in card.tags for card in store.cards(USER, [world.ana, world.ben]))
    store.undo(USER, 8, now=NOW)
    assert not any("chess" in card.tags for card in store.cards(USER, [world.ana, world.ben]))
