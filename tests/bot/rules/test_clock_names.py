"""Clocks by the names people give them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.clock_names import zones_at_offset, zones_called
from bot.rules.tz_database import zones_by_fold

NAMES = ["utc", "gmt", "bst", "cet", "eet", "msk", "ist", "cst", "est", "mst", "pst", "aest", "jst", "nzst", "cat"]


@pytest.mark.parametrize("name", NAMES)
def test_the_zones_of_an_abbreviation_can_be_set(name: str) -> None:
    zones = zones_called(name, in_capitals=True)
    assert zones
    assert all(zone.lower() in zones_by_fold() for zone in zones)


def test_everyday_words_are_clocks_only_in_capitals() -> None:
    assert zones_called("cat", in_capitals=False) == ()
    assert zones_called("cat", in_capitals=True) == ("Africa/Maputo",)


def test_a_places_name_is_a_clock_only_with_time_behind_it() -> None:
    assert zones_called("pacific", in_capitals=False) == zones_called("india", in_capitals=True) == ()
    assert zones_called("pacific daylight time", in_capitals=False) == ("America/Los_Angeles",)
    assert zones_called("india time", in_capitals=False) == ("Asia/Kolkata",)


@given(st.integers(-26 * 60, 26 * 60))
def test_an_offset_gives_zones_that_can_be_set_or_none_at_all(minutes: int) -> None:
    sign, (hours, rest) = "-" if minutes < 0 else "+", divmod(abs(minutes), 60)
    zones = zones_at_offset(f"UTC{sign}{hours}:{rest:02d}")
    assert all(zone.lower() in zones_by_fold() for zone in zones)
    assert bool(zones) or bool(rest) or not -12 <= minutes / 60 <= 14


@given(st.text(max_size=30))
def test_what_is_no_offset_gives_nothing(text: str) -> None:
    assert zones_at_offset(f"x{text}") == ()
