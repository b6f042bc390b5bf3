"""The program's life: start, take updates in, stop. Every trouble an operator can mend is one line and an exit code."""

import asyncio
import logging
import signal
import sys
from collections.abc import Callable
from contextlib import asynccontextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from telegram import BotCommand, Update
from telegram.error import TelegramError

from bot.app import DottyApplication, build_application
from bot.config import Config
from bot.faults import Fault, classify
from bot.intake import Intake, poll
from bot.texts.startup import StartupTexts
from bot.texts import Texts
from storage import Store, fault_of, migrate, open_engine

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from telegram.request import BaseRequest

log = logging.getLogger(__name__)

#: Exit codes: a setting or a database to mend (as sysexits.h has it), and what Telegram refuses.
EX_CONFIG, EX_UNAVAILABLE = 78, 69
#: Seconds a stop may take to finish what is in hand.
STOP_SECONDS = 10.0


class Stopped(Exception):
    """The program can't go on. Its text is the line for the operator."""

    def __init__(self, line: str, code: int) -> None:
        super().__init__(line)
        self.code = code


def open_store(url: str) -> Store:
    """The store at `url`, migrated; raises Stopped with what to do where that can't be."""
    texts = StartupTexts()
    try:
        engine = open_engine(url)
        migrate(engine)
    except Exception as error:
        fault = fault_of(error)
        if fault is None:
            raise
        line = texts.database_newer() if fault == "newer" else texts.database_unusable(_where(url), fault)
        raise Stopped(line, EX_CONFIG) from error
    return Store(engine)


def _where(url: str) -> str:
    """The database's address without its password."""
    return url.rpartition("@")[2] if "@" in url else url.removeprefix("sqlite:///")


def run(config: Config) -> int:
    """Run the bot until it is told to stop; the exit code."""
    try:
        store = open_store(config.database_url)
        asyncio.run(_serve(config, store))
    except Stopped as stopped:
        sys.stderr.write(f"{stopped}\n")
        return stopped.code
    return 0


async def _serve(config: Config, store: Store) -> None:
    application = build_application(config, store)
    async with _started(application):
        sys.stderr.write(f"{StartupTexts().running(application.bot.username)}\n")
        stopping = _stop_signal()
        intake = Intake(application)
        work = asyncio.create_task(_take_in(config, application, intake))
        waiting = asyncio.create_task(stopping.wait())
        await asyncio.wait([work, waiting], return_when=asyncio.FIRST_COMPLETED)
        if not work.done():
            work.cancel()
        await intake.drain(STOP_SECONDS)
        waiting.cancel()
        await _result(work)


async def _result(work: asyncio.Task[None]) -> None:
    try:
        await work
    except asyncio.CancelledError:
        return
    except TelegramError as error:
        raise _refusal(error) from error


def _refusal(error: TelegramError) -> Stopped:
    texts = StartupTexts()
    lines = {Fault.BAD_TOKEN: texts.token_refused(), Fault.CONFLICT: texts.polled_elsewhere()}
    return Stopped(lines.get(classify(error)) or texts.telegram_unreachable(), EX_UNAVAILABLE)


@asynccontextmanager
async def _started(application: DottyApplication) -> "AsyncIterator[None]":
    """The application, initialised (Telegram knows the token) and ticking; stopped at the end."""
    await _initialize(application)
    try:
        await introduce(application)
        await application.start()
        try:
            yield
        finally:
            await application.stop()
    finally:
        await application.shutdown()
        application.bot_data.threads.shutdown()
        application.bot_data.store.engine.dispose()


async def _initialize(application: DottyApplication) -> None:
    """Retry until Telegram can be reached; a refused token can't heal."""
    wait = 1.0
    while True:
        try:
            await application.initialize()
            return
        except TelegramError as error:
            if classify(error) is Fault.BAD_TOKEN:
                raise _refusal(error) from error
            sys.stderr.write(f"{StartupTexts().telegram_unreachable()}\n")
        await asyncio.sleep(wait)
        wait = min(wait * 2, 60.0)


async def introduce(application: DottyApplication) -> None:
    """Tell Telegram the commands and what the bot is; not being able to is no reason not to run."""
    texts = Texts()
    commands = [BotCommand(name, description) for name, description in texts.commands()]
    try:
        await application.bot.set_my_commands(commands)
        await application.bot.set_my_description(texts.about())
    except TelegramError as error:
        log.warning("Telegram did not take the commands: %s", classify(error).name)


async def _take_in(config: Config, application: DottyApplication, intake: Intake) -> None:
    if config.webhook_url:
        from bot.webhook import serve

        await serve(config, application, intake)
    else:
        await application.bot.delete_webhook()
        await poll(application.bot, intake, _tell_trouble)


def _tell_trouble(fault: Fault) -> None:
    log.warning("%s (%s)", StartupTexts().telegram_unreachable(), fault.name)


def _stop_signal() -> asyncio.Event:
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopping.set)
    return stopping


class PracticeBot:
    """The bot as the practice chat drives it: one update at a time, and time that moves when told."""

    def __init__(self, store: Store, request: "BaseRequest", clock: Callable[[], datetime]) -> None:
        from bot.practice.server import PRACTICE_BOT

        config = Config(token=PRACTICE_BOT)
        self.application = build_application(config, store, clock=clock, request=request, ticking=False)
        self.application.post_init = introduce
        self._intake = Intake(self.application)
        self._services = self.application.bot_data

    async def handle(self, update: Update) -> None:
        await self._intake.accept(update)

    async def tick(self, now: datetime) -> None:
        await self._services.nudging.tick(now)

    async def next_due(self) -> datetime | None:
        return await self._services.db(self._services.store.next_push)

    async def next_nudge(self) -> datetime | None:
        return await self._services.db(self._services.store.next_nudge)


def practise() -> int:
    """The practice chat, with a database file of its own; the exit code."""
    from bot.practice.terminal import DATABASE, try_bot

    try:
        store = open_store(f"sqlite:///{DATABASE}")
    except Stopped as stopped:
        sys.stderr.write(f"{stopped}\n")
        return stopped.code
    return try_bot(lambda request, clock: PracticeBot(store, request, clock))
