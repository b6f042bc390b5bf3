"""The token, the clock and the webhook."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp import ClientTimeout, web

from bot.config import Config
from bot.doctor.findings import Finding
from bot.doctor.telegram import check_telegram
from tests.loopback import TOKEN, LoopbackBotApi

PLACE = "https://dotty.example.org/very-secret"


def check(
    telegram: LoopbackBotApi, off: timedelta = timedelta(), *, token: str = TOKEN, webhook_url: str | None = None
) -> dict[str, Finding]:
    config = Config(token=token, api_url=telegram.url, webhook_url=webhook_url)
    found = asyncio.run(check_telegram(config, frozenset(), datetime.now(UTC) + off))
    return {each.about: each for each in found}


def test_a_token_is_right_refused_or_not_to_be_tried(telegram: LoopbackBotApi) -> None:
    assert check(telegram)["token"] == Finding("ok", "token", "right: @dotty_practice_bot")
    refused = check(telegram, token="1000002:another-another-another-another")
    assert refused["token"].level == "wrong"
    assert "@BotFather" in refused["token"].words
    assert refused["webhook"].words == "not asked, without a token that works"


@pytest.mark.parametrize(
    ("token", "wrong", "level", "words"),
    [
        (None, {"TELEGRAM_BOT_TOKEN"}, "wrong", "is not in a token's form"),
        (None, set[str](), "warning", "is not set"),
        (TOKEN, {"TELEGRAM_API_URL"}, "warning", "was not tried: TELEGRAM_API_URL"),
    ],
)
def test_a_token_that_was_sent_nowhere_is_told_why(token: str | None, wrong: set[str], level: str, words: str) -> None:
    found = asyncio.run(check_telegram(Config(token=token), frozenset(wrong), datetime.now(UTC)))
    assert [each.about for each in found] == ["token", "webhook"]
    assert (found[0].level, words in found[0].words) == (level, True)


def test_a_telegram_that_is_away_or_silent_or_something_else_is_a_line(
    telegram: LoopbackBotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    telegram.api.fail_next("getMe", 502, "Bad Gateway")
    assert "answered 502" in check(telegram)["token"].words
    monkeypatch.setattr("bot.doctor.telegram.LIMIT", ClientTimeout(total=0.2))
    held = telegram.hold_next("getMe", carried_out=False)
    assert check(telegram)["token"].words.startswith("127.0.0.1 can't be reached")
    held.let_go()
    telegram.go_away()
    away = check(telegram)
    assert [(each.about, each.level) for each in away.values()] == [
        ("token", "wrong"), ("clock", "warning"), ("webhook", "warning"),
    ]  # fmt: skip


@pytest.mark.parametrize("body", ["<html>", "[]", '{"ok": true, "result": [1]}', "\x00"])
def test_what_is_no_bot_api_is_a_line(body: str) -> None:
    async def answer(_request: web.Request) -> web.Response:
        return web.Response(text=body)

    async def ask() -> list[Finding]:
        app = web.Application()
        app.router.add_post("/{path:.*}", answer)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        try:
            return await check_telegram(Config(token=TOKEN, api_url=url), frozenset(), datetime.now(UTC))
        finally:
            await runner.cleanup()

    found = asyncio.run(ask())
    assert (found[0].level, "answered 200, not as Telegram does" in found[0].words) == ("wrong", True)


@pytest.mark.parametrize(
    ("off", "level", "words"),
    [
        (0, "ok", "within"),
        (20, "warning", "20 s ahead of"),
        (-300, "wrong", "5 minutes behind"),
        (90_000, "wrong", "25 hours"),
    ],
)
def test_a_clock_that_is_off_is_told_by_how_much(telegram: LoopbackBotApi, off: int, level: str, words: str) -> None:
    clock = check(telegram, timedelta(seconds=off))["clock"]
    assert clock.level == level
    # Telegram's clock tells whole seconds.
    near = words.replace("20 s", "19 s"), words.replace("20 s", "21 s"), words
    assert any(each in clock.words for each in near)


@pytest.mark.parametrize(
    ("mine", "info", "level", "words"),
    [
        (None, {"url": "", "pending_update_count": 3}, "ok", "none, as polling wants it; updates that wait: 3"),
        (None, {"url": "", "pending_update_count": 500}, "warning", "updates that wait: 500"),
        (None, {"url": PLACE}, "warning", "dotty.example.org is called, but WEBHOOK_URL is not set"),
        (PLACE, {"url": ""}, "warning", "starting Dotty sets WEBHOOK_URL"),
        (PLACE, {"url": "https://old.example.org/x"}, "warning", "another address, at old.example.org"),
        (PLACE, {"url": PLACE, "pending_update_count": 0}, "ok", "dotty.example.org is called; updates that wait: 0"),
    ],
)
def test_the_webhook_is_as_set_or_it_is_told_how_not(
    telegram: LoopbackBotApi,
    monkeypatch: pytest.MonkeyPatch,
    mine: str | None,
    info: dict[str, object],
    level: str,
    words: str,
) -> None:
    found = _with_info(telegram, monkeypatch, info, mine)
    assert (found.level, words in found.words) == (level, True)
    assert "very-secret" not in found.words


@pytest.mark.parametrize("setting", ["WEBHOOK_URL", "WEBHOOK_SECRET"])
def test_while_the_settings_of_the_webhook_are_wrong_nothing_is_said_of_where_it_goes(
    telegram: LoopbackBotApi, setting: str
) -> None:
    telegram.api.server.webhook = {"url": PLACE, "max_connections": 100}
    config = Config(token=TOKEN, api_url=telegram.url)  # what is left of them
    found = asyncio.run(check_telegram(config, frozenset({setting}), datetime.now(UTC)))
    assert found[-1] == Finding("warning", "webhook", f"not looked at: {setting} is to be mended first")


@pytest.mark.parametrize(("ago", "level"), [(180, "warning"), (200_000, "ok")])
def test_a_call_that_failed_is_told_with_its_age_and_without_addresses(
    telegram: LoopbackBotApi, monkeypatch: pytest.MonkeyPatch, ago: int, level: str
) -> None:
    at = int(datetime.now(UTC).timestamp()) - ago
    said = f"Wrong response from \x1b[2J{PLACE}: 503 Service Unavailable"
    info = {"url": PLACE, "last_error_date": at, "last_error_message": said}
    found = _with_info(telegram, monkeypatch, info, PLACE)
    assert found.level == level
    assert "503 Service Unavailable" in found.words
    assert ("3 minutes ago" in found.words) is (ago == 180)
    assert "very-secret" not in found.words
    assert "\x1b" not in found.words


def _with_info(
    telegram: LoopbackBotApi, monkeypatch: pytest.MonkeyPatch, info: dict[str, object], webhook_url: str | None
) -> Finding:
    """What is found when Telegram knows this of the webhook."""
    call = telegram.api.call

    async def answer(method: str, *given: Any) -> dict[str, object]:
        return {"ok": True, "result": info} if method == "getWebhookInfo" else await call(method, *given)

    monkeypatch.setattr(telegram.api, "call", answer)
    return check(telegram, webhook_url=webhook_url)["webhook"]
