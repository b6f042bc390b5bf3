from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from storage import Store
from storage.briefing import Shown, read_briefings
from storage.claiming import Delivered
from storage.models import Nudge
from tests.storage.world import NOW, OTHER, TODAY, USER, WEEK, add, asking, dump, fill, open_user, person, send, settle


def nudge_of(store: Store, nudge_id: int) -> Nudge:
    nudge = store.nudge(USER, nudge_id)
    assert nudge is not None
    return nudge


def test_the_open_nudge_is_the_newest_sent_and_not_answered(store: Store) -> None:
    world = fill(store)
    asked = store.plan_nudge(USER, 7, asking(world.ben), now=NOW)
    assert asked is not None
    still = store.open_nudge(USER)
    assert still is not None
    assert still.id == world.nudge
    settle(store, asked.result["nudge_id"], 80, now=NOW + timedelta(minutes=1))
    newest = store.open_nudge(USER)
    assert newest is not None
    assert newest.id == asked.result["nudge_id"]


def test_a_question_or_a_deleted_contact_s_nudge_is_not_what_done_means(store: Store) -> None:
    fill(store)
    added = store.change_of(USER, 100)
    assert added is not None
    store.undo(USER, 7, added.id, now=NOW)
    send(store, asking(None, kind="names"), seen=NOW + WEEK, message_id=90)
    assert store.open_nudge(USER) is None


def test_later_brings_the_nudge_back_and_skipped_lets_the_contact_rest(store: Store) -> None:
    world = fill(store)
    later = store.answer_nudge(USER, 7, world.nudge, status="later", push_at=NOW + WEEK, now=NOW)
    assert later is not None
    assert (later.kind, later.result) == ("later", {"nudge_id": world.nudge, "contact_id": world.ana})
    assert (nudge_of(store, world.nudge).status, nudge_of(store, world.nudge).push_at) == ("later", NOW + WEEK)
    skipped = store.answer_nudge(USER, 8, world.nudge, status="skipped", snoozed_until=TODAY + WEEK, now=NOW)
    ana = store.contact(USER, world.ana)
    assert skipped is not None
    assert ana is not None
    assert (nudge_of(store, world.nudge).push_at, ana.snoozed_until) == (None, TODAY + WEEK)


@pytest.mark.parametrize("status", ["later", "skipped"])
def test_an_answered_nudge_is_not_answered_otherwise(store: Store, engine: Engine, status: str) -> None:
    world = fill(store)
    store.mark_done(USER, 7, world.nudge, on=TODAY, now=NOW)
    before = dump(engine)
    assert store.answer_nudge(USER, 8, world.nudge, status=status, push_at=NOW + WEEK, now=NOW) is None
    assert store.skip_and_plan(USER, 9, world.nudge, asking(world.ben), now=NOW) is None
    assert dump(engine) == before


def test_an_answer_breaks_the_row_of_unanswered_nudges(store: Store) -> None:
    world = fill(store)
    send(store, asking(world.ben), seen=NOW + WEEK, message_id=78)
    store.answer_nudge(USER, 7, world.nudge, status="skipped", now=NOW)
    user = store.user(USER)
    assert user is not None
    assert user.unanswered == 0


def shown(store: Store, contact_id: int, since: datetime) -> Shown:
    told = store.particulars(USER, contact_id, since)
    assert told is not None
    return told[1]


def test_each_opener_shown_is_remembered(store: Store) -> None:
    world = fill(store)
    change = store.show_opener(USER, 7, world.nudge, opener="Hi", key="second", now=NOW)
    store.show_opener(USER, 8, world.nudge, opener="Hello", key="third", now=NOW)
    assert change is not None
    assert change.result == {"nudge_id": world.nudge, "opener": "Hi", "key": "second"}
    assert nudge_of(store, world.nudge).opener_keys == ["first", "second", "third"]
    assert nudge_of(store, world.nudge).opener == "Hello"
    assert shown(store, world.ana, NOW - WEEK).offered == [(NOW, ["first", "second", "third"])]
    assert shown(store, world.ana, NOW + WEEK).offered == []
    assert shown(store, world.ben, NOW - WEEK).offered == []
    store.plan_nudge(USER, 9, asking(world.ben, opener_keys=["fourth"]), now=NOW)
    assert shown(store, world.ana, NOW).recent == ["fourth", "third", "second"]


