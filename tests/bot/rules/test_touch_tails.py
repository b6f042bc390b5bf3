from datetime import date

import pytest

from bot.rules.meanings import Touched
from bot.rules.touch_tails import clean_note, read_tail, stands_alone

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("rest", "note"),
    [
        (", great talk.", "great talk"),
        (" - she's well!", "she's well!"),
        ("...", None),
        ("!", None),
        ("", None),
        (" 👍", None),
        (": a\nb", "a\nb"),
    ],
)
def test_a_note_keeps_the_words_and_drops_what_they_hung_on_by(rest: str, note: str | None) -> None:
    assert clean_note(rest) == note


def test_a_day_already_known_is_not_looked_for_again() -> None:
    meaning = read_tail(("Ana",), " at the fair on 3 May", None, today=MONDAY, on=date(2026, 11, 20))
    assert meaning == Touched(("Ana",), date(2026, 11, 20), None, "at the fair on 3 May")


def test_a_call_stays_a_call_by_whatever_means() -> None:
    assert read_tail(("Ana",), " on WhatsApp", "call", today=MONDAY) == Touched(("Ana",), MONDAY, "call")


@pytest.mark.parametrize(
    ("rest", "alone"),
    [
        ("", True),
        (" yesterday", True),
        (", great", True),
        (" by phone", True),
        (" about work", True),
        (" Ana", False),
        (" a movie", False),
    ],
)
def test_a_verb_needs_no_names_where_the_sentence_goes_on_without(rest: str, alone: bool) -> None:
    assert stands_alone(rest, MONDAY) is alone
