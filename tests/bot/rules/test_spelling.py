"""How names of places are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.spelling import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("São Paulo", "sao paulo"),
        ("Frankfurt-am-Main", "frankfurt am main"),
        ("St.Petersburg", "St. Petersburg"),
        ("Washington, D.C.", "washington dc"),
        ("Xi’an", "xi'an"),
        ("WEIßENSEE", "weissensee"),
        ("Йошкар-Ола", "йошкар ола"),
    ],
)
def test_two_spellings_of_a_name_are_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize("name", ["東京", "दिल्ली", "القاهرة", "서울", "กรุงเทพ"])
def test_names_in_other_scripts_survive(name: str) -> None:
    assert fold(name)
    assert fold(name) == fold(fold(name))


@given(st.lists(st.text("aÉß.-' ", max_size=8), min_size=1, max_size=5))
def test_names_between_tabs_fold_as_they_do_alone(names: list[str]) -> None:
    assert fold("\t".join(names)).split("\t") == [fold(name) for name in names]


@given(st.text(max_size=200))
def test_folding_never_leaves_edges_or_double_spaces(text: str) -> None:
    assert fold(text) == fold(text).strip(" ")
    assert "  " not in fold(text.replace("\u2003", " "))
