"""What health and figures ask of the database."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from storage import Store
from storage.pinging import look_at_due, ping

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def test_a_database_that_is_there_answers(store: Store) -> None:
    ping(store.engine)


def test_one_that_was_never_migrated_does_not(empty_engine: Engine) -> None:
    with pytest.raises(Exception, match="alembic_version"):
        ping(empty_engine)


def test_asking_takes_no_lock_for_writing(sqlite_engine: Engine) -> None:
    with sqlite_engine.begin():
        ping(sqlite_engine)


def test_it_is_seen_how_many_nudges_are_due_and_since_when(store: Store) -> None:
    assert look_at_due(store.engine, NOW, 10) == (0, None)
    for user_id in (1, 2, 3, 4):
        due = NOW - timedelta(hours=3 - user_id)
        store.open_user(user_id, language="en", timezone="UTC", next_nudge_at=due, now=NOW)
    assert look_at_due(store.engine, NOW, 10) == (3, NOW - timedelta(hours=2))
    assert look_at_due(store.engine, NOW, 2) == (2, NOW - timedelta(hours=2))
