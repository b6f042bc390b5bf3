from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from storage import Store
from storage.briefing import Briefing
from storage.claiming import Decision
from storage.models import Nudge, User
from tests.storage.world import (
    NOW,
    TODAY,
    USER,
    WEEK,
    add,
    asking,
    claim,
    due_pushes,
    dump,
    fill,
    open_user,
    person,
    send,
)

MINUTES = timedelta(minutes=10)
LATER = NOW + WEEK


def user_of(store: Store, user_id: int = USER) -> User:
    user = store.user(user_id)
    assert user is not None
    return user


def nudge_of(store: Store, nudge_id: int) -> Nudge:
    nudge = store.nudge(USER, nudge_id)
    assert nudge is not None
    return nudge


def test_due_users_come_the_longest_due_first_and_not_before_their_time(store: Store) -> None:
    for user_id, minutes in ((1, -1), (2, -30), (3, 0), (4, 1)):
        open_user(store, user_id, NOW + timedelta(minutes=minutes))
    open_user(store, 5, None)
    assert [user_id for user_id, _ in store.due_users(NOW, 10)] == [2, 1, 3]
    assert store.due_users(NOW, 1) == [(2, NOW - timedelta(minutes=30))]


def test_a_claim_moves_the_slot_and_plans_the_nudge(store: Store) -> None:
    open_user(store)
    ana = add(store, person())
    claimed = claim(store, asking(ana, opener="Hello Ana", reason_kind="overdue", reason="30 days"))
    assert claimed.id is not None
    assert (claimed.status, claimed.push_at, claimed.user_id) == ("planned", NOW + MINUTES, USER)
    assert nudge_of(store, claimed.id).opener == "Hello Ana"
    assert user_of(store).next_nudge_at == NOW + WEEK


def test_of_ten_at_once_one_claims_the_slot(store: Store, engine: Engine) -> None:
    open_user(store)
    ana = add(store, person())

    def decide(briefings: Sequence[Briefing], _: object) -> list[Decision]:
        return [Decision(each.user, LATER, asking(ana)) for each in briefings]

    with ThreadPoolExecutor(10) as pool:
        claims = list(pool.map(lambda _: store.claim_due(NOW, 1, decide, postponed_until=NOW)[1], range(10)))
    (claimed,) = [nudge for claim in claims for _, nudge in claim]
    assert [row["id"] for row in dump(engine)["nudges"]] == [claimed.id]


def test_of_ten_at_once_one_claims_the_push(store: Store) -> None:
    world = fill(store)
    seen = NOW + timedelta(days=3)
    with ThreadPoolExecutor(10) as pool:
        claimed = list(pool.map(lambda _: store.claim_push(world.nudge, seen=seen, now=seen), range(10)))
    assert [nudge.id for nudge in claimed if nudge is not None] == [world.nudge]


def test_a_lost_race_writes_nothing(store: Store, engine: Engine) -> None:
    world = fill(store)
    before = dump(engine)
    assert store.claim_push(world.nudge, seen=NOW, now=NOW) is None
    assert not store.put_off_user(USER, seen=NOW, until=LATER)
    assert dump(engine) == before


def test_without_a_nudge_only_the_slot_moves(store: Store) -> None:
    world = fill(store)

    def decide(briefings: Sequence[Briefing], _: object) -> list[Decision]:
        return [Decision(each.user, LATER + WEEK) for each in briefings]

    assert store.claim_due(LATER, 1, decide, postponed_until=LATER) == (1, [])
    assert user_of(store).next_nudge_at == LATER + WEEK
    assert nudge_of(store, world.nudge).status == "sent"


def test_what_was_not_answered_expires_with_the_next_nudge_and_is_counted(store: Store) -> None:
    world = fill(store)
    send(store, asking(world.ben), seen=LATER, message_id=78)
    expired = nudge_of(store, world.nudge)
    assert (expired.status, expired.push_at) == ("expired", None)
    assert user_of(store).unanswered == 1
    claim(store, asking(world.ana), seen=LATER + WEEK)
    assert user_of(store).unanswered == 2


def test_a_postponed_nudge_does_not_expire_and_an_unsent_one_makes_room_for_the_next(store: Store) -> None:
    world = fill(store)
    store.answer_nudge(USER, 7, world.nudge, status="later", push_at=LATER + WEEK, now=NOW)
    unsent = claim(store, asking(world.ben), seen=LATER)
    newest = claim(store, asking(world.ana), seen=LATER + WEEK)
    assert nudge_of(store, world.nudge).status == "later"
    assert (nudge_of(store, unsent.id or 0).status, nudge_of(store, newest.id or 0).status) == ("expired", "planned")
    assert user_of(store).unanswered == 0


def test_the_question_for_names_is_remembered_and_asked_anew_after_somebody_is_added(store: Store) -> None:
    open_user(store)
    claim(store, asking(None, kind="names"))
    assert user_of(store).asked_for_names_at == NOW
    add(store, person())
    assert user_of(store).asked_for_names_at is None


def test_the_question_of_pace_starts_the_count_anew_and_does_not_count_itself(store: Store) -> None:
    fill(store)
    send(store, asking(None, kind="pace"), seen=LATER)
    assert user_of(store).unanswered == 0
    claim(store, asking(None, kind="names"), seen=LATER + WEEK)
    assert user_of(store).unanswered == 0


