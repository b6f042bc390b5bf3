from datetime import date, timedelta
from typing import get_args

import pytest

from bot.rules.files import shapes
from storage.models import Contact, imports
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


def test_every_state_of_an_import_is_at_work_or_at_rest_and_ends_one_way() -> None:
    assert sorted((*imports.AT_WORK, *imports.AT_REST)) == sorted(imports.STATES)
    assert sorted((*imports.OPEN, "running", *imports.FINISHED, *imports.VOID)) == sorted(imports.STATES)
    assert set(imports.ASKED) < set(imports.OPEN)


def test_an_import_has_a_name_for_whatever_a_file_turns_out_to_be() -> None:
    assert set(get_args(imports.Format)) == {"", *get_args(shapes.Format)}
    assert all(len(each) <= 16 for each in (*get_args(imports.Format), *imports.STATES))
