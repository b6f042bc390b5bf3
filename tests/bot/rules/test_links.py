"""Addresses of people's pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.links import normalise_linkedin, slug_name, telegram_username

ANA = "https://www.linkedin.com/in/ana-ruiz-example"


@pytest.mark.parametrize("url", [
    ANA, f"{ANA}/", "http://linkedin.com/in/Ana-Ruiz-Example", "linkedin.com/in/ana-ruiz-example",
    "www.linkedin.com/in/ana-ruiz-example/en",
    "https://de.linkedin.com/in/ana-ruiz-example?trk=x&y=z", "https://m.linkedin.com/in/ana-ruiz-example#top",
    "HTTPS://WWW.LINKEDIN.COM/IN/ANA-RUIZ-EXAMPLE",
    "https://www.linkedin.com/mwlite/in/ana-ruiz-example", "//www.linkedin.com/in/ana-ruiz-example",
    "https://www.linkedin.com/pub/ana-ruiz-example",
    "https://www.linkedin.com/in/ana-ruiz-example/details/experience/",
    "https://www.linkedin.com/comm/in/ana-ruiz-example/?midToken=1", f"  {ANA} ",
    "https://www.linkedin.com/in/ana%2Druiz%2Dexample", "https://www.linkedin.com:443/in/ana-ruiz-example//",
])  # fmt: skip
def test_a_profile_has_one_address(url: str) -> None:
    assert normalise_linkedin(url) == ANA


@pytest.mark.parametrize("slug", [
    "chlo%C3%A9-lef%C3%A8vre", "chlo%25C3%25A9-lef%25C3%25A8vre", "Chloé-Lefèvre", "CHLO%C3%89-LEF%C3%88VRE",
    "chloe%CC%81-lefe%CC%80vre",
])  # fmt: skip
def test_a_slug_is_told_by_its_letters(slug: str) -> None:
    assert normalise_linkedin(f"https://www.linkedin.com/in/{slug}/") == "https://www.linkedin.com/in/chloé-lefèvre"


@pytest.mark.parametrize("url", [
    "", "ana", "https://www.linkedin.com/", "https://www.linkedin.com/in/", "https://www.linkedin.com/company/roche",
    "https://linkedin.com.example.org/in/ana", "https://notlinkedin.com/in/ana",
    "https://example.org/linkedin.com/in/ana",
    "https://www.linkedin.com/pub/ana-ruiz/1b/2a3/4c5", "https://www.linkedin.com/in/%2F%2Fevil",
    "https://www.linkedin.com/in/a b",
    "https://www.linkedin.com/in/" + "a" * 300, "https://www.linkedin.com/in/%00",
    "https://www.linkedin.com/feed/in/ana",
])  # fmt: skip
def test_other_addresses_are_no_profile(url: str) -> None:
    assert normalise_linkedin(url) is None


@given(st.text(max_size=30))
def test_normalising_again_changes_nothing(slug: str) -> None:
    once = normalise_linkedin(f"linkedin.com/in/{slug}")
    assert once is None or normalise_linkedin(once) in (once, normalise_linkedin(normalise_linkedin(once) or ""))
    slug_name(f"linkedin.com/in/{slug}")


@pytest.mark.parametrize(("slug", "name"), [
    ("ana-ruiz-example", "Ana Ruiz Example"), ("ana-ruiz-1a2b3c45", "Ana Ruiz"), ("ana-ruiz-123", "Ana Ruiz"),
    ("anaruiz", "Anaruiz"),
    ("chlo%C3%A9-lef%C3%A8vre-9b", "Chloé Lefèvre"), ("ana_ruiz.", "Ana Ruiz"), ("王-fei", "王 Fei"), ("12345", None),
    ("---", None),
])  # fmt: skip
def test_a_slug_may_stand_for_a_name(slug: str, name: str | None) -> None:
    assert slug_name(f"https://www.linkedin.com/in/{slug}") == name


def test_other_addresses_stand_for_no_name() -> None:
    assert slug_name("https://example.org/in/ana-ruiz") is None


@pytest.mark.parametrize(("url", "username"), [
    ("t.me/anaruiz", "anaruiz"), ("https://t.me/anaruiz?start=1", "anaruiz"),
    ("http://telegram.me/AnaRuiz/", "anaruiz"),
    ("t.me/+AbCdEf", None), ("t.me/joinchat/abc", None), ("t.me/anaruiz/15", None), ("t.me/", None),
    ("example.org/anaruiz", None),
    ("t.me/1ana", None),
])  # fmt: skip
def test_a_telegram_address_gives_the_username(url: str, username: str | None) -> None:
    assert telegram_username(url) == username


@pytest.mark.parametrize(
    "path", ["share?url=x", "joinchat/AAAA", "proxy?server=x", "addstickers/cats", "s/news", "share"]
)
def test_pages_of_telegram_that_are_nobodys_give_no_username(path: str) -> None:
    assert telegram_username(f"https://t.me/{path}") is None


def test_a_username_is_the_same_in_any_case() -> None:
    assert telegram_username("https://t.me/Ana_Ruiz") == telegram_username("T.ME/ana_ruiz/") == "ana_ruiz"
