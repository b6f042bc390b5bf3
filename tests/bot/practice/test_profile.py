"""The bot's commands and descriptions."""

import pytest

from bot.practice.bot_api import PracticeBotApi
from bot.practice.refusals import Json
from tests.bot.practice.calls import call, meet_grace, refusal


@pytest.fixture
def api() -> PracticeBotApi:
    return meet_grace()


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        ({"command": "Bad", "description": "x"}, "BOT_COMMAND_INVALID"),
        ({"command": "bad command", "description": "x"}, "BOT_COMMAND_INVALID"),
        ({"command": "x" * 33, "description": "x"}, "BOT_COMMAND_INVALID"),
        ({"command": "", "description": "x"}, "command must be non-empty"),
        ({"command": "start", "description": ""}, "command description must be non-empty"),
        ({"command": "start", "description": "x" * 257}, "BOT_COMMAND_DESCRIPTION_INVALID"),
    ],
)
def test_wrong_commands_are_refused(api: PracticeBotApi, command: Json, reason: str) -> None:
    assert refusal(call(api, "setMyCommands", commands=[command])) == reason


def test_commands_are_kept_by_language(api: PracticeBotApi) -> None:
    start = {"command": "start", "description": "Begin"}
    assert call(api, "setMyCommands", commands=[start])["result"] is True
    assert call(api, "getMyCommands")["result"] == [start]
    assert call(api, "getMyCommands", language_code="es")["result"] == []
    assert refusal(call(api, "setMyCommands", commands=[start] * 101)) == "BOT_COMMANDS_TOO_MUCH"


def test_a_description_over_its_limit_is_refused(api: PracticeBotApi) -> None:
    assert call(api, "setMyDescription", description="x" * 512)["result"] is True
    assert call(api, "getMyDescription")["result"] == {"description": "x" * 512}
    assert "too long" in refusal(call(api, "setMyDescription", description="x" * 513))
    assert "too long" in refusal(call(api, "setMyShortDescription", short_description="x" * 121))
