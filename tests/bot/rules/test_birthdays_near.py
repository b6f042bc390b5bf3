from datetime import date

import pytest

from bot.rules.birthdays_near import last_birthday, next_birthday


@pytest.mark.parametrize(
    ("birthday", "today", "expected"),
    [
        ("1990-05-12", date(2026, 5, 12), date(2026, 5, 12)),
        ("1990-05-12", date(2026, 5, 13), date(2027, 5, 12)),
        ("--01-02", date(2026, 12, 30), date(2027, 1, 2)),
        ("--02-29", date(2028, 2, 1), date(2028, 2, 29)),
        ("--02-29", date(2027, 2, 1), date(2027, 2, 28)),
        ("2000-02-29", date(2027, 3, 1), date(2028, 2, 29)),
    ],
)
def test_the_next_birthday_is_on_or_after_today(birthday: str, today: date, expected: date) -> None:
    assert next_birthday(birthday, today=today) == expected


@pytest.mark.parametrize("birthday", [None, "", "--13-01", "--02-30", "12 May", "1990-05-12T00"])
def test_what_is_no_day_has_no_birthday(birthday: str | None) -> None:
    assert next_birthday(birthday, today=date(2026, 1, 1)) is None
    assert last_birthday(birthday, today=date(2026, 1, 1)) is None


@pytest.mark.parametrize(
    ("birthday", "today", "expected"),
    [
        ("1990-05-12", date(2026, 5, 12), date(2025, 5, 12)),
        ("1990-05-12", date(2026, 5, 13), date(2026, 5, 12)),
        ("--12-30", date(2027, 1, 2), date(2026, 12, 30)),
        ("--02-29", date(2027, 3, 1), date(2027, 2, 28)),
    ],
)
def test_the_last_birthday_is_before_today(birthday: str, today: date, expected: date) -> None:
    assert last_birthday(birthday, today=today) == expected
