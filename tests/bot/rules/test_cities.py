"""Which cities a user means."""

from bot.rules.cities import cities_in, find_cities, guess_cities


def told(text: str) -> list[str]:
    return [f"{city.name}, {city.country}" for city in find_cities(text)]


def test_a_small_namesake_has_to_be_asked_for() -> None:
    assert told("Paris") == ["Paris, FR"]
    assert told("Paris TX") == ["Paris, US"]


def test_a_city_whose_own_name_it_is_beats_smaller_ones_also_called_so() -> None:
    assert told("Delhi") == ["Delhi, IN"]
    assert told("Rome") == ["Rome, IT"]


def test_cities_with_the_name_as_a_part_of_theirs_count_too() -> None:
    assert told("Santiago") == ["Santiago, CL", "Santiago de los Caballeros, DO", "Santiago de Cuba, CU"]


def test_short_words_are_not_taken_for_airports() -> None:
    assert told("ben") == told("pet") == told("yes") == []
    assert told("la") == ["Los Angeles, US"]


def test_a_saint_is_found_written_out_or_short() -> None:
    assert told("St. Gallen") == told("Sankt Gallen") == told("Saint Gallen") == ["Sankt Gallen, CH"]


def test_a_states_name_that_is_a_citys_means_the_city_first() -> None:
    assert told("new york")[0] == "New York City, US"
    assert told("Washington")[0] == "Washington, US"
    assert "Seattle, US" in told("Washington")


def test_zones_that_few_live_by_are_left_out_of_a_country() -> None:
    assert [city.name for city in cities_in(("ES", None))] == ["Madrid"]
    assert [city.name for city in cities_in(("ES", "53"))] == ["Las Palmas de Gran Canaria"]


def test_zones_of_one_country_that_show_the_same_time_are_one() -> None:
    assert [city.zone for city in cities_in(("BR", None))] == ["America/Sao_Paulo", "America/Manaus"]


def test_a_guess_keeps_to_the_country_behind_it() -> None:
    assert [city.country for city in guess_cities("Valncia Venezuela")] == ["VE"]


def test_a_place_too_small_to_be_known_takes_its_countrys_zone() -> None:
    assert [city.zone for city in guess_cities("Smallville, Japan")] == ["Asia/Tokyo"]
    assert [city.zone for city in guess_cities("Smallville, TX")] == ["America/Chicago"]
    assert guess_cities("Smallville") == []


def test_small_words_after_a_comma_are_no_states() -> None:
    assert guess_cities("thanks, me") == guess_cities("see you, ok") == guess_cities("well, in") == []
