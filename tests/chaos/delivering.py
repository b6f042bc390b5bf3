"""Telegram's side of webhooks, and the load balancer before a fleet: whoever is next gets the update.

Of one user, messages go one behind the other, each until it is answered with 200, as Telegram's own server does it
(telegram-bot-api, WebhookActor.cpp keeps a queue for each chat, and another for its callback queries).
"""

import asyncio
import itertools
from collections import Counter, defaultdict, deque
from collections.abc import Coroutine
from random import Random
from typing import Any

import aiohttp

from bot.practice.bot_api import PracticeBotApi
from bot.practice.refusals import Json

SECRET = "a-secret-for-chaos"
HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
#: Seconds until Telegram gives an answer up for lost; and between two tries.
PATIENCE, WAITS = 60.0, (0.1, 0.3, 1.0)
LOOK = 0.03


class Deliverer:
    """Delivers what waits in `api` to `urls` until it is stopped. `repeats`, `hasty`: how often, of one, an update comes
    again though it was answered, or comes again to another process while the first is still at it."""

    def __init__(self, api: PracticeBotApi, urls: list[str], rng: Random) -> None:
        self.repeats = self.hasty = 0.0
        self.statuses: Counter[str] = Counter()
        self._api = api
        self._urls = itertools.cycle(urls)
        self._rng = rng
        self._queues: dict[tuple[int, bool], deque[Json]] = defaultdict(deque)
        self._tasks: set[asyncio.Task[None]] = set()
        self._seen = 0

    async def run(self) -> None:
        async with aiohttp.ClientSession(headers=HEADERS) as session:
            try:
                while True:
                    self._take(session)
                    await asyncio.sleep(LOOK)
            finally:
                for task in self._tasks:
                    task.cancel()

    def _take(self, session: aiohttp.ClientSession) -> None:
        with self._api.server.changed:
            fresh = [update for number, update in self._api.server.updates.waiting.items() if number > self._seen]
        for update in fresh:
            self._seen = max(self._seen, update["update_id"])
            key = (_user_of(update), "callback_query" in update)
            self._queues[key].append(update)
            if len(self._queues[key]) == 1:
                self._spawn(self._work_off(session, key))

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _work_off(self, session: aiohttp.ClientSession, key: tuple[int, bool]) -> None:
        queue = self._queues[key]
        while queue:
            await self._deliver(session, queue[0])
            with self._api.server.changed:
                self._api.server.updates.waiting.pop(queue[0]["update_id"], None)
                self._api.server.changed.notify_all()
            queue.popleft()

    async def _deliver(self, session: aiohttp.ClientSession, update: Json) -> None:
        """Until somebody answers 200; perhaps once more."""
        for tries in itertools.count():
            patience = self._rng.uniform(0.02, 0.5) if self._rng.random() < self.hasty else PATIENCE
            if await self._post(session, next(self._urls), update, patience):
                break
            await asyncio.sleep(WAITS[min(tries, len(WAITS) - 1)])
        if self._rng.random() < self.repeats:
            await self._post(session, next(self._urls), update, PATIENCE)

    async def _post(self, session: aiohttp.ClientSession, url: str, update: Json, patience: float) -> bool:
        try:
            timeout = aiohttp.ClientTimeout(total=patience)
            async with session.post(url, json=update, timeout=timeout) as response:
                self.statuses[str(response.status)] += 1
                return response.status == 200
        except TimeoutError:
            self.statuses["given up"] += 1
        except aiohttp.ClientError:
            self.statuses["no connection"] += 1
        return False


def _user_of(update: Json) -> int:
    content = next(value for name, value in update.items() if name != "update_id")
    user: Json = content.get("from") or content.get("user") or {}
    return int(user.get("id", 0))
