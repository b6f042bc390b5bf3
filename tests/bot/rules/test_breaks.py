from datetime import date

import pytest

from bot.rules.breaks import read_break
from bot.rules.meanings import Asked, Paused, Resumed

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("pause", None),
        ("take a break", None),
        ("can we pause for 2 weeks?", date(2026, 12, 7)),
        ("pause for a while", None),
        ("stop nudging me", None),
        ("I'm on holiday", None),
        ("pause until 7 January", date(2027, 1, 7)),
        ("Pause until 7 January, please", date(2027, 1, 7)),
        ("I'm on holiday for two weeks", date(2026, 12, 7)),
        ("holiday till Monday", date(2026, 11, 30)),
        ("stop for a month", date(2026, 12, 23)),
        ("I'll be on vacation until 7 January", date(2027, 1, 7)),
        ("out of office until Monday", date(2026, 11, 30)),
        ("back on 7 January", date(2027, 1, 7)),
        ("back in two weeks", date(2026, 12, 7)),
        ("pause until christmas", date(2026, 12, 25)),
        ("pause until new year", date(2027, 1, 1)),
        ("no nudges this week", date(2026, 11, 30)),
        ("pause because I'm on holiday until Monday", date(2026, 11, 30)),
        ("don't write to me until January", date(2027, 1, 1)),
    ],
)
def test_a_break_lasts_until_the_day_said_or_without_end(text: str, until: date | None) -> None:
    assert read_break(text, today=MONDAY) == Paused(until)


@pytest.mark.parametrize("text", ["I'm back", "back again", "I'm back from Berlin"])
def test_who_is_back_wants_nudges_again(text: str) -> None:
    assert read_break(text, today=MONDAY) == Resumed()


@pytest.mark.parametrize(
    "text",
    [
        "pause until 3 May 2020",
        "pause until the cows come home",
        "I'm on holiday in Berlin",
        "pause until 30 feb",
        "pause until yesterday",
    ],
)
def test_an_end_that_is_not_understood_is_asked_for(text: str) -> None:
    assert read_break(text, today=MONDAY) == Asked("pause")


@pytest.mark.parametrize(
    "text",
    [
        "going on vacation from 10 dec to 20 dec",
        "holiday from 10 dec",
        "I'm away on Friday",
        "pause from tomorrow",
        "I'm on holiday in two weeks",
    ],
)
def test_a_break_that_starts_later_can_not_be_kept_and_is_asked_about(text: str) -> None:
    assert read_break(text, today=MONDAY) == Asked("pause")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ana is on holiday until Monday",
        "stop Ana",
        "off",
        "pauses",
        "holidays were great" * 20,
    ],
)
def test_other_sentences_are_no_break(text: str) -> None:
    assert read_break(text, today=MONDAY) is None
