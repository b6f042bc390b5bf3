"""What looks like a name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.name_shapes import is_talk, shape_of


@pytest.mark.parametrize(
    "text",
    ["Ana Ruiz", "ANA RUIZ", "Dr. Ana Ruiz", "Jean-Luc Picard", "Ana María de la Cruz y López",
     "J. R. R. Tolkien", "Мария Иванова", "李小龙",
     "محمد علي", "Ana 🎉 Ruiz", "Ludwig van Beethoven", 'Ana "Annie" Ruiz', "Martin Luther King Jr.", "Can Yılmaz"],
)  # fmt: skip
def test_several_words_written_like_names_are_a_full_name(text: str) -> None:
    assert shape_of(text) == "full"


@pytest.mark.parametrize("text", ["Ana", "O'Neil", "Jean-Luc", "van der Berg", "Ana 2", "Will", "Łukasz", "Mr. T"])
def test_one_word_written_like_a_name_is_a_single_one(text: str) -> None:
    assert shape_of(text) == "single"


@pytest.mark.parametrize("text", ["ana", "ana ruiz", "Ana ruiz", "ana maria ruiz", "ben"])
def test_words_without_capitals_may_be_a_name(text: str) -> None:
    assert shape_of(text) == "lower"


@pytest.mark.parametrize(
    "text",
    ["", "Good morning", "Good Morning", "Thank You", "Done", "what now", "Ana is great", "I am sad", "Ana?",
     "12345", "2 Ana", "🎉", "He",
     "https://x", "a", "one two three four", "a" * 201, "Ana " * 9, "今天天气怎么样我们去哪里"],
)  # fmt: skip
def test_sentences_numbers_and_single_letters_are_no_names(text: str) -> None:
    assert shape_of(text) is None


def test_a_common_word_with_a_capital_is_a_name_when_it_was_called_one() -> None:
    assert shape_of("January Jones") is None
    assert shape_of("January Jones", named=True) == "full"


def test_talk_speaks_to_somebody() -> None:
    assert is_talk("Thanks for the coffee")
    assert not is_talk("he does logistics")


@settings(deadline=None)  # the first example may load a table
@given(st.text(max_size=250))
def test_any_text_is_taken(text: str) -> None:
    assert shape_of(text) in {"full", "single", "lower", None}
