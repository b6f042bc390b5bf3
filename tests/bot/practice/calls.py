"""Calls to the practice Bot API as the tests make them."""

import asyncio
import json
from typing import Any

from bot.practice.bot_api import PracticeBotApi
from bot.practice.refusals import Json

GRACE = 7
DONE = {"text": "Done", "callback_data": "done:1"}


def meet_grace() -> PracticeBotApi:
    """A Bot API with one chat, which Grace has begun with "hi"."""
    api = PracticeBotApi()
    api.user(GRACE).text("hi")
    return api


def call(api: PracticeBotApi, method: str, **params: Any) -> Json:
    """As a form would carry them: strings, JSON for what has parts, and `files` by the name of their part."""
    files = params.pop("files", {})
    fields = {name: one if isinstance(one, str) else json.dumps(one) for name, one in params.items()}
    return asyncio.run(api.call(method, fields, files))


def send(api: PracticeBotApi, text: str = "Hello", **params: Any) -> Json:
    return call(api, "sendMessage", **({"chat_id": GRACE, "text": text} | params))


def refusal(answer: Json) -> str:
    assert answer["ok"] is False
    assert answer["error_code"] == 400
    return str(answer["description"]).removeprefix("Bad Request: ")


def keyboard(*buttons: Json) -> Json:
    return {"inline_keyboard": [[button] for button in buttons]}
