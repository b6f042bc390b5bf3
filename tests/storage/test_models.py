from datetime import date, timedelta

import pytest

from storage.models import Contact
from tests.storage.world import NOW, TODAY, person


@pytest.mark.parametrize(
    ("cadence", "last", "due"),
    [
        (None, TODAY, None),
        (30, None, TODAY),
        (30, TODAY - timedelta(days=10), TODAY + timedelta(days=20)),
    ],
)
def test_a_contact_is_due_by_cadence_from_the_last_touch(
    cadence: int | None, last: date | None, due: date | None
) -> None:
    assert person(cadence_days=cadence, last_touch_on=last).due_on() == due


def test_ids_of_telegram_fit() -> None:
    assert str(Contact.metadata.tables["users"].c.id.type) == "BIGINT"
    assert NOW.tzinfo is not None
