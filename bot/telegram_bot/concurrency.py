"""Updates of different chats at the same time, those of one chat one by one and in order, and never too many."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor


class PerChatProcessor(BaseUpdateProcessor):
    """Handles at most `max_concurrent_updates` updates at a time, and one at a time for each chat.

    The library starts one task an update in the order they came, and locks are served in that order.
    """

    def __init__(self, max_concurrent_updates: int) -> None:
        super().__init__(max_concurrent_updates)
        # Only chats with an update at work are in here, so it never outgrows `max_concurrent_updates`.
        self._busy: dict[int, asyncio.Lock] = {}
        self._users: dict[int, int] = {}

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to release."""

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Await `coroutine` when the earlier updates of the same chat are done."""
        key = _chat_of(update)
        if key is None:
            await coroutine
            return
        lock = self._busy.setdefault(key, asyncio.Lock())
        self._users[key] = self._users.get(key, 0) + 1
        try:
            async with lock:
                await coroutine
        finally:
            self._users[key] -= 1
            if not self._users[key]:
                del self._users[key], self._busy[key]


class BackPressureQueue(asyncio.Queue[object]):
    """Updates received and not yet handled: `put` waits while there are `limit` of them.

    The library takes an update out of its queue as soon as it comes and starts a task for it, so a bound on the queue's
    length would bound nothing; what is counted here ends with `task_done`.
    """

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._room = asyncio.Semaphore(limit)

    async def put(self, item: object) -> None:
        """Add `item` when there is room."""
        await self._room.acquire()
        await super().put(item)

    def task_done(self) -> None:
        """One of the items is handled."""
        super().task_done()
        self._room.release()


def _chat_of(update: object) -> int | None:
    """Whose turn an update takes: its chat, else its user (inline queries, poll answers), else nobody's."""
    if not isinstance(update, Update):
        return None
    owner = update.effective_chat or update.effective_user
    return owner.id if owner else None
