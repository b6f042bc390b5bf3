"""Own words for an opener, told from what is said to Dotty."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.own_words import likeness, shortened


@pytest.mark.parametrize(
    "text",
    [
        "Hi Ana, how was the trip?",
        "Hey, I saw your talk is next week. Shall we meet before?",
        "Hola Ana, ¿qué tal todo por Madrid?",
        "Hallo Ana, wie geht es dir?",
        "Ana, are you free on Friday?",
        "Happy birthday Ana, have a wonderful day",
        "hello ana long time no see",
    ],
)
def test_a_message_to_them_is_one(text: str) -> None:
    assert likeness(text, "Ana") == "yes"


@pytest.mark.parametrize(
    "text", ["I was thinking of you the other day", "how are you and the kids these days", "Hi Ben, how are you?"]
)
def test_words_to_somebody_may_be_one(text: str) -> None:
    assert likeness(text, "Ana") == "maybe"


@pytest.mark.parametrize(
    "text",
    ["hi", "hello dotty", "done", "she moved to Berlin", "Ana moved to Berlin", "later", "hi there", "Hi Ana", ""],
)
def test_what_is_told_to_dotty_is_none(text: str) -> None:
    assert likeness(text, "Ana") == "no"


def test_a_long_text_is_shortened_to_its_beginning_and_its_question() -> None:
    text = "Hi Ana, it's been a while. I keep thinking of our talk in May. How are you? I have much to tell."
    assert shortened(text) == "Hi Ana, it's been a while. How are you?"


@pytest.mark.parametrize("text", ["", "Hi Ana", "Hi Ana, how are you?", "Hi Ana. How are you?"])
def test_what_is_short_stays(text: str) -> None:
    assert shortened(text) is None


@given(st.text(max_size=300))
def test_shortening_takes_words_away_and_adds_none(text: str) -> None:
    short = shortened(text)
    assert short is None or (len(short) < len(text) and all(word in text for word in short.split()))
