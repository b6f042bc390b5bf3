from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.texts.voice import MESSAGE_LENGTH, Voice, esc

VOICE = Voice("en")
MONDAY = date(2026, 11, 23)


@given(st.lists(st.text(max_size=900), max_size=12))
def test_lines_that_fit_are_all_there_and_no_message_is_too_long(lines: list[str]) -> None:
    text = VOICE.fit(esc(line) for line in lines)
    assert len(text.encode("utf-16-le")) // 2 <= MESSAGE_LENGTH + 2
    whole = "\n".join(esc(line) for line in lines)
    assert text == whole or text.endswith("…")


def test_a_line_is_never_cut_in_its_markup() -> None:
    assert VOICE.fit(["<b>a</b>", f"<b>{'x' * 4000}</b>", "<i>c</i>"]) == "<b>a</b>\n…"


@pytest.mark.parametrize(("days", "spoken"), [
    (0, "today"), (1, "tomorrow"), (-1, "yesterday"), (4, "Friday 27 November"), (-7, "Monday 16 November"),
    (20, "13 December"), (60, "22 January"), (120, "23 March 2027"), (-400, "19 October 2025"),
])  # fmt: skip
def test_a_day_is_said_as_people_say_it(days: int, spoken: str) -> None:
    assert VOICE.day(MONDAY + timedelta(days=days), MONDAY) == spoken


@pytest.mark.parametrize(("names", "listed"), [
    ([], ""), (["Ana"], "Ana"), (["Ana", "Ben"], "Ana and Ben"), (["Ana", "Ben", "Grace"], "Ana, Ben and Grace"),
])  # fmt: skip
def test_names_are_listed(names: list[str], listed: str) -> None:
    assert VOICE.listed(names) == listed


def test_what_was_typed_is_harmless_in_html_and_is_no_format() -> None:
    assert esc("<b>{x} & %s</b>") == "&lt;b&gt;{x} &amp; %s&lt;/b&gt;"
