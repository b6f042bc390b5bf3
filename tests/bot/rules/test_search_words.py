import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.search_words import WORD_LENGTH, same_jobs, singular, telling, words_in
from storage.words import split, words_of


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80))
def test_words_are_folded_as_the_store_folds_them(text: str) -> None:
    assert list(dict.fromkeys(words_in(text))) == split(text)


@pytest.mark.parametrize("text", ["Zoë O'Neil-Smith", "Ærø Straße", "Łukasz, designer @ Nordlicht", "x" * 99, "a a b"])
def test_latin_words_are_those_the_store_keeps(text: str) -> None:
    assert list(dict.fromkeys(words_in(text))) == words_of(text)
    assert all(len(word) <= WORD_LENGTH for word in words_in(text))


@pytest.mark.parametrize("text", ["王芳", "東京 Tower", "김민준"])
def test_what_is_typed_without_blanks_is_one_word_that_the_store_keeps(text: str) -> None:
    assert set(words_in(text)) <= set(words_of(text))


@pytest.mark.parametrize(
    ("word", "one"),
    [
        ("designers", "designer"), ("agencies", "agency"), ("coaches", "coach"), ("bosses", "boss"), ("nurses", "nurse"),
        ("businesswomen", "businesswomen"), ("women", "woman"), ("ctos", "cto"), ("boss", "boss"), ("campus", "campus"),
        ("tennis", "tennis"), ("us", "us"), ("ana", "ana"), ("städtes", "städtes"), ("boxes", "box"), ("ties", "tie"),
    ],
)  # fmt: skip
def test_the_many_are_made_one(word: str, one: str) -> None:
    assert singular(word) == one


def test_words_that_say_nothing_are_left_out_unless_there_are_no_others() -> None:
    assert telling(["the", "people", "of", "roche", "gmbh"]) == ["roche", "gmbh"]
    assert telling(["the", "people", "of", "roche", "gmbh"], firm=True) == ["roche"]
    assert telling(["who", "is"]) == ["who", "is"]
    assert telling(["at", "t"]) == ["at", "t"]


def test_jobs_have_other_words() -> None:
    assert ("chief", "technology") in same_jobs(("cto",))
    assert same_jobs(("baker",)) == ()
