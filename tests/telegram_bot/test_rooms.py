from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from telegram.ext import ExtBot

from bot.clock import SystemClock
from bot.messages.places import Right
from bot.playground.faults import Fault
from bot.playground.people import ADMIN, MEMBER, OWNER
from bot.playground.playground import Playground
from bot.playground.refusal import bad_request
from bot.services.rooms import Room
from bot.subscriptions.chat import ChatKind
from bot.telegram_bot.rooms import TelegramRooms
from bot.telegram_bot.transport import AiohttpRequest
from tests.telegram_bot.conftest import TOKEN

POSTING = {"can_manage_chat", "can_post_messages"}
NAME = "每日一读 · Daily reading"


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    playground = Playground(TOKEN, SystemClock(), "Bot", "wuzhen_bot")
    yield playground
    await playground.stop()


@pytest.fixture
async def rooms(playground: Playground) -> AsyncIterator[TelegramRooms]:
    address = await playground.start()
    async with ExtBot(
        TOKEN, base_url=f"{address}/bot", request=AiohttpRequest(), get_updates_request=AiohttpRequest()
    ) as bot:
        yield TelegramRooms(bot)


async def test_a_channel_shows_what_the_bot_lacks_step_by_step(playground: Playground, rooms: TelegramRooms) -> None:
    channel, deeds = playground.channel, playground.deeds
    assert await rooms.look(playground.private_channel, OWNER.id) is None
    # Nobody can tell who administers it yet: what the bot lacks comes first.
    assert await rooms.look("@daily_reading_demo", OWNER.id) == Room(
        channel, ChatKind.CHANNEL, NAME, True, (Right.ADMIN,)
    )
    deeds.add_bot(OWNER, channel, {"can_manage_chat"})
    assert await rooms.look(channel, OWNER.id) == Room(channel, ChatKind.CHANNEL, NAME, True, (Right.POST,))
    deeds.add_bot(OWNER, channel, POSTING)
    assert await rooms.look(channel, OWNER.id) == Room(channel, ChatKind.CHANNEL, NAME, True)
    assert await rooms.look(channel, MEMBER.id) == Room(channel, ChatKind.CHANNEL, NAME, False)
    assert await rooms.look(channel, None) == Room(channel, ChatKind.CHANNEL, NAME, False)


async def test_a_channel_is_managed_by_who_may_post_in_it(playground: Playground, rooms: TelegramRooms) -> None:
    playground.deeds.add_bot(OWNER, playground.channel, POSTING)
    assert [await rooms.manages(playground.channel, each.id) for each in (OWNER, ADMIN, MEMBER)] == [True, True, False]
    playground.world.chats[playground.channel].rights[ADMIN.id] = frozenset({"can_manage_chat"})
    assert not await rooms.manages(playground.channel, ADMIN.id)
    assert not await rooms.manages(playground.channel, None)
    assert not await rooms.manages(playground.channel, 5)


async def test_a_private_chat_is_its_persons_own(playground: Playground, rooms: TelegramRooms) -> None:
    playground.say(OWNER, OWNER.id, "x")
    assert await rooms.manages(OWNER.id, OWNER.id)
    assert not await rooms.manages(OWNER.id, ADMIN.id)
    assert await rooms.look(OWNER.id, ADMIN.id) is None
    assert await rooms.look(OWNER.id, OWNER.id) == Room(OWNER.id, ChatKind.PRIVATE, "", True)


async def test_a_group_where_the_bot_may_not_write_or_is_not(playground: Playground, rooms: TelegramRooms) -> None:
    group, deeds = playground.group, playground.deeds
    deeds.mute(OWNER, group, True)
    room = await rooms.look(group, OWNER.id)
    assert room
    assert room.missing == (Right.SEND,)
    deeds.add_bot(OWNER, group)
    room = await rooms.look(group, OWNER.id)
    assert room
    assert room.missing == ()
    deeds.remove_bot(OWNER, group)
    room = await rooms.look(group, OWNER.id)
    assert room
    assert room.missing == (Right.MEMBER,)


async def test_a_server_that_cannot_be_reached_tells_nothing(playground: Playground, rooms: TelegramRooms) -> None:
    await playground.stop()
    assert not await rooms.manages(playground.group, OWNER.id)
    assert await rooms.look(playground.group, OWNER.id) is None


async def test_administrators_are_known_where_members_are_hidden(playground: Playground, rooms: TelegramRooms) -> None:
    hidden = bad_request("CHAT_ADMIN_REQUIRED")
    playground.faults.add(Fault(hidden, method="getchatmember", times=2))
    assert await rooms.manages(playground.group, ADMIN.id)
    assert not await rooms.manages(playground.group, MEMBER.id)
