"""Names of tags: read, found in a text, and near a misspelt one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.tag_names import near_names, only_tags, read_tag, tags_in


@pytest.mark.parametrize(("text", "name"), [
    ("#pycon", "pycon"), (" pycon. ", "pycon"), ("“#Py-Con”", "Py-Con"), ("#кошки", "кошки"), ("two words", None),
    ("", None), ("#", None), ("-", None), ("#a#b", None), ("x" * 65, None),
])  # fmt: skip
def test_a_tag_is_one_word(text: str, name: str | None) -> None:
    assert read_tag(text) == name


@pytest.mark.parametrize(("text", "tags"), [
    ("met again #rust, #Go and #rust", ["rust", "Go"]), ("#a1", ["a1"]), ("met at #2024", ["2024"]),
    ("room #42, C#, a&#b, x#y, example.org/#top", []),
    ("#" * 50, []), (" ".join(f"#t{number}" for number in range(30)), [f"t{number}" for number in range(10)]),
    ("#" + "x" * 65, []),
])  # fmt: skip
def test_tags_are_taken_out_of_a_text(text: str, tags: list[str]) -> None:
    assert tags_in(text) == tags


def test_a_text_of_tags_alone_is_known_as_one() -> None:
    assert only_tags("#rust, #go") == ["rust", "go"]
    assert only_tags("Ana #rust") == []


@pytest.mark.parametrize(("typed", "near"), [
    ("pycn", ["pycon"]), ("PyCon2024", ["pycon"]), ("cli", ["climbing"]), ("chess", []), ("pycno", ["pycon"]), ("", []),
])  # fmt: skip
def test_a_misspelt_tag_is_near_the_one_that_is_there(typed: str, near: list[str]) -> None:
    assert near_names(typed, ["pycon", "climbing", "go"]) == near


@settings(max_examples=100)
@given(st.text(max_size=200))
def test_anything_is_read_without_failing(text: str) -> None:
    assert all(read_tag(tag) is not None for tag in tags_in(text))
    assert len(near_names(text, tags_in(text))) <= 4
