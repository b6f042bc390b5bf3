"""The webhooks' door, over the real intake; as a process of its own see tests/end_to_end/test_webhooks.py."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import psycopg
import pytest
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy.exc import OperationalError

from bot.config import Config
from bot.health import Health
from bot.intake import Intake
from bot.webhook import BODY_BYTES, HEADER, Webhook, webhook_app
from storage import Store
from tests.bot.test_intake import Bench
from tests.figures import moves

SECRET = "a-secret-for-tests"
CONFIG = Config(webhook_url="https://dotty.example.org/telegram", webhook_secret=SECRET)
NO_DATABASE = OperationalError("SELECT 1", {}, psycopg.OperationalError("connection is lost"))
Client = TestClient[Any, Any]


class Door:
    """A webhook that listens, before an application of the tests' own."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench

    def use(self, work: Callable[[Client], Awaitable[None]]) -> None:
        async def listen() -> None:
            intake = Intake(self.bench.application, self.bench.stop, patient=False)
            self.webhook = Webhook(CONFIG, self.bench.application, intake, self.bench.stop)
            server = TestServer(webhook_app(self.webhook, CONFIG, Health(self.bench.stop)))
            async with TestClient(server) as client:
                await work(client)

        self.bench.run(listen)

    def hold(self) -> tuple[asyncio.Event, asyncio.Event]:
        """An update is in hand from the first event to the second."""
        begun, gate = asyncio.Event(), asyncio.Event()

        async def handle(_text: str) -> None:
            begun.set()
            await gate.wait()

        self.bench.handle = handle
        return begun, gate

    async def deliver(self, client: Client, text: str, **headers: str) -> tuple[int, str | None]:
        """The status, and when to come again."""
        update = self.bench.api.user(7).text(text)
        return await self.post(client, json.dumps(update).encode(), **headers)

    async def post(
        self, client: Client, body: bytes, secret: str = SECRET, path: str = "/telegram"
    ) -> tuple[int, str | None]:
        async with client.post(path, data=body, headers={HEADER: secret}) as answer:
            return answer.status, answer.headers.get("Retry-After")


@pytest.fixture
def door(sqlite_store: Store) -> Iterator[Door]:
    bench = Bench(sqlite_store)
    yield Door(bench)
    bench.application.bot_data.threads.shutdown()


async def answer_to_head(client: Client, head: str) -> str:
    """The first line that is answered to a request whose body never comes."""
    reader, writer = await asyncio.open_connection(client.host, client.port)
    writer.write(f"{head}\r\nHost: dotty.example.org\r\n\r\n".encode())
    line = await asyncio.wait_for(reader.readline(), 10)
    writer.close()
    await writer.wait_closed()
    return line.decode().strip()


@pytest.mark.parametrize(
    ("head", "answer"),
    [
        ("POST /telegram HTTP/1.1\r\nContent-Length: 100", "403 Forbidden"),
        (f"POST /telegram HTTP/1.1\r\n{HEADER}: wrong\r\nContent-Length: 100", "403 Forbidden"),
        (f"POST /telegram HTTP/1.1\r\n{HEADER}: {SECRET}-\r\nContent-Length: 100", "403 Forbidden"),
        (f"POST /elsewhere HTTP/1.1\r\n{HEADER}: {SECRET}\r\nContent-Length: 100", "404 Not Found"),
        (f"PUT /telegram HTTP/1.1\r\n{HEADER}: {SECRET}\r\nContent-Length: 100", "405 Method Not Allowed"),
        (
            f"POST /telegram HTTP/1.1\r\n{HEADER}: {SECRET}\r\nContent-Length: {BODY_BYTES + 1}",
            "413 Request Entity Too Large",
        ),
    ],
)
def test_what_is_not_telegrams_is_refused_by_its_head(door: Door, head: str, answer: str) -> None:
    async def work(client: Client) -> None:
        with moves("dotty_deliveries_total", status=answer[:3]):
            assert await answer_to_head(client, head) == f"HTTP/1.1 {answer}"

    door.use(work)
    assert door.bench.began == []


