"""Updates that wait for the bot: https://core.telegram.org/bots/api#getting-updates."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterable
from itertools import islice
from typing import Any

import orjson

from bot.playground.refusal import RefusalError, conflict

UPDATE_TYPES = frozenset(
    {
        *("message", "edited_message", "channel_post", "edited_channel_post", "business_connection"),
        *("business_message", "edited_business_message", "deleted_business_messages", "message_reaction"),
        *("message_reaction_count", "inline_query", "chosen_inline_result", "callback_query", "shipping_query"),
        *("pre_checkout_query", "purchased_paid_media", "poll", "poll_answer", "my_chat_member", "chat_member"),
        *("chat_join_request", "chat_boost", "removed_chat_boost", "managed_bot", "guest_message"),
    }
)
# Sent only to bots that ask for them.
ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_FIRST_ID = 810_000_001


class UpdateQueue:
    """Updates in order, kept until an `offset` behind them confirms them.

    `allowed` is the remembered list of `allowed_updates`, None for Telegram's default. As on Telegram it decides when
    an update arises, not when it is fetched. A second `take` while one waits ends the first with 409.
    """

    def __init__(self) -> None:
        self.allowed: tuple[str, ...] | None = None
        self._pending: deque[tuple[int, orjson.Fragment]] = deque()
        self._next_id = _FIRST_ID
        self._waiter: asyncio.Future[None] | None = None

    def __len__(self) -> int:
        return len(self._pending)

    def allow(self, types: Iterable[str]) -> None:
        """Remember what the bot wants; an empty list is the default again, unknown names are passed over."""
        known = tuple(kind for kind in types if kind in UPDATE_TYPES)
        self.allowed = known or None

    def wants(self, kind: str) -> bool:
        """Whether updates of this kind are kept for the bot."""
        return kind not in ON_REQUEST if self.allowed is None else kind in self.allowed

    def add(self, kind: str, content: dict[str, Any]) -> None:
        """Queue an update if the bot wants its kind."""
        if not self.wants(kind):
            return
        # Encoded once, here: a fetched list is only joined.
        encoded = orjson.Fragment(orjson.dumps({"update_id": self._next_id, kind: content}))
        self._pending.append((self._next_id, encoded))
        self._next_id += 1
        if self._waiter and not self._waiter.done():
            self._waiter.set_result(None)

    def clear(self) -> None:
        """Drop everything that waits."""
        self._pending.clear()

    def drop_first(self) -> None:
        """Forget the oldest update, which a webhook took."""
        if self._pending:
            self._pending.popleft()

    def confirm(self, offset: int) -> None:
        """Forget updates before `offset`; a negative one keeps that many from the end."""
        if offset < 0:
            while len(self._pending) > -offset:
                self._pending.popleft()
        while self._pending and self._pending[0][0] < offset:
            self._pending.popleft()

    async def take(self, offset: int, limit: int, timeout_seconds: float) -> list[orjson.Fragment]:
        """Up to `limit` updates from `offset` on, after waiting for the first one up to `timeout_seconds`."""
        self.end_waiting(
            conflict("terminated by other getUpdates request; make sure that only one bot instance is running")
        )
        self.confirm(offset)
        if not self._pending and timeout_seconds > 0:
            waiter = self._waiter = asyncio.get_running_loop().create_future()
            try:
                async with asyncio.timeout(timeout_seconds):
                    await waiter
            except TimeoutError:
                pass
            finally:
                if self._waiter is waiter:
                    self._waiter = None
        return [update for _, update in islice(self._pending, limit)]

    def end_waiting(self, refusal: RefusalError | None = None) -> None:
        """Answer a waiting `take` now: with nothing, or with an error."""
        if self._waiter and not self._waiter.done():
            if refusal:
                self._waiter.set_exception(refusal)
            else:
                self._waiter.set_result(None)
