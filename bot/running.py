"""The program's life: start, take updates in, stop. Every trouble an operator can mend is one line and an exit code."""

import asyncio
import gc
import logging
import sys
from collections.abc import Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from telegram import BotCommand, Update
from telegram.error import BadRequest, TelegramError

from bot.app import DottyApplication, build_application
from bot.config import Config
from bot.faults import Fault, classify
from bot.intake import ALLOWED_UPDATES, Intake, poll
from bot.logs import log_loop_error
from bot.opening import EX_CONFIG, EX_UNAVAILABLE, StoppedError, open_store
from bot.stopping import Stop, listen
from bot.texts import Texts
from bot.texts.startup import StartupTexts
from bot.troubles import Trouble
from storage import Store

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from telegram.request import BaseRequest

log = logging.getLogger(__name__)

#: The longest that a start waits between two tries to reach Telegram, in seconds.
LONGEST_WAIT = 30.0

#: What no waiting heals.
REFUSALS = (Fault.BAD_TOKEN, Fault.CONFLICT)

Call = Callable[[], Coroutine[Any, Any, Any]]


def collect_seldom() -> None:
    """Have Python look for unreachable cycles less often: an import makes a few hundred thousand rows at a time, hardly
    a cycle among them, and looking through them over and over took a third of its time."""
    gc.set_threshold(20_000, 20, 100)


def run(config: Config) -> int:
    """Run the bot until it is told to stop; the exit code."""
    collect_seldom()
    try:
        store = open_store(config.database_url, most_contacts=config.contacts_per_user)
        asyncio.run(_serve(config, store))
    except StoppedError as stopped:
        sys.stderr.write(f"{stopped}\n")
        return stopped.code
    return 0


async def _serve(config: Config, store: Store) -> None:
    asyncio.get_running_loop().set_exception_handler(log_loop_error)
    stop = Stop()
    listen(stop)
    application = build_application(config, store)
    async with _started(application, stop):
        if stop.told:
            return
        work = asyncio.create_task(_take_in(config, application, stop))
        await asyncio.wait([work, asyncio.create_task(stop.wait())], return_when=asyncio.FIRST_COMPLETED)
        stop.tell()  # also where the work ended by itself
        await asyncio.wait([work], timeout=stop.seconds_left)
        work.cancel()
        await asyncio.wait([work])
        if not work.cancelled():
            work.result()


@asynccontextmanager
async def _started(application: DottyApplication, stop: Stop) -> "AsyncIterator[None]":
    """The application, initialised (Telegram knows the token) and ticking; stopped at the end."""
    try:
        await _reach(application.initialize, stop)
        if stop.told:
            yield
            return
        await introduce(application)
        await application.start()
        try:
            yield
        finally:
            await _end(application, stop)
    finally:
        await application.shutdown()
        if application.bot_data.model is not None:
            await application.bot_data.model.close()
        application.bot_data.threads.shutdown()
        application.bot_data.store.engine.dispose()


async def _end(application: DottyApplication, stop: Stop) -> None:
    """Let a tick in hand end; what it has claimed and not sent when the time is up is claimed again in ten minutes, and
    an import in two."""
    try:
        async with asyncio.timeout(stop.seconds_left):
            await application.bot_data.importing.stop()
            await application.stop()
    except TimeoutError:
        log.info("the time to stop is up")


async def _reach(call: Call, stop: Stop) -> None:
    """Call Telegram until it can be reached. Raises StoppedError for what waiting can't heal."""
    wait = 1.0
    while not stop.told:
        try:
            await stop.unless(call())
        except TelegramError as error:
            if classify(error) in REFUSALS:
                raise _refusal(error) from error
            if isinstance(error, BadRequest):
                raise
            sys.stderr.write(f"{StartupTexts().telegram_unreachable()}\n")
        else:
            return
        await stop.unless(asyncio.sleep(wait))
        wait = min(wait * 2, LONGEST_WAIT)


def _refusal(error: TelegramError) -> StoppedError:
    texts = StartupTexts()
    refused = classify(error) is Fault.BAD_TOKEN
    return StoppedError(texts.token_refused() if refused else texts.polled_elsewhere(), EX_UNAVAILABLE)


async def introduce(application: DottyApplication) -> None:
    """Tell Telegram the commands and what the bot is; not being able to is no reason not to run."""
    texts = Texts()
    commands = [BotCommand(name, description) for name, description in texts.commands()]
    try:
        await application.bot.set_my_commands(commands)
        await application.bot.set_my_description(texts.about())
    except TelegramError as error:
        log.warning("Telegram did not take the commands: %s", classify(error).name)


async def _take_in(config: Config, application: DottyApplication, stop: Stop) -> None:
    """Take updates in until told to stop. Raises StoppedError."""
    if config.webhook_url:
        await _receive(config, application, stop)
    else:
        await _reach(application.bot.delete_webhook, stop)
        _say_running(application)
        try:
            await poll(application.bot, Intake(application, stop), stop, _teller(application))
        except TelegramError as error:
            raise _refusal(error) from error


async def _receive(config: Config, application: DottyApplication, stop: Stop) -> None:
    from bot.webhook import serve  # only here: a polling bot needs no web server

    def set_webhook() -> Coroutine[Any, Any, bool]:
        return application.bot.set_webhook(
            config.webhook_url or "", secret_token=config.webhook_secret, allowed_updates=ALLOWED_UPDATES
        )

    async def announce() -> None:
        try:
            await _reach(set_webhook, stop)
        except BadRequest as error:
            raise StoppedError(StartupTexts().webhook_refused(), EX_CONFIG) from error
        _say_running(application)

    try:
        await serve(config, application, Intake(application, stop, patient=False), stop, announce)
    except OSError as error:
        raise StoppedError(StartupTexts().port_taken(config.host, config.port), EX_CONFIG) from error


def _say_running(application: DottyApplication) -> None:
    sys.stderr.write(f"{StartupTexts().running(application.bot.username)}\n")


def _teller(application: DottyApplication) -> Callable[[Fault], None]:
    """Tells the operator, once in a while, that Telegram can't be reached; of a second poller when it stays."""

    def tell(fault: Fault) -> None:
        log.info("getUpdates failed: %s", fault.name)
        if fault is not Fault.CONFLICT:
            application.bot_data.troubles.tell_operator(Trouble(None, lasting=True))

    return tell


class PracticeBot:
    """The bot as the practice chat drives it: one update at a time, and time that moves when told."""

    def __init__(
        self,
        store: Store,
        request: "BaseRequest",
        clock: Callable[[], datetime],
        operator: Config | None = None,
    ) -> None:
        """`operator`: what was chosen beside the token; the model for openers is asked here too."""
        from bot.practice.server import PRACTICE_BOT

        collect_seldom()
        config = replace(operator or Config(), token=PRACTICE_BOT)
        self.application = build_application(config, store, clock=clock, request=request, ticking=False)
        self.application.post_init = introduce
        self._intake = Intake(self.application, Stop(), patient=False)
        self._services = self.application.bot_data

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
