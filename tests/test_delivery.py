"""The bot as a whole: a subscription said in a chat becomes posts there, as the clock moves and whatever happens."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import URL

from bot.app import Bot, put_together
from bot.clock import SystemClock
from bot.config import load_config
from bot.language import Language
from bot.messages.message import Message
from bot.messages.payload import Post, to_payload
from bot.outbox.entry import Draft
from bot.playground.chat import Chat as Room
from bot.playground.chat import Message as Shown
from bot.playground.faults import Fault, blocked
from bot.playground.people import ADMIN, MEMBER, OWNER, Person
from bot.playground.playground import Playground
from bot.storage.database import Database
from bot.subscriptions.chat import Chat, ChatKind, Place
from bot.telegram_bot.application import Connection
from tests.test_app import TOKEN, started, telegram_at

START = datetime(2025, 3, 1, 0, 0, tzinfo=UTC)  # Saturday, 08:00 in Shanghai


class Clock:
    """Moves when told."""

    def __init__(self) -> None:
        self.present = START

    def now(self) -> datetime:
        return self.present

    def to(self, text: str) -> None:
        self.present = datetime.fromisoformat(text).replace(tzinfo=UTC)


@dataclass
class Town:
    """The playground with the bot in it; its clock is both's."""

    playground: Playground
    clock: Clock
    bot: Bot

    async def says(self, person: Person, text: str, chat: int | None = None) -> str:
        """Say something; the text of the answer."""
        answer = await self.playground.ask(person, chat or person.id, text, timeout_seconds=10)
        return answer.text

    async def post(self, chat: int, moment: str, seconds: float = 10) -> Shown:
        """Move the clock; the post that comes."""
        before = len(self.playground.messages(chat))
        self.clock.to(moment)
        await self.bot.posting.look()
        async with asyncio.timeout(seconds):
            while len(self.playground.messages(chat)) == before:  # noqa: ASYNC110
                await asyncio.sleep(0.02)
        return self.playground.messages(chat)[-1]

    async def is_paused(self, chat: int) -> bool:
        async with self.bot.database.work() as work:
            known = await work.chats.get(chat)
        return known is not None and known.pause is not None

    async def no_post(self, chat: int, moment: str) -> None:
        """Move the clock; nothing comes."""
        before = len(self.playground.messages(chat))
        self.clock.to(moment)
        assert await self.bot.posting.post_due() == 0
        assert len(self.playground.messages(chat)) == before


@asynccontextmanager
async def running(playground: Playground, address: str, clock: Clock, path: Path) -> AsyncIterator[Town]:
    bot = put_together(load_config(), frozenset(), URL.create("sqlite+aiosqlite", database=str(path)), clock)
    task = asyncio.create_task(bot.run(Connection(TOKEN, address)))
    yield Town(playground, clock, bot)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    clock = Clock()
    playground = Playground(TOKEN, clock, "Bot", "wuzhen_bot")
    address = await playground.start()
    async with running(playground, address, clock, tmp_path / "bot.db") as town:
        yield town
    await playground.stop()


async def test_a_subscription_is_confirmed_with_its_dates_and_posted_at_its_minute(town: Town) -> None:
    said = await town.says(OWNER, "/subscribe 每日 08:30 上海")
    assert all(
        part in said for part in ("订阅好了", "每天 08:30", "Asia/Shanghai", "3 月 1 日（周六）08:30", "3 月 3 日")
    )
    await town.no_post(OWNER.id, "2025-03-01T00:29:59")
    first = await town.post(OWNER.id, "2025-03-01T00:30")
    assert first.text.startswith("每日涨知识｜")
    assert "不想再收到？/unsubscribe daily" in first.text
    assert first.text.split("\n")[1] in said  # it was shown beforehand
    second = await town.post(OWNER.id, "2025-03-02T00:30")
    assert second.text != first.text
    assert "已退订" in await town.says(OWNER, "/unsubscribe daily")
    await town.no_post(OWNER.id, "2025-03-03T00:30")


async def test_what_is_subscribed_can_be_seen_and_changed(town: Town) -> None:
    assert "Nothing is subscribed" in await town.says(MEMBER, "/subscriptions")
    assert "New subscription" in await town.says(MEMBER, "/subscribe")
    await town.says(MEMBER, "/subscribe daily 08:30 London mon-fri silent")
    listed = await town.says(MEMBER, "/subscriptions")
    assert "Monday to Friday at 08:30 · Europe/London · silent" in listed
    assert "Mon 3 March, 08:30" in listed or "Mon 3 Mar, 08:30" in listed
    changed = await town.says(MEMBER, "/subscribe daily 20:00")
    assert "Subscription changed" in changed
    assert "Monday to Friday at 20:00 · Europe/London · silent" in changed
    assert "25:00" in await town.says(MEMBER, "/subscribe daily 25:00")
    assert "Ended: Fact of the day" in await town.says(MEMBER, "/unsubscribe daily")
    assert "no such" in await town.says(MEMBER, "/unsubscribe daily")
    assert "Nothing is subscribed" in await town.says(MEMBER, "/subscriptions")


