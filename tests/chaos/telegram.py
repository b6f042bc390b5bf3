"""A Telegram that misbehaves: the practice Bot API over HTTP, with a fate drawn for each call.

Each process calls it under a path of its own, so that it is known who asked. What was carried out is recorded.
"""

import asyncio
import json
import re
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from aiohttp import web

from bot.practice.bot_api import PracticeBotApi
from bot.practice.files import UploadedFile
from bot.practice.refusals import Json
from tests.chaos.faults import Fate, Faults
from tests.chaos.waiting import until

#: Seconds that Telegram itself takes.
LATENCY = 0.03
#: A call that was on its way when the 429 was answered is no disobedience, on a machine that is busy with killing
#: processes and starting them; nor is a clock a tenth off.
ON_ITS_WAY, TOLERANCE = 0.8, 0.1
HTML = b"<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"
#: The first button of a nudge, of a reminder of it and of a follow-up names the nudge.
NUDGE_BUTTON = re.compile(r"(done|heard|pace|promise):(\d+)")


@dataclass(slots=True)
class Sent:
    """A message that Telegram carried out. `at` is monotonic; `answered` whether the process was told."""

    at: float
    moment: datetime
    process: str
    chat_id: int
    message_id: int
    text: str
    button: str
    answered: bool
    answered_at: float = 0.0


@dataclass(slots=True)
class Refusal:
    """A 429: the process is to keep still from `at` till `until` (both monotonic)."""

    at: float
    until: float


@dataclass
class Record:
    sent: list[Sent] = field(default_factory=list)
    fates: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    disobeyed: list[str] = field(default_factory=list)
    disobeyed_by_others: int = 0
    calls: int = 0


