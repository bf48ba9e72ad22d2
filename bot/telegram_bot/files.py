"""Files that people send, fetched from the Bot API."""

from __future__ import annotations

import logging

from telegram import Bot
from telegram.error import TelegramError

log = logging.getLogger(__name__)


async def fetched(bot: Bot, file_id: str) -> bytes | None:
    """The content of a file of at most 20 MB (https://core.telegram.org/bots/api#getfile); None if it cannot be had."""
    try:
        file = await bot.get_file(file_id)
        return bytes(await file.download_as_bytearray())
    except TelegramError as error:
        log.warning("A sent file could not be fetched: %s", error)
        return None
