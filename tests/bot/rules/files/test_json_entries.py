"""Entries of JSON documents, one at a time."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.files.json_entries import DEEPEST, DamagedError, TooDeepError, TooLong, read_entries

_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**62), 2**62)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["a", "b", "[]", ""]), inner, max_size=3)
    ),
    max_leaves=12,
)


def entries(content: Any, *path: str) -> list[Any]:
    return [value for _, value in read_entries(json.dumps(content).encode(), [path])]


@settings(deadline=None, max_examples=80)
@given(st.lists(_VALUES, max_size=4), _VALUES)
def test_entries_are_what_stands_there(values: list[Any], other: Any) -> None:
    content = {"other": other, "contacts": {"about": other, "list": values}, "more": [other]}
    assert entries(content, "contacts", "list", "[]") == values
    assert entries(content, "other") == [other]


def test_an_entry_that_is_too_long_is_passed_over_and_the_next_is_read() -> None:
    first, second = entries({"list": [[[1]] * 200_001, {"a": [1]}]}, "list", "[]")
    assert isinstance(first, TooLong)
    assert second == {"a": [1]}


@pytest.mark.parametrize("before", ["", '{"list": ', '{"list": [{"a": '])
def test_what_nests_too_deep_is_given_up(before: str) -> None:
    with pytest.raises(TooDeepError):
        list(read_entries((before + "[" * DEEPEST * 2).encode(), [("list", "[]")]))


@pytest.mark.parametrize("content", [b"", b"{", b'{"list": [{"a": 1}, {"a"', b"{} x", b"[01]", b'["\x00"]', b"NaN"])
def test_what_is_no_json_is_damaged(content: bytes) -> None:
    with pytest.raises(DamagedError):
        list(read_entries(content, [("list", "[]")]))
