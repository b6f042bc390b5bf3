"""What the chat looks like where nobody sees colours."""

import asyncio
import io
from pathlib import Path
from typing import Any

import pytest

from bot.practice.bot_api import PracticeBotApi
from bot.practice.screen import Screen
from bot.texts.practice import PracticeTexts


@pytest.fixture
def api() -> PracticeBotApi:
    api = PracticeBotApi()
    api.user(7).text("hi")
    return api


def show(api: PracticeBotApi, folder: Path, *calls: tuple[str, dict[str, Any]]) -> str:
    for method, params in calls:
        assert asyncio.run(api.call(method, {"chat_id": 7} | params))["ok"] is True
    out = io.StringIO()
    Screen(out, PracticeTexts("en"), folder).show(list(api.server.events))
    return out.getvalue()


def say(text: str, **params: Any) -> tuple[str, dict[str, Any]]:
    return "sendMessage", {"text": text, "parse_mode": "HTML"} | params


def test_formatting_becomes_plain_words(api: PracticeBotApi, tmp_path: Path) -> None:
    shown = show(
        api, tmp_path, say("😀 <b>Ana</b> at <a href='https://example.org'>her site</a>\n\n[bold]stays[/bold]")
    )
    assert shown == "Dotty #2\n  😀 Ana at her site (https://example.org)\n\n  [bold]stays[/bold]\n"


def test_a_quote_has_a_bar_before_each_line(api: PracticeBotApi, tmp_path: Path) -> None:
    shown = show(api, tmp_path, say("Try:\n<blockquote>Hi Ana,\nhow are you?</blockquote>"))
    assert "  Try:\n  │ Hi Ana,\n  │ how are you?\n" in shown


def test_a_long_line_stays_one_line(api: PracticeBotApi, tmp_path: Path) -> None:
    assert "word " * 100 + "end" in show(api, tmp_path, say("word " * 100 + "end"))


def test_buttons_say_what_they_do(api: PracticeBotApi, tmp_path: Path) -> None:
    row = [{"text": "Copy", "copy_text": {"text": "Hi Ana"}}, {"text": "Site", "url": "https://example.org"}]
    shown = show(api, tmp_path, say("Hello", reply_markup={"inline_keyboard": [row]}))
    assert "  [1] Copy (copies “Hi Ana”)  [2] Site (opens https://example.org)\n" in shown


def test_a_message_changed_at_once_is_shown_once_as_it_ends(api: PracticeBotApi, tmp_path: Path) -> None:
    shown = show(api, tmp_path, say("Working"), ("editMessageText", {"message_id": 2, "text": "Ready"}))
    assert shown == "Dotty #2\n  Ready\n"


def test_cards_deletions_pins_and_reactions_are_told(api: PracticeBotApi, tmp_path: Path) -> None:
    shown = show(
        api,
        tmp_path,
        ("sendContact", {"phone_number": "+34600123456", "first_name": "Ana", "last_name": "Ruiz"}),
        ("pinChatMessage", {"message_id": 2}),
        ("setMessageReaction", {"message_id": 1, "reaction": [{"type": "emoji", "emoji": "👍"}]}),
        ("deleteMessage", {"message_id": 2}),
    )
    for line in ("pinned #2", "reacted to #1: 👍", "deleted #2"):
        assert line in shown
    assert "Contact" not in shown
    contact = ("sendContact", {"phone_number": "+34600123456", "first_name": "Ana", "last_name": "Ruiz"})
    assert "Contact: Ana Ruiz, +34600123456" in show(api, tmp_path, contact)
