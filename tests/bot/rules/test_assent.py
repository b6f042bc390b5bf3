import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.assent import read_assent, read_same


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "Yes!",
        "yes please",
        "Sure.",
        "ok",
        "👍",
        "Yes, add him",
        "that’s right",
        "yep please",
        "ok, do it",
        "go ahead!",
    ],
)
def test_a_yes_is_a_yes(text: str) -> None:
    assert read_assent(text) is True


@pytest.mark.parametrize("text", ["no", "Nope.", "no, thanks", "none", "None of them", "skip", "nothing", "👎", "-"])
def test_a_no_is_a_no(text: str) -> None:
    assert read_assent(text) is False


@pytest.mark.parametrize(
    "text", ["Ana", "yes and no", "no idea who that is", "nothing but trouble", "", "yesterday", "n" * 50]
)
def test_anything_else_is_neither(text: str) -> None:
    assert read_assent(text) is None


@pytest.mark.parametrize("text", ["same", "the same person", "It's her", "yes", "that's the same"])
def test_the_same_person(text: str) -> None:
    assert read_same(text) is True


@pytest.mark.parametrize("text", ["somebody else", "Someone else!", "no, someone else", "a different one", "no", "new"])
def test_somebody_else(text: str) -> None:
    assert read_same(text) is False


@given(st.text(max_size=60))
def test_no_text_fails(text: str) -> None:
    assert read_same(text) in (True, False, None)
