import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.language_zones import LONGEST_TAG, language_tag
from bot.texts import Texts


@pytest.mark.parametrize("code", ["en", "es", "pt-br", "zh-hant", "zh_Hans_CN", "fil", "de-CH-1996"])
def test_a_language_is_kept_as_telegram_tells_it(code: str) -> None:
    assert language_tag(code) == code


@pytest.mark.parametrize("code", [
    None, "", "e", "x" * 100_000, "../../tmp", "en/../x", "e\x00n", "\ud800", "en\n", "\u202e", "en-abcdefgh-abcdefgh",
])  # fmt: skip
def test_what_is_no_language_is_none_and_english_is_spoken(code: str | None) -> None:
    assert language_tag(code) is None
    assert Texts(code).private_bot() == Texts().private_bot()


@given(st.text(max_size=20))
def test_a_tag_is_short_and_plain(code: str) -> None:
    tag = language_tag(code)
    assert tag is None or (tag == code and tag.isascii() and len(tag) <= LONGEST_TAG and "/" not in tag)
