"""Messages sent a second: our transport against the library's own and against bare aiohttp with json."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import aiohttp
import uvloop
from telegram import Bot
from telegram.request import BaseRequest, HTTPXRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from bench.table import Row, median
from bot.telegram_bot.transport import AiohttpRequest

CONCURRENCY = 64
RUNS = 11
MESSAGES = 2000
MESSAGES_BY_DEFAULT_CLIENT = 200  # it is slow
TOKEN = "123456789:AAH-an_invented-token_of_35_letters"
TEXT = "<b>2024 年峰会</b>　主题　拥抱以人为本、智能向善的数字未来"

BODY = {"chat_id": 5, "text": TEXT, "parse_mode": "HTML"}

Send = Callable[[], Awaitable[object]]


def rows() -> list[Row]:
    """All in the same run, in turn, against a stub in its own process."""
    stub = subprocess.Popen([sys.executable, "-m", "bench.stub"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert stub.stdout is not None
    try:
        address = f"http://127.0.0.1:{int(stub.stdout.readline())}"
        return uvloop.run(_measured(address))
    finally:
        stub.terminate()
        stub.communicate()


async def _measured(address: str) -> list[Row]:
    rates: dict[str, list[float]] = {}

    async def run(name: str, way: AbstractAsyncContextManager[Send], count: int = MESSAGES) -> None:
        async with way as send:
            rates.setdefault(name, []).append(await _rate(send, count))

    for _ in range(RUNS):
        await run("bare", _bare(address))
        await run("calls", _calls(address))
        await run("messages", _messages(address, AiohttpRequest()))
        slow = HTTPXRequest(connection_pool_size=CONCURRENCY, pool_timeout=60)
        await run("default", _messages(address, slow), MESSAGES_BY_DEFAULT_CLIENT)
    middle = {name: median(values) for name, values in rates.items()}
    return [
        Row("Bot.send_message", "messages", middle["messages"], "the same, default client", middle["default"], aim=8),
        Row("calls through the transport", "calls", middle["calls"], "bare aiohttp + json", middle["bare"], aim=0.9),
        Row("Bot.send_message", "messages", middle["messages"], "bare aiohttp + json", middle["bare"]),
    ]


@asynccontextmanager
async def _messages(address: str, request: BaseRequest) -> AsyncIterator[Send]:
    """Everything the library does for a message, its Message object included."""
    async with request:
        bot = Bot(TOKEN, base_url=f"{address}/bot", request=request, get_updates_request=AiohttpRequest())
        yield lambda: bot.send_message(5, TEXT, parse_mode="HTML")


@asynccontextmanager
async def _calls(address: str) -> AsyncIterator[Send]:
    """The library's request interface alone: parameters in, the decoded result out."""
    url = f"{address}/bot{TOKEN}/sendMessage"
    async with AiohttpRequest() as request:
        yield lambda: request.post(url, RequestData([RequestParameter.from_input(*item) for item in BODY.items()]))


@asynccontextmanager
async def _bare(address: str) -> AsyncIterator[Send]:
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=CONCURRENCY)) as session:
        url = f"{address}/bot{TOKEN}/sendMessage"

        async def send() -> object:
            async with session.post(url, json=BODY) as response:
                return json.loads(await response.read())["result"]

        yield send


async def _rate(send: Send, count: int) -> float:
    """Messages a second, `CONCURRENCY` of them under way at any time."""

    async def worker(share: int) -> None:
        for _ in range(share):
            await send()

    await asyncio.gather(*(worker(1) for _ in range(CONCURRENCY)))  # connections are made before the clock starts
    shares = [count // CONCURRENCY] * CONCURRENCY
    begin = time.perf_counter()
    await asyncio.gather(*map(worker, shares))
    return sum(shares) / (time.perf_counter() - begin)