def retake(store: Store, nudge_id: int) -> list[Nudge]:
    """Take the user's slot for a nudge that they put off."""

    def decide(briefings: Sequence[Briefing], _: object) -> list[Decision]:
        return [Decision(each.user, LATER + WEEK, retake_id=nudge_id) for each in briefings]

    return [nudge for _, nudge in store.claim_due(LATER, 1, decide, postponed_until=LATER)[1]]


def test_a_postponed_nudge_takes_the_slot_itself(store: Store) -> None:
    world = fill(store)
    store.answer_nudge(USER, 7, world.nudge, status="later", push_at=LATER, now=NOW)
    (retaken,) = retake(store, world.nudge)
    assert (retaken.id, retaken.status, retaken.push_at) == (world.nudge, "planned", LATER + MINUTES)
    assert user_of(store).next_nudge_at == LATER + WEEK


def test_a_nudge_that_is_not_postponed_cannot_take_the_slot(store: Store, engine: Engine) -> None:
    world = fill(store)
    before = dump(engine)
    assert retake(store, world.nudge) == []
    assert dump(engine) == before


def test_a_nudge_that_was_claimed_and_never_sent_is_due_again_after_ten_minutes(store: Store) -> None:
    open_user(store)
    planned = claim(store, asking(add(store, person())))
    assert due_pushes(store, NOW + timedelta(minutes=9)) == []
    assert due_pushes(store, NOW + MINUTES) == [(planned.id, USER, NOW + MINUTES)]
    again = store.claim_push(planned.id or 0, seen=NOW + MINUTES, now=NOW + MINUTES)
    assert again is not None
    assert again.push_at == NOW + 2 * MINUTES


def test_a_nudge_that_was_answered_is_not_pushed(store: Store) -> None:
    world = fill(store)
    remind_at = NOW + timedelta(days=3)
    assert due_pushes(store, remind_at) == [(world.nudge, USER, remind_at)]
    store.mark_done(USER, 7, world.nudge, on=TODAY, now=NOW)
    assert due_pushes(store, remind_at) == []
    assert store.claim_push(world.nudge, seen=remind_at, now=remind_at) is None


def test_an_archived_contact_is_not_pushed_and_is_again_after_an_undo(store: Store) -> None:
    world = fill(store)
    remind_at = NOW + timedelta(days=3)
    store.archive(USER, 7, world.ana, now=NOW)
    assert due_pushes(store, remind_at) == []
    assert store.claim_push(world.nudge, seen=remind_at, now=remind_at) is None
    store.undo(USER, 8, now=NOW)
    assert len(due_pushes(store, remind_at)) == 1


@pytest.mark.parametrize("pause", [{"paused_until": LATER}, {"next_nudge_at": None}])
def test_in_a_pause_nothing_goes_out_but_what_was_asked_for(store: Store, pause: dict[str, object]) -> None:
    world = fill(store)
    store.change_settings(USER, 7, values=pause, now=NOW)
    asked = store.plan_nudge(USER, 8, asking(world.ben), now=NOW)
    assert asked is not None
    pushed = [nudge_id for nudge_id, _, _ in due_pushes(store, NOW + timedelta(days=3))]
    assert pushed == [asked.result["nudge_id"]]


def test_what_a_pause_holds_back_wants_to_go_out_at_its_end(store: Store) -> None:
    fill(store)
    store.change_settings(USER, 7, values={"paused_until": LATER, "next_nudge_at": LATER + WEEK}, now=NOW)
    assert store.next_push() == LATER
    store.change_settings(USER, 8, values={"paused_until": None, "next_nudge_at": None}, now=NOW)
    assert store.next_push() is None


def test_a_claimed_push_can_be_given_back_sooner(store: Store) -> None:
    world = fill(store)
    seen = NOW + timedelta(days=3)
    claimed = store.claim_push(world.nudge, seen=seen, now=seen)
    assert claimed is not None
    assert store.release_push(world.nudge, seen=claimed.push_at, until=seen + timedelta(seconds=20))
    assert not store.release_push(world.nudge, seen=claimed.push_at, until=seen)
    assert due_pushes(store, seen + timedelta(seconds=20)) != []
    store.mark_done(USER, 7, world.nudge, on=TODAY, now=NOW)
    assert not store.release_push(world.nudge, seen=None, until=seen)


def test_a_user_is_put_off(store: Store) -> None:
    open_user(store)
    assert store.put_off_user(USER, seen=NOW, until=NOW + timedelta(hours=1))
    assert store.due_users(NOW, 10) == []
    assert user_of(store).next_nudge_at == NOW + timedelta(hours=1)


def test_a_user_who_cannot_be_reached_is_sent_nothing_until_they_write(store: Store) -> None:
    world = fill(store)
    assert store.set_unreachable(USER, NOW)
    assert not store.set_unreachable(USER, NOW + WEEK)
    assert store.due_users(NOW + 10 * WEEK, 10) == []
    assert due_pushes(store, NOW + 10 * WEEK) == []
    assert nudge_of(store, world.nudge).status == "sent"
    open_user(store, next_nudge_at=NOW + 2 * WEEK)
    assert user_of(store).unreachable_at is None
    assert store.due_users(NOW + 2 * WEEK, 10) == [(USER, NOW + 2 * WEEK)]