def test_a_body_that_grows_too_large_is_refused(door: Door) -> None:
    async def pieces() -> Any:
        for _ in range(3):
            yield b" " * (BODY_BYTES // 2)

    async def work(client: Client) -> None:
        async with client.post("/telegram", data=pieces(), headers={HEADER: SECRET}) as answer:
            assert answer.status == 413

    door.use(work)


def test_a_body_that_does_not_come_is_not_waited_for(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.webhook.BODY_SECONDS", 0.05)

    async def work(client: Client) -> None:
        head = f"POST /telegram HTTP/1.1\r\n{HEADER}: {SECRET}\r\nContent-Length: 100"
        assert await answer_to_head(client, head) == "HTTP/1.1 408 Request Timeout"

    door.use(work)


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"{}", b"\xff", b"[" * 100_000, b'{"update_id": true}'])
def test_what_is_no_update_is_refused(door: Door, body: bytes) -> None:
    async def work(client: Client) -> None:
        assert await door.post(client, body) == (400, None)

    door.use(work)


def test_an_update_that_nobody_can_read_is_done_with_for_it_would_hold_up_its_chat(door: Door) -> None:
    async def work(client: Client) -> None:
        body = json.dumps({"update_id": 5, "message": "a later version's"}).encode()
        assert await door.post(client, body) == (200, None)

    door.use(work)
    assert door.bench.began == []


def test_an_update_is_answered_when_handled(door: Door) -> None:
    async def work(client: Client) -> None:
        begun, gate = door.hold()
        with moves("dotty_deliveries_total", status="200"):
            delivery = asyncio.create_task(door.deliver(client, "one"))
            await begun.wait()
            assert not delivery.done()
            gate.set()
            assert await delivery == (200, None)

    door.use(work)
    assert door.bench.ended == ["one"]


def test_in_a_lasting_trouble_telegram_is_asked_to_come_again_in_a_few_seconds(door: Door) -> None:
    async def work(client: Client) -> None:
        door.bench.fail(NO_DATABASE, times=1)
        with moves("dotty_updates_total", kind="text", outcome="put_off"):
            assert await door.deliver(client, "one") == (503, "5")
        assert await door.deliver(client, "one") == (200, None)

    door.use(work)


def test_a_fault_of_ours_is_counted_too(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(*_: object) -> bool:
        raise LookupError("Ana Ruiz")

    async def work(client: Client) -> None:
        with moves("dotty_deliveries_total", status="500"):
            assert (await door.deliver(client, "one"))[0] == 500

    monkeypatch.setattr(Intake, "_take", fail)
    door.use(work)


def test_told_to_stop_it_answers_what_is_in_hand_and_sends_the_rest_elsewhere(door: Door) -> None:
    async def work(client: Client) -> None:
        begun, gate = door.hold()
        delivery = asyncio.create_task(door.deliver(client, "one"))
        await begun.wait()
        door.bench.stop.tell()
        assert await door.deliver(client, "two") == (503, "1")
        async with client.get("/readyz") as answer:
            assert (answer.status, await answer.json()) == (503, {"ready": False, "failing": ["stopping"]})
        leaving = asyncio.create_task(door.webhook.answered())
        await asyncio.sleep(0.01)
        assert not leaving.done()
        gate.set()
        assert await delivery == (200, None)
        await asyncio.wait_for(leaving, 10)

    door.use(work)
    assert door.bench.ended == ["one"]


def test_figures_are_not_for_the_public_port(door: Door) -> None:
    async def work(client: Client) -> None:
        assert (await client.get("/metrics")).status == 404
        assert (await client.get("/healthz")).status == 200

    door.use(work)


def test_requests_that_are_refused_leave_nothing_waiting(door: Door) -> None:
    async def work(client: Client) -> None:
        assert (await door.post(client, b"{", secret="wrong"))[0] == 403
        assert (await door.post(client, b"{"))[0] == 400
        await asyncio.wait_for(door.webhook.answered(), 10)

    door.use(work)
