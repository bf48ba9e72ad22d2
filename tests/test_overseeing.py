"""What bot admins see of delivery and do to it, as a whole: the program against the strict local server."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import URL

from bot.app import Bot, put_together
from bot.config import load_config
from bot.language import Language
from bot.messages.message import Message as Text
from bot.messages.payload import Post, to_payload
from bot.outbox.decision import decide
from bot.outbox.entry import Draft, State
from bot.outbox.errors import Rejected
from bot.playground.chat import Message
from bot.playground.people import MEMBER, OWNER
from bot.playground.playground import Playground
from bot.subscriptions.chat import Chat, ChatKind, Pause, Place
from bot.subscriptions.feed import Feed
from bot.subscriptions.subscription import EVERY_DAY, Subscription, Times
from bot.telegram_bot.application import Connection
from tests.test_app import TOKEN
from tests.test_corrections import ARTICLE


@dataclass
class Clock:
    present: datetime = datetime(2025, 3, 1, 0, 30, tzinfo=UTC)

    def now(self) -> datetime:
        return self.present


@dataclass
class Stage:
    playground: Playground
    bot: Bot
    clock: Clock

    async def ask(self, text: str) -> Message:
        return await self.playground.ask(OWNER, OWNER.id, text, timeout_seconds=30)

    async def press(self, message: Message, label: str) -> str:
        """The owner presses the button whose label begins so; the toast."""
        (data,) = [b["callback_data"] for row in message.keyboard for b in row if b["text"].startswith(label)]
        answer = await self.playground.press(OWNER, OWNER.id, message.id, data, 30)
        assert answer is not None
        return answer.text

    def shown(self, message: Message) -> Message:
        return self.playground.world.chats[message.chat.id].messages[message.id]

    async def becomes(self, message: Message, text: str) -> Message:
        """Wait until a text stands in the message."""
        async with asyncio.timeout(30):
            while text not in self.shown(message).text:  # noqa: ASYNC110
                await asyncio.sleep(0.02)
        return self.shown(message)

    async def until(self, text: str, chat: int) -> None:
        """Wait for a text in a chat, in whatever message."""
        async with asyncio.timeout(30):
            while not any(text in message.text for message in self.playground.messages(chat)):  # noqa: ASYNC110
                await asyncio.sleep(0.02)

    async def subscriber(self, chat: int, kind: ChatKind = ChatKind.PRIVATE, language: Language = Language.ZH) -> None:
        async with self.bot.database.work() as work:
            await work.chats.put(Chat(chat, kind, language))

    async def failed(self, chat: int, reason: str) -> None:
        """A post of today that was refused."""
        now, key = self.clock.now(), f"{chat}/0/daily/2025-03-01"
        await self.subscriber(chat)
        async with self.bot.database.work() as work:
            await work.outbox.first_time([(key, now)])
            payload = to_payload(Post(Text("<b>每日涨知识</b>")))
            # Not for the sender that runs here.
            await work.outbox.add([Draft(key, Place(chat), payload, now + timedelta(hours=9), now + timedelta(days=1))])
            (entry,) = await work.outbox.claim("another", now + timedelta(hours=9), 1, 60)
            await work.outbox.begin([entry.id], "another", 60)
            await work.outbox.finish([(entry, decide(entry, Rejected(reason), now, resend_uncertain=True))], "another")

    async def states(self) -> dict[State, int]:
        async with self.bot.database.work() as work:
            return await work.posts.counts()


@pytest.fixture
async def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
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
    staged = Stage(playground, bot, clock)
    await staged.ask("/help")  # the tables are there once it answers
    yield staged
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    await playground.stop()


async def test_an_admin_sees_what_failed_today_and_why_and_tries_it_again(stage: Stage) -> None:
    nothing = await stage.ask("/delivery")
    assert "2025 年 3 月 1 日" in nothing.text
    assert "还没有要发的" in nothing.text
    await stage.failed(OWNER.id, "Bad Request: <message> is too long")
    assert await stage.press(nothing, "刷新") == ""
    seen = await stage.becomes(nothing, "失败 1")
    for part in ("已发 0", "Bad Request: <message> is too long", "每日涨知识", str(OWNER.id)):
        assert part in seen.text
    assert await stage.press(seen, "重试失败的 1 条") == "1 条重新排队。"
    await stage.becomes(nothing, "失败 0")
    await stage.until("每日涨知识", OWNER.id)
    async with asyncio.timeout(30):
        while await stage.states() != {State.SENT: 1}:  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    await stage.press(stage.shown(nothing), "刷新")
    assert len((await stage.becomes(nothing, "已发 1")).keyboard) == 1


async def test_only_admins_see_it_and_only_in_private(stage: Stage) -> None:
    await stage.failed(OWNER.id, "secret reason")
    group = stage.playground.group
    assert "私聊" in (await stage.playground.ask(OWNER, group, "/delivery", 30)).text
    assert "Sorry" in (await stage.playground.ask(MEMBER, MEMBER.id, "/delivery", 30)).text
    mine = await stage.ask("/推送情况")
    forged = await stage.playground.ask(MEMBER, MEMBER.id, "/help", 30)
    (data,) = [row[0]["callback_data"] for row in mine.keyboard if row[0]["text"].startswith("重试")]
    query = {
        "id": "1",
        "from": MEMBER.as_user(),
        "message": forged.as_bot_api(stage.playground.world.people),
        "chat_instance": "1",
        "data": data,
    }
    stage.playground.world.updates.add("callback_query", query)
    await stage.playground.ask(MEMBER, MEMBER.id, "/help", 30)
    assert await stage.states() == {State.FAILED: 1}


async def test_nothing_is_tried_again_where_nothing_is_sent_any_more(stage: Stage) -> None:
    await stage.failed(OWNER.id, "x")
    seen = await stage.ask("/delivery")
    async with stage.bot.database.work() as work:
        await work.chats.stop({OWNER.id: Pause.GONE})
    assert "没有可以重试的" in await stage.press(seen, "重试失败的")
    assert await stage.states() == {State.FAILED: 1}


async def subscribed(stage: Stage, chat: int, kind: ChatKind, language: Language = Language.ZH) -> None:
    """A chat that gets news, of which there are none."""
    times = Times(time(9), "Asia/Shanghai", EVERY_DAY)
    async with stage.bot.database.work() as work:
        await work.chats.put(Chat(chat, kind, language))
        await work.subscriptions.put(Subscription(Place(chat), Feed.NEWS, times), None)


async def test_a_broadcast_is_previewed_sent_and_told_of(stage: Stage) -> None:
    assert "没有可以发给的" in (await stage.ask("/broadcast 停机维护")).text
    assert "/broadcast" in (await stage.ask("/broadcast")).text
    group = stage.playground.group
    await subscribed(stage, OWNER.id, ChatKind.PRIVATE)
    await subscribed(stage, group, ChatKind.SUPERGROUP, Language.EN)
    await subscribed(stage, -100999, ChatKind.CHANNEL)
    async with stage.bot.database.work() as work:
        await work.chats.stop({-100999: Pause.GONE})
    preview = await stage.ask("/broadcast <b>停机</b> & 维护")
    for part in ("<b>停机</b> & 维护", "2 个会话", "私聊 1", "群 1", "约需 1 秒", "/unsubscribe"):
        assert part in preview.text
    assert await stage.press(preview, "发给 2 个会话") == ""
    await stage.until("A notice of the admins", group)
    async with asyncio.timeout(30):
        while await stage.states() != {State.SENT: 2}:  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    async with stage.bot.database.work() as work:
        keys = [each.key for each in await work.posts.listed([State.SENT], 9)]
    assert {key.split("/")[1] for key in keys} == {str(OWNER.id), str(group)}
    assert len({key.split("/")[0] for key in keys}) == 1
    # A second press of the old button sends nothing.
    send = preview.keyboard[0][0]["callback_data"]
    assert (await stage.bot.administering.press(send, OWNER.id, Language.ZH)).message is None
    assert await stage.states() == {State.SENT: 2}


async def test_a_reply_is_sent_with_its_formatting_and_a_preview_can_be_cancelled(stage: Stage) -> None:
    await subscribed(stage, OWNER.id, ChatKind.PRIVATE)
    helped = await stage.ask("/help")
    with stage.playground.events.listen() as listener:
        stage.playground.say(OWNER, OWNER.id, "/broadcast", reply_to=helped.id)
        async for event in listener:
            if event["type"] == "message" and event["message"]["from"]["is_bot"]:
                break
    preview = stage.playground.messages(OWNER.id)[-1]
    assert [entity.type for entity in preview.content.entities].count("bold") > 1
    assert await stage.press(preview, "取消") == ""
    await stage.becomes(preview, "什么也没发")
    assert await stage.states() == {}


@pytest.mark.slow  # it now and then does not see the end of the broadcast in time
async def test_a_running_broadcast_is_stopped(stage: Stage) -> None:
    for chat in range(1, 400):
        await subscribed(stage, 7_300_000_000 + chat, ChatKind.PRIVATE)
    preview = await stage.ask("/broadcast 通知")
    assert "约需 14 秒" in preview.text
    await stage.press(preview, "发给 399 个会话")
    under_way = await stage.becomes(preview, "正在群发")
    await stage.press(under_way, "停止")
    over = await stage.becomes(preview, "群发结束")
    assert over.keyboard == ()
    states = await stage.states()
    assert states[State.SKIPPED] > 100
    assert State.PENDING not in states


async def test_a_text_that_fits_no_message_and_other_peoples_buttons_do_nothing(stage: Stage) -> None:
    await subscribed(stage, OWNER.id, ChatKind.PRIVATE)
    assert "太长" in (await stage.ask("/broadcast " + "长" * 3900)).text
    assert "Sorry" in (await stage.playground.ask(MEMBER, MEMBER.id, "/broadcast x", 30)).text
    preview = await stage.ask("/broadcast 通知")
    send = preview.keyboard[0][0]["callback_data"]
    for user in (MEMBER.id, OWNER.id + 1):
        assert (await stage.bot.administering.press(send, user, Language.ZH)).message is None
    stage.clock.present += timedelta(days=1)
    assert (await stage.bot.administering.press(send, OWNER.id, Language.ZH)).message is None
    assert await stage.states() == {}
