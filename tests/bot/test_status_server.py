"""Health and figures over HTTP."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer
from prometheus_client.parser import text_string_to_metric_families

from bot.health import Health
from bot.metrics import Pulse, count_update
from bot.status_server import status_app
from bot.stopping import Stop

Asking = Callable[[TestClient[Any, Any]], Awaitable[None]]


class Ready:
    """A process that is ready."""

    def __init__(self) -> None:
        self.now = 0.0
        self.stop = Stop()
        self.pulse = Pulse(lambda: self.now)
        self.health = Health(self.stop, self.pulse, lambda: self.now)

    async def answer(self) -> None:
        """The database and Telegram do."""

    def ask(self, work: Asking) -> None:
        async def use() -> None:
            self.health.migrated(self.answer, self.answer)
            self.health.welcomed(self.answer)
            async with TestClient(TestServer(status_app(self.health))) as client:
                await work(client)

        asyncio.run(use())


@pytest.fixture
def ready() -> Ready:
    return Ready()


def test_a_process_that_is_well_says_so(ready: Ready) -> None:
    async def work(client: TestClient[Any, Any]) -> None:
        for path, said in (("/healthz", {"alive": True}), ("/readyz", {"ready": True, "failing": []})):
            answer = await client.get(path)
            assert (answer.status, await answer.json()) == (200, said)

    ready.ask(work)


def test_what_fails_is_named(ready: Ready) -> None:
    async def work(client: TestClient[Any, Any]) -> None:
        ready.pulse.tick()
        ready.now = 1000.0
        ready.stop.tell()
        answer = await client.get("/readyz")
        assert (answer.status, await answer.json()) == (503, {"ready": False, "failing": ["stopping"]})

    ready.ask(work)


def test_a_stuck_tick_is_no_life(ready: Ready) -> None:
    async def work(client: TestClient[Any, Any]) -> None:
        ready.pulse.tick()
        ready.now = 1000.0
        answer = await client.get("/healthz")
        assert (answer.status, await answer.json()) == (503, {"alive": False})

    ready.ask(work)


@pytest.mark.parametrize("accept", ["", "text/plain", "application/openmetrics-text; version=1.0.0"])
def test_the_figures_are_as_prometheus_reads_them(ready: Ready, accept: str) -> None:
    async def work(client: TestClient[Any, Any]) -> None:
        count_update("text", "handled", 0.02)
        answer = await client.get("/metrics", headers={"Accept": accept})
        text = await answer.text()
        assert answer.status == 200
        assert answer.content_type == ("application/openmetrics-text" if "openmetrics" in accept else "text/plain")
        if "openmetrics" not in accept:
            names = {family.name for family in text_string_to_metric_families(text)}
            assert {"dotty_updates", "dotty_answer_seconds", "dotty_nudge_lateness_seconds", "dotty_sends"} <= names
        assert 'dotty_updates_total{kind="text",outcome="handled"}' in text

    ready.ask(work)


def test_nothing_else_is_there(ready: Ready) -> None:
    async def work(client: TestClient[Any, Any]) -> None:
        assert (await client.get("/")).status == 404
        assert (await client.post("/readyz")).status == 405

    ready.ask(work)
