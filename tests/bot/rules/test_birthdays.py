"""Birthdays in words, as days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.birthdays import read_birthday, says_birthday

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "birthday"),
    [
        ("12 May", "--05-12"), ("May 12", "--05-12"), ("12th of May", "--05-12"), ("the 12th of may", "--05-12"),
        ("12. May", "--05-12"), ("12May", "--05-12"), ("12-May-1990", "1990-05-12"), ("12 May 1990", "1990-05-12"),
        ("May 12th, 1990", "1990-05-12"), ("Sept 3", "--09-03"), ("12/05/1990", "1990-05-12"),
        ("12.05.1990", "1990-05-12"),
        ("12-05-1990", "1990-05-12"), ("5/31/1990", "1990-05-31"), ("1990-05-12", "1990-05-12"), ("--05-12", "--05-12"),
        ("12/5", "--05-12"), ("12.5.", "--05-12"), ("12/05/90", "1990-05-12"), ("12/05/20", "2020-05-12"),
        ("12 May '90", "1990-05-12"), ("29 Feb", "--02-29"), ("29 Feb 1992", "1992-02-29"),
        ("birthday 12 May", "--05-12"), ("birthday: 12 May", "--05-12"), ("her birthday is 12 May", "--05-12"),
        ("his birthday is on the 12th of May", "--05-12"), ("b-day May 12", "--05-12"), ("bday 12/5", "--05-12"),
        ("born 12 May 1990", "1990-05-12"), ("born on May 12, 1990", "1990-05-12"), ("DOB 12.05.1990", "1990-05-12"),
        ("her birthday is today", "--11-23"), ("birthday tomorrow", "--11-24"), ("🎂 12 May", "--05-12"),
    ],
)  # fmt: skip
def test_a_birthday_is_read_day_first_unless_that_cannot_be(text: str, birthday: str) -> None:
    assert read_birthday(text, today=TODAY) == birthday


@pytest.mark.parametrize(
    "text",
    ["", "31 Feb", "29 Feb 1991", "30 February 2000", "32 May", "13/13/1990", "0/5", "12 May 2090",
     "24 Nov 2026", "12 May 1850", "May",
     "born in Berlin", "born in 1990", "birthday", "12 May 1990 or so", "1990"],
)  # fmt: skip
def test_a_day_there_never_was_is_no_birthday(text: str) -> None:
    assert read_birthday(text, today=TODAY) is None


def test_a_text_says_birthday_when_it_begins_with_the_word() -> None:
    assert says_birthday("her birthday is 31 Feb")
    assert says_birthday("born in Berlin")
    assert not says_birthday("12 May")


@given(
    st.dates(date(1900, 1, 1), TODAY),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d %b %Y"]),
)
def test_every_day_is_read_back_as_itself(day: date, shape: str) -> None:
    assert read_birthday(day.strftime(shape), today=TODAY) == day.isoformat()


@given(st.text(max_size=200))
def test_any_text_is_taken(text: str) -> None:
    born = read_birthday(text, today=TODAY)
    assert born is None or len(born) in {7, 10}
