"""A Bot API to measure against: a process of its own that answers each call after the same short time.

`with MeasuringBotApi() as api` starts it. `api.prepare(…)` gives it one update for each of so many users, all there at
once or arriving one after the other; `api.finish()` waits until the bot has answered them all, and gives the figures.
It does little for a call, so that the bot is what takes the time: a raw protocol, answers made from templates.
"""

import argparse
import asyncio
import http.client
import json
import random
import re
import subprocess
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

ROOT = Path(__file__).parents[2]
TOKEN = "1000001:loopback-loopback-loopback-loopback"
#: Seconds the real one takes, about, from a machine that is not far from it.
DELAY = 0.03
#: As many updates as a getUpdates gives at most.
BATCH = 100
#: Seconds without a call after which a bot that has answered everything has nothing more to say.
QUIET = 0.25
#: Seconds after which a bot that leaves something unanswered is given up.
PATIENCE = 60.0

_LENGTH: Final = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_CHAT: Final = re.compile(rb'chat_id"?[:=] ?"?(\d+)')
_MESSAGE: Final = re.compile(rb'message_id"?[:=] ?"?(\d+)')
_QUERY: Final = re.compile(rb'callback_query_id"?[:=] ?"?(\d+)')
_OFFSET: Final = re.compile(rb'offset"?[:=] ?"?(\d+)')
_TIMEOUT: Final = re.compile(rb'timeout"?[:=] ?"?(\d+)')

_HEAD: Final = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
_TRUE: Final = b'{"ok":true,"result":true}'
_ME: Final = (
    b'{"ok":true,"result":{"id":1000001,"is_bot":true,"first_name":"Dotty","username":"measured_bot",'
    b'"can_join_groups":true,"can_read_all_group_messages":false,"supports_inline_queries":false}}'
)
_SENT: Final = (
    b'{"ok":true,"result":{"message_id":%d,"from":{"id":1000001,"is_bot":true,"first_name":"Dotty",'
    b'"username":"measured_bot"},"chat":{"id":%d,"first_name":"Sam","type":"private"},"date":1795426200,'
    b'"text":"Noted: you were in touch with Ana Ruiz today."}}'
)
_WHO: Final = '{"id":%(user)d,"is_bot":false,"first_name":"Sam","language_code":"en"}'
_IN: Final = '{"id":%(user)d,"first_name":"Sam","type":"private"}'
_TYPED: Final = (
    '{"update_id":%(id)d,"message":{"message_id":%(id)d,"from":' + _WHO + ',"chat":' + _IN + ',"date":1795426200,'
    '"text":%(text)s}}'
)
_COMMAND: Final = _TYPED[:-2] + ',"entities":[{"type":"bot_command","offset":0,"length":%(length)d}]}}'
_PRESSED: Final = (
    '{"update_id":%(id)d,"callback_query":{"id":"%(user)d","from":' + _WHO + ',"chat_instance":"1","data":%(text)s,'
    '"message":{"message_id":%(message)d,"from":{"id":1000001,"is_bot":true,"first_name":"Dotty",'
    '"username":"measured_bot"},"chat":' + _IN + ',"date":1795426200,"text":"This week: Ana Ruiz"}}}'
)
#: What the methods answer that a bot calls beside those counted here.
_PLAIN: Final = {b"getMe": _ME}
_ANSWERS: Final = (b"sendMessage", b"editMessageText")


@dataclass
class Plan:
    """One update for each of `users` from `first` on. `text` is typed or, where `pressed`, a button's data, in which
    `{user}` stands for who presses. `rate`: so many arrive a second, by chance; None is all at once."""

    users: int = 0
    first: int = 1
    text: str = "done"
    pressed: bool = False
    rate: float | None = None


@dataclass
class Figures:
    """What the bot did since the plan. Times are seconds of the machine's monotonic clock."""

    calls: Counter[str] = field(default_factory=Counter)
    first_poll: float | None = None
    begun: float | None = None
    #: By user: when the update came, the first answer to it was there, and the last call for it was.
    came: dict[int, float] = field(default_factory=dict)
    first: dict[int, float] = field(default_factory=dict)
    last: dict[int, float] = field(default_factory=dict)


