"""A new version takes the place of the old, one process at a time, while people write."""

import http.client
import json
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, select

from bot.practice.refusals import Json
from storage import Store, migrate
from storage.tables import CHANGES, NOTES, TOUCHES
from tests.end_to_end.test_webhooks import SECRET, SETTINGS
from tests.loopback import LoopbackBotApi
from tests.processes import PATIENCE, FreshDotty, free_port
from tests.storage.world import add, asking, open_user, person, send

USERS = range(7, 11)
#: After so many notes everybody says so, once.
DONE_AFTER = 5
HEADERS = {"Content-Type": "application/json", "X-Telegram-Bot-Api-Secret-Token": SECRET}


class Balancer:
    """Delivers as Telegram does, through a balancer: each user's updates in order, the next when the one before was
    taken; what nobody takes is delivered again, to the next process that listens."""

    def __init__(self, ports: list[int]) -> None:
        self._ports = ports
        self.refused = 0

    def deliver(self, update: Json) -> None:
        for attempt in range(10_000):
            status = self._post(self._ports[attempt % len(self._ports)], json.dumps(update).encode())
            if status == 200:
                return
            assert status in (0, 503), status
            self.refused += 1
        raise TimeoutError

    def _post(self, port: int, body: bytes) -> int:
        """The status, or 0 where nobody listens, or the answer never came."""
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        try:
            connection.request("POST", "/telegram", body, HEADERS)
            return connection.getresponse().status
        except (OSError, http.client.HTTPException):
            return 0
        finally:
            connection.close()


class Writer:
    """Somebody who writes one note after the other, with a "done" among them, until it is over."""

    def __init__(self, telegram: LoopbackBotApi, balancer: Balancer, user_id: int, writing: threading.Lock) -> None:
        self._user, self._balancer, self._writing = telegram.user(user_id), balancer, writing
        self.said: list[str] = []

    def write_until(self, over: threading.Event) -> None:
        while not over.is_set():
            self.say(f"note Ana Ruiz: number {len(self.said)}")
            if len(self.said) == DONE_AFTER:
                self.say("done")
        self.say(f"note Ana Ruiz: number {len(self.said)}")

    def say(self, words: str) -> None:
        self.said.append(words)
        with self._writing:
            update = self._user.text(words)
        self._balancer.deliver(update)


def meet(store: Store) -> None:
    """Each user has one contact, and a nudge about them that waits for an answer."""
    now = datetime.now(UTC)
    for user_id in USERS:
        open_user(store, user_id, next_nudge_at=now)
        send(store, asking(add(store, person(), user_id=user_id)), user_id=user_id, seen=now)


def test_a_rolling_restart_under_a_stream_of_updates_loses_nothing_and_keeps_everybodys_order(
    telegram: LoopbackBotApi, empty_postgresql: Engine, tmp_path: Path
) -> None:
    migrate(empty_postgresql)
    store = Store(empty_postgresql)
    meet(store)
    url = empty_postgresql.url.render_as_string(hide_password=False)
    ports = [free_port() for _ in range(4)]
    balancer, over, writing = Balancer(ports), threading.Event(), threading.Lock()
    writers = {user_id: Writer(telegram, balancer, user_id, writing) for user_id in USERS}
    with ExitStack() as stack, ThreadPoolExecutor(len(USERS)) as pool:
        settings = {**SETTINGS, "DATABASE_URL": url, "UPDATES_PER_MINUTE": "100000"}
        old, older, new, newer = (
            stack.enter_context(FreshDotty(tmp_path, telegram, PORT=str(port), **settings)) for port in ports
        )
        for dotty in (old.start(), older.start()):
            dotty.wait_for_line("is running as")
        streams = [pool.submit(writer.write_until, over) for writer in writers.values()]
        try:
            for coming, going in ((new.start(), old), (newer.start(), older)):
                coming.wait_for_line("is running as")
                assert going.stop() == 0
        finally:
            over.set()
        for stream in streams:
            stream.result(PATIENCE)
    for user_id, writer in writers.items():
        noted = [words.removeprefix("note Ana Ruiz: ") for words in writer.said if words != "done"]
        assert written(store, user_id) == (noted, 1, len(writer.said))
        assert len(telegram.api.chat(user_id).sent()) >= len(writer.said)
    assert balancer.refused > 0
    assert min(len(writer.said) for writer in writers.values()) > 5


def written(store: Store, user_id: int) -> tuple[list[str], int, int]:
    """The notes in the order they were taken in, how many touches there are, and how many updates wrote."""
    with store.engine.connect() as connection:
        notes = connection.execute(select(NOTES.c.text).where(NOTES.c.user_id == user_id).order_by(NOTES.c.id))
        touches = connection.execute(select(TOUCHES.c.id).where(TOUCHES.c.user_id == user_id))
        changes = connection.execute(select(CHANGES.c.id).where(CHANGES.c.user_id == user_id, CHANGES.c.update_id > 0))
        return list(notes.scalars()), len(touches.all()), len(changes.all())
