"""Every feed as a whole: subscribed to in a chat, due by the clock or by an added article, and standing there as a post."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import URL

from bot.app import Bot, put_together
from bot.config import load_config
from bot.playground.chat import Message
from bot.playground.people import OWNER
from bot.playground.playground import Playground
from bot.subscriptions.chat import Place
from bot.telegram_bot.application import Connection
from tests.test_app import ROOT, TOKEN

ARTICLE = """---
title: 2021年峰会闭幕
url: https://example.org/2021-closing
source: 某报
date: 2021-09-28
---

2021年世界互联网大会乌镇峰会共有2000余名嘉宾参会。
"""
SECONDS = 30


class Clock:
    """Moves when told."""

    present = datetime(2026, 7, 1, tzinfo=UTC)

    def now(self) -> datetime:
        return self.present


@dataclass
class Town:
    """The playground with the bot in it; its owner is an admin."""

    playground: Playground
    clock: Clock
    bot: Bot
    seeds: Path

    async def says(self, text: str) -> Message:
        return await self.playground.ask(OWNER, OWNER.id, text, timeout_seconds=SECONDS)

    async def post_at(self, moment: str) -> Message | None:
        """Move the clock; the post that comes, if one is due."""
        self.clock.present = datetime.fromisoformat(moment).replace(tzinfo=UTC)
        before = len(self.playground.messages(OWNER.id))
        if not await self.bot.posting.post_due():
            return None
        async with asyncio.timeout(SECONDS):
            while len(self.playground.messages(OWNER.id)) == before:  # noqa: ASYNC110
                await asyncio.sleep(0.02)
        return self.playground.messages(OWNER.id)[-1]


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[Town]:
    seeds, clock = folder / "seeds", Clock()
    playground = Playground(TOKEN, clock, "Bot", "wuzhen_bot")
    address = await playground.start()
    url = URL.create("sqlite+aiosqlite", database=str(folder / "bot.db"))
    bot = put_together(load_config(), frozenset({OWNER.id}), url, clock)
    task = asyncio.create_task(bot.run(Connection(TOKEN, address)))
    yield Town(playground, clock, bot, seeds)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    await playground.stop()


@pytest.fixture
async def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Town]:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for path in (ROOT / "seeds").glob("*.md"):
        (seeds / path.name).write_bytes(path.read_bytes())
    monkeypatch.setenv("BOT_SEEDS", str(seeds))
    async with opened(tmp_path) as town:
        yield town


async def test_an_anniversary_comes_on_its_day_and_on_no_other(town: Town) -> None:
    await town.says("/subscribe anniversaries 08:30 Asia/Shanghai")
    assert await town.post_at("2026-07-11T00:30") is None
    post = await town.post_at("2026-07-12T00:30")
    assert post is not None
    assert post.text.startswith("7 月 12 日｜成立 4 周年")
    assert await town.post_at("2026-07-13T00:30") is None


async def test_a_quiz_is_a_native_poll_of_which_the_chat_is_known(town: Town) -> None:
    await town.says("/subscribe quiz 08:30 Asia/Shanghai")
    first = await town.post_at("2026-07-02T00:30")
    second = await town.post_at("2026-07-03T00:30")
    assert first is not None
    assert second is not None
    polls = [message.more["poll"] for message in (first, second)]
    assert [poll["type"] for poll in polls] == ["quiz", "quiz"]
    assert polls[0]["question"] != polls[1]["question"]
    assert all("/unsubscribe quiz" in poll["description"] for poll in polls)
    async with asyncio.timeout(SECONDS):
        while True:
            async with town.bot.database.work() as work:
                stored = await work.polls.find(polls[1]["id"])
            if stored:
                break
            await asyncio.sleep(0.05)
    assert (stored.place, stored.correct) == (Place(OWNER.id), polls[1]["correct_option_ids"][0])


async def test_an_article_that_was_added_is_told_once(town: Town) -> None:
    await town.says("/subscribe news")
    (town.seeds / "more.md").write_text(ARTICLE, "utf-8")
    before = len(town.playground.messages(OWNER.id))
    town.playground.say(OWNER, OWNER.id, "/reload")
    async with asyncio.timeout(SECONDS):
        # The command, the reply, the post.
        while len(town.playground.messages(OWNER.id)) < before + 3:  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    texts = [message.text for message in town.playground.messages(OWNER.id)[before:]]
    (news,) = [text for text in texts if text.startswith("新收录一篇文章")]
    assert "《2021年峰会闭幕》" in news
    assert "/unsubscribe news" in news
