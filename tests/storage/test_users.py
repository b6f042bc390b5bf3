from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, time, timedelta

import pytest

from storage import Step, Store
from storage.models import User
from tests.storage.world import NOW, USER, WEEK, asking, fill, open_user, send


def user_of(store: Store) -> User:
    user = store.user(USER)
    assert user is not None
    return user


def test_a_user_is_made_once_and_keeps_what_they_chose(store: Store) -> None:
    assert store.user(USER) is None
    made = store.open_user(USER, language="es", timezone="Europe/Madrid", next_nudge_at=NOW, now=NOW)
    assert (made.language, made.timezone, made.nudge_time, made.nudge_weekday) == ("es", "Europe/Madrid", time(9), 0)
    store.change_settings(USER, 1, values={"timezone": "Asia/Tokyo"}, now=NOW)
    again = store.open_user(USER, language="en", timezone="UTC", next_nudge_at=NOW + WEEK, now=NOW + WEEK)
    assert (again.timezone, again.language, again.next_nudge_at, again.created_at) == ("Asia/Tokyo", "es", NOW, NOW)


def test_a_user_who_writes_ten_times_at_once_is_made_once(store: Store) -> None:
    def write(_: int) -> User:
        return store.open_user(USER, language=None, timezone="UTC", next_nudge_at=NOW, now=NOW)

    with ThreadPoolExecutor(10) as pool:
        users = list(pool.map(write, range(10)))
    assert all(user == users[0] for user in users)


@pytest.mark.parametrize(
    ("pause", "next_at"),
    [
        ({}, NOW + WEEK),
        ({"paused_until": NOW - WEEK}, NOW + WEEK),
        ({"paused_until": NOW + 3 * WEEK, "next_nudge_at": NOW + 3 * WEEK}, NOW + 3 * WEEK),
        ({"next_nudge_at": None}, None),
    ],
)
def test_a_user_who_comes_back_is_nudged_again_but_not_in_their_pause(
    store: Store, pause: dict[str, object], next_at: datetime | None
) -> None:
    fill(store)
    store.change_settings(USER, 1, values=pause, now=NOW)
    before = user_of(store).paused_until
    store.set_unreachable(USER, NOW)
    open_user(store, next_nudge_at=NOW + WEEK)
    assert user_of(store).unreachable_at is None
    assert user_of(store).next_nudge_at == next_at
    assert user_of(store).paused_until == before


def test_settings_name_what_changed(store: Store) -> None:
    open_user(store)
    values = {"nudge_weekday": 4, "nudge_time": time(18, 30), "people_per_week": 1, "next_nudge_at": NOW + WEEK}
    change = store.change_settings(USER, 1, values=values, now=NOW)
    assert change is not None
    assert (change.kind, change.result) == ("settings", {"fields": ["nudge_weekday", "nudge_time", "next_nudge_at"]})
    assert (user_of(store).nudge_weekday, user_of(store).nudge_time) == (4, time(18, 30))
    assert store.change(USER, change.id or 0) == change


@pytest.mark.parametrize("column", ["id", "step", "unreachable_at", "created_at", "nonsense"])
def test_only_settings_can_be_set(store: Store, column: str) -> None:
    open_user(store)
    with pytest.raises(ValueError, match=column):
        store.change_settings(USER, 1, values={column: 1}, now=NOW)


def test_a_step_is_kept_with_its_data_until_it_is_cleared(store: Store) -> None:
    open_user(store)
    step = Step("edit", {"contact": 3, "names": ["Ana", "Юлия"]}, NOW + timedelta(hours=1))
    store.set_step(USER, step)
    assert (user_of(store).step, user_of(store).step_data) == ("edit", step.data)
    assert user_of(store).step_expires_at == step.expires_at
    store.set_step(USER, None)
    assert (user_of(store).step, user_of(store).step_data, user_of(store).step_expires_at) == (None, {}, None)


def test_the_question_about_the_pace_is_answered_once_and_the_answer_can_be_undone(store: Store) -> None:
    fill(store)
    question = send(store, asking(None, kind="pace"), seen=NOW + WEEK, message_id=90)
    first = store.change_settings(USER, 7, values={"every_weeks": 2}, nudge_id=question, now=NOW)
    assert first is not None
    assert first.result == {"fields": ["every_weeks"], "nudge_id": question}
    assert store.change_settings(USER, 8, values={"every_weeks": 4}, nudge_id=question, now=NOW) is None
    assert user_of(store).every_weeks == 2
    store.undo(USER, 9, now=NOW)
    assert user_of(store).every_weeks == 1
    assert store.change_settings(USER, 10, values={"every_weeks": 4}, nudge_id=question, now=NOW) is not None


def test_no_other_nudge_is_a_question_about_the_pace(store: Store) -> None:
    world = fill(store)
    assert store.change_settings(USER, 7, values={"every_weeks": 2}, nudge_id=world.nudge, now=NOW) is None
    assert user_of(store).every_weeks == 1
