"""`python -m bot try`: the practice chat in the terminal."""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from telegram.request import BaseRequest

from bot.practice.bot_api import PracticeBotApi
from bot.practice.clock import PracticeClock
from bot.practice.commands import Quit, read_command
from bot.practice.conversation import Conversation, PracticeBot
from bot.practice.lines import join_lines, read_keyboard, read_pipe
from bot.practice.request import PracticeRequest
from bot.practice.screen import Screen
from bot.practice.server import Ids
from bot.practice.session import Session
from bot.texts.practice import PracticeTexts

DATABASE = Path("data/practice.db")
#: The one person of the practice chat; a made-up user id.
USER_ID = 1

AppFactory = Callable[[BaseRequest, Callable[[], datetime]], PracticeBot]


def try_bot(app_factory: AppFactory, database: Path = DATABASE) -> int:
    """Run the practice chat on standard input and output. Returns the exit code: 0, also after Ctrl-C."""
    texts = PracticeTexts("en")
    try:
        asyncio.run(_run_on_stdin(app_factory, database, texts))
    except KeyboardInterrupt:
        sys.stdout.write(f"\n{texts.practice_closing()}\n")
    return 0


async def _run_on_stdin(app_factory: AppFactory, database: Path, texts: PracticeTexts) -> None:
    if sys.stdin.isatty():
        database.parent.mkdir(parents=True, exist_ok=True)
        lines = read_keyboard(texts.practice_prompt(), str(database.with_suffix(".history")))
        await run_practice(app_factory, lines, database=database, echo=False)
    else:
        await run_practice(app_factory, read_pipe(sys.stdin.fileno()), database=database, echo=True)


async def run_practice(
    app_factory: AppFactory,
    lines: AsyncIterator[str],
    *,
    database: Path = DATABASE,
    out: IO[str] | None = None,
    echo: bool = True,
    real_now: datetime | None = None,
) -> None:
    """Chat until the lines end or one says :quit.

    Beside `database` it keeps its clock and ids (.json) and what it is sent (a folder). `echo` repeats each line, for
    input that nobody sees. `real_now` is where time begins for a new database.
    """
    texts = PracticeTexts("en")
    clock = PracticeClock(database.with_suffix(".json"), real_now or datetime.now(UTC))
    ids = Ids(clock.next_update, clock.next_message, clock.advance_ids)
    api = PracticeBotApi(now=clock.now, ids=ids)
    user = api.user(USER_ID, first_name="there")
    user.start_chat()
    screen = Screen(out or sys.stdout, texts, database.with_name(f"{database.stem}-files"))
    screen.tell(texts.practice_opening(str(database)))
    bot = app_factory(PracticeRequest(api), clock.now)
    async with _running(bot):
        session = Session(Conversation(api, bot, user), screen, clock, texts)
        await session.pass_until(clock.now())
        async for line in join_lines(lines):
            if echo:
                screen.echo(line)
            command = read_command(line)
            if isinstance(command, Quit):
                break
            await session.carry_out(command)
    screen.tell(texts.practice_closing())


@asynccontextmanager
async def _running(bot: PracticeBot) -> AsyncIterator[None]:
    """The bot's Application as run_polling would start and stop it, its own hooks included."""
    application = bot.application
    async with application:
        if application.post_init:
            await application.post_init(application)
        await application.start()
        try:
            yield
        finally:
            await application.stop()
            if application.post_stop:
                await application.post_stop(application)
    if application.post_shutdown:
        await application.post_shutdown(application)
