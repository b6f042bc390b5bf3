"""Where the speakers of a language mostly are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.gazetteer import load_gazetteer
from bot.rules.language_zones import zone_of_country, zone_of_language
from bot.rules.tz_database import clock, country_of, zones_by_fold

tags = st.from_regex(r"[a-z]{2,3}([-_][a-zA-Z0-9]{2,4}){0,2}", fullmatch=True)


@given(st.one_of(st.text(max_size=40), tags))
def test_any_language_tag_gives_a_zone_that_can_be_set_or_none(code: str) -> None:
    zone = zone_of_language(code)
    assert zone is None or zone.lower() in zones_by_fold()


@pytest.mark.parametrize("country", ["US", "BR", "RU", "AU", "CA", "ID", "MX", "UA", "KZ", "AR", "ES", "PT", "CL"])
def test_a_countrys_zone_shows_the_clock_of_its_largest_city(country: str) -> None:
    zone = zone_of_country(country)
    assert zone is not None
    assert country_of(zone) == country
    largest = {"AU": "Sydney", "US": "New York City", "CA": "Toronto"}.get(country)
    cities = [city for city in load_gazetteer().find_in(country) if largest in (None, city.name)]
    assert clock(zone) == clock(cities[0].zone)


def test_a_country_behind_the_language_says_more_than_the_language() -> None:
    assert zone_of_language("es") == "Europe/Madrid"
    assert zone_of_language("es-MX") == "America/Mexico_City"


def test_a_subtag_that_is_no_country_leaves_the_language() -> None:
    assert zone_of_language("sr-latn") == "Europe/Belgrade"
    assert zone_of_language("xx-yy") is None
