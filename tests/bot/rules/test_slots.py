from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.slots import Slot, read_slot


@pytest.mark.parametrize(("text", "slot"), [
    ("Friday 8:30", Slot(4, time(8, 30))), ("8:30 on Fridays", Slot(4, time(8, 30))),
    ("Friday, 8:30", Slot(4, time(8, 30))),
    ("every Tuesday at 7pm", Slot(1, time(19))), ("Mondays at 9am", Slot(0, time(9))), ("fri 18:00", Slot(4, time(18))),
    ("18:00", Slot(None, time(18))), ("9", Slot(None, time(9))), ("at noon", Slot(None, time(12))),
    ("Sunday", Slot(6)), ("on Wednesdays", Slot(2)),
])  # fmt: skip
def test_a_day_and_an_hour_in_any_order(text: str, slot: Slot) -> None:
    assert read_slot(text) == slot


@pytest.mark.parametrize("text", [
    "", "whenever", "Ana Ruiz", "Friday with Ana", "25:00", "at", "May", "called Ben on Friday", "Ana Ruiz, monthly",
    "until 7 January", "in two weeks", "Friday 8:30 Ana",
])  # fmt: skip
def test_what_is_more_or_less_than_that_is_nothing(text: str) -> None:
    assert read_slot(text) == Slot()


@given(st.text(max_size=200))
def test_no_text_fails(text: str) -> None:
    slot = read_slot(text)
    assert slot.weekday is None or 0 <= slot.weekday <= 6
