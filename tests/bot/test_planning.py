"""What the next nudge would be: whom, why, and in which words."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.planning import UNANSWERED, another_opener, plan, plan_contact, reword
from storage import NewContact, Store
from storage.models import Contact, Nudge, User

USER = 7
MONDAY = datetime(2026, 11, 30, 9, tzinfo=UTC)
WEEK, DAY = timedelta(days=7), timedelta(days=1)
ADDED = MONDAY - 20 * DAY


@pytest.fixture
def store(sqlite_store: Store) -> Store:
    sqlite_store.open_user(USER, language="en", timezone="UTC", next_nudge_at=MONDAY, now=ADDED)
    return sqlite_store


def user_of(store: Store) -> User:
    user = store.user(USER)
    assert user is not None
    return user


def add(store: Store, name: str, *, touched_on: date | None = None, **facts: Any) -> int:
    row: dict[str, Any] = {"user_id": USER, "name": name, "name_key": "", "added_on": ADDED.date(), "created_at": ADDED}
    touch = (touched_on, None) if touched_on else None
    change = store.add_contacts(
        USER, -store.count(USER) - 1, [NewContact(Contact(**row, **facts), touch=touch)], now=ADDED
    )
    assert change is not None
    contact_id: int = change.result["contact_ids"][0]
    return contact_id


def send(store: Store, now: datetime, message_id: int) -> Nudge:
    """The slot at `now` as the sending loop takes it."""
    planned = plan(store, user_of(store), now)
    assert planned is not None
    seen = user_of(store).next_nudge_at
    assert seen is not None
    nudge = store.claim_nudge(USER, seen=seen, next_at=now + WEEK, nudge=planned, now=now)
    assert nudge is not None
    assert store.settle_sent(nudge.id or 0, message_id=message_id, remind_at=None, now=now)
    return nudge


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


# In which words


def test_for_a_year_nobody_reads_the_same_opener_twice(store: Store) -> None:
    for number in range(5):
        add(store, f"Contact {number}", cadence_days=30)
    shown: dict[int | None, list[str]] = {}
    for number in range(52):
        now = MONDAY + number * WEEK
        nudge = send(store, now, number + 1)
        shown.setdefault(nudge.contact_id, []).extend(nudge.opener_keys)
        store.mark_done(USER, 1000 + number, nudge.id or 0, on=now.date(), now=now)
    assert len(shown) == 5
    assert all(len(keys) == len(set(keys)) for keys in shown.values())


def test_another_opener_is_never_one_of_those_shown_while_there_are_others(store: Store) -> None:
    add(store, "Ana Ruiz")
    nudge = send(store, MONDAY, 1)
    for number in range(5):
        found = another_opener(store, user_of(store), nudge, MONDAY.date())
        assert found is not None
        opener, key = found
        assert key not in nudge.opener_keys
        assert "{" not in opener
        store.show_opener(USER, 100 + number, nudge.id or 0, opener=opener, key=key, now=MONDAY)
        kept = store.nudge(USER, nudge.id or 0)
        assert kept is not None
        nudge = kept
    assert len(set(nudge.opener_keys)) == 6


def test_another_opener_is_there_for_a_nudge_that_was_put_off(store: Store) -> None:
    add(store, "Ana Ruiz")
    nudge = send(store, MONDAY, 1)
    back = MONDAY + 3 * DAY
    store.answer_nudge(USER, 1, nudge.id or 0, status="later", push_at=back, snoozed_until=back.date(), now=MONDAY)
    assert another_opener(store, user_of(store), nudge, MONDAY.date()) is not None


def test_there_is_no_other_opener_for_somebody_who_is_gone(store: Store) -> None:
    add(store, "Ana Ruiz")
    nudge = send(store, MONDAY, 1)
    adding = store.change_of(USER, -1)
    assert adding is not None
    assert store.undo(USER, 5, adding.id, now=MONDAY) is not None
    assert another_opener(store, user_of(store), nudge, MONDAY.date()) is None


# Again on a later day


def test_on_its_own_day_a_nudge_keeps_its_words(store: Store) -> None:
    add(store, "Ana Ruiz", birthday="--12-01")
    assert reword(store, user_of(store), send(store, MONDAY, 1), MONDAY.date()) is None


def test_on_a_later_day_the_reason_is_that_days_and_a_good_opener_stays(store: Store) -> None:
    add(store, "Ana Ruiz", cadence_days=30, touched_on=date(2026, 8, 1))
    nudge = send(store, MONDAY, 1)
    reworded = reword(store, user_of(store), nudge, (MONDAY + 3 * DAY).date())
    assert reworded is not None
    assert (reworded.reason_kind, reworded.opener) == ("overdue", nudge.opener)


def test_a_birthday_that_went_by_takes_its_opener_with_it(store: Store) -> None:
    add(store, "Ana Ruiz", cadence_days=30, touched_on=date(2026, 8, 1), birthday="--12-01")
    nudge = send(store, MONDAY, 1)
    assert "birthday" in nudge.reason
    reworded = reword(store, user_of(store), nudge, (MONDAY + 3 * DAY).date())
    assert reworded is not None
    assert re.search("birthday (was )?on Tuesday 1 December", reworded.reason)
    assert reworded.opener_keys[-1].startswith("birthday_past")
    later = reword(store, user_of(store), nudge, (MONDAY + 5 * DAY).date())
    assert later is not None
    assert "birthday" not in f"{later.reason} {later.opener}".lower()
    assert len(reworded.opener_keys) == 2
    assert store.reword_nudge(reworded)
    kept = store.nudge(USER, nudge.id or 0)
    assert kept is not None
    assert (kept.reason, kept.opener) == (reworded.reason, reworded.opener)


def test_a_nudge_put_off_says_who_asked_for_it(store: Store) -> None:
    add(store, "Ana Ruiz", cadence_days=30, touched_on=date(2026, 11, 20))
    nudge = send(store, MONDAY, 1)
    back = MONDAY + 3 * DAY
    store.answer_nudge(USER, 1, nudge.id or 0, status="later", push_at=back, snoozed_until=back.date(), now=MONDAY)
    put_off = store.nudge(USER, nudge.id or 0)
    assert put_off is not None
    reworded = reword(store, user_of(store), put_off, (MONDAY + 3 * DAY).date())
    assert reworded is not None
    assert reworded.reason == "You asked me to bring Ana back today."
