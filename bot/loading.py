"""What answers, and all it takes to: imported while Telegram is greeted and asked for updates, which wait for it.

So much of it are rules, for reading what people write and for finding words, that it takes as long to import as the library,
the database and the network together. Those come first (bot.running), for they are what may stop a start.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING

from sqlalchemy import Engine
from telegram import Bot, BotCommand
from telegram.error import TelegramError

from bot.config import Config
from bot.faults import classify
from bot.garbage import collecting_nothing
from bot.intake import Intake
from bot.line import Line
from bot.metrics import show_due
from bot.stopping import Stop
from bot.troubles import Troubles
from storage import place_of

if TYPE_CHECKING:
    from bot.app import DottyApplication

log = logging.getLogger(__name__)

#: How many due nudges are counted for the figures; one more or less makes no difference then.
MOST_DUE = 10_000


def _import_application() -> None:
    with collecting_nothing():
        import_module("bot.app")


@dataclass(eq=False)
class Life:
    """What is open once the settings and the database are known to be right, and the application, when it is loaded.
    `clock` gives UTC instants, where it is not the machine's."""

    config: Config
    engine: Engine
    line: Line
    intake: Intake
    stop: Stop
    clock: Callable[[], datetime] | None

    def __post_init__(self) -> None:
        self.troubles = Troubles(place_of(self.engine.url))
        self._imports = asyncio.create_task(asyncio.to_thread(_import_application))
        self._begun: asyncio.Future[DottyApplication] = asyncio.get_running_loop().create_future()

    async def application(self) -> "DottyApplication":
        """The application, once it answers and ticks. Raises what kept it from that."""
        return await asyncio.shield(self._begun)

    async def begin(self) -> None:
        """Have it answer and tick. Without it there is nothing to run for: then all stops."""
        try:
            application = await self._load()
            await application.initialize()
            await application.start()
        except Exception as error:
            self._begun.set_exception(error)
            self._begun.exception()  # maybe nobody waits for it, and it is raised here anyway
            self.stop.tell()
            raise
        self._begun.set_result(application)
        self.intake.begin(application)
        await self.stop.unless(introduce(application.bot))  # Telegram may keep us waiting with it, and nobody needs it

    async def _load(self) -> "DottyApplication":
        await self._imports
        from bot.app import build_application
        from storage import Store

        store = Store(self.engine, self.config.contacts_per_user)
        application = build_application(self.config, store, clock=self.clock, line=self.line)
        application.bot_data.troubles = self.troubles  # the same that polling knows of
        return application

    async def ping(self) -> None:
        """Ask the database for a row; raises what the driver raises."""
        services = (await self.application()).bot_data
        from storage.pinging import ping

        await services.db(ping, self.engine)

    async def look_at_due(self) -> None:
        """Have the figures of what is due be of now."""
        services = (await self.application()).bot_data
        from storage.pinging import look_at_due

        now = services.clock()
        show_due(*await services.db(look_at_due, self.engine, now, MOST_DUE), now)


async def introduce(bot: Bot) -> None:
    """Tell Telegram the commands and what the bot is; not being able to is no reason not to run."""
    from bot.texts import Texts

    texts = Texts()
    commands = [BotCommand(name, description) for name, description in texts.commands()]
    try:
        await bot.set_my_commands(commands)
        await bot.set_my_description(texts.about())
    except TelegramError as error:
        log.warning("Telegram did not take the commands: %s", classify(error).name)
