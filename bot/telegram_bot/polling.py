"""Long polling: updates from the Bot API into the Application's queue.

python-telegram-bot's own Updater retries for ever where the operator must act (409) and goes quiet where the token
was revoked (401); this one ends with a named error, and knows to the update what it handed over.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, TypeVar
from urllib.parse import urlencode

from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.errors import PollerConflictError, TokenRefusedError
from bot.telegram_bot.concurrency import BackPressureQueue

log = logging.getLogger(__name__)

# What the handlers understand. Telegram sends nothing else.
ALLOWED_UPDATES = ("message", "channel_post", "callback_query", "my_chat_member")
# How long the server may hold a poll that has nothing to give.
_POLL_SECONDS = 30
_MOST_AT_ONCE = 100  # the Bot API's own limit
_LONGEST_PAUSE_SECONDS = 30.0
_CONFIRM_SECONDS = 2.0

T = TypeVar("T")


class Poller:
    """Fetches updates from the first one not yet handed over; `answered` is called whenever the server answers."""

    def __init__(self, bot: Bot, queue: BackPressureQueue, answered: Callable[[], None] = lambda: None) -> None:
        self._answered = answered
        self._bot = bot
        self._queue = queue
        self._offset: int | None = None

    async def run(self) -> None:
        """Poll until cancelled; then what was taken is confirmed, so that whoever polls next does not get it again.

        Raises `TokenRefusedError` and `PollerConflictError`.
        """
        await persistently("removing the webhook", self._bot.delete_webhook)
        self._answered()
        try:
            while True:
                items = await persistently("polling", self._poll)
                self._answered()
                for item in items:
                    if update := readable(item, self._bot):
                        await self._queue.put(update)
                    self._offset = item["update_id"] + 1
        except asyncio.CancelledError:
            await self._confirm()
            raise

    async def _confirm(self) -> None:
        """Tell the server which updates were taken, so that they do not come again after a restart. Never fails."""
        if self._offset is None:
            return
        with contextlib.suppress(TelegramError, TimeoutError):
            async with asyncio.timeout(_CONFIRM_SECONDS):
                await self._get_updates(timeout=0, limit=1)

    async def _poll(self) -> list[dict[str, Any]]:
        return await self._get_updates(timeout=_POLL_SECONDS, limit=_MOST_AT_ONCE)

    async def _get_updates(self, timeout: int, limit: int) -> list[dict[str, Any]]:  # noqa: ASYNC109 - the server's
        """https://core.telegram.org/bots/api#getupdates, without making objects of the updates.

        `Bot.get_updates` reads all or none of them, so that one update it cannot read would come back for ever.
        """
        query = {"timeout": timeout, "limit": limit, "allowed_updates": json.dumps(ALLOWED_UPDATES)}
        if self._offset is not None:
            query["offset"] = self._offset
        reading = (self._bot.request.read_timeout or 0) + timeout
        result = await self._bot.request.post(
            f"{self._bot.base_url}/getUpdates?{urlencode(query)}", read_timeout=reading
        )
        if isinstance(result, list) and all(isinstance(item.get("update_id"), int) for item in result):
            return result
        raise TelegramError("getUpdates did not give a list of updates")


def readable(item: dict[str, Any], bot: Bot) -> Update | None:
    """The update, or None (and a line in the log) for one of a form the library does not know."""
    try:
        return Update.de_json(item, bot)
    except Exception as error:  # the library promises no kind of error
        kinds = ", ".join(sorted(item.keys() - {"update_id"}))
        log.error("Passing over update %s, which cannot be read (%s): %r", item["update_id"], kinds, error)
        return None


async def persistently(doing: str, call: Callable[[], Awaitable[T]]) -> T:
    """`call`, again and again while the Bot API cannot be reached, with longer and longer pauses up to 30 s.

    The first failure and the recovery are logged, not what lies between. Raises `TokenRefusedError` (401, or 404 for a
    token of impossible form) and `PollerConflictError` (409).
    """
    failures = 0
    while True:
        outcome = await _attempt(call)
        if not isinstance(outcome, TelegramError):
            if failures:
                log.info("The Bot API answers again (%s)", doing)
            return outcome
        # Raised out of any except block: the library quotes the token in the error this would keep as its context.
        if isinstance(outcome, InvalidToken):
            raise TokenRefusedError
        if isinstance(outcome, Conflict):
            raise PollerConflictError
        if not failures:
            log.warning("The Bot API cannot be reached (%s), trying again: %s", doing, outcome)
        await asyncio.sleep(pause_seconds(outcome, failures))
        failures += 1


def pause_seconds(error: TelegramError, failures: int) -> float:
    """The pause after a failure, `failures` others before it: what the server asks for, else 1, 2, 4 … 30 seconds."""
    if isinstance(error, RetryAfter):
        wait = error.retry_after
        return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
    return min(2.0 ** min(failures, 10), _LONGEST_PAUSE_SECONDS)


async def _attempt(call: Callable[[], Awaitable[T]]) -> T | TelegramError:
    try:
        return await call()
    except TelegramError as error:
        return error
