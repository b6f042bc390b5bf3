"""The program's life: start, take updates in, stop. Every trouble an operator can mend is one line and an exit code."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack
from datetime import datetime
from typing import TYPE_CHECKING, Any

from telegram import Bot
from telegram.error import BadRequest, TelegramError

from bot.config import Config
from bot.faults import Fault, classify
from bot.garbage import collect_seldom
from bot.health import Health
from bot.intake import ALLOWED_UPDATES, Intake, poll
from bot.line import open_line
from bot.loading import Life
from bot.logs import log_loop_error, tell
from bot.opening import EX_CONFIG, EX_UNAVAILABLE, StoppedError, open_database
from bot.stopping import Stop, listen
from bot.texts.startup import StartupTexts
from bot.troubles import Trouble, Troubles

if TYPE_CHECKING:
    from bot.app import DottyApplication

log = logging.getLogger(__name__)

#: The longest that a start waits between two tries to reach Telegram, in seconds.
LONGEST_WAIT = 30.0

#: What no waiting heals.
REFUSALS = (Fault.BAD_TOKEN, Fault.CONFLICT)

Call = Callable[[], Coroutine[Any, Any, Any]]


def run(config: Config, clock: Callable[[], datetime] | None = None) -> int:
    """Run the bot until it is told to stop; the exit code. `clock` gives UTC instants, where it is not the machine's."""
    collect_seldom()
    try:
        asyncio.run(_live(config, clock))
    except StoppedError as stopped:
        tell(str(stopped))
        return stopped.code
    return 0


async def _live(config: Config, clock: Callable[[], datetime] | None) -> None:
    """First whatever may stop a start: the database, with its migrations, and Telegram. Health can be asked for from
    before the migrations, which may take minutes, to the very end."""
    asyncio.get_running_loop().set_exception_handler(log_loop_error)
    stop = Stop()
    listen(stop)
    health = Health(stop)
    async with AsyncExitStack() as stack:
        await _show_status(config, health, stack)
        engine = await asyncio.to_thread(open_database, config.database_url)
        stack.callback(engine.dispose)
        line = open_line(config)
        life = Life(config, engine, line, Intake(None, stop, patient=not config.webhook_url), stop, clock)
        health.migrated(life.ping, life.look_at_due)
        await _serve(life, health)


async def _show_status(config: Config, health: Health, stack: AsyncExitStack) -> None:
    """Health and figures on METRICS_PORT, where one is named. Raises StoppedError."""
    if config.metrics_port is None:
        return
    from bot.status_server import listening, status_app  # only here: a bot at home needs no web server

    try:
        await stack.enter_async_context(listening(status_app(health), config.host, config.metrics_port))
    except OSError as error:
        line = StartupTexts().port_taken(config.host, config.metrics_port, "METRICS_PORT")
        raise StoppedError(line, EX_CONFIG) from error


async def _serve(life: Life, health: Health) -> None:
    line, stop = life.line, life.stop
    try:
        await _reach(line.bot.initialize, stop)
        if stop.told:
            return
        health.welcomed(line.bot.get_me)
        work = asyncio.create_task(_take_in(life, health))
        loading = asyncio.create_task(life.begin())
        await asyncio.wait([work, asyncio.create_task(stop.wait())], return_when=asyncio.FIRST_COMPLETED)
        stop.tell()  # also where the work ended by itself
        await loading
        await _finish(await life.application(), work, stop)
    finally:
        await line.bot.shutdown()
        await line.bot.request.shutdown()  # the library leaves it open where the start failed


async def _finish(application: "DottyApplication", work: asyncio.Task[None], stop: Stop) -> None:
    """Let what is in hand come to its end, as long as there is time. Raises what ended the work."""
    services = application.bot_data
    try:
        services.nudging.stop()
        in_hand = [work, asyncio.create_task(services.importing.stop())]
        await asyncio.wait(in_hand, timeout=stop.seconds_left)
        for each in in_hand:
            each.cancel()
        await asyncio.wait(in_hand)
        if not work.cancelled():
            work.result()
    finally:
        await _end(application, stop)
        await application.shutdown()
        if services.model is not None:
            await services.model.close()
        services.threads.shutdown()


async def _end(application: "DottyApplication", stop: Stop) -> None:
    """Let a tick in hand end: it has given back what it had not begun to send (bot.handover). Nudges that are still on
    their way when the time is up are claimed again in ten minutes, and an import that is still at work in two."""
    try:
        async with asyncio.timeout(stop.seconds_left):
            application.bot_data.nudging.stop()
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
            tell(StartupTexts().telegram_unreachable())
        else:
            return
        await stop.unless(asyncio.sleep(wait))
        wait = min(wait * 2, LONGEST_WAIT)


def _refusal(error: TelegramError) -> StoppedError:
    texts = StartupTexts()
    refused = classify(error) is Fault.BAD_TOKEN
    return StoppedError(texts.token_refused() if refused else texts.polled_elsewhere(), EX_UNAVAILABLE)


async def _take_in(life: Life, health: Health) -> None:
    """Take updates in until told to stop. Raises StoppedError."""
    bot, stop = life.line.bot, life.stop
    if life.config.webhook_url:
        await _receive(life, health)
    else:
        await _reach(bot.delete_webhook, stop)
        if not stop.told:
            _say_running(bot)
        try:
            await poll(bot, life.intake, stop, _teller(life.troubles))
        except TelegramError as error:
            raise _refusal(error) from error


async def _receive(life: Life, health: Health) -> None:
    """Every process tells Telegram the same address at its start, which changes nothing from the second time on; none
    takes it back at its end, for the others go on."""
    from bot.webhook import MAX_CONNECTIONS, serve  # only here: a polling bot needs no web server

    config, bot, stop = life.config, life.line.bot, life.stop

    def set_webhook() -> Coroutine[Any, Any, bool]:
        return bot.set_webhook(
            config.webhook_url or "",
            secret_token=config.webhook_secret,
            max_connections=MAX_CONNECTIONS,
            allowed_updates=ALLOWED_UPDATES,
        )

    async def announce() -> None:
        try:
            await _reach(set_webhook, stop)
        except BadRequest as error:
            raise StoppedError(StartupTexts().webhook_refused(), EX_CONFIG) from error
        if not stop.told:
            _say_running(bot)

    try:
        await serve(config, await life.application(), life.intake, health, stop, announce)
    except OSError as error:
        raise StoppedError(StartupTexts().port_taken(config.host, config.port), EX_CONFIG) from error


def _say_running(bot: Bot) -> None:
    tell(StartupTexts().running(bot.username))


def _teller(troubles: Troubles) -> Callable[[Fault], None]:
    """Tells the operator, once in a while, that Telegram can't be reached; of a second poller when it stays."""

    def tell(fault: Fault) -> None:
        log.info("getUpdates failed: %s", fault.name)
        if fault is not Fault.CONFLICT:
            troubles.tell_operator(Trouble(None, lasting=True))

    return tell
