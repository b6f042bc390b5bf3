"""Health and figures over HTTP: /healthz and /readyz wherever asked for, /metrics on METRICS_PORT alone."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web
from prometheus_client.exposition import choose_encoder

from bot.health import Health
from bot.metrics import REGISTRY

#: Seconds a client may keep a refused request going, and an idle connection.
LINGER, IDLE = 2.0, 75.0


def add_health(app: web.Application, health: Health) -> None:
    """200 for yes, 503 for no; the body of a 503 names what fails, and nothing else."""

    async def healthz(_: web.Request) -> web.Response:
        alive = health.is_alive()
        return web.json_response({"alive": alive}, status=200 if alive else 503)

    async def readyz(_: web.Request) -> web.Response:
        failing = await health.failing()
        return web.json_response({"ready": not failing, "failing": failing}, status=503 if failing else 200)

    app.router.add_get("/healthz", healthz)
    app.router.add_get("/readyz", readyz)


def status_app(health: Health) -> web.Application:
    """Health and figures."""

    async def metrics(request: web.Request) -> web.Response:
        await health.look_at_due()
        encode, content_type = choose_encoder(request.headers.get("Accept", ""))
        return web.Response(body=encode(REGISTRY), headers={"Content-Type": content_type})

    app = web.Application()
    add_health(app, health)
    app.router.add_get("/metrics", metrics)
    return app


@asynccontextmanager
async def listening(app: web.Application, host: str | None, port: int) -> AsyncIterator[None]:
    """Listen as long as the block runs; it sees to it itself that requests in hand are answered. Raises OSError."""
    runner = web.AppRunner(
        app, access_log=None, handle_signals=False, shutdown_timeout=0.1, lingering_time=LINGER, keepalive_timeout=IDLE
    )
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        yield
    finally:
        await runner.cleanup()
