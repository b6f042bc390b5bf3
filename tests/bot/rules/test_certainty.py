import pytest

from bot.rules.certainty import is_capitalised, is_sure
from bot.rules.meanings import ChangedField


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("city", "Berlin"),
        ("city", "berlin"),
        ("city", "San Sebastián"),
        ("city", "Vila do Conde"),
        ("city", "東京"),
        ("city", "Vila Nova de Gaia"),
        ("company", "Stripe"),
        ("company", "Bank of Ireland"),
        ("company", "3M"),
        ("role", "head of data"),
        ("needs", "a designer"),
        ("name", "Ana Lopez"),
        ("language", "de"),
    ],
)
def test_a_value_by_itself_is_sure(field: ChangedField, value: str) -> None:
    assert is_sure(field, value)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("city", "a new flat"),
        ("city", "marketing"),
        ("city", "Berlin with her kids"),
        ("city", ""),
        ("company", "night"),
        ("company", "Stripe but hates it"),
        ("role", "found a flat"),
        ("needs", "me to call her"),
        ("needs", "a break. She is ill"),
        ("language", "too fast"),
        ("telegram", "broken"),
        ("name", "hard to spell"),
    ],
)
def test_ordinary_words_are_not(field: ChangedField, value: str) -> None:
    assert not is_sure(field, value)


def test_one_small_word_is_a_company_to_who_types_all_in_small() -> None:
    assert is_sure("company", "stripe", small=True)
    assert not is_sure("company", "stripe of course", small=True)


def test_particles_begin_no_name() -> None:
    assert is_capitalised("Ana van der Berg")
    assert not is_capitalised("the Berg")
    assert not is_capitalised("van")
