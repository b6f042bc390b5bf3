"""Telegram's HTML, read as TDLib reads it."""

import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.practice.html import parse_html, utf16_length
from bot.practice.refusals import RefusedError


def refusal(source: str) -> str:
    with pytest.raises(RefusedError) as caught:
        parse_html(source)
    return caught.value.description.removeprefix("Bad Request: can't parse entities: ")


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<b>Ana", 'Can\'t find end tag corresponding to start tag "b"'),
        ("Ana</b>", "Unexpected end tag at byte offset 3"),
        ("é</b>", "Unexpected end tag at byte offset 2"),
        ("<b><i>Ana</b></i>", 'Unmatched end tag at byte offset 9, expected "</i>", found "</b>"'),
        ("<script>x</script>", 'Unsupported start tag "script" at byte offset 0'),
        ("Ana<br>", 'Unsupported start tag "br" at byte offset 3'),
        ("<p>Ana</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("5 < 6", 'Unsupported start tag "" at byte offset 2'),
        ("<3", "Unclosed start tag at byte offset 0"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ('<a href="https://example.org', "Unclosed start tag at byte offset 0"),
        ("<b>Ana</b", "Unclosed end tag at byte offset 6"),
        ("<a href>x</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
        ('<a ="x">x</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x/y>x</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<tg-emoji emoji-id="9999999999999999999">x</tg-emoji>', "Invalid custom emoji identifier specified"),
        ("&#xd83d;", "Text contains invalid Unicode characters after decoding HTML entities"),
    ],
)
def test_bad_html_is_refused_in_telegrams_words(source: str, reason: str) -> None:
    assert refusal(source) == reason


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("b", "bold"), ("strong", "bold"), ("i", "italic"), ("em", "italic"), ("u", "underline"), ("ins", "underline"),
        ("s", "strikethrough"), ("strike", "strikethrough"), ("del", "strikethrough"), ("tg-spoiler", "spoiler"),
        ("code", "code"), ("pre", "pre"), ("blockquote", "blockquote"), ("B", "bold"),
    ],
)  # fmt: skip
def test_each_tag_makes_its_entity(tag: str, kind: str) -> None:
    formatted = parse_html(f"😀<{tag}>Ana</{tag}>")
    assert formatted.text == "😀Ana"
    assert formatted.entities == [{"type": kind, "offset": 2, "length": 3}]


def test_tags_with_attributes_keep_what_they_say() -> None:
    formatted = parse_html(
        '<a href="https://t.me/ana?text=a&amp;b">x</a><span class="tg-spoiler">x</span><tg-emoji emoji-id="5">x'
        '</tg-emoji><pre><code class="language-python">x</code></pre><blockquote expandable>x</blockquote>'
    )
    assert [{name: one[name] for name in one if name not in ("offset", "length")} for one in formatted.entities] == [
        {"type": "text_link", "url": "https://t.me/ana?text=a&b"},
        {"type": "spoiler"},
        {"type": "custom_emoji", "custom_emoji_id": "5"},
        {"type": "pre", "language": "python"},
        {"type": "expandable_blockquote"},
    ]


def test_references_are_decoded_and_unknown_ones_stay() -> None:
    assert (
        parse_html("&lt;Ana&gt; &amp;&quot; &#233; &#xe9; &nbsp; &copy; & &;").text == '<Ana> &" é é &nbsp; &copy; & &;'
    )


def test_a_link_telegram_does_not_take_loses_its_link_and_keeps_its_text() -> None:
    formatted = parse_html('<a href="tel:+34600123456">call</a> <a href="mailto:ana@example.org">write</a>')
    assert formatted.text == "call write"
    assert formatted.entities == []


def test_spaces_around_are_trimmed_and_entities_move_along() -> None:
    formatted = parse_html("\n <b> Ana </b> \n")
    assert (formatted.text, formatted.entities) == ("Ana", [{"type": "bold", "offset": 0, "length": 3}])


@given(st.text())
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert parse_html(escaped).text == text.strip()


@given(st.text(alphabet="<>/ab =\"'&;#xspan \n😀", max_size=60))
def test_anything_is_parsed_or_refused_and_entities_stay_inside(source: str) -> None:
    try:
        formatted = parse_html(source)
    except RefusedError:
        return
    assert all(one["offset"] + one["length"] <= utf16_length(formatted.text) for one in formatted.entities)


@pytest.mark.parametrize("piece", ["<b>", "<a ", "&", "<a href='", "</", "<b></b>", " ", "<a x= "])
def test_hostile_repetition_is_read_in_a_moment(piece: str) -> None:
    started = time.process_time()
    source = piece * (100_000 // len(piece))
    with contextlib.suppress(RefusedError):
        parse_html(source)
    assert time.process_time() - started < 2
