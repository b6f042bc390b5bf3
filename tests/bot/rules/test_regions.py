"""Countries, states and provinces by the names people type."""

import pytest

from bot.rules.gazetteer import load_gazetteer
from bot.rules.regions import country_names, regions_behind, regions_called
from bot.rules.spelling import fold


def test_every_country_is_found_by_its_english_name() -> None:
    for code, name in country_names().items():
        assert (code, None) in regions_called(fold(name)), name


@pytest.mark.parametrize(
    ("name", "country"),
    [("usa", "US"), ("the uk", "GB"), ("Holland", "NL"), ("España", "ES"), ("Україна", "UA"), ("日本", "JP")],
)
def test_countries_are_found_by_their_everyday_and_own_names(name: str, country: str) -> None:
    assert regions_called(fold(name)) == [(country, None)]


def test_a_name_of_two_is_both() -> None:
    assert regions_called("georgia") == [("GE", None), ("US", "GA")]


def test_codes_count_only_behind_a_place() -> None:
    assert regions_called("or") == regions_called("de") == []
    assert regions_behind("or") == [("US", "OR")]
    assert regions_behind("de") == [("US", "DE"), ("DE", None)]


@pytest.mark.parametrize(
    ("name", "city"),
    [
        ("ontario", "Toronto"),
        ("british columbia", "Vancouver"),
        ("quebec", "Montréal"),
        ("victoria", "Melbourne"),
        ("queensland", "Brisbane"),
        ("scotland", "Glasgow"),
        ("bali", "Denpasar"),
        ("azores", "Ponta Delgada"),
        ("mallorca", "Palma"),
        ("texas", "Houston"),
    ],
)
def test_a_province_is_the_one_its_city_is_in(name: str, city: str) -> None:
    (region,) = regions_called(name)
    assert city in [found.name for found in load_gazetteer().find_in(*region)]
