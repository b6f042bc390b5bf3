"""One process of a fleet, to be measured: `python -m tests.bench.nudger nudges|bare API DATABASE [MANY]`.

It is the whole bot but for its intake: the real sending loop, store and transport, with nothing to hold it back but
Telegram's time to answer. It says "ready", waits for a line, sends what is due (or, `bare`, MANY of the same message by the
library alone), and says in JSON how many it sent, from when to when, and what processor time that took.
"""

import asyncio
import json
import sys
import time

from telegram.constants import ParseMode

from bot.app import DottyApplication, build_application
from bot.config import Config
from bot.garbage import collect_seldom
from bot.keyboards import nudge
from bot.metrics import REGISTRY
from bot.nudging import AT_ONCE
from bot.texts import Texts
from storage import Store, open_engine
from storage.models import ContactPoint, Nudge
from tests.bench.bot_api import TOKEN
from tests.bench.crowd import NOW

#: A second: more than any process sends.
UNLIMITED = 100_000


async def measure(application: DottyApplication, bare: int) -> dict[str, float]:
    await application.initialize()
    print("ready", flush=True)
    await asyncio.to_thread(sys.stdin.readline)
    began, spent = time.monotonic(), time.process_time()
    if bare:
        await send_bare(application, bare)
    else:
        while (before := sent()) is not None:
            await application.bot_data.nudging.tick(NOW)
            if sent() == before:
                break
    figures = {"sent": bare or sent(), "from": began, "to": time.monotonic(), "cpu": time.process_time() - spent}
    await application.shutdown()
    return figures


def sent() -> float:
    values = [REGISTRY.get_sample_value("dotty_nudges_total", {"outcome": each}) for each in ("sent", "late")]
    return sum(each or 0.0 for each in values)


async def send_bare(application: DottyApplication, many: int) -> None:
    """A nudge's own message, again and again."""
    texts, free = Texts(), asyncio.Semaphore(AT_ONCE)
    row = Nudge(
        id=1_000_000, user_id=7, opener="Hi Ana, it has been a while! How are things at Example 4?", created_at=NOW
    )
    point = ContactPoint(user_id=7, contact_id=1, kind="phone", value="+34600123456")
    text = texts.nudge(
        name="Ana Ruiz", reason="The last time was about four months ago, and you wished for every month.",
        context="You noted on 3 May: likes tea and long walks", opener=row.opener, tap_to_copy=False,
    )  # fmt: skip
    markup = nudge(row, [point], texts, name="Ana Ruiz")

    async def send(chat_id: int) -> None:
        async with free:
            await application.bot.send_message(chat_id, text, parse_mode=ParseMode.HTML, reply_markup=markup)

    await asyncio.gather(*[send(chat_id) for chat_id in range(1, many + 1)])


def main() -> None:
    kind, api, database, *many = sys.argv[1:]
    collect_seldom()
    config = Config(token=TOKEN, api_url=api, nudges_per_second=UNLIMITED, paid_broadcasts=True)
    application = build_application(config, Store(open_engine(database)), clock=lambda: NOW, ticking=False)
    print(json.dumps(asyncio.run(measure(application, int(many[0]) if kind == "bare" else 0))), flush=True)
    application.bot_data.threads.shutdown()


if __name__ == "__main__":
    main()
