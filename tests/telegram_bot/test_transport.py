"""The transport against real connections, sound and broken."""

from __future__ import annotations

import asyncio
import json
import socket
import traceback
from collections.abc import Awaitable, Callable
from io import BytesIO

import pytest
from aiohttp import web
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, ReplyParameters
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.telegram_bot.failures import AnswerTimedOut, AnswerUncertain, NotSent
from bot.telegram_bot.transport import AiohttpRequest
from tests.telegram_bot.conftest import TOKEN, Serve, ServeRaw

MESSAGE = {"message_id": 7, "date": 0, "chat": {"id": 5, "type": "private"}, "text": "好"}


def answering(result: object) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handler(request: web.Request) -> web.Response:
        return web.json_response({"ok": True, "result": result})

    return handler


def bot_at(address: str, transport: AiohttpRequest) -> Bot:
    return Bot(TOKEN, base_url=f"{address}/bot", request=transport, get_updates_request=AiohttpRequest())


async def test_a_call_sends_one_json_object_and_gives_the_result(serve: Serve, transport: AiohttpRequest) -> None:
    seen: list[tuple[str, str, object]] = []

    async def handler(request: web.Request) -> web.Response:
        seen.append((request.path, request.content_type, await request.json()))
        return web.json_response({"ok": True, "result": MESSAGE})

    bot = bot_at(await serve(handler), transport)
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("◀ 2022", callback_data="s:2022")]])
    message = await bot.send_message(5, "<b>乌镇</b>", reply_markup=keyboard, reply_parameters=ReplyParameters(3))

    assert message.text == "好"
    assert seen == [
        (
            f"/bot{TOKEN}/sendMessage",
            "application/json",
            {
                "chat_id": 5,
                "text": "<b>乌镇</b>",
                "reply_markup": {"inline_keyboard": [[{"text": "◀ 2022", "callback_data": "s:2022"}]]},
                "reply_parameters": {"message_id": 3},
            },
        )
    ]


async def test_files_go_as_multipart_with_their_other_parameters(serve: Serve, transport: AiohttpRequest) -> None:
    fields: dict[str, object] = {}

    async def handler(request: web.Request) -> web.Response:
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                fields[name] = (value.filename, value.content_type, len(value.file.read()))
            else:
                fields[name] = value
        return web.json_response({"ok": True, "result": MESSAGE})

    bot = bot_at(await serve(handler), transport)
    photo = InputFile(BytesIO(b"\x89PNG\r\n\x1a\n" + bytes(100_000)), filename="图.png")
    await bot.send_photo(5, photo, caption="2024 年", reply_parameters=ReplyParameters(3))

    assert json.loads(str(fields.pop("reply_parameters"))) == {"message_id": 3}
    assert fields == {"photo": ("图.png", "image/png", 100_008), "caption": "2024 年", "chat_id": "5"}


@pytest.mark.parametrize(
    ("status", "answer", "expected"),
    [
        (400, {"ok": False, "description": "Bad Request: chat not found"}, BadRequest),
        (401, {"ok": False, "description": "Unauthorized"}, InvalidToken),
        (403, {"ok": False, "description": "Forbidden: bot was blocked by the user"}, Forbidden),
        (404, {"ok": False, "description": "Not Found"}, InvalidToken),
        (409, {"ok": False, "description": "Conflict: terminated by other getUpdates request"}, Conflict),
        (429, {"ok": False, "description": "Too Many", "parameters": {"retry_after": 7}}, RetryAfter),
        (400, {"ok": False, "description": "migrated", "parameters": {"migrate_to_chat_id": -1005}}, ChatMigrated),
        (500, {"ok": False, "description": "Internal Server Error"}, NetworkError),
        (503, {"ok": False, "description": "Service Unavailable"}, NetworkError),
        (502, {"ok": False, "description": "Bad Gateway"}, AnswerUncertain),
        (504, {"ok": False, "description": "Gateway Timeout"}, AnswerUncertain),
    ],
)
async def test_each_refusal_is_an_error_of_its_own(
    serve: Serve, transport: AiohttpRequest, status: int, answer: object, expected: type[TelegramError]
) -> None:
    async def handler(request: web.Request) -> web.Response:
        return web.json_response(answer, status=status)

    bot = bot_at(await serve(handler), transport)
    with pytest.raises(TelegramError) as caught:
        await bot.send_message(5, "hello")
    assert type(caught.value) is expected


