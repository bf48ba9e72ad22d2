"""The way out."""

from __future__ import annotations

from typing import Protocol

from bot.subscriptions.chat import Place


class Transport(Protocol):
    """Carries one payload to one place by exactly one call."""

    async def send(self, place: Place, payload: bytes) -> int:
        """The id of the message that stands there now. Raises one of `bot.outbox.errors`."""
        ...