class ChaosTelegram:
    """One bot's Telegram. `on_kill(process)` is called where the fate is that the caller dies."""

    def __init__(self, token: str, now: Callable[[], datetime], faults: Faults, on_kill: Callable[[str], None]) -> None:
        self.api = PracticeBotApi(token, now=now)
        self.faults = faults
        self.record = Record()
        self.url = ""
        self.in_hand = 0
        self.seen: Counter[tuple[str, str]] = Counter()
        #: By chat, when the bot was last told that it can't write there (monotonic).
        self.refused_at: dict[str, float] = {}
        self._on_kill = on_kill
        self._now = now
        self._port = 0
        self._runner: web.AppRunner | None = None
        self._refusals: dict[str, Refusal] = {}
        self._no_updates_before: dict[str, float] = {}

    async def come(self) -> None:
        """Listen, on the same port as before."""
        app = web.Application(client_max_size=60 * 1024 * 1024)
        app.router.add_route("*", "/{process}/bot{token}/{method}", self._serve)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        self._port = self._runner.addresses[0][1]
        self.url = f"http://127.0.0.1:{self._port}"

    async def go(self) -> None:
        """Refuse every connection, and cut those that are open."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    def forget(self, process: str) -> None:
        """A process that starts anew knows of no 429."""
        self._refusals.pop(process, None)
        self._no_updates_before.pop(process, None)

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        process, method = request.match_info["process"], request.match_info["method"]
        method = "getUpdates" if method.lower() == "getupdates" else method  # Telegram takes it in any case
        params, files = await _read(request)
        self.seen[process, method] += 1
        if method == "getUpdates":
            return await self._give_updates(request, process, params)
        self.in_hand += 1
        try:
            return await self._answer(request, process, method, params, files)
        finally:
            self.in_hand -= 1

    async def _give_updates(self, request: web.Request, process: str, params: Json) -> web.StreamResponse:
        now = time.monotonic()
        if now < self._no_updates_before.get(process, 0.0) - TOLERANCE:
            self.record.disobeyed.append(f"{process} called getUpdates before its time")
        fate = self.faults.draw()
        self.record.fates[f"getUpdates {fate.kind}"] += 1
        if fate.kind == "429":
            self._no_updates_before[process] = now + fate.seconds
            return _slow_down(fate)
        answer = await self.api.call("getUpdates", params)
        return await _reply(request, Fate() if fate.kind == "killed" else fate, answer)

    async def _answer(
        self, request: web.Request, process: str, method: str, params: Json, files: dict[str, UploadedFile]
    ) -> web.StreamResponse:
        self._watch(process, method)
        fate = self.faults.draw()
        self.record.calls += 1
        self.record.fates[fate.kind] += 1
        await asyncio.sleep(LATENCY)
        if not fate.carried_out:
            return await self._leave(request, process, fate)
        began = time.monotonic()
        answer = await self.api.call(method, params, files)
        if not answer["ok"]:
            self.record.refused[f"{method}: {answer['description']}"] += 1
            if fate.answered:
                self.refused_at[str(params.get("chat_id"))] = time.monotonic()
        sent = self._note(process, method, params, answer, fate, began)
        if fate.kind == "killed":
            self._on_kill(process)
            return _hang_up(request)
        response = await _reply(request, fate, answer)
        if sent is not None:
            sent.answered_at = time.monotonic()
        return response

    async def _leave(self, request: web.Request, process: str, fate: Fate) -> web.StreamResponse:
        """Nothing was done."""
        if fate.kind == "killed":
            self._on_kill(process)
            return _hang_up(request)
        if fate.kind == "429":
            now = time.monotonic()
            before = self._refusals.get(process)
            self._refusals[process] = Refusal(now, max(now + fate.seconds, before.until if before else 0.0))
            return _slow_down(fate)
        return await _reply(request, fate, {"ok": True, "result": {}})

    def _watch(self, process: str, method: str) -> None:
        """Whoever was told to wait must not call before."""
        now = time.monotonic()
        for told, refusal in self._refusals.items():
            if refusal.at + ON_ITS_WAY < now < refusal.until - TOLERANCE:
                if told == process:
                    early = refusal.until - now
                    self.record.disobeyed.append(f"{process} called {method} {early:.2f} s before its time")
                else:
                    self.record.disobeyed_by_others += 1

    def _note(self, process: str, method: str, params: Json, answer: Json, fate: Fate, at: float) -> Sent | None:
        if method != "sendMessage" or not answer["ok"]:
            return None
        message = answer["result"]
        sent = Sent(
            at, self._now(), process, message["chat"]["id"], message["message_id"], message.get("text", ""),
            _first_button(params), fate.answered,
        )  # fmt: skip
        self.record.sent.append(sent)
        return sent


def _slow_down(fate: Fate) -> web.Response:
    seconds = int(fate.seconds)
    body = _error(429, f"Too Many Requests: retry after {seconds}") | {"parameters": {"retry_after": seconds}}
    return web.json_response(body, status=429)


def _first_button(params: Json) -> str:
    """The callback_data of the first button that names a nudge."""
    found = NUDGE_BUTTON.search(json.dumps(params.get("reply_markup", "")))
    return found[0] if found else ""


async def _reply(request: web.Request, fate: Fate, answer: Json) -> web.StreamResponse:
    """Answer as the fate is; the call has been carried out, or not."""
    match fate.kind:
        case "slow":
            await asyncio.sleep(fate.seconds)
        case "500":
            return web.json_response(_error(500, "Internal Server Error"), status=500)
        case "502":
            return web.Response(body=HTML, status=502, content_type="text/html")
        case "malformed":
            return web.Response(body=json.dumps(answer).encode()[:-7] + b"\xff}", content_type="application/json")
        case "half":
            return await _cut(request, json.dumps(answer).encode())
        case "silence":
            await _keep_silent(request, fate.seconds)
            return _hang_up(request)
        case "dropped":
            return _hang_up(request)
    return web.json_response(answer, status=answer.get("error_code", 200))


async def _keep_silent(request: web.Request, seconds: float) -> None:
    """Until the time is up, or nobody listens any more."""
    await until(lambda: request.transport is None or request.transport.is_closing(), seconds)


async def _cut(request: web.Request, body: bytes) -> web.StreamResponse:
    """The head and half of the body, and the line is gone."""
    response = web.StreamResponse(headers={"Content-Type": "application/json", "Content-Length": str(len(body))})
    with suppress(ConnectionError):  # it hung up first
        await response.prepare(request)
        await response.write(body[: len(body) // 2])
    return _hang_up(request)


def _hang_up(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def _error(code: int, description: str) -> Json:
    return {"ok": False, "error_code": code, "description": description}


async def _read(request: web.Request) -> tuple[Json, dict[str, UploadedFile]]:
    """Parameters from the query string and from a form, multipart or JSON body."""
    params: dict[str, Any] = dict(request.query)
    files: dict[str, UploadedFile] = {}
    if request.content_type == "application/json":
        body = await request.read()
        return params | (json.loads(body) if body else {}), files
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            files[name] = UploadedFile(value.filename, value.file.read(), value.content_type)
        else:
            params[name] = value
    return params, files
