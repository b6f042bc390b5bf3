"""A user's time zone from what they type or share."""

from datetime import datetime, timedelta
from importlib import resources
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.zones import Place, find_zone, guess_zone, region_of, zone_at

ZONES = sorted({*(resources.files("tzdata") / "zones").read_text().split()} - {"Factory"})


def zones_of(text: str) -> list[str]:
    return [place.zone for place in find_zone(text)]


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("paris", "Europe/Paris"),
        ("München", "Europe/Berlin"),
        ("Мюнхен", "Europe/Berlin"),
        ("sao paulo", "America/Sao_Paulo"),
        ("São Paulo", "America/Sao_Paulo"),
        ("NYC", "America/New_York"),
        ("new york", "America/New_York"),
        ("St. Petersburg", "Europe/Moscow"),
        ("St.Petersburg", "Europe/Moscow"),
        ("Saint Petersburg", "Europe/Moscow"),
        ("Frankfurt am Main", "Europe/Berlin"),
        ("Frankfurt", "Europe/Berlin"),
        ("Washington DC", "America/New_York"),
        ("Washington, D.C.", "America/New_York"),
        ("Xi'an", "Asia/Shanghai"),
        ("東京", "Asia/Tokyo"),
        ("서울", "Asia/Seoul"),
        ("الرياض", "Asia/Riyadh"),
        ("दिल्ली", "Asia/Kolkata"),
        ("Αθήνα", "Europe/Athens"),
        ("Kiev", "Europe/Kyiv"),
        ("Bombay", "Asia/Kolkata"),
        ("Den Haag", "Europe/Amsterdam"),
        ("LA", "America/Los_Angeles"),
        ("cdmx", "America/Mexico_City"),
    ],
)
def test_a_city_is_found_in_any_common_spelling(text: str, zone: str) -> None:
    assert zones_of(text)[0] == zone
    assert not find_zone(text)[0].guess


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Paris, Texas", Place("Paris", "United States", "America/Chicago")),
        ("portland or", Place("Portland", "United States", "America/Los_Angeles")),
        ("Cambridge, UK", Place("Cambridge", "United Kingdom", "Europe/London")),
        ("Cambridge, MA", Place("Cambridge", "United States", "America/New_York")),
        ("London, Ontario", Place("London", "Canada", "America/Toronto")),
        ("Atlanta, Georgia", Place("Atlanta", "United States", "America/New_York")),
        ("Tbilisi, Georgia", Place("Tbilisi", "Georgia", "Asia/Tbilisi")),
        ("Madrid, España", Place("Madrid", "Spain", "Europe/Madrid")),
        ("Spain, Madrid", Place("Madrid", "Spain", "Europe/Madrid")),
        ("Berlin Germany", Place("Berlin", "Germany", "Europe/Berlin")),
    ],
)
def test_a_country_or_state_behind_a_city_says_which_one(text: str, place: Place) -> None:
    assert find_zone(text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "I live in Berlin", "i'm in berlin", "I’m based in Berlin.", "My time zone is Berlin", "berlin time",
        '"Berlin"',
        "in Berlin, please", "  Berlin  ", "I moved to Berlin", "Europe/Berlin", "europe / berlin",
        "It's late here in Berlin!",
    ],
)  # fmt: skip
def test_words_around_the_place_are_left_out(text: str) -> None:
    assert find_zone(text) == [Place("Berlin", "Germany", "Europe/Berlin")]


@pytest.mark.parametrize(
    ("text", "zones"),
    [
        ("Spain", ["Europe/Madrid"]),
        ("Deutschland", ["Europe/Berlin"]),
        ("Россия", ["Europe/Moscow", "Asia/Yekaterinburg", "Asia/Novosibirsk", "Europe/Samara"]),
        (
            "USA",
            ["America/New_York", "America/Chicago", "America/Los_Angeles", "America/Denver", "America/Phoenix"],
        ),
        ("UK", ["Europe/London"]),
        ("Scotland", ["Europe/London"]),
        ("China", ["Asia/Shanghai"]),
        ("texas", ["America/Chicago"]),
        ("Hawaii", ["Pacific/Honolulu"]),
        ("Bali", ["Asia/Makassar"]),
        ("georgia", ["Asia/Tbilisi", "America/New_York"]),
        ("Niue", ["Pacific/Niue"]),
    ],
)
def test_a_country_or_state_gives_the_clocks_its_people_live_by(text: str, zones: list[str]) -> None:
    assert zones_of(text) == zones


