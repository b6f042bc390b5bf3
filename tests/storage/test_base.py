"""Reading in one transaction what belongs together."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Engine, event

from bot.handlers.done_answers import read_done
from bot.handlers.understanding import Reader, listen
from storage import Store
from tests.storage.world import NOW, USER, add, asking, claim, open_user, person


@contextmanager
def transactions(store: Store) -> Iterator[list[object]]:
    """Those that begin inside."""
    begun: list[object] = []
    note = begun.append
    event.listen(store.engine, "begin", note)
    try:
        yield begun
    finally:
        event.remove(store.engine, "begin", note)


def test_what_is_read_together_is_one_transaction_and_what_comes_after_another(store: Store) -> None:
    open_user(store)
    with transactions(store) as begun:
        with store.together():
            store.user(USER)
            with store.together():
                store.user(USER)
            store.count(USER)
        assert len(begun) == 1
        store.user(USER)
        assert len(begun) == 2


def test_after_a_fault_inside_each_read_is_on_its_own_again(store: Store) -> None:
    with pytest.raises(LookupError), store.together():
        raise LookupError
    with transactions(store) as begun:
        store.user(USER)
        store.user(USER)
    assert len(begun) == 2


def test_another_threads_reads_are_no_part_of_it(migrated_postgresql: Engine) -> None:
    store = Store(migrated_postgresql)
    with transactions(store) as begun, store.together():
        other = threading.Thread(target=store.user, args=(USER,))
        other.start()
        other.join()
    assert len(begun) == 2


@pytest.mark.parametrize("text", ["done", "Ana", "Anna", "Ana said yes", "they talked", "note on Ana: plays chess"])
def test_a_text_is_understood_in_one_transaction_that_begins_no_other(store: Store, text: str) -> None:
    """On SQLite a write inside would wait for itself, for five seconds."""
    open_user(store)
    add(store, person("Ana Ruiz"))
    with transactions(store) as begun:
        listen(Reader(store, USER, NOW.date(), None), text, None, forwarded=False)
    assert len(begun) == 1


def test_the_answer_to_a_done_is_read_in_one_transaction(store: Store) -> None:
    open_user(store)
    sent = claim(store, asking(add(store, person("Ana Ruiz"))))
    change = store.mark_done(USER, 1_001, sent.id or 0, on=NOW.date(), now=NOW)
    assert change is not None
    with transactions(store) as begun:
        assert read_done(store, USER, change) is not None
    assert len(begun) == 1
