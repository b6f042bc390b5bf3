from datetime import time

import pytest

from bot.rules.meanings import Located, Meaning, Paced, Scheduled
from bot.rules.setting_phrases import read_setting


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("friday 8:30", Scheduled(4, time(8, 30))),
        ("move my nudges to wednesday 6pm", Scheduled(2, time(18))),
        ("nudge me on fridays", Scheduled(4, None)),
        ("change time to 8", Scheduled(None, time(8))),
        ("change the day to Friday", Scheduled(4, None)),
        ("i live in Paris", Located("Paris")),
        ("I'm in lisbon", Located("lisbon")),
        ("my timezone is CET", Located("CET")),
        ("timezone: Asia/Tokyo", Located("Asia/Tokyo")),
        ("set my time zone to UTC+2", Located("UTC+2")),
        ("2 nudges per week", Paced(2)),
        ("two people a week", Paced(2)),
        ("nudge me twice a week", Paced(2)),
    ],
)
def test_a_setting_can_be_said_in_ones_own_words(text: str, meaning: Meaning) -> None:
    assert read_setting(text) == meaning


@pytest.mark.parametrize(
    "text",
    [
        "friday",
        "8",
        "nudge me on friday",
        "I'm in a meeting",
        "I'm in love",
        "2",
        "weekly",
        "once a week",
        "change time",
        "timezone",
        "8 nudges per week",
        "called Ana on friday at 8:30",
        "",
        "i live in Paris\nand London",
    ],
)
def test_what_is_no_setting_is_left_to_others(text: str) -> None:
    assert read_setting(text) is None
