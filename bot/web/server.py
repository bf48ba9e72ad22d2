"""The HTTP server beside the bot: whether it lives, whether it can work, and figures for Prometheus."""

from __future__ import annotations

import errno
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict
from http import HTTPStatus

import orjson
from aiohttp import web

from bot.errors import PortInUseError
from bot.metrics import CONTENT_TYPE, Metrics
from bot.outbox.entry import State
from bot.services.health import Watching

_OPTION = "web.port"


@asynccontextmanager
async def serving(watching: Watching, metrics: Metrics, host: str, port: int) -> AsyncIterator[int]:
    """Serve while the block runs, at the port that it gives; port 0 serves nothing. Raises `PortInUseError`."""
    if not port:
        yield 0
        return
    runner = web.AppRunner(application(watching, metrics), access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise PortInUseError(port=port, option=_OPTION) from None
            raise
        yield port
    finally:
        await runner.cleanup()


def application(watching: Watching, metrics: Metrics) -> web.Application:
    """`/healthz`: 200 while the process lives. `/readyz`: 200, or 503 with `reasons`. `/metrics`: Prometheus' text format."""

    async def healthz(request: web.Request) -> web.Response:
        return _json({"ok": True})

    async def readyz(request: web.Request) -> web.Response:
        health = await watching.look()
        status = HTTPStatus.OK if health.is_ready else HTTPStatus.SERVICE_UNAVAILABLE
        return _json({"ready": health.is_ready, **asdict(health)}, status)

    async def figures(request: web.Request) -> web.Response:
        if (counts := await watching.outbox()) is not None:
            metrics.show_outbox({state: counts.get(state, 0) for state in State})
        return web.Response(body=metrics.text(), headers={"Content-Type": CONTENT_TYPE})

    app = web.Application()
    app.add_routes([web.get("/healthz", healthz), web.get("/readyz", readyz), web.get("/metrics", figures)])
    return app


def _json(data: object, status: HTTPStatus = HTTPStatus.OK) -> web.Response:
    return web.Response(body=orjson.dumps(data), status=status, content_type="application/json")
