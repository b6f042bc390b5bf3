import pytest

from bot.rules.introduction_lines import introduction
from bot.rules.lexicon import TONES, Lexicon, Moment, Tone
from bot.rules.openers import LONGEST
from bot.texts.openers import LEXICONS

MOMENTS: tuple[Moment, ...] = ("intro_ask", "intro_both", "intro_seek", "intro_decline")
EMPTY = Lexicon("en", {}, {}, (), (), (), LEXICONS["en"].grammar)
TYPED = {"name": "Ana Ruiz", "other": "Ben Okafor", "other_company": "Nordlicht"}


def said(moment: Moment, language: str = "en", tone: Tone = "warm", seed: int = 1, **typed: str) -> str:
    return introduction(moment, typed or TYPED, tone=tone, lexicon=LEXICONS[language], seed=seed)


@pytest.mark.parametrize("language", sorted(LEXICONS))
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("moment", MOMENTS)
def test_every_language_has_whole_words_for_every_step(language: str, tone: Tone, moment: Moment) -> None:
    for seed in range(12):
        text = said(moment, language, tone, seed)
        assert 0 < len(text) <= LONGEST
        assert "{" not in text
        assert "  " not in text
        assert not text[0].islower()


def test_what_meets_the_need_is_named_where_it_is_known() -> None:
    assert "pricing advice" in said("intro_ask", name="Ana", other="Ben Okafor", match="pricing advice")
    assert "a designer" in said("intro_seek", name="Ana", need="designer")


def test_what_does_not_fit_the_language_is_left_out() -> None:
    text = said("intro_ask", "de", name="Ana", other="Ben Okafor", match="pricing advice")
    assert "pricing" not in text
    assert "Ben Okafor" in text


def test_the_message_to_both_names_both_and_greets_neither_alone() -> None:
    for seed in range(8):
        text = said("intro_both", seed=seed)
        assert text.count("Ben Okafor") == 1
        assert not text.startswith(("Hi Ana", "Hello Ana", "Hey Ana"))


@pytest.mark.parametrize("language", sorted(LEXICONS))
@pytest.mark.parametrize("tone", TONES)
def test_nobodys_whole_name_is_said_twice_to_both(language: str, tone: Tone) -> None:
    for seed in range(20):
        for facts in ({}, {"need": "un Bau"}, {"match": "an eye"}, {"need": "eine Bude", "match": "eine Idee"}):
            text = said("intro_both", language, tone, seed, **TYPED, **facts)
            assert text.count("Ben Okafor") <= 1
            assert text.count("Ana Ruiz") <= 1


@pytest.mark.parametrize("language", sorted(LEXICONS))
def test_who_has_but_a_title_is_introduced_by_it(language: str) -> None:
    text = said("intro_both", language, name="Mr Park", other="Prof. Okafor")
    assert "Park" in text
    assert "Prof. Okafor" in text


def test_the_seed_turns_through_the_lines() -> None:
    assert len({said("intro_decline", seed=seed) for seed in range(20)}) >= 3


def test_a_facts_braces_stay_out_of_it() -> None:
    text = said("intro_ask", name="{other}", other="{0.__class__}", match="{first} advice")
    assert "{" not in text


def test_a_moment_without_any_line_is_an_error() -> None:
    with pytest.raises(ValueError, match="no line"):
        introduction("intro_ask", {"name": "Ana"}, tone="warm", lexicon=EMPTY, seed=1)
