"""Updates by webhook: Telegram's request is answered when its update has been handled, and so comes again if not."""

import hmac
import json
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web
from telegram import Update

from bot.app import DottyApplication
from bot.config import Config
from bot.intake import Intake
from bot.stopping import LIMIT, Stop

HEADER = "X-Telegram-Bot-Api-Secret-Token"
#: Far above any update Telegram sends.
BODY_BYTES = 1024 * 1024


async def serve(
    config: Config, application: DottyApplication, intake: Intake, stop: Stop, announce: Callable[[], Awaitable[None]]
) -> None:
    """Listen until told to stop, and then answer the requests that wait. `announce` tells Telegram where.

    Raises OSError where the address or port can't be had.
    """
    app = web.Application(client_max_size=BODY_BYTES)
    app.router.add_post(urlsplit(config.webhook_url or "").path or "/", _receiver(config, application, intake))
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=LIMIT)
    await runner.setup()
    try:
        await web.TCPSite(runner, config.host, config.port).start()
        await announce()
        await stop.wait()
    finally:
        await runner.cleanup()


def _receiver(
    config: Config, application: DottyApplication, intake: Intake
) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    secret = (config.webhook_secret or "").encode()

    async def receive(request: web.Request) -> web.StreamResponse:
        given = request.headers.get(HEADER, "").encode(errors="surrogateescape")
        if not hmac.compare_digest(given, secret):
            raise web.HTTPForbidden
        try:
            update = Update.de_json(json.loads(await request.read()), application.bot)
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            raise web.HTTPBadRequest from None
        if not await intake.accept(update):
            raise web.HTTPServiceUnavailable
        return web.Response()

    return receive
