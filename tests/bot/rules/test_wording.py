from hypothesis import given
from hypothesis import strategies as st

from bot.rules.wording import tidy


def test_the_quotes_and_dashes_of_a_phone_become_plain() -> None:
    assert tidy("she’s “fine” — really") == 'she\'s "fine" – really'


def test_what_cannot_be_seen_is_dropped_and_lines_stay() -> None:
    assert tidy(" Ana\u202e\x00  Ruiz \r\n\r\n Ben\u200b ") == "Ana Ruiz\nBen"


def test_the_joiners_that_spell_persian_and_indic_names_stay() -> None:
    assert tidy("علی\u200cرضا") == "علی\u200cرضا"


@given(st.text())
def test_tidying_twice_changes_nothing(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
