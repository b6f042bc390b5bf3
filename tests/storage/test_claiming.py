"""Slots and pushes taken many at a time: the same rows as one by one, with as many statements for fifty as for five."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert

from storage import Store
from storage.briefing import Briefing
from storage.claiming import Decision, Delivered, Particulars
from storage.models import Nudge, User
from storage.tables import NOTES, NUDGES, PROMISES, TOUCHES
from tests.storage.test_query_plans import is_planned, listening
from tests.storage.world import NOW, OTHER, TODAY, USER, WEEK, add, asking, fill, open_user, person, send

LATER = NOW + WEEK
MINUTES = timedelta(minutes=10)
HOUR = timedelta(hours=1)


def about_the_first(briefings: Sequence[Briefing], particulars: Particulars) -> list[Decision]:
    """A nudge about each user's first contact; a question for names where there is none."""
    chosen = {each.user.id: min(one.id for one in each.candidates) for each in briefings if each.candidates}
    told = particulars(chosen, NOW - 52 * WEEK)
    return [
        Decision(
            each.user, LATER, asking(told[each.user.id][0].contact.id if each.user.id in told else None,
                                     user_id=each.user.id, kind="contact" if each.user.id in told else "names"),
        )
        for each in briefings
    ]  # fmt: skip


def take(store: Store, limit: int = 100, **more: Any) -> list[tuple[User, Nudge]]:
    return store.claim_due(NOW, limit, about_the_first, postponed_until=NOW + HOUR, **more)[1]


def gather(store: Store, users: int) -> list[int]:
    """So many users with three contacts, of whom some is noted; all are due, one second after the other."""
    ids = [1000 + number for number in range(users)]
    for place, user_id in enumerate(ids):
        open_user(store, user_id, NOW - timedelta(seconds=users - place))
        first = add(
            store, person(f"Ana Ruiz {user_id}"), user_id=user_id, tags=("pycon",), notes=("an exam on Friday",)
        )
        others = [add(store, person(name), user_id=user_id, update_id=-2 - n) for n, name in enumerate(("Ben", "Zed"))]
        with store.engine.begin() as connection:
            rows: dict[str, Any] = {"user_id": user_id, "contact_id": first, "created_at": NOW}
            connection.execute(insert(PROMISES).values(**rows, text="send the book"))
            connection.execute(insert(NOTES).values(**rows, text="sails", noted_on=TODAY))
            connection.execute(insert(TOUCHES).values(**rows, touched_on=TODAY, reply="no", note="tea"))
            sent = {
                **rows,
                "contact_id": others[0],
                "kind": "contact",
                "status": "sent",
                "reason_kind": "",
                "reason": "",
            }
            connection.execute(insert(NUDGES).values(**sent, opener="", opener_keys=["first"], sent_at=NOW - WEEK))
    return ids


def test_the_longest_due_are_taken_first_and_their_slots_move(store: Store) -> None:
    ids = gather(store, 5)
    assert [user.id for user, _ in take(store, 3)] == ids[:3]
    assert [user_id for user_id, _ in store.due_users(NOW, 10)] == ids[3:]
    assert all((user := store.user(user_id)) is not None and user.next_nudge_at == LATER for user_id in ids[:3])


def test_of_many_at_once_the_nudges_are_planned_and_what_was_unanswered_expires(store: Store) -> None:
    ids = gather(store, 3)
    for (user, nudge), user_id in zip(take(store), ids, strict=True):
        assert (user.id, nudge.user_id, nudge.status, nudge.push_at) == (user_id, user_id, "planned", NOW + MINUTES)
        assert store.nudge(user_id, nudge.id or 0) == nudge
        after = store.user(user_id)
        assert after is not None
        assert after.unanswered == 1
        briefing = store.briefing(user_id)
        assert briefing is not None
        assert briefing.open_ids == [nudge.id]


def test_a_batch_takes_as_many_statements_for_fifty_as_for_five(store: Store) -> None:
    taken = []
    gather(store, 55)
    for users in (5, 50):
        with listening(store.engine) as heard:
            claimed = take(store, users)
            delivered = [Delivered(nudge.id or 0, nudge.id or 0, LATER) for _, nudge in claimed]
            store.settle_all(delivered, NOW)
        assert len(claimed) == users
        taken.append([statement for statement, _ in heard if is_planned((statement, ()))])
    assert len(taken[0]) == len(taken[1]) < 40


def test_two_processes_share_the_work(store: Store) -> None:
    ids = gather(store, 40)
    with ThreadPoolExecutor(4) as pool:
        claims = list(pool.map(lambda _: take(store, 10), range(8)))
    assert sorted(user.id for claim in claims for user, _ in claim) == ids
    assert store.due_users(NOW, 10) == []


def test_whom_nothing_is_decided_about_stays_due(store: Store) -> None:
    ids = gather(store, 2)

    def leave_out(briefings: Sequence[Briefing], particulars: Particulars) -> list[Decision]:
        return about_the_first(briefings, particulars)[1:]

    assert store.claim_due(NOW, 10, leave_out, postponed_until=NOW)[0] == 2
    assert [user_id for user_id, _ in store.due_users(NOW, 10)] == ids[:1]


def test_a_briefing_tells_of_one_user_alone(store: Store) -> None:
    world = fill(store)
    open_user(store, OTHER)
    add(store, person("Joe Park"), user_id=OTHER)
    briefing = store.briefing(USER)
    assert briefing is not None
    assert {each.id for each in briefing.candidates} == {world.ana, world.ben}
    assert briefing.candidates != []
    assert sorted(briefing.candidates, key=lambda one: one.id) == sorted(store.candidates(USER), key=lambda one: one.id)
    assert briefing.nudged_on == store.nudged_on(USER)
    assert (briefing.is_waiting, briefing.unanswered, briefing.open_ids) == (True, 1, [world.nudge])
    assert store.particulars(OTHER, world.ana, NOW - WEEK) is None
    assert store.briefing(12) is None