@pytest.mark.parametrize("status", [302, 404, 413, 500])
async def test_a_page_that_is_no_json_is_named_by_its_status_and_not_quoted(
    serve: Serve, transport: AiohttpRequest, status: int
) -> None:
    async def handler(request: web.Request) -> web.Response:
        return web.Response(status=status, text=f"<h1>cannot serve {request.path}</h1>", headers={"Location": "/x"})

    bot = bot_at(await serve(handler), transport)
    with pytest.raises(TelegramError) as caught:
        await bot.send_message(5, "hello")
    assert str(status) in caught.value.message
    assert TOKEN not in text_of(caught.value)


@pytest.mark.parametrize("body", [b"", b"not json", b'{"ok":true,"result":', b"[]", b'"text"', b'{"ok":true}', b"\xff"])
async def test_an_unreadable_answer_is_uncertain(serve: Serve, transport: AiohttpRequest, body: bytes) -> None:
    async def handler(request: web.Request) -> web.Response:
        return web.Response(body=body)

    bot = bot_at(await serve(handler), transport)
    with pytest.raises(AnswerUncertain):
        await bot.send_message(5, "hello")


async def test_no_listener_means_not_sent(transport: AiohttpRequest) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        bot = bot_at(f"http://127.0.0.1:{unused.getsockname()[1]}", transport)
        with pytest.raises(NotSent) as caught:
            await bot.send_message(5, "hello")
    assert TOKEN not in text_of(caught.value)
    assert "refused" in caught.value.message.lower()


@pytest.mark.parametrize(
    "address", ["http://no-such-host.invalid", "ftp://127.0.0.1", "http://127.0.0.1:99999", "nothing"]
)
async def test_an_address_that_leads_nowhere_means_not_sent(transport: AiohttpRequest, address: str) -> None:
    with pytest.raises(NotSent) as caught:
        await bot_at(address, transport).send_message(5, "hello")
    assert TOKEN not in text_of(caught.value)


async def test_a_connection_that_is_not_made_in_time_means_not_sent(transport: AiohttpRequest) -> None:
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        port = full.getsockname()[1]
        waiting = [socket.socket() for _ in range(4)]  # nobody accepts: the queue is full, further ones hang
        try:
            for client in waiting:
                client.setblocking(False)
                client.connect_ex(("127.0.0.1", port))
            with pytest.raises(NotSent):
                await bot_at(f"http://127.0.0.1:{port}", transport).send_message(5, "x", connect_timeout=0.2)
        finally:
            for client in waiting:
                client.close()


async def test_a_full_pool_means_not_sent(serve: Serve) -> None:
    release = asyncio.Event()

    async def handler(request: web.Request) -> web.Response:
        await release.wait()
        return web.json_response({"ok": True, "result": MESSAGE})

    address = await serve(handler)
    async with AiohttpRequest(connection_pool_size=1, pool_timeout=0.1, connect_timeout=0.1) as small:
        bot = bot_at(address, small)
        first = asyncio.create_task(bot.send_message(5, "one"))
        await asyncio.sleep(0.05)
        with pytest.raises(NotSent):
            await bot.send_message(5, "two")
        release.set()
        assert (await first).text == "好"


async def test_an_answer_that_does_not_come_in_time_is_uncertain(serve: Serve, transport: AiohttpRequest) -> None:
    async def handler(request: web.Request) -> web.Response:
        await asyncio.sleep(30)
        raise AssertionError

    bot = bot_at(await serve(handler), transport)
    with pytest.raises(AnswerTimedOut) as caught:
        await bot.send_message(5, "hello", read_timeout=0.1)
    assert isinstance(caught.value, TimedOut)
    assert TOKEN not in text_of(caught.value)


