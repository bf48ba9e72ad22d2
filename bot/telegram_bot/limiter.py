"""Answers at Telegram's pace, ahead of posts: the same limits, and a lane in memory.

The library passes every call through here. Posts, which were counted when they were taken from the outbox, and calls that
put no message into a chat go through at once: nobody's button spins for a limit.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.outbox.pace import Pace
from bot.telegram_bot.failures import AnswerDropped

log = logging.getLogger(__name__)

# An answer that would come later than this is dropped: who asked has gone on.
PATIENCE_SECONDS = 10.0
# `rate_limit_args` of posts.
POST = "post"
# https://core.telegram.org/bots/api#available-methods: what puts messages into a chat, and what changes them.
_SENDING = ("send", "copy", "forward")
_CHANGING = ("edit", "stoppoll")
_NO_MESSAGE = ("sendchataction",)

Result = bool | dict[str, Any] | list[dict[str, Any]]


class Limiter(BaseRateLimiter[str]):
    """Lets answers through when their turn is, by the counts that the sender of posts has, too.

    Raises `AnswerDropped` for what would have to wait longer than ten seconds.
    """

    def __init__(self, pace: Pace) -> None:
        self._pace = pace

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to release."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Result]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: str | None,
    ) -> Result:
        """Make one call when it may be made; once more if the server itself says that it may be soon."""
        method = endpoint.lower()
        if rate_limit_args == POST or method in _NO_MESSAGE or not method.startswith((*_SENDING, *_CHANGING)):
            return await callback(*args, **kwargs)
        chat = data.get("chat_id")
        counted = chat if isinstance(chat, int) and method.startswith(_SENDING) else None
        deadline = time.monotonic() + PATIENCE_SECONDS
        await self._turn(counted, deadline)
        try:
            return await callback(*args, **kwargs)
        except RetryAfter as error:
            seconds = _seconds(error)
            self._pace.flooded(chat if isinstance(chat, int) else None, seconds, time.monotonic())
            if time.monotonic() + seconds > deadline:
                raise
        await asyncio.sleep(seconds)
        await self._turn(counted, time.monotonic() + PATIENCE_SECONDS)
        return await callback(*args, **kwargs)

    async def _turn(self, chat: int | None, deadline: float) -> None:
        """Wait until a message may go to this chat, and count it."""
        self._pace.answers += 1
        try:
            while wait := self._wait(chat, now := time.monotonic()):
                if now + wait > deadline:
                    log.warning("An answer to chat %s was dropped: it would have to wait %.0f s", chat, wait)
                    raise AnswerDropped
                await asyncio.sleep(wait)
        finally:
            self._pace.answers -= 1
        self._pace.went(chat, now)

    def _wait(self, chat: int | None, now: float) -> float:
        overall = self._pace.overall_wait(now)
        return overall if chat is None else max(overall, self._pace.chat_wait(chat, chat < 0, now))


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
