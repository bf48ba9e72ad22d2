from __future__ import annotations

import asyncio
from typing import Any

import pytest
from aiohttp import web

from bot.playground.playground import Playground
from bot.playground.webhook import SECRET_HEADER
from tests.playground.conftest import TOKEN, Caller


async def texts(api: Caller, **parameters: object) -> list[str]:
    return [update["message"]["text"] for update in await api.call("getUpdates", **parameters)]


async def test_updates_stay_until_an_offset_confirms_them(api: Caller, playground: Playground) -> None:
    owner = playground.people[0]
    for text in ("1", "2", "3"):
        playground.say(owner, owner.id, text)
    first = await api.call("getUpdates", limit=2)
    assert [update["message"]["text"] for update in first] == ["1", "2"]
    assert await texts(api) == ["1", "2", "3"]
    assert first[1]["update_id"] == first[0]["update_id"] + 1
    assert await texts(api, offset=first[1]["update_id"]) == ["2", "3"]
    assert await texts(api, offset=-1) == ["3"]
    assert await texts(api) == ["3"]
    assert await texts(api, offset=first[1]["update_id"] + 2) == []


async def test_a_long_poll_ends_with_the_first_update(api: Caller, playground: Playground) -> None:
    owner = playground.people[0]
    poll = asyncio.create_task(texts(api, timeout=30))
    await asyncio.sleep(0.1)
    assert not poll.done()
    playground.say(owner, owner.id, "now")
    assert await poll == ["now"]


async def test_a_second_poll_ends_the_first_with_a_conflict(api: Caller, playground: Playground) -> None:
    first = asyncio.create_task(api.answer("getUpdates", {"timeout": 30}))
    await asyncio.sleep(0.1)
    second = asyncio.create_task(api.answer("getUpdates", {"timeout": 30}))
    assert await first == {
        "ok": False,
        "error_code": 409,
        "description": "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running",
    }
    await playground.stop()
    assert (await second)["result"] == []


async def test_only_the_kinds_asked_for_arise_and_the_list_is_remembered(api: Caller, playground: Playground) -> None:
    owner = playground.people[0]
    await api.call("getUpdates", allowed_updates=["callback_query", "nonsense"])
    playground.say(owner, owner.id, "unseen")
    assert await api.call("getUpdates") == []
    assert (await api.call("getWebhookInfo"))["allowed_updates"] == ["callback_query"]
    await api.call("getUpdates", allowed_updates=[])
    playground.say(owner, owner.id, "seen")
    assert await texts(api) == ["seen"]
    assert not playground.world.updates.wants("chat_member")
    assert playground.world.updates.wants("my_chat_member")


@pytest.mark.parametrize("types", ["{", "5", [5]])
async def test_a_wrong_list_of_kinds_is_refused(api: Caller, types: object) -> None:
    assert await api.refused("getUpdates", allowed_updates=types) == "Bad Request: can't parse allowed updates list"


async def test_a_webhook_gets_updates_in_order_until_it_takes_them(api: Caller, playground: Playground) -> None:
    owner = playground.people[0]
    seen: list[tuple[str | None, Any]] = []
    done = asyncio.Event()

    async def receive(request: web.Request) -> web.Response:
        seen.append((request.headers.get(SECRET_HEADER), (await request.json())["message"]["text"]))
        if len(seen) == 3:
            done.set()
        return web.Response(status=500 if len(seen) == 1 else 200)

    application = web.Application()
    application.router.add_post("/hook", receive)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    playground.say(owner, owner.id, "dropped")
    hook = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await api.call("setWebhook", url=hook, secret_token="s-1", drop_pending_updates=True)
    playground.say(owner, owner.id, "1")
    playground.say(owner, owner.id, "2")
    async with asyncio.timeout(10):
        await done.wait()
    assert seen == [("s-1", "1"), ("s-1", "1"), ("s-1", "2")]

    answer = await api.answer("getUpdates", {})
    assert (answer["error_code"], answer["description"]) == (
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
    info = await api.call("getWebhookInfo")
    assert (info["url"], info["last_error_message"]) == (
        hook,
        "Wrong response from the webhook: 500 Internal Server Error",
    )
    await api.call("deleteWebhook")
    playground.say(owner, owner.id, "3")
    assert await texts(api) == ["3"]
    await runner.cleanup()


async def test_a_wrong_webhook_is_refused(api: Caller) -> None:
    refused = await api.refused("setWebhook", url="nonsense")
    assert refused == "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
    refused = await api.refused("setWebhook", url="http://x.org", secret_token="a b")
    assert refused == "Bad Request: secret token contains unallowed characters"


async def test_get_me_tells_who_the_bot_is(api: Caller) -> None:
    me = await api.call("getMe")
    assert (me["id"], me["first_name"], me["username"]) == (
        int(TOKEN.partition(":")[0]),
        "知识机器人",
        "knowledge_demo_bot",
    )
    assert me["can_read_all_group_messages"] is False
