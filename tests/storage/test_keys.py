import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.keys import fold, storable


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("  Zoë \t O’Neil ", "zoe o'neil"),
        ("ÉMILE", "emile"),
        ("Straße", "strasse"),
        ("Юлия", "юлия"),
        ("Łukasz Sørensen", "lukasz sorensen"),
        ("İpek", "ipek"),
        ("山田 太郎", "山田 太郎"),
        ("", ""),
    ],
)
def test_texts_are_compared_without_case_and_accents(text: str, key: str) -> None:
    assert fold(text) == key


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(codec=None)), st.integers(0, 50))
def test_what_is_stored_is_utf_8_without_nul_and_fits(text: str, length: int) -> None:
    kept = storable(text, length)
    assert "\x00" not in kept
    assert len(kept.encode().decode()) <= length
    assert storable(kept, length) == kept
