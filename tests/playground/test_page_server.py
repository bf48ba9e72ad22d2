from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import urlsplit

import orjson
import pytest

from bot.playground.playground import Playground
from tests.playground.conftest import Caller


async def status(api: Caller, method: str, path: str, **arguments: Any) -> int:
    async with api.session.request(method, f"{api.address}{path}", **arguments) as response:
        await response.read()
        return response.status


async def test_the_page_and_its_files_are_served_with_a_strict_policy(api: Caller) -> None:
    async with api.session.get(f"{api.address}/") as response:
        assert response.headers["Content-Security-Policy"].startswith("default-src 'self'")
        page = await response.text()
    for name in ("app.js", "layout.css", "messages.css", "icon.svg"):
        assert f"/playground/page/{name}" in page
        assert await status(api, "GET", f"/playground/page/{name}") == 200
    assert await status(api, "GET", "/playground/page/nothing.js") == 404
    assert await status(api, "GET", "/playground/page/..%2f__init__.py") == 404


async def test_state_shows_a_person_their_own_chats(api: Caller, playground: Playground) -> None:
    member = playground.people[2]
    async with api.session.get(f"{api.address}/playground/api/state", params={"person": member.id}) as response:
        state = await response.json()
    assert [chat["id"] for chat in state["chats"]] == [member.id, playground.group, playground.channel]
    assert (state["person"]["first_name"], state["bot"]["first_name"]) == ("Alex", "知识机器人")
    assert state["chats"][0]["started"] is False


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"text": "hello"}, 200),
        ({"text": " \n"}, 409),
        ({"text": 5}, 400),
        ({"reply_to": "x"}, 400),
        ({"person": 5}, 404),
        ({"person": "x"}, 404),
        ({"chat": 5}, 404),
    ],
)
async def test_say_checks_what_it_gets(api: Caller, playground: Playground, body: dict[str, Any], code: int) -> None:
    owner = playground.people[0].id
    known = {"person": owner, "chat": owner, "text": "x", **body}
    assert await status(api, "POST", "/playground/api/say", json=known) == code


async def test_nobody_speaks_in_the_chat_of_another(api: Caller, playground: Playground) -> None:
    owner, admin, _ = playground.people
    body = {"person": admin.id, "chat": owner.id, "text": "x"}
    assert await status(api, "POST", "/playground/api/say", json=body) == 404
    assert await status(api, "GET", f"/playground/api/messages?person={admin.id}&chat={owner.id}") == 404


async def test_a_button_that_is_not_there_cannot_be_pressed(api: Caller, playground: Playground, chat: int) -> None:
    body = {"person": chat, "chat": chat, "message_id": 1, "data": "x"}
    assert await status(api, "POST", "/playground/api/press", json=body) == 409


async def test_other_origins_and_plain_forms_are_refused(api: Caller, playground: Playground) -> None:
    owner = playground.people[0].id
    body = {"person": owner, "chat": owner, "text": "x"}
    other = {"Origin": "https://elsewhere.example"}
    assert await status(api, "POST", "/playground/api/say", json=body, headers=other) == 403
    assert await status(api, "POST", "/playground/api/say", data=body) == 415
    assert playground.messages(owner) == []


async def test_events_tell_a_person_only_of_their_chats(api: Caller, playground: Playground) -> None:
    owner, admin, _ = playground.people
    async with api.session.get(f"{api.address}/playground/api/events", params={"person": admin.id}) as stream:
        await stream.content.readuntil(b"\n\n")
        playground.say(owner, owner.id, "a secret")
        playground.say(owner, playground.group, "for all")
        line = await stream.content.readuntil(b"\n\n")
    event = orjson.loads(line.removeprefix(b"data: "))
    assert (event["type"], event["chat"], event["message"]["text"]) == ("message", playground.group, "for all")


async def test_a_tab_that_goes_away_abruptly_is_no_fault(
    api: Caller, playground: Playground, caplog: pytest.LogCaptureFixture
) -> None:
    owner = playground.people[0]
    address = urlsplit(api.address)
    reader, writer = await asyncio.open_connection(address.hostname, address.port)
    query = f"/playground/api/events?person={owner.id}"
    writer.write(f"GET {query} HTTP/1.1\r\nHost: {address.netloc}\r\n\r\n".encode())
    await reader.readuntil(b"retry: 500")
    writer.transport.abort()
    for number in range(3):  # written to a connection that is gone
        playground.say(owner, owner.id, f"{number}")
        assert await status(api, "GET", f"/playground/api/state?person={owner.id}") == 200
    assert caplog.records == []


@pytest.mark.parametrize(
    ("query", "content_type", "body", "code"),
    [
        ({"name": "a.md"}, "application/octet-stream", b"x", 200),
        ({"name": "a.md"}, "multipart/form-data", b"x", 415),
        ({"name": "a.md"}, "text/plain", b"x", 415),
        ({"name": ""}, "application/octet-stream", b"x", 400),
        ({"name": "a.md"}, "application/octet-stream", b"", 409),
        ({"name": "a.md", "person": "5"}, "application/octet-stream", b"x", 404),
    ],
)
async def test_a_sent_file_is_checked_and_can_be_saved(
    api: Caller, playground: Playground, query: dict[str, str], content_type: str, body: bytes, code: int
) -> None:
    owner = str(playground.people[0].id)
    known = {"person": owner, "chat": owner, **query}
    headers = {"Content-Type": content_type}
    path = "/playground/api/say_document"
    assert await status(api, "POST", path, params=known, data=body, headers=headers) == code
    if code == 200:
        other = str(playground.people[1].id)
        place = {"person": owner, "chat": owner, "message_id": "1"}
        async with api.session.get(f"{api.address}/playground/api/document", params=place) as response:
            assert response.headers["Content-Disposition"] == "attachment"
            assert await response.read() == b"x"
        for wrong in ({**place, "message_id": "2"}, {**place, "person": other}, {**place, "message_id": "x"}):
            assert await status(api, "GET", "/playground/api/document", params=wrong) == 404
