from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.drafts import Known
from bot.rules.outreach_meanings import Dated, HeadsUp
from bot.rules.roster import Roster
from bot.rules.yearly_phrases import read_yearly

PEOPLE = Roster([Known(1, "Ana Ruiz"), Known(2, "Ben Okafor")])
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(("text", "read"), [
    ("Ana's wedding anniversary is 12 June", Dated("Ana", "wedding anniversary", "--06-12")),
    ("Ana's wedding anniversary is on June 12 2015", Dated("Ana", "wedding anniversary", "2015-06-12")),
    ("remember Ben's name day on 24 June", Dated("Ben", "name day", "--06-24")),
    ("remember that Ana Ruiz's work anniversary: 1/3", Dated("Ana Ruiz", "work anniversary", "--03-01")),
    ("Ana's summer party is on 5 May every year", Dated("Ana", "summer party", "--05-05")),
    ("forget Ana's anniversary", Dated("Ana", "anniversary", "")),
    ("remind me 3 days before Ana's birthday", HeadsUp("Ana", 3)),
    ("remind me a week before Ben's birthday", HeadsUp("Ben", 7)),
    ("tell me of Ben's birthday on the day", HeadsUp("Ben", 0)),
    ("tell me about Ana's birthday two weeks in advance", HeadsUp("Ana", 14)),
    ("remind me the day before Ana's name day", HeadsUp("Ana", 1)),
])  # fmt: skip
def test_yearly_days_and_heads_ups(text: str, read: Dated | HeadsUp) -> None:
    assert read_yearly(text, PEOPLE) == read


@pytest.mark.parametrize("text", [
    "Ana's exam is on 12 June", "Ana's birthday is 12 May", "forget Ana's birthday", "forget Ana",
    "Ana's anniversary is in June",
    "Ana's name day is 31 February", "tell me of Ana's birthday 90 days before", "Zed's name day is 24 June",
    "remind me to call Ana before Friday", "Ana's anniversary\nis 12 June", "",
])  # fmt: skip
def test_what_says_something_else_is_left_alone(text: str) -> None:
    assert read_yearly(text, PEOPLE) is None


@given(st.text(max_size=4096) | st.text("Ana's namedyivrsx1206 ", max_size=160))
def test_it_never_raises(text: str) -> None:
    read_yearly(text, PEOPLE)


def test_a_long_text_is_read_at_once() -> None:
    assert read_yearly(("Ana's " * 700)[:4096], PEOPLE) is None
