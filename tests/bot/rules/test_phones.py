"""Telephone numbers as they are kept."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.phones import is_phone, normalise_phone


@pytest.mark.parametrize(
    ("text", "region", "number"),
    [
        ("+34 600 123 456", None, "+34600123456"), ("0034 600 123 456", None, "+34600123456"),
        ("+34-600-123-456", "DE", "+34600123456"), ("600 123 456", "ES", "+34600123456"),
        ("0171 2345678", "DE", "+491712345678"),
        ("(212) 555-0123", "US", "+12125550123"), ("+44 (0)20 7946 0018", None, "+442079460018"),
        ("600 123 456", None, "600123456"), ("34600123456", None, "34600123456"), ("555 0100", None, "5550100"),
    ],
)  # fmt: skip
def test_a_number_is_e164_where_it_can_be_and_its_digits_where_not(text: str, region: str | None, number: str) -> None:
    assert normalise_phone(text, region) == number


@pytest.mark.parametrize("text", ["", "12345", "abc", "+", "1" * 16, "112"])
def test_too_few_or_too_many_digits_are_no_number(text: str) -> None:
    assert normalise_phone(text, "ES") is None


def test_only_an_assigned_kind_of_number_is_a_phone() -> None:
    assert is_phone("600 123 456", "ES")
    assert not is_phone("100 000 000", "ES")
    assert not is_phone("600 123 456", None)


@settings(deadline=None)  # the first example may load a table
@given(st.text(max_size=40), st.sampled_from([None, "ES", "US", "ZZ"]))
def test_any_text_is_taken_and_a_number_is_digits(text: str, region: str | None) -> None:
    number = normalise_phone(text, region)
    digits = (number or "0").removeprefix("+")
    assert digits.isascii()
    assert digits.isdigit()


def test_a_short_number_gets_no_country_code_that_nobody_said() -> None:
    assert normalise_phone("555-1234", "GB") == "5551234"
    assert normalise_phone("07700 900123", "GB") == "+447700900123"
