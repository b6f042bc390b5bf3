"""`python -m bot` with WEBHOOK_URL: updates are answered when they have been handled."""

import http.client
import json
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.practice.refusals import Json
from tests.loopback import TOKEN, LoopbackBotApi
from tests.processes import PATIENCE, Dotty, Person, free_port

SECRET = "a-secret-for-tests"


class Courier:
    """Delivers updates as Telegram does: what is not answered with 200 waits, to be delivered again."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._pool = ThreadPoolExecutor(4)

    def post(self, body: bytes, secret: str | None = SECRET, path: str = "/telegram", method: str = "POST") -> int:
        """The status. Raises OSError where the connection ends without one."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE)
        headers = {"Content-Type": "application/json"}
        if secret is not None:
            headers["X-Telegram-Bot-Api-Secret-Token"] = secret.encode(errors="surrogateescape").decode("latin-1")
        try:
            connection.request(method, path, body, headers)
            return connection.getresponse().status
        finally:
            connection.close()

    def deliver(self, update: Json) -> int:
        return self.post(json.dumps(update).encode())

    def delivering(self, update: Json) -> Future[int]:
        return self._pool.submit(self.deliver, update)


SETTINGS = {
    "WEBHOOK_URL": "https://dotty.example.org/telegram", "WEBHOOK_SECRET": SECRET, "HOST": "127.0.0.1",
    "LOG_FORMAT": "json",
}  # fmt: skip


@dataclass(frozen=True)
class Listening:
    """A bot that listens, and those around it. `sam` is somebody else for each test."""

    telegram: LoopbackBotApi
    dotty: Dotty
    courier: Courier
    port: int
    status_port: int
    numbers: Iterator[int]

    def person(self) -> Person:
        return Person(self.telegram, next(self.numbers))


@pytest.fixture(scope="module")
def listening(tmp_path_factory: pytest.TempPathFactory, migrated_file: Path) -> Iterator[Listening]:
    """One for all tests, which start it again where they end it."""
    folder, port, status_port = tmp_path_factory.mktemp("webhooks"), free_port(), free_port()
    shutil.copy(migrated_file, folder / "dotty.db")
    ports = {"PORT": str(port), "METRICS_PORT": str(status_port)}
    with LoopbackBotApi() as telegram, Dotty(folder, telegram, **ports, **SETTINGS).ready() as dotty:
        yield Listening(telegram, dotty, Courier(port), port, status_port, count(7))


@pytest.fixture
def telegram(listening: Listening) -> LoopbackBotApi:
    return listening.telegram


@pytest.fixture
def dotty(listening: Listening) -> Dotty:
    return listening.dotty


@pytest.fixture
def courier(listening: Listening) -> Courier:
    return listening.courier


@pytest.fixture
def sam(listening: Listening) -> Person:
    return listening.person()


