"""The practice Bot API as a whole."""

import pytest

from bot.practice.bot_api import PracticeBotApi
from tests.bot.practice.calls import GRACE, call, meet_grace, refusal, send


@pytest.fixture
def api() -> PracticeBotApi:
    return meet_grace()


def test_an_unknown_method_is_not_found_and_names_are_in_any_case(api: PracticeBotApi) -> None:
    assert call(api, "sendTelepathy") == {"ok": False, "error_code": 404, "description": "Not Found"}
    assert call(api, "GETME")["result"]["username"] == "dotty_practice_bot"


def test_a_webhook_and_polling_exclude_each_other(api: PracticeBotApi) -> None:
    assert "HTTPS" in refusal(call(api, "setWebhook", url="http://example.org"))
    assert call(api, "setWebhook", url="https://example.org/hook")["result"] is True
    assert call(api, "getWebhookInfo")["result"]["url"] == "https://example.org/hook"
    assert call(api, "getUpdates")["error_code"] == 409
    assert call(api, "deleteWebhook", drop_pending_updates=True)["result"] is True
    assert call(api, "getUpdates")["result"] == []


def test_a_scheduled_failure_happens_once_and_does_nothing(api: PracticeBotApi) -> None:
    api.fail_next("sendMessage", 429, "Too Many Requests: retry after 3", retry_after=3)
    answer = send(api)
    assert answer["parameters"] == {"retry_after": 3}
    assert api.chat(GRACE).sent() == []
    assert send(api)["ok"] is True
