"""People as Telegram names them, and addresses as people paste them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.drafts import Draft
from bot.rules.telegram_people import keys_of_address, read_address, telegram_person


def test_a_person_has_the_name_telegram_shares() -> None:
    assert telegram_person(42, "Noor", "Haddad", "noor_h") == Draft("Noor Haddad", telegram="noor_h", telegram_id="42")


def test_without_a_name_the_username_makes_one() -> None:
    assert telegram_person(42, None, None, "mateo_silva99").name == "Mateo Silva"


def test_a_username_of_signs_alone_stays_what_it_is() -> None:
    assert telegram_person(42, "", "", "____").name == "____"


def test_nobody_can_be_made_of_nothing() -> None:
    assert telegram_person(None, None, None, None).name == ""


@pytest.mark.parametrize(
    "text", ["t.me/ana_ruiz", "https://t.me/ana_ruiz/", "telegram.me/ana_ruiz?start=1", "@ana_ruiz"]
)
def test_addresses_on_telegram_are_read(text: str) -> None:
    assert read_address(text) == Draft("Ana Ruiz", telegram="ana_ruiz")


@pytest.mark.parametrize(
    "text", ["t.me/joinchat", "t.me/share", "ana", "t.me/", "https://example.org/ana", "", "hi @ana"]
)
def test_what_is_no_address_of_a_person_is_none(text: str) -> None:
    assert read_address(text) is None


def test_the_surest_key_comes_first() -> None:
    draft = Draft("Ana", telegram="ana", telegram_id="1", links=("https://www.linkedin.com/in/ana",))
    assert keys_of_address(draft)[0] == ("telegram_id", "1")


@given(st.text(max_size=200))
def test_any_text_is_an_address_or_none(text: str) -> None:
    found = read_address(text)
    assert found is None or found.telegram or found.links
