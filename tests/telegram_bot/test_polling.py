"""What polling does when the server cannot be reached, or refuses."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
from datetime import timedelta
from unittest.mock import AsyncMock

import pytest
from aiohttp import web
from telegram.error import NetworkError, RetryAfter, TelegramError

from bot.config import Wording
from bot.errors import BotError, PollerConflictError, TokenRefusedError
from bot.language import Language
from bot.telegram_bot.application import Connection, TelegramBot
from bot.telegram_bot.failures import NotSent
from bot.telegram_bot.handlers import Handlers
from bot.telegram_bot.polling import pause_seconds
from tests.telegram_bot.conftest import TOKEN, Serve, no_reports, no_subscriptions
from tests.telegram_bot.test_handlers import Echo, Nobody

ME = {"id": 123456789, "is_bot": True, "first_name": "Bot", "username": "wuzhen_bot"}


def bot_at(address: str, token: str = TOKEN) -> TelegramBot:
    return TelegramBot(
        Connection(token, address),
        Handlers(Echo(), Nobody(), no_reports(), no_subscriptions(), Language.ZH),
        Wording(zh="例", en="E"),
    )


@pytest.mark.parametrize(
    ("error", "failures", "seconds"),
    [
        (NetworkError("x"), 0, 1),
        (NotSent("x"), 1, 2),
        (NetworkError("x"), 4, 16),
        (NetworkError("x"), 5, 30),
        (NetworkError("x"), 10_000, 30),
        (RetryAfter(7), 0, 7),
        (RetryAfter(timedelta(seconds=90)), 3, 90),
    ],
)
def test_pauses_grow_up_to_a_limit_and_obey_the_server(error: TelegramError, failures: int, seconds: float) -> None:
    assert pause_seconds(error, failures) == seconds


@pytest.mark.parametrize("refused", ["getMe", "deleteWebhook", "getUpdates"])
@pytest.mark.parametrize(
    ("status", "expected"), [(401, TokenRefusedError), (404, TokenRefusedError), (409, PollerConflictError)]
)
async def test_refusals_that_only_a_person_can_mend_end_the_bot(
    serve: Serve, refused: str, status: int, expected: type[BotError], caplog: pytest.LogCaptureFixture
) -> None:
    async def handler(request: web.Request) -> web.Response:
        method = request.path.rpartition("/")[2]
        if method == refused:
            return web.json_response({"ok": False, "description": "refused"}, status=status)
        return web.json_response({"ok": True, "result": ME if method == "getMe" else True})

    bot = bot_at(await serve(handler))
    with pytest.raises(expected) as caught:
        await asyncio.wait_for(bot.run(), 5)
    assert caught.value.__context__ is None
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert TOKEN not in caplog.text


@pytest.mark.parametrize("token", ["", "abc", "12:a b", "12:../../x", "12:a\nb", "词:abc"])
def test_what_cannot_be_a_token_is_refused_before_any_call(token: str) -> None:
    with pytest.raises(TokenRefusedError):
        bot_at("http://127.0.0.1:1", token)


async def test_an_outage_is_waited_out_and_logged_once_without_the_token(
    serve: Serve, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.telegram_bot.polling._LONGEST_PAUSE_SECONDS", 0.01)
    monkeypatch.setattr("bot.telegram_bot.application.publish_profile", AsyncMock())
    caplog.set_level(logging.INFO, "bot")
    calls: list[str] = []
    polled = asyncio.Event()

    async def handler(request: web.Request) -> web.Response:
        method = request.path.rpartition("/")[2]
        calls.append(method)
        if calls.count(method) <= 3:
            return web.Response(status=503, text=f"down: {request.path}")
        if calls.count("getUpdates") > 4:
            polled.set()
            await asyncio.sleep(30)
        results: dict[str, object] = {"getMe": ME, "getUpdates": []}
        return web.json_response({"ok": True, "result": results.get(method, True)})

    bot = asyncio.create_task(bot_at(await serve(handler)).run())
    await asyncio.wait_for(polled.wait(), 5)
    bot.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await bot
    lines = [record.getMessage() for record in caplog.records if record.name == "bot.telegram_bot.polling"]
    assert [line.startswith("The Bot API cannot be reached") for line in lines] == [True, False] * 3
    assert TOKEN not in caplog.text


async def test_a_stop_in_the_middle_of_a_poll_is_quick_and_confirms_what_was_taken(serve: Serve) -> None:
    polls: list[dict[str, str]] = []
    waiting = asyncio.Event()
    update = {"update_id": 41, "message": {"message_id": 1, "date": 0, "chat": {"id": 5, "type": "private"}}}

    async def handler(request: web.Request) -> web.Response:
        method = request.path.rpartition("/")[2]
        if method != "getUpdates":
            return web.json_response({"ok": True, "result": ME if method == "getMe" else True})
        polls.append(dict(request.query))
        if len(polls) == 1:
            return web.json_response({"ok": True, "result": [update]})
        if polls[-1]["timeout"] != "0":
            waiting.set()
            await asyncio.sleep(30)
        return web.json_response({"ok": True, "result": []})

    bot = asyncio.create_task(bot_at(await serve(handler)).run())
    await asyncio.wait_for(waiting.wait(), 5)
    bot.cancel()
    async with asyncio.timeout(3):
        with contextlib.suppress(asyncio.CancelledError):
            await bot
    assert [poll.get("offset") for poll in polls] == [None, "42", "42"]
    assert json.loads(polls[0]["allowed_updates"]) == ["message", "channel_post", "callback_query", "my_chat_member"]
