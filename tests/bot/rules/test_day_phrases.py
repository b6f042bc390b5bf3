from datetime import date

import pytest

from bot.rules.day_phrases import leading_day, months_later, trailing_day

MONDAY = date(2026, 11, 23)


def test_the_day_a_text_begins_with_is_found_with_where_it_ends() -> None:
    found = leading_day("on Friday about May", today=MONDAY, prefer="past")
    assert found is not None
    assert (found.day, found.end, found.tense) == (date(2026, 11, 20), 9, "either")


def test_the_day_a_text_ends_with_is_found_with_where_it_starts() -> None:
    found = trailing_day("at the fair on 3 May.", today=MONDAY, prefer="past")
    assert found is not None
    assert (found.day, found.start) == (date(2026, 5, 3), 12)


@pytest.mark.parametrize("text", ["in the sun", "he sat", "mayhem", "Mondayish", "it's over", "marching on", "1/2"])
def test_words_that_only_look_like_days_are_none(text: str) -> None:
    assert trailing_day(text, today=MONDAY, prefer="past") is None


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("yesterday", "past"),
        ("last Friday", "past"),
        ("tomorrow", "future"),
        ("next Friday", "future"),
        ("12 May", "either"),
        ("Friday", "either"),
    ],
)
def test_the_words_tell_whether_they_look_back_or_ahead(text: str, tense: str) -> None:
    found = leading_day(text, today=MONDAY, prefer="past")
    assert found is not None
    assert found.tense == tense


def test_last_friday_is_past_even_where_the_future_is_preferred() -> None:
    found = leading_day("last Friday", today=MONDAY, prefer="future")
    assert found is not None
    assert found.day is None


def test_a_month_on_from_the_31st_is_the_months_last_day() -> None:
    assert months_later(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert months_later(date(2026, 1, 31), -2) == date(2025, 11, 30)
    with pytest.raises(ValueError, match="no year"):
        months_later(date(2026, 1, 31), -12 * 2026)
