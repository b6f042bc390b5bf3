"""Names of large cities that lie a typing mistake away."""

import pytest

from bot.rules.typing_mistakes import nearest


@pytest.mark.parametrize(
    ("typed", "city"),
    [
        ("berln", "berlin"),
        ("lodnon", "london"),
        ("madridd", "madrid"),
        ("amsterdan", "amsterdam"),
        ("copenhagan", "copenhagen"),
        ("kopenhagn", "kopenhagen"),
        ("барселана", "барселона"),
    ],
)
def test_a_letter_wrong_missing_added_or_swapped_is_forgiven(typed: str, city: str) -> None:
    assert city in nearest(typed)


@pytest.mark.parametrize("typed", ["", "rom", "pari", "zzzzzz", "thanks", "hello", "monday", "london" * 20])
def test_short_words_and_ones_far_from_any_city_are_not_bent(typed: str) -> None:
    assert nearest(typed) == []


def test_only_the_nearest_spellings_are_told_and_few() -> None:
    assert "berlin" in nearest("berlin")
    assert all(len(nearest(name)) <= 8 for name in ("santa", "marina", "xinyang"))
