"""Wishes for other words."""

from datetime import date

import pytest

from bot.rules.drafts import Known
from bot.rules.outreach_meanings import Reworded, Voiced
from bot.rules.rework_phrases import read_rework
from bot.rules.roster import Roster

TODAY = date(2026, 11, 30)
ROSTER = Roster([Known(1, "Ana Ruiz"), Known(2, "Grace Lim")])


def read(text: str) -> object:
    return read_rework(text, ROSTER)


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("shorter", "shorter"),
        ("Shorter please.", "shorter"),
        ("make it a bit shorter", "shorter"),
        ("too long", "shorter"),
        ("that's too long", None),
        ("can you make it shorter?", "shorter"),
        ("warmer", "warmer"),
        ("a little friendlier", "warmer"),
        ("less formal", "warmer"),
        ("too stiff", "warmer"),
        ("Too formal!", "warmer"),
        ("a bit too serious", "warmer"),
        ("way too casual", "formal"),
        ("too short", None),
        ("more formal", "formal"),
        ("make it polite", "formal"),
        ("cold", None),
        ("long", None),
        ("short hair", None),
        ("formal dinner with Ana", None),
    ],
)
def test_a_wish_for_another_tone(text: str, how: str | None) -> None:
    read_one = read(text)
    assert (read_one.how if isinstance(read_one, Reworded) else None) == how


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("in Spanish", "es"),
        ("in german please", "de"),
        ("write it in French", "fr"),
        ("auf Deutsch", "de"),
        ("en español", "es"),
        ("in Berlin", None),
        ("in spring", None),
        ("in it", None),
    ],
)
def test_a_wish_for_a_language(text: str, code: str | None) -> None:
    read_one = read(text)
    assert (read_one.language if isinstance(read_one, Reworded) else None) == code


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("ask for an intro to Grace", "Grace"),
        ("ask her for an introduction to somebody at BMW.", "somebody at BMW"),
        ("ask him to introduce me to Grace Lim", None),
        ("ask for an intro", ""),
    ],
)
def test_a_wish_to_ask_for_an_introduction(text: str, to: str | None) -> None:
    read_one = read(text)
    assert (read_one.to if isinstance(read_one, Reworded) else None) == to


@pytest.mark.parametrize(
    ("text", "voiced"),
    [
        ("write to Ana formally", Voiced("Ana", "formal")),
        ("be brief with grace", Voiced("grace", "brief")),
        ("always write warmly to her", Voiced("", "warm")),
        ("write to Ana on Monday", None),
        ("write to Zed formally", None),
    ],
)
def test_a_wish_for_a_voice(text: str, voiced: Voiced | None) -> None:
    assert read(text) == voiced


@pytest.mark.parametrize("text", ["", "Ana", "done", "she needs a shorter commute", "x " * 2_000, "in " * 40])
def test_anything_else_is_no_wish_for_other_words(text: str) -> None:
    assert read(text) is None