def test_someone_else_skips_the_one_and_plans_the_other(store: Store) -> None:
    world = fill(store)
    change = store.skip_and_plan(USER, 7, world.nudge, asking(world.ben), snoozed_until=TODAY + WEEK, now=NOW)
    assert change is not None
    new = nudge_of(store, change.result["nudge_id"])
    assert (change.kind, change.result["old_id"], change.result["contact_id"]) == ("swapped", world.nudge, world.ana)
    assert (new.contact_id, new.status, new.push_at) == (world.ben, "planned", NOW + timedelta(minutes=10))
    assert nudge_of(store, world.nudge).status == "skipped"


def test_with_nobody_else_the_nudge_is_only_skipped(store: Store) -> None:
    world = fill(store)
    change = store.skip_and_plan(USER, 7, world.nudge, None, now=NOW)
    assert change is not None
    assert change.result == {"nudge_id": None, "old_id": world.nudge, "contact_id": world.ana}


def test_nobody_is_nudged_about_another_s_contact(store: Store) -> None:
    fill(store)
    open_user(store, OTHER)
    theirs = add(store, person("Joe Park"), user_id=OTHER)
    assert store.plan_nudge(USER, 7, asking(theirs), now=NOW) is None


def test_the_one_shown_or_reminded_of_last_is_the_one_that_done_means(store: Store) -> None:
    world = fill(store)
    asked = store.plan_nudge(USER, 7, asking(world.ben), now=NOW)
    assert asked is not None
    settle(store, asked.result["nudge_id"], 80, now=NOW)
    store.settle_all([Delivered(world.nudge, 81, is_reminder=True)], NOW + timedelta(days=3))
    reminded_of = store.open_nudge(USER)
    assert reminded_of is not None
    assert reminded_of.id == world.nudge


def test_the_messages_of_a_nudge_are_told_newest_first_and_to_their_user_only(store: Store) -> None:
    world = fill(store)
    open_user(store, OTHER)
    settle(store, world.nudge, 78, now=NOW)
    store.settle_all([Delivered(world.nudge, 81, is_reminder=True)], NOW)
    assert store.nudge_messages(USER, world.nudge, limit=5) == [81, 78, 77]
    assert store.nudge_messages(USER, world.nudge, limit=2) == [81, 78]
    assert store.nudge_messages(OTHER, world.nudge, limit=5) == []


def postponed(store: Store, until: datetime) -> int | None:
    """The nudge that takes the user's slot."""
    user = store.user(USER)
    assert user is not None
    with store.reading() as connection:
        return read_briefings(connection, [user], until)[0].postponed_id


def test_a_postponed_nudge_about_an_archived_contact_does_not_come_back(store: Store) -> None:
    world = fill(store)
    store.answer_nudge(USER, 7, world.nudge, status="later", push_at=NOW + WEEK, now=NOW)
    assert postponed(store, NOW + WEEK) == world.nudge
    assert postponed(store, NOW + WEEK - timedelta(hours=1)) is None
    store.archive(USER, 8, world.ana, now=NOW)
    assert postponed(store, NOW + WEEK) is None


def test_other_words_are_kept_for_their_users_nudge_only(store: Store) -> None:
    world = fill(store)
    nudge = nudge_of(store, world.nudge)
    nudge.reason, nudge.opener, nudge.opener_keys = "It's been a month.", "Hello again!", ["first", "second"]
    assert store.reword_nudge(nudge)
    kept = nudge_of(store, world.nudge)
    assert (kept.reason, kept.opener, kept.opener_keys) == (nudge.reason, nudge.opener, nudge.opener_keys)
    nudge.user_id = OTHER
    assert not store.reword_nudge(nudge)
