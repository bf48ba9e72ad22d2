"""What people do besides talking, and what the bot is told of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.playground.movable_clock import LONGEST, STEP, MovableClock
from bot.playground.playground import Playground
from bot.playground.talk import NotAllowedError
from tests.playground.conftest import Caller, FakeClock

RIGHTS = {"can_manage_chat", "can_post_messages"}
KEYS = {
    "keyboard": [
        [{"text": "where", "request_location": True}],
        [
            {
                "text": "which",
                "request_chat": {
                    "request_id": 7,
                    "chat_is_channel": True,
                    "user_administrator_rights": {"can_post_messages": True},
                    "bot_administrator_rights": {"can_post_messages": True},
                    "request_title": True,
                },
            }
        ],
    ]
}


async def updates(api: Caller) -> list[dict[str, Any]]:
    """What the bot is told, each once."""
    found: list[dict[str, Any]] = await api.call("getUpdates")
    if found:
        await api.call("getUpdates", offset=found[-1]["update_id"] + 1)
    return found


async def test_the_bot_posts_in_a_channel_with_the_right_to(api: Caller, playground: Playground) -> None:
    owner, _, member = playground.people
    channel = playground.channel
    refused = await api.refused("sendMessage", chat_id=channel, text="x")
    assert refused == "Forbidden: bot is not a member of the channel chat"
    with pytest.raises(NotAllowedError):
        playground.deeds.add_bot(member, channel, RIGHTS)
    playground.deeds.add_bot(owner, channel, {"can_manage_chat"})
    (update,) = await updates(api)
    change = update["my_chat_member"]
    assert (change["chat"]["id"], change["from"]["id"]) == (channel, owner.id)
    assert (change["old_chat_member"]["status"], change["new_chat_member"]["status"]) == ("left", "administrator")
    assert change["new_chat_member"]["can_post_messages"] is False
    refused = await api.refused("sendMessage", chat_id=channel, text="x")
    assert refused == "Bad Request: need administrator rights in the channel chat"
    playground.deeds.add_bot(owner, channel, RIGHTS)
    sent = await api.call("sendMessage", chat_id="@daily_reading_demo", text="x")
    assert sent["sender_chat"]["id"] == sent["chat"]["id"] == channel
    assert "from" not in sent
    playground.deeds.remove_bot(owner, channel)
    assert (await updates(api))[-1]["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    refused = await api.refused("sendMessage", chat_id=channel, text="x")
    assert refused == "Forbidden: bot was kicked from the channel chat"


async def test_who_is_in_a_channel_is_told_to_its_administrators(api: Caller, playground: Playground) -> None:
    owner, channel = playground.people[0], playground.channel
    assert (await api.call("getChat", chat_id="@daily_reading_demo"))["id"] == channel
    asked = {"chat_id": channel, "user_id": owner.id}
    assert (await api.refused("getChatMember", **asked)).startswith("Forbidden: bot is not a member")
    playground.deeds.add_bot(owner, channel, RIGHTS)
    assert (await api.call("getChatMember", **asked))["status"] == "creator"
    own = await api.call("getChatMember", chat_id=channel, user_id=playground.bot.id)
    assert (own["can_post_messages"], own["can_edit_messages"]) == (True, False)
    assert await api.refused("getChat", chat_id=playground.private_channel) == "Bad Request: chat not found"


async def test_a_picked_chat_takes_the_bot_in(api: Caller, playground: Playground, chat: int) -> None:
    owner, member = playground.people[0], playground.people[2]
    await api.call("sendMessage", chat_id=chat, text="x", reply_markup=KEYS)
    with pytest.raises(NotAllowedError):
        playground.deeds.pick(owner, playground.group, "which")
    with pytest.raises(NotAllowedError):
        playground.deeds.pick(member, playground.channel, "which")
    playground.deeds.pick(owner, playground.private_channel, "which")
    change, picked = await updates(api)
    assert change["my_chat_member"]["new_chat_member"]["can_post_messages"] is True
    assert picked["message"]["chat_shared"] == {
        "request_id": 7,
        "chat_id": playground.private_channel,
        "title": "编辑部 · Editors",
    }
    await api.call("sendMessage", chat_id=chat, text="x", reply_markup={"remove_keyboard": True})
    assert playground.world.chats[chat].keys == ()


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ({"text": " "}, "keyboard button text must be non-empty"),
        ({"text": "a", "request_contact": True}, "BUTTON_TYPE_INVALID"),
        (
            {
                "text": "a",
                "request_chat": {
                    "request_id": 1,
                    "chat_is_channel": True,
                    "bot_administrator_rights": {"can_post_messages": True},
                },
            },
            "bot administrator rights must be a subset of the user's",
        ),
        (
            {"text": "a", "request_chat": {"chat_is_channel": True}},
            "can't parse keyboard button: Can't find field \"request_id\"",
        ),
    ],
)
async def test_wrong_keys_are_refused(api: Caller, chat: int, key: dict[str, Any], reason: str) -> None:
    refused = await api.refused("sendMessage", chat_id=chat, text="x", reply_markup={"keyboard": [[key]]})
    assert refused == f"Bad Request: {reason}"


async def test_locations_and_chats_are_asked_for_in_private_only(api: Caller, playground: Playground) -> None:
    refused = await api.refused("sendMessage", chat_id=playground.group, text="x", reply_markup=KEYS)
    assert refused == "Bad Request: location can be requested in private chats only"


async def test_a_location_and_a_forwarded_post_reach_the_bot(api: Caller, playground: Playground, chat: int) -> None:
    owner = playground.people[0]
    playground.deeds.locate(owner, 30.5, 120.5)
    post = playground.deeds.post(owner, playground.channel, "新一期")
    playground.deeds.forward(owner, playground.channel, post.id)
    located, forwarded = await updates(api)
    assert located["message"]["location"] == {"latitude": 30.5, "longitude": 120.5}
    assert "text" not in located["message"]
    assert forwarded["message"]["text"] == "新一期"
    assert forwarded["message"]["forward_origin"]["chat"]["id"] == playground.channel


async def test_who_blocks_the_bot_is_not_written_to(api: Caller, playground: Playground, chat: int) -> None:
    owner = playground.people[0]
    playground.deeds.remove_bot(owner, chat)
    assert await api.refused("sendMessage", chat_id=chat, text="x") == "Forbidden: bot was blocked by the user"
    playground.deeds.unblock(owner)
    await api.call("sendMessage", chat_id=chat, text="x")
    statuses = [update["my_chat_member"]["new_chat_member"]["status"] for update in await updates(api)]
    assert statuses == ["kicked", "member"]


async def test_a_muted_group_and_topics_are_refused_as_telegram_does(api: Caller, playground: Playground) -> None:
    owner, group = playground.people[0], playground.group
    playground.world.chats[group].topics |= {4: True, 5: False}
    assert (await api.call("sendMessage", chat_id=group, text="x", message_thread_id=4))["is_topic_message"] is True
    assert await api.refused("sendMessage", chat_id=group, text="x", message_thread_id=5) == "Bad Request: TOPIC_CLOSED"
    missing = await api.refused("sendMessage", chat_id=group, text="x", message_thread_id=6)
    assert missing == "Bad Request: message thread not found"
    playground.deeds.mute(owner, group, True)
    refused = await api.refused("sendMessage", chat_id=group, text="x")
    assert refused == "Bad Request: not enough rights to send text messages to the chat"
    assert (await api.call("getChat", chat_id=group))["permissions"]["can_send_messages"] is False


async def test_the_clock_goes_ahead_in_steps_that_leave_time_for_what_is_due(clock: FakeClock) -> None:
    movable, seen = MovableClock(clock), list[timedelta]()

    async def look() -> None:
        seen.append(movable.now() - clock.now())

    movable.at_each_step = look
    await movable.move(STEP * 2 + timedelta(minutes=1))
    assert seen == [STEP, STEP * 2, STEP * 2 + timedelta(minutes=1)]
    clock.advance(minutes=5)
    assert movable.now() == clock.now() + seen[-1]
    for by in (timedelta(), -STEP, LONGEST + STEP):
        with pytest.raises(ValueError, match="clock"):
            await movable.move(by)
