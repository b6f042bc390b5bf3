"""Whose turn it is to send, among all processes."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from storage import Store
from tests.storage.world import NOW

SECOND = timedelta(seconds=1)


def test_each_process_sends_when_those_before_it_have_sent(store: Store) -> None:
    assert store.reserve("nudges", 40, 20, now=NOW) == NOW
    assert store.reserve("nudges", 10, 20, now=NOW + SECOND) == NOW + 2 * SECOND
    assert store.free_at("nudges") == NOW + 2.5 * SECOND


def test_time_that_passed_unused_is_not_made_up_for(store: Store) -> None:
    store.reserve("nudges", 20, 20, now=NOW)
    assert store.reserve("nudges", 20, 20, now=NOW + 60 * SECOND) == NOW + 60 * SECOND
    assert store.free_at("nudges") == NOW + 61 * SECOND


def test_of_ten_at_once_each_has_a_turn_of_its_own(store: Store) -> None:
    with ThreadPoolExecutor(10) as pool:
        turns = list(pool.map(lambda _: store.reserve("nudges", 10, 10, now=NOW), range(10)))
    assert sorted(turns) == [NOW + n * SECOND for n in range(10)]


def test_nobody_sends_while_telegram_forbids_it(store: Store) -> None:
    store.hold("nudges", NOW + 90 * SECOND)
    store.hold("nudges", NOW + 30 * SECOND)
    assert store.reserve("nudges", 1, 20, now=NOW) == NOW + 90 * SECOND


def test_each_name_has_a_pace_of_its_own(store: Store) -> None:
    store.hold("nudges", NOW + 90 * SECOND)
    assert store.free_at("others") is None
    assert store.reserve("others", 1, 20, now=NOW) == NOW
