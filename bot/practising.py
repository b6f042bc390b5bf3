"""The bot without Telegram, as the practice chat has it."""

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from telegram import Update
from telegram.request import BaseRequest

from bot.app import DottyApplication, build_application
from bot.config import Config
from bot.garbage import collect_seldom
from bot.intake import Intake
from bot.limits import Limits
from bot.loading import introduce
from bot.opening import StoppedError, open_store
from bot.stopping import Stop
from storage import Store


async def _introduce_itself(application: DottyApplication) -> None:
    await introduce(application.bot)


class PracticeBot:
    """The bot as the practice chat drives it: one update at a time, and time that moves when told."""

    def __init__(
        self,
        store: Store,
        request: BaseRequest,
        clock: Callable[[], datetime],
        operator: Config | None = None,
    ) -> None:
        """`operator`: what was chosen beside the token; the model for openers is asked here too."""
        from bot.practice.server import PRACTICE_BOT

        collect_seldom()
        config = replace(operator or Config(), token=PRACTICE_BOT)
        self.application = build_application(config, store, clock=clock, request=request, ticking=False)
        self.application.post_init = _introduce_itself
        self._intake = Intake(self.application, Stop(), patient=False)
        self._services = self.application.bot_data
        self._services.limits = Limits({})  # nobody else is kept waiting here

    async def handle(self, update: Update) -> None:
        """One update, and the work it leads to."""
        await self._intake.accept(update)
        await self._services.importing.settle()

    async def tick(self, now: datetime) -> None:
        await self._services.importing.take_up(now)
        await self._services.nudging.tick(now)
        await self._services.importing.settle()

    async def next_due(self) -> datetime | None:
        return await self._services.db(self._services.store.next_push)

    async def next_nudge(self) -> datetime | None:
        return await self._services.db(self._services.store.next_nudge)


def practise(config: Config) -> int:
    """The practice chat, with a database file of its own; the exit code."""
    from bot.practice.terminal import DATABASE, try_bot

    try:
        store = open_store(f"sqlite:///{DATABASE}", practising=True)
    except StoppedError as stopped:
        sys.stderr.write(f"{stopped}\n")
        return stopped.code
    return try_bot(lambda request, clock: PracticeBot(store, request, clock, config))
