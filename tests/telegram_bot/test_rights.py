from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import Message as TelegramMessage
from telegram.ext import ExtBot

from bot.clock import SystemClock
from bot.language import Language
from bot.playground.people import ADMIN, MEMBER, OWNER, Person
from bot.playground.playground import Playground
from bot.services.speaker import Speaker
from bot.subscriptions.chat import ChatKind, Place
from bot.telegram_bot.reading import speaker_of
from bot.telegram_bot.rights import may_manage
from bot.telegram_bot.transport import AiohttpRequest
from tests.telegram_bot.conftest import TOKEN

GROUP_BOT = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    playground = Playground(TOKEN, SystemClock(), "Bot", "wuzhen_bot")
    yield playground
    await playground.stop()


@pytest.fixture
async def bot(playground: Playground) -> AsyncIterator[ExtBot[None]]:
    address = await playground.start()
    async with ExtBot(
        TOKEN, base_url=f"{address}/bot", request=AiohttpRequest(), get_updates_request=AiohttpRequest()
    ) as bot:
        yield bot


def said(chat: dict[str, Any], **fields: Any) -> TelegramMessage:
    return TelegramMessage.de_json({"message_id": 1, "date": 1, "text": "/subscribe", "chat": chat, **fields})


def group(playground: Playground) -> dict[str, Any]:
    return playground.world.chats[playground.group].as_bot_api()


@pytest.mark.parametrize(("person", "allowed"), [(OWNER, True), (ADMIN, True), (MEMBER, False)])
async def test_in_a_group_administrators_may(
    playground: Playground, bot: ExtBot[None], person: Person, allowed: bool
) -> None:
    assert await may_manage(bot, said(group(playground), **{"from": person.as_user()})) is allowed


async def test_an_anonymous_administrator_may_and_another_channel_may_not(
    playground: Playground, bot: ExtBot[None]
) -> None:
    here = group(playground)
    assert await may_manage(bot, said(here, **{"from": GROUP_BOT, "sender_chat": here}))
    channel = {"id": -1009999, "type": "channel", "title": "elsewhere"}
    assert not await may_manage(bot, said(here, **{"from": GROUP_BOT, "sender_chat": channel}))


async def test_in_private_everybody_may_and_who_cannot_be_found_out_about_may_not(
    playground: Playground, bot: ExtBot[None]
) -> None:
    private = {"id": MEMBER.id, "type": "private", "first_name": "Alex"}
    assert await may_manage(bot, said(private, **{"from": MEMBER.as_user()}))
    stranger = {"id": 5, "is_bot": False, "first_name": "x"}
    assert not await may_manage(bot, said(group(playground), **{"from": stranger}))
    await playground.stop()
    assert not await may_manage(bot, said(group(playground), **{"from": OWNER.as_user()}))


@pytest.mark.parametrize(("in_topic", "topic"), [(True, 7), (False, 0)])
def test_only_a_topic_has_posts_of_its_own(in_topic: bool, topic: int) -> None:
    chat = {"id": -1005, "type": "supergroup", "title": "x", "is_forum": in_topic}
    fields = {"from": OWNER.as_user(), "message_thread_id": 7, **({"is_topic_message": True} if in_topic else {})}
    expected = Speaker(Place(-1005, topic), ChatKind.SUPERGROUP, OWNER.id, Language.EN, "x")
    assert speaker_of(said(chat, **fields), Language.EN) == expected
