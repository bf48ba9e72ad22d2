"""One sender in its own process: `python -m bench.sender DATABASE_URL SERVER SECONDS` sends for so long, then prints how many."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import suppress
from pathlib import Path

os.environ.setdefault("PTB_TIMEDELTA", "1")  # before telegram is imported

import uvloop
from telegram.ext import ExtBot

from bot.clock import SystemClock
from bot.config import DeliveryConfig
from bot.outbox.pace import Pace
from bot.outbox.transport import Sent
from bot.services.sending import Sending
from bot.storage.database import Database, database_url
from bot.subscriptions.chat import Place
from bot.telegram_bot.delivery import BotTransport
from bot.telegram_bot.transport import AiohttpRequest

TOKEN = "123456789:AAH-an_invented-token_of_35_letters"
# Telegram's limits are not what is measured.
UNPACED = 1_000_000


class Counted(BotTransport):
    """Counts what arrived."""

    count = 0

    async def send(self, place: Place, payload: bytes) -> Sent:
        """As the bot sends."""
        sent = await super().send(place, payload)
        self.count += 1
        return sent


async def main() -> None:
    """Send until the time is over."""
    url, address, seconds = sys.argv[1], sys.argv[2], float(sys.argv[3])
    database = Database(database_url(url, Path("bot.db")))
    config = DeliveryConfig().model_copy(update={"messages_per_second": UNPACED})
    bot = ExtBot(TOKEN, base_url=f"{address}/bot", request=AiohttpRequest(), get_updates_request=AiohttpRequest())
    await bot.request.initialize()
    transport = Counted(bot)
    work = asyncio.create_task(Sending(database, config, SystemClock(), Pace(UNPACED)).run(transport))
    await asyncio.sleep(seconds)
    work.cancel()
    with suppress(asyncio.CancelledError):
        await work
    await bot.request.shutdown()
    await database.close()
    print(transport.count, flush=True)


if __name__ == "__main__":
    uvloop.run(main())
