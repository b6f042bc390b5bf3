"""A model behind OpenAI's chat completions on 127.0.0.1; it answers as a test tells it: well, late, wrongly, with malice."""

import asyncio
import json
import threading
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import Any, Self

from aiohttp import web

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


def saying(text: str | None) -> Answer:
    """A completion with that content."""

    async def answer(_: web.Request) -> web.StreamResponse:
        message = {"role": "assistant", "content": text}
        choice = {"index": 0, "finish_reason": "stop", "message": message}
        return web.json_response({
            "id": "c1", "object": "chat.completion", "created": 1, "model": "made-up", "choices": [choice]
        })  # fmt: skip

    return answer


def failing(status: int, body: str = "{}") -> Answer:
    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(status=status, text=body, content_type="application/json")

    return answer


async def endless(request: web.Request) -> web.StreamResponse:
    """Sends for as long as anybody reads."""
    response = web.StreamResponse(headers={"Content-Type": "application/json"})
    await response.prepare(request)
    try:
        while True:
            await response.write(b" " * 16_384)
    except (ConnectionError, asyncio.CancelledError):
        return response


def cut_off(status: int) -> Answer:
    """Hangs up in the middle of its answer."""

    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(status=status, headers={"Content-Length": "5000"})
        await response.prepare(request)
        await response.write(b'{"id": "c1"')
        if request.transport is not None:
            request.transport.close()
        return response

    return answer


async def silent(_: web.Request) -> web.StreamResponse:
    """Takes the question, and never answers."""
    await asyncio.Event().wait()
    raise AssertionError("nobody wakes it")


class ModelServer:
    """Serves from a thread. `answer` may be set any time; `asked` are the bodies of the questions so far."""

    def __init__(self) -> None:
        self.answer: Answer = saying("Hi Ana, how are you?")
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.url = ""
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._runner: web.AppRunner | None = None

    def facts(self) -> dict[str, Any]:
        """Those of the newest question."""
        found: dict[str, Any] = json.loads(self.asked[-1]["messages"][1]["content"])
        return found

    def __enter__(self) -> Self:
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._start(), self._loop).result(10)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    def stop(self) -> None:
        """Nothing listens any more."""
        if self._runner is not None:
            asyncio.run_coroutine_threadsafe(self._runner.cleanup(), self._loop).result(10)
            self._runner = None

    async def _start(self) -> None:
        app = web.Application()
        app.router.add_post("/v1/chat/completions", self._take)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        port = self._runner.addresses[0][1]
        self.url = f"http://127.0.0.1:{port}/v1"

    async def _take(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(await request.json())
        self.headers.append(dict(request.headers))
        return await self.answer(request)
