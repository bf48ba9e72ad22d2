"""A bot that only introduces itself to the server: for looking, not for serving."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import telegram
from telegram.error import InvalidToken, TelegramError

from bot.errors import TokenRefusedError
from bot.telegram_bot.application import Connection
from bot.telegram_bot.transport import AiohttpRequest


@asynccontextmanager
async def introduced(connection: Connection) -> AsyncIterator[telegram.Bot]:
    """The bot, which knows its own name (`getMe`). Raises `TokenRefusedError`, and `TelegramError` for a server that
    cannot be reached; neither tells the token."""
    root = connection.root.rstrip("/")
    request = AiohttpRequest(proxy=connection.proxy)
    bot = telegram.Bot(
        connection.token,
        base_url=f"{root}/bot",
        base_file_url=f"{root}/file/bot",
        request=request,
        get_updates_request=AiohttpRequest(),
    )
    try:
        if failure := await _introduce(bot):
            raise failure
        yield bot
    finally:
        await bot.shutdown()
        await request.shutdown()


async def _introduce(bot: telegram.Bot) -> Exception | None:
    """What went wrong, without what the library says of the token."""
    try:
        await bot.initialize()
    except InvalidToken:
        return TokenRefusedError()
    except TelegramError as error:
        return TelegramError(error.message.replace(bot.token, "…"))
    return None
