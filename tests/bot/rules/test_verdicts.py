import pytest

from bot.rules.verdicts import read_verdict


@pytest.mark.parametrize(
    ("typed", "said"),
    [("Monthly", 30), ("twice a year", 182), ("every 2 weeks", 14), ("later", "later"), ("Skip.", "later"),
     ("never", "never"), ("back", "back"), ("no", None), ("Ana Ruiz", None), ("monthly " * 20, None)],
)  # fmt: skip
def test_what_is_typed_at_a_card(typed: str, said: int | str | None) -> None:
    assert read_verdict(typed) == said
