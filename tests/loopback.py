"""The practice Bot API over HTTP on 127.0.0.1, for bots that run in a process of their own."""

import asyncio
import json
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from bot.practice.bot_api import PracticeBotApi
from bot.practice.files import UploadedFile
from bot.practice.refusals import AnswerLostError, RefusedError, UnreachableError
from bot.practice.users import PracticeUser

#: In the form of a real one.
TOKEN = "1000001:loopback-loopback-loopback-loopback"
#: Uploads of 50 MB pass, so that it is the Bot API and not the server that refuses more.
_BODY_LIMIT = 60 * 1024 * 1024


class Held:
    """A call whose answer never comes: the bot waits for it until it is killed or the call is let go."""

    def __init__(self, loop: asyncio.AbstractEventLoop, *, carried_out: bool) -> None:
        self.carried_out = carried_out
        self._loop = loop
        self._arrived = threading.Event()
        self._let_go = asyncio.Event()

    def wait(self, timeout: float = 20) -> None:
        """Until the call is here."""
        if not self._arrived.wait(timeout):
            raise TimeoutError(f"the call did not come within {timeout} s")

    def let_go(self) -> None:
        self._loop.call_soon_threadsafe(self._let_go.set)

    async def stay(self) -> None:
        self._arrived.set()
        await self._let_go.wait()


class LoopbackBotApi:
    """Serves `api` from a thread: point TELEGRAM_API_URL at `url`.

    The users' side is used from the test's own thread; `wait_for` waits for what the bot does.
    """

    def __init__(self, token: str = TOKEN) -> None:
        self.api = PracticeBotApi(token)
        self.url = ""
        self._port = 0
        self._held: dict[str, Held] = {}
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._runner: web.AppRunner | None = None

    def __enter__(self) -> Self:
        self._thread.start()
        self.come_back()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.go_away()
        asyncio.run_coroutine_threadsafe(_end_tasks(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    def user(self, user_id: int, first_name: str = "Grace", language_code: str | None = "en") -> PracticeUser:
        return self.api.user(user_id, first_name, language_code)

    def wait_for(self, happened: Callable[[PracticeBotApi], bool], timeout: float = 10) -> None:
        """Until `happened(api)` is true; asked after each call and each thing a user does. Raises TimeoutError."""
        with self.api.server.changed:
            if not self.api.server.changed.wait_for(lambda: happened(self.api), timeout):
                raise TimeoutError(f"not within {timeout} s; the bot called {[call.method for call in self.api.calls]}")

    def go_away(self) -> None:
        """Refuse every connection, and cut those that are open."""
        asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result(10)

    def come_back(self) -> None:
        """Listen, on the same port as before."""
        asyncio.run_coroutine_threadsafe(self._start(), self._loop).result(10)

    def hold_next(self, method: str, *, carried_out: bool) -> Held:
        """The next call of `method` stays without an answer; it was done all the same if `carried_out`."""
        held = self._held[method.lower()] = Held(self._loop, carried_out=carried_out)
        return held

    async def _start(self) -> None:
        app = web.Application(client_max_size=_BODY_LIMIT)
        app.router.add_get("/file/bot{token}/{path:.+}", self._serve_file)
        app.router.add_route("*", "/bot{token}/{method}", self._serve_method)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        self._port = self._runner.addresses[0][1]
        self.url = f"http://127.0.0.1:{self._port}"

    async def _stop(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    async def _serve_method(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self.api.server.token:
            return _refuse(RefusedError(401, "Unauthorized"))
        method = request.match_info["method"]
        params, files = await _read_request(request)
        held = self._held.pop(method.lower(), None)
        if held is not None and not held.carried_out:
            await held.stay()
        try:
            answer = await self.api.call(method, params, files)
        except (UnreachableError, AnswerLostError):
            return _hang_up(request)
        if held is not None:
            await held.stay()
        return web.json_response(answer, status=answer.get("error_code", 200))

    async def _serve_file(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self.api.server.token:
            return _refuse(RefusedError(401, "Unauthorized"))
        try:
            return web.Response(body=self.api.server.shelf.fetch(request.match_info["path"]))
        except RefusedError as refused:
            return _refuse(refused)


async def _end_tasks() -> None:
    """The requests of killed clients outlive the server: nobody's going away cancels them."""
    left = asyncio.all_tasks() - {asyncio.current_task()}
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)


async def _read_request(request: web.Request) -> tuple[dict[str, Any], dict[str, UploadedFile]]:
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


def _refuse(refused: RefusedError) -> web.Response:
    return web.json_response(refused.answer(), status=refused.code)


def _hang_up(request: web.Request) -> web.Response:
    """Close the connection without an answer: to a client this is the same whether the request was carried out."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
