from __future__ import annotations

import pytest

from bot.messages.places import Right
from bot.services.channels import read_target
from bot.services.speaker import Speaker
from bot.storage.database import Database
from bot.subscriptions.chat import ChatKind
from tests.services.fake_rooms import FakeRooms
from tests.services.test_subscribing import PRIVATE, Desk, database, desk

__all__ = ["database", "desk"]

CHANNEL = -1001234567890


@pytest.mark.parametrize(
    ("argument", "target", "rest"),
    [
        ("@daily_reading daily 08:30", "@daily_reading", "daily 08:30"),
        ("＠daily_reading", "@daily_reading", ""),
        ("https://t.me/daily_reading 每日", "@daily_reading", "每日"),
        ("t.me/daily_reading/ 每日", "@daily_reading", "每日"),
        ("-1001234567890 每日", CHANNEL, "每日"),
        ("每日 08:30", None, "每日 08:30"),
        ("@ab 每日", None, "@ab 每日"),
        ("-5 每日", None, "-5 每日"),
        ("https://t.me/+AbCdEf 每日", None, "https://t.me/+AbCdEf 每日"),
        ("", None, ""),
    ],
)
def test_the_chat_an_argument_begins_with(argument: str, target: int | str | None, rest: str) -> None:
    assert read_target(argument) == (target, rest)


def rooms(manager: int = 5, missing: tuple[Right, ...] = ()) -> FakeRooms:
    found = FakeRooms()
    found.add(CHANNEL, ChatKind.CHANNEL, "每日一读", manager=manager, missing=missing, name="daily_reading")
    return found


async def says(desk: Desk, text: str, found: FakeRooms, speaker: Speaker = PRIVATE) -> str:
    name, _, argument = text.partition(" ")
    return (await desk.subscribing.command(name, argument, speaker, desk.may_manage, found)).html


@pytest.mark.parametrize("right", Right)
async def test_each_missing_right_is_named(desk: Desk, right: Right) -> None:
    words = {Right.MEMBER: "加进群", Right.ADMIN: "加为管理员", Right.POST: "发布消息", Right.SEND: "允许成员发消息"}
    assert words[right] in await says(desk, "subscribe @daily_reading 每日", rooms(missing=(right,)))
    assert "还没有订阅" in await says(desk, "subscriptions @daily_reading", rooms())


async def test_others_can_neither_look_nor_change(desk: Desk) -> None:
    await says(desk, "subscribe @daily_reading 每日", rooms())
    for line in ("subscribe @daily_reading 每日 10:00", "subscriptions @daily_reading", "unsubscribe @daily_reading"):
        assert "管理员" in await says(desk, line, rooms(manager=6))
    assert "09:00" in await says(desk, "subscriptions @daily_reading", rooms())
    # What the speaker gets themselves is another matter.
    assert "还没有订阅" in await says(desk, "subscriptions", rooms())


@pytest.mark.parametrize(
    "data",
    [
        "b:s:daily:0900:7f000:p0800",
        "b:m:daily:0900:7f000:p0800",
        "w:list",
        "w:pause:daily",
        "w:swap:daily:onafby6mmu",
        f"w:repair:::{CHANNEL}",
        "f:yes",
    ],
)
async def test_without_its_database_buttons_say_so(database: Database, data: str) -> None:
    desk = Desk(database)  # the tables were never made
    pressed = await desk.subscribing.press(data, PRIVATE, rooms())
    assert "存不下来" in pressed.toast
    assert pressed.message is None


@pytest.mark.parametrize("data", ["w:show:daily", "w:resume:quiz", "w:end:news"])
async def test_what_is_gone_is_said_and_nothing_changes(desk: Desk, data: str) -> None:
    pressed = await desk.subscribing.press(data, PRIVATE, rooms())
    assert "没有这样的订阅" in pressed.toast
    assert pressed.message is None
