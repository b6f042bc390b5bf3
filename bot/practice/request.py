"""The practice Bot API in place of the network, for python-telegram-bot."""

import json
import re
from typing import IO
from urllib.parse import unquote

import httpx
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.practice.bot_api import PracticeBotApi
from bot.practice.files import UploadedFile
from bot.practice.refusals import AnswerLostError, Json, RefusedError, UnreachableError

_FILE = re.compile(r"https?://[^/]+/file/bot([^/]+)/(.+)")
_METHOD = re.compile(r"https?://[^/]+/bot([^/]+)/(\w+)")


class PracticeRequest(BaseRequest):
    """Hand it to ApplicationBuilder.request and .get_updates_request; any base URL will do.

    Faults come out as HTTPXRequest would raise them: no connection is NetworkError caused by httpx.ConnectError, a lost
    answer TimedOut caused by httpx.ReadTimeout, one never delivered TimedOut caused by httpx.ConnectTimeout.
    """

    def __init__(self, api: PracticeBotApi) -> None:
        self.api = api

    @property
    def read_timeout(self) -> float | None:
        return 5.0

    async def initialize(self) -> None:
        """There is nothing to open."""

    async def shutdown(self) -> None:
        """There is nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *_: ODVInput[float],
        **__: ODVInput[float],
    ) -> tuple[int, bytes]:
        """The status and body that Telegram would answer. Time-outs don't apply."""
        if method == "GET" and (found := _FILE.fullmatch(unquote(url))):
            return self._fetch(found[1], found[2])
        found = _METHOD.fullmatch(url)
        if found is None or found[1] != self.api.server.token:
            return 401, _encode(RefusedError(401, "Unauthorized").answer())
        return await self._call(found[2], request_data)

    async def _call(self, method: str, data: RequestData | None) -> tuple[int, bytes]:
        try:
            answer = await self.api.call(method, data.json_parameters if data else {}, _read_uploads(data))
        except UnreachableError as lost:
            cause: Exception = httpx.ConnectError(str(lost))
            raise NetworkError(f"httpx.ConnectError: {lost}") from cause
        except AnswerLostError as lost:
            cause = (httpx.ReadTimeout if lost.delivered else httpx.ConnectTimeout)(str(lost))
            raise TimedOut from cause
        return answer.get("error_code", 200), _encode(answer)

    def _fetch(self, token: str, path: str) -> tuple[int, bytes]:
        if token != self.api.server.token:
            return 401, _encode(RefusedError(401, "Unauthorized").answer())
        try:
            return 200, self.api.server.shelf.fetch(path)
        except RefusedError as refused:
            return refused.code, _encode(refused.answer())


def _read_uploads(data: RequestData | None) -> dict[str, UploadedFile]:
    parts = data.multipart_data if data else {}
    return {name: UploadedFile(part[0], _read_content(part[1]), part[2]) for name, part in parts.items()}


def _read_content(content: bytes | IO[bytes]) -> bytes:
    return content if isinstance(content, bytes) else content.read()


def _encode(answer: Json) -> bytes:
    return json.dumps(answer).encode()