def get(port: int, path: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


def wait_until(happened: Callable[[], bool]) -> None:
    """Asked over and over, as a load balancer does."""
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end


def test_telegram_is_told_where_to_and_what(telegram: LoopbackBotApi) -> None:
    expected = {"url": SETTINGS["WEBHOOK_URL"], "secret_token": SECRET, "max_connections": 100}
    assert telegram.api.server.webhook == expected
    assert "message_reaction" in telegram.api.server.updates.allowed


def test_an_update_is_answered_when_it_has_been_handled_and_not_before(
    telegram: LoopbackBotApi, sam: Person, courier: Courier
) -> None:
    held = telegram.hold_next("sendMessage", carried_out=False)
    delivery = courier.delivering(sam.user.text("Ana Ruiz, monthly"))
    held.wait()
    assert not delivery.done()
    held.let_go()
    assert delivery.result(PATIENCE) == 200
    assert "Added Ana Ruiz" in sam.new()


def test_killed_in_the_middle_it_leaves_the_update_unanswered_and_handles_it_once(
    dotty: Dotty, telegram: LoopbackBotApi, sam: Person, courier: Courier
) -> None:
    update = sam.user.text("Ana Ruiz, monthly")
    held = telegram.hold_next("sendMessage", carried_out=False)
    delivery = courier.delivering(update)
    held.wait()
    dotty.kill()
    with pytest.raises(OSError, match=r"."):
        delivery.result(PATIENCE)
    dotty.ready()
    assert courier.deliver(update) == 200
    assert "Added Ana Ruiz" in sam.new()
    courier.deliver(sam.user.text("/people"))
    assert sam.new().count("Ana Ruiz") == 1


def test_told_to_stop_it_answers_what_is_in_hand_and_lets_others_take_the_rest(
    listening: Listening, dotty: Dotty, telegram: LoopbackBotApi, sam: Person, courier: Courier
) -> None:
    held = telegram.hold_next("sendMessage", carried_out=False)
    delivery = courier.delivering(sam.user.text("Ana Ruiz, monthly"))
    held.wait()
    dotty.send(signal.SIGTERM)
    wait_until(lambda: get(listening.status_port, "/readyz")[0] == 503)
    assert get(listening.port, "/readyz") == (503, '{"ready": false, "failing": ["stopping"]}')
    assert get(listening.port, "/healthz")[0] == 200
    later = sam.user.text("Ben Okafor, monthly")
    assert courier.deliver(later) == 503
    held.let_go()
    assert delivery.result(PATIENCE) == 200
    assert dotty.wait() == 0
    assert "Added Ana Ruiz" in sam.new()
    assert telegram.api.server.webhook, "the others go on"
    dotty.ready()
    assert courier.deliver(later) == 200
    assert "Added Ben Okafor" in sam.new()


def test_without_its_database_it_answers_503_and_telegram_comes_again(
    listening: Listening, dotty: Dotty, sam: Person, courier: Courier
) -> None:
    away = dotty.database.with_suffix(".away")
    dotty.database.rename(away)
    assert get(listening.port, "/readyz") == (503, '{"ready": false, "failing": ["database"]}')
    assert get(listening.port, "/healthz")[0] == 200
    update = sam.user.text("Ana Ruiz, monthly")
    assert [courier.deliver(update), courier.deliver(update)] == [503, 503]
    assert sam.new().count("isn't lost") == 1
    away.rename(dotty.database)
    assert courier.deliver(update) == 200
    assert "Added Ana Ruiz" in sam.new()


def test_only_telegram_is_listened_to(dotty: Dotty, sam: Person, courier: Courier) -> None:
    update = json.dumps(sam.user.text("Ana Ruiz, monthly")).encode()
    assert courier.post(update, secret=None) == 403
    assert courier.post(update, secret="wrong") == 403
    assert courier.post(update, secret="\udc80\xff") == 403
    assert courier.post(update, path="/") == 404
    assert courier.post(update, path="/telegram/more") == 404
    assert courier.post(update, method="GET") == 405
    assert courier.post(b" " * 2_000_000) == 413
    assert [courier.post(body) for body in (b"", b"{", b"[]", b"null", b"{}", b"\xff", b"[" * 100_000)] == [400] * 7
    assert sam.texts() == []
    assert courier.post(update) == 200
    assert "Traceback" not in "\n".join(dotty.lines)


def test_a_port_that_is_taken_is_told_in_a_line(listening: Listening, tmp_path: Path) -> None:
    with Dotty(tmp_path, listening.telegram, PORT=str(listening.port), **SETTINGS).start() as second:
        assert second.wait() == 78
    free = "set PORT, and HOST, to what is free on this machine."
    told = f"Port {listening.port} of 127.0.0.1 can't be listened on: {free}"
    assert [json.loads(line)["event"] for line in second.lines] == [told]


def test_an_address_that_telegram_refuses_is_told_in_a_line(telegram: LoopbackBotApi, tmp_path: Path) -> None:
    settings = {**SETTINGS, "WEBHOOK_URL": "http://dotty.example.org/telegram", "PORT": str(free_port())}
    with Dotty(tmp_path, telegram, **settings).start() as dotty:
        assert dotty.wait() == 78
    refused = "it wants a public https address, on port 443, 80, 88 or 8443."
    assert [json.loads(line)["event"] for line in dotty.lines] == [f"Telegram refuses WEBHOOK_URL: {refused}"]


def test_its_figures_and_health_are_on_a_port_of_their_own(listening: Listening, sam: Person, courier: Courier) -> None:
    assert courier.deliver(sam.user.text("Ana Ruiz, monthly")) == 200
    assert get(listening.status_port, "/healthz")[0] == 200
    wait_until(
        lambda: get(listening.status_port, "/readyz")[0] == 200
    )  # it may have been without its database just now
    status, text = get(listening.status_port, "/metrics")
    families = {family.name: family for family in text_string_to_metric_families(text)}
    assert status == 200
    handled = [sample for sample in families["dotty_updates"].samples if sample.labels.get("outcome") == "handled"]
    assert sum(sample.value for sample in handled) >= 1
    assert families["dotty_tick_seconds"].samples
    assert [sample.value for sample in families["dotty_nudges_due"].samples] == [0]
    assert "Ana" not in text
    assert get(listening.port, "/metrics")[0] == 404


def test_its_log_is_a_document_a_line_and_names_nobody(dotty: Dotty) -> None:
    events = [json.loads(line) for line in dotty.lines]
    assert {"time", "level", "logger", "event", "process", "host"} <= events[0].keys()
    assert any({"update_id", "user_id"} <= event.keys() for event in events)
    said = "\n".join(dotty.lines)
    assert not any(word in said for word in ("Ana", "Ben", SECRET, TOKEN))
