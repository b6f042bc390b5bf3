"""What the time zone database says beside the clocks."""

from zoneinfo import ZoneInfo

import pytest

from bot.rules.tz_database import canonical, clock, country_of, zones_by_city, zones_by_fold, zones_of


def test_every_zone_has_a_present_name_that_can_be_set() -> None:
    assert len(zones_by_fold()) > 500
    for zone in zones_by_fold().values():
        assert ZoneInfo(canonical(zone)).key.lower() in zones_by_fold()
        assert canonical(canonical(zone)) == canonical(zone)


@pytest.mark.parametrize("name", ["UTC", "Etc/UTC", "Zulu", "GMT", "Etc/GMT+3", "CET", "EST", "PST8PDT", "Mars/Base"])
def test_clocks_without_a_place_are_in_no_country(name: str) -> None:
    assert country_of(name) is None


def test_an_old_name_is_in_the_country_of_the_present_one() -> None:
    assert canonical("US/Pacific") == "America/Los_Angeles"
    assert country_of("US/Pacific") == "US"


def test_a_zone_with_a_country_of_its_own_keeps_it_though_its_clocks_are_anothers() -> None:
    assert (canonical("Europe/Stockholm"), country_of("Europe/Stockholm")) == ("Europe/Stockholm", "SE")


def test_a_country_has_its_zones() -> None:
    assert set(zones_of("ES")) == {"Europe/Madrid", "Africa/Ceuta", "Atlantic/Canary"}
    assert zones_of("XX") == []


def test_zones_are_found_by_the_town_they_are_named_for() -> None:
    assert zones_by_city()["lord howe"] == ["Australia/Lord_Howe"]


def test_clocks_are_the_same_when_they_show_the_same_time_all_year() -> None:
    assert clock("Europe/Madrid") == clock("Europe/Berlin") != clock("Africa/Tunis")
