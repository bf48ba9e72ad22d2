"""The guided keyboard, lists and previews: pressed in the playground, over HTTP, against a real database."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.playground.chat import Message as Shown
from bot.playground.people import ADMIN, MEMBER, OWNER, Person
from bot.playground.playground import Playground
from tests.test_app import TOKEN
from tests.test_delivery import Clock, Town, running


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    clock = Clock()
    playground = Playground(TOKEN, clock, "Bot", "wuzhen_bot")
    address = await playground.start()
    async with running(playground, address, clock, tmp_path / "bot.db") as town:
        yield town
    await playground.stop()


def labels(message: Shown) -> list[str]:
    return [str(key["text"]) for row in message.keyboard for key in row]


def data_of(message: Shown, label: str) -> str:
    found = [str(key.get("callback_data")) for row in message.keyboard for key in row if label in str(key["text"])]
    assert found, (label, labels(message))
    return found[0]


async def press(town: Town, person: Person, message: Shown, label: str, *, changes: bool = True) -> tuple[str, Shown]:
    """Press the first button whose label contains this; the toast, and the message afterwards, which `changes` or not."""
    data = data_of(message, label)
    with town.playground.events.listen() as listener:
        answer = await town.playground.press(person, message.chat.id, message.id, data, 10)
        assert answer is not None
        if changes:
            async with asyncio.timeout(10):
                async for event in listener:
                    if event["type"] == "edited" and event["message"]["message_id"] == message.id:
                        break
    return answer.text, town.playground.world.chats[message.chat.id].messages[message.id]


async def shown(town: Town, chat: int, part: str) -> Shown:
    """Wait until the last message of a chat says this."""
    async with asyncio.timeout(10):
        while part not in town.playground.messages(chat)[-1].text:  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    return town.playground.messages(chat)[-1]


async def opened(town: Town, person: Person, chat: int | None = None, text: str = "/subscribe") -> Shown:
    return await town.playground.ask(person, chat or person.id, text, timeout_seconds=10)


async def test_from_the_first_page_to_the_first_post(town: Town) -> None:
    page = await opened(town, OWNER)
    assert "新的订阅" in page.text
    assert "3 月 1 日（周六）09:00，3 月 2 日（周日）09:00，3 月 3 日（周一）09:00" in page.text
    assert "第一条会是：" in page.text
    _, page = await press(town, OWNER, page, "时间 09:00")
    _, page = await press(town, OWNER, page, "08:00")
    _, page = await press(town, OWNER, page, "08:30")
    _, page = await press(town, OWNER, page, "每天")
    _, page = await press(town, OWNER, page, "周一至周五")
    _, page = await press(town, OWNER, page, "周三")
    _, page = await press(town, OWNER, page, "返回")
    assert "周一、周二、周四、周五 08:30" in page.text
    _, page = await press(town, OWNER, page, "时区 上海")
    assert "现在是上海（UTC+8）" in page.text
    _, page = await press(town, OWNER, page, "东京")
    _, page = await press(town, OWNER, page, "响铃")
    assert "Asia/Tokyo · 静音" in page.text
    assert "还没有订阅" in await town.says(OWNER, "/subscriptions")
    toast, page = await press(town, OWNER, page, "订阅")
    assert toast == "订阅好了"
    assert "接下来：3 月 3 日（周一）08:30" in page.text
    shown = page.text.partition("第一条会是：\n")[2]
    post = await town.post(OWNER.id, "2025-03-02T23:30")
    assert shown.split("\n")[1] in post.text


async def test_every_feed_has_its_page(town: Town) -> None:
    page = await opened(town, MEMBER)
    _, page = await press(town, MEMBER, page, "Anniversaries")
    _, page = await press(town, MEMBER, page, "7 days ahead")
    assert "also 7 days ahead" in page.text
    _, page = await press(town, MEMBER, page, "New articles")
    assert "Sent whenever an article was added" in page.text
    assert not [label for label in labels(page) if label.startswith("Time")]
    toast, page = await press(town, MEMBER, page, "Subscribe")
    assert toast == "Subscribed"
    page = await opened(town, MEMBER)
    _, page = await press(town, MEMBER, page, "Quiz")
    assert "The first one will be" in page.text
    _, page = await press(town, MEMBER, page, "Never mind")
    assert "no subscription was changed" in page.text
    assert "New articles" in await town.says(MEMBER, "/subscriptions")


async def test_a_reply_to_the_keyboard_changes_it(town: Town) -> None:
    page = await opened(town, OWNER)
    answer = await town.playground.answer_to(
        OWNER.id, lambda: town.playground.say(OWNER, OWNER.id, "20:00 伦敦 周末 静音", page.id), 10
    )
    assert "每日涨知识 · 周末 20:00 · Europe/London · 静音" in answer.text
    answer = await town.playground.answer_to(
        OWNER.id, lambda: town.playground.say(OWNER, OWNER.id, "25:00", answer.id), 10
    )
    assert "25:00" in answer.text
    assert "还没有订阅" in await town.says(OWNER, "/subscriptions")


async def test_a_location_offers_the_nearest_cities(town: Town) -> None:
    page = await opened(town, OWNER, text="/subscribe 静音")
    _, page = await press(town, OWNER, page, "时区")
    await press(town, OWNER, page, "按我的位置找", changes=False)
    await shown(town, OWNER.id, "发送你的位置")
    own = town.playground.world.chats[OWNER.id]
    assert [key.get("request_location") for row in own.keys for key in row] == [True, None]
    town.playground.deeds.locate(OWNER, 52.5, 13.4)
    near = await shown(town, OWNER.id, "最近的几个")
    assert own.keys == ()
    _, page = await press(town, OWNER, near, "柏林")
    assert "Europe/Berlin · 静音" in page.text


async def test_in_a_group_only_administrators_press(town: Town) -> None:
    group = town.playground.group
    assert "administrators" in await town.says(MEMBER, "/subscribe", group)
    page = await opened(town, ADMIN, group)
    for label in ("时间", "响铃", "订阅", "算了"):
        toast, after = await press(town, MEMBER, page, label, changes=False)
        assert "administrators" in toast
        assert after.text == page.text
    toast, page = await press(town, OWNER, page, "订阅")
    assert toast == "订阅好了"
    toast, _ = await press(town, MEMBER, page, "试发", changes=False)
    assert "administrators" in toast


@pytest.mark.parametrize(
    "data",
    ["b:s:daily:2500:7f000:p0800", "b:garbage", "w:pause:daily", "w:burn", "b:s:daily:0900:7f000:p0800:-100999999"],
)
async def test_garbage_and_what_is_gone_change_nothing(town: Town, data: str) -> None:
    page = await opened(town, OWNER)
    town.playground.world.change_message(page, keyboard=(({"text": "x", "callback_data": data},),))
    answer = await town.playground.press(OWNER, OWNER.id, page.id, data, 10)
    assert answer
    assert answer.text
    assert "还没有订阅" in await town.says(OWNER, "/subscriptions")


async def test_the_list_pauses_resumes_previews_tries_and_ends(town: Town) -> None:
    await town.says(OWNER, "/subscribe 每日 08:30")
    listed = await opened(town, OWNER, text="/subscriptions")
    _, one = await press(town, OWNER, listed, "管理：每日涨知识")
    toast, one = await press(town, OWNER, one, "暂停")
    assert toast == "已暂停"
    assert "已暂停" in one.text
    await town.no_post(OWNER.id, "2025-03-01T00:30")
    toast, one = await press(town, OWNER, one, "恢复")
    assert "接下来：3 月 2 日（周日）08:30" in one.text
    _, preview = await press(town, OWNER, one, "看接下来七条")
    lines = [line for line in preview.text.split("\n") if line[:2] in {f"{n}." for n in range(1, 8)}]
    assert len(lines) == 7
    items = [line.partition("　")[2] for line in lines]
    _, skipped = await press(town, OWNER, preview, "✕ 1")
    after = [line.partition("　")[2] for line in skipped.text.split("\n") if line[1:2] == "."]
    assert after[:6] == items[1:]
    _, swapped = await press(town, OWNER, skipped, "⇄ 2")
    exchanged = [line.partition("　")[2] for line in swapped.text.split("\n") if line[1:2] == "."]
    assert exchanged[0] == after[0]
    assert exchanged[1] not in after
    count = len(town.playground.messages(OWNER.id))
    trial = await town.playground.answer_to(
        OWNER.id,
        lambda: town.playground.world.press(OWNER, swapped, data_of(swapped, "试发")),
        10,
    )
    assert exchanged[0][:6] in trial.text
    assert len(town.playground.messages(OWNER.id)) == count + 1
    post = await town.post(OWNER.id, "2025-03-02T00:30")
    assert post.text == trial.text
    listed = await opened(town, OWNER, text="/subscriptions")
    _, one = await press(town, OWNER, listed, "管理")
    _, ended = await press(town, OWNER, one, "退订")
    assert "已退订：每日涨知识" in ended.text
    toast, again = await press(town, OWNER, ended, "撤销")
    assert toast == "订阅好了"
    assert "每天 08:30" in again.text


async def test_a_day_of_an_anniversary_can_be_left_out(town: Town) -> None:
    said = await town.says(OWNER, "/subscribe 周年 08:30")
    listed = await opened(town, OWNER, text="/subscriptions")
    _, one = await press(town, OWNER, listed, "管理：周年提醒")
    _, preview = await press(town, OWNER, one, "看接下来七条")
    days = [line for line in preview.text.split("\n") if line[1:2] == "."]
    assert days
    assert days[0].split("　")[0][3:] in said
    # Not the next morning, but the next day that has an anniversary.
    assert days[0].split("　")[0][3:] in listed.text
    _, after = await press(town, OWNER, preview, "✕ 1")
    rest = [line for line in after.text.split("\n") if line[1:2] == "."]
    assert rest[0][3:] == days[1][3:]


async def test_the_same_twice_and_too_many_are_said(town: Town) -> None:
    page = await opened(town, OWNER)
    toast, page = await press(town, OWNER, page, "订阅")
    assert toast == "订阅好了"
    assert "已经这样订阅了" in await town.says(OWNER, "/subscribe 每日 09:00")
