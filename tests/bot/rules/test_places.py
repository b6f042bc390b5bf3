"""Cities told from other names."""

import pytest

from bot.rules.places import is_city, is_known_city


@pytest.mark.parametrize("text", ["Berlin", "berlin", "Köln", "Cologne", "München", "New York", "Sao Paulo", "Girona"])
def test_a_city_is_known_in_its_common_spellings(text: str) -> None:
    assert is_city(text)


@pytest.mark.parametrize("text", ["Nordlicht", "Stripe", "Acme", "", "Ana Ruiz"])
def test_a_firm_is_no_city(text: str) -> None:
    assert not is_city(text)


def test_only_a_great_city_is_known_by_its_name_alone() -> None:
    assert is_known_city("Berlin")
    assert not is_known_city("Girona")