@pytest.mark.parametrize(
    ("text", "zones"),
    [
        ("CET", ["Europe/Berlin"]),
        ("cest", ["Europe/Berlin"]),
        ("EST", ["America/New_York"]),
        ("pst", ["America/Los_Angeles"]),
        ("Pacific time", ["America/Los_Angeles"]),
        ("eastern standard time", ["America/New_York"]),
        ("Central European Summer Time", ["Europe/Berlin"]),
        ("IST", ["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"]),
        ("CAT", ["Africa/Maputo"]),
        ("UTC", ["UTC"]),
        ("utc+2", ["Etc/GMT-2"]),
        ("UTC +02:00", ["Etc/GMT-2"]),
        ("GMT-3", ["Etc/GMT+3"]),
        ("UTC−3", ["Etc/GMT+3"]),
        ("+14", ["Etc/GMT-14"]),
        ("gmt+0", ["UTC"]),
        ("UTC+5:30", ["Asia/Kolkata", "Asia/Colombo"]),
        ("+0545", ["Asia/Kathmandu"]),
    ],
)
def test_a_clock_is_found_by_its_name_or_distance_from_utc(text: str, zones: list[str]) -> None:
    assert zones_of(text) == zones


@given(st.integers(-12, 14).filter(bool))
def test_a_distance_from_utc_is_east_when_it_is_positive(hours: int) -> None:
    (place,) = find_zone(f"UTC{hours:+d}")
    assert place.name == f"UTC{hours:+d}"
    assert datetime(2026, 1, 1, tzinfo=ZoneInfo(place.zone)).utcoffset() == timedelta(hours=hours)


@pytest.mark.parametrize("text", ["UTC+15", "UTC-13", "+34 600 123 456", "UTC+2:17", "+1:99"])
def test_an_offset_that_nowhere_keeps_is_no_zone(text: str) -> None:
    assert find_zone(text) == []


def test_every_zone_of_the_database_is_found_by_its_own_name_in_any_case() -> None:
    for zone in ZONES:
        if "/" in zone:
            for typed in (zone, zone.upper(), zone.replace("_", " ").lower()):
                (place,) = find_zone(typed)
                assert ZoneInfo(place.zone).key == place.zone
                if region_of(zone):
                    assert region_of(place.zone) == region_of(zone), typed


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("berln", "Europe/Berlin"),
        ("Lodnon", "Europe/London"),
        ("Barclona", "Europe/Madrid"),
        ("Copenhagan", "Europe/Copenhagen"),
        ("Philadelhpia", "America/New_York"),
        ("I live in Budapset", "Europe/Budapest"),
        ("Europe/Madird", "Europe/Madrid"),
        ("Barclona, Spain", "Europe/Madrid"),
        ("Smallville, Spain", "Europe/Madrid"),
        ("Munich, Bavaria", "Europe/Berlin"),
    ],
)
def test_a_typing_mistake_or_an_unknown_part_is_forgiven_as_a_guess(text: str, zone: str) -> None:
    found = find_zone(text)
    assert found[0].zone == zone
    assert all(place.guess for place in found)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "?", "👍", "asdfgh", "qwerty", "done", "yes", "no", "hi", "hello", "thanks", "monday", "designer",
        "weekly", "9:00", "12345", "Ana Ruiz", "Ben", "Grace Lim", "nowhere", "skip", "cancel", "/start",
        "../../etc/passwd", "Factory", "localtime", "I live in", "\x00", "\ud800", "berlin" * 30,
    ],
)  # fmt: skip
def test_nonsense_is_no_place(text: str) -> None:
    assert find_zone(text) == []


