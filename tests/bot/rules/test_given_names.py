import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.given_names import LONGEST, full_name, given_name, is_family


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Ana Ruiz", "Ana"),
        ("Dr. Ana Ruiz", "Ana"),
        ("Prof. Dr. Ana Weber", "Ana"),
        ("Mr Ben Okafor", "Ben"),
        ("Dr. Ruiz", "Dr. Ruiz"),
        ("Herr Weber", "Herr Weber"),
        ("ana ruiz", "Ana"),
        ("ANA RUIZ", "Ana"),
        ("JP", "JP"),
        ("ana-maria lopez", "Ana-Maria"),
        ("J. Robert Lim", "Robert"),
        ("J. Lim", "J"),
        ("Ruiz, Ana", "Ana"),
        ("Ana Ruiz, PhD", "Ana"),
        ("Ana (PyCon)", "Ana"),
        ("🎉 Ana", "Ana"),
        ("O'Neill", "O'Neill"),
        ("王小明", "王小明"),
        ("山田 太郎", "山田 太郎"),
        ("김민준", "김민준"),
        ("Дмитрий Иванов", "Дмитрий"),
        ("राम कुमार", "राम"),
        ("عبد الرحمن محمد", "عبد الرحمن"),
        ("Abdul Rahman Saleh", "Abdul Rahman"),
        ("{Ana} <b>", "Ana"),
        ("Ana\u202e Ruiz", "Ana"),
    ],
)
def test_the_name_one_greets_by(name: str, first: str) -> None:
    assert given_name(name) == first


@pytest.mark.parametrize("name", ["", "😀", "123", "Dr", "x" * 60 + " y", "...", "\u202e"])
def test_what_holds_no_first_name_gives_none(name: str) -> None:
    assert given_name(name) is None


@given(st.text(max_size=300))
def test_whatever_is_typed_a_name_is_short_visible_and_starts_with_a_letter(name: str) -> None:
    first = given_name(name)
    if first is not None:
        assert len(first) <= LONGEST
        assert first[0].isalpha()
        assert not any(sign in first for sign in "{}<>\n,!?")
        assert not any(unicodedata.category(sign).startswith("C") for sign in first)


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Mum", "Mum"),
        ("my dad", "Dad"),
        ("Grandma Rosa", "Grandma"),
        ("uncle bob", "Uncle Bob"),
        ("Aunt Grace Lim", "Aunt Grace"),
    ],
)
def test_ones_own_family_is_called_as_one_calls_them(name: str, called: str) -> None:
    assert is_family(name)
    assert given_name(name) == called


@pytest.mark.parametrize("name", ["Ana Ruiz", "Mumford Lee", "😀", ""])
def test_others_are_no_family(name: str) -> None:
    assert not is_family(name)


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        (".Ana Ruiz", "Ana Ruiz"),
        ("Dr. Ana Ruiz", "Dr. Ana Ruiz"),
        ("Ruiz, Ana", "Ana Ruiz"),
        ("ana ruiz", "Ana Ruiz"),
        ("ANA RUIZ", "Ana Ruiz"),
        ("Ana Ruiz (climbing) 🎉", "Ana Ruiz"),
        ("王小明", "王小明"),
        ("😀", None),
        ("Ana " + "Quill " * 20, "Ana"),
    ],
)
def test_a_formal_greeting_has_the_whole_name(name: str, whole: str | None) -> None:
    assert full_name(name) == whole
