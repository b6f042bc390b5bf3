"""Updates by webhook: Telegram's request is answered when its update has been handled, and so comes again if not."""

import asyncio
import hmac
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web
from telegram import Update

from bot.app import DottyApplication
from bot.config import Config
from bot.intake import ALLOWED_UPDATES, Intake

HEADER = "X-Telegram-Bot-Api-Secret-Token"
#: Far above any update Telegram sends.
BODY_BYTES = 1024 * 1024


async def serve(config: Config, application: DottyApplication, intake: Intake) -> None:
    """Listen until cancelled. Raises OSError where the port can't be had."""
    url = config.webhook_url or ""
    app = web.Application(client_max_size=BODY_BYTES)
    app.router.add_post(urlsplit(url).path or "/", _receiver(config, application, intake))
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, config.host, config.port).start()
        await application.bot.set_webhook(url, secret_token=config.webhook_secret, allowed_updates=ALLOWED_UPDATES)
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()


def _receiver(
    config: Config, application: DottyApplication, intake: Intake
) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    secret = (config.webhook_secret or "").encode()

    async def receive(request: web.Request) -> web.StreamResponse:
        given = request.headers.get(HEADER, "").encode()
        if not hmac.compare_digest(given, secret):
            raise web.HTTPForbidden
        try:
            update = Update.de_json(await request.json(), application.bot)
        except (ValueError, KeyError, TypeError, AttributeError):
            raise web.HTTPBadRequest from None
        await intake.accept(update)
        return web.Response()

    return receive
