"""Introductions in the store, on both databases."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import Engine

from storage import Store
from storage.models import Change, Introduction
from tests.storage.world import NOW, OTHER, TODAY, USER, WEEK, add, due_pushes, dump_data, open_user, person

DAY = timedelta(days=1)
#: A step of one of the user's introductions: by whom, in which update, of which two, which introduction.
Step = Callable[[Store, int, int, tuple[int, int], int], Change | None]


@pytest.fixture
def two(store: Store) -> tuple[int, int]:
    """Grace, who needs a designer, and Joe, who is one."""
    open_user(store)
    grace = add(store, person("Grace Lim", needs="a designer"), update_id=1)
    return grace, add(store, person("Joe Park", role="Designer"), update_id=2)


def propose(store: Store, two: tuple[int, int], now: datetime = NOW) -> int | None:
    return store.propose_introduction(USER, *two, "Grace needs a designer; Joe is one.", push_at=now + 3 * DAY, now=now)


def row(store: Store, introduction_id: int | None) -> Introduction:
    found = store.introduction(USER, introduction_id or 0)
    assert found is not None
    return found


def ask(store: Store, two: tuple[int, int], update_id: int = 10) -> int:
    change = store.ask_introduction(USER, update_id, two, "why", now=NOW)
    assert change is not None
    introduction_id: int = change.result["introduction_id"]
    return introduction_id


def pushes(store: Store, at: datetime) -> list[int]:
    return [nudge_id for nudge_id, _, _ in due_pushes(store, at)]


# Proposals


def test_a_proposal_is_sent_three_days_later_and_is_no_change(store: Store, two: tuple[int, int]) -> None:
    proposed = propose(store, two)
    assert row(store, proposed).status == "proposed"
    assert pushes(store, NOW + 2 * DAY) == []
    (nudge_id,) = pushes(store, NOW + 3 * DAY)
    nudge = store.nudge(USER, nudge_id)
    assert nudge is not None
    assert (nudge.kind, nudge.about_id, nudge.status) == ("intro", proposed, "later")
    assert store.last_change(USER, now=NOW + DAY) is not None
    assert store.change_of(USER, 3) is None


def test_a_pause_holds_it_back(store: Store, two: tuple[int, int]) -> None:
    propose(store, two)
    store.change_settings(USER, 5, values={"paused_until": NOW + 2 * WEEK}, now=NOW)
    assert pushes(store, NOW + 4 * DAY) == []
    assert len(pushes(store, NOW + 2 * WEEK)) == 1


def test_the_same_two_are_never_proposed_again_in_either_order(store: Store, two: tuple[int, int]) -> None:
    proposed = propose(store, two)
    assert store.refuse_pair(USER, 5, two, now=NOW)
    assert row(store, proposed).status == "declined"
    later = NOW + 20 * WEEK
    assert store.may_propose(USER, later)
    assert store.introduced_pairs(USER) == {two}
    assert propose(store, (two[1], two[0]), later) is None


def test_at_most_one_a_week_and_none_while_one_waits(store: Store, two: tuple[int, int]) -> None:
    zed = add(store, person("Zed Quill", needs="a designer"), update_id=3)
    proposed = propose(store, two)
    assert propose(store, (zed, two[1]), NOW + DAY) is None
    assert propose(store, (zed, two[1]), NOW + 2 * WEEK) is None
    assert store.put_off_introduction(USER, 5, proposed or 0, now=NOW + DAY)
    assert propose(store, (zed, two[1]), NOW + 6 * DAY) is None
    assert propose(store, (zed, two[1]), NOW + WEEK) is not None


def test_none_comes_while_one_is_under_way_and_all_is_forgotten_in_time(store: Store, two: tuple[int, int]) -> None:
    ask(store, two)
    assert not store.may_propose(USER, NOW + 8 * DAY)
    assert store.may_propose(USER, NOW + 9 * WEEK)


def test_an_unanswered_proposal_holds_others_back_for_four_weeks(store: Store, two: tuple[int, int]) -> None:
    propose(store, two)
    assert not store.may_propose(USER, NOW + 3 * WEEK)
    assert store.may_propose(USER, NOW + 5 * WEEK)


def test_who_has_noted_no_needs_gets_none(store: Store) -> None:
    open_user(store)
    add(store, person("Joe Park", role="Designer", offers="design"), update_id=1)
    assert not store.may_propose(USER, NOW)


def test_two_processes_at_once_propose_one(store: Store, two: tuple[int, int]) -> None:
    with ThreadPoolExecutor(4) as threads:
        made = list(threads.map(lambda _: propose(store, two), range(4)))
    assert len([each for each in made if each is not None]) == 1
    assert len(pushes(store, NOW + WEEK)) == 1


# The steps


def test_each_is_asked_and_both_yes_makes_it_agreed(store: Store, two: tuple[int, int]) -> None:
    introduction = ask(store, two)
    assert store.reply_to_introduction(USER, 11, introduction, two[1], "yes", now=NOW)
    assert (row(store, introduction).status, row(store, introduction).second_reply) == ("asked", "yes")
    assert store.reply_to_introduction(USER, 12, introduction, two[0], "yes", now=NOW)
    assert row(store, introduction).status == "agreed"


def test_a_no_closes_it_and_undo_opens_it_again(store: Store, two: tuple[int, int]) -> None:
    introduction = ask(store, two)
    change = store.reply_to_introduction(USER, 11, introduction, two[0], "no", now=NOW)
    assert change is not None
    assert row(store, introduction).status == "declined"
    assert store.reply_to_introduction(USER, 12, introduction, two[1], "yes", now=NOW) is None
    store.undo(USER, 13, change.id, now=NOW)
    assert (row(store, introduction).status, row(store, introduction).first_reply) == ("asked", None)


def test_made_is_asked_about_two_weeks_later_and_undo_takes_the_question_along(
    store: Store, two: tuple[int, int]
) -> None:
    introduction = ask(store, two)
    made = store.make_introduction(USER, 11, introduction, on=TODAY, ask_at=NOW + 2 * WEEK, now=NOW)
    assert made is not None
    assert (row(store, introduction).status, row(store, introduction).made_on) == ("made", TODAY)
    assert len(pushes(store, NOW + 2 * WEEK)) == 1
    assert store.introduced_to(USER, two[0]) == [("Joe Park", TODAY)]
    assert store.ledger(USER, two[0]).gave == store.ledger(USER, two[1]).gave == 1
    store.undo(USER, 12, made.id, now=NOW)
    assert pushes(store, NOW + 2 * WEEK) == []
    assert row(store, introduction).status == "asked"
    assert store.introduced_to(USER, two[0]) == []


def test_a_touch_with_one_of_them_leaves_the_question(store: Store, two: tuple[int, int]) -> None:
    introduction = ask(store, two)
    store.make_introduction(USER, 11, introduction, on=TODAY, ask_at=NOW + 2 * WEEK, now=NOW)
    store.log_touches(USER, 12, list(two), on=TODAY, channel="message", now=NOW)
    assert len(pushes(store, NOW + 2 * WEEK)) == 1


def test_what_came_of_it_closes_it(store: Store, two: tuple[int, int]) -> None:
    introduction = ask(store, two)
    assert store.close_introduction(USER, 11, introduction, "yes", now=NOW) is None
    store.make_introduction(USER, 12, introduction, on=TODAY, ask_at=NOW + 2 * WEEK, now=NOW)
    assert store.close_introduction(USER, 13, introduction, "they talked", now=NOW)
    assert (row(store, introduction).status, row(store, introduction).outcome) == ("closed", "they talked")
    assert pushes(store, NOW + 3 * WEEK) == []


def test_a_proposal_that_is_taken_up_keeps_its_why(store: Store, two: tuple[int, int]) -> None:
    proposed = propose(store, two)
    change = store.ask_introduction(USER, 11, (two[1], two[0]), "", now=NOW)
    assert change is not None
    assert change.result == {"introduction_id": proposed, "contact_ids": list(two)}
    assert (row(store, proposed).status, row(store, proposed).why) == ("asked", "Grace needs a designer; Joe is one.")
    assert pushes(store, NOW + WEEK) == []


STEPS: dict[str, Step] = {
    "ask": lambda s, u, i, pair, _: s.ask_introduction(u, i, pair, "w", now=NOW),
    "refuse": lambda s, u, i, pair, _: s.refuse_pair(u, i, pair, now=NOW),
    "later": lambda s, u, i, _, row_id: s.put_off_introduction(u, i, row_id, now=NOW),
    "reply": lambda s, u, i, pair, row_id: s.reply_to_introduction(u, i, row_id, pair[0], "yes", now=NOW),
    "make": lambda s, u, i, _, row_id: s.make_introduction(u, i, row_id, on=TODAY, ask_at=NOW, now=NOW),
    "close": lambda s, u, i, _, row_id: s.close_introduction(u, i, row_id, "yes", now=NOW),
}
#: What has to have happened before each step.
BEFORE: dict[str, list[str]] = {
    "ask": [],
    "refuse": [],
    "later": [],
    "reply": ["ask"],
    "make": ["ask"],
    "close": ["ask", "make"],
}


def prepare(store: Store, two: tuple[int, int], step: str) -> int:
    proposed = propose(store, two) or 0
    for number, before in enumerate(BEFORE[step]):
        assert STEPS[before](store, USER, 50 + number, two, proposed)
    return proposed


@pytest.mark.parametrize("step", STEPS)
def test_a_step_done_twice_is_done_once_and_undone_it_never_was(
    store: Store, engine: Engine, two: tuple[int, int], step: str
) -> None:
    proposed = prepare(store, two, step)
    before = dump_data(engine)
    change = STEPS[step](store, USER, 60, two, proposed)
    assert isinstance(change, Change)
    after = dump_data(engine)
    assert after != before
    assert STEPS[step](store, USER, 60, two, proposed) == change
    assert STEPS[step](store, USER, 61, two, proposed) is None
    assert dump_data(engine) == after
    store.undo(USER, 62, change.id, now=NOW)
    assert dump_data(engine) == before


@pytest.mark.parametrize("step", STEPS)
def test_nobody_steps_into_somebody_elses(store: Store, engine: Engine, two: tuple[int, int], step: str) -> None:
    proposed = prepare(store, two, step)
    open_user(store, OTHER)
    before = dump_data(engine)
    assert STEPS[step](store, OTHER, 60, two, proposed) is None
    assert STEPS[step](store, USER, 61, (998, 999), 999) is None
    assert dump_data(engine) == before


@pytest.mark.parametrize("step", STEPS)
def test_one_of_the_two_may_be_gone_meanwhile(store: Store, engine: Engine, two: tuple[int, int], step: str) -> None:
    proposed = prepare(store, two, step)
    adding = store.change_of(USER, 2)
    assert adding is not None
    store.undo(USER, 59, adding.id, now=NOW)
    before = dump_data(engine)
    assert STEPS[step](store, USER, 60, two, proposed) is None
    assert dump_data(engine) == before
    assert store.introductions(USER, ("proposed", "asked", "agreed", "made")) == []
    assert store.introduction(USER, proposed) is None


def test_a_merged_double_takes_its_introductions_along(store: Store, two: tuple[int, int]) -> None:
    introduction = ask(store, two)
    other = add(store, person("Joseph Park"), update_id=3)
    assert store.merge_contacts(USER, 20, other, two[1], values={}, on=date(2026, 11, 23), now=NOW)
    assert row(store, introduction).second_id == other
    assert store.reply_to_introduction(USER, 21, introduction, other, "yes", now=NOW)
