from datetime import date

from bot.rules.other_days import parse

MONDAY = date(2026, 11, 23)


def test_a_date_in_another_spelling_is_read() -> None:
    assert parse("12-May-2024", MONDAY, "past") == date(2024, 5, 12)
    assert parse("3 May at 5pm", MONDAY, "future") == date(2027, 5, 3)


def test_words_that_are_no_date_are_none() -> None:
    assert parse("room 12b", MONDAY, "past") is None


def test_a_date_a_century_away_is_none() -> None:
    assert parse("5 May 24", MONDAY, "future") is None
