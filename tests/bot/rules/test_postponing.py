import pytest

from bot.rules.postponing import read_postponement


@pytest.mark.parametrize(("text", "days"), [
    ("tomorrow", 1), ("Remind me tomorrow", 1), ("in three days", 3), ("in 3 days", 3), ("in a few days", 3),
    ("Next week", 7), ("ask me next week", 7), ("later", None), ("not now", None), ("tomorrows", None),
])  # fmt: skip
def test_the_day_that_is_said(text: str, days: int | None) -> None:
    assert read_postponement(text) == days