async def test_in_a_group_only_administrators_change_anything(town: Town) -> None:
    group = town.playground.group
    assert "administrators" in await town.says(MEMBER, "/subscribe daily 08:30", group)
    assert "订阅好了" in await town.says(ADMIN, "/subscribe 每日 08:30", group)
    assert "administrators" in await town.says(MEMBER, "/unsubscribe", group)
    assert "Fact of the day" in await town.says(MEMBER, "/subscriptions", group)
    post = await town.post(group, "2025-03-01T00:30")
    assert post.text.startswith("每日涨知识")
    assert "已退订" in await town.says(OWNER, "/unsubscribe", group)


async def test_who_blocked_the_bot_is_left_alone_until_they_subscribe_again(town: Town) -> None:
    await town.says(OWNER, "/subscribe 每日 08:30")
    town.playground.faults.add(Fault(blocked(), chat=OWNER.id))
    town.clock.to("2025-03-01T00:30")
    await town.bot.posting.look()
    async with asyncio.timeout(10):
        while not await town.is_paused(OWNER.id):  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    assert "已停发" in await town.says(OWNER, "/subscriptions")
    await town.no_post(OWNER.id, "2025-03-02T00:30")
    assert "订阅已更新" in await town.says(OWNER, "/subscribe 每日")
    assert (await town.post(OWNER.id, "2025-03-03T00:30")).text.startswith("每日涨知识")


async def test_a_restart_keeps_subscriptions_and_what_was_seen(tmp_path: Path) -> None:
    clock = Clock()
    playground = Playground(TOKEN, clock, "Bot", "wuzhen_bot")
    address = await playground.start()
    texts = []
    for day in (1, 2, 3):
        async with running(playground, address, clock, tmp_path / "bot.db") as town:
            if day == 1:
                await town.says(OWNER, "/subscribe 每日 08:30")
            else:
                await town.says(OWNER, "/help")
            texts.append((await town.post(OWNER.id, f"2025-03-0{day}T00:30")).text)
    await playground.stop()
    assert len(set(texts)) == 3


def drafts(count: int, first: int) -> list[Draft]:
    now = datetime.now(UTC)
    payload = to_payload(Post(Message("post")))
    chats = range(first, first + count)
    return [Draft(f"{chat}/0/daily/x", Place(chat), payload, now, now + timedelta(hours=1)) for chat in chats]


async def wait_for(true: Callable[[], bool], seconds: float) -> None:
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110
            await asyncio.sleep(0.05)


async def test_killed_in_the_middle_of_sending_and_started_again_none_is_lost(tmp_path: Path) -> None:
    """A second copy may come only of what was on the wire at a kill, which the database names."""
    count, first, path = 120, 9_000_000_000, tmp_path / "bot.db"
    playground = Playground(TOKEN, SystemClock(), "Bot", "wuzhen_bot")
    address = await playground.start()
    database = Database(URL.create("sqlite+aiosqlite", database=str(path)))
    await database.migrate()
    async with database.work() as work:
        for chat in range(first, first + count):
            playground.world.chats[chat] = Room(chat, "private", "x", {}, person=Person(chat, "reader"))
            await work.chats.put(Chat(chat, ChatKind.PRIVATE, Language.ZH))
        await work.outbox.add(drafts(count, first))
    await database.close()
    playground.faults.add(Fault(delay_seconds=0.15, times=10_000))

    def arrived() -> Counter[int]:
        return Counter({chat: len(playground.messages(chat)) for chat in range(first, first + count)})

    environment = {**telegram_at(address), "DATABASE_URL": f"sqlite:///{path}", "BOT_LOG_LEVEL": "INFO"}
    perhaps_twice: set[int] = set()
    for step in (30, 80):
        async with started("run", environment=environment) as program:
            await wait_for(lambda step=step: arrived().total() >= step, 30)  # type: ignore[misc]
            program.process.kill()
            await program.process.wait()
        with sqlite3.connect(path) as connection:
            query = "SELECT chat_id FROM outbox WHERE state = 'leased' AND on_wire"
            perhaps_twice |= {chat for (chat,) in connection.execute(query)}
        connection.close()
    async with started("run", environment=environment) as program:
        with sqlite3.connect(path) as connection:
            query = "SELECT count(*) FROM outbox WHERE state = 'sent'"
            await wait_for(lambda: connection.execute(query).fetchone() == (count,), 30)
        connection.close()
        program.process.terminate()
        assert await program.ends() == 0
    await playground.stop()
    copies = arrived()
    assert [chat for chat in copies if copies[chat] < 1] == []
    assert {chat for chat in copies if copies[chat] > 1} <= perhaps_twice
    assert max(copies.values()) <= 2
    assert TOKEN.partition(":")[2] not in program.text
