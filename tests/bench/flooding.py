"""Whether one user who floods slows the others: twenty people chat by polling, which acknowledges a batch as a whole;
beside the same twenty and a user who sends thirty messages a second, and one who sends two thousand within two."""

import asyncio
import random
import tempfile
import time
from pathlib import Path
from typing import Any

from telegram._utils.types import ODVInput
from telegram.request import RequestData

from bot.app import build_application
from bot.config import Config
from bot.faults import Fault
from bot.intake import Intake, poll
from bot.practice.bot_api import PracticeBotApi
from bot.practice.request import PracticeRequest
from bot.stopping import Stop
from storage import Store
from tests.bench.measuring import new_store, percentile, row

#: Seconds that the Bot API takes to answer.
ANSWER = 0.03
OTHERS, ROUNDS, FLOOD = 20, 40, 2_000
FLOODER = 666


class SlowRequest(PracticeRequest):
    """Answers after 30 ms; tells whoever waits in which chat something was sent."""

    def __init__(self, api: PracticeBotApi) -> None:
        super().__init__(api)
        self.sent = 0
        self.answered: dict[int, asyncio.Event] = {}

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *more: ODVInput[float],
        **named: ODVInput[float],
    ) -> tuple[int, bytes]:
        if url.lower().endswith("/getupdates"):
            return await super().do_request(url, method, request_data, *more, **named)
        await asyncio.sleep(ANSWER)
        answer = await super().do_request(url, method, request_data, *more, **named)
        chat_id = request_data.parameters.get("chat_id") if request_data else None
        if isinstance(chat_id, int) and chat_id in self.answered:
            self.answered[chat_id].set()
        return answer


def flooding() -> list[dict[str, Any]]:
    """The time from writing to the answer, in ms: the 95th and the 99th of a hundred, and with a flood beside without."""
    with tempfile.TemporaryDirectory() as folder:
        calm, steady, burst = (
            asyncio.run(_chat(new_store(Path(folder) / f"{each}.db"), flood=count, per_second=rate))
            for each, (count, rate) in enumerate(((0, 1), (FLOOD // 10, 30), (FLOOD, 1_000)))
        )
    rows = [row("an answer while nobody floods, p95", calm[0], "ms"), row("the same, p99", calm[1], "ms")]
    for name, times in (("30 a second from one user", steady), ("2,000 at once from one user", burst)):
        rows.append(row(f"with {name}, p95", times[0], "ms", "calm", calm[0]))
        rows.append(row(f"with {name}, p99", times[1], "ms", "calm", calm[1]))
    return rows


async def _chat(store: Store, flood: int, per_second: int) -> tuple[float, float]:
    api = PracticeBotApi()
    request, stop = SlowRequest(api), Stop()
    faults: list[Fault] = []
    application = build_application(Config(token=api.server.token), store, request=request, ticking=False)
    async with application:
        polling = asyncio.create_task(poll(application.bot, Intake(application, stop), stop, faults.append))
        flooding = asyncio.create_task(_flood(api, flood, per_second))
        times = [each for chat in await asyncio.gather(*[
            _converse(api, request, user_id) for user_id in range(1, OTHERS + 1)
        ]) for each in chat]  # fmt: skip
        await flooding
        stop.tell()
        await polling
    application.bot_data.threads.shutdown()
    store.engine.dispose()
    return percentile(times, 0.95) * 1000, percentile(times, 0.99) * 1000


async def _flood(api: PracticeBotApi, count: int, per_second: int) -> None:
    flooder, at_once = api.user(FLOODER), max(1, per_second // 10)
    for number in range(count):
        flooder.text(f"Ana Ruiz {number}, monthly")
        if number % at_once == at_once - 1:
            await asyncio.sleep(at_once / per_second)


async def _converse(api: PracticeBotApi, request: SlowRequest, user_id: int) -> list[float]:
    """Write, read the answer, think for a moment, and so on."""
    thinking = random.Random(user_id)
    user, answered = api.user(user_id), asyncio.Event()
    request.answered[user_id] = answered
    times = []
    for number in range(ROUNDS):
        answered.clear()
        began = time.perf_counter()
        user.text(f"Ben Okafor, monthly, met {number}" if number % 4 == 0 else "/people")
        await answered.wait()
        times.append(time.perf_counter() - began)
        await asyncio.sleep(thinking.uniform(0.3, 1.2))
    return times
