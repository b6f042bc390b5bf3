"""What the next nudge would be: whom, why, and in which words."""

from datetime import date, timedelta

import pytest
from sqlalchemy import insert

from bot.planning import UNANSWERED, plan_contact
from storage import Store
from storage.tables import PROMISES
from tests.planned import ADDED, DAY, MONDAY, USER, WEEK, add, plan, send, user_of


@pytest.fixture
def store(sqlite_store: Store) -> Store:
    sqlite_store.open_user(USER, language="en", timezone="UTC", next_nudge_at=MONDAY, now=ADDED)
    return sqlite_store


# Whom, and why


def test_the_reason_that_is_read_is_the_one_that_decided(store: Store) -> None:
    add(store, "Ana Ruiz", cadence_days=30, touched_on=date(2026, 9, 1))
    add(store, "Ben Okafor", cadence_days=30, touched_on=date(2026, 11, 25), birthday="--12-02")
    planned = plan_contact(store, user_of(store), MONDAY)
    assert planned is not None
    assert (planned.contact_id, planned.reason_kind) == (2, "birthday")
    assert "Ben" in planned.reason
    assert "birthday" in planned.reason
    without = plan_contact(store, user_of(store), MONDAY, skip={2})
    assert without is not None
    assert (without.contact_id, without.reason_kind) == (1, "overdue")
    assert "every month" in without.reason


def test_a_promise_due_this_week_comes_before_people_who_are_late(store: Store) -> None:
    add(store, "Ben Okafor", cadence_days=30, touched_on=date(2026, 9, 1))
    ana = add(store, "Ana Ruiz", cadence_days=365, touched_on=date(2026, 11, 1))
    promised = {"user_id": USER, "contact_id": ana, "text": "send the report", "due_on": date(2026, 12, 2)}
    with store.engine.begin() as connection:
        connection.execute(insert(PROMISES), [{**promised, "created_at": ADDED}])
    planned = plan_contact(store, user_of(store), MONDAY)
    assert planned is not None
    assert (planned.contact_id, planned.reason_kind) == (ana, "promise")
    assert "send the report" in planned.reason


def test_an_event_that_was_noted_comes_before_people_who_are_late(store: Store) -> None:
    add(store, "Ana Ruiz", cadence_days=30, touched_on=date(2026, 9, 1))
    ben = add(store, "Ben Okafor", cadence_days=365, touched_on=date(2026, 11, 1))
    assert store.add_note(USER, 50, ben, "exam on 4 December", on=date(2026, 11, 20), now=MONDAY)
    planned = plan_contact(store, user_of(store), MONDAY)
    assert planned is not None
    assert (planned.contact_id, planned.reason_kind) == (ben, "event")
    assert "exam" in planned.reason


def test_days_are_counted_in_the_users_zone(store: Store) -> None:
    add(store, "Ana Ruiz", birthday="--12-01")
    store.change_settings(USER, 1, values={"timezone": "Pacific/Auckland"}, now=MONDAY)
    planned = plan_contact(store, user_of(store), MONDAY + timedelta(hours=3))
    assert planned is not None
    assert "today" in planned.reason.lower()


def test_nobody_is_planned_where_nobody_may_be(store: Store) -> None:
    add(store, "Ana Ruiz", status="archived")
    add(store, "Ben Okafor", status="inbox")
    add(store, "Grace Lim", snoozed_until=date(2026, 12, 1))
    assert plan_contact(store, user_of(store), MONDAY) is None


def test_with_nobody_there_the_question_for_names_comes_once(store: Store) -> None:
    assert send(store, MONDAY, 1).kind == "names"
    assert plan(store, user_of(store), MONDAY + WEEK) is None
    add(store, "Ana Ruiz")
    again = plan(store, user_of(store), MONDAY + WEEK)
    assert again is not None
    assert again.kind == "contact"


def test_with_people_but_nobody_to_name_the_slot_moves_on(store: Store) -> None:
    add(store, "Ana Ruiz", cadence_days=30, touched_on=(MONDAY - 2 * DAY).date())
    assert plan(store, user_of(store), MONDAY) is None
    assert plan(store, user_of(store), MONDAY + WEEK) is not None


def test_somebody_who_died_is_passed_over(store: Store) -> None:
    tom = add(store, "Tom Ray", cadence_days=30, touched_on=date(2026, 9, 1))
    assert store.add_note(USER, 50, tom, "Tom died in October", on=MONDAY.date(), now=MONDAY)
    assert plan(store, user_of(store), MONDAY) is None
    add(store, "Ana Ruiz")
    planned = plan(store, user_of(store), MONDAY)
    assert planned is not None
    assert "Ana" in planned.reason


def test_after_so_many_unanswered_the_question_about_the_pace_comes_instead(store: Store) -> None:
    for number in range(4):
        add(store, f"Contact {number}")
    kinds = [send(store, MONDAY + number * WEEK, number + 1).kind for number in range(UNANSWERED + 2)]
    assert kinds == ["contact"] * UNANSWERED + ["pace", "contact"]