class Measured:
    """The state behind all connections."""

    def __init__(self, delay: float) -> None:
        self.delay = delay
        self.loop = asyncio.get_running_loop()
        self.message_id = 1_000_000
        self.update_id = 1
        self.plan, self.figures = Plan(), Figures()
        self.arrivals: list[float] = []
        self.waiting: Callable[[], None] | None = None
        self.called = 0.0

    def prepare(self, plan: Plan) -> None:
        """Begin anew; what was not handed out is forgotten."""
        self.update_id += len(self.arrivals)
        now, rng = self.loop.time(), random.Random(7)
        self.plan, self.figures, self.arrivals = plan, Figures(), []
        for _ in range(plan.users):
            now += rng.expovariate(plan.rate) if plan.rate else 0
            self.arrivals.append(now)
        if self.waiting is not None:
            self.waiting()

    def call(self, method: bytes, body: bytes, answer: Callable[[bytes], None]) -> None:
        now = self.loop.time()
        self.figures.calls[method.decode()] += 1
        if method == b"getUpdates":
            self._poll(body, answer, now)
            return
        self.called = now
        found = _CHAT.search(body) or _QUERY.search(body)
        if found is None:
            said = _PLAIN.get(method, _TRUE)
        else:
            user = int(found[1])
            self._count(user, method, now + self.delay)
            said = self._sent(user, method, body) if method in _ANSWERS else _TRUE
        self.loop.call_at(now + self.delay, answer, said)

    def _count(self, user: int, method: bytes, then: float) -> None:
        if user in self.figures.came:
            self.figures.last[user] = then
            if method in _ANSWERS:
                self.figures.first.setdefault(user, then)

    def _sent(self, user: int, method: bytes, body: bytes) -> bytes:
        edited = _MESSAGE.search(body) if method == b"editMessageText" else None
        self.message_id += 1
        return _SENT % (int(edited[1]) if edited else self.message_id, user)

    def _poll(self, body: bytes, answer: Callable[[bytes], None], now: float) -> None:
        """At the earliest after the delay; where nothing is there yet, as soon as something is."""
        if self.figures.first_poll is None:
            self.figures.first_poll = now
        offset, patience = _OFFSET.search(body), _TIMEOUT.search(body)
        asked = int(offset[1]) if offset else 0
        until = now + max(self.delay, int(patience[1]) if patience else 0)
        timer: list[asyncio.TimerHandle] = []

        def look() -> None:
            self.waiting = None
            timer[0].cancel()
            start = max(asked - self.update_id, 0)
            there = bisect_right(self.arrivals, self.loop.time())
            if there > start or self.loop.time() >= until:
                answer(self._hand_out(start, min(there, start + BATCH)))
            else:
                self.waiting = look
                soon = self.arrivals[start] if start < len(self.arrivals) else until
                timer[0] = self.loop.call_at(min(soon, until), look)

        timer.append(self.loop.call_at(now + self.delay, look))

    def _hand_out(self, start: int, end: int) -> bytes:
        if end > start and self.figures.begun is None:
            self.figures.begun = self.loop.time()
        return b'{"ok":true,"result":[%s]}' % ",".join(map(self._update, range(start, end))).encode()

    def _update(self, index: int) -> str:
        user = self.plan.first + index
        self.figures.came.setdefault(user, self.arrivals[index])
        text = self.plan.text.replace("{user}", str(user))
        form = _PRESSED if self.plan.pressed else _COMMAND if text.startswith("/") else _TYPED
        return form % {
            "id": self.update_id + index, "user": user, "text": json.dumps(text), "message": user, "length": len(text),
        }  # fmt: skip

    def finished(self) -> bool:
        """Whether every update has its answer and the bot is quiet."""
        return len(self.figures.first) >= self.plan.users and self.loop.time() - self.called > QUIET

    def when(self, happened: Callable[[], bool], answer: Callable[[bytes], None]) -> None:
        """Answers with the figures when that has happened, or the patience has run out."""
        deadline = self.loop.time() + PATIENCE

        def look() -> None:
            if happened() or self.loop.time() > deadline:
                answer(json.dumps(vars(self.figures)).encode())
            else:
                self.loop.call_later(0.02, look)

        look()


class Connection(asyncio.Protocol):
    """One client's connection: HTTP/1.1, kept alive, bodies with a length."""

    def __init__(self, api: Measured) -> None:
        self.api = api
        self.buffer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        while (end := self.buffer.find(b"\r\n\r\n")) >= 0:
            head = self.buffer[:end]
            length = _LENGTH.search(head)
            whole = end + 4 + (int(length[1]) if length else 0)
            if len(self.buffer) < whole:
                return
            body, self.buffer = self.buffer[end + 4 : whole], self.buffer[whole:]
            path = head.split(b" ", 2)[1].rpartition(b"/")[2].partition(b"?")[0]
            self._take(path, body)

    def _take(self, path: bytes, body: bytes) -> None:
        if path == b"prepare":
            self.api.prepare(Plan(**json.loads(body)))
            self._answer(_TRUE)
        elif path == b"finish":
            self.api.when(self.api.finished, self._answer)
        elif path == b"polled":
            self.api.when(lambda: self.api.figures.first_poll is not None, self._answer)
        else:
            self.api.call(path, body, self._answer)

    def _answer(self, body: bytes) -> None:
        self.transport.write(_HEAD % (len(body), body))


class MeasuringBotApi:
    """The process, from the measuring side. `delay` in seconds."""

    def __init__(self, delay: float = DELAY) -> None:
        self.delay = delay

    def __enter__(self) -> Self:
        command = [sys.executable, "-m", "tests.bench.bot_api", str(self.delay)]
        self._process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        self.port = int(self._process.stdout.readline())
        self.url = f"http://127.0.0.1:{self.port}"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def prepare(self, plan: Plan) -> None:
        self._users = plan.users
        self._ask("prepare", vars(plan))

    def polled_at(self) -> float:
        """When the bot first asked for updates; waits for it. Raises RuntimeError where it never does."""
        polled = _read(self._ask("polled", {})).first_poll
        if polled is None:
            raise RuntimeError("the bot does not poll")
        return polled

    def finish(self) -> Figures:
        """Raises RuntimeError where updates stayed without an answer."""
        figures = _read(self._ask("finish", {}))
        if len(figures.first) < self._users:
            raise RuntimeError(f"{len(figures.first)} of {self._users} were answered: {figures.calls}")
        return figures

    def _ask(self, what: str, said: dict[str, Any]) -> dict[str, Any]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE + 30)
        try:
            connection.request("POST", f"/{what}", json.dumps(said))
            answer: dict[str, Any] = json.loads(connection.getresponse().read())
        finally:
            connection.close()
        return answer


def _read(answer: dict[str, Any]) -> Figures:
    times = {name: {int(user): at for user, at in answer[name].items()} for name in ("came", "first", "last")}
    return Figures(Counter(answer["calls"]), answer["first_poll"], answer["begun"], **times)


async def serve(delay: float) -> None:
    api = Measured(delay)
    server = await asyncio.get_running_loop().create_server(lambda: Connection(api), "127.0.0.1", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.bench.bot_api")
    parser.add_argument("delay", nargs="?", type=float, default=DELAY, help="seconds it takes to answer")
    asyncio.run(serve(parser.parse_args().delay))
