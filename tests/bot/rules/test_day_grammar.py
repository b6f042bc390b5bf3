import re

from hypothesis import given
from hypothesis import strategies as st

from bot.rules.day_grammar import DAY, MONTHS, NUMBERS, WEEKDAYS

PATTERN = re.compile(DAY, re.IGNORECASE | re.VERBOSE)


def test_every_month_weekday_and_number_is_part_of_the_grammar() -> None:
    assert all(PATTERN.fullmatch(f"12 {month}") for month in MONTHS)
    assert all(PATTERN.fullmatch(f"on {weekday}") for weekday in WEEKDAYS)
    assert all(PATTERN.fullmatch(f"{number} weeks ago") for number in NUMBERS)


@given(st.from_regex(PATTERN, fullmatch=True))
def test_a_phrase_is_short(phrase: str) -> None:
    assert len(phrase) <= 60
