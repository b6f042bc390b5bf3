"""Languages by their English names."""

import pytest

from bot.rules.languages import NAMES, code_of, read_language


@pytest.mark.parametrize(
    ("text", "code"),
    [("speaks Spanish", "es"), ("Spanish-speaking", "es"), ("Spanish speaker", "es"), ("language: German", "de"),
     ("writes in French", "fr"), ("prefers english", "en"), ("in Portuguese", "pt"), ("mostly speaks Catalan.", "ca")],
)  # fmt: skip
def test_a_language_is_its_code(text: str, code: str) -> None:
    assert read_language(text) == (code, True)


def test_of_two_languages_the_first_is_taken_and_more_was_said() -> None:
    assert read_language("speaks Spanish and English") == ("es", False)


@pytest.mark.parametrize(
    "text", ["", "Spanish", "speaks", "speaks loudly", "in Berlin", "speaks Spanish very well indeed", "x" * 200]
)
def test_a_bare_word_may_be_a_nationality_and_is_no_language(text: str) -> None:
    assert read_language(text) is None


@pytest.mark.parametrize(
    ("code", "name"), [("es", "Spanish"), ("nl", "Dutch"), ("zh", "Chinese"), ("fa", "Persian"), ("de", "German")]
)
def test_a_code_is_said_by_its_commonest_name(code: str, name: str) -> None:
    assert NAMES[code] == name


@pytest.mark.parametrize(
    ("said", "code"),
    [("de", "de"), ("de-AT", "de"), ("pt_BR", "pt"), ("German", "de"), ("español", "es"), ("mainly French", "fr"),
     ("", None), ("xx", None), ("Klingon", None), ("42", None)],
)  # fmt: skip
def test_a_language_is_known_by_its_code_or_its_name(said: str, code: str | None) -> None:
    assert code_of(said) == code
