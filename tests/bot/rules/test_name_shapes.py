"""What looks like a name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.name_shapes import is_talk, likely_name, shape_of


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


@pytest.mark.parametrize("text", ["aunt Karen", "big Dave", "little Joe", "Sra. María José", "Uncle Bob"])
def test_what_one_calls_somebody_by_is_part_of_the_name(text: str) -> None:
    assert shape_of(text) in {"single", "full"}


def test_an_initial_may_end_a_name() -> None:
    assert shape_of("Nguyễn Văn A") == "full"
    assert shape_of("sarah k") == "lower"
    assert shape_of("k") is None
    assert shape_of("what a") is None


@pytest.mark.parametrize("text", ["Alan Test", "Leo Day", "Ana Best", "Joe Friend"])
def test_a_common_word_may_be_a_last_name(text: str) -> None:
    assert shape_of(text) == "full"


@pytest.mark.parametrize(
    "text",
    ["loves climbing", "meeting ana", "weekends", "Best regards", "Forwarded", "annna lee mothly", "mothly",
     "Bob 555-1234", "Test"],
)  # fmt: skip
def test_what_is_said_of_somebody_is_no_name(text: str) -> None:
    assert shape_of(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [("aunt Karen!!!.", "aunt Karen"), ("the plumber", "plumber"), ("my dad", "dad"), ("Ana?", "Ana"),
     ("ana de la cruz", "ana de la cruz"), ("maria del carmen lopez ruiz", "maria del carmen lopez ruiz"),
     ("<b>Bob</b> {co}", "<b>Bob</b> {co}"), ("May", "May"), ("李小龙", "李小龙")],
)  # fmt: skip
def test_what_was_called_a_name_is_one_without_its_signs(text: str, name: str) -> None:
    assert likely_name(text) == name


@pytest.mark.parametrize(
    "text",
    ["", "!!!", "12345", "she has two dogs", "Please remember my friend Oluwaseun", "move my nudges to wednesday 6pm",
     "her phone is 0044 20 7946 0958", "meeting ana at 5", "annna lee mothly", "I am sad", "can you help",
     "one Ana two Ana three Ana", "is it Ana? or not"],
)  # fmt: skip
def test_a_sentence_is_no_name_even_when_it_was_called_one(text: str) -> None:
    assert likely_name(text) is None


@settings(deadline=None)
@given(st.text(max_size=250))
def test_a_likely_name_is_short_and_has_a_letter(text: str) -> None:
    name = likely_name(text)
    assert name is None or (len(name.split()) <= 5 and any(char.isalpha() for char in name))
