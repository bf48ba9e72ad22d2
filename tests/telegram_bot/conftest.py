"""A real HTTP server for the transport to talk to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from pathlib import Path

import pytest
from aiohttp import web

from bot.messages.gaps import Report
from bot.services.gaps import GapReports
from bot.services.recent import RecentQuestions
from bot.services.reporting import Reporting
from bot.services.subscribing import Subscribing
from bot.storage.database import Database, database_url
from bot.telegram_bot.transport import AiohttpRequest
from tests.knowledge_fixtures import FixedClock, config, shipped, vocabulary

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Serve = Callable[[Handler], Awaitable[str]]
ServeRaw = Callable[[Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]], Awaitable[str]]

TOKEN = "123456789:AAH-an_invented-token_of_35_letters"


@pytest.fixture
async def serve() -> AsyncIterator[Serve]:
    """Start a server that gives every request to a handler; returns its address."""
    runners: list[web.AppRunner] = []

    async def start(handler: Handler) -> str:
        app = web.Application(client_max_size=64 * 2**20)
        app.router.add_route("*", "/{path:.*}", handler)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        runners.append(runner)
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        return "http://127.0.0.1:{1}".format(*runner.addresses[0])

    yield start
    for runner in runners:
        await runner.cleanup()


@pytest.fixture
async def serve_raw() -> AsyncIterator[ServeRaw]:
    """Start a server of bare connections, for faults that no HTTP server would make."""
    servers: list[asyncio.Server] = []
    connections: list[tuple[asyncio.Task[None] | None, asyncio.StreamWriter]] = []

    async def start(on_connection: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]) -> str:
        async def remember(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            connections.append((asyncio.current_task(), writer))
            await on_connection(reader, writer)

        server = await asyncio.start_server(remember, "127.0.0.1", 0)
        servers.append(server)
        return "http://127.0.0.1:{1}".format(*server.sockets[0].getsockname())

    yield start
    for server in servers:
        server.close()
    for task, writer in connections:
        if task is not None:
            task.cancel()
        writer.transport.abort()
    await asyncio.sleep(0.05)


@pytest.fixture
async def transport() -> AsyncIterator[AiohttpRequest]:
    """An open transport with default settings."""
    async with AiohttpRequest() as request:
        yield request


def no_reports() -> Reporting:
    """Reports as in a bot without admins, kept nowhere."""
    return Reporting(Nowhere(), frozenset(), RecentQuestions(), shipped, config(), vocabulary(), FixedClock())


def no_subscriptions() -> Subscribing:
    """Subscriptions in a database that is never opened, for tests that do not subscribe."""
    database = Database(database_url("", Path("data") / "never.db"))
    return Subscribing(database, shipped, config(), vocabulary(), FixedClock())


class Nowhere(GapReports):
    """Reports that are not kept."""

    def add(self, report: Report) -> None:
        pass

    def newest(self) -> Sequence[Report]:
        return ()

    def clear(self, last: str) -> bool:
        return False


async def until(true: Callable[[], object], timeout_seconds: float = 5.0) -> None:
    """Wait for something that nobody announces. Raises `TimeoutError`."""
    async with asyncio.timeout(timeout_seconds):
        while not true():  # noqa: ASYNC110
            await asyncio.sleep(0.01)
