from __future__ import annotations

import asyncio

import pytest

from bot.playground.playground import Playground
from bot.playground.refusal import RefusalError
from bot.playground.talk import NotAllowedError
from bot.playground.world import CallbackAnswer
from tests.playground.conftest import Caller, FakeClock

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
KEYS = {"inline_keyboard": [[{"text": "a", "callback_data": "x"}]]}


async def test_a_pressed_button_gets_the_bots_answer(api: Caller, playground: Playground, chat: int) -> None:
    owner = playground.people[0]
    sent = await api.call("sendMessage", chat_id=chat, text="q", reply_markup=KEYS)
    pressing = asyncio.create_task(playground.press(owner, chat, sent["message_id"], "x"))
    update = (await api.call("getUpdates", timeout=5))[0]
    query = update["callback_query"]
    assert (query["data"], query["from"]["id"], query["message"]["text"]) == ("x", owner.id, "q")
    assert not pressing.done()
    assert await api.call("answerCallbackQuery", callback_query_id=query["id"], text="t", show_alert=True) is True
    assert await pressing == CallbackAnswer("t", show_alert=True)
    assert await api.refused("answerCallbackQuery", callback_query_id=query["id"]) == TOO_OLD


async def test_callback_answers_are_checked(api: Caller, playground: Playground, chat: int, clock: FakeClock) -> None:
    owner = playground.people[0]
    sent = await api.call("sendMessage", chat_id=chat, text="q", reply_markup=KEYS)
    assert await playground.press(owner, chat, sent["message_id"], "x", timeout_seconds=0.01) is None
    query = (await api.call("getUpdates"))[0]["callback_query"]["id"]
    too_long = await api.refused("answerCallbackQuery", callback_query_id=query, text="x" * 201)
    assert too_long == "Bad Request: MESSAGE_TOO_LONG"
    clock.advance(seconds=61)
    assert await api.refused("answerCallbackQuery", callback_query_id=query) == TOO_OLD
    assert await api.refused("answerCallbackQuery", callback_query_id="1") == TOO_OLD
    with pytest.raises(NotAllowedError):
        await playground.press(owner, chat, sent["message_id"], "another")


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("今天读什么", False),
        ("/summit 2024", True),
        ("/summit@knowledge_demo_bot", True),
        ("/summit@KNOWLEDGE_DEMO_BOT", True),
        ("/summit@other_bot 2024", False),
        ("/峰会 2024", True),
        ("看 @knowledge_demo_bot 的", True),
        ("@other_bot", False),
        ("说 /summit 吧", False),
    ],
)
async def test_privacy_mode_shows_the_bot_only_what_is_for_it(
    api: Caller, playground: Playground, text: str, seen: bool
) -> None:
    playground.say(playground.people[2], playground.group, text)
    assert len(await api.call("getUpdates")) == seen


async def test_a_reply_to_the_bot_reaches_it_and_one_to_a_person_does_not(api: Caller, playground: Playground) -> None:
    member, group = playground.people[2], playground.group
    mine = await api.call("sendMessage", chat_id=group, text="x")
    hello = playground.say(member, group, "hello")
    playground.say(member, group, "to a person", reply_to=hello.id)
    playground.say(member, group, "to the bot", reply_to=mine["message_id"])
    updates = await api.call("getUpdates")
    assert [update["message"]["text"] for update in updates] == ["to the bot"]
    assert updates[0]["message"]["reply_to_message"]["from"]["is_bot"] is True
    assert updates[0]["message"]["from"]["language_code"] == "en"


async def test_a_persons_long_text_arrives_in_pieces(api: Caller, playground: Playground) -> None:
    owner = playground.people[0]
    playground.say(owner, owner.id, "x" * 4095 + "😀" + "y" * 900)
    pieces = [update["message"]["text"] for update in await api.call("getUpdates")]
    assert pieces == ["x" * 4095, "😀" + "y" * 900]
    with pytest.raises(RefusalError, match="text must be non-empty"):
        playground.say(owner, owner.id, " \n")
    with pytest.raises(NotAllowedError):
        playground.say(owner, playground.people[1].id, "in someone else's chat")


async def test_members_of_the_group(api: Caller, playground: Playground, chat: int) -> None:
    owner, admin, member = playground.people
    group = playground.group
    full = await api.call("getChat", chat_id=group)
    assert (full["type"], full["username"]) == ("supergroup", "study_group_demo")
    assert await api.call("getChatMemberCount", chat_id=group) == 4
    found = await api.call("getChatAdministrators", chat_id=group)
    assert [(one["user"]["id"], one["status"]) for one in found] == [(owner.id, "creator"), (admin.id, "administrator")]
    status = [
        (await api.call("getChatMember", chat_id=group, user_id=user.id))["status"]
        for user in (owner, admin, member, playground.bot)
    ]
    assert status == ["creator", "administrator", "member", "member"]
    unknown = await api.refused("getChatMember", chat_id=group, user_id=5)
    assert unknown == "Bad Request: invalid user_id specified"
    assert (await api.call("getChatMember", chat_id=chat, user_id=owner.id))["status"] == "member"
    refused = await api.refused("getChatAdministrators", chat_id=chat)
    assert refused == "Bad Request: there are no administrators in the private chat"