def test_the_largest_city_of_a_name_comes_first_and_tiny_ones_have_to_be_asked_for() -> None:
    assert zones_of("Paris") == ["Europe/Paris"]
    assert zones_of("Birmingham") == ["Europe/London", "America/Chicago"]
    assert zones_of("London") == ["Europe/London", "America/Toronto"]
    assert zones_of("Valencia")[:2] == ["America/Caracas", "Europe/Madrid"]


WORDS = "paris in i live germany, st utc+ gmt 2 / europe tx us the time 東京 é ' . - \x00 de ab cdmx"
words = st.sampled_from(WORDS.split())


@settings(max_examples=120, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(words, max_size=12).map(" ".join), st.text("st. /+-'", max_size=4096)))
def test_any_text_gives_at_most_five_places_with_zones_of_their_own(text: str) -> None:
    found = find_zone(text)
    assert len(found) == len({place.zone for place in found}) <= 5
    for place in found:
        assert place.name
        assert ZoneInfo(place.zone).key == place.zone


@pytest.mark.parametrize("text", ["a" * 4096, ". " * 2048, "st " * 1365, "+" * 4096, "é" * 4096, "\ufdfa" * 4096])
def test_the_longest_message_of_anything_is_no_place(text: str) -> None:
    assert find_zone(text) == []


@pytest.mark.parametrize(
    ("lat", "lon", "zone"),
    [
        (52.52, 13.405, "Europe/Berlin"),
        (-23.55, -46.63, "America/Sao_Paulo"),
        (40.71, -74.0, "America/New_York"),
        (28.61, 77.2, "Asia/Kolkata"),
        (50.45, 30.52, "Europe/Kyiv"),
        (0.0, -30.0, "Etc/GMT+2"),
    ],
)
def test_a_shared_location_gives_its_zone(lat: float, lon: float, zone: str) -> None:
    assert zone_at(lat, lon) == zone


@pytest.mark.parametrize(("lat", "lon"), [(91, 0), (-91, 0), (0, 181), (0, -181), (float("nan"), 0), (0, float("inf"))])
def test_a_location_off_the_earth_has_no_zone(lat: float, lon: float) -> None:
    assert zone_at(lat, lon) is None


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_every_place_on_earth_has_a_zone_that_can_be_set(lat: float, lon: float) -> None:
    zone = zone_at(lat, lon)
    assert zone is not None
    assert ZoneInfo(zone).key == zone


@pytest.mark.parametrize(
    ("code", "zone"),
    [
        ("es", "Europe/Madrid"),
        ("pt-br", "America/Sao_Paulo"),
        ("pt-BR", "America/Sao_Paulo"),
        ("en", "Europe/London"),
        ("en-US", "America/New_York"),
        ("en_au", "Australia/Sydney"),
        ("zh-hans", "Asia/Shanghai"),
        ("zh-hant-hk", "Asia/Taipei"),
        ("es-419", "America/Mexico_City"),
        ("uk", "Europe/Kyiv"),
        ("sr-latn", "Europe/Belgrade"),
        ("xx", "UTC"),
        ("", "UTC"),
        (None, "UTC"),
    ],
)
def test_the_first_guess_comes_from_the_language_telegram_tells(code: str | None, zone: str) -> None:
    assert guess_zone(code) == zone


@pytest.mark.parametrize(
    ("zone", "country"),
    [
        ("Europe/Madrid", "ES"),
        ("Europe/Stockholm", "SE"),
        ("Asia/Calcutta", "IN"),
        ("US/Pacific", "US"),
        ("Europe/Kiev", "UA"),
        ("UTC", None),
        ("Etc/GMT-2", None),
        ("CET", None),
        ("EST", None),
        ("nonsense", None),
        ("", None),
    ],
)
def test_a_zone_tells_the_country_whose_phone_numbers_are_meant(zone: str, country: str | None) -> None:
    assert region_of(zone) == country
