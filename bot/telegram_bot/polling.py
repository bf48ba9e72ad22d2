"""Long polling: updates from the Bot API into the Application's queue.

python-telegram-bot's own Updater retries for ever where the operator must act (409) and goes quiet where the token
was revoked (401); this one ends with a named error, and knows to the update what it handed over.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.errors import PollerConflictError, TokenRefusedError
from bot.telegram_bot.concurrency import BackPressureQueue

log = logging.getLogger(__name__)

# What the handlers understand. Telegram sends nothing else.
ALLOWED_UPDATES = ("message", "callback_query")
# How long the server may hold a poll that has nothing to give.
_POLL_SECONDS = 30
_LONGEST_PAUSE_SECONDS = 30.0
_CONFIRM_SECONDS = 2.0

T = TypeVar("T")


class Poller:
    """Fetches updates from the first one not yet handed over."""

    def __init__(self, bot: Bot, queue: BackPressureQueue) -> None:
        self._bot = bot
        self._queue = queue
        self._offset: int | None = None

    async def run(self) -> None:
        """Poll until cancelled. Raises `TokenRefusedError` and `PollerConflictError`."""
        await persistently("removing the webhook", self._bot.delete_webhook)
        while True:
            for update in await persistently("polling", self._poll):
                await self._queue.put(update)
                self._offset = update.update_id + 1

    async def confirm(self) -> None:
        """Tell the server which updates were taken, so that they do not come again after a restart. Never fails."""
        if self._offset is None:
            return
        with contextlib.suppress(TelegramError, TimeoutError):
            async with asyncio.timeout(_CONFIRM_SECONDS):
                await self._bot.get_updates(self._offset, limit=1, timeout=0, allowed_updates=ALLOWED_UPDATES)

    async def _poll(self) -> tuple[Update, ...]:
        return await self._bot.get_updates(self._offset, timeout=_POLL_SECONDS, allowed_updates=ALLOWED_UPDATES)


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
