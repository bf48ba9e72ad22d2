from __future__ import annotations

from typing import Any

import aiohttp
import pytest

from bot.clock import SystemClock
from bot.errors import PortInUseError
from bot.playground.playground import Playground
from tests.playground.conftest import TOKEN, Caller


@pytest.mark.parametrize(
    ("token", "method", "code", "description"),
    [
        ("1:wrong", "getMe", 401, "Unauthorized"),
        ("nonsense", "getMe", 404, "Not Found"),
        (TOKEN, "sendMoney", 404, "Not Found"),
        (TOKEN, "", 404, "Not Found"),
    ],
)
async def test_strangers_and_unknown_methods_are_refused(
    api: Caller, token: str, method: str, code: int, description: str
) -> None:
    answer = await api.answer(method, {}, token)
    assert answer == {"ok": False, "error_code": code, "description": description}


@pytest.mark.parametrize("way", ["query", "form", "multipart", "json", "json text"])
async def test_parameters_come_in_every_way_telegram_takes(api: Caller, chat: int, way: str) -> None:
    url = f"{api.address}/bot{TOKEN}/SENDMESSAGE"
    markup = '{"inline_keyboard":[[{"text":"a","callback_data":"x"}]]}'
    fields = {"chat_id": str(chat), "text": "你好", "reply_markup": markup}
    arguments: dict[str, dict[str, Any]] = {
        "query": {"params": fields},
        "form": {"data": fields},
        "json": {"json": {**fields, "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "x"}]]}}},
        "json text": {"json": fields},
    }
    if way == "multipart":
        form = aiohttp.FormData(fields, default_to_multipart=True)
        arguments["multipart"] = {"data": form}
    async with api.session.request("GET" if way == "query" else "POST", url, **arguments[way]) as response:
        result = (await response.json())["result"]
    assert (result["text"], result["reply_markup"]["inline_keyboard"][0][0]["text"]) == ("你好", "a")


@pytest.mark.parametrize("body", [b"{", b"[]", b"\xff"])
async def test_a_broken_body_is_a_bad_request(api: Caller, body: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    async with api.session.post(f"{api.address}/bot{TOKEN}/getMe", data=body, headers=headers) as response:
        assert response.status == 400
        assert (await response.json())["description"].startswith("Bad Request: ")


async def test_unknown_parameters_are_passed_over(api: Caller, chat: int) -> None:
    assert (await api.call("sendMessage", chat_id=chat, text="x", colour="red"))["text"] == "x"


async def test_a_taken_port_is_named(address: str) -> None:
    port = int(address.rpartition(":")[2])
    with pytest.raises(PortInUseError) as caught:
        await Playground(TOKEN, SystemClock(), "b", "b_bot").start(port=port)
    assert caught.value.params["port"] == port