async def test_a_body_that_cannot_be_handed_over_in_time_is_uncertain(
    serve_raw: ServeRaw, transport: AiohttpRequest
) -> None:
    async def stuck(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readexactly(10)
        await asyncio.sleep(1)
        writer.close()

    bot = bot_at(await serve_raw(stuck), transport)
    big = InputFile(bytes(30_000_000), filename="big.bin")
    with pytest.raises(AnswerTimedOut):
        await bot.send_document(5, big, pool_timeout=0.1, connect_timeout=0.1, write_timeout=0.1, read_timeout=0.1)


@pytest.mark.parametrize(
    "sent_back",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{",
        b"HTTP/1.1 200 OK\r\nContent-Le",
        b"\x00\x01\x02nonsense\r\n\r\n",
    ],
    ids=["nothing", "cut in the body", "cut in the headers", "no HTTP"],
)
async def test_a_connection_cut_after_the_request_is_uncertain(
    serve_raw: ServeRaw, transport: AiohttpRequest, sent_back: bytes
) -> None:
    async def cut(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(sent_back)
        await writer.drain()
        writer.close()

    bot = bot_at(await serve_raw(cut), transport)
    with pytest.raises(AnswerUncertain) as caught:
        await bot.send_message(5, "hello")
    assert TOKEN not in text_of(caught.value)


async def test_a_call_is_never_repeated_by_the_transport(serve_raw: ServeRaw, transport: AiohttpRequest) -> None:
    requests = 0

    async def once_then_cut(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal requests
        answer = json.dumps({"ok": True, "result": MESSAGE}).encode()
        for n in range(2):
            head = await reader.readuntil(b"\r\n\r\n")
            length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
            await reader.readexactly(length)
            requests += 1
            if n == 0:
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(answer), answer))
        writer.close()

    bot = bot_at(await serve_raw(once_then_cut), transport)
    await bot.send_message(5, "one")
    with pytest.raises(AnswerUncertain):
        await bot.send_message(5, "two")
    assert requests == 2


async def test_connections_are_reused(serve: Serve, transport: AiohttpRequest) -> None:
    peers: set[object] = set()

    async def handler(request: web.Request) -> web.Response:
        assert request.transport is not None
        peers.add(request.transport.get_extra_info("peername"))
        return web.json_response({"ok": True, "result": MESSAGE})

    bot = bot_at(await serve(handler), transport)
    for _ in range(5):
        await bot.send_message(5, "hello")
    assert len(peers) == 1


async def test_a_download_gives_the_bytes(serve: Serve, transport: AiohttpRequest) -> None:
    async def handler(request: web.Request) -> web.Response:
        return web.Response(body=b"\x00\xff" * 70_000)

    assert await transport.retrieve(f"{await serve(handler)}/file/bot{TOKEN}/a.bin") == b"\x00\xff" * 70_000


async def test_requests_go_through_the_proxy(serve: Serve) -> None:
    async def proxy(request: web.Request) -> web.Response:
        return web.json_response({"ok": True, "result": {**MESSAGE, "text": str(request.raw_path)}})

    async with AiohttpRequest(proxy=await serve(proxy)) as request:
        message = await bot_at("http://telegram.invalid", request).send_message(5, "hello")
    assert message.text == f"http://telegram.invalid/bot{TOKEN}/sendMessage"


async def test_it_opens_and_closes_more_than_once() -> None:
    request = AiohttpRequest()
    for _ in range(2):
        await request.initialize()
        await request.initialize()
        await request.shutdown()
        await request.shutdown()
    with pytest.raises(RuntimeError):
        await request.do_request("http://127.0.0.1", "GET")


def text_of(error: BaseException) -> str:
    """Everything a log could show of an error: its chain of causes and contexts, repr and traceback."""
    text = "".join(traceback.format_exception(error))
    seen: BaseException | None = error
    while seen is not None:
        text += repr(seen) + str(seen) + repr(vars(seen))
        seen = seen.__cause__ or seen.__context__
    return text
