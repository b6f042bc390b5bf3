import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.name_likeness import compare_names, first_names_differ


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ("Ana Ruiz", "ana ruíz", "name"),
        ("Ana Ruiz", "Ruiz, Ana", "name"),
        ("Dr. Ana Ruiz, PhD", "Ana Ruiz", "name"),
        ("Ana Maria Ruiz", "Ana Ruiz", "name"),
        ("王芳", "王芳", "name"),
        ("Ana", "Ana Ruiz", "name"),
        ("Bob Park", "Robert Park", "nickname"),
        ("Alex Stone", "Alexander Stone", "nickname"),
        ("B. Okafor", "Ben Okafor", "initial"),
        ("Ben O.", "Ben Okafor", "initial"),
        ("Ana Ruiz", "Anna Ruiz", "typo"),
        ("Ben Okafor", "Ben Okafro", "typo"),
    ],
)
def test_names_of_one_person_are_alike(first: str, second: str, reason: str) -> None:
    assert compare_names(first, second).reason == reason
    assert compare_names(first, second).score > 0


@pytest.mark.parametrize(
    ("first", "second"),
    [("Ana Ruiz", "Ana Lopez"), ("Ana Ruiz", "Eva Ruiz"), ("王芳", "Fang Wang"), ("A", "Ana Ruiz"), ("🎉", "Ana"),
     ("Grace Lim", "Joe Lim"), ("B. Okafor", "C. Okafor"), ("Zoe Park", "Joe Park")],
)  # fmt: skip
def test_names_of_two_people_are_not(first: str, second: str) -> None:
    assert compare_names(first, second).score == 0
    assert compare_names(first, second).reason is None


def test_a_whole_name_tells_more_than_a_first_name() -> None:
    scores = [compare_names(*pair).score for pair in (("Ana Ruiz", "Ana Ruiz"), ("Ana", "Ana"), ("Ana", "Ana Ruiz"))]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 3


@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        ("Ana Ruiz", "Luis Ruiz", True),
        ("Ana Ruiz", "Ana Lopez", False),
        ("Ana Ruiz", "Ruiz, Ana", False),
        ("Bob Park", "Robert Park", False),
        ("B. Okafor", "Ben Okafor", False),
        ("Ana Ruiz", "Anna Ruiz", False),
        ("", "Ana", False),
    ],
)
def test_first_names_differ_plainly_or_not(first: str, second: str, *, differ: bool) -> None:
    assert first_names_differ(first, second) is differ


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=30), st.text(max_size=30))
def test_names_are_as_alike_either_way_round(first: str, second: str) -> None:
    assert compare_names(first, second) == compare_names(second, first)
    assert first_names_differ(first, second) == first_names_differ(second, first)
