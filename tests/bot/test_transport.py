"""The transport to Telegram over real sockets on loopback, beside the library's own."""

import asyncio
import io
import json
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from email import message_from_bytes
from email.message import Message
from typing import Any

import pytest
from telegram import Bot, InputFile, InputMediaDocument
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, HTTPXRequest

from bot.faults import Fault, classify
from bot.transport import Transport

TOKEN = "1000001:loopback-loopback-loopback-loopback"
MESSAGE = b'{"ok":true,"result":{"message_id":1,"date":0,"chat":{"id":7,"type":"private"},"text":"hi"}}'
#: More than the sockets between a client and a server that doesn't read take in.
LARGE = bytes(range(256)) * 65_536

Behaviour = Callable[["Server", asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "REQUEST_METHOD"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


class Server:
    """Behaves to each connection as it is told. `calls` are the requests it has read: line, headers, body."""

    def __init__(self, behaviour: Behaviour) -> None:
        self.behaviour = behaviour
        self.calls: list[tuple[str, Message, bytes]] = []
        self.opened, self.open, self.most_open = 0, 0, 0
        self.arrived, self.gone = asyncio.Semaphore(0), asyncio.Semaphore(0)
        self.let_go = asyncio.Event()
        self.port = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def read(self, reader: asyncio.StreamReader) -> None:
        """One request. Raises IncompleteReadError at the end of the connection."""
        line, _, fields = (await reader.readuntil(b"\r\n\r\n")).partition(b"\r\n")
        headers = message_from_bytes(fields)
        self.calls.append((line.decode(), headers, await reader.readexactly(int(headers["Content-Length"] or 0))))
        self.arrived.release()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.opened, self.open = self.opened + 1, self.open + 1
        self.most_open = max(self.most_open, self.open)
        with suppress(asyncio.IncompleteReadError, ConnectionError):  # the client hung up, as clients do
            await self.behaviour(self, reader, writer)
        self.open -= 1
        writer.close()
        self.gone.release()


@asynccontextmanager
async def serving(behaviour: Behaviour) -> AsyncIterator[Server]:
    server = Server(behaviour)
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0)
    server.port = listening.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        server.let_go.set()
        listening.close()
        while server.open:
            await server.gone.acquire()


@asynccontextmanager
async def bot_at(url: str, request: BaseRequest) -> AsyncIterator[Bot]:
    """A bot that has not called Telegram yet."""
    await request.initialize()
    try:
        yield Bot(TOKEN, base_url=f"{url}/bot", request=request, get_updates_request=request)
    finally:
        await request.shutdown()


def run(behaviour: Behaviour, use: Callable[[Server, Bot], Awaitable[Any]], request: BaseRequest | None = None) -> Any:
    async def connect() -> Any:
        async with serving(behaviour) as server, bot_at(server.url, request or Transport()) as bot:
            return await asyncio.wait_for(use(server, bot), 20)

    return asyncio.run(connect())


def fail(behaviour: Behaviour, request: BaseRequest, url: str | None = None) -> TelegramError:
    """The error of sending one message."""

    async def use(server: Server, bot: Bot) -> TelegramError:
        async with bot_at(url or server.url, request) as sender:
            with pytest.raises(TelegramError) as failed:
                await sender.send_message(7, "hi")
        return failed.value

    error: TelegramError = run(behaviour, use)
    return error


def replying(status: int = 200, body: bytes = MESSAGE, *, more: str = "", promised: int | None = None) -> Behaviour:
    """Answers every call on the connection so; breaks it off after an answer shorter than `promised`."""

    async def behave(server: Server, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            await server.read(reader)
            length = len(body) if promised is None else promised
            writer.write(f"HTTP/1.1 {status} Said\r\nContent-Length: {length}\r\n{more}\r\n".encode() + body)
            if promised is not None:
                return

    return behave


async def silence(server: Server, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await server.read(reader)
    await server.let_go.wait()


async def deafness(server: Server, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Does not even read."""
    await server.let_go.wait()


async def drop(server: Server, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await server.read(reader)
    writer.transport.abort()


async def babble(server: Server, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await server.read(reader)
    writer.write(b"this is no HTTP\r\n\r\n")


# --- calls -----------------------------------------------------------------------------------------------------------


def test_a_call_arrives_as_it_was_made_and_its_answer_comes_back() -> None:
    async def use(server: Server, bot: Bot) -> None:
        sent = await bot.send_message(7, "Zażółć <b>👋</b> & = %", parse_mode="HTML")
        assert (sent.message_id, sent.text) == (1, "hi")
        line, headers, body = server.calls[0]
        assert line == f"POST /bot{TOKEN}/sendMessage HTTP/1.1"
        assert (headers["Content-Type"], "python-telegram-bot" in headers["User-Agent"]) == ("application/json", True)
        assert json.loads(body) == {"chat_id": "7", "text": "Zażółć <b>👋</b> & = %", "parse_mode": "HTML"}

    run(replying(), use)


def test_a_file_is_fetched() -> None:
    async def use(server: Server, bot: Bot) -> None:
        assert await bot.request.retrieve(f"{server.url}/file/bot{TOKEN}/docs/a%20b.csv") == LARGE
        assert server.calls[0][0] == f"GET /file/bot{TOKEN}/docs/a%20b.csv HTTP/1.1"
        assert server.calls[0][2] == b""

    run(replying(body=LARGE), use)


def test_connections_are_kept_for_the_next_call() -> None:
    async def use(server: Server, bot: Bot) -> None:
        for _ in range(5):
            await bot.send_message(7, "hi")
        assert (len(server.calls), server.opened) == (5, 1)

    run(replying(), use)


NAME = 'Zażółć "gęślą".csv'
#: Made once: each attachment draws a name.
ALBUM = [
    InputMediaDocument(LARGE[:100_000], filename=NAME, caption="one", thumbnail=InputFile(b"small", filename="s.jpg")),
    InputMediaDocument(b"\r\n--boundary\r\n\0", filename="b.bin"),
]
UPLOADS: dict[str, Callable[[Bot], Coroutine[Any, Any, Any]]] = {
    "bytes": lambda bot: bot.send_document(7, LARGE[:300_001], filename=NAME, caption="A & <b>", protect_content=True),
    "a file being read": lambda bot: bot.send_document(
        7, InputFile(io.BytesIO(LARGE[:200_000]), filename="c", read_file_handle=False)
    ),
    "nothing": lambda bot: bot.send_document(7, b"", filename="empty.txt"),
    "an album": lambda bot: bot.send_media_group(7, ALBUM),
}


@pytest.mark.parametrize("upload", UPLOADS.values(), ids=UPLOADS)
def test_an_upload_is_byte_for_byte_the_one_of_the_library(upload: Callable[[Bot], Coroutine[Any, Any, Any]]) -> None:
    """But for the boundary between its parts, which is drawn."""

    async def use(server: Server, bot: Bot) -> tuple[str, bytes]:
        await upload(bot)
        _, headers, body = server.calls[0]
        boundary = headers.get_param("boundary", header="Content-Type")
        assert isinstance(boundary, str)
        assert boundary.encode() in body
        return headers.get_content_type(), body.replace(boundary.encode(), b"BOUNDARY")

    answered = replying(body=b'{"ok":true,"result":[]}') if upload is UPLOADS["an album"] else replying()
    assert run(answered, use) == run(answered, use, HTTPXRequest())


def test_redirects_are_not_followed() -> None:
    async def use(server: Server, bot: Bot) -> None:
        with pytest.raises(NetworkError):
            await bot.send_message(7, "hi")
        assert len(server.calls) == 1

    run(replying(302, b"", more="Location: /elsewhere\r\n"), use)


# --- errors ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("status", "body"), [
    (400, b'{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}'),
    (400, b'{"ok":false,"error_code":400,"description":"x","parameters":{"migrate_to_chat_id":-100}}'),
    (401, b'{"ok":false,"error_code":401,"description":"Unauthorized"}'),
    (403, b'{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}'),
    (404, b'{"ok":false,"error_code":404,"description":"Not Found"}'),
    (409, b'{"ok":false,"error_code":409,"description":"Conflict"}'),
    (429, b'{"ok":false,"error_code":429,"description":"Too Many","parameters":{"retry_after":3}}'),
    (500, b'{"ok":false,"error_code":500,"description":"Internal Server Error"}'),
    (502, b"<html>Bad Gateway</html>"),
    (200, b"<html>Welcome</html>"),
    (200, b'{"ok":true,"resu'),
    (799, b"{}"),
])  # fmt: skip
def test_a_refusal_is_the_same_error_as_with_the_librarys_transport(status: int, body: bytes) -> None:
    ours, theirs = (fail(replying(status, body), request) for request in (Transport(), HTTPXRequest()))
    assert (type(ours), str(ours), classify(ours)) == (type(theirs), str(theirs), classify(theirs))


FAILURES: dict[str, tuple[Behaviour, float, type[TelegramError], Fault]] = {
    "dropped before an answer": (drop, 5.0, NetworkError, Fault.MAYBE_DELIVERED),
    "dropped within an answer": (replying(promised=500), 5.0, NetworkError, Fault.MAYBE_DELIVERED),
    "no HTTP": (babble, 5.0, NetworkError, Fault.MAYBE_DELIVERED),
    "no answer": (silence, 0.05, TimedOut, Fault.MAYBE_DELIVERED),
}


@pytest.mark.parametrize("name", FAILURES)
def test_a_fault_after_the_call_has_left_may_have_been_delivered(name: str) -> None:
    behaviour, patience, kind, fault = FAILURES[name]
    ours, theirs = (
        fail(behaviour, request) for request in (Transport(read_timeout=patience), HTTPXRequest(read_timeout=patience))
    )
    assert type(ours) is type(theirs) is kind
    assert classify(ours) is classify(theirs) is fault
    assert_no_token(ours)


@pytest.mark.parametrize(("url", "patience", "kind"), [
    ("http://127.0.0.1:1", 5.0, NetworkError),
    ("http://no-such-host.invalid", 5.0, NetworkError),
    ("gopher://127.0.0.1", 5.0, NetworkError),
    ("https://{server}", 0.05, TimedOut),  # nobody shakes hands for TLS
    ("https://{plain}", 5.0, NetworkError),  # nobody there knows TLS
], ids=["refused", "unknown host", "unknown scheme", "no handshake", "no TLS"])  # fmt: skip
def test_a_fault_before_the_call_has_left_was_not_delivered(
    url: str, patience: float, kind: type[TelegramError]
) -> None:
    behaviour = babble_at_once if "{plain}" in url else deafness

    async def use(server: Server, _: Bot) -> None:
        address = url.format(server=f"127.0.0.1:{server.port}", plain=f"127.0.0.1:{server.port}")
        async with bot_at(address, Transport(connect_timeout=patience)) as bot:
            with pytest.raises(TelegramError) as failed:
                await bot.send_message(7, "hi")
        assert type(failed.value) is kind
        assert classify(failed.value) is Fault.NOT_DELIVERED
        assert_no_token(failed.value)

    run(behaviour, use)


async def babble_at_once(server: Server, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"this is no TLS\r\n\r\n")
    await writer.drain()


def assert_no_token(error: BaseException) -> None:
    """Neither in its text nor in all that a log would show of it."""
    shown = "".join(traceback.format_exception(error)) + repr(error) + repr(error.__cause__)
    assert TOKEN not in shown
    assert TOKEN.split(":")[1] not in shown


def test_an_upload_that_is_not_taken_times_out_and_may_have_been_delivered() -> None:
    async def use(server: Server, bot: Bot) -> None:
        with pytest.raises(TimedOut) as failed:
            await bot.send_document(7, LARGE)
        assert classify(failed.value) is Fault.MAYBE_DELIVERED
        assert_no_token(failed.value)

    run(deafness, use, Transport(media_write_timeout=0.05, read_timeout=None))


def test_each_call_may_have_times_of_its_own() -> None:
    async def use(server: Server, bot: Bot) -> None:
        for timeouts, upload in (
            ({"read_timeout": 0.02}, False),
            ({"write_timeout": 0.02, "read_timeout": None}, True),
        ):
            with pytest.raises(TimedOut):
                await (bot.send_document(7, LARGE, **timeouts) if upload else bot.send_message(7, "hi", **timeouts))

    run(deafness, use, Transport(media_write_timeout=None, read_timeout=None))


# --- connections -----------------------------------------------------------------------------------------------------


def test_no_more_connections_are_open_than_allowed_and_the_others_wait() -> None:
    async def use(server: Server, bot: Bot) -> None:
        calls = [asyncio.create_task(bot.send_message(7, "hi")) for _ in range(10)]
        for _ in range(3):
            await server.arrived.acquire()
        server.let_go.set()
        with suppress(NetworkError):  # the silent ones hang up when they are let go
            await asyncio.gather(*calls)
        await asyncio.wait(calls)
        assert (len(server.calls), server.most_open) == (10, 3)

    run(silence, use, Transport(connections=3, pool_timeout=None))


def test_a_call_that_finds_no_connection_free_in_time_was_not_delivered() -> None:
    async def use(server: Server, bot: Bot) -> None:
        first = asyncio.create_task(bot.send_message(7, "hi"))
        await server.arrived.acquire()
        with pytest.raises(TimedOut, match="Pool timeout") as failed:
            await bot.send_message(7, "hi", pool_timeout=0.02)
        assert classify(failed.value) is Fault.NOT_DELIVERED
        assert len(server.calls) == 1
        first.cancel()
        await asyncio.wait([first])

    run(silence, use, Transport(connections=1))


def test_a_cancelled_call_hangs_up_and_leaves_its_place_to_the_next() -> None:
    async def use(server: Server, bot: Bot) -> None:
        call = asyncio.create_task(bot.send_message(7, "hi"))
        await server.arrived.acquire()
        call.cancel()
        await asyncio.wait([call])
        assert call.cancelled()
        server.behaviour = replying()
        assert (await bot.send_message(7, "hi")).message_id == 1

    run(silence, use, Transport(connections=1, pool_timeout=0))


def test_a_connection_the_server_has_closed_meanwhile_is_not_used_again() -> None:
    async def once(server: Server, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await server.read(reader)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(MESSAGE) + MESSAGE)

    async def use(server: Server, bot: Bot) -> None:
        for _ in range(3):
            await bot.send_message(7, "hi")
            await server.gone.acquire()
            await asyncio.sleep(0)  # the loop learns that the connection is gone
        assert (len(server.calls), server.opened) == (3, 3)

    run(once, use)


def test_a_call_on_a_kept_connection_that_breaks_is_not_made_twice_in_silence() -> None:
    async def second_breaks(server: Server, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await server.read(reader)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(MESSAGE) + MESSAGE)
        await drop(server, reader, writer)

    async def use(server: Server, bot: Bot) -> None:
        await bot.send_message(7, "first")
        with pytest.raises(NetworkError) as failed:
            await bot.send_message(7, "second")
        assert classify(failed.value) is Fault.MAYBE_DELIVERED
        assert [json.loads(body)["text"] for _, _, body in server.calls] == ["first", "second"]

    run(second_breaks, use)


def test_it_can_be_shut_down_twice_and_opened_again() -> None:
    async def use(server: Server, bot: Bot) -> None:
        transport = bot.request
        await bot.send_message(7, "hi")
        await transport.shutdown()
        await transport.shutdown()
        with pytest.raises(NetworkError, match="not initialized"):
            await bot.send_message(7, "hi")
        await transport.initialize()
        await bot.send_message(7, "hi")
        assert (len(server.calls), server.opened) == (2, 2)

    run(replying(), use)


def test_one_transport_serves_one_event_loop_after_another() -> None:
    transport = Transport(connections=1)

    async def use(server: Server, bot: Bot) -> None:
        await asyncio.gather(bot.send_message(7, "hi"), bot.send_message(8, "hi"))

    for _ in range(2):
        run(replying(), use, transport)


# --- proxies ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy", "ALL_PROXY"])
def test_a_proxy_is_used(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def use(server: Server, _: Bot) -> None:
        monkeypatch.setenv(name, f"http://ana:pass@127.0.0.1:{server.port}")
        async with bot_at("http://telegram.invalid", Transport()) as bot:
            await bot.send_message(7, "hi")
            await bot.send_message(7, "hi")
        for line, headers, _body in server.calls:
            assert line == f"POST http://telegram.invalid/bot{TOKEN}/sendMessage HTTP/1.1"
            assert headers["Proxy-Authorization"] == "Basic YW5hOnBhc3M="
        assert (len(server.calls), server.opened) == (2, 1)

    run(replying(), use)


def test_a_proxy_may_be_named_without_its_scheme(monkeypatch: pytest.MonkeyPatch) -> None:
    async def use(server: Server, _: Bot) -> None:
        monkeypatch.setenv("HTTP_PROXY", f"127.0.0.1:{server.port}")
        async with bot_at("http://telegram.invalid", Transport()) as bot:
            await bot.send_message(7, "hi")

    run(replying(), use)


def test_hosts_that_need_no_proxy_are_called_directly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("NO_PROXY", "example.org,127.0.0.1")

    async def use(server: Server, bot: Bot) -> None:
        await bot.send_message(7, "hi")

    run(replying(), use)


@pytest.mark.parametrize("status", [403, 407, 502])
def test_a_proxy_that_refuses_to_connect_has_delivered_nothing(status: int, monkeypatch: pytest.MonkeyPatch) -> None:
    async def use(server: Server, _: Bot) -> None:
        monkeypatch.setenv("HTTPS_PROXY", f"http://ana:pass@127.0.0.1:{server.port}")
        async with bot_at("https://telegram.invalid", Transport()) as bot:
            with pytest.raises(NetworkError) as failed:
                await bot.send_message(7, "hi")
        assert classify(failed.value) is Fault.NOT_DELIVERED
        assert_no_token(failed.value)
        line, headers, _body = server.calls[0]
        assert line == "CONNECT telegram.invalid:443 HTTP/1.1"
        assert headers["Proxy-Authorization"] == "Basic YW5hOnBhc3M="

    run(replying(status, b""), use)


def test_a_proxy_that_is_not_there_has_delivered_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    for scheme in ("http", "https"):
        error = fail(replying(), Transport(), f"{scheme}://telegram.invalid")
        assert classify(error) is Fault.NOT_DELIVERED
        assert_no_token(error)