# Settling


def test_many_sent_nudges_wait_for_their_reminders(store: Store) -> None:
    gather(store, 3)
    claimed = take(store)
    store.settle_all([Delivered(nudge.id or 0, 70 + place, LATER) for place, (_, nudge) in enumerate(claimed)], NOW)
    for place, (user, nudge) in enumerate(claimed):
        sent = store.nudge_by_message(user.id, 70 + place)
        assert sent is not None
        assert (sent.id, sent.status, sent.sent_at, sent.push_at) == (nudge.id, "sent", NOW, LATER)


def test_a_user_erased_meanwhile_keeps_no_other_s_nudge_from_being_settled(store: Store) -> None:
    gather(store, 2)
    (gone, lost), (user, nudge) = take(store)
    store.erase(gone.id)
    store.settle_all([Delivered(lost.id or 0, 70), Delivered(nudge.id or 0, 71)], NOW)
    settled = store.nudge(user.id, nudge.id or 0)
    assert settled is not None
    assert settled.status == "sent"


def test_what_was_answered_on_its_way_stays_answered(store: Store) -> None:
    gather(store, 1)
    ((user, nudge),) = take(store)
    store.mark_done(user.id, 7, nudge.id or 0, on=TODAY, now=NOW)
    store.settle_all([Delivered(nudge.id or 0, 70, LATER)], NOW)
    settled = store.nudge_by_message(user.id, 70)
    assert settled is not None
    assert (settled.status, settled.push_at) == ("done", None)


def test_a_reminder_is_the_only_one(store: Store) -> None:
    world = fill(store)
    store.settle_all([Delivered(world.nudge, 91, is_reminder=True)], NOW + HOUR)
    reminded = store.nudge(USER, world.nudge)
    assert reminded is not None
    assert (reminded.status, reminded.reminded_at, reminded.push_at) == ("sent", NOW + HOUR, None)


# Pushes


def test_pushes_are_taken_once_with_their_users(store: Store) -> None:
    world = fill(store)
    due = NOW + timedelta(days=3)
    assert store.claim_pushes(due - MINUTES, 10) == []
    ((user, nudge, seen),) = store.claim_pushes(due, 10)
    assert (user.id, nudge.id, nudge.push_at, seen) == (USER, world.nudge, due + MINUTES, due)
    assert store.claim_pushes(due, 10) == []
    assert len(store.claim_pushes(due + MINUTES, 10)) == 1


def test_what_is_long_due_is_left_to_those_who_look_back(store: Store) -> None:
    fill(store)
    due = NOW + timedelta(days=3)
    assert store.claim_pushes(due + HOUR, 10, since=due) == []
    assert len(store.claim_pushes(due + HOUR, 10, since=due - HOUR)) == 1


def test_nudges_given_back_go_out_when_told_unless_somebody_else_has_them(store: Store) -> None:
    gather(store, 2)
    (user, nudge), (other, settled) = take(store)
    store.settle_all([Delivered(settled.id or 0, 70, LATER)], NOW)
    store.release_all([(nudge.id or 0, nudge.push_at), (settled.id or 0, settled.push_at)], NOW + HOUR)
    kept, sent = store.nudge(user.id, nudge.id or 0), store.nudge(other.id, settled.id or 0)
    assert kept is not None
    assert sent is not None
    assert (kept.push_at, sent.push_at) == (NOW + HOUR, LATER)


@pytest.mark.parametrize("limit", [1, 100])
def test_nothing_is_taken_when_nobody_is_due(store: Store, limit: int) -> None:
    open_user(store, USER, LATER)
    world_before = store.user(USER)
    assert take(store, limit) == []
    assert store.user(USER) == world_before


def retake(briefings: Sequence[Briefing], _: Particulars) -> list[Decision]:
    return [Decision(each.user, LATER + WEEK, retake_id=each.postponed_id) for each in briefings]


@pytest.mark.parametrize("before_slot", [timedelta(), MINUTES])
def test_a_nudge_that_comes_back_with_the_slot_is_left_to_it(store: Store, before_slot: timedelta) -> None:
    """Taken as a push, it would still stand as put off while it is on its way, and whoever takes the slot would take it."""
    open_user(store)
    nudge_id = send(store, asking(add(store, person())))
    comes_back = LATER - before_slot
    store.answer_nudge(USER, 7, nudge_id, status="later", push_at=comes_back, now=NOW)
    assert store.claim_pushes(comes_back, 5) == []
    ((_, again),) = store.claim_due(LATER, 5, retake, postponed_until=LATER + HOUR)[1]
    assert again.id == nudge_id


def test_a_nudge_that_comes_back_well_before_the_slot_is_not_left_to_it(store: Store) -> None:
    open_user(store)
    nudge_id = send(store, asking(add(store, person())))
    comes_back = LATER - MINUTES - timedelta(seconds=1)
    store.answer_nudge(USER, 7, nudge_id, status="later", push_at=comes_back, now=NOW)
    assert [nudge.id for _, nudge, _ in store.claim_pushes(comes_back, 5)] == [nudge_id]


def test_a_nudge_that_was_put_off_takes_the_slot(store: Store) -> None:
    open_user(store)
    ana = add(store, person())
    nudge_id = send(store, asking(ana))
    store.answer_nudge(USER, 7, nudge_id, status="later", push_at=LATER + HOUR, now=NOW)
    ((_, again),) = store.claim_due(LATER, 5, retake, postponed_until=LATER + HOUR)[1]
    assert (again.id, again.status, again.push_at) == (nudge_id, "planned", LATER + MINUTES)
