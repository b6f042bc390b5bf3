import json
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column

from storage.journal import decode, encode, length_of
from storage.tables import CONTACTS, NUDGES, USERS

instants = st.datetimes(min_value=datetime(1970, 1, 1), max_value=datetime(2200, 1, 1), timezones=st.just(UTC))


@pytest.mark.parametrize(
    ("column", "value"),
    [
        (USERS.c.nudge_time, time(18, 30)),
        (USERS.c.next_nudge_at, datetime(2026, 11, 23, 9, tzinfo=UTC)),
        (CONTACTS.c.added_on, date(2026, 11, 23)),
        (CONTACTS.c.company, "Nordlicht"),
        (CONTACTS.c.company, None),
        (CONTACTS.c.cadence_days, 30),
        (USERS.c.reminder_on, False),
        (NUDGES.c.opener_keys, ["first"]),
    ],
)
def test_each_kind_of_column_comes_back_from_json(column: Column[object], value: object) -> None:
    assert decode(column, json.loads(json.dumps(encode(value)))) == value


@given(instants)
def test_instants_come_back_to_the_microsecond(instant: datetime) -> None:
    assert decode(USERS.c.next_nudge_at, encode(instant)) == instant


def test_a_column_knows_how_much_it_holds() -> None:
    assert (length_of(CONTACTS.c.name), length_of(CONTACTS.c.company), length_of(CONTACTS.c.id)) == (200, None, None)
