"""Updates by webhook: Telegram's request is answered when its update has been handled, and so comes again if not.

In what order. Telegram's own server (tdlib/telegram-bot-api, WebhookActor.cpp) keeps a queue for each chat's messages
and edits, another for each user's buttons, and sends the next of a queue only when the one before it was answered with
2xx. So one user's messages are handled in order by however many processes, with no lock of ours; and behind one that is
put off, none of them is handled. A message and a button of the same user may be under way at once: in one process they
go one after the other (bot.intake), in two they meet at the user's row, which each write locks. What Telegram sends
again though it was handled (its answer was lost, or took more than a minute) is known by its update id: it writes
nothing and is answered from what it wrote.

What is put off carries a Retry-After, which Telegram's server obeys; without one it doubles its wait up to two minutes.
"""

import asyncio
import hmac
import json
from collections.abc import Awaitable, Callable
from typing import Final
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler
from telegram import Update

from bot.app import DottyApplication
from bot.config import Config
from bot.health import Health
from bot.intake import Intake
from bot.metrics import deliveries_total
from bot.status_server import add_health, listening
from bot.stopping import Stop
from bot.updates import read_update

HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"
#: Far above any update Telegram sends, and seconds within which it has to be here.
BODY_BYTES, BODY_SECONDS = 1024 * 1024, 20.0
#: How many updates Telegram delivers at once, to all processes together: the most it grants
#: (https://core.telegram.org/bots/api#setwebhook). One process handles as many (bot.intake.AT_ONCE).
MAX_CONNECTIONS: Final = 100
#: Seconds after which Telegram is to deliver again: to another process, or once a trouble may have passed.
ELSEWHERE, LATER = "1", "5"


class Webhook:
    """Takes Telegram's requests. Whatever can be refused by its head is refused before its body is read."""

    def __init__(self, config: Config, application: DottyApplication, intake: Intake, stop: Stop) -> None:
        self._secret = (config.webhook_secret or "").encode()
        self._application, self._intake, self._stop = application, intake, stop
        self._in_hand = 0
        self._none_in_hand = asyncio.Event()
        self._none_in_hand.set()

    async def receive(self, request: web.Request) -> web.StreamResponse:
        given = request.headers.get(HEADER, "").encode(errors="surrogateescape")
        if not hmac.compare_digest(given, self._secret):
            raise web.HTTPForbidden
        if (request.content_length or 0) > BODY_BYTES:
            raise web.HTTPRequestEntityTooLarge(BODY_BYTES, request.content_length or 0)
        if self._stop.told:
            raise _unavailable(ELSEWHERE)
        self._in_hand += 1
        self._none_in_hand.clear()
        try:
            return await self._handle(request)
        finally:
            self._in_hand -= 1
            if not self._in_hand:
                self._none_in_hand.set()

    async def answered(self) -> None:
        """Wait until no request is in hand."""
        await self._none_in_hand.wait()

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        update = await self._read(request)
        if update is not None and not await self._intake.accept(update):
            raise _unavailable(ELSEWHERE if self._stop.told else LATER)
        return web.Response()

    async def _read(self, request: web.Request) -> Update | None:
        try:
            async with asyncio.timeout(BODY_SECONDS):
                body = await request.read()
            return read_update(json.loads(body), self._application.bot)
        except TimeoutError:
            raise web.HTTPRequestTimeout from None
        except (ValueError, RecursionError):
            raise web.HTTPBadRequest from None


async def serve(
    config: Config,
    application: DottyApplication,
    intake: Intake,
    health: Health,
    stop: Stop,
    announce: Callable[[], Awaitable[None]],
) -> None:
    """Listen until told to stop, and till the requests in hand are answered; new ones get 503 meanwhile. `announce`
    tells Telegram where.

    Raises OSError where the address or port can't be had.
    """
    webhook = Webhook(config, application, intake, stop)
    async with listening(webhook_app(webhook, config, health), config.host, config.port):
        await announce()
        await stop.wait()
        await webhook.answered()


def webhook_app(webhook: Webhook, config: Config, health: Health) -> web.Application:
    """Updates, and health beside them. Figures are for nobody outside, and so never here."""
    app = web.Application(client_max_size=BODY_BYTES, middlewares=[_count])
    app.router.add_post(urlsplit(config.webhook_url or "").path or "/", webhook.receive)
    add_health(app, health)
    return app


def _unavailable(after: str) -> web.HTTPServiceUnavailable:
    return web.HTTPServiceUnavailable(headers={"Retry-After": after})


@web.middleware
async def _count(request: web.Request, handler: Handler) -> web.StreamResponse:
    """What is asked on the webhooks' port, but for health: whoever finds it open tries this and that."""
    try:
        response = await handler(request)
    except web.HTTPException as refused:
        deliveries_total.labels(str(refused.status)).inc()
        raise
    except Exception:  # a fault of ours, which aiohttp logs and answers with 500
        deliveries_total.labels("500").inc()
        raise
    if request.method == "POST":
        deliveries_total.labels(str(response.status)).inc()
    return response
