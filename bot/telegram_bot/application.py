"""The Application of python-telegram-bot, put together and run from start to clean stop."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import re
from collections.abc import Callable, Collection, Coroutine
from dataclasses import dataclass

from telegram import Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ChatMemberHandler,
    ExtBot,
    JobQueue,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.config import FREE_PER_SECOND, Wording
from bot.errors import TokenRefusedError
from bot.outbox.pace import Pace
from bot.outbox.transport import Transport
from bot.telegram_bot.concurrency import BackPressureQueue, PerChatProcessor
from bot.telegram_bot.delivery import BotTransport
from bot.telegram_bot.handlers import Context, Handlers
from bot.telegram_bot.limiter import Limiter
from bot.telegram_bot.polling import Poller, persistently
from bot.telegram_bot.profile import publish_profile
from bot.telegram_bot.transport import AiohttpRequest

log = logging.getLogger(__name__)

TELEGRAM_ROOT = "https://api.telegram.org"
# Updates received and not yet answered. Beyond it the poller waits; Telegram keeps the rest for 24 hours.
_MOST_UPDATES = 1024
# What a stop waits for: answers being made, when posts are done (`bot.services.sending`: at most five seconds). A
# supervisor kills after 10 seconds (docker) at the earliest.
_DRAIN_SECONDS = 4.0
# The form every token has; anything else would only make a strange URL.
_TOKEN = re.compile(r"\d+:[\w-]+", re.ASCII)

BotApplication = Application[
    ExtBot[str], Context, dict[object, object], dict[object, object], dict[object, object], JobQueue[Context]
]


@dataclass(frozen=True, slots=True)
class Connection:
    """Which Bot API server, as which bot. `root` is its address without `/bot`; `proxy` the URL of an HTTP proxy."""

    token: str
    root: str = TELEGRAM_ROOT
    proxy: str | None = None

    def __repr__(self) -> str:
        """Without the token."""
        return f"Connection(root={self.root!r})"


# Sends posts through the transport until cancelled, then finishes what it began.
Delivery = Callable[[Transport], Coroutine[object, object, None]]
# Does some work while this process is the one that may.
Lead = Callable[[Callable[[], Coroutine[object, object, None]]], Coroutine[object, object, None]]


class TelegramBot:
    """The bot on one connection. `handlers` decide what is said; everything here is about when and how.

    `delivery` sends posts while the bot runs; `pace` is what answers and posts share, `paid_broadcast` makes posts paid ones,
    and `lead` says when this process receives updates (always without it). `answered` is called whenever the server answers a poll, `updated` for every update. `series` is the name the bot introduces itself with, `admins` are users whose menu has more commands. Raises `TokenRefusedError` for what cannot be a token.
    """

    def __init__(
        self,
        connection: Connection,
        handlers: Handlers,
        series: Wording,
        admins: Collection[int] = (),
        delivery: Delivery | None = None,
        *,
        pace: Pace | None = None,
        paid_broadcast: bool = False,
        lead: Lead | None = None,
        answered: Callable[[], None] = lambda: None,
        updated: Callable[[], None] = lambda: None,
    ) -> None:
        if not _TOKEN.fullmatch(connection.token):
            raise TokenRefusedError
        self._series = series
        self._admins = admins
        self._delivery = delivery
        self._paid_broadcast = paid_broadcast
        self._lead = lead
        self._answered = answered
        self._queue = BackPressureQueue(_MOST_UPDATES)
        root = connection.root.rstrip("/")
        self._application = (
            ApplicationBuilder()
            .token(connection.token)
            .base_url(f"{root}/bot")
            .base_file_url(f"{root}/file/bot")
            .request(AiohttpRequest(proxy=connection.proxy))
            .get_updates_request(AiohttpRequest())  # idle: the poller shares the connections above
            .concurrent_updates(PerChatProcessor(_MOST_UPDATES))
            .update_queue(self._queue)
            .updater(None)
            .job_queue(None)
            .rate_limiter(Limiter(pace or Pace(FREE_PER_SECOND)))
            .build()
        )
        # Before the others, whatever they do with it.
        self._application.add_handler(TypeHandler(Update, _counting(updated)), group=-1)
        # Only new messages: by default a MessageHandler takes edited ones and channel posts as well.
        self._application.add_handler(MessageHandler(filters.UpdateType.MESSAGE, handlers.on_message))
        self._application.add_handler(MessageHandler(filters.UpdateType.CHANNEL_POST, handlers.on_channel_post))
        self._application.add_handler(CallbackQueryHandler(handlers.on_press))
        self._application.add_handler(ChatMemberHandler(handlers.on_membership, ChatMemberHandler.MY_CHAT_MEMBER))
        self._application.add_error_handler(handlers.on_error)

    async def run(self) -> None:
        """Poll and answer until cancelled, then finish what was begun.

        Raises `TokenRefusedError` and `PollerConflictError`; a server that cannot be reached is tried again.
        """
        application = self._application
        poller = Poller(application.bot, self._queue, self._answered)
        try:
            await persistently("introducing the bot", application.initialize)
            await application.start()
            application.create_task(publish_profile(application.bot, self._series, self._admins), name="profile")
            log.info("Listening as @%s", application.bot.username)
            await first_to_end(
                self._lead(poller.run) if self._lead else poller.run(),
                *([self._delivery(BotTransport(application.bot, paid=self._paid_broadcast))] if self._delivery else []),
            )
        finally:
            await self._finish()

    async def _finish(self) -> None:
        application = self._application
        if application.running:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_DRAIN_SECONDS):
                    await application.stop()
        await application.shutdown()
        # When initialising failed the Application believes itself shut down, while its connections are open.
        await application.bot.shutdown()
        log.info("Stopped")


def _counting(updated: Callable[[], None]) -> Callable[[Update, Context], Coroutine[object, object, None]]:
    async def count(update: Update, context: Context) -> None:
        updated()

    return count


async def first_to_end(*works: Coroutine[object, object, None]) -> None:
    """Run all until one ends or fails, or until cancelled; then the others are cancelled and waited for.

    Raises what the first one raised.
    """
    tasks = [asyncio.create_task(work) for work in works]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        task.result()
