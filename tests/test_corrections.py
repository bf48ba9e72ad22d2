"""Corrections as a whole: an admin's reload, a press, and the post is another one where it stands."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import URL

from bot.app import put_together
from bot.config import load_config
from bot.playground.people import OWNER
from bot.playground.playground import Playground
from bot.telegram_bot.application import Connection
from tests.test_app import TOKEN

ARTICLE = """---
title: 2021年峰会闭幕
url: https://example.org/2021-closing
source: 某报
date: 2021-09-28
---

2021年世界互联网大会乌镇峰会共有2000余名嘉宾参会。
"""


class Clock:
    """Moves when told."""

    present = datetime(2025, 3, 1, tzinfo=UTC)

    def now(self) -> datetime:
        return self.present


async def test_a_reload_offers_to_correct_posts_and_a_press_changes_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "a.md").write_text(ARTICLE, "utf-8")
    monkeypatch.setenv("BOT_SEEDS", str(seeds))
    clock = Clock()
    playground = Playground(TOKEN, clock, "Bot", "wuzhen_bot")
    address = await playground.start()
    url = URL.create("sqlite+aiosqlite", database=str(tmp_path / "bot.db"))
    bot = put_together(load_config(), frozenset({OWNER.id}), url, clock)
    task = asyncio.create_task(bot.run(Connection(TOKEN, address)))
    await playground.ask(OWNER, OWNER.id, "/subscribe 每日 08:30 上海", timeout_seconds=30)
    clock.present = datetime(2025, 3, 1, 0, 30, tzinfo=UTC)
    post = await playground.answer_to(OWNER.id, lambda: asyncio.ensure_future(bot.posting.look()), 30)
    assert "2,000 多名" in post.text
    (seeds / "a.md").write_text(ARTICLE.replace("2000余", "2500"), "utf-8")
    reply = await playground.ask(OWNER, OWNER.id, "/reload", timeout_seconds=30)
    assert "1 条推送受影响" in reply.text
    (data,) = [key["callback_data"] for row in reply.keyboard for key in row if key["text"] == "更正这 1 条推送"]
    await playground.press(OWNER, OWNER.id, reply.id, data)
    async with asyncio.timeout(30):
        while "2,500 名" not in playground.world.chats[OWNER.id].messages[post.id].text:  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    assert "已更正" in playground.world.chats[OWNER.id].messages[post.id].text
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    await playground.stop()
