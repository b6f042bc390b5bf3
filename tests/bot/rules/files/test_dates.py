"""Days as programs write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.files.dates import prefers_month_first, read_date


@pytest.mark.parametrize(
    "text",
    [
        "15 Jun 2019", "2019-06-15", "2019-06-15T10:00:00Z", "20190615", "15.06.2019", "15/06/2019", "06/15/19",
        "Jun 15, 2019", "15-Jun-19", "15. Juni 2019", "15 juin 2019", "15 de jun. de 2019", "15 giu 2019", "15 cze 2019",
        "15 Haz 2019", "15 июн. 2019 г.", "15 juni 2019", "2019年6月15日", "2019년 6월 15일", "43631",
    ],
)  # fmt: skip
def test_a_day_is_read_in_many_forms(text: str) -> None:
    assert read_date(text) == date(2019, 6, 15)


@pytest.mark.parametrize(
    "text", ["", "Jun 2019", "31 Feb 2019", "2019", "soon", "15 Foo 2019", "0/0/00", "12:30", "+49 30 1"]
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert read_date(text) is None


def test_one_digit_and_march_are_read() -> None:
    assert read_date("7 Jan 2024") == date(2024, 1, 7)
    assert read_date("3 Mar 2020") == read_date("3 mars 2020") == read_date("3 мар. 2020") == date(2020, 3, 3)


def test_the_column_says_what_comes_first() -> None:
    assert not prefers_month_first(["01/02/2020", "13/02/2020"], "US")
    assert prefers_month_first(["01/02/2020", "01/13/2020"], "DE")
    assert prefers_month_first(["01/02/2020"], "US")
    assert not prefers_month_first(["01/02/2020"], None)


@given(st.text(max_size=70))
def test_any_text_is_a_day_or_none(text: str) -> None:
    assert read_date(text) is None or read_date(text) == read_date(text.strip())
