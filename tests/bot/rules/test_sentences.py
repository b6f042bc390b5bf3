import pytest

from bot.rules.lexicon import CHANNELS, TONES, Grammar, Lexicon, Line
from bot.rules.sentences import capitalised, greeted
from bot.rules.voices import called
from bot.texts.openers import LEXICONS


def said(
    *templates: str, greeting: str = "Hi {first},", small: bool = True, greets: bool = False, **values: str
) -> str:
    lexicon = Lexicon(
        language="en",
        greetings={(tone, channel): (greeting,) for tone in TONES for channel in CHANNELS},
        nameless={(tone, channel): ("Hello,",) for tone in TONES for channel in CHANNELS},
        openings=(),
        closings=(),
        wholes=(),
        grammar=Grammar(frozenset(), ("January",) * 12, "", small_after_comma=small),
    )
    lines = [Line(str(number), text, frozenset(), greets=greets) for number, text in enumerate(templates)]
    return greeted(lines, values, tone="warm", channel="chat", lexicon=lexicon, seed=0)


def test_behind_a_comma_a_sentence_goes_on_small_where_the_language_has_it_so() -> None:
    assert said("how are you?", first="Ana") == "Hi Ana, how are you?"
    assert said("how are you?", first="Ana", small=False) == "Hi Ana, How are you?"


def test_behind_an_end_it_begins_with_a_capital() -> None:
    assert said("how are you?", first="Ana", greeting="¡Hola, {first}!") == "¡Hola, Ana! How are you?"
    assert said("it's been a while.", "what's new?", first="Ana") == "Hi Ana, it's been a while. What's new?"
    assert said("one thing:", "what's new?", first="Ana") == "Hi Ana, one thing: what's new?"


def test_a_line_that_greets_has_no_greeting_before_it() -> None:
    assert said("happy birthday, {first}.", first="Ana", greets=True) == "Happy birthday, Ana."


def test_without_a_name_the_greeting_goes_without() -> None:
    assert said("how are you?") == "Hello, how are you?"


def test_an_initial_alone_calls_out_to_nobody() -> None:
    assert said("how are you?", greeting="{first},", first="Ana") == "Ana, how are you?"
    assert said("how are you?", greeting="{first},", first="J. R. Park") == "Hello, how are you?"


@pytest.mark.parametrize(
    ("language", "greeting"),
    [("en", "Hello Mr Park, "), ("de", "Hallo, "), ("es", "Hola, "), ("fr", "Bonjour\u00a0! ")],
)
def test_whom_one_calls_mr_park_is_not_hailed_as_a_friend(language: str, greeting: str) -> None:
    line = Line("k", "x?", frozenset())
    lexicon, seeds = LEXICONS[language], range(6)
    values = called("Mr Park", "warm")
    texts = {greeted([line], values, tone="warm", channel="email", lexicon=lexicon, seed=seed) for seed in seeds}
    assert {text.casefold() for text in texts} == {f"{greeting}x?".casefold()}


def test_a_fact_at_the_beginning_stays_as_it_is_written() -> None:
    assert said("hello.", "{company} is busy?", first="Ana", company="iQuill") == "Hi Ana, hello. iQuill is busy?"
    assert said("hello.", "{event} is near?", first="Ana", event="your exam") == "Hi Ana, hello. Your exam is near?"


def test_braces_in_a_fact_are_no_slots() -> None:
    assert said("how is {city}?", first="{name}", city="{first}") == "Hi {name}, how is {first}?"


@pytest.mark.parametrize(
    ("words", "capital"),
    [("¿qué tal?", "¿Qué tal?"), ("“so”", "“So”"), ("été", "Été"), ("", ""), ("42", "42"), ("¿¡", "¿¡")],
)
def test_the_first_letter_gets_the_capital(words: str, capital: str) -> None:
    assert capitalised(words) == capital
